//! `create index`.

use super::cursor::Cursor;
use crate::model::Name;

/// An index that a statement builds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "words of SQL, each of which is there or not"
)]
pub(in crate::hazard) struct NewIndex {
    pub(in crate::hazard) name: Option<String>,
    pub(in crate::hazard) table: Name,
    pub(in crate::hazard) unique: bool,
    pub(in crate::hazard) concurrently: bool,
    pub(in crate::hazard) if_not_exists: bool,
    /// True for `on only`, which builds nothing for a partitioned table.
    pub(in crate::hazard) only: bool,
    /// The columns and expressions, as SQL, without options.
    pub(in crate::hazard) keys: Vec<String>,
    pub(in crate::hazard) nulls_not_distinct: bool,
    /// The condition of a partial index.
    pub(in crate::hazard) filter: Option<String>,
}

/// Reads what follows `create [unique] index`.
pub(super) fn create(mut at: Cursor<'_>, unique: bool) -> Option<NewIndex> {
    let concurrently = at.eat(&["concurrently"]);
    let if_not_exists = at.if_exists();
    let name = if at.is("on") { None } else { at.name() };
    if !at.eat(&["on"]) {
        return None;
    }
    let only = at.eat(&["only"]);
    let table = at.path()?;
    if at.eat(&["using"]) {
        at.name();
    }
    let keys = at.group()?;
    let nulls_not_distinct = at.has(&["nulls", "not", "distinct"]);
    at.read_until(|at| at.is("where"));
    let filter = at.eat(&["where"]).then(|| at.text().to_owned());
    Some(NewIndex {
        name,
        table,
        unique,
        concurrently,
        if_not_exists,
        only,
        keys: keys.split().into_iter().map(key).collect(),
        nulls_not_distinct,
        filter,
    })
}

/// Returns the column or the expression of an element.
fn key(mut element: Cursor<'_>) -> String {
    let start = element;
    let in_parentheses = element.group().is_some();
    if !in_parentheses {
        element.name();
        element.group();
    }
    start.text_before(&element).to_owned()
}
