//! The results of an earlier run, and the changes since then.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use crate::Row;

const FILE: &str = "recorded.json";

/// The recorded results by the name of the edit.
#[derive(Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Record(BTreeMap<String, Entry>);

/// The recorded figures. Times are left out because they depend on the machine.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    errors: usize,
    strays: usize,
    output_lines: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<FirstEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a column of the table"
)]
struct FirstEntry {
    headline: String,
    on_line: bool,
    lines: usize,
    longest: usize,
    headline_names: bool,
    editor_names: bool,
    remedy: bool,
}

/// Differences from the record, one line each.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    pub(crate) better: Vec<String>,
    pub(crate) worse: Vec<String>,
}

impl Record {
    pub(crate) fn of(rows: &[Row]) -> Self {
        Self(
            rows.iter()
                .map(|row| (row.edit.name.clone(), Entry::of(row)))
                .collect(),
        )
    }

    /// Reads the folder's record, if there is one.
    pub(crate) fn read(folder: &Path) -> Result<Option<Self>> {
        let path = folder.join(FILE);
        if !path.exists() {
            return Ok(None);
        }
        let text = fs::read_to_string(&path)?;
        let record = serde_json::from_str(&text).with_context(|| path.display().to_string())?;
        Ok(Some(record))
    }

    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let path = folder.join(FILE);
        let text = serde_json::to_string_pretty(self)? + "\n";
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
    }

    /// Compares the rows with the record. `whole` means that no edit was left out.
    pub(crate) fn compare(&self, rows: &[Row], whole: bool) -> Changes {
        let mut changes = Changes::default();
        for row in rows {
            let name = &row.edit.name;
            match self.0.get(name) {
                Some(before) => before.compare(&Entry::of(row), row, &mut changes),
                None => changes
                    .worse
                    .push(format!("{name} is not recorded; run with `--record`")),
            }
        }
        if whole {
            let known = |name: &String| rows.iter().any(|row| row.edit.name == *name);
            let gone = self.0.keys().filter(|name| !known(name));
            changes.worse.extend(
                gone.map(|name| format!("{name} is recorded but has no file; run with `--record`")),
            );
        }
        changes
    }
}

impl Entry {
    fn of(Row { verdict, .. }: &Row) -> Self {
        Self {
            errors: verdict.errors,
            strays: verdict.strays,
            output_lines: verdict.output_lines,
            first: verdict.first.as_ref().map(|first| FirstEntry {
                headline: first.headline.clone(),
                on_line: first.on_line,
                lines: first.lines,
                longest: first.longest,
                headline_names: first.headline_names,
                editor_names: first.editor_names,
                remedy: first.remedy,
            }),
        }
    }

    fn compare(&self, now: &Self, row: &Row, changes: &mut Changes) {
        let mut note = Notes {
            name: &row.edit.name,
            changes,
        };
        match (&self.first, &now.first) {
            (None, None) => return,
            (Some(_), None) => {
                note.put(row.edit.must_compile(), "caught", "compiles");
                return;
            }
            (None, Some(now)) => {
                note.put(!row.edit.must_compile(), "compiled", &now.headline);
                return;
            }
            (Some(before), Some(now)) => {
                note.fact(
                    "the first caret is on a line to change",
                    before.on_line,
                    now.on_line,
                );
                note.fact(
                    "the headline contains the names",
                    before.headline_names,
                    now.headline_names,
                );
                note.fact(
                    "headline and label contain the names",
                    before.editor_names,
                    now.editor_names,
                );
                note.fact("there is a remedy", before.remedy, now.remedy);
                note.less("lines of the first error", before.lines, now.lines);
                // A change elsewhere in a file can change the number of digits of a line number.
                if before.longest.abs_diff(now.longest) > 4 {
                    note.less(
                        "characters of the longest line",
                        before.longest,
                        now.longest,
                    );
                }
            }
        }
        note.less("errors", self.errors, now.errors);
        note.less("errors on other lines", self.strays, now.strays);
        note.less("lines of output", self.output_lines, now.output_lines);
    }
}

struct Notes<'a> {
    name: &'a str,
    changes: &'a mut Changes,
}

impl Notes<'_> {
    fn put(&mut self, better: bool, before: impl Display, now: impl Display) {
        let line = format!("{}: {before}, now {now}", self.name);
        if better {
            self.changes.better.push(line);
        } else {
            self.changes.worse.push(line);
        }
    }

    /// Compares a number that should be small.
    fn less(&mut self, what: &str, before: usize, now: usize) {
        if before != now {
            self.put(now < before, format_args!("{before} {what}"), now);
        }
    }

    /// Compares a fact that should be true.
    fn fact(&mut self, what: &str, before: bool, now: bool) {
        if before != now {
            let word = |holds| if holds { "yes" } else { "no" };
            self.put(now, format_args!("{what}: {}", word(before)), word(now));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Changes, Notes};

    #[test]
    fn fewer_lines_are_better_and_more_are_worse() {
        let mut changes = Changes::default();
        let mut notes = Notes {
            name: "a",
            changes: &mut changes,
        };
        notes.less("lines", 5, 5);
        notes.less("lines", 5, 4);
        notes.less("lines", 5, 6);
        notes.fact("a remedy", true, false);
        assert_eq!(changes.better, ["a: 5 lines, now 4"]);
        assert_eq!(
            changes.worse,
            ["a: 5 lines, now 6", "a: a remedy: yes, now no"]
        );
    }
}
