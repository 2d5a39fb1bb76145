//! The dictionary: keys with their postings, forms and meanings, cut into shards.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use serde_json::{Value, json};
use tantivy::postings::TermInfo;

use super::LONGEST;
use super::again::Made;
use super::memo::Memo;
use super::placing::{self, Placed, Shards};
use crate::search::analyse::FORM;
use crate::search::attribute::{Attribute, Facet};
use crate::search::codec;
use crate::search::index::{Index, IndexError};
use crate::search::meaning::Meaning;
use crate::search::rank::is_common;

/// The dictionary's shards, and the parts of long postings.
pub(super) struct Terms {
    pub(super) shards: Vec<String>,
    /// How many of them, the last ones, are those of attributes.
    pub(super) attributes: usize,
    pub(super) parts: Vec<String>,
}

/// How many rows are made at a time: before they are texts they take many times the room.
const AT_ONCE: usize = 4096;

/// Cuts the dictionary into shards.
pub(super) fn terms(
    index: &Index,
    lists: &BTreeMap<String, usize>,
    memo: Option<&mut Memo>,
) -> Result<Terms, IndexError> {
    let groups: HashMap<usize, String> = (0..index.settings.synonyms.len())
        .into_par_iter()
        .map(|group| {
            Ok((
                group,
                codec::postings(&index.postings(&format!("~{group}"))?),
            ))
        })
        .collect::<Result<_, IndexError>>()?;
    let known = Known {
        index,
        groups: &groups,
        lists,
    };
    let mut parts = Parts::default();
    // The first part is the table of `columns`.
    parts.shards.push(String::new());
    let (shards, attributes) = match memo {
        None => known.whole(&mut parts, None)?,
        Some(memo) => match &memo.fresh {
            None => known.whole(&mut parts, Some(&mut memo.terms))?,
            Some(fresh) => {
                known.renew(&mut memo.terms, fresh)?;
                known.again(&mut memo.terms, &mut parts)
            }
        },
    };
    Ok(Terms {
        shards,
        attributes,
        parts: parts.shards,
    })
}

/// What rows are made of, whatever their key.
pub(super) struct Known<'a> {
    pub(super) index: &'a Index,
    groups: &'a HashMap<usize, String>,
    lists: &'a BTreeMap<String, usize>,
}

impl Known<'_> {
    /// Makes all rows; keeps them where that is wanted.
    fn whole(
        &self,
        parts: &mut Parts,
        mut kept: Option<&mut BTreeMap<String, Made>>,
    ) -> Result<Shards, IndexError> {
        let sources: Vec<(String, Source<'_>)> = sources(self.index)?.into_iter().collect();
        let here = |insee: &str| {
            let key = format!("#c:{insee}");
            let found = sources.binary_search_by(|(known, _)| known.as_str().cmp(&key));
            found.map_or(Ok(Vec::new()), |at| {
                read(self.index, &sources[at].1.postings)
            })
        };
        let mut rows: Vec<Placed<'_>> = Vec::with_capacity(sources.len());
        for sources in sources.chunks(AT_ONCE) {
            let made = sources
                .par_iter()
                .map(|(key, source)| self.row(key, source, &here))
                .collect::<Result<Vec<Row>, IndexError>>()?;
            for ((key, source), row) in sources.iter().zip(made) {
                let (text, is_free) = row.text(key, parts);
                if let Some(kept) = &mut kept {
                    let forms = source.forms.iter().map(|(form, _)| form.clone());
                    let mut made = Made {
                        forms: forms.collect(),
                        row: Some(row),
                        text: None,
                    };
                    if is_free {
                        made.keep(text.clone(), source.meanings);
                    }
                    kept.insert(key.clone(), made);
                }
                rows.push(Placed {
                    key,
                    meanings: source.meanings,
                    text: text.into(),
                });
            }
        }
        Ok(placing::shards(&rows, self.index.settings.tongue))
    }
}

