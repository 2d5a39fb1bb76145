//! As much of JSON Schema (draft 7) as SARIF's schema uses; a word that is not known here is a failure.

use serde_json::{Map, Value};

/// What of a value a schema refuses, each with its place.
pub(crate) fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    check(schema, schema, value, "", &mut faults);
    faults
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
    let Some(rules) = schema.as_object() else {
        return;
    };
    if let Some(Value::String(reference)) = rules.get("$ref") {
        let referred = reference
            .strip_prefix('#')
            .and_then(|path| root.pointer(path));
        return check(root, referred.expect(reference), value, at, faults);
    }
    for (word, rule) in rules {
        if !holds(root, word, rule, value) {
            faults.push(format!("{at}: {word} {rule}: {value}"));
        }
    }
    if let Some(rule) = rules.get("items") {
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            check(root, rule, item, &format!("{at}/{index}"), faults);
        }
    }
    properties(root, rules, value, at, faults);
}

fn holds(root: &Value, word: &str, rule: &Value, value: &Value) -> bool {
    let all = || rule.as_array().into_iter().flatten();
    match word {
        "$schema" | "$id" | "title" | "description" | "default" | "definitions" => true,
        // Looked at with what they hold.
        "items" | "properties" | "additionalProperties" => true,
        "type" => has_type(rule, value),
        "enum" => all().any(|one| one == value),
        "required" => value
            .as_object()
            .is_none_or(|object| all().all(|name| object.contains_key(name.as_str().unwrap()))),
        "minimum" => value
            .as_f64()
            .is_none_or(|number| number >= rule.as_f64().unwrap()),
        "maximum" => value
            .as_f64()
            .is_none_or(|number| number <= rule.as_f64().unwrap()),
        "minItems" => value
            .as_array()
            .is_none_or(|items| items.len() as u64 >= rule.as_u64().unwrap()),
        "uniqueItems" => value.as_array().is_none_or(|items| {
            rule != true
                || items
                    .iter()
                    .enumerate()
                    .all(|(at, item)| !items[..at].contains(item))
        }),
        "format" => value
            .as_str()
            .is_none_or(|text| has_format(rule.as_str().unwrap(), text)),
        // Of identifiers and dates, none of which is written here.
        "pattern" => !value.is_string(),
        "anyOf" => all().any(|one| is_sound(root, one, value)),
        "oneOf" => all().filter(|one| is_sound(root, one, value)).count() == 1,
        other => panic!("the word « {other} » of the schema is not known here"),
    }
}

fn is_sound(root: &Value, schema: &Value, value: &Value) -> bool {
    let mut faults = Vec::new();
    check(root, schema, value, "", &mut faults);
    faults.is_empty()
}

fn properties(
    root: &Value,
    rules: &Map<String, Value>,
    value: &Value,
    at: &str,
    faults: &mut Vec<String>,
) {
    let known = rules.get("properties");
    let more = rules.get("additionalProperties");
    for (name, value) in value.as_object().into_iter().flatten() {
        let at = format!("{at}/{name}");
        match (known.and_then(|known| known.get(name)), more) {
            (None, Some(Value::Bool(false))) => faults.push(format!("{at}: not a property")),
            (Some(schema), _) | (None, Some(schema)) => check(root, schema, value, &at, faults),
            (None, None) => {}
        }
    }
}

fn has_type(rule: &Value, value: &Value) -> bool {
    let is = |name: &str| match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the type « {other} » is not known here"),
    };
    match rule {
        Value::String(name) => is(name),
        rule => rule
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .any(is),
    }
}

/// Addresses are ASCII with what else they hold as escapes; a relative one has no `:` in its first segment.
fn has_format(format: &str, text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    let is_escape =
        |rest: &str| rest.len() >= 2 && rest.bytes().take(2).all(|b| b.is_ascii_hexdigit());
    let is_address = text.chars().all(is_plain) && text.split('%').skip(1).all(is_escape);
    let first = text.split('/').next().unwrap_or_default();
    match format {
        "uri" => is_address && text.contains("://"),
        "uri-reference" => is_address && (text.contains("://") || !first.contains(':')),
        // Dates, none of which is written here.
        _ => false,
    }
}
