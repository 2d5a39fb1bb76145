//! Modules joined into one: a module within a module costs a round trip each.

use std::fmt::Write as _;

use oxc_allocator::Allocator;
use oxc_parser::ParserReturn;
use oxc_span::Span;
use oxc_syntax::module_record::{ExportExportName, ExportLocalName, ImportImportName};

use super::{Fault, FaultKind, range, read};

/// All modules, by name and text, as one text; each comes after those it imports, the last one's exports are the whole's.
///
/// What is imported is what was exported when its module had run. The last may wait (`await`) as it is read, no other.
/// A fault is told with the place of its module.
pub fn join(modules: &[(&str, &str)]) -> Result<String, (usize, Fault)> {
    let mut joined = String::new();
    for (number, (name, text)) in modules.iter().enumerate() {
        let known = &modules[..number];
        let is_last = number + 1 == modules.len();
        let module = Module::read(text, known, is_last).map_err(|fault| (number, fault))?;
        let body = &module.body;
        if is_last {
            joined.push_str(body);
            break;
        }
        let (own, exports) = (variable(name), module.exports.join(","));
        let _ = writeln!(
            joined,
            "const {own}=(()=>{{{body}\nreturn{{{exports}}}}})();"
        );
    }
    Ok(joined)
}

/// The name that stands for a module.
fn variable(path: &str) -> String {
    let name = path.trim_start_matches("./").trim_end_matches(".js");
    format!("${}", name.replace(['-', '.', '/'], "_"))
}

/// A module that is read.
struct Module {
    /// Its statements, without imports, and without exports where it stands within another.
    body: String,
    /// What it exports, as the members of an object.
    exports: Vec<String>,
}

/// A text in the place of a part of a module.
type Change = (Span, String);

impl Module {
    fn read(text: &str, known: &[(&str, &str)], is_last: bool) -> Result<Module, Fault> {
        let allocator = Allocator::default();
        let read = read(&allocator, text)?;
        let record = &read.module_record;
        let elsewhere = record.indirect_export_entries.iter();
        let elsewhere = elsewhere.chain(&record.star_export_entries);
        if let Some(entry) = elsewhere.into_iter().next() {
            return Err(unjoinable(entry.statement_span));
        }
        let mut changes = imports(&read, known)?;
        let mut exports = Vec::new();
        for entry in &record.local_export_entries {
            let (ExportExportName::Name(name), ExportLocalName::Name(local)) =
                (&entry.export_name, &entry.local_name)
            else {
                return Err(unjoinable(entry.statement_span));
            };
            if is_last {
                continue;
            }
            exports.push(member(&name.name, &local.name));
            let statement = entry.statement_span;
            let rest = &text[statement.start as usize + EXPORT.len()..];
            let blank = rest.len() - rest.trim_start().len();
            let end = match rest.trim_start().starts_with('{') {
                true => statement.end,
                false => statement.start + (EXPORT.len() + blank) as u32,
            };
            changes.push((Span::new(statement.start, end), String::new()));
        }
        exports.sort_unstable();
        changes.sort_by_key(|(span, _)| span.start);
        changes.dedup_by_key(|(span, _)| span.start);
        let mut body = String::with_capacity(text.len());
        let mut from = 0;
        for (span, instead) in changes {
            body.push_str(&text[from..span.start as usize]);
            body.push_str(&instead);
            from = span.end as usize;
        }
        body.push_str(&text[from..]);
        Ok(Module { body, exports })
    }
}

const EXPORT: &str = "export";

/// Each import statement, and what takes its place.
fn imports(read: &ParserReturn<'_>, known: &[(&str, &str)]) -> Result<Vec<Change>, Fault> {
    let mut changes: Vec<Change> = Vec::new();
    for entry in &read.module_record.import_entries {
        let ImportImportName::Name(name) = &entry.import_name else {
            return Err(unjoinable(entry.statement_span));
        };
        let path = entry.module_request.name.as_str();
        let is_known = known
            .iter()
            .any(|(name, _)| path.strip_prefix("./") == Some(name));
        if !is_known {
            return Err(Fault {
                at: range(entry.module_request.span),
                kind: FaultKind::Foreign(path.to_owned()),
            });
        }
        let taken = member(&name.name, &entry.local_name.name);
        let end = format!("}}={};", variable(path));
        match changes.last_mut() {
            // One statement takes all that it names from the same module.
            Some((span, all)) if span.start == entry.statement_span.start => {
                all.truncate(all.len() - end.len());
                all.push_str(&format!(",{taken}{end}"));
            }
            _ => changes.push((entry.statement_span, format!("const{{{taken}{end}"))),
        }
    }
    Ok(changes)
}

/// A member of an object by its name, or of a pattern that takes it apart.
fn member(name: &str, local: &str) -> String {
    if name == local {
        return name.to_owned();
    }
    format!("{name}:{local}")
}

fn unjoinable(span: Span) -> Fault {
    Fault {
        at: range(span),
        kind: FaultKind::Unjoinable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::script::minify;

    const DIGIT: (&str, &str) = (
        "digit.js",
        "/** One. */\nexport const digit = (c) => c / 2; // half\nconst [A, B] = [1, 2];\nexport { A, B as b };\n",
    );

    #[test]
    fn modules_become_one() {
        let core = "import { digit as half,\n  A } from './digit.js';\nimport { b } from \"./digit.js\";\n\nexport async function start(text) {\n  return half(A) + text + b;\n}\n";
        let joined = join(&[DIGIT, ("core.js", core)]).expect("they can be joined");
        assert_eq!(
            minify(&joined).expect("it is a script"),
            "const e=(()=>{let e=e=>e/2,[t,n]=[1,2];return{A:t,b:n,digit:e}})(),{digit:t,A:n}=e,{b:r}=e;export async function start(e){return t(n)+e+r}"
        );
    }

    #[test]
    fn what_can_t_be_joined_is_told_where_it_stands() {
        let fault = |text: &str| join(&[DIGIT, ("core.js", text)]).expect_err("a fault");
        for (text, at) in [
            ("import all from './digit.js';", 0..29),
            ("import * as all from './digit.js';", 0..34),
            ("export { A } from './digit.js';", 0..31),
            ("export * from './digit.js';", 0..27),
            ("const a = 1;\nexport default a;", 13..30),
        ] {
            let kind = FaultKind::Unjoinable;
            assert_eq!(fault(text), (1, Fault { at, kind }), "{text}");
        }
        let kind = FaultKind::Foreign("./other.js".to_owned());
        assert_eq!(
            fault("import { a } from './other.js';"),
            (1, Fault { at: 18..30, kind })
        );
        assert!(matches!(fault("let a = ;").1.kind, FaultKind::Syntax(_)));
    }
}
