#!/usr/bin/env python3
"""Rewrites data/letters.txt, the letters of the pictures for shared links, from Atkinson Hyperlegible Next.

    npm pack @fontsource/atkinson-hyperlegible-next@5.3.0 && tar xzf fontsource-*.tgz
    pip install fonttools==4.68.0 brotli uharfbuzz
    python3 src/image/share/regenerer.py package

The same versions give the same bytes. A line is a letter, its advance and its outline, apart by tabs: relative commands
of SVG, 500 units to the em, the baseline at 0; an outline that begins with `=e` goes on from that of `e`. After an empty
line stand the pairs of letters that are moved apart, and how far. Source and licence: SOURCES.md.
"""

import io
import sys
from pathlib import Path

import uharfbuzz
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

# French, German, and the names of people and places in the other languages that are written so.
LETTERS = (
    [chr(code) for code in range(0x20, 0x7F)]
    + [chr(code) for code in range(0xC0, 0x100)]
    + list("¡«°·º»¿–—‘’“”„•…€")
    + list("ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķŁłŃńŅņŇňŐőŒœŔŕŘřŚśŞşŠšȘșŢţŤťȚțŪūŮůŰűŲųŸŹźŻżŽž")
)
EM = 500
# What two letters must be moved apart, for it to be seen.
LEAST = 6


class Relative(BasePen):
    """An outline in relative commands, in whole numbers, downwards."""

    def __init__(self, glyphs, scale):
        super().__init__(glyphs)
        self.scale, self.text, self.at, self.last = scale, "", (0, 0), ""

    def _go(self, command, points):
        body = ""
        for point in points:
            x, y = round(point[0] * self.scale), round(-point[1] * self.scale)
            for number in (x - self.at[0], y - self.at[1]):
                body += f"{number}" if number < 0 or not body else f" {number}"
        self.at = (x, y)
        # A command that is repeated is written once.
        same = command == self.last and command != "m"
        self.text += (("" if body[0] == "-" else " ") if same else command) + body
        self.last = command

    def _moveTo(self, point):
        self._go("m", [point])
        self.start = self.at

    def _lineTo(self, point):
        self._go("l", [point])

    def _qCurveToOne(self, control, point):
        self._go("q", [control, point])

    def _closePath(self):
        # What follows begins where this outline did.
        self.text, self.last, self.at = self.text + "z", "z", self.start


def outline(font, glyphs, scale, name, letters):
    """The outline of a glyph, its first part by name where that is a letter of its own."""
    pen = Relative(glyphs, scale)
    glyph = font["glyf"][name]
    parts = glyph.components if glyph.isComposite() else []
    first = letters.get(parts[0].glyphName) if parts else None
    if not first or (parts[0].x, parts[0].y) != (0, 0) or hasattr(parts[0], "transform"):
        glyphs[name].draw(pen)
        return pen.text
    for part in parts[1:]:
        pen.addComponent(part.glyphName, (1, 0, 0, 1, part.x, part.y))
    # From the middle of the glyph, not from where the first part began.
    return f"={first}{pen.text.replace('m', 'M', 1)}"


def kerning(font, letters, scale):
    """How far two letters are moved apart; one with an accent goes as the letter that it stands on."""
    file = io.BytesIO()
    font.save(file)
    shaper = uharfbuzz.Font(uharfbuzz.Face(file.getvalue()))

    def width(text):
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(shaper, buffer, {"kern": True, "liga": False})
        return sum(position.x_advance for position in buffer.glyph_positions)

    usual = [c for c in letters if c.isascii() and (c.isalpha() or c in " -'.,") or c in "’«»"]
    alone = {c: width(c) for c in usual}
    for one in usual:
        for other in usual:
            apart = round((width(one + other) - alone[one] - alone[other]) * scale)
            if abs(apart) >= LEAST:
                yield one + other, apart


def main(package):
    lines, pairs = {}, []
    # The commoner file first: what both hold is taken from it.
    for part in ("latin", "latin-ext"):
        file = package / "files" / f"atkinson-hyperlegible-next-{part}-700-normal.woff2"
        font = TTFont(file)
        font.flavor = None
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        scale = EM / font["head"].unitsPerEm
        own = [letter for letter in LETTERS if ord(letter) in names and letter not in lines]
        letters = {names[ord(c)]: c for c in LETTERS if c.isascii() and ord(c) in names}
        for letter in own:
            name = names[ord(letter)]
            drawn = outline(font, glyphs, scale, name, letters)
            lines[letter] = f"{letter}\t{round(glyphs[name].width * scale)}\t{drawn}\n"
        pairs += kerning(font, own, scale)
    text = "".join(lines[letter] for letter in sorted(lines)) + "\n"
    text += "".join(f"{pair}\t{apart}\n" for pair, apart in sorted(pairs))
    (Path(__file__).parent / "data" / "letters.txt").write_text(text, encoding="utf-8")
    missing = "".join(letter for letter in LETTERS if letter not in lines)
    print(f"{len(lines)} letters, {len(pairs)} pairs, {len(text.encode())} bytes; not there: {missing}")


main(Path(sys.argv[1]))
