//! The loss report: which of our keys a format can't say, so that nobody takes its silence for a « non ».
//!
//! It is made of the keys that records have: a new key is missing everywhere until a format says it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Format;
use crate::model::{Data, Kind};

/// Keys that no output ever holds: nothing is lost.
const NEVER: [&str; 2] = ["prive", "brouillon"];

/// The report on all formats.
pub(super) fn report(formats: &[Format]) -> Vec<u8> {
    let all: BTreeMap<&str, Value> = formats
        .iter()
        .map(|format| (format.name, of(format)))
        .collect();
    let report = json!({
        "description": "Ce que chaque format ne peut pas dire des fiches du guide. Une clé absente d'un fichier n'y est ni « non », ni zéro.",
        "formats": all,
    });
    let mut bytes = serde_json::to_vec_pretty(&report).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn of(format: &Format) -> Value {
    let absent: Vec<&str> = Kind::ALL
        .iter()
        .filter(|kind| !format.kinds.contains(kind))
        .map(|kind| kind.folder())
        .collect();
    let lost: BTreeMap<&str, Vec<&str>> = format
        .kinds
        .iter()
        .map(|kind| (kind.folder(), lost(format, *kind)))
        .filter(|(_, keys)| !keys.is_empty())
        .collect();
    let partly: BTreeMap<&str, &str> = format.partly.iter().copied().collect();
    json!({
        "fiches_absentes": absent,
        "cles_absentes": lost,
        "cles_en_partie": partly,
        "remarques": format.notes,
    })
}

/// The keys of a kind that a format says in no way.
fn lost(format: &Format, kind: Kind) -> Vec<&'static str> {
    let is_said = |key: &str| {
        format.told.contains(&key) || format.partly.iter().any(|(partly, _)| *partly == key)
    };
    let keys = Data::keys(kind).into_iter().map(|key| key.name);
    let mut lost: Vec<&str> = keys
        .filter(|key| !NEVER.contains(key) && !is_said(key))
        .collect();
    lost.sort_unstable();
    lost
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::FORMATS;
    use super::*;

    #[test]
    fn formats_claim_keys_that_records_have() {
        for format in FORMATS {
            let keys: BTreeSet<&str> = format
                .kinds
                .iter()
                .flat_map(|kind| Data::keys(*kind))
                .map(|key| key.name)
                .collect();
            let claimed = format.told.iter().copied();
            for key in claimed.chain(format.partly.iter().map(|(key, _)| *key)) {
                assert!(keys.contains(key), "{}: {key}", format.name);
                assert!(!NEVER.contains(&key), "{}: {key}", format.name);
            }
            let both = format
                .partly
                .iter()
                .filter(|(key, _)| format.told.contains(key));
            assert_eq!(both.count(), 0, "{}", format.name);
        }
    }
}
