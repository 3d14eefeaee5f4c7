//! Counts what a person writes and types.

use std::path::Path;

use anyhow::Result;
use measurements::{Place, Results, Sample};

use crate::project::{self, Files};
use crate::way::Library;

/// The table of what a person does.
pub(crate) const COUNTS: &str = "by hand";

/// Records the files and lines of the edit, and the commands.
pub(crate) fn record(results: &mut Results) -> Result<()> {
    for library in Library::ALL {
        let before = project::layer(library, "before")?;
        let after = project::layer(library, "after")?;
        let edit = Edit::of(&before, &after);
        let commands = commands(library).len();
        for (row, count) in [
            ("files touched", edit.files),
            ("lines written", edit.added),
            ("of them SQL of a migration", edit.sql),
            ("lines removed", edit.removed),
            ("commands until the query runs", commands),
        ] {
            let count = u32::try_from(count)?;
            let place = Place::new(COUNTS, row, library.name());
            results.put(place, "", Sample::exact(count.into()));
        }
    }
    Ok(())
}

/// The commands that a person types.
pub(crate) const fn commands(library: Library) -> &'static [&'static str] {
    match library {
        Library::Schema => &["cargo run --bin schema -- push", "cargo run"],
        Library::Sqlx => &[
            "sqlx migrate add -r priority",
            "sqlx migrate run",
            "cargo run",
        ],
        Library::Diesel => &[
            "diesel migration generate priority",
            "diesel migration run",
            "cargo run",
        ],
    }
}

/// The difference of two states of a program, without blank lines.
#[derive(Debug, Default, PartialEq, Eq)]
struct Edit {
    files: usize,
    added: usize,
    removed: usize,
    sql: usize,
}

impl Edit {
    fn of(before: &Files, after: &Files) -> Self {
        let mut edit = Self::default();
        for (path, text) in after {
            let old = before.get(path).map_or("", String::as_str);
            if old == text {
                continue;
            }
            let (old, new) = (lines(old), lines(text));
            let common = common(&old, &new);
            edit.files += 1;
            edit.added += new.len() - common;
            edit.removed += old.len() - common;
            if is_sql(path) {
                edit.sql += new.len() - common;
            }
        }
        edit
    }
}

fn is_sql(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "sql")
}

fn lines(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .collect()
}

/// The length of the longest common subsequence.
fn common(old: &[&str], new: &[&str]) -> usize {
    let mut row = vec![0; new.len() + 1];
    for old in old {
        let mut corner = 0;
        for (at, new) in new.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if old == new {
                corner + 1
            } else {
                above.max(row[at])
            };
            corner = above;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Edit, Files};

    #[test]
    fn counts_changed_lines() {
        let files = |name: &str, text: &str| Files::from([(name.into(), text.to_owned())]);
        let before = files("a.rs", "one\ntwo\n\nthree\n");
        let mut after = files("a.rs", "one\nzwei\nthree\n\nfour\n");
        after.extend(files("b.sql", "create\n"));
        let edit = Edit::of(&before, &after);
        let expected = Edit {
            files: 2,
            added: 3,
            removed: 1,
            sql: 1,
        };
        assert_eq!(edit, expected);
        assert_eq!(Edit::of(&before, &before), Edit::default());
    }
}
