//! Where a link of a text may lead.

use pulldown_cmark::LinkType;

use crate::diag::{Diagnostic, Span, say};
use crate::text::nearest::fold;

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target<'t> {
    /// To a site, mail address or telephone, as written.
    Outside,
    /// To a heading of the same text.
    Anchor(&'t str),
    /// To a record, perhaps to one of its headings.
    Record(&'t str, Option<&'t str>),
}

/// Reads where a link leads; tells what may not be linked.
pub(super) fn read<'t>(
    url: &'t str,
    span: Span,
    faults: &mut Vec<Diagnostic>,
) -> Option<Target<'t>> {
    if let Some(anchor) = url.strip_prefix('#') {
        return Some(Target::Anchor(anchor));
    }
    let scheme = url
        .split_once(':')
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        Some("https" | "http") if !has_host(url) => {
            faults.push(
                Diagnostic::error(
                    "forbidden-link",
                    span,
                    say(
                        format!("« {url} » n'est pas une adresse web"),
                        format!("“{url}” is not a web address"),
                    ),
                )
                .help(say(
                    "écrivez une adresse entière, par exemple https://www.exemple.fr/page",
                    "write a whole address, such as https://www.exemple.fr/page",
                )),
            );
            None
        }
        Some("https") => Some(Target::Outside),
        Some("mailto") => {
            mail(url, span, faults);
            Some(Target::Outside)
        }
        Some("tel") => {
            telephone(url, span, faults);
            Some(Target::Outside)
        }
        Some("http") => {
            faults.push(
                Diagnostic::warning(
                    "insecure-url",
                    span,
                    say(
                        "lien en http : la connexion n'est pas protégée",
                        "an http link: the connection is not protected",
                    ),
                )
                .help(say(
                    "essayez la même adresse en https",
                    "try the same address in https",
                )),
            );
            Some(Target::Outside)
        }
        Some(scheme) if !scheme.contains('/') => {
            faults.push(
                Diagnostic::error(
                    "forbidden-link",
                    span,
                    say(
                        format!("un lien « {scheme}: » n'est pas permis"),
                        format!("a “{scheme}:” link is not allowed"),
                    ),
                )
                .help(say(
                    "liez une page en https, une fiche (laep/nom), mailto: ou tel:",
                    "link an https page, a record (laep/name), mailto: or tel:",
                )),
            );
            None
        }
        _ => record(url, span, faults),
    }
}

/// Whether an address has `//` and a host with a point.
fn has_host(url: &str) -> bool {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.trim_matches('.').contains('.')
}

/// Tells a `mailto:` that is no address: `name@host.tld`, perhaps with a subject after `?`.
fn mail(url: &str, span: Span, faults: &mut Vec<Diagnostic>) {
    let rest = url.split_once(':').map_or("", |(_, rest)| rest);
    let address = rest.split('?').next().unwrap_or_default();
    let is_sound = address.split_once('@').is_some_and(|(name, host)| {
        let dotted = host.split_once('.');
        !name.is_empty()
            && !host.contains('@')
            && dotted.is_some_and(|(first, last)| !first.is_empty() && !last.is_empty())
    });
    if !is_sound {
        faults.push(
            Diagnostic::error(
                "forbidden-link",
                span,
                say(
                    format!("« {address} » n'est pas une adresse électronique"),
                    format!("“{address}” is not an e-mail address"),
                ),
            )
            .help(say(
                "écrivez par exemple mailto:contact@exemple.fr",
                "write for example mailto:contact@exemple.fr",
            )),
        );
    }
}

