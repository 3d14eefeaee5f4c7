//! The layers of `schema-core`: a folder imports only from folders below it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests, which fail with a panic"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The folders and files of `schema-core/src`, the lowest first.
const LAYERS: [&str; 17] = [
    "hide_bounds",
    "tuples",
    "types",
    "def",
    "error",
    "sql",
    "row",
    "table",
    "scope",
    "expr",
    "exec",
    "pool",
    "query",
    "ddl",
    "__private",
    "prelude",
    "lib",
];

/// An import of another layer.
#[derive(Debug, PartialEq)]
struct Import {
    from: String,
    to: String,
    line: usize,
    text: String,
}

#[test]
fn no_layer_imports_a_higher_one() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema-core/src");
    let files = files(&source);
    assert!(
        files.len() > 100,
        "{} files in {}",
        files.len(),
        source.display()
    );

    let mut problems = Vec::new();
    for file in files {
        let path = file.strip_prefix(&source).unwrap();
        // Unit tests in files of their own.
        if path
            .iter()
            .any(|part| part == "tests" || part == "tests.rs")
        {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for import in imports(&layer_of(path), &text) {
            if rank(&import.from) < rank(&import.to) {
                problems.push(format!(
                    "{}:{}: `{}` imports the higher layer `{}`: {}",
                    path.display(),
                    import.line,
                    import.from,
                    import.to,
                    import.text
                ));
            }
        }
    }

    assert!(
        problems.is_empty(),
        "{} imports of a higher layer:\n{}",
        problems.len(),
        problems.join("\n")
    );
}

#[test]
fn an_import_of_a_higher_layer_is_found() {
    let text =
        "use crate::query::Select;\n// use crate::exec::Query;\nlet x = crate::types::y();\n";

    let found = imports("sql", text);

    let import = |to: &str, line, text: &str| Import {
        from: "sql".to_owned(),
        to: to.to_owned(),
        line,
        text: text.to_owned(),
    };
    assert_eq!(
        found,
        [
            import("query", 1, "use crate::query::Select;"),
            import("types", 3, "let x = crate::types::y();"),
        ]
    );
    assert!(rank("sql") < rank("query"));
    assert!(rank("sql") > rank("types"));
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The folder in `src`, or the name of a file that is in none.
fn layer_of(path: &Path) -> String {
    let first = path.iter().next().unwrap().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

fn rank(layer: &str) -> usize {
    let rank = LAYERS.iter().position(|name| *name == layer);
    rank.unwrap_or_else(|| panic!("`{layer}` is in no layer: add it to `LAYERS`"))
}

/// The paths `crate::layer` in the code, without comments, unit tests, and the code that macros generate in programs.
fn imports(from: &str, text: &str) -> Vec<Import> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut imports = Vec::new();
    for (index, line) in code.lines().enumerate() {
        let line = line.trim();
        if line.starts_with("//") {
            continue;
        }
        for (at, _) in line.match_indices("crate::") {
            let path = &line[at + "crate::".len()..];
            let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
            let name = &path[..end.unwrap_or(path.len())];
            let in_a_program = line[..at].ends_with('$') && name == "__private";
            // A single `:` or a macro, such as `crate::sql_function!`, names an item of the root.
            let is_layer = path[name.len()..].starts_with("::");
            if is_layer && !in_a_program {
                imports.push(Import {
                    from: from.to_owned(),
                    to: name.to_owned(),
                    line: index + 1,
                    text: line.to_owned(),
                });
            }
        }
    }
    imports
}
