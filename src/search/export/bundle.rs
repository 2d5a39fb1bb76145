//! The client's modules as one: a module within a module costs a round trip each.
//!
//! It understands what the theme's modules are written in, no more: imports and exports that begin a line and name
//! what they mean, `export const` and `export function`; comments, strings, templates without templates in them,
//! and regular expressions.

use std::fmt::Write as _;

use super::Module;

/// All modules as one text; each comes after those it imports, the last one's exports are the whole's.
pub(super) fn bundle(modules: &[Module<'_>]) -> String {
    let mut text = String::new();
    for (number, module) in modules.iter().enumerate() {
        let bare = stripped(module.text);
        let exports = exports(&bare);
        let _ = writeln!(text, "const {}=(()=>{{", variable(module.name));
        for line in bare.lines() {
            match import(line) {
                Some((names, from)) => {
                    let names = names.replace(" as ", ":");
                    let _ = writeln!(text, "const{{{names}}}={};", variable(from));
                }
                None => {
                    let _ = writeln!(text, "{}", line.strip_prefix("export ").unwrap_or(line));
                }
            }
        }
        let _ = writeln!(text, "return{{{}}}}})();", exports.join(","));
        if number + 1 == modules.len() {
            let _ = writeln!(
                text,
                "export const{{{}}}={};",
                exports.join(","),
                variable(module.name)
            );
        }
    }
    text
}

/// The name that stands for a module.
fn variable(path: &str) -> String {
    let name = path.trim_start_matches("./").trim_end_matches(".js");
    format!("${name}")
}

/// What an import names, and the module it names it of.
fn import(line: &str) -> Option<(&str, &str)> {
    let (names, from) = line.strip_prefix("import {")?.split_once("} from '")?;
    Some((names.trim(), from.strip_suffix("';")?))
}

/// The names that a module exports.
fn exports(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for line in text.lines() {
        let Some(declared) = line.strip_prefix("export ") else {
            continue;
        };
        let words = declared.trim_start_matches("async ");
        let after = words.split_once(' ').map_or("", |(_, after)| after);
        let list = after
            .strip_prefix('[')
            .and_then(|list| list.split_once(']'));
        match list {
            Some((names, _)) => all.extend(names.split(',').map(str::trim)),
            None => {
                let end = after.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$');
                all.push(&after[..end.unwrap_or(after.len())]);
            }
        }
    }
    all
}

/// A script without comments, indentation, empty lines, and blanks that part nothing.
pub(super) fn stripped(text: &str) -> String {
    let mut bare = String::with_capacity(text.len() / 2);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("//") => {
                rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
                continue;
            }
            '/' if rest.starts_with("/*") => {
                rest = rest.split_once("*/").map_or("", |(_, after)| after);
                continue;
            }
            ' ' if is_idle(&bare, &rest[1..]) => {
                rest = &rest[1..];
                continue;
            }
            '\'' | '"' | '`' => quoted(rest, c),
            '/' if begins_expression(&bare) => regular(rest),
            c => c.len_utf8(),
        };
        bare.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether a blank between two texts parts nothing: a sign stands on one side, and not the same on both.
fn is_idle(before: &str, after: &str) -> bool {
    const SIGNS: &str = "{}()[],;:=<>+-*/?&|!\n ";
    let (left, right) = (before.chars().next_back(), after.chars().next());
    let is_sign = |c: Option<char>| c.is_none_or(|c| SIGNS.contains(c));
    let begins_line = before.rsplit('\n').next();
    let is_head = begins_line.is_some_and(|line| {
        line.starts_with("import") || line.starts_with("export") && !line.contains('=')
    });
    !is_head && left != right && (is_sign(left) || is_sign(right))
}

/// How long a string or template is, with its quotes.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// How long a regular expression is, with its slashes.
fn regular(text: &str) -> usize {
    let (mut escaped, mut class) = (false, false);
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => class = true,
            ']' => class = false,
            '/' if !class => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Whether a slash after this text begins a regular expression, rather than divides.
fn begins_expression(before: &str) -> bool {
    let last = before.trim_end().chars().next_back();
    last.is_none_or(|c| "(,=:[!&|?{};>".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_become_one_and_comments_go() {
        let modules = [
            Module {
                name: "digit.js",
                text: "/** One. */\nexport const digit = (c) => c / 2; // half\nexport const [A, B] = [1, 2];\n",
            },
            Module {
                name: "core.js",
                text: "import { digit as half, A } from './digit.js';\n\nexport function start(text) {\n  return text.replace(/[/'\"]/g, '//') + half(A) + `/* ${text} */`;\n}\n",
            },
        ];
        assert_eq!(
            bundle(&modules),
            "const $digit=(()=>{\nconst digit =(c)=>c/2;\nconst [A, B] =[1,2];\nreturn{digit,A,B}})();\n\
             const $core=(()=>{\nconst{digit:half, A}=$digit;\nfunction start(text) {\n\
             return text.replace(/[/'\"]/g,'//')+half(A)+`/* ${text} */`;\n}\nreturn{start}})();\n\
             export const{start}=$core;\n"
        );
    }
}