/// Where a row comes from: the slices that hold the key, those of its forms, its meanings.
#[derive(Default)]
pub(super) struct Source<'a> {
    pub(super) postings: Vec<(usize, TermInfo)>,
    /// Sorted; nearly every key has one or two.
    pub(super) forms: Vec<(String, Vec<(usize, TermInfo)>)>,
    pub(super) meanings: &'a [Meaning],
}

fn sources(index: &Index) -> Result<BTreeMap<String, Source<'_>>, IndexError> {
    let keys = index
        .slices
        .par_iter()
        .map(|slice| Ok(slice.keys()?))
        .collect::<Result<Vec<_>, IndexError>>()?;
    let mut sources: BTreeMap<String, Source<'_>> = BTreeMap::new();
    for (slice, keys) in keys.into_iter().enumerate() {
        for (key, info) in keys {
            match key.split_once(FORM) {
                _ if key.starts_with('~') => {}
                None => sources.entry(key).or_default().postings.push((slice, info)),
                Some((stem, form)) => {
                    let forms = &mut sources.entry(stem.to_owned()).or_default().forms;
                    let found = forms.binary_search_by(|(known, _)| known.as_str().cmp(form));
                    let at = found.unwrap_or_else(|at| {
                        forms.insert(at, (form.to_owned(), Vec::new()));
                        at
                    });
                    forms[at].1.push((slice, info));
                }
            }
        }
    }
    for (key, meanings) in &index.meanings.of {
        sources.entry(key.clone()).or_default().meanings = meanings;
    }
    Ok(sources)
}

/// A row before long postings are put apart.
#[derive(Clone)]
pub(super) struct Row {
    pub(super) postings: String,
    /// Whether they are seldom read: those of a word that is everywhere, or of a band of ages.
    pub(super) is_common: bool,
    pub(super) forms: Vec<Value>,
    pub(super) meanings: Vec<Value>,
}

impl Known<'_> {
    /// The row of a key; `here` gives the postings of a commune.
    pub(super) fn row(
        &self,
        key: &str,
        source: &Source<'_>,
        here: &Here<'_>,
    ) -> Result<Row, IndexError> {
        let index = self.index;
        let postings = read(index, &source.postings)?;
        let mut forms = Vec::new();
        for (form, infos) in &source.forms {
            let part = read(index, infos)?;
            forms.push(json!(form));
            if is_common(index.len(), postings.len()) {
                forms.push(json!(" "));
            } else if source.forms.len() > 1 || part.len() < postings.len() {
                forms.push(json!(codec::subset(&postings, &part)));
            }
        }
        Ok(Row {
            is_common: match key.strip_prefix('#') {
                // Bands are read when they are chosen, never with a question.
                Some(attribute) => attribute.starts_with(Facet::Band.letter()),
                None => is_common(index.len(), postings.len()),
            },
            postings: if key.starts_with('#') {
                codec::postings(
                    &postings
                        .into_iter()
                        .map(|(number, _)| (number, 1))
                        .collect::<Vec<_>>(),
                )
            } else {
                codec::postings(&postings)
            },
            forms,
            meanings: self.meaning_rows(source.meanings, here)?,
        })
    }
}

/// Gives the postings of what lies in a commune, or is for it.
type Here<'h> = dyn Fn(&str) -> Result<Vec<(u32, u8)>, IndexError> + Sync + 'h;

pub(super) fn read(
    index: &Index,
    infos: &[(usize, TermInfo)],
) -> Result<Vec<(u32, u8)>, IndexError> {
    let mut postings = Vec::new();
    for (slice, info) in infos {
        index.slices[*slice].read(info, &mut postings)?;
    }
    Ok(postings)
}

