//! Statements about anything else than tables and indexes.

use super::cursor::Cursor;
use super::{Change, alter_table, column};
use crate::model::Name;

/// The kind of an object that is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::hazard) enum DropKind {
    Table,
    View,
    MaterializedView,
    Index,
    Sequence,
    Type,
    Schema,
    Database,
    Extension,
    Routine,
    Trigger,
    Policy,
}

/// The kind of an object that is renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::hazard) enum RenameKind {
    Table,
    View,
    Column,
    Constraint,
    Index,
    Schema,
    Type,
    Sequence,
    Routine,
    EnumValue,
}

/// A change of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hazard) enum EnumAction {
    Add { label: String, placed: bool },
}

/// A change of a domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hazard) enum DomainAction {
    /// A check or `not null`, with the condition on `value`.
    Add {
        condition: Option<String>,
        not_valid: bool,
    },
    Validate,
    Other,
}

/// A change of what roles see or may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hazard) enum Access {
    Policy {
        name: String,
        table: Name,
        /// `create`, `alter` or `drop`.
        verb: &'static str,
    },
    Grant {
        /// The object, or the role, as written.
        on: String,
        to: String,
    },
    Revoke {
        on: String,
        from: String,
    },
}

/// Reads what follows `create`.
pub(super) fn create(mut at: Cursor<'_>) -> Option<Change> {
    if at.eat(&["type"]) {
        let name = at.path()?;
        if at.eat(&["as", "enum"]) {
            let labels = Some(at.group()?.strings());
            return Some(Change::CreateType { name, labels });
        }
        return Some(Change::CreateType { name, labels: None });
    }
    if at.eat(&["domain"]) {
        let name = at.path()?;
        at.eat(&["as"]);
        let of = column::definition(at, name.name.clone());
        return Some(Change::CreateDomain { name, of });
    }
    if at.eat(&["trigger"]) {
        let name = at.name()?;
        at.read_until(|at| at.is("on"));
        at.eat(&["on"]);
        let table = at.path()?;
        return Some(Change::CreateTrigger { name, table });
    }
    if at.eat(&["policy"]) {
        return alter_table::policy(at, "create");
    }
    let _ = at.eat(&["materialized"]);
    if at.eat(&["view"]) {
        at.if_exists();
        return Some(Change::CreateView { name: at.path()? });
    }
    if at.eat(&["function"]) || at.eat(&["procedure"]) {
        return routine(at);
    }
    if at.eat(&["statistics"]) {
        at.read_until(|at| at.is("from"));
        at.eat(&["from"]);
        let tables = at.paths();
        return Some(Change::LockedWeakly { tables });
    }
    None
}

fn routine(mut at: Cursor<'_>) -> Option<Change> {
    let name = at.path()?;
    at.group();
    let mut language = at;
    language.read_until(|at| at.is("language"));
    language.eat(&["language"]);
    at.read_until(|at| at.is("as"));
    Some(Change::CreateRoutine {
        name,
        opaque: at.eat(&["as"]),
        language: language.name().or_else(|| language.string()),
    })
}

/// Reads what follows `alter`, except `table`.
pub(super) fn alter(mut at: Cursor<'_>) -> Option<Change> {
    if at.eat(&["type"]) {
        return alter_type(at);
    }
    if at.eat(&["domain"]) {
        return alter_domain(at);
    }
    if at.eat(&["policy"]) {
        return alter_table::policy(at, "alter");
    }
    if at.eat(&["extension"]) {
        return Some(Change::AlterExtension { name: at.name()? });
    }
    let kind = if at.eat(&["materialized", "view"]) || at.eat(&["view"]) {
        RenameKind::View
    } else if at.eat(&["index"]) {
        RenameKind::Index
    } else if at.eat(&["schema"]) {
        RenameKind::Schema
    } else if at.eat(&["sequence"]) {
        RenameKind::Sequence
    } else if at.eat_one(&["function", "procedure", "routine"]).is_some() {
        RenameKind::Routine
    } else {
        return None;
    };
    at.if_exists();
    let name = at.path()?;
    at.group();
    if at.eat(&["rename", "column"]) {
        let part = at.name();
        at.eat(&["to"]);
        return Some(Change::Rename {
            kind: RenameKind::Column,
            name,
            part,
            to: at.name()?,
            is_move: false,
        });
    }
    renamed(at, kind, name)
}

