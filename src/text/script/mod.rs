//! Scripts: ECMAScript modules read, joined and made small.
//!
//! Everything that knows the parser and the minifier of scripts stands here.

mod join;
mod minify;

use std::ops::Range;

use oxc_allocator::Allocator;
use oxc_parser::{Parser, ParserReturn};
use oxc_span::{SourceType, Span};

pub use join::join;
pub use minify::minify;

/// Why a script can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, in bytes.
    pub at: Range<usize>,
    /// What is wrong with it.
    pub kind: FaultKind,
}

/// What is wrong with a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// It breaks the grammar; the parser's own words, in English.
    Syntax(String),
    /// It imports or exports in a way that can't be joined: by default, as a whole namespace, or on from elsewhere.
    Unjoinable,
    /// It imports a module that is not among those before it.
    Foreign(String),
}

/// Whether a module keeps to the grammar.
pub fn check(text: &str) -> Result<(), Fault> {
    read(&Allocator::default(), text).map(|_| ())
}

/// The modules that a module names, as it names them, sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Imports {
    /// Those that are loaded before it runs.
    pub before: Vec<String>,
    /// Those that it may load later.
    pub later: Vec<String>,
}

/// The modules that a module imports; none where it can't be read.
pub fn imports(text: &str) -> Imports {
    let allocator = Allocator::default();
    let Ok(read) = read(&allocator, text) else {
        return Imports::default();
    };
    let record = &read.module_record;
    let before = record.requested_modules.keys();
    let mut before: Vec<String> = before.map(|name| name.to_string()).collect();
    let later = record.dynamic_imports.iter();
    let later = later.map(|import| text[range(import.module_request)].trim_matches(QUOTES));
    let mut later: Vec<String> = later.map(str::to_owned).collect();
    before.sort_unstable();
    later.sort_unstable();
    Imports { before, later }
}

const QUOTES: [char; 3] = ['\'', '"', '`'];

/// Reads a module.
fn read<'a>(allocator: &'a Allocator, text: &'a str) -> Result<ParserReturn<'a>, Fault> {
    let read = Parser::new(allocator, text, SourceType::mjs()).parse();
    let Some(error) = read.errors.first() else {
        return Ok(read);
    };
    let label = error.labels.iter().flatten().next();
    let start = label.map_or(0, |label| label.offset());
    Err(Fault {
        at: start..start + label.map_or(0, |label| label.len()),
        kind: FaultKind::Syntax(error.message.to_string()),
    })
}

fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}
