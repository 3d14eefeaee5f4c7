//! The report about a query.

use std::fmt;

use serde::Serialize;

use super::{Access, Problem};

/// How a query fits a schema. [`check`](super::check) returns one for each query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The text.
    pub sql: String,
    /// The types of its parameters: those that the program sends, or else those that the server infers.
    pub parameters: Vec<String>,
    /// The tables that it reads, in the order of the plan.
    pub accesses: Vec<Access>,
    /// Its problems.
    pub problems: Vec<Problem>,
}

impl Report {
    /// Returns true if the query fails when the program runs it, or fails for some rows.
    ///
    /// ```
    /// use schema_kit::queries::{Problem, Report};
    ///
    /// let report = Report {
    ///     sql: "select 1, 2".to_owned(),
    ///     parameters: vec![],
    ///     accesses: vec![],
    ///     problems: vec![Problem::ColumnCount { expected: 1, actual: 2 }],
    /// };
    /// assert!(report.fails());
    /// assert_eq!(
    ///     report.to_string(),
    ///     "select 1, 2\n    problem: the program expects 1 columns, and it returns 2\n"
    /// );
    /// ```
    pub fn fails(&self) -> bool {
        self.problems.iter().any(Problem::is_failure)
    }

    /// The lines about the query, without its text.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if !self.parameters.is_empty() {
            lines.push(format!("parameters: {}", self.parameters.join(", ")));
        }
        lines.extend(self.accesses.iter().map(|access| format!("reads {access}")));
        let problems = self.problems.iter();
        lines.extend(problems.map(|problem| format!("problem: {problem}")));
        lines
    }
}

/// Writes the text, and below it the tables and the problems, one a line.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.sql)?;
        self.lines()
            .iter()
            .try_for_each(|line| writeln!(f, "    {line}"))
    }
}
