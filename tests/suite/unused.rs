//! Every public item of `schema-core` is used: its name occurs in code or in an example, apart from declarations, unit
//! tests and imports. The compiler reports unused private items.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, which fail with a panic"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders and files that may use an item.
const USERS: [&str; 8] = [
    "schema-core/src",
    "schema-macros/src",
    "schema-ddl/src",
    "schema-kit/src",
    "tests",
    "examples",
    "benchmarks",
    "README.md",
];

/// Words after which an item is declared. `const` also begins blocks and functions.
const DECLARATIONS: [&str; 6] = ["fn", "trait", "struct", "enum", "const", "type"];

#[test]
fn every_public_item_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut public = BTreeSet::new();
    let mut used = BTreeSet::new();
    for folder in USERS {
        for file in files(&root.join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            used.extend(uses(&text));
            if folder == "schema-core/src" {
                public.extend(public_items(&text));
            }
        }
    }
    assert!(public.len() > 500, "only {} items", public.len());

    let unused: Vec<_> = public.difference(&used).collect();

    assert!(
        unused.is_empty(),
        "remove these, or use them in an example: {unused:?}"
    );
}

/// An expansion names an item in the macro's own code, or in a `macro_rules!` of the core.
#[test]
fn every_private_item_is_named_by_an_expansion() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let list = fs::read_to_string(root.join("schema-core/src/__private/mod.rs")).unwrap();
    let core = files(&root.join("schema-core/src"));
    let mut named = BTreeSet::new();
    for file in files(&root.join("schema-macros/src"))
        .into_iter()
        .chain(core)
    {
        let text = fs::read_to_string(&file).unwrap();
        if file.starts_with(root.join("schema-macros")) || text.contains("$crate::__private::") {
            named.extend(uses(&text));
        }
    }
    // The last word of each imported path. `D0` to `D9` are written as `D` and a digit.
    let imported: BTreeSet<String> = list
        .split("pub use crate::")
        .skip(1)
        .filter_map(|import| import.split(';').next())
        .flat_map(|import| import.split([',', '}']))
        .filter_map(|path| words(path).last())
        .filter(|name| !(name.len() == 2 && name.starts_with('D')))
        .map(str::to_owned)
        .collect();
    assert!(imported.len() > 50, "only {} items", imported.len());

    let unnamed: Vec<_> = imported.difference(&named).collect();

    assert!(unnamed.is_empty(), "remove from `__private`: {unnamed:?}");
}

#[test]
fn declarations_imports_and_unit_tests_are_no_uses() {
    let text = "//! ```\n//! shown();\n//! ```\npub use a::{\n    imported,\n};\n\
                pub const fn declared() { const { called() } }\n\
                // commented\n#[cfg(test)]\nmod tests { tested(); }\n";

    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let expected: BTreeSet<String> = names(&["called", "pub", "shown"]);
    assert_eq!(uses(text), expected);
    assert_eq!(public_items(text), names(&["declared"]));
}

fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        let is_code = path
            .extension()
            .is_some_and(|extension| extension == "rs" || extension == "md");
        if is_code || path.is_dir() && !path.ends_with("target") {
            files.extend(self::files(&path));
        }
    }
    files
}

/// The lines of code and of examples in documentation, without unit tests and imports.
fn lines(text: &str) -> Vec<&str> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let (mut in_example, mut in_import) = (false, false);
    let mut lines = Vec::new();
    for line in code.lines().map(str::trim) {
        let doc = line.strip_prefix("///").or(line.strip_prefix("//!"));
        if doc.is_some_and(|doc| doc.trim().starts_with("```")) {
            in_example = !in_example;
        }
        let line = match doc {
            Some(doc) if in_example => doc.trim(),
            _ if line.starts_with("//") => "",
            _ => line,
        };
        in_import = in_import || line.starts_with("use ") || line.contains("pub use ");
        if !in_import {
            lines.push(line);
        }
        in_import = in_import && !line.ends_with(';');
    }
    lines
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| !word.is_empty())
}

/// Each word with the one before it.
fn pairs(line: &str) -> impl Iterator<Item = (&str, &str)> {
    std::iter::once("").chain(words(line)).zip(words(line))
}

fn declares(before: &str, word: &str) -> bool {
    let is_constant = word.starts_with(char::is_uppercase);
    DECLARATIONS.contains(&before) && (before != "const" || is_constant)
}

fn uses(text: &str) -> BTreeSet<String> {
    let pairs = lines(text).into_iter().flat_map(pairs);
    pairs
        .filter(|(before, word)| !declares(before, word) && !DECLARATIONS.contains(word))
        .map(|(_, word)| word.to_owned())
        .collect()
}

/// The names after `pub fn`, `pub const fn`, `pub struct` and so on.
fn public_items(text: &str) -> BTreeSet<String> {
    let lines = lines(text);
    let declarations = lines.iter().filter(|line| line.starts_with("pub "));
    declarations
        .filter_map(|line| pairs(line).find(|(before, word)| declares(before, word)))
        .map(|(_, name)| name.to_owned())
        .collect()
}
