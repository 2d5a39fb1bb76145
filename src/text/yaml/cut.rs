//! A text between braces that a comma cuts in two: `{voie: 12, rue des Lilas, commune: Haguenau}`.

use super::node::{Entry, Kind, Node, Style};
use crate::diag::{Diagnostic, Span, say};

/// The text that a comma has cut, where a key without its colon goes on with the value before it.
///
/// After a comma and a blank a plain word may be a key whose value was forgotten: that is told as such.
pub(super) fn text_of<'s>(
    text: &'s str,
    base: usize,
    before: Option<&Entry<'s>>,
    key: &Node<'s>,
    value: &Node<'s>,
) -> Option<&'s str> {
    let before = &before?.value;
    let is_plain = |node: &Node<'_>| matches!(node.kind, Kind::Scalar(_, Style::Plain));
    let is_nothing =
        |node: &Node<'_>| matches!(&node.kind, Kind::Scalar(text, Style::Plain) if text.is_empty());
    if !(is_plain(before) && is_plain(key)) || is_nothing(before) || !is_nothing(value) {
        return None;
    }
    let at = |byte: u32| (byte as usize).saturating_sub(base);
    let between = text.get(at(before.span.end)..at(key.span.start))?;
    let after = text.get(at(key.span.end)..)?.trim_start();
    let blanks = between.trim_start().strip_prefix(',')?;
    if !blanks.trim().is_empty() || !after.starts_with([',', '}']) {
        return None;
    }
    let may_be_a_key = key.raw.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    if may_be_a_key && !blanks.is_empty() {
        return None;
    }
    text.get(at(before.span.start)..at(key.span.end))
}

/// Says that a comma has cut a text, at the whole of it.
pub(super) fn told(cut: &str, before: Span, key: Span) -> Diagnostic {
    let span = Span {
        end: key.end,
        ..before
    };
    let cut: String = cut.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_number = cut
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b',' | b'-'));
    let help = if is_number {
        let number = cut.replace(',', ".");
        say(format!("écrivez {number}"), format!("write {number}"))
    } else if cut.contains('@') {
        let address = cut.replace([',', ' '], ".").replace("..", ".");
        say(
            format!("écrivez {address}, ou mettez-le entre guillemets"),
            format!("write {address}, or put it in quotes"),
        )
    } else {
        let quoted = cut.replace('"', "");
        say(
            format!("mettez-le entre guillemets : \"{quoted}\""),
            format!("put it in quotes: \"{quoted}\""),
        )
    };
    Diagnostic::error(
        "cut-text",
        span,
        say(
            format!("entre accolades, une virgule coupe « {cut} » en deux"),
            format!("between braces a comma cuts “{cut}” in two"),
        ),
    )
    .help(help)
}

#[cfg(test)]
mod tests {
    use crate::diag::FileId;
    use crate::text::yaml::parse;

    fn cuts(text: &str) -> Vec<String> {
        let (_, faults) = parse(FileId(0), text, 0);
        let cut = |fault: crate::diag::Diagnostic| {
            text[fault.span.start as usize..fault.span.end as usize].to_owned()
        };
        faults.into_iter().map(cut).collect()
    }

    #[test]
    fn a_comma_in_a_text_is_told_and_a_forgotten_value_is_not() {
        assert_eq!(cuts("{courriel: a@b,fr}"), ["a@b,fr"]);
        assert_eq!(
            cuts("{voie: 12, rue des Lilas, commune: X}"),
            ["12, rue des Lilas"]
        );
        assert_eq!(cuts("{lat: 48,81, lon: 7,79}"), ["48,81", "7,79"]);
        assert_eq!(cuts("{numero: 119, libelle}"), [""; 0]);
        assert_eq!(cuts("{numero: \"119\", Le soir}"), [""; 0]);
    }
}
