//! SVG: a drawing that may also run, ask for what lies elsewhere, or stand for another document. None of it is published.
//!
//! The text is read as a browser reads it: character references in values and escapes in CSS are undone first,
//! and names count without their namespace, so that `x:script` is a script.

use std::borrow::Cow;

/// Why an SVG is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SvgFault {
    /// It is cut off, or no sound XML.
    Broken,
    /// It holds this, which is active or leads elsewhere.
    Holds(&'static str),
}

use SvgFault::{Broken, Holds};

/// Elements that run, play or embed another document, with the spelling that is shown.
const ELEMENTS: [&str; 9] = [
    "script",
    "foreignObject",
    "iframe",
    "embed",
    "object",
    "handler",
    "listener",
    "audio",
    "video",
];

/// Attributes that hold an address.
const ADDRESSES: [&str; 6] = ["href", "src", "base", "data", "action", "formaction"];

/// What an address may bring along: pictures of points, and fonts.
const DATA: [&str; 7] = [
    "data:image/png",
    "data:image/jpeg",
    "data:image/webp",
    "data:image/gif",
    "data:font/",
    "data:application/font",
    "data:application/x-font",
];

/// Looks for what an SVG may not hold; none where there is nothing of the kind.
pub fn fault(bytes: &[u8]) -> Option<SvgFault> {
    document(&String::from_utf8_lossy(bytes)).err()
}

fn document(text: &str) -> Result<(), SvgFault> {
    let mut rest = text;
    let mut is_svg = false;
    // The text of the style element that is open: browsers join its pieces.
    let mut style: Option<String> = None;
    while let Some(at) = rest.find('<') {
        if let Some(css) = &mut style {
            css.push_str(&decoded(&rest[..at]));
        }
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            (_, rest) = comment.split_once("-->").ok_or(Broken)?;
        } else if let Some(data) = rest.strip_prefix("<![CDATA[") {
            let (data, after) = data.split_once("]]>").ok_or(Broken)?;
            style.iter_mut().for_each(|css| css.push_str(data));
            rest = after;
        } else if let Some(instruction) = rest.strip_prefix("<?") {
            let (instruction, after) = instruction.split_once("?>").ok_or(Broken)?;
            self::instruction(instruction)?;
            rest = after;
        } else if let Some(declaration) = rest.strip_prefix("<!") {
            let (declaration, after) = declaration.split_once('>').ok_or(Broken)?;
            // A type without definitions of its own is no more than a name.
            if !declaration.starts_with("DOCTYPE") || declaration.contains('[') {
                return Err(Holds("!ENTITY"));
            }
            rest = after;
        } else if let Some(end) = rest.strip_prefix("</") {
            let (name, after) = end.split_once('>').ok_or(Broken)?;
            if local(name.trim_end()) == "style" {
                css(&style.take().unwrap_or_default())?;
            }
            rest = after;
        } else {
            let (name, is_empty, after) = element(&rest[1..])?;
            // A style holds text alone: an element in it would break that text in two.
            if style.is_some() || !is_svg && name != "svg" {
                return Err(Broken);
            }
            is_svg = true;
            if name == "style" && !is_empty {
                style = Some(String::new());
            }
            rest = after;
        }
    }
    if is_svg && style.is_none() {
        Ok(())
    } else {
        Err(Broken)
    }
}

/// Reads an element's tag after its `<`: its name, whether it is empty, and what follows it.
fn element(text: &str) -> Result<(String, bool, &str), SvgFault> {
    let end = text.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>');
    let (name, mut rest) = text.split_at(end.ok_or(Broken)?);
    let name = local(name);
    if let Some(shown) = ELEMENTS
        .iter()
        .find(|shown| shown.eq_ignore_ascii_case(&name))
    {
        return Err(Holds(shown));
    }
    loop {
        rest = rest.trim_ascii_start();
        if let Some(after) = rest.strip_prefix("/>") {
            return Ok((name, true, after));
        }
        if let Some(after) = rest.strip_prefix('>') {
            return Ok((name, false, after));
        }
        let (key, after) = rest.split_once('=').ok_or(Broken)?;
        let after = after.trim_ascii_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = quote
            .and_then(|quote| after[1..].split_once(quote))
            .ok_or(Broken)?;
        attribute(key.trim_ascii_end(), &decoded(value))?;
        rest = after;
    }
}

fn attribute(key: &str, value: &str) -> Result<(), SvgFault> {
    if key.is_empty() || key.contains(|c: char| c.is_ascii_whitespace() || "<>/\"'".contains(c)) {
        return Err(Broken);
    }
    if key == "xmlns" || key.starts_with("xmlns:") {
        // Elements of HTML have more ways to lead elsewhere than are listed here.
        return match value.trim() {
            "http://www.w3.org/1999/xhtml" => Err(Holds("HTML")),
            _ => Ok(()),
        };
    }
    let name = local(key);
    let is_handler = |name: &str| name.len() > 2 && name.starts_with("on");
    if is_handler(&name) {
        return Err(Holds("on…="));
    }
    if let Some(name) = ADDRESSES.iter().find(|address| **address == name) {
        return address(value, name);
    }
    let animated = local(value.trim());
    if name == "attributename" && (animated == "href" || is_handler(&animated)) {
        return Err(Holds("attributeName"));
    }
    if name == "style" {
        return css(value);
    }
    urls(&unescaped(value))
}

