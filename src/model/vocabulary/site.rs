//! A site's own vocabulary: `content/vocabulaire.yml`.

use crate::diag::{Diagnostic, Spanned, Text, say};
use crate::mapping;
use crate::text::nearest::nearest;
use crate::text::yaml::{Decode as _, Decoder, Node};

use super::super::values::Slug;
use super::{EXTENSIBLE, Entry, Vocabulary};

mapping! {
    /// What a site says of a code.
    pub struct Patch {
        /// Its label.
        pub label: Option<Box<str>> = "libelle",
        /// Its label as a heading of several.
        pub plural: Option<Box<str>> = "pluriel",
        /// One sentence for a parent.
        pub description: Option<Box<str>> = "description",
        /// What parents type.
        pub synonyms: Vec<Box<str>> = "synonymes",
        /// The code under which it stands.
        pub parent: Option<Spanned<Box<str>>> = "parent",
        /// Its texts in other languages.
        pub translations: Option<PatchTranslations> = "traductions",
    }

    /// A code's texts in another language.
    pub struct PatchTexts {
        /// The label.
        pub label: Option<Box<str>> = "libelle",
        /// The label as a heading of several.
        pub plural: Option<Box<str>> = "pluriel",
        /// One sentence for a parent.
        pub description: Option<Box<str>> = "description",
        /// What parents type.
        pub synonyms: Vec<Box<str>> = "synonymes",
    }
}

/// A code's texts in other languages.
#[derive(Debug, Clone)]
pub struct PatchTranslations(pub Vec<(Box<str>, PatchTexts)>);

impl crate::text::yaml::Decode for PatchTranslations {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let Some(entries) = node.as_mapping() else {
            decoder.wrong_type(
                node,
                say("un groupe de langues", "a group of languages"),
                "« traductions: {de: {libelle: …}} »",
            );
            return None;
        };
        let texts = entries.iter().filter_map(|entry| {
            Some((
                entry.key.as_ref().into(),
                PatchTexts::decode(&entry.value, decoder)?,
            ))
        });
        Some(PatchTranslations(texts.collect()))
    }
}

impl Vocabulary {
    /// Takes over what a site says, and tells its faults.
    pub fn extend(&mut self, node: &Node<'_>, decoder: &mut Decoder) {
        let Some(lists) = node.as_mapping() else {
            decoder.wrong_type(
                node,
                say("un groupe de listes", "a group of lists"),
                "« themes: {signes-bebe: {libelle: Signer avec bébé}} »",
            );
            return;
        };
        for list in lists {
            // The contract writes `lieux.type` where a file is called `lieux_type`.
            let name = list.key.replace('.', "_");
            if self.lists.contains_key(&*name) && !["kinds", "accessibilite"].contains(&&*name) {
                self.extend_list(&name, &list.value, decoder);
                continue;
            }
            let help = match nearest(&name, self.names()) {
                Some(near) => did_you_mean(near),
                None => extensible(),
            };
            decoder.error(
                "unknown-list",
                list.key_span,
                say(
                    format!("liste inconnue « {} »", list.key),
                    format!("unknown list “{}”", list.key),
                ),
                help,
            );
        }
    }

    fn extend_list(&mut self, name: &str, node: &Node<'_>, decoder: &mut Decoder) {
        let Some(codes) = node.as_mapping() else {
            decoder.wrong_type(
                node,
                say("un groupe de codes", "a group of codes"),
                "« signes-bebe: {libelle: Signer avec bébé} »",
            );
            return;
        };
        for code in codes {
            let Some(patch) = Patch::decode(&code.value, decoder) else {
                continue;
            };
            let known = self.entry(name, &code.key).cloned();
            if known.is_none() && !EXTENSIBLE.contains(&name) {
                let near = nearest(&code.key, self.lists[name].iter().map(|(code, _)| code));
                decoder.fault(
                    Diagnostic::error(
                        "closed-list",
                        code.key_span,
                        say(
                            format!(
                                "la liste « {name} » ne s'étend pas : « {} » n'y est pas",
                                code.key
                            ),
                            format!(
                                "the list “{name}” can't be extended: it has no “{}”",
                                code.key
                            ),
                        ),
                    )
                    .help(match near {
                        Some(near) => did_you_mean(near),
                        None => extensible(),
                    }),
                );
                continue;
            }
            if known.is_none() && Slug::read(&code.key, code.key_span, decoder).is_none() {
                continue;
            }
            if known.is_none() && patch.label.is_none() {
                decoder.error(
                    "missing-key",
                    code.key_span,
                    say(
                        "un nouveau code a besoin d'un « libelle »",
                        "a new code needs a “libelle”",
                    ),
                    say("ajoutez libelle: …", "add libelle: …"),
                );
                continue;
            }
            let entry = known.unwrap_or_default().patched(patch);
            if let Some(list) = self.lists.get_mut(name) {
                list.set(&code.key, entry);
            }
        }
        self.check_parents(name, codes, decoder);
    }

