//! Languages of the site and of its texts.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Span, say};
use crate::load::Record;
use crate::model::common::Translations;
use crate::model::values::Term as _;
use crate::text::nearest::nearest;

use super::{Check, Context, Run, Words, place};

/// Finds translations into languages in which the site is not offered, and languages without interface.
pub(super) const CHECK: Check = Check {
    codes: &["not-a-site-language", "language-without-interface"],
    title: Words {
        fr: "Une langue que le site ne propose pas",
        en: "A language in which the site is not offered",
    },
    docs: Words {
        fr: "Trouve les « traductions » dans une langue absente de « langues » du guide, et les langues du guide sans textes d'interface.\nUne traduction qui n'est sur aucune page ne sert à aucune famille.\nAjoutez la langue à « langues » dans guide.yml, ou corrigez son code.",
        en: "Finds “traductions” into a language that is not among the guide's “langues”, and languages without interface texts.\nA translation that is on no page helps no family.\nAdd the language to “langues” in guide.yml, or correct its code.",
    },
    run: &[Run::Record(run), Run::Whole(site)],
};

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    if let Some(translations) = &record.data.common().translations {
        told(context, written(translations), faults);
    }
}

/// The languages of some translations, where they stand.
fn written<T>(translations: &Translations<T>) -> impl Iterator<Item = (&str, Span)> {
    let languages = translations.0.iter();
    languages.map(|(language, _)| (&*language.value, language.span))
}

fn told<'t>(
    context: &Context<'_>,
    languages: impl Iterator<Item = (&'t str, Span)>,
    faults: &mut Vec<Diagnostic>,
) {
    let Some(config) = &context.catalogue.config else {
        return;
    };
    let own = config
        .language
        .as_ref()
        .map_or("fr", |language| language.code());
    let offered: Vec<&str> = config
        .languages
        .iter()
        .map(|language| language.code())
        .collect();
    for (code, span) in languages {
        if offered.contains(&code) || code == own {
            continue;
        }
        let all = offered.join(", ");
        let help = match nearest(code, offered.iter().copied()) {
            Some(near) => say(
                format!("vouliez-vous dire « {near} » ?"),
                format!("did you mean “{near}”?"),
            ),
            None if offered.is_empty() && interfaces(context).contains(code) => say(
                format!("ajoutez d'abord « langues: [{code}] » à content/guide.yml"),
                format!("first add “langues: [{code}]” to content/guide.yml"),
            ),
            None if offered.is_empty() => say(
                "le site n'a qu'une langue : supprimez cette traduction",
                "the site has one language only: remove this translation",
            ),
            None => say(
                format!(
                    "les langues du site sont : {all} ; ajoutez-en sous « langues » dans content/guide.yml"
                ),
                format!(
                    "the languages of the site are: {all}; add more under “langues” in content/guide.yml"
                ),
            ),
        };
        faults.push(
            Diagnostic::error(
                "not-a-site-language",
                span,
                say(
                    format!("« {code} » n'est pas une langue du site"),
                    format!("“{code}” is not a language of the site"),
                ),
            )
            .help(help),
        );
    }
}

fn site(context: &Context<'_>, faults: &mut Vec<Diagnostic>) {
    let Some(config) = &context.catalogue.written else {
        return;
    };
    let home = config
        .home
        .as_ref()
        .and_then(|home| home.translations.as_ref());
    for translations in config.common.translations.iter().chain(home) {
        told(context, written(translations), faults);
    }
    let own = context.sources.find("content/numeros.yml");
    for number in &context.catalogue.numbers {
        if let Some(translations) = &number.translations
            && Some(number.verified.on.span.file) == own
        {
            told(context, written(translations), faults);
        }
    }
    let vocabulary = context.sources.find("content/vocabulaire.yml");
    if let Some(lists) = vocabulary.and_then(|file| place::tree(context.sources, file)) {
        let lists = lists.as_mapping().into_iter().flatten();
        let codes = lists.flat_map(|list| list.value.as_mapping().into_iter().flatten());
        let texts = codes.filter_map(|code| code.value.get("traductions")?.as_mapping());
        let languages = texts.flatten().map(|entry| (&*entry.key, entry.key_span));
        told(context, languages, faults);
    }
    let interfaces = interfaces(context);
    let all = interfaces.iter().copied().collect::<Vec<_>>().join(", ");
    let languages: Vec<(&str, Span)> = config
        .language
        .iter()
        .chain(&config.languages)
        .map(|language| (language.code(), language.span))
        .collect();
    for (code, span) in languages {
        let known = context
            .catalogue
            .vocabulary
            .entry("langues", code)
            .is_some();
        // A code that is none is told as such; a build without any interface says nothing of languages.
        if known && !interfaces.is_empty() && !interfaces.contains(code) {
            faults.push(
                Diagnostic::error(
                    "language-without-interface",
                    span,
                    say(
                        format!("pas de textes d'interface en « {code} »"),
                        format!("no interface texts in “{code}”"),
                    ),
                )
                .help(say(
                    format!("les langues qui en ont : {all}"),
                    format!("the languages that have some: {all}"),
                )),
            );
        }
    }
}

/// The languages that have interface strings, in the site's theme or the default one.
fn interfaces<'c>(context: &Context<'c>) -> BTreeSet<&'c str> {
    context
        .sources
        .under("themes/")
        .filter_map(|(_, name)| {
            let (folder, file) = name.rsplit_once('/')?;
            folder
                .ends_with("/strings")
                .then_some(file.strip_suffix(".yml")?)
        })
        .collect()
}
