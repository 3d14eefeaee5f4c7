//! The functions that `functions!` and `sql_function!` declare.

use std::fs;
use std::path::Path;

/// A function whose arguments are all required.
pub(crate) struct Declared {
    /// Its name in Rust.
    pub(crate) rust: String,
    /// `left(text, count)`
    pub(crate) sql: String,
}

/// The functions of a file in `schema-core/src/expr/function`.
pub(crate) fn declared(root: &Path, file: &str) -> Vec<Declared> {
    let path = root.join("schema-core/src/expr/function").join(file);
    let source = fs::read_to_string(&path).unwrap();
    let mut functions = Vec::new();
    let mut is_inside = false;
    for line in source.lines() {
        if line.ends_with("functions! {") || line.ends_with("sql_function! {") {
            is_inside = true;
        } else if line == "}" {
            is_inside = false;
        } else if line.starts_with("    array_") && line.contains("<T: ArrayType>(") {
            functions.extend(function(&line.trim().replace("<T: ArrayType>", "")));
        } else if is_inside && line.starts_with("    ") && line.contains(") -> ") {
            functions.extend(function(line.trim()));
        } else if line.starts_with("    ") && line.ends_with("(\";") {
            // `Abs abs Number "abs(";`: the functions that return the type of their argument.
            if let [_, rust, _, _] = line.split_whitespace().collect::<Vec<_>>()[..] {
                let sql = format!("{rust}(number)");
                functions.push(Declared {
                    rust: rust.to_owned(),
                    sql,
                });
            }
        }
    }
    functions
}

fn function(line: &str) -> Option<Declared> {
    let line = line
        .trim_start_matches("pub fn ")
        .trim_start_matches("pub set fn ");
    let (rust, rest) = line.split_once('(')?;
    let (arguments, rest) = rest.split_once(") -> ")?;
    let name = rest.split('"').nth(1).unwrap_or(rust);
    let names: Vec<&str> = arguments
        .split(", ")
        .filter_map(|argument| argument.split(':').next())
        .filter(|argument| !argument.is_empty())
        .collect();
    (!rust.starts_with("//") && !rust.contains(' ')).then(|| Declared {
        rust: rust.to_owned(),
        sql: format!("{name}({})", names.join(", ")),
    })
}