impl Known<'_> {
    pub(super) fn meaning_rows(
        &self,
        meanings: &[Meaning],
        here: &Here<'_>,
    ) -> Result<Vec<Value>, IndexError> {
        let meanings = meanings.iter();
        meanings
            .map(|meaning| self.meaning_row(meaning, here))
            .collect()
    }

    fn meaning_row(&self, meaning: &Meaning, here: &Here<'_>) -> Result<Value, IndexError> {
        let Known {
            index,
            groups,
            lists,
        } = self;
        Ok(match meaning {
            Meaning::Group(group) => {
                let known = &index.settings.synonyms[*group];
                let (attribute, label) = match &known.attribute {
                    Some(attribute) => (json!(attribute.name()), json!(known.label)),
                    None => (json!(0), json!(0)),
                };
                let generic = u8::from(known.generic);
                let name = known.attribute.as_ref().map(Attribute::name);
                let list = name.and_then(|name| lists.get(&name)).unwrap_or(&0);
                json!([
                    "g",
                    group,
                    attribute,
                    label,
                    groups.get(group),
                    generic,
                    list
                ])
            }
            Meaning::Hint(group) => {
                let known = &index.settings.synonyms[*group];
                let attribute = known.attribute.as_ref().map(Attribute::name);
                json!(["h", group, attribute, 0, groups.get(group)])
            }
            Meaning::Commune { forms, commune } => {
                let known = &index.settings.communes[*commune];
                let here = codec::postings(&here(&known.insee)?);
                let mut near = String::new();
                let mut next = 0;
                for (place, class) in &index.near[*commune] {
                    codec::push_number(&mut near, place - next);
                    codec::push_number(&mut near, u32::from(*class));
                    next = place + 1;
                }
                json!([
                    "c",
                    known.insee,
                    known.name,
                    forms,
                    known.department,
                    here,
                    near
                ])
            }
            Meaning::Department { forms, code, name } => json!(["z", code, name, forms]),
        })
    }
}

/// Parts of long postings, each text cut once.
#[derive(Default)]
pub(super) struct Parts {
    shards: Vec<String>,
    known: HashMap<String, Value>,
    /// How many times postings were put apart.
    asked: usize,
}

impl Parts {
    fn put(&mut self, postings: String) -> Value {
        if postings.len() <= LONGEST {
            return if postings.is_empty() {
                json!(0)
            } else {
                json!(postings)
            };
        }
        self.apart(postings)
    }

    fn apart(&mut self, postings: String) -> Value {
        self.asked += 1;
        if let Some(known) = self.known.get(&postings) {
            return known.clone();
        }
        let documents = codec::count(&postings);
        let first = self.shards.len();
        // All characters are ASCII, so every byte is a boundary.
        let texts = postings
            .as_bytes()
            .chunks(LONGEST)
            .map(|chunk| json!(String::from_utf8_lossy(chunk)).to_string());
        self.shards.extend(texts);
        let value = json!([first, self.shards.len() - first, documents]);
        self.known.insert(postings, value.clone());
        value
    }
}

impl Row {
    /// Its text, and whether that is the same whatever parts there are.
    pub(super) fn text(&self, key: &str, parts: &mut Parts) -> (String, bool) {
        let asked = parts.asked;
        let mut meanings = self.meanings.clone();
        for meaning in &mut meanings {
            let is_seldom = meaning[0] == "h" || meaning[5] == 1;
            let postings = match meaning[0].as_str() {
                Some("g" | "h") => &mut meaning[4],
                Some("c") => &mut meaning[5],
                _ => continue,
            };
            if let Value::String(text) = postings.take() {
                // What a hint or a generic group brings is seldom read: it is put apart however short it is.
                *postings = if is_seldom {
                    parts.apart(text)
                } else {
                    parts.put(text)
                };
            }
        }
        let or_zero = |list: Vec<Value>| {
            if list.is_empty() {
                json!(0)
            } else {
                Value::Array(list)
            }
        };
        let mut row = vec![
            json!(key),
            if self.is_common {
                parts.apart(self.postings.clone())
            } else {
                parts.put(self.postings.clone())
            },
            or_zero(self.forms.clone()),
            or_zero(meanings),
        ];
        while row.last() == Some(&json!(0)) {
            row.pop();
        }
        // What is made of texts and numbers always has a form in JSON.
        let text = serde_json::to_string(&row).unwrap_or_default();
        (text, parts.asked == asked)
    }
}
