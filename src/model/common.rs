//! Keys that every record of any kind may have.

use jiff::civil::Date;

use crate::diag::{Diagnostic, Spanned, say};
use crate::mapping;
use crate::text::yaml::{Decode, Decoder, Fields, FromFields, Key, Kind, Node};

use super::markdown::Markdown;
use super::values::{
    Link, PartialDate, PartnerRef, Slug, Summary, Title, VerificationMeans, WebUrl,
};

mapping! {
    /// Keys that every record of any kind may have.
    pub struct Common {
        /// Where the facts come from.
        pub sources: Vec<Source> = "sources",
        /// Documents to read or print.
        pub documents: Vec<Link> = "documents",
        /// Links to other sites.
        pub links: Vec<Link> = "liens",
        /// When somebody last made sure of the facts.
        pub verified: Option<Verification> = "verifie",
        /// Whether it is a draft: checked, never published.
        pub draft: Option<bool> = "brouillon",
        /// Whether it is an example.
        pub example: Option<bool> = "exemple",
        /// For the team: never in any output.
        pub private: Option<Private> = "prive",
        /// Texts in other languages.
        pub translations: Option<Translations> = "traductions",
        /// Former slugs, whose addresses lead here.
        pub former_names: Vec<Spanned<Slug>> = "anciens_noms",
        /// Whether a visit must leave few traces.
        pub discreet: Option<bool> = "discret",
        /// The body, in a file that is YAML alone.
        pub body: Option<Markdown> = "corps",
    }

    /// Where facts come from.
    pub struct Source {
        /// The document's or site's name.
        pub title: Box<str> = "titre",
        /// Its address.
        pub url: Option<SourceUrl> = "url",
        /// Its file.
        pub file: Option<super::values::FileRef> = "fichier",
        /// When it was read or published.
        pub date: Option<PartialDate> = "date",
        /// A word on it.
        pub details: Option<Box<str>> = "precisions",
    }

    /// When somebody last made sure of the facts, never the date of an edit.
    pub struct Verification {
        /// The day; partial for facts taken from a document.
        pub on: Spanned<PartialDate> = "le",
        /// Who made sure.
        pub by: Option<PartnerRef> = "par",
        /// How.
        pub means: Option<VerificationMeans> = "comment",
    }
    check partial_only_for_documents;
}

impl Common {
    /// Whether the record is a draft.
    pub fn is_draft(&self) -> bool {
        self.draft == Some(true)
    }

    /// Whether the record is an example.
    pub fn is_example(&self) -> bool {
        self.example == Some(true)
    }
}

impl Verification {
    /// The last day on which the facts were known to hold.
    pub fn day(&self) -> Date {
        if self.on.is_whole() {
            self.on.first_day()
        } else {
            self.on.last_day()
        }
    }
}

fn partial_only_for_documents(this: &mut Verification, decoder: &mut Decoder, _: &Fields<'_, '_>) {
    if !this.on.is_whole() && this.means != Some(VerificationMeans::Document) {
        decoder.error(
            "partial-verification-date",
            this.on.span,
            say("le jour de la vérification manque", "the day of verification is missing"),
            say(
                "écrivez la date entière (2026-09-01) ; un mois ou une année ne suffit que pour « comment: document »",
                "write the whole date (2026-09-01); a month or year is enough only for “comment: document”",
            ),
        );
    }
}

/// An address among `sources`: one in `http` is worth a note only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceUrl(pub WebUrl);

impl Decode for SourceUrl {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let before = decoder.faults.len();
        let url = WebUrl::decode(node, decoder)?;
        decoder.faults.truncate(before);
        if !url.is_secure() {
            decoder.fault(Diagnostic::note(
                "insecure-url",
                node.span,
                say(
                    "source en http : la connexion n'est pas protégée",
                    "a source in http: the connection is not protected",
                ),
            ));
        }
        Some(SourceUrl(url))
    }
}

/// What is for the team alone; nothing of it is kept, so that nothing of it can be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Private;

impl Decode for Private {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        match node.kind {
            Kind::Mapping(_) => Some(Private),
            _ => {
                decoder.wrong_type(
                    node,
                    say("un groupe de clés", "a group of keys"),
                    "« prive: {note: …} »",
                );
                None
            }
        }
    }
}

/// Texts in other languages, by language.
#[derive(Debug, Clone, Default)]
pub struct Translations<T = Translation>(pub Vec<(Spanned<Box<str>>, T)>);

impl<T> Translations<T> {
    /// The texts in a language.
    pub fn get(&self, language: &str) -> Option<&T> {
        self.0
            .iter()
            .find(|(tag, _)| *tag.value == *language)
            .map(|(_, texts)| texts)
    }
}

impl<T: Decode> Decode for Translations<T> {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let Some(entries) = node.as_mapping() else {
            decoder.wrong_type(
                node,
                say("un groupe de langues", "a group of languages"),
                "« traductions: {de: {titre: …}} »",
            );
            return None;
        };
        let mut texts = Vec::new();
        for entry in entries {
            let Some(translation) = T::decode(&entry.value, decoder) else {
                continue;
            };
            texts.push((
                Spanned::new(entry.key.as_ref().into(), entry.key_span),
                translation,
            ));
        }
        Some(Translations(texts))
    }
}

mapping! {
    /// The texts of a record in one other language.
    pub struct Translation {
        /// The title.
        pub title: Option<Title> = "titre",
        /// The name, where the kind has `nom`.
        pub name: Option<Box<str>> = "nom",
        /// The one-sentence summary.
        pub summary: Option<Summary> = "resume",
        /// The body.
        pub body: Option<Markdown> = "corps",
        /// The easy-to-read text.
        pub easy: Option<Box<str>> = "falc",
        /// What happens at the first visit.
        pub first_visit: Option<Box<str>> = "premiere_visite",
        /// What to bring.
        pub bring: Vec<Box<str>> = "a_apporter",
        /// What is kept confidential.
        pub confidentiality: Option<Box<str>> = "confidentialite",
        /// Who may come, in words.
        pub open_to_details: Option<Box<str>> = "ouvert_a_precisions",
    }
}

/// The keys that a mapping of this type may have, for the schema and for help.
pub fn keys_of<T: FromFields>() -> Vec<Key> {
    let mut keys = Vec::new();
    T::keys(&mut keys);
    keys
}
