//! What a table is: constants that `#[table]` makes from the struct, for DDL and for tools.
//!
//! Everything here is plain data, known while compiling: [`TableDef`] is the root.

mod data_type;
mod expanded;
mod expression;
mod markers;
mod name;
mod names;
pub(crate) mod place;
mod source;

pub use data_type::{DataType, EnumDef};
pub(crate) use expression::has_word;
pub use markers::Markers;
pub use name::Differs;
pub(crate) use names::MAX_NAME;
pub use names::{Constraint, ConstraintKind, Names};
pub use place::{ByServer, ByUser, Place};
pub use source::{
    Column, ColumnMarker, Impossible, JoinsTo, KeyTo, PrimaryKey, ReferencedBy, SetIn, Settable,
    Source, Table, TableValue, UniqueColumns, UniqueKey,
};

/// A table, as its `#[table]` struct describes it.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "patients")]
/// struct Patient {
///     #[column(primary_key, identity)]
///     id: i64,
///     #[column(unique)]
///     email: String,
/// }
///
/// let def: &TableDef = Patient::DEF;
/// assert_eq!(def.name.name, "patients");
/// assert_eq!(def.columns[1].name, "email");
/// assert_eq!(def.primary_key.unwrap().columns, ["id"]);
/// ```
#[derive(Debug)]
pub struct TableDef {
    /// Where the table is.
    pub name: TableName,
    /// The struct's doc comment.
    pub comment: Option<&'static str>,
    /// The columns, in the order of the struct's fields.
    pub columns: &'static [ColumnDef],
    /// The primary key, of one or of several columns.
    pub primary_key: Option<PrimaryKeyDef>,
    /// Unique constraints, without the primary key.
    pub uniques: &'static [UniqueDef],
    /// Foreign keys, of one or of several columns.
    pub foreign_keys: &'static [ForeignKeyDef],
    /// Check constraints.
    pub checks: &'static [CheckDef],
    /// Indexes, without those that constraints make.
    pub indexes: &'static [IndexDef],
}

impl TableDef {
    /// The column with this name.
    pub const fn column(&self, name: &str) -> Option<&ColumnDef> {
        let mut i = 0;
        while i < self.columns.len() {
            if same(self.columns[i].name, name) {
                return Some(&self.columns[i]);
            }
            i += 1;
        }
        None
    }

    /// The type of the elements, as SQL spells it, of a column that is an array.
    pub(crate) const fn array(&self, name: &str) -> Option<&'static str> {
        match self.column(name) {
            Some(column) if column.data_type.array => match column.data_type.name {
                // Without its length, `bit` is `bit(1)`; in quotes it is of any length.
                name if same(name, "bit") => Some("\"bit\""),
                name => Some(name),
            },
            _ => None,
        }
    }
}

/// Whether two names are the same.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// A table's name and the Postgres schema that it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TableName {
    /// The Postgres schema; without it the connection's `search_path` decides.
    pub schema: Option<&'static str>,
    /// The name, not quoted.
    pub name: &'static str,
}

/// A column.
#[derive(Debug)]
pub struct ColumnDef {
    /// The name, not quoted.
    pub name: &'static str,
    /// The name of the struct's field.
    pub field: &'static str,
    /// The type, from the Rust type of the field.
    pub data_type: DataType,
    /// What `sql_type = "…"` puts in its place, such as `varchar(20)`.
    pub sql_type: Option<&'static str>,
    /// Whether the column takes NULL.
    pub nullable: bool,
    /// Whether every insert must give the column.
    pub required: bool,
    /// What the server puts where an insert says nothing.
    pub default: Option<DefaultDef>,
    /// Whether the server numbers the rows.
    pub identity: Option<Identity>,
    /// The expression that the column is computed from.
    pub generated: Option<GeneratedDef>,
    /// The collation's name, not quoted.
    pub collate: Option<&'static str>,
    /// The field's doc comment.
    pub comment: Option<&'static str>,
}

/// A column's default.
#[derive(Debug, Clone, Copy)]
pub enum DefaultDef {
    /// SQL text, as the user wrote it.
    Sql(&'static str),
    /// A Rust value or expression of the column's type; the function writes it as SQL.
    Value(fn() -> String),
}

/// [`GENERATED … AS IDENTITY`](https://www.postgresql.org/docs/current/ddl-identity-columns.html).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identity {
    /// Only the server writes the column.
    Always,
    /// An insert may bring its own value.
    ByDefault,
}

