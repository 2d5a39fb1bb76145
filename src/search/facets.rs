//! Facets: what answers can be narrowed by, and how many of them each choice leaves.
//!
//! Several values of a facet mean « or », facets beside each other « and »: so the counts of a facet leave its own
//! choices out, and a count is the total of the answer that the choice alone would give.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use super::answer::Options;
use super::attribute::{Attribute, BANDS, Facet, attributes};
use super::document::{Document, Price};
use super::index::{Index, IndexError};

/// The facets in the order in which they are offered, with their names towards the outside.
pub(super) const FACETS: [(Facet, &str); 7] = [
    (Facet::Kind, "kind"),
    (Facet::Commune, "commune"),
    (Facet::Theme, "theme"),
    (Facet::Band, "age"),
    (Facet::Day, "day"),
    (Facet::Price, "price"),
    (Facet::Access, "access"),
];

/// A facet with the values that answers bear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetCount {
    /// Its name: `kind`, `commune`, `theme`, `age`, `day`, `price`, `access`.
    pub facet: &'static str,
    /// Whether there may be more than was counted.
    pub more: bool,
    /// Its values: days, ages and prices in their order, others the most frequent first.
    pub values: Vec<ValueCount>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ValueCount {
    /// What to name in [`Options::filters`].
    pub attribute: String,
    /// What parents read.
    pub label: String,
    /// How many answers bear it.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Of how many documents the labels are gathered at once.
const CHUNK: usize = 512;

/// Whether the values of a facet have an order of their own.
fn is_ordered(facet: Facet) -> bool {
    matches!(facet, Facet::Band | Facet::Day | Facet::Price)
}

/// The codes and labels of every facet but the communes, in order.
pub(super) fn values<'a>(index: &'a Index) -> Vec<(Facet, Vec<(String, String)>)> {
    let labels_of = |documents: &'a [Arc<Document>]| {
        let mut labels: BTreeMap<(Facet, &str), &str> = BTreeMap::new();
        for document in documents {
            let known = [
                (Facet::Theme, &document.themes),
                (Facet::Access, &document.access),
            ];
            labels.insert((Facet::Kind, &document.kind.code), &document.kind.text);
            for (facet, all) in known {
                let all = all.iter();
                labels.extend(all.map(|one| ((facet, one.code.as_str()), one.text.as_str())));
            }
        }
        labels
    };
    let chunks = index.documents.par_chunks(CHUNK).map(labels_of);
    let chunks: Vec<BTreeMap<_, _>> = chunks.collect();
    let labels: BTreeMap<(Facet, &str), &str> = chunks.into_iter().flatten().collect();
    let own = |facet: Facet, codes: Vec<String>| -> Vec<(String, String)> {
        let said = |code: String| {
            let name = Attribute::new(facet, code.as_str()).name();
            let label = index.settings.labels.get(&name).unwrap_or(&code).clone();
            (code, label)
        };
        codes.into_iter().map(said).collect()
    };
    let rows = FACETS.into_iter().map(|(facet, _)| {
        let values = match facet {
            Facet::Band => own(
                facet,
                BANDS.iter().map(|band| band.code.to_owned()).collect(),
            ),
            Facet::Day => own(facet, (1..=7).map(|day: u8| day.to_string()).collect()),
            Facet::Price => own(
                facet,
                Price::ALL
                    .iter()
                    .map(|price| price.code().to_owned())
                    .collect(),
            ),
            _ => labels
                .iter()
                .filter(|((of, _), _)| *of == facet)
                .map(|((_, code), label)| ((*code).to_owned(), (*label).to_owned()))
                .collect(),
        };
        (facet, values)
    });
    rows.collect()
}

/// What a document bears of the facets.
pub(super) fn borne(index: &Index, number: u32) -> Vec<Attribute> {
    let is_offered = |facet| FACETS.iter().any(|(known, _)| *known == facet);
    let document = &index.documents[number as usize];
    let mut all = attributes(document, None);
    all.retain(|attribute| is_offered(attribute.facet));
    all
}

impl Index {
    /// How many answers each value of each facet leaves.
    pub fn facets(&self, question: &str, options: &Options) -> Result<Vec<FacetCount>, IndexError> {
        let answering = self.answering(question, options)?;
        let values = values(self);
        let mut all = Vec::new();
        for ((facet, name), (_, mut known)) in FACETS.into_iter().zip(values) {
            let of_others = options.filters.iter().filter(|one| one.facet != facet);
            let others: Vec<Attribute> = of_others.cloned().collect();
            let passes = self.passing(&others, &options.except)?;
            let passing = answering.iter().filter(|number| {
                let passes = passes.as_ref();
                passes.is_none_or(|passes| passes[**number as usize])
            });
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for number in passing {
                let borne = borne(self, *number).into_iter();
                for attribute in borne.filter(|one| one.facet == facet) {
                    *counts.entry(attribute.code).or_default() += 1;
                }
            }
            if facet == Facet::Commune {
                known = named(&self.commune_names(), counts.keys());
            }
            let is_chosen = |code: &str| {
                let mut chosen = options.filters.iter().filter(|one| one.facet == facet);
                chosen.any(|one| one.code == code)
            };
            let mut values: Vec<ValueCount> = known
                .into_iter()
                .map(|(code, label)| ValueCount {
                    count: counts.get(&code).copied().unwrap_or(0),
                    chosen: is_chosen(&code),
                    attribute: Attribute::new(facet, code).name(),
                    label,
                })
                .filter(|value| value.count > 0 || value.chosen)
                .collect();
            if !is_ordered(facet) {
                values.sort_by_key(|value| std::cmp::Reverse(value.count));
            }
            all.push(FacetCount {
                facet: name,
                more: false,
                values,
            });
        }
        Ok(all)
    }

    /// The names of all communes by their codes.
    pub(super) fn commune_names(&self) -> HashMap<&str, &str> {
        let communes = self.settings.communes.iter();
        communes
            .map(|known| (known.insee.as_str(), known.name.as_str()))
            .collect()
    }
}

/// Those codes that have names, with them.
pub(super) fn named<'a>(
    names: &HashMap<&str, &str>,
    codes: impl Iterator<Item = &'a String>,
) -> Vec<(String, String)> {
    codes
        .filter_map(|code| Some((code.clone(), (*names.get(code.as_str())?).to_owned())))
        .collect()
}
