//! Tables of the statements that other libraries test, and the spelling of each.
//!
//! In `tests/suite/sql`, a comment such as `// kysely: shape · shape` before a statement names the shapes that the statement
//! spells. Each shape without a statement has a reason in a table of the template.

use std::collections::BTreeSet;
use std::fmt::{self, Display, Write as _};

use crate::expression::on_one_line;
use crate::page::cell;
use crate::source::Example;

/// The lists that comments can name.
pub(crate) const LISTS: [&str; 3] = ["drizzle", "kysely", "sea-query"];

/// The header of the table of shapes that need `sql!`, or cannot be written.
const RAW: &str = "| not without `sql!` | ";
/// The header of the table of entries that are not statements of this kind, and are not counted.
const NOT_COUNTED: &str = "| not counted | ";

const FILES: [(&str, &str); 9] = [
    ("shape_select", "Select"),
    ("shape_condition", "Conditions"),
    ("shape_expression", "Aggregates, windows, `case`"),
    ("shape_set", "Sets"),
    ("shape_join", "Joins"),
    ("shape_with", "`with`"),
    ("shape_insert", "Insert"),
    ("shape_change", "Update, delete"),
    ("shape_merge", "Merge, rows of a document"),
];

/// The number of shapes that are written without `sql!`.
pub(crate) struct Share {
    pub(crate) written: usize,
    pub(crate) all: usize,
}

impl Share {
    pub(crate) fn of(list: &str, template: &str, examples: &[Example]) -> Self {
        let (mut written, mut raw) = (BTreeSet::new(), rows(template, RAW));
        for (example, shapes) in spelled(list, examples) {
            let needs_raw = on_one_line(example).contains("sql!(");
            let set = if needs_raw { &mut raw } else { &mut written };
            set.extend(shapes.iter().cloned());
        }
        let both: Vec<_> = written.intersection(&raw).collect();
        assert!(both.is_empty(), "have a spelling and a reason: {both:?}");
        Self {
            written: written.len(),
            all: written.len() + raw.len(),
        }
    }
}

impl Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.written, self.all)
    }
}

/// The share, and a table for each file.
pub(crate) fn table(list: &str, template: &str, examples: &[Example]) -> String {
    let share = Share::of(list, template, examples);
    let mut page = format!("**{share} need no `sql!`.**\n");
    for (file, title) in FILES {
        let spelled: Vec<_> = spelled(list, examples)
            .filter(|(example, _)| example.file == file)
            .collect();
        if spelled.is_empty() {
            continue;
        }
        let there = if list == "drizzle" { "tests" } else { "SQL" };
        _ = write!(page, "\n### {title}\n\n| {there} | here |\n|---|---|\n");
        for (example, shapes) in spelled {
            let shapes = shapes.join(" · ").replace('|', "\\|");
            _ = writeln!(page, "| {shapes} | {} |", cell(&on_one_line(example)));
        }
    }
    page
}

/// All shapes that the page has a spelling or a reason for.
pub(crate) fn all(list: &str, template: &str, examples: &[Example]) -> BTreeSet<String> {
    let mut all = rows(template, RAW);
    all.extend(rows(template, NOT_COUNTED));
    for (_, shapes) in spelled(list, examples) {
        all.extend(shapes.iter().cloned());
    }
    all
}

fn spelled<'a>(
    list: &'a str,
    examples: &'a [Example],
) -> impl Iterator<Item = (&'a Example, &'a [String])> {
    examples.iter().flat_map(move |example| {
        let of_list = example.shapes.iter().filter(move |of| of.list == list);
        of_list.map(move |of| (example, &*of.shapes))
    })
}

/// The shapes in the first column of the table with this header.
fn rows(template: &str, header: &str) -> BTreeSet<String> {
    let Some((_, table)) = template.split_once(header) else {
        return BTreeSet::new();
    };
    let lines = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with("| "));
    let cells = lines.filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let shapes = cells.flat_map(|cell| cell.split(" · "));
    shapes.map(|shape| shape.replace("\\|", "|")).collect()
}
