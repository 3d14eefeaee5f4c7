//! Writes the page.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::chapters::{Chapter, FUNCTIONS};
use crate::clauses::{CLAUSES, Clause};
use crate::common::COMMON;
use crate::declared::declared;
use crate::expression::{features, pairs};
use crate::shapes;
use crate::source::Example;

const HEAD: &str = "\
# SQL and its spelling

Each clause, operator and function of Postgres, as this library spells it, and the text that is sent. The page is generated
from the tests in [tests/suite/sql](../tests/suite/sql), which a server prepares. The tables are those of
[tables.rs](../tests/suite/sql/tables.rs).

";

pub(crate) fn page(examples: &[Example], root: &Path) -> String {
    let mut page = HEAD.to_owned();
    for (title, _) in CLAUSES {
        _ = writeln!(page, "- [{title}](#{})", anchor(title));
    }
    page.push_str("- [Functions and operators](#functions-and-operators)\n");
    page.push_str("- [What Postgres has and this library does not](#what-postgres-has-and-this-library-does-not)\n");
    for (title, clauses) in CLAUSES {
        _ = write!(page, "\n## {title}\n");
        for clause in *clauses {
            write_clause(&mut page, clause, examples);
        }
    }
    page.push_str("\n## Functions and operators\n\n");
    page.push_str(include_str!("functions.md"));
    for chapter in FUNCTIONS {
        write_chapter(&mut page, chapter, examples, root);
    }
    page.push('\n');
    page.push_str(include_str!("missing.md"));
    page
}

fn anchor(title: &str) -> String {
    let kept = title
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

fn write_clause(page: &mut String, clause: &Clause, examples: &[Example]) {
    let (name, file, text) = *clause;
    _ = write!(page, "\n### {name}\n\n");
    write_example(page, find(examples, file, text));
}

/// The shortest example of the file whose text contains this one.
fn find<'a>(examples: &'a [Example], file: &str, text: &str) -> &'a Example {
    examples
        .iter()
        .filter(|example| example.file == file && example.text().contains(text))
        .min_by_key(|example| example.sql.len() + example.rust.len())
        .unwrap_or_else(|| panic!("no statement in {file}.rs contains `{text}`"))
}

fn write_example(page: &mut String, example: &Example) {
    page.push_str("```rust,ignore\n");
    for variable in &example.variables {
        _ = writeln!(page, "{variable}");
    }
    _ = write!(
        page,
        "{}\n```\n\n```sql\n{}\n```\n",
        example.rust, example.sql
    );
}

/// A page for those who come from another library. `@ name` in the template is an example.
pub(crate) fn coming_from(template: &str, examples: &[Example]) -> String {
    let mut page = String::new();
    for line in template.lines() {
        if let Some(list) = line.strip_prefix("@ shapes of ") {
            page.push_str(&shapes::table(list, template, examples));
        } else if let Some(name) = line.strip_prefix("@ ") {
            let (_, file, text) = COMMON
                .iter()
                .find(|(other, ..)| *other == name)
                .unwrap_or_else(|| panic!("there is no example `{name}`"));
            write_example(&mut page, find(examples, file, text));
        } else {
            _ = writeln!(page, "{line}");
        }
    }
    page
}

fn write_chapter(page: &mut String, chapter: &Chapter, examples: &[Example], root: &Path) {
    let mut seen = BTreeSet::new();
    _ = write!(page, "\n### {}\n", chapter.title);
    if !chapter.cases.is_empty() {
        page.push_str("\n| SQL | Rust |\n|---|---|\n");
    }
    for (file, cases) in chapter.cases {
        let of_chapter = examples.iter().filter(|example| {
            example.file == *file && (cases.is_empty() || cases.contains(&&*example.case))
        });
        for pair in of_chapter.flat_map(pairs) {
            let features = features(&pair);
            if !features.is_subset(&seen) {
                seen.extend(features);
                _ = writeln!(page, "| {} | {} |", cell(&pair.sql), cell(&pair.rust));
            }
        }
    }
    let mut others = Vec::new();
    for file in chapter.declared {
        for function in declared(root, file) {
            if seen.insert(format!("{}(", function.rust)) {
                let sql = &function.sql;
                let is_same = sql.starts_with(&format!("{}(", function.rust));
                others.push(if is_same {
                    format!("`{sql}`")
                } else {
                    format!("`{sql}` as `{}`", function.rust)
                });
            }
        }
    }
    if !others.is_empty() {
        _ = write!(
            page,
            "\nAlso, under the same name unless noted: {}.\n",
            others.join(", ")
        );
    }
}

pub(crate) fn cell(code: &str) -> String {
    format!("`{}`", code.replace('|', "\\|"))
}
