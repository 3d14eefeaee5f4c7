//! Scans of a vector index that return the nearest rows of a query with a filter.
//!
//! <https://github.com/pgvector/pgvector#iterative-index-scans>

use crate::def::{IndexOn, TableDef, same};

/// How a query with a limit finds the nearest rows.
///
/// pgvector applies the conditions of a query after the scan of a vector index. A scan returns a fixed number of rows, so a
/// query with a limit and a filter may find too few. An iterative scan goes on until there are enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scan {
    /// Not by a vector index.
    Plain,
    /// By an index `using hnsw`.
    Hnsw,
    /// By an index `using ivfflat`.
    Ivfflat,
}

impl Scan {
    /// Returns the condition that turns iterative scans on, before others. It is computed once, before the scan begins, and
    /// is true.
    pub(super) const fn gate(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Hnsw => {
                "(select set_config('hnsw.iterative_scan', 'strict_order', true)) is not null"
            }
            Self::Ivfflat => {
                "(select set_config('ivfflat.iterative_scan', 'relaxed_order', true)) is not null"
            }
        }
    }

    /// Returns the scan by the index of a column for distances whose operator class ends with `class`.
    pub(crate) const fn of_column(table: &TableDef, column: &str, class: &str) -> Self {
        let mut i = 0;
        while i < table.indexes.len() {
            let index = &table.indexes[i];
            if let [element, ..] = index.elements
                && let IndexOn::Column(name) = element.on
                && same(name, column)
                && ends_with(
                    match element.operator_class {
                        Some(class) => class,
                        // The default of vectors and bit strings.
                        None => "_l2_ops",
                    },
                    class,
                )
            {
                let scan = Self::of_method(index.method);
                if !matches!(scan, Self::Plain) {
                    return scan;
                }
            }
            i += 1;
        }
        Self::Plain
    }

    /// Returns the scan by an index of an expression of a column, for distances between values of type `data_type` whose
    /// operator class ends with `class`. The expressions are not compared: iterative scans do not harm a query that does not
    /// use the index.
    pub(crate) const fn of_expression(
        table: &TableDef,
        column: &str,
        data_type: &str,
        class: &str,
    ) -> Self {
        let mut i = 0;
        while i < table.indexes.len() {
            let index = &table.indexes[i];
            if let [element, ..] = index.elements
                && let IndexOn::Expression(sql) = element.on
                && contains(sql, column)
                && let Some(name) = element.operator_class
                && name.len() == data_type.len() + class.len()
                && starts_with(name, 0, data_type)
                && ends_with(name, class)
            {
                let scan = Self::of_method(index.method);
                if !matches!(scan, Self::Plain) {
                    return scan;
                }
            }
            i += 1;
        }
        Self::Plain
    }

    const fn of_method(method: &str) -> Self {
        match method.as_bytes() {
            b"hnsw" => Self::Hnsw,
            b"ivfflat" => Self::Ivfflat,
            _ => Self::Plain,
        }
    }
}

const fn contains(text: &str, part: &str) -> bool {
    let mut i = 0;
    while i + part.len() <= text.len() {
        if starts_with(text, i, part) {
            return true;
        }
        i += 1;
    }
    false
}

/// True if a part of a text begins at a position.
const fn starts_with(text: &str, position: usize, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    if position + part.len() > text.len() {
        return false;
    }
    let mut i = 0;
    while i < part.len() {
        if text[position + i] != part[i] {
            return false;
        }
        i += 1;
    }
    true
}

const fn ends_with(text: &str, end: &str) -> bool {
    text.len() >= end.len() && starts_with(text, text.len() - end.len(), end)
}

/// The state of a `select` while its text is written: the condition to add to its `where`, and the joins to add to its
/// `from`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gate {
    /// The scan whose condition is not written yet.
    pub(super) pending: Scan,
    /// True if the parenthesis after the condition is missing.
    pub(super) open: bool,
    /// The joins so far.
    joined: Joined,
    /// The text of a path's column at this place.
    paths: Paths,
    /// The number of the `select` in the statement, from 1 on; 0 outside of any.
    pub(super) number: u16,
    /// The number of the last `select`.
    last: u16,
}

/// The joins of a `select`, which filter rows too.
#[derive(Debug, Clone, Copy)]
enum Joined {
    No,
    Inner,
    Outer,
}

/// The text of a path's column.
#[derive(Debug, Clone, Copy)]
enum Paths {
    /// A subquery.
    Subqueries,
    /// A column of a join that is added to the `select`.
    Joins,
    /// A subquery in the `from` of a `select` to which other columns add joins.
    SubqueriesInFrom,
}

impl Gate {
    /// The state outside of any `select`.
    pub(super) const NEW: Self = Self {
        pending: Scan::Plain,
        open: false,
        joined: Joined::No,
        paths: Paths::Subqueries,
        number: 0,
        last: 0,
    };

    /// Enters a `select`, and returns the state of the statement around it.
    pub(super) const fn enter(&mut self, scan: Scan, joins: bool) -> Self {
        let around = *self;
        let number = self.last + 1;
        *self = Self {
            pending: scan,
            paths: if joins {
                Paths::Joins
            } else {
                Paths::Subqueries
            },
            number,
            last: number,
            ..Self::NEW
        };
        around
    }

    /// Leaves the `select`.
    pub(super) const fn leave(&mut self, around: Self) {
        let last = self.last;
        *self = around;
        self.last = last;
    }

    /// Notes a join.
    pub(super) const fn join(&mut self, outer: bool) {
        match self.joined {
            Joined::Outer => {}
            Joined::No | Joined::Inner => {
                self.joined = if outer { Joined::Outer } else { Joined::Inner };
            }
        }
    }

    /// Returns whether the `select` has an outer join.
    pub(super) const fn has_outer_join(self) -> bool {
        matches!(self.joined, Joined::Outer)
    }

    /// Begins the `from`, whose own columns add no joins.
    pub(super) const fn start_from(&mut self) {
        if let Paths::Joins = self.paths {
            self.paths = Paths::SubqueriesInFrom;
        }
    }

    /// Ends the `from`.
    pub(super) const fn end_from(&mut self) {
        if let Paths::SubqueriesInFrom = self.paths {
            self.paths = Paths::Joins;
        }
    }

    /// Returns whether a column of a path adds a join, rather than being a subquery.
    pub(super) const fn adds_joins(self) -> bool {
        matches!(self.paths, Paths::Joins)
    }

    /// Returns the text at the start of a condition, in parentheses if it is an `or`.
    pub(super) const fn start(&mut self, or: bool) -> [&'static str; 3] {
        match self.pending {
            Scan::Plain => ["", "", ""],
            scan => {
                self.pending = Scan::Plain;
                self.open = or;
                [scan.gate(), " and ", if or { "(" } else { "" }]
            }
        }
    }

    /// Returns the text at the end of a condition.
    pub(super) const fn end(&mut self) -> &'static str {
        if self.open {
            self.open = false;
            ")"
        } else {
            ""
        }
    }

    /// Returns the text after the place of the `where`, if there is none.
    pub(super) const fn rest(&mut self) -> [&'static str; 2] {
        match self.pending {
            Scan::Plain => ["", ""],
            _ if matches!(self.joined, Joined::No) => ["", ""],
            scan => {
                self.pending = Scan::Plain;
                [" where ", scan.gate()]
            }
        }
    }
}
