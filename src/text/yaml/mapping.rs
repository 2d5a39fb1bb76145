//! Mappings as structs: each key read once, unknown, missing and duplicate keys told.

use super::decode::{Decoder, Field};
use super::node::{Entry, Node};
use crate::diag::{Diagnostic, Span, say};
use crate::text::nearest::nearest;

/// One key of a mapping, as the contract states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The key as partners write it.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, in one sentence.
    pub doc: &'static str,
}

/// A struct whose fields are keys of a mapping; made by [`mapping!`](crate::mapping).
pub trait FromFields: Sized {
    /// Adds the keys it reads.
    fn keys(keys: &mut Vec<Key>);

    /// Reads its fields; `None` where a required one can't be stood for.
    fn read(fields: &mut Fields<'_, '_>, decoder: &mut Decoder) -> Option<Self>;
}

/// Up to how many keys a help lists all that are allowed.
const FEW: usize = 20;

/// The keys of one mapping while they are read: what is left in the end is unknown.
pub struct Fields<'n, 's> {
    entries: &'n [Entry<'s>],
    read: Vec<bool>,
    span: Span,
}

impl<'n, 's> Fields<'n, 's> {
    /// Begins to read a mapping; tells anything else than one, with the key that it would begin with.
    pub fn of(
        node: &'n Node<'s>,
        known: fn(&mut Vec<Key>),
        decoder: &mut Decoder,
    ) -> Option<Fields<'n, 's>> {
        let Some(entries) = node.as_mapping() else {
            let mut keys = Vec::new();
            known(&mut keys);
            let first = keys.iter().find(|key| key.required).or(keys.first());
            let example = format!("« {{{}: …}} »", first.map_or("clé", |key| key.name));
            decoder.wrong_type(node, say("un groupe de clés", "a group of keys"), &example);
            return None;
        };
        Some(Fields {
            entries,
            read: vec![false; entries.len()],
            span: node.span,
        })
    }

    /// Where the mapping stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Where the value of a key stands; the mapping's own place where it is not there.
    pub fn at(&self, key: &str) -> Span {
        let entry = self.entries.iter().find(|entry| entry.key == key);
        entry.map_or(self.span, |entry| entry.value.span)
    }

    /// Whether a key stands there that nothing has read so far.
    pub fn has_unread(&self) -> bool {
        self.read.iter().any(|read| !read)
    }

    /// The node of a key, now read; nothing written counts as absent.
    pub fn take(&mut self, key: &str) -> Option<&'n Node<'s>> {
        let index = self.entries.iter().position(|entry| entry.key == key)?;
        self.read[index] = true;
        let value = &self.entries[index].value;
        (!value.is_null()).then_some(value)
    }

