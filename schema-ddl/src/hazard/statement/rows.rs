//! Statements about rows, and the upkeep of tables.

use super::Change;
use super::cursor::Cursor;
use crate::hazard::LockMode;

/// Reads a statement that is neither `create`, `alter` nor `drop`.
pub(super) fn read(mut at: Cursor<'_>) -> Option<Change> {
    if at.eat(&["truncate"]) {
        at.eat(&["table"]);
        let tables = at.paths();
        let cascade = at.has(&["cascade"]);
        return Some(Change::Truncate { tables, cascade });
    }
    if at.eat(&["delete", "from"]) {
        at.eat(&["only"]);
        return Some(Change::Delete {
            table: at.path()?,
            has_condition: at.has_outside("where"),
        });
    }
    if at.eat(&["update"]) {
        at.eat(&["only"]);
        return Some(Change::Update {
            table: at.path()?,
            has_condition: at.has_outside("where"),
        });
    }
    if at.eat(&["vacuum"]) {
        return vacuum(at);
    }
    if at.eat(&["cluster"]) {
        at.group();
        at.eat(&["verbose"]);
        return Some(Change::Cluster { table: at.path() });
    }
    if at.eat(&["reindex"]) {
        return reindex(at);
    }
    if at.eat(&["refresh", "materialized", "view"]) {
        let concurrently = at.eat(&["concurrently"]);
        return Some(Change::RefreshMaterializedView {
            view: at.path()?,
            concurrently,
            no_data: at.has(&["with", "no", "data"]),
        });
    }
    if at.eat(&["comment", "on"]) {
        return comment(at);
    }
    if at.eat(&["analyze"]) {
        at.group();
        at.eat(&["verbose"]);
        let tables = at.path().into_iter().collect();
        return Some(Change::LockedWeakly { tables });
    }
    if at.eat(&["lock"]) {
        return lock(at);
    }
    if at.eat(&["set"]) {
        at.eat_one(&["local", "session"]);
        return at.is("lock_timeout").then_some(Change::SetLockTimeout);
    }
    if at.has(&["set_config"]) && at.strings().contains(&"lock_timeout".into()) {
        return Some(Change::SetLockTimeout);
    }
    None
}

fn vacuum(mut at: Cursor<'_>) -> Option<Change> {
    let options = at.group();
    let mut full = options.is_some_and(|options| options.has(&["full"]));
    while let Some(word) = at.eat_one(&["full", "freeze", "verbose", "analyze"]) {
        full |= word == "full";
    }
    full.then(|| Change::VacuumFull { tables: at.paths() })
}

fn reindex(mut at: Cursor<'_>) -> Option<Change> {
    at.group();
    let kind = at.eat_one(&["index", "table", "schema", "database", "system"])?;
    let concurrently = at.eat(&["concurrently"]);
    let name = at.path();
    Some(Change::Reindex {
        index: name.clone().filter(|_| kind == "index"),
        table: name.filter(|_| kind == "table"),
        concurrently,
    })
}

fn comment(mut at: Cursor<'_>) -> Option<Change> {
    let kind = at.eat_one(&["table", "column"])?;
    let before_name = at;
    let name = at.path()?;
    if kind == "table" {
        return Some(Change::LockedWeakly { tables: vec![name] });
    }
    // The table is the name without its last part, which is the column.
    let mut at = before_name;
    let mut parts = vec![at.name()?];
    while at.symbol(".") {
        parts.push(at.name()?);
    }
    parts.pop();
    let table = parts.pop()?;
    Some(Change::LockedWeakly {
        tables: vec![crate::model::Name {
            schema: parts.pop(),
            name: table,
        }],
    })
}

fn lock(mut at: Cursor<'_>) -> Option<Change> {
    at.eat(&["table"]);
    let tables = at.paths();
    let mut mode = LockMode::AccessExclusive;
    if at.eat(&["in"]) {
        let words = at.read_until(|at| at.is("mode"));
        let words = words.text().to_ascii_uppercase();
        mode = LockMode::ALL
            .into_iter()
            .find(|mode| mode.words() == words)?;
    }
    Some(Change::LockTable { tables, mode })
}
