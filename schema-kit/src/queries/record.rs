//! A text about all queries, which is kept in the repository and compared in CI.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use serde::Serialize;

use super::Report;

const HEAD: &str =
    "# The queries of the program and how the server runs them. Written by `schema queries`.\n";
const INDENT: &str = "    ";

/// Returns the reports as a text. Equal reports have equal texts, whatever their order.
///
/// ```
/// use schema_kit::queries::{Report, record};
///
/// let report = Report {
///     sql: "select $1".to_owned(),
///     parameters: vec!["text".to_owned()],
///     accesses: vec![],
///     problems: vec![],
/// };
/// assert!(record(&[report]).ends_with("\n\nselect $1\n    parameters: text\n"));
/// ```
pub fn record(reports: &[Report]) -> String {
    let mut blocks: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for report in reports {
        blocks.insert(one_line(&report.sql), report.lines());
    }
    let mut text = HEAD.to_owned();
    for (sql, lines) in blocks {
        // Writing to a string does not fail.
        let _ = write!(text, "\n{sql}\n");
        for line in lines {
            let _ = writeln!(text, "{INDENT}{}", one_line(&line));
        }
    }
    text
}

/// Returns a text without line breaks, which does not look like a comment or an indented line.
fn one_line(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('\r', "\\r");
    let text = text.replace('\n', "\\n");
    match text.as_bytes() {
        [b' ' | b'#', ..] => format!("\\{text}"),
        _ => text,
    }
}

/// The differences of two [records](record).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Queries that only the new record has.
    pub added: Vec<String>,
    /// Queries that only the old record has.
    pub removed: Vec<String>,
    /// Queries whose plans, parameters or problems differ.
    pub changed: Vec<Changed>,
}

/// A query that the server runs in another way than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The text.
    pub sql: String,
    /// The lines that only the old record has.
    pub before: Vec<String>,
    /// The lines that only the new record has.
    pub after: Vec<String>,
}

impl Changes {
    /// Returns true if there are none.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

/// Returns the differences of two [records](record).
///
/// ```
/// use schema_kit::queries::compare;
///
/// let old = "select 1\n\nselect a from t\n    reads t by t_pkey\n";
/// let new = "select 2\n\nselect a from t\n    reads t row by row\n";
/// let changes = compare(old, new);
/// assert_eq!(changes.added, ["select 2"]);
/// assert_eq!(changes.removed, ["select 1"]);
/// assert_eq!(changes.changed[0].before, ["reads t by t_pkey"]);
/// assert_eq!(changes.changed[0].after, ["reads t row by row"]);
/// assert!(compare(old, old).is_empty());
/// ```
pub fn compare(old: &str, new: &str) -> Changes {
    let (old, new) = (blocks(old), blocks(new));
    let mut changes = Changes::default();
    for (sql, before) in &old {
        match new.get(sql) {
            None => changes.removed.push((*sql).to_owned()),
            Some(after) if after != before => changes.changed.push(Changed {
                sql: (*sql).to_owned(),
                before: missing_in(before, after),
                after: missing_in(after, before),
            }),
            Some(_) => {}
        }
    }
    let added = new.keys().filter(|sql| !old.contains_key(*sql));
    changes.added = added.map(|sql| (*sql).to_owned()).collect();
    changes
}

/// Returns the queries of a record, each with its lines.
fn blocks(text: &str) -> BTreeMap<&str, Vec<&str>> {
    let mut blocks: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut current = None;
    for line in text.lines() {
        if let Some(line) = line.strip_prefix(INDENT) {
            if let Some(sql) = current {
                blocks.entry(sql).or_default().push(line);
            }
        } else if !line.is_empty() && !line.starts_with('#') {
            current = Some(line);
            blocks.entry(line).or_default();
        }
    }
    blocks
}

/// Returns the lines of the first list that are not in the second.
fn missing_in(lines: &[&str], other: &[&str]) -> Vec<String> {
    let own = lines.iter().filter(|line| !other.contains(line));
    own.map(|line| (*line).to_owned()).collect()
}

/// Writes `+` before a query that was added, `-` before one that was removed, and `~` before one that changed.
impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for sql in &self.added {
            writeln!(f, "+ {sql}")?;
        }
        for sql in &self.removed {
            writeln!(f, "- {sql}")?;
        }
        for changed in &self.changed {
            writeln!(f, "~ {}", changed.sql)?;
            for line in &changed.before {
                writeln!(f, "    - {line}")?;
            }
            for line in &changed.after {
                writeln!(f, "    + {line}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(sql: &str) -> Report {
        Report {
            sql: sql.to_owned(),
            parameters: vec!["text".to_owned()],
            accesses: Vec::new(),
            problems: Vec::new(),
        }
    }

    #[test]
    fn a_record_does_not_depend_on_the_order_and_is_read_back() {
        let hard = [
            report("  # select\n1\\n"),
            report("select 1"),
            report("# a"),
        ];
        let text = record(&hard);
        let [a, b, c] = hard;
        assert_eq!(text, record(&[c, a, b]));
        assert!(compare(&text, &text).is_empty());
        assert_eq!(blocks(&text).len(), 3);
        assert_eq!(compare("", &text).added.len(), 3);
    }

    #[test]
    fn changes_are_printed_with_signs() {
        let old = "a\n    x\n    y\n\nb\n";
        let new = "a\n    x\n    z\n\nc\n";
        assert_eq!(
            compare(old, new).to_string(),
            "+ c\n- b\n~ a\n    - y\n    + z\n"
        );
    }
}
