//! The changes that statements make, as far as a rule reads them.

mod alter_table;
mod column;
mod constraint;
mod cursor;
mod index;
mod object;
mod rows;
mod table;

use cursor::Cursor;

pub(super) use alter_table::{AlterColumn, TableAction};
pub(super) use column::{NewColumn, Value};
pub(super) use constraint::{ConstraintBody, NewConstraint, Reference};
pub(super) use index::NewIndex;
pub(super) use object::{Access, DomainAction, DropKind, EnumAction, RenameKind};
pub(super) use table::NewTable;

use super::LockMode;
use crate::model::Name;
use crate::sql::lexer;

/// What a statement changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    CreateTable(NewTable),
    AlterTable {
        table: Name,
        actions: Vec<TableAction>,
    },
    CreateIndex(NewIndex),
    /// `reindex`: the index or the table, if it names one.
    Reindex {
        index: Option<Name>,
        table: Option<Name>,
        concurrently: bool,
    },
    RefreshMaterializedView {
        view: Name,
        concurrently: bool,
        no_data: bool,
    },
    Drop {
        kind: DropKind,
        names: Vec<Name>,
        /// The table of a trigger or of a policy.
        on: Option<Name>,
        cascade: bool,
        concurrently: bool,
    },
    Truncate {
        tables: Vec<Name>,
        cascade: bool,
    },
    Rename {
        kind: RenameKind,
        /// The object, or the table of a column.
        name: Name,
        /// The column or the label that is renamed.
        part: Option<String>,
        to: String,
        /// True for `set schema`: then `to` is the Postgres schema, or empty for the current one.
        is_move: bool,
    },
    /// `alter type … drop attribute`.
    DropAttribute {
        name: Name,
        attribute: String,
    },
    AlterEnum {
        name: Name,
        action: EnumAction,
    },
    /// A type, with its labels if it is an enum.
    CreateType {
        name: Name,
        labels: Option<Vec<String>>,
    },
    CreateDomain {
        name: Name,
        /// Its type and its constraints, as those of a column.
        of: NewColumn,
    },
    AlterDomain {
        name: Name,
        action: DomainAction,
    },
    CreateTrigger {
        name: String,
        table: Name,
    },
    CreateView {
        name: Name,
    },
    /// `create statistics`, `comment on`, `analyze`: a weak lock.
    LockedWeakly {
        tables: Vec<Name>,
    },
    CreateRoutine {
        name: Name,
        /// True if the body is a string.
        opaque: bool,
        language: Option<String>,
    },
    Access(Access),
    AlterExtension {
        name: String,
    },
    VacuumFull {
        tables: Vec<Name>,
    },
    Cluster {
        table: Option<Name>,
    },
    Delete {
        table: Name,
        has_condition: bool,
    },
    Update {
        table: Name,
        has_condition: bool,
    },
    LockTable {
        tables: Vec<Name>,
        mode: LockMode,
    },
    /// `set lock_timeout`.
    SetLockTimeout,
    Other,
}

/// Reads a statement. One that no rule is about is [`Change::Other`].
pub(super) fn parse(sql: &str) -> Change {
    let tokens = lexer::code(sql);
    read(Cursor::new(sql, &tokens)).unwrap_or(Change::Other)
}

/// Returns the strings in a statement, such as labels of enums.
pub(super) fn strings(sql: &str) -> Vec<String> {
    let tokens = lexer::code(sql);
    Cursor::new(sql, &tokens).strings()
}

/// Returns the names in a statement that creates or changes an object, if they are longer than Postgres allows.
pub(super) fn long_names(sql: &str) -> Vec<String> {
    let tokens = lexer::code(sql);
    let changes = |word: &lexer::Token<'_>| word.is("create") || word.is("alter");
    if !tokens.first().is_some_and(changes) {
        return Vec::new();
    }
    let names = tokens.iter().filter_map(lexer::Token::name);
    let mut long: Vec<String> = names.filter(|name| name.len() > 63).collect();
    long.dedup();
    long
}

fn read(mut at: Cursor<'_>) -> Option<Change> {
    if at.eat(&["create"]) {
        return create(at);
    }
    if at.eat(&["alter"]) {
        return alter(at);
    }
    if at.eat(&["drop"]) {
        return object::drop(at);
    }
    if at.is("grant") || at.is("revoke") {
        return object::grant(at);
    }
    if at.eat(&["do"]) {
        return moved(&at.string()?);
    }
    rows::read(at)
}

/// Reads the block that moves a table to the current Postgres schema, which has no name: see
/// [`Renames`](crate::diff::Renames).
fn moved(block: &str) -> Option<Change> {
    let statement = strings(block).into_iter().next()?;
    let statement = statement.replace("%I", "\"\"").replace("%%", "%");
    let change = parse(&statement);
    matches!(change, Change::Rename { is_move: true, .. }).then_some(change)
}

fn create(mut at: Cursor<'_>) -> Option<Change> {
    at.eat(&["or", "replace"]);
    while at
        .eat_one(&["global", "local", "unlogged", "constraint", "recursive"])
        .is_some()
    {}
    let temporary = at.eat_one(&["temporary", "temp"]).is_some();
    at.eat(&["unlogged"]);
    if at.eat(&["table"]) {
        return table::create(at, temporary).map(Change::CreateTable);
    }
    let unique = at.eat(&["unique"]);
    if at.eat(&["index"]) {
        return index::create(at, unique).map(Change::CreateIndex);
    }
    object::create(at)
}

fn alter(mut at: Cursor<'_>) -> Option<Change> {
    let relation = at.eat(&["table"]) || at.eat(&["foreign", "table"]);
    if relation {
        return alter_table::table(at);
    }
    object::alter(at)
}