/// Tells a number that no telephone would dial: it is digits, perhaps after a `+`.
fn telephone(url: &str, span: Span, faults: &mut Vec<Diagnostic>) {
    let number = url.split_once(':').map_or("", |(_, number)| number);
    let digits = number.strip_prefix('+').unwrap_or(number);
    let sound = (2..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if !sound {
        faults.push(
            Diagnostic::error(
                "forbidden-link",
                span,
                say(
                    format!("« {number} » ne se compose pas sur un téléphone"),
                    format!("“{number}” can't be dialled"),
                ),
            )
            .help(say(
                "écrivez les chiffres sans espace : tel:+33123456789, ou tel:3919",
                "write the digits without blanks: tel:+33123456789, or tel:3919",
            )),
        );
    }
}

fn record<'t>(url: &'t str, span: Span, faults: &mut Vec<Diagnostic>) -> Option<Target<'t>> {
    let (path, anchor) = url
        .split_once('#')
        .map_or((url, None), |(path, anchor)| (path, Some(anchor)));
    let sound = path.contains('/')
        && path.split('/').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        });
    if sound {
        return Some(Target::Record(path, anchor));
    }
    let site = path.strip_prefix("//").filter(|host| host.contains('.'));
    let proposal = path
        .trim_start_matches("../")
        .trim_start_matches("./")
        .trim_matches('/')
        .trim_end_matches(".md")
        .trim_end_matches(".yml");
    let folded = fold(proposal);
    let help = if let Some(host) = site {
        say(
            format!("pour un site, écrivez l'adresse entière : https://{host}"),
            format!("for a site, write the whole address: https://{host}"),
        )
    } else if proposal.contains('/') && proposal != path {
        say(
            format!("écrivez « {proposal} », sans « / » aux bouts ni extension"),
            format!("write “{proposal}”, without “/” at the ends nor extension"),
        )
    } else if folded.contains('/') && !folded.contains(['.', '@', ':']) && folded != path {
        say(
            format!("écrivez « {folded} », en minuscules, sans accent ni espace"),
            format!("write “{folded}”, in small letters, without accents or blanks"),
        )
    } else if path.contains('@') {
        say(
            format!("pour une adresse électronique, écrivez mailto:{path}"),
            format!("for an e-mail address, write mailto:{path}"),
        )
    } else if path.contains('.') {
        say(
            format!("pour un site, écrivez l'adresse entière : https://{path}"),
            format!("for a site, write the whole address: https://{path}"),
        )
    } else {
        say(
            "écrivez laep/nom-de-la-fiche, pages/section/nom, ou https://…",
            "write laep/name-of-the-record, pages/section/name, or https://…",
        )
    };
    faults.push(
        Diagnostic::error(
            "forbidden-link",
            span,
            say(
                format!("« {url} » ne mène ni à une fiche ni à un site"),
                format!("“{url}” leads neither to a record nor to a site"),
            ),
        )
        .help(help),
    );
    None
}

/// Tells a link by a name that the text does not define: it would be shown as it is written.
///
/// Brackets around words alone are no link: « [à confirmer] » is what was meant.
pub(super) fn check_lost(kind: LinkType, name: &str, span: Span, faults: &mut Vec<Diagnostic>) {
    let by_name = matches!(kind, LinkType::Reference | LinkType::Collapsed);
    if !by_name && !name.starts_with('^') {
        return;
    }
    faults.push(
        Diagnostic::warning(
            "undefined-reference",
            span,
            say(
                format!("rien dans ce texte ne définit « [{name}] »"),
                format!("nothing in this text defines “[{name}]”"),
            ),
        )
        .help(say(
            format!("ajoutez une ligne « [{name}]: … », ou écrivez [texte](adresse)"),
            format!("add a line “[{name}]: …”, or write [text](address)"),
        )),
    );
}

/// Tells an image that is not a file of the content.
pub(super) fn check_image(url: &str, span: Span, faults: &mut Vec<Diagnostic>) -> bool {
    let outside = url.contains(':') || url.starts_with("//");
    if outside || url.is_empty() {
        faults.push(
            Diagnostic::error("foreign-image", span, say("une image d'un autre site n'est pas permise", "an image of another site is not allowed"))
                .help(say("copiez l'image dans content/medias/ et écrivez ![ce qu'elle montre](medias/plan.png)", "copy the image into content/medias/ and write ![what it shows](medias/plan.png)")),
        );
    }
    !outside && !url.is_empty()
}