    /// The place of a key's name, where it is there.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| entry.key_span)
    }

    /// Reads the field of a key.
    ///
    /// An empty text is no value.
    pub fn field<F: Field>(&mut self, key: &'static str, decoder: &mut Decoder) -> Option<F> {
        match self.take(key).filter(|node| !node.is_blank()) {
            Some(node) => F::present(node, decoder),
            None => {
                if F::REQUIRED {
                    decoder.error(
                        "missing-key",
                        self.key_span(key).unwrap_or(self.span),
                        say(
                            format!("il manque la clé « {key} »"),
                            format!("the key “{key}” is missing"),
                        ),
                        say(
                            format!("ajoutez une ligne « {key}: … »"),
                            format!("add a line “{key}: …”"),
                        ),
                    );
                }
                F::absent(self.span)
            }
        }
    }

    /// Whether an entry repeats the key of one before it, which the parser has told.
    fn is_repeated(&self, entry: &Entry<'_>) -> bool {
        let first = self.entries.iter().find(|other| other.key == entry.key);
        first.is_some_and(|first| first.key_span != entry.key_span)
    }

    /// Tells the keys that nothing has read, each with the nearest valid spelling.
    pub fn finish(self, known: fn(&mut Vec<Key>), decoder: &mut Decoder) {
        if self.read.iter().all(|read| *read) {
            return;
        }
        let mut keys = Vec::new();
        known(&mut keys);
        for (entry, _) in self
            .entries
            .iter()
            .zip(&self.read)
            .filter(|(_, read)| !**read)
        {
            let key = &entry.key;
            if self.is_repeated(entry) {
                continue;
            }
            let proposal = nearest(key, keys.iter().map(|key| key.name));
            let is_decimals = key.bytes().all(|b| b.is_ascii_digit()) && entry.value.is_null();
            let help = match proposal {
                // « {montant: 2,50} » is read as two keys.
                _ if is_decimals => say(
                    "un nombre s'écrit avec un point, par exemple 2.50",
                    "a number is written with a point, such as 2.50",
                ),
                Some(near) => {
                    decoder.misspell(near, self.span);
                    say(
                        format!("vouliez-vous dire « {near} » ?"),
                        format!("did you mean “{near}”?"),
                    )
                }
                None if keys.len() > FEW => say(
                    "supprimez-la, ou dites-le dans le texte de la fiche ; une note pour l'équipe va sous « prive »",
                    "remove it, or say it in the record's text; a note for the team goes under “prive”",
                ),
                None => {
                    let all = keys
                        .iter()
                        .map(|key| key.name)
                        .collect::<Vec<_>>()
                        .join(", ");
                    say(
                        format!("les clés possibles ici : {all}"),
                        format!("the keys allowed here: {all}"),
                    )
                }
            };
            let message = say(
                format!("clé inconnue « {key} »"),
                format!("unknown key “{key}”"),
            );
            decoder.fault(Diagnostic::error("unknown-key", entry.key_span, message).help(help));
        }
    }
}

/// Makes structs whose fields are the keys of a mapping.
///
/// `pub field: Type = "key",` reads a key; the type says whether it is required ([`Field`]).
/// `..pub field: Type,` takes over the keys of another such struct.
/// `check function;` at the end calls `fn(&mut Self, &mut Decoder, &Fields)` on what was read, for rules between keys.
#[macro_export]
macro_rules! mapping {
    ($(
        $(#[doc = $doc:literal])+
        pub struct $name:ident {
            $( .. $(#[doc = $flat_doc:literal])* pub $flat:ident : $flat_type:ty, )*
            $( $(#[doc = $field_doc:literal])+ pub $field:ident : $type:ty = $key:literal, )*
        }
        $( check $check:path; )?
    )+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone)]
        pub struct $name {
            $( #[doc = "Keys that other mappings have too."] $(#[doc = $flat_doc])* pub $flat: $flat_type, )*
            $( $(#[doc = $field_doc])+ pub $field: $type, )*
        }

        impl $crate::text::yaml::FromFields for $name {
            fn keys(keys: &mut Vec<$crate::text::yaml::Key>) {
                $( <$flat_type as $crate::text::yaml::FromFields>::keys(keys); )*
                $( keys.push($crate::text::yaml::Key {
                    name: $key,
                    required: <$type as $crate::text::yaml::Field>::REQUIRED,
                    doc: concat!($($field_doc),+),
                }); )*
            }

            fn read(
                fields: &mut $crate::text::yaml::Fields<'_, '_>,
                decoder: &mut $crate::text::yaml::Decoder,
            ) -> Option<Self> {
                // All are read before any is missed, so that every fault of the mapping is told.
                $( let $flat = <$flat_type as $crate::text::yaml::FromFields>::read(fields, decoder); )*
                $( let $field = fields.field::<$type>($key, decoder); )*
                #[allow(unused_mut, reason = "only structs with a check are changed")]
                let mut this = Self { $( $flat: $flat?, )* $( $field: $field?, )* };
                $( $check(&mut this, decoder, fields); )?
                Some(this)
            }
        }

        impl $crate::text::yaml::Decode for $name {
            fn decode(
                node: &$crate::text::yaml::Node<'_>,
                decoder: &mut $crate::text::yaml::Decoder,
            ) -> Option<Self> {
                let known = <Self as $crate::text::yaml::FromFields>::keys;
                let mut fields = $crate::text::yaml::Fields::of(node, known, decoder)?;
                let this = <Self as $crate::text::yaml::FromFields>::read(&mut fields, decoder);
                fields.finish(known, decoder);
                this
            }
        }
    )+};
}
