//! Parts of the messages of [`Error`](super::Error).

use std::fmt;

/// The table or else the domain of a constraint, if the server reports one. The first name is the Postgres schema.
pub(super) struct Of<'a>(
    pub(super) Option<&'a str>,
    pub(super) Option<&'a str>,
    pub(super) Option<&'a str>,
);

impl fmt::Display for Of<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (object, name) = match (self.1, self.2) {
            (Some(table), _) => ("table", table),
            (None, Some(domain)) => ("domain", domain),
            (None, None) => return Ok(()),
        };
        match self.0 {
            Some(schema) => write!(f, " of {object} `{schema}.{name}`"),
            None => write!(f, " of {object} `{name}`"),
        }
    }
}

/// The name of a constraint, if it has one.
pub(super) struct Named<'a>(pub(super) Option<&'a str>);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(name) => write!(f, " `{name}`"),
            None => Ok(()),
        }
    }
}

/// The columns of a constraint, if they are known.
pub(super) struct Columns<'a>(pub(super) &'a [String]);

impl fmt::Display for Columns<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => Ok(()),
            [column] => write!(f, ", on column `{column}`"),
            columns => write!(f, ", on columns `{}`", columns.join("`, `")),
        }
    }
}

/// The table and the column that a value is for, as far as they are known.
pub(super) struct ForColumn<'a>(pub(super) Option<&'a str>, pub(super) Option<&'a str>);

impl fmt::Display for ForColumn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.1) {
            (Some(table), Some(column)) => write!(f, " for column `{column}` of table `{table}`"),
            (Some(table), None) => write!(f, " for table `{table}`"),
            (None, _) => Ok(()),
        }
    }
}

/// The position of a value in a row: its table and column if both are known, or else its index, from 0.
pub(super) struct Position<'a>(
    pub(super) Option<&'a str>,
    pub(super) Option<&'a str>,
    pub(super) usize,
);

impl fmt::Display for Position<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.1) {
            (Some(table), Some(column)) => write!(f, "column `{column}` of table `{table}`"),
            _ => write!(f, "expression {} of the row", self.2 + 1),
        }
    }
}

/// The server's message about the statement that made a transaction fail, if it is known.
pub(super) struct Because<'a>(pub(super) Option<&'a str>);

impl fmt::Display for Because<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(message) => write!(f, ": {message}"),
            None => Ok(()),
        }
    }
}