    fn check_parents(
        &self,
        name: &str,
        codes: &[crate::text::yaml::Entry<'_>],
        decoder: &mut Decoder,
    ) {
        for code in codes {
            let Some((node, parent)) = code
                .value
                .get("parent")
                .and_then(|node| Some((node, node.as_text()?)))
            else {
                continue;
            };
            if self.entry(name, parent).is_none() {
                let near = self
                    .lists
                    .get(name)
                    .and_then(|list| nearest(parent, list.iter().map(|(code, _)| code)));
                decoder.fault(
                    Diagnostic::error(
                        "unknown-value",
                        node.span,
                        say(
                            format!("« {parent} » n'est pas dans la liste « {name} »"),
                            format!("“{parent}” is not in the list “{name}”"),
                        ),
                    )
                    .help(match near {
                        Some(near) => did_you_mean(near),
                        None => say(
                            format!("créez d'abord « {parent} » dans cette liste, ou supprimez ce « parent »"),
                            format!("first make “{parent}” in this list, or remove this “parent”"),
                        ),
                    }),
                );
            } else if self.is_within(name, parent, &code.key) {
                decoder.error(
                    "own-ancestor",
                    node.span,
                    say(
                        format!("« {} » serait son propre ancêtre", code.key),
                        format!("“{}” would be its own ancestor", code.key),
                    ),
                    say("supprimez ce « parent »", "remove this “parent”"),
                );
            }
        }
    }
}

fn did_you_mean(near: &str) -> Text {
    say(
        format!("vouliez-vous dire « {near} » ?"),
        format!("did you mean “{near}”?"),
    )
}

fn extensible() -> Text {
    let names = EXTENSIBLE.iter().map(|list| match *list {
        "lieux_type" => "lieux.type",
        "partenaires_type" => "partenaires.type",
        list => list,
    });
    let all = names.collect::<Vec<_>>().join(", ");
    say(
        format!("les listes que l'on peut étendre : {all}"),
        format!("the lists that may be extended: {all}"),
    )
}

impl Entry {
    fn patched(mut self, patch: Patch) -> Entry {
        let text = |text: Box<str>| text.into_string();
        if let Some(label) = patch.label {
            // A plural of the former label would contradict the new one.
            (self.label, self.plural, self.short) = (label.into(), None, None);
        }
        self.plural = patch.plural.map(text).or(self.plural);
        self.description = patch.description.map(text).or(self.description);
        self.synonyms.extend(patch.synonyms.into_iter().map(text));
        self.parent = patch
            .parent
            .map(|parent| text(parent.value))
            .or(self.parent);
        for (language, texts) in patch
            .translations
            .into_iter()
            .flat_map(|translations| translations.0)
        {
            let into = self.translations.entry(language.into()).or_default();
            if texts.label.is_some() {
                into.plural = None;
            }
            into.label = texts.label.map(text).or(into.label.take());
            into.plural = texts.plural.map(text).or(into.plural.take());
            into.description = texts.description.map(text).or(into.description.take());
            into.synonyms.extend(texts.synonyms.into_iter().map(text));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FileId;
    use crate::text::yaml::parse;

    #[test]
    fn a_site_says_built_in_codes_in_its_own_words_in_any_language() {
        let text = "lieux_type:\n  ludotheque:\n    libelle: La Toupie\n    traductions: {de: {libelle: Spielhaus}}\n";
        let (node, faults) = parse(FileId(0), text, 0);
        assert_eq!(faults, []);
        let (mut vocabulary, mut decoder) = ((*Vocabulary::builtin()).clone(), Decoder::default());
        vocabulary.extend(&node.unwrap(), &mut decoder);
        assert_eq!(decoder.faults, []);
        let entry = vocabulary.entry("lieux_type", "ludotheque").unwrap();
        assert_eq!(
            (entry.label("fr"), entry.plural("fr")),
            ("La Toupie", "La Toupie")
        );
        assert_eq!(
            (entry.label("de"), entry.plural("de")),
            ("Spielhaus", "Spielhaus")
        );
        // What the site doesn't say stays as it is built in.
        assert_eq!(
            (entry.label("en"), entry.plural("en")),
            ("Toy library", "Toy libraries")
        );
    }
}
