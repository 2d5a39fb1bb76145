//! The contrast of a theme's colour tokens, in light and in dark.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, say};
use crate::site::tokens::{Token, cascade, gather, resolve};
use crate::source::Sources;

/// What is read on what: tokens of words or signs, tokens that they stand on, the least contrast (WCAG 2.2, 1.4.3, 1.4.11).
const PAIRS: &[(&[&str], &[&str], f64)] = &[
    (
        &[
            "--ink",
            "--soft",
            "--brand",
            "--brand-strong",
            "--actions",
            "--laep",
            "--relais",
            "--lieux",
            "--article",
            "--danger",
            "--ok",
        ],
        &["--paper", "--surface", "--sunk"],
        4.5,
    ),
    (&["--on-brand"], &["--brand", "--brand-strong"], 4.5),
    (&["--on-danger"], &["--danger"], 4.5),
    (&["--on-focus"], &["--focus"], 4.5),
    (&["--line"], &["--paper", "--surface", "--sunk"], 3.0),
];

/// Tells the pairs of a theme's colours that are too near to be read.
pub(super) fn faults(sources: &Sources, own: &str) -> Vec<Diagnostic> {
    let (layers, tokens) = gather(sources, own);
    let mut faults = uncounted(sources, &tokens, &layers);
    for dark in [false, true] {
        let set = cascade(&tokens, &layers, dark);
        for (words, grounds, least) in PAIRS {
            for (word, ground) in words.iter().flat_map(|word| {
                let grounds = grounds.iter();
                grounds.map(move |ground| (*word, *ground))
            }) {
                let (Some(front), Some(back)) =
                    (resolve(&set, word, dark), resolve(&set, ground, dark))
                else {
                    continue;
                };
                let contrast = front.contrast(back);
                if contrast >= *least {
                    continue;
                }
                // The one that the site's own theme sets is the one to change.
                let is_own = |token: &&Token| !is_of_default(sources, token);
                let [word_token, ground_token] = [set[word], set[ground]];
                let token = [word_token, ground_token].into_iter().find(is_own);
                faults.push(tell(
                    token.unwrap_or(word_token),
                    [word, ground],
                    contrast,
                    *least,
                    dark,
                ));
            }
        }
    }
    faults
}

/// Says of which of a site's own colours the contrast can't be counted: those that let through, or mix others.
fn uncounted(sources: &Sources, tokens: &[Token], layers: &[String]) -> Vec<Diagnostic> {
    let names: BTreeSet<&str> = PAIRS
        .iter()
        .flat_map(|(words, grounds, _)| words.iter().chain(*grounds))
        .copied()
        .collect();
    let mut spans = BTreeSet::new();
    let mut notes = Vec::new();
    for dark in [false, true] {
        let set = cascade(tokens, layers, dark);
        for name in &names {
            let Some(token) = set.get(name).filter(|token| !is_of_default(sources, token)) else {
                continue;
            };
            let place = (token.span.file, token.span.start);
            if resolve(&set, name, dark).is_some() || !spans.insert(place) {
                continue;
            }
            notes.push(
                Diagnostic::note(
                    "token-contrast",
                    token.span,
                    say(
                        format!("le contraste de {name} n'est pas vérifié : « {} » laisse voir ou mêle d'autres couleurs", token.value),
                        format!("the contrast of {name} is not checked: “{}” lets through or mixes other colours", token.value),
                    ),
                )
                .help(say(
                    "écrivez une couleur pleine (#1a2b3c, rgb, hsl, oklch), ou vérifiez à la main qu'elle se lit",
                    "write a plain colour (#1a2b3c, rgb, hsl, oklch), or check by hand that it can be read",
                )),
            );
        }
    }
    notes
}

fn tell(
    token: &Token,
    [word, ground]: [&str; 2],
    contrast: f64,
    least: f64,
    dark: bool,
) -> Diagnostic {
    let number = |value: f64, point: &str| format!("{value:.1}").replace('.', point);
    // Rounded down: 4.46 is not 4.5.
    let contrast = (contrast * 10.0).floor() / 10.0;
    let (scheme_fr, scheme_en) = if dark {
        ("sombre", "dark")
    } else {
        ("clair", "light")
    };
    Diagnostic::error(
        "token-contrast",
        token.span,
        say(
            format!(
                "{word} se lit mal sur {ground} en mode {scheme_fr} : contraste de {} pour 1, il en faut {}",
                number(contrast, ","),
                number(least, ",")
            ),
            format!(
                "{word} is hard to read on {ground} in {scheme_en} mode: a contrast of {} to 1, {} is needed",
                number(contrast, "."),
                number(least, ".")
            ),
        ),
    )
    .help(say(
        "foncez l'une des deux couleurs, ou éclaircissez l'autre ; un mode se règle à part sous @media (prefers-color-scheme: dark)",
        "darken one of the two colours, or lighten the other; a mode is set apart under @media (prefers-color-scheme: dark)",
    ))
}

fn is_of_default(sources: &Sources, token: &Token) -> bool {
    sources
        .file(token.span.file)
        .name
        .starts_with("themes/guide/")
}
