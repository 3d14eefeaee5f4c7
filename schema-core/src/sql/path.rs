//! Paths along foreign keys: joins that the columns of a `select` add to it.

use super::Token;

/// A path from a foreign key to the row that it references.
///
/// A `select` reads the row from a join, which it has once for each path. Elsewhere there is no `from` to which a join could
/// be added, and each column is a subquery.
#[derive(Debug)]
pub struct Path {
    /// The name of the row's table in the statement: `orders.patient_id`.
    pub name: &'static str,
    /// The name of the referenced column, not quoted.
    pub column: &'static str,
    /// The text in `from`: `"patients" as "orders.patient_id"`.
    pub from: &'static [Token],
    /// The foreign key.
    pub key: &'static [Token],
    /// True if the key can be NULL, here or earlier in the path.
    pub nullable: bool,
    /// The path to the row that has the key, if that is not read by the statement itself.
    pub parent: Option<&'static Self>,
}

impl Path {
    /// Returns the text before the join. The row always exists if the key is not NULL, unless an `outer` join finds no row
    /// that has the key.
    pub(super) const fn keyword(&self, outer: bool) -> &'static str {
        if self.nullable || outer {
            " left join "
        } else {
            " join "
        }
    }
}

/// A column of a path's row, as a subquery: the text around its name, the table, and the condition.
pub(super) const SUBQUERY: [&str; 4] = ["(select ", " from ", " where ", ")"];

/// The text between a path's table and the condition of its join.
pub(super) const ON: &str = " on ";