/// `<?…?>`: the XML declaration may not hide what follows in another script; a style sheet stands elsewhere.
fn instruction(text: &str) -> Result<(), SvgFault> {
    if text.starts_with("xml-stylesheet") {
        return Err(Holds("xml-stylesheet"));
    }
    let encoding = text
        .strip_prefix("xml ")
        .and_then(|declaration| declaration.split_once("encoding"))
        .map(|(_, value)| {
            value
                .trim_matches(|c: char| c.is_ascii_whitespace() || "='\"".contains(c))
                .to_ascii_lowercase()
        });
    // These write ASCII as ASCII, so that nothing is hidden from this reader.
    let plain = ["utf-8", "us-ascii", "iso-8859-", "windows-125"];
    match encoding {
        Some(encoding) if !plain.iter().any(|plain| encoding.starts_with(plain)) => {
            Err(Holds("encoding"))
        }
        _ => Ok(()),
    }
}

/// A style sheet: its imports, its addresses, and texts that may be addresses.
fn css(text: &str) -> Result<(), SvgFault> {
    let text = unescaped(text);
    let lower = text.to_ascii_lowercase();
    if lower.contains("@import") {
        return Err(Holds("@import"));
    }
    urls(&text)?;
    // `image-set("…")` and its like take an address without `url`. What stands between two texts looks like none.
    let mut texts = text.split(['"', '\'']).skip(1);
    texts.try_for_each(|text| address(text, "url()"))
}

fn urls(css: &str) -> Result<(), SvgFault> {
    let lower = css.to_ascii_lowercase();
    let inner = lower
        .match_indices("url(")
        .map(|(at, found)| &css[at + found.len()..]);
    inner
        .map(|inner| inner.trim_start_matches(|c: char| c.is_whitespace() || "\"'".contains(c)))
        .try_for_each(|inner| address(inner, "url()"))
}

/// An address, which may lead to a part of the drawing, to a file of the same site, or hold what it brings.
fn address(text: &str, shown: &'static str) -> Result<(), SvgFault> {
    // Browsers pass over blanks and controls in an address; its beginning tells where it leads.
    let sound = |c: &char| !c.is_whitespace() && !c.is_control();
    let text: String = text.chars().filter(sound).take(64).collect();
    let text = text.to_ascii_lowercase();
    if text.starts_with("javascript:") {
        return Err(Holds("javascript:"));
    }
    let (first, has_scheme) = match text.find([':', '/', '\\', '?', '#']) {
        Some(at) => (&text[..at], text[at..].starts_with(':')),
        None => (&*text, false),
    };
    let is_outside = has_scheme && first.starts_with(|c: char| c.is_ascii_alphabetic())
        || text.starts_with(['/', '\\']) && text[1..].starts_with(['/', '\\']);
    let brings = DATA.iter().any(|data| text.starts_with(data));
    if is_outside && !brings {
        Err(Holds(shown))
    } else {
        Ok(())
    }
}

/// A name without its namespace, in small letters.
fn local(name: &str) -> String {
    let name = name.rsplit(':').next().unwrap_or(name);
    name.to_ascii_lowercase()
}

/// A text of XML with its character references undone.
fn decoded(text: &str) -> Cow<'_, str> {
    let Some((before, mut rest)) = text.split_once('&') else {
        return text.into();
    };
    let mut out = before.to_owned();
    loop {
        // The longest has seven figures.
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        let reference = end.and_then(|end| Some((character(&rest[..end])?, &rest[end + 1..])));
        match reference {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => out.push('&'),
        }
        match rest.split_once('&') {
            Some((before, after)) => {
                out.push_str(before);
                rest = after;
            }
            None => {
                out.push_str(rest);
                return out.into();
            }
        }
    }
}

fn character(name: &str) -> Option<char> {
    let number = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix('x') {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        },
        None => {
            let names = [
                ("amp", '&'),
                ("lt", '<'),
                ("gt", '>'),
                ("quot", '"'),
                ("apos", '\''),
            ];
            return names.iter().find(|(own, _)| *own == name).map(|(_, c)| *c);
        }
    };
    char::from_u32(number.ok()?)
}

/// A text of CSS with its escapes undone.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        out.push_str(before);
        let digits = escape
            .bytes()
            .take(6)
            .take_while(u8::is_ascii_hexdigit)
            .count();
        match u32::from_str_radix(&escape[..digits], 16) {
            Ok(number) => {
                out.push(char::from_u32(number).unwrap_or('\u{fffd}'));
                let after = &escape[digits..];
                rest = after
                    .strip_prefix(|c: char| c.is_ascii_whitespace())
                    .unwrap_or(after);
            }
            Err(_) => {
                let mut after = escape.chars();
                out.extend(after.next());
                rest = after.as_str();
            }
        }
    }
    out.push_str(rest);
    out
}
