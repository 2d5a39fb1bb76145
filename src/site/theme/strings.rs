//! The words of the interface, by language: flat dotted keys, merged by key with a site's own.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use minijinja::value::{Kwargs, Object, from_args};
use minijinja::{Error, ErrorKind, State, Value};

use super::DEFAULT;
use crate::check::Guide;
use crate::diag::{Diagnostic, Report, Span, say};
use crate::model::values::Term as _;
use crate::source::Sources;
use crate::text::yaml::from_ours;

/// The words of the interface in one language.
///
/// Templates call it: `t("list.count", n=12)` fills `{n}` in `list.count.other`.
#[derive(Debug)]
pub struct Strings {
    language: Box<str>,
    /// Each text as templates have it, made once.
    texts: HashMap<Box<str>, Value>,
    /// The keys, sorted.
    keys: Vec<Box<str>>,
}

impl Strings {
    fn new(language: &str, texts: HashMap<Box<str>, Value>) -> Strings {
        let mut keys: Vec<Box<str>> = texts.keys().cloned().collect();
        keys.sort_unstable();
        Strings {
            language: language.into(),
            texts,
            keys,
        }
    }

    /// The text of a key; the key itself where there is none.
    pub fn get<'s>(&'s self, key: &'s str) -> &'s str {
        self.find(key).unwrap_or(key)
    }

    /// The text of a key, where there is one.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.texts.get(key)?.as_str()
    }

    /// The text of a key with its `{names}` filled.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(key), |name| {
            values
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    /// The text of a key for a number, in the form that the language asks for, with `{n}` and other names filled.
    pub fn count(&self, key: &str, n: usize, values: &[(&str, &str)]) -> String {
        let number = n.to_string();
        let text = self.plural(key, n).unwrap_or(key);
        fill(text, |name| match name {
            "n" => Some(number.clone()),
            _ => values
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned()),
        })
    }

    /// The texts whose keys begin so, by key.
    pub fn under(&self, start: &str) -> BTreeMap<&str, &str> {
        let first = self.keys.partition_point(|key| &**key < start);
        self.keys[first..]
            .iter()
            .take_while(|key| key.starts_with(start))
            .filter_map(|key| Some((&**key, self.find(key)?)))
            .collect()
    }

    /// The keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| &**key)
    }

    fn plural(&self, key: &str, n: usize) -> Option<&str> {
        self.find(&format!("{key}.{}", category(&self.language, n)))
            .or_else(|| self.find(&format!("{key}.other")))
    }
}

impl Object for Strings {
    fn call(self: &Arc<Self>, _: &mut State<'_, '_>, args: &[Value]) -> Result<Value, Error> {
        // Most texts have nothing to be filled.
        if let [key] = args
            && let Some(text) = key.as_str().and_then(|key| self.texts.get(key))
        {
            return Ok(text.clone());
        }
        let (key, values): (&str, Kwargs) = from_args(args)?;
        let n: Option<usize> = if values.has("n") {
            Some(values.get("n")?)
        } else {
            None
        };
        let text = self.find(key).or_else(|| self.plural(key, n?));
        let Some(text) = text else {
            return Err(Error::new(
                ErrorKind::InvalidOperation,
                format!("no string « {key} » in {}", self.language),
            ));
        };
        let filled = fill(text, |name| {
            values
                .get::<Value>(name)
                .ok()
                .map(|value| value.to_string())
        });
        values.assert_all_used()?;
        Ok(Value::from(filled))
    }
}

/// The plural category of a number of things, by the rules of CLDR for whole numbers.
fn category(language: &str, n: usize) -> &'static str {
    match (language, n, n % 100) {
        ("fr", 0 | 1, _) => "one",
        ("ar", 0, _) => "zero",
        (_, 1, _) => "one",
        ("ar", 2, _) => "two",
        ("ar", _, 3..=10) => "few",
        ("ar", _, 11..=99) => "many",
        _ => "other",
    }
}

