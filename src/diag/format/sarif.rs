//! SARIF 2.1.0, the OASIS format of results of static analysis.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::Settings;
use super::places::Places;
use super::visible;
use crate::diag::{Diagnostic, Locate, Report, Span};

/// What may not stand in the path of an address.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b']')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

pub(super) fn show(report: &Report, locate: &dyn Locate, settings: &Settings<'_>) -> String {
    let mut places = Places::new(report, locate);
    let codes: BTreeSet<&str> = report
        .diagnostics()
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect();
    let codes: Vec<&str> = codes.into_iter().collect();
    let rules: Vec<Value> = codes.iter().map(|code| json!({ "id": code })).collect();
    let results: Vec<Value> = report
        .diagnostics()
        .iter()
        .map(|diagnostic| result(diagnostic, &codes, &mut places, settings))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    visible::json(log.to_string()) + "\n"
}

fn result(
    diagnostic: &Diagnostic,
    codes: &[&str],
    places: &mut Places<'_>,
    settings: &Settings<'_>,
) -> Value {
    let mut message = visible::message(diagnostic.message.get(settings.language));
    if let Some(help) = &diagnostic.help {
        message.push_str("\n\n");
        message.push_str(&visible::message(help.get(settings.language)));
    }
    let mut result = json!({
        "ruleId": diagnostic.code,
        "ruleIndex": codes.binary_search(&diagnostic.code).unwrap_or_default(),
        "level": diagnostic.level.name(),
        "message": { "text": message },
        "locations": [{ "physicalLocation": location(diagnostic.span, places, settings) }],
    });
    if !diagnostic.related.is_empty() {
        let related = diagnostic.related.iter().map(|(span, word)| {
            json!({
                "physicalLocation": location(*span, places, settings),
                "message": { "text": visible::message(word.get(settings.language)) },
            })
        });
        result["relatedLocations"] = related.collect();
    }
    result
}

fn location(span: Span, places: &mut Places<'_>, settings: &Settings<'_>) -> Value {
    let (start, end) = places.positions(span);
    let path = format!("{}{}", settings.folder, places.name(span.file));
    json!({
        "artifactLocation": { "uri": utf8_percent_encode(&path, PATH).to_string() },
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    })
}