/// Reads `rename to …` or `set schema …`.
fn renamed(mut at: Cursor<'_>, kind: RenameKind, name: Name) -> Option<Change> {
    let is_move = at.eat(&["set", "schema"]);
    if !is_move && !at.eat(&["rename", "to"]) {
        return None;
    }
    Some(Change::Rename {
        kind,
        name,
        part: None,
        to: at.name()?,
        is_move,
    })
}

fn alter_type(mut at: Cursor<'_>) -> Option<Change> {
    let name = at.path()?;
    if at.eat(&["add", "value"]) {
        at.if_exists();
        let label = at.string()?;
        let placed = at.is("before") || at.is("after");
        let action = EnumAction::Add { label, placed };
        return Some(Change::AlterEnum { name, action });
    }
    if at.eat(&["rename", "value"]) {
        let part = at.string();
        at.eat(&["to"]);
        return Some(Change::Rename {
            kind: RenameKind::EnumValue,
            name,
            part,
            to: at.string()?,
            is_move: false,
        });
    }
    if at.eat(&["drop", "attribute"]) {
        at.if_exists();
        let attribute = at.name()?;
        return Some(Change::DropAttribute { name, attribute });
    }
    renamed(at, RenameKind::Type, name)
}

fn alter_domain(mut at: Cursor<'_>) -> Option<Change> {
    let name = at.path()?;
    if at.is("rename") && !at.are(&["rename", "constraint"]) || at.are(&["set", "schema"]) {
        return renamed(at, RenameKind::Type, name);
    }
    let action = if at.eat(&["set", "not", "null"]) {
        DomainAction::Add {
            condition: Some(String::from("value is not null")),
            not_valid: false,
        }
    } else if at.eat(&["add"]) {
        if at.eat(&["constraint"]) {
            at.name();
        }
        let condition = if at.eat(&["check"]) {
            at.group().map(|group| group.text().to_owned())
        } else {
            Some(String::from("value is not null"))
        };
        DomainAction::Add {
            condition,
            not_valid: at.has(&["not", "valid"]),
        }
    } else if at.eat(&["validate"]) {
        DomainAction::Validate
    } else {
        DomainAction::Other
    };
    Some(Change::AlterDomain { name, action })
}

/// Reads what follows `drop`.
pub(super) fn drop(mut at: Cursor<'_>) -> Option<Change> {
    let kinds: [(&[&str], DropKind); 16] = [
        (&["table"], DropKind::Table),
        (&["foreign", "table"], DropKind::Table),
        (&["materialized", "view"], DropKind::MaterializedView),
        (&["view"], DropKind::View),
        (&["index"], DropKind::Index),
        (&["sequence"], DropKind::Sequence),
        (&["type"], DropKind::Type),
        (&["domain"], DropKind::Type),
        (&["schema"], DropKind::Schema),
        (&["database"], DropKind::Database),
        (&["extension"], DropKind::Extension),
        (&["function"], DropKind::Routine),
        (&["procedure"], DropKind::Routine),
        (&["routine"], DropKind::Routine),
        (&["trigger"], DropKind::Trigger),
        (&["policy"], DropKind::Policy),
    ];
    let (_, kind) = kinds.into_iter().find(|(words, _)| at.eat(words))?;
    let concurrently = at.eat(&["concurrently"]);
    at.if_exists();
    if kind == DropKind::Policy {
        return alter_table::policy(at, "drop");
    }
    let names = at.paths();
    // The types of the arguments of a function.
    at.group();
    let on = if at.eat(&["on"]) { at.path() } else { None };
    Some(Change::Drop {
        kind,
        names,
        on,
        cascade: at.has(&["cascade"]),
        concurrently,
    })
}

/// Reads `grant … on … to …`, `revoke … from …`.
pub(super) fn grant(mut at: Cursor<'_>) -> Option<Change> {
    let is_grant = at.eat(&["grant"]);
    if !is_grant {
        at.eat(&["revoke"]);
    }
    let word = if is_grant { "to" } else { "from" };
    let role = at.read_until(|at| at.is("on") || at.is(word));
    let on = if at.eat(&["on"]) {
        at.read_until(|at| at.is(word))
    } else {
        role
    };
    let on = on.text().to_owned();
    if !at.eat(&[word]) {
        return None;
    }
    let other = at.read_until(|at| at.is("with") || at.is("granted") || at.is("cascade"));
    let other = other.text().to_owned();
    Some(Change::Access(if is_grant {
        Access::Grant { on, to: other }
    } else {
        Access::Revoke { on, from: other }
    }))
}