/// The text with each `{name}` filled; a name without a value stays as it is.
fn fill(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match value(name) {
            Some(value) => filled.push_str(&value),
            None => filled.extend(["{", name, "}"]),
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// The strings of every language of the guide; a language without any, and faults of files, are told.
pub(super) fn all(
    sources: &Sources,
    guide: &Guide,
    own: &str,
    report: &mut Report,
) -> Vec<Arc<Strings>> {
    let mut all = Vec::new();
    for code in guide.languages() {
        let mut texts = HashMap::new();
        for theme in [DEFAULT, own] {
            let Some(file) = sources.find(&format!("themes/{theme}/strings/{code}.yml")) else {
                continue;
            };
            match from_ours::<BTreeMap<Box<str>, Box<str>>>(sources.text(file)) {
                Ok(read) => {
                    let read = read.into_iter();
                    texts.extend(read.map(|(key, text)| (key, Value::from(&*text))));
                }
                Err(error) => {
                    let text = sources.text(file);
                    let line = error.position().map_or(1, |(line, _)| line);
                    let start: usize = text
                        .split_inclusive('\n')
                        .take(line - 1)
                        .map(str::len)
                        .sum();
                    let start = u32::try_from(start).unwrap_or(u32::MAX);
                    let span = Span {
                        file,
                        start,
                        end: start,
                    };
                    report.push(
                        Diagnostic::error(
                            "bad-strings",
                            span,
                            say(
                                "ce fichier de mots ne se lit pas",
                                "this file of strings can't be read",
                            ),
                        )
                        .help(say(
                            format!("une ligne par mot : « clé: \"texte\" » ({error})"),
                            format!("one line each: “key: \"text\"” ({error})"),
                        )),
                    );
                }
            }
        }
        if texts.is_empty() {
            tell_missing(sources, guide, code, report);
        }
        all.push(Arc::new(Strings::new(code, texts)));
    }
    all
}

fn tell_missing(sources: &Sources, guide: &Guide, code: &str, report: &mut Report) {
    let config = &guide.config;
    let written = config
        .languages
        .iter()
        .chain(&config.language)
        .find(|language| language.code() == code);
    let folder = format!("themes/{DEFAULT}/strings/");
    let known: Vec<&str> = sources
        .under(&folder)
        .filter_map(|(_, path)| path.strip_prefix(&*folder)?.strip_suffix(".yml"))
        .collect();
    let known = known.join(", ");
    report.push(
        Diagnostic::error(
            "language-without-strings",
            written.map_or(config.url.span, |language| language.span),
            say(
                format!("le site n'a pas de mots en « {code} »"),
                format!("the site has no strings in “{code}”"),
            ),
        )
        .help(say(
            format!("les langues qu'il a : {known}"),
            format!("the languages it has: {known}"),
        )),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(language: &str, texts: &[(&str, &str)]) -> Strings {
        let texts = texts.iter();
        let texts = texts.map(|(key, text)| ((*key).into(), Value::from(*text)));
        Strings::new(language, texts.collect())
    }

    #[test]
    fn a_number_takes_the_form_of_its_language() {
        let french = strings("fr", &[("x.one", "{n} fiche"), ("x.other", "{n} fiches")]);
        assert_eq!(
            [0, 1, 2].map(|n| french.count("x", n, &[])),
            ["0 fiche", "1 fiche", "2 fiches"]
        );
        let arabic = strings("ar", &[("x.few", "few"), ("x.other", "other")]);
        assert_eq!(
            [3, 11, 100].map(|n| arabic.count("x", n, &[])),
            ["few", "other", "other"]
        );
    }

    #[test]
    fn only_names_that_are_given_are_filled() {
        let english = strings("en", &[("x", "{a} and {b}, {")]);
        assert_eq!(english.fill("x", &[("a", "{b}")]), "{b} and {b}, {");
    }
}
