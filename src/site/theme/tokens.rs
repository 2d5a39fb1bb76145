//! The colours of a theme: the custom properties of its style sheets, as a page has them.

use std::collections::BTreeMap;

use super::DEFAULT;
pub(crate) use super::colour::Colour;
use super::css;
pub(crate) use super::css::Token;
use crate::source::Sources;

/// How many references of one token to the next are followed.
const FURTHEST: usize = 8;

/// The colours of tokens in light pages, as red, green and blue; none for what is no plain colour.
pub(crate) fn colours<const N: usize>(
    sources: &Sources,
    own: &str,
    names: [&str; N],
) -> [Option<[u8; 3]>; N] {
    let (layers, tokens) = gather(sources, own);
    let set = cascade(&tokens, &layers, false);
    names.map(|name| resolve(&set, name, false).map(Colour::bytes))
}

/// The layers in order and every token of the sheets that a page loads.
pub(crate) fn gather(sources: &Sources, own: &str) -> (Vec<String>, Vec<Token>) {
    let mut sheets = BTreeMap::new();
    for theme in [DEFAULT, own] {
        let folder = format!("themes/{theme}/");
        for (file, path) in sources.under("themes/") {
            if let Some(name) = path.strip_prefix(&*folder)
                && name.starts_with("style/")
                && name.ends_with(".css")
            {
                // `main.css` comes first, as in the one sheet that is served.
                sheets.insert((name != "style/main.css", name), file);
            }
        }
    }
    let mut layers = Vec::new();
    let mut tokens = Vec::new();
    for file in sheets.into_values() {
        let (more, found) = css::read(file, sources.text(file));
        layers.extend(more);
        tokens.extend(found);
    }
    (layers, tokens)
}

/// The declaration of each token that holds in a scheme: of the last layer, and within it the last.
pub(crate) fn cascade<'t>(
    tokens: &'t [Token],
    layers: &[String],
    dark: bool,
) -> BTreeMap<&'t str, &'t Token> {
    let mut ordered: Vec<&Token> = tokens
        .iter()
        .filter(|token| token.dark.is_none_or(|of| of == dark))
        .collect();
    // A layer that no one ordered comes after those that are; what stands in none wins over all.
    ordered.sort_by_key(|token| {
        let of = layers.iter().position(|layer| *layer == token.layer);
        (token.layer.is_empty(), of.unwrap_or(layers.len()))
    });
    ordered
        .into_iter()
        .map(|token| (token.name.as_str(), token))
        .collect()
}

/// The colour of a token; none where it is no plain colour.
pub(crate) fn resolve(set: &BTreeMap<&str, &Token>, name: &str, dark: bool) -> Option<Colour> {
    let mut value = set.get(name)?.value.clone();
    for _ in 0..FURTHEST {
        if let Some(both) = value.strip_prefix("light-dark(") {
            let (light, other) = both.strip_suffix(')')?.rsplit_once(',')?;
            value = if dark { other } else { light }.trim().to_owned();
        } else if let Some(other) = value.strip_prefix("var(") {
            let other = other.strip_suffix(')')?.split(',').next()?.trim();
            value = set.get(other)?.value.clone();
        } else {
            return Colour::parse(&value);
        }
    }
    None
}
