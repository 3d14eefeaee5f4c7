//! The list of workloads.

use std::fmt;
use std::str::FromStr;

/// A kind of workload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Reads all rows of a table of three columns.
    Trivial,
    /// Reads half of that table, left-joined with an empty table.
    Medium,
    /// Reads users, their posts and the comments on these.
    Associations,
    /// Inserts rows of two columns with one statement.
    InsertUsers,
    /// Reads all rows of a table of eight columns.
    Items,
    /// Reads one row by its primary key.
    Find,
    /// Reads the newest 50 rows that match a condition, each with a row of another table.
    List,
    /// Inserts one row and reads its key.
    InsertOne,
    /// Inserts rows of seven columns.
    InsertMany,
    /// Changes two columns of one row, by its primary key.
    Update,
    /// Reads 100 of 10,000 documents by JSON containment.
    Json,
    /// Reads the nearest 10 of 50,000 vectors of 384 dimensions.
    Nearest,
}

/// A kind of workload and its number of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Workload {
    /// The kind.
    pub kind: Kind,
    /// The number of rows that are read or written.
    pub rows: u32,
}

/// The number of rows of the tables `items` and `documents`.
pub(crate) const ROWS: u32 = 10_000;

impl Kind {
    const ALL: [Self; 12] = [
        Self::Find,
        Self::List,
        Self::InsertOne,
        Self::InsertMany,
        Self::Update,
        Self::Json,
        Self::Nearest,
        Self::Items,
        Self::Trivial,
        Self::Medium,
        Self::Associations,
        Self::InsertUsers,
    ];

    /// The name in tables.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Trivial => "diesel_bench: trivial query",
            Self::Medium => "diesel_bench: medium complex query",
            Self::Associations => "diesel_bench: loading associations sequentially",
            Self::InsertUsers => "diesel_bench: insert",
            Self::Items => "a row of 8 columns, of 10,000",
            Self::Find => "look-up by primary key",
            Self::List => "filtered list with a left join",
            Self::InsertOne => "insert one",
            Self::InsertMany => "insert many",
            Self::Update => "update by key",
            Self::Json => "JSON containment",
            Self::Nearest => "nearest 10 of 50,000 vectors",
        }
    }

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Trivial => "trivial",
            Self::Medium => "medium",
            Self::Associations => "associations",
            Self::InsertUsers => "insert-users",
            Self::Items => "items",
            Self::Find => "find",
            Self::List => "list",
            Self::InsertOne => "insert-one",
            Self::InsertMany => "insert-many",
            Self::Update => "update",
            Self::Json => "json",
            Self::Nearest => "nearest",
        }
    }

    /// The numbers of rows to measure.
    pub const fn sizes(self) -> &'static [u32] {
        match self {
            Self::Trivial | Self::Medium | Self::InsertUsers => &[1, 10, 100, 1_000, 10_000],
            // Each user has ten posts with ten comments each.
            Self::Associations => &[100, 1_000, 10_000],
            Self::Items => &[ROWS],
            Self::Find | Self::InsertOne | Self::Update => &[1],
            Self::List => &[50],
            Self::InsertMany => &[1, 100, 10_000],
            Self::Json => &[100],
            Self::Nearest => &[10],
        }
    }

    /// The divisor of the cost: the number of rows if the cost is given per row.
    pub const fn units(self) -> u32 {
        match self {
            Self::Items => ROWS,
            _ => 1,
        }
    }

    /// The table it writes to.
    pub const fn writes(self) -> Option<&'static str> {
        match self {
            Self::InsertUsers => Some("new_users"),
            Self::InsertOne | Self::InsertMany => Some("new_items"),
            Self::Update => Some("items"),
            _ => None,
        }
    }
}

impl Workload {
    /// All workloads, in the order of the tables.
    pub fn all() -> impl Iterator<Item = Self> {
        Kind::ALL.into_iter().flat_map(|kind| {
            let sizes = kind.sizes().iter();
            sizes.map(move |&rows| Self { kind, rows })
        })
    }

    /// The name of its row in a table, and the number that distinguishes it from rows of the same name.
    pub fn row(self) -> (&'static str, Option<f64>) {
        let sizes = self.kind.sizes();
        let x = (sizes.len() > 1).then_some(f64::from(self.rows));
        (self.kind.title(), x)
    }

    /// The database with its tables. Tables that are read as a whole have as many rows as are read.
    pub fn database(self) -> String {
        match self.kind {
            Kind::Trivial | Kind::Medium | Kind::Associations => {
                format!("schema_benchmarks_{}_{}", self.kind.name(), self.rows)
            }
            _ => "schema_benchmarks".to_owned(),
        }
    }

    /// The number of repetitions that give a reproducible figure under callgrind.
    pub fn repetitions(self) -> u32 {
        match self.rows {
            0..=10 => 300,
            11..=100 => 60,
            101..=1_000 => 10,
            _ => 3,
        }
    }

    /// The number of warm-up repetitions, after which statements are prepared and buffers have their final size.
    pub fn warm_up(self) -> u32 {
        match self.rows {
            0..=100 => 10,
            _ => 1,
        }
    }
}

impl fmt::Display for Workload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind.name(), self.rows)
    }
}

impl FromStr for Workload {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::all()
            .find(|workload| workload.to_string() == name)
            .ok_or_else(|| format!("no workload is named `{name}`"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for workload in Workload::all() {
            assert_eq!(workload.to_string().parse(), Ok(workload));
        }
        assert!("find-2".parse::<Workload>().is_err());
    }
}
