//! `alter table`.

use super::column::{self, NewColumn};
use super::constraint::{self, NewConstraint};
use super::cursor::Cursor;
use super::{Access, Change, RenameKind};
use crate::model::{DataType, Name};

/// A subcommand of `alter table`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hazard) enum TableAction {
    AddColumn(NewColumn),
    DropColumn {
        column: String,
        cascade: bool,
    },
    AlterColumn {
        column: String,
        action: AlterColumn,
    },
    AddConstraint(NewConstraint),
    DropConstraint {
        name: String,
        cascade: bool,
    },
    ValidateConstraint(String),
    AttachPartition {
        partition: Name,
        bound: String,
    },
    DetachPartition {
        partition: Name,
        concurrently: bool,
    },
    /// `set logged`, `set tablespace`, `set access method`: the words.
    Move(&'static str),
    Trigger,
    ReplicaIdentity,
    RowSecurity(&'static str),
    Inherit(Name),
    /// A change of the catalog under `SHARE UPDATE EXCLUSIVE`.
    Weak,
    /// Any other change of the catalog.
    Other,
}

/// A subcommand `alter column`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hazard) enum AlterColumn {
    Type {
        data_type: DataType,
        collate: bool,
        using: Option<String>,
    },
    SetNotNull,
    DropNotNull,
    SetExpression,
    /// A change of the catalog under `SHARE UPDATE EXCLUSIVE`.
    Weak,
    Other,
}

/// Reads what follows `alter table`.
pub(super) fn table(mut at: Cursor<'_>) -> Option<Change> {
    if at.eat(&["all"]) {
        return Some(Change::Other);
    }
    at.if_exists();
    at.eat(&["only"]);
    let table = at.path()?;
    at.symbol("*");
    if at.eat(&["rename"]) {
        return rename(at, table);
    }
    if at.eat(&["set", "schema"]) {
        return Some(Change::Rename {
            kind: RenameKind::Table,
            name: table,
            part: None,
            to: at.name()?,
            is_move: true,
        });
    }
    let actions = at.split().into_iter().map(action).collect();
    Some(Change::AlterTable { table, actions })
}

/// Reads what follows `rename`.
pub(super) fn rename(mut at: Cursor<'_>, table: Name) -> Option<Change> {
    let (kind, part) = if at.eat(&["to"]) {
        return Some(Change::Rename {
            kind: RenameKind::Table,
            name: table,
            part: None,
            to: at.name()?,
            is_move: false,
        });
    } else if at.eat(&["constraint"]) {
        (RenameKind::Constraint, at.name()?)
    } else {
        at.eat(&["column"]);
        (RenameKind::Column, at.name()?)
    };
    at.eat(&["to"]);
    Some(Change::Rename {
        kind,
        name: table,
        part: Some(part),
        to: at.name()?,
        is_move: false,
    })
}

fn action(mut at: Cursor<'_>) -> TableAction {
    let found = if at.eat(&["add"]) {
        add(at)
    } else if at.eat(&["drop"]) {
        drop(at)
    } else if at.eat(&["alter", "constraint"]) {
        None
    } else if at.eat(&["alter"]) {
        at.eat(&["column"]);
        at.name().map(|column| TableAction::AlterColumn {
            column,
            action: alter_column(at),
        })
    } else if at.eat(&["validate", "constraint"]) {
        at.name().map(TableAction::ValidateConstraint)
    } else if at.eat(&["attach", "partition"]) {
        at.path().map(|partition| TableAction::AttachPartition {
            partition,
            bound: at.text().to_owned(),
        })
    } else if at.eat(&["detach", "partition"]) {
        at.path().map(|partition| TableAction::DetachPartition {
            partition,
            concurrently: at.is("concurrently") || at.is("finalize"),
        })
    } else if at.eat(&["inherit"]) {
        at.path().map(TableAction::Inherit)
    } else {
        Some(whole(at))
    };
    found.unwrap_or(TableAction::Other)
}

fn add(mut at: Cursor<'_>) -> Option<TableAction> {
    if constraint::is_next(&at) {
        return constraint::read(at).map(TableAction::AddConstraint);
    }
    at.eat(&["column"]);
    at.if_exists();
    column::read(at).map(TableAction::AddColumn)
}

fn drop(mut at: Cursor<'_>) -> Option<TableAction> {
    let is_constraint = at.eat(&["constraint"]);
    if !is_constraint {
        at.eat(&["column"]);
    }
    at.if_exists();
    let name = at.name()?;
    let cascade = at.is("cascade");
    Some(if is_constraint {
        TableAction::DropConstraint { name, cascade }
    } else {
        TableAction::DropColumn {
            column: name,
            cascade,
        }
    })
}

fn alter_column(mut at: Cursor<'_>) -> AlterColumn {
    if at.eat(&["set", "data", "type"]) || at.eat(&["type"]) {
        let data_type = DataType::parse(at.read_until(column::ends_type).text());
        let collate = at.eat(&["collate"]) && at.path().is_some();
        let using = at.eat(&["using"]).then(|| at.text().to_owned());
        return AlterColumn::Type {
            data_type,
            collate,
            using,
        };
    }
    if at.eat(&["set", "not", "null"]) {
        AlterColumn::SetNotNull
    } else if at.eat(&["drop", "not", "null"]) {
        AlterColumn::DropNotNull
    } else if at.eat(&["set", "expression"]) {
        AlterColumn::SetExpression
    } else {
        let is_statistics = at.are(&["set", "statistics"]);
        let is_option = (at.eat(&["set"]) || at.eat(&["reset"])) && at.is_symbol("(");
        if is_statistics || is_option {
            AlterColumn::Weak
        } else {
            AlterColumn::Other
        }
    }
}

/// Subcommands about the whole table.
fn whole(mut at: Cursor<'_>) -> TableAction {
    for (words, name) in [
        (&["set", "logged"][..], "set logged"),
        (&["set", "unlogged"], "set unlogged"),
        (&["set", "tablespace"], "set tablespace"),
        (&["set", "access", "method"], "set access method"),
    ] {
        if at.eat(words) {
            return TableAction::Move(name);
        }
    }
    for words in [
        &["enable", "row", "level", "security"],
        &["disable", "row", "level", "security"],
        &["force", "row", "level", "security"],
    ] {
        if at.eat(words) {
            return TableAction::RowSecurity(words[0]);
        }
    }
    if at.eat(&["no", "force", "row", "level", "security"]) {
        return TableAction::RowSecurity("no force");
    }
    if at.eat(&["replica", "identity"]) {
        return TableAction::ReplicaIdentity;
    }
    if (at.eat(&["enable"]) || at.eat(&["disable"])) && at.has(&["trigger"]) {
        return TableAction::Trigger;
    }
    let options = (at.eat(&["set"]) || at.eat(&["reset"])) && at.is_symbol("(");
    if options || at.are(&["cluster", "on"]) || at.are(&["without", "cluster"]) {
        return TableAction::Weak;
    }
    TableAction::Other
}

/// `alter policy`, which is here only for its table.
pub(super) fn policy(mut at: Cursor<'_>, verb: &'static str) -> Option<Change> {
    at.if_exists();
    let name = at.name()?;
    at.eat(&["on"]);
    let table = at.path()?;
    Some(Change::Access(Access::Policy { name, table, verb }))
}