/// A [generated column](https://www.postgresql.org/docs/current/ddl-generated-columns.html).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GeneratedDef {
    /// The expression, SQL text.
    pub expression: &'static str,
    /// Computed on write and stored, or (Postgres 18) computed on read.
    pub stored: bool,
}

/// A primary key.
#[derive(Debug, Clone, Copy)]
pub struct PrimaryKeyDef {
    /// The constraint's name; without one, `{table}_pkey`.
    pub name: Option<&'static str>,
    /// Names of columns, not quoted.
    pub columns: &'static [&'static str],
}

/// A unique constraint.
#[derive(Debug, Clone, Copy)]
pub struct UniqueDef {
    /// The constraint's name; without one, `{table}_{columns}_key`.
    pub name: Option<&'static str>,
    /// Names of columns, not quoted.
    pub columns: &'static [&'static str],
    /// Whether two NULLs are the same.
    pub nulls_not_distinct: bool,
}

/// A foreign key.
#[derive(Debug, Clone, Copy)]
pub struct ForeignKeyDef {
    /// The constraint's name; without one, `{table}_{columns}_fkey`.
    pub name: Option<&'static str>,
    /// Names of this table's columns, not quoted.
    pub columns: &'static [&'static str],
    /// The table that is referenced.
    pub table: TableName,
    /// Names of its columns, not quoted.
    pub references: &'static [&'static str],
    /// What happens to the rows here when a referenced row is deleted.
    pub on_delete: Action,
    /// What happens to the rows here when a referenced key changes.
    pub on_update: Action,
    /// When the constraint is checked.
    pub deferrable: Deferrable,
}

/// A foreign key's referential action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// An error, checked at the end of the statement; what Postgres does where nothing is said.
    NoAction,
    /// An error, at once.
    Restrict,
    /// The rows follow.
    Cascade,
    /// The columns become NULL.
    SetNull,
    /// The columns get their default.
    SetDefault,
}

/// When a constraint is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deferrable {
    /// After each statement.
    No,
    /// After each statement, unless a transaction defers it.
    InitiallyImmediate,
    /// At commit.
    InitiallyDeferred,
}

/// A check constraint.
#[derive(Debug, Clone, Copy)]
pub struct CheckDef {
    /// The constraint's name; without one, `{table}_{column}_check`, or `{table}_check` if not on one column.
    pub name: Option<&'static str>,
    /// The condition, SQL text.
    pub expression: &'static str,
}

/// An index.
#[derive(Debug, Clone, Copy)]
pub struct IndexDef {
    /// The index's name; without one, `{table}_{columns}_idx`.
    pub name: Option<&'static str>,
    /// The access method, such as `btree`, `gin` or `hnsw`.
    pub method: &'static str,
    /// What is indexed, in this order.
    pub elements: &'static [IndexElement],
    /// Names of columns that are only carried along, not quoted.
    pub include: &'static [&'static str],
    /// Whether no two rows may be equal.
    pub unique: bool,
    /// Whether two NULLs are the same.
    pub nulls_not_distinct: bool,
    /// Storage parameters, such as `("m", "16")`.
    pub with: &'static [(&'static str, &'static str)],
    /// The condition of a partial index, SQL text.
    pub filter: Option<&'static str>,
}

/// One element of an index.
#[derive(Debug, Clone, Copy)]
pub struct IndexElement {
    /// What is indexed.
    pub on: IndexOn,
    /// The collation's name, not quoted.
    pub collate: Option<&'static str>,
    /// The operator class, such as `vector_cosine_ops`, SQL text.
    pub operator_class: Option<&'static str>,
    /// Ascending where nothing is said.
    pub descending: bool,
    /// `Some(true)` for `nulls first`, `Some(false)` for `nulls last`.
    pub nulls_first: Option<bool>,
}

/// What an element of an index is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndexOn {
    /// A column's name, not quoted.
    Column(&'static str),
    /// An expression, SQL text.
    Expression(&'static str),
}
