//! Scripts made small: no comments, no blanks, short names within, the same behaviour.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc_compat::EngineTargets;
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};

use super::{Fault, range, read};

/// The edition of ECMAScript that browsers are given: no newer form is put in the place of an older one.
const EDITION: &str = "es2022";

/// A module that does the same in fewer bytes; imports, exports and strings stay as they are named.
///
/// ```
/// # use ribambelle::text::script::minify;
/// let small = minify("/** Doubles. */\nexport const twice = (number) => 2 * number;\n");
/// assert_eq!(small.as_deref(), Ok("export const twice=e=>2*e;"));
/// ```
pub fn minify(text: &str) -> Result<String, Fault> {
    let allocator = Allocator::default();
    let read = read(&allocator, text)?;
    let exports = read.module_record.local_export_entries.iter();
    let mut statements = exports.map(|export| &text[range(export.statement_span)]);
    let keeps_names = statements.any(takes_apart);
    let mut program = read.program;
    let options = MinifierOptions {
        mangle: Some(MangleOptions {
            top_level: Some(!keeps_names),
            ..MangleOptions::default()
        }),
        compress: Some(CompressOptions {
            target: EngineTargets::from_target(EDITION).unwrap_or_default(),
            ..CompressOptions::smallest()
        }),
    };
    let made = Minifier::new(options).minify(&allocator, &mut program);
    let options = CodegenOptions {
        minify: true,
        comments: CommentOptions::disabled(),
        ..CodegenOptions::default()
    };
    let written = Codegen::new()
        .with_options(options)
        .with_scoping(made.scoping)
        .with_private_member_mappings(made.class_private_mappings)
        .build(&program);
    Ok(written.code)
}

/// Whether a statement exports what it takes apart, `export const { a } = b`: the names in it would not be kept.
fn takes_apart(statement: &str) -> bool {
    let declared = statement.trim_start_matches("export").trim_start();
    let mut kinds = ["const", "let", "var"].into_iter();
    let names = kinds.find_map(|kind| declared.strip_prefix(kind));
    names.is_some_and(|names| names.trim_start().starts_with(['{', '[']))
}

#[cfg(test)]
mod tests {
    use super::super::FaultKind;
    use super::*;

    #[test]
    fn what_breaks_the_grammar_is_told_at_its_place() {
        let fault = minify("export const a = 1;\nexport const b = ;\n").expect_err("a fault");
        assert_eq!(fault.at.start, 37);
        assert!(
            matches!(fault.kind, FaultKind::Syntax(words) if words.contains("Unexpected token"))
        );
    }

    #[test]
    fn what_is_exported_keeps_its_name() {
        for (text, small) in [
            ("export const one = 1;", "export const one=1;"),
            (
                "export const [one, two] = [1, 2];",
                "export const[one,two]=[1,2];",
            ),
            (
                "export const { one } = { one: 1 };",
                "export const{one}={one:1};",
            ),
        ] {
            assert_eq!(minify(text).as_deref(), Ok(small));
        }
    }

    #[test]
    fn texts_and_regular_expressions_stay() {
        let small = minify(
            "export const a = (t) => t.replace(/[/'\"]/g, '// no /* comment */') + `${t}  `;",
        );
        let small = small.expect("it is sound");
        assert!(
            small.contains("/[/'\"]/g") && small.contains("// no /* comment */"),
            "{small}"
        );
    }
}
