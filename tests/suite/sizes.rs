//! Files and macros are short, unless the section "Sizes" of `docs/architecture.md` has the reason.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, which fail with a panic"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Maximum number of lines of code of a file.
const FILE: usize = 350;
/// Maximum number of lines of code of a macro.
const MACRO: usize = 40;

/// Folders with Rust files, and whether the limit of macros applies there.
const FOLDERS: [(&str, bool); 8] = [
    ("schema-core", true),
    ("schema-macros", true),
    ("schema-ddl", false),
    ("schema-kit", false),
    ("schema-embedded", false),
    ("tests", false),
    ("examples", false),
    ("benchmarks", false),
];

#[test]
fn long_files_and_macros_have_a_reason() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(root.join("docs/architecture.md")).unwrap();
    let reasons = reasons(&page);
    assert!(!reasons.is_empty(), "the section has no table");

    let mut long = BTreeMap::new();
    let mut count = 0;
    for (folder, with_macros) in FOLDERS {
        for file in files(&root.join(folder)) {
            // Written by a test of `pull`.
            if file
                .parent()
                .is_some_and(|parent| parent.ends_with("pulled"))
            {
                continue;
            }
            count += 1;
            let text = fs::read_to_string(&file).unwrap();
            let lines = code(&text).count();
            if lines > FILE {
                let path = file.strip_prefix(&root).unwrap();
                long.insert(path.to_str().unwrap().to_owned(), lines);
            }
            if with_macros {
                long.extend(macros(&text).into_iter().filter(|(_, n)| *n > MACRO));
            }
        }
    }
    assert!(count > 400, "only {count} files");

    let mut problems = Vec::new();
    for (name, lines) in &long {
        if !reasons.contains_key(name) {
            problems.push(format!("`{name}` has {lines} lines of code and no reason"));
        }
    }
    for (name, reason) in &reasons {
        if !long.contains_key(name) {
            problems.push(format!(
                "`{name}` is within the limit and needs no reason: {reason}"
            ));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn only_code_is_counted() {
    let text = "//! Doc.\n\nmacro_rules! two {\n    // Why.\n    () => {};\n}\nfn f() {}\n";

    assert_eq!(code(text).count(), 4);
    assert_eq!(macros(text), [("two!".to_owned(), 3)]);
}

/// The rows of the section "Sizes": a name and its reason.
fn reasons(page: &str) -> BTreeMap<String, String> {
    let section = page.split("\n## Sizes\n").nth(1).unwrap_or_default();
    let section = section.split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter_map(|line| {
        let (name, reason) = line.strip_prefix("| `")?.split_once("` | ")?;
        Some((name.to_owned(), reason.trim_end_matches(" |").to_owned()))
    });
    rows.collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("target") {
            files.extend(self::files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The lines that are neither blank nor comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let is_code = |line: &&str| !line.trim().is_empty() && !line.trim().starts_with("//");
    text.lines().filter(is_code)
}

/// Each macro with its lines of code, from its name to the brace below it.
fn macros(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = code(text).collect();
    let mut macros = Vec::new();
    for (first, line) in lines.iter().enumerate() {
        let Some((indent, name)) = line.split_once("macro_rules! ") else {
            continue;
        };
        let end = format!("{indent}}}");
        let rest = &lines[first..];
        let length = rest.iter().take_while(|line| **line != end).count() + 1;
        macros.push((format!("{}!", name.trim_end_matches(" {")), length));
    }
    macros
}
