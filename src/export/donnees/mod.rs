//! Data for re-use, under `/donnees/`: one file for each format, [`FORMATS`] is their table.
//!
//! Every format is made of the public views of records alone, and says which of our keys it can't.
//! To add one: write its file, its row here, and its rows in [`DATA_FILES`](crate::site::DATA_FILES).

mod calendar;
mod csv;
mod geojson;
mod hsds;
mod inclusion;
mod json;
mod losses;
mod opening_hours;
mod record;
mod view;

use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::File;
use crate::model::{Kind, UrlPath};
use crate::site::{DATA, Reusable, Site};
use record::Record;

/// What formats are made of.
struct Dataset<'s> {
    site: &'s Site,
    data: Reusable,
    /// The public views, in the order of `data.records`.
    records: Vec<Record<'s>>,
}

/// Writes a file of a format.
type WriteFile = fn(&Dataset<'_>, &mut dyn Write) -> io::Result<()>;

/// A format: its files, and what of a record it can say.
struct Format {
    /// The first of its files or their folder, below `/donnees/`.
    name: &'static str,
    /// Its files: the path of each below `/donnees/`, and what writes it.
    files: &'static [(&'static str, WriteFile)],
    /// The kinds of records that it holds.
    kinds: &'static [Kind],
    /// The keys of records that it says wholly.
    told: &'static [&'static str],
    /// The keys that it says in part, each with what is missing.
    partly: &'static [(&'static str, &'static str)],
    /// What else a user should know.
    notes: &'static [&'static str],
}

/// Every format.
const FORMATS: &[Format] = &[
    json::FORMAT,
    csv::FORMAT,
    geojson::FORMAT,
    inclusion::FORMAT,
    hsds::FORMAT,
    calendar::FORMAT,
];

/// The schema of `guide.json`.
const SCHEMA: &str = include_str!("schema.json");

pub(super) fn files(site: &Site) -> Vec<File<'_>> {
    // The views are made when the first file is written, and shared by all.
    let dataset = Arc::new(OnceLock::new());
    let formats = FORMATS.iter().flat_map(|format| format.files);
    let formats = formats.filter_map(|(name, write)| {
        let dataset = Arc::clone(&dataset);
        let of = move |to: &mut dyn Write| write(dataset.get_or_init(|| Dataset::new(site)), to);
        Some(File::new(path(name)?, of))
    });
    let schema = path("schema.json").map(|path| {
        File::new(path, |to| {
            let id = site.url(0, "/donnees/schema.json");
            to.write_all(SCHEMA.replace("SCHEMA_URL", &id).as_bytes())
        })
    });
    let losses = path("pertes.json")
        .map(|path| File::new(path, |to| to.write_all(&losses::report(FORMATS))));
    formats.chain(schema).chain(losses).collect()
}

fn path(name: &str) -> Option<UrlPath> {
    UrlPath::new(format!("{DATA}{name}"))
}

impl<'s> Dataset<'s> {
    fn new(site: &'s Site) -> Dataset<'s> {
        let data = Reusable::of(site);
        let views = data.records.par_iter();
        Dataset {
            site,
            records: views.map(|index| record::view_of(site, *index)).collect(),
            data,
        }
    }

    /// The public view of a record that is public, by its place among the entries.
    fn record(&self, index: usize) -> Option<&Record<'s>> {
        let at = self.data.records.binary_search(&index).ok()?;
        self.records.get(at)
    }

    /// The label of a code in the content's language.
    fn label<'a>(&'a self, list: &str, code: &'a str) -> &'a str {
        let own = &*self.site.languages[0].code;
        self.site.guide.vocabulary.label(list, code, own)
    }

    /// The labels of codes, as one text.
    fn labels(&self, list: &str, codes: &[&str], between: &str) -> String {
        let labels: Vec<&str> = codes.iter().map(|code| self.label(list, code)).collect();
        labels.join(between)
    }

    /// The title of a record by its id.
    fn title(&self, id: &str) -> Option<&'s str> {
        let entry = self.site.guide.get(id)?;
        Some(entry.record.data.title())
    }
}
