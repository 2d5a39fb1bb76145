//! Addresses on the web and of mail, as links may hold them.

use crate::diag::{Diagnostic, say};
use crate::mapping;
use crate::text::yaml::{Decode, Decoder, Fields, Node};

use super::FileRef;

/// An `https` or `http` address, whole and without blanks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebUrl(Box<str>);

impl WebUrl {
    /// Reads an address; `None` where it is not `http(s)`, has no host with a point, or holds what no address may.
    pub fn parse(text: &str) -> Option<WebUrl> {
        let (scheme, rest) = text.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        if !matches!(&*scheme, "https" | "http") {
            return None;
        }
        let host = rest.split(['/', '?', '#']).next()?;
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let sound_host = name.contains('.')
            && name.split('.').all(|label| {
                !label.is_empty()
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            })
            && host
                .rsplit_once(':')
                .is_none_or(|(_, port)| port.parse::<u16>().is_ok());
        let sound_text = text.chars().all(|c| {
            !c.is_whitespace()
                && !c.is_control()
                && !is_invisible(c)
                && !matches!(c, '<' | '>' | '"' | '`' | '{' | '}' | '\\' | '^' | '|')
        });
        (sound_host && sound_text && text.len() <= 2000)
            .then(|| WebUrl(format!("{scheme}://{rest}").into()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is `https`.
    pub fn is_secure(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// The host, without `www.`, as a link's words: `caf.fr`.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or(&*self.0, |(_, rest)| rest);
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
        host.strip_prefix("www.").unwrap_or(host)
    }
}

impl Decode for WebUrl {
    fn fallback() -> Option<Self> {
        Some(WebUrl("https://".into()))
    }

    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder
            .text(
                node,
                say("une adresse web", "a web address"),
                "https://www.exemple.fr/page",
            )?
            .trim();
        let url = WebUrl::parse(text);
        match &url {
            None if names_a_user(text) => decoder.fault(
                Diagnostic::error(
                    "bad-url",
                    node.span,
                    say(
                        "cette adresse web contient un identifiant ou un mot de passe",
                        "this web address holds a user name or a password",
                    ),
                )
                .help(say(
                    "supprimez ce qui est avant « @ » ; un mot de passe qui a été publié se change",
                    "remove what stands before “@”; a password that was published is to be changed",
                ))
                .masked(),
            ),
            None => {
                let help = match WebUrl::parse(&format!("https://{text}")) {
                    Some(url) if !text.contains("://") => say(
                        format!("écrivez {}", url.as_str()),
                        format!("write {}", url.as_str()),
                    ),
                    _ if WebUrl::parse(&text.replace(' ', "%20")).is_some() => say(
                        format!("écrivez {}", text.replace(' ', "%20")),
                        format!("write {}", text.replace(' ', "%20")),
                    ),
                    _ => say(
                        "écrivez une adresse entière, par exemple https://www.exemple.fr/page",
                        "write a whole address, such as https://www.exemple.fr/page",
                    ),
                };
                decoder.error(
                    "bad-url",
                    node.span,
                    say(
                        format!("« {text} » n'est pas une adresse web"),
                        format!("“{text}” is not a web address"),
                    ),
                    help,
                );
            }
            Some(url) if !url.is_secure() => {
                let secure = url.as_str().replacen("http:", "https:", 1);
                decoder.fault(
                    Diagnostic::warning(
                        "insecure-url",
                        node.span,
                        say(
                            "adresse en http : la connexion n'est pas protégée",
                            "an http address: the connection is not protected",
                        ),
                    )
                    .help(say(format!("essayez {secure}"), format!("try {secure}"))),
                );
            }
            Some(_) => {}
        }
        url
    }
}

/// Whether an address holds a user's name before its host, which nobody should publish.
fn names_a_user(text: &str) -> bool {
    let after = text.split_once("://").map_or("", |(_, rest)| rest);
    let host = after.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('@')
}

/// Whether a character has no width: copied along from a page, it leads elsewhere.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(Box<str>);

impl Email {
    /// Reads an address of the plain form `name@host.tld`.
    pub fn parse(text: &str) -> Option<Email> {
        let (name, host) = text.split_once('@')?;
        let sound_name = !name.is_empty()
            && name.len() <= 64
            && !name.starts_with('.')
            && !name.ends_with('.')
            && !name.contains("..")
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?_.~".contains(&b));
        let sound_host = host.contains('.')
            && host.len() <= 253
            && host.split('.').all(|label| {
                !label.is_empty()
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b == b'-')
            });
        let top = host.rsplit('.').next().unwrap_or_default();
        let sound_top = top.len() >= 2 && !top.bytes().all(|b| b.is_ascii_digit());
        (sound_name && sound_host && sound_top).then(|| Email(text.into()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Decode for Email {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder
            .text(
                node,
                say("une adresse électronique", "an e-mail address"),
                "contact@exemple.fr",
            )?
            .trim();
        let email = Email::parse(text);
        if email.is_none() {
            decoder.error(
                "bad-email",
                node.span,
                say(format!("« {text} » n'est pas une adresse électronique"), format!("“{text}” is not an e-mail address")),
                say("écrivez une seule adresse, sans espace ni accent, par exemple contact@exemple.fr", "write one address, without blanks or accents, such as contact@exemple.fr"),
            );
        }
        email
    }
}

mapping! {
    /// A document or a link: a title, and a file of the content or a web address.
    pub struct Link {
        /// What it is called.
        pub title: Box<str> = "titre",
        /// The file, beside the record or in `medias/`.
        pub file: Option<FileRef> = "fichier",
        /// The web address.
        pub url: Option<WebUrl> = "url",
        /// A word on it.
        pub details: Option<Box<str>> = "precisions",
    }
    check leads_somewhere;
}

fn leads_somewhere(this: &mut Link, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if this.file.is_none() && this.url.is_none() && !decoder.has_error_within(fields.span()) {
        decoder.error(
            "missing-key",
            fields.span(),
            say(
                "il manque « fichier » ou « url »",
                "“fichier” or “url” is missing",
            ),
            say(
                "ajoutez url: https://…, ou fichier: le nom d'un fichier de content/medias/",
                "add url: https://…, or fichier: the name of a file of content/medias/",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_could_do_harm_or_lead_nowhere_are_refused() {
        for good in [
            "https://monenfant.fr",
            "http://www.caf.fr/a?b=c#d",
            "https://exemple.fr:8080/é",
            "HTTPS://exemple.fr/",
        ] {
            assert!(WebUrl::parse(good).is_some(), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "caf.fr",
            "https://",
            "https://a b.fr",
            "https://x.fr/<script>",
            "ftp://x.fr",
            "https://localhost/",
            "https://user@x.fr",
            "https://-x.fr/",
            "https://x.fr/\u{200b}",
        ] {
            assert!(WebUrl::parse(bad).is_none(), "{bad}");
        }
        assert_eq!(
            WebUrl::parse("https://www.caf.fr:443/x").unwrap().host(),
            "caf.fr"
        );
        assert!(Email::parse("contact@example.org").is_some());
        for bad in [
            "a@b",
            "é@x.fr",
            "a b@x.fr",
            "a@x.fr, b@x.fr",
            "@x.fr",
            "a@-x.fr",
            "a@1.2.3.4",
            "a@b.c",
        ] {
            assert!(Email::parse(bad).is_none(), "{bad}");
        }
    }
}
