//! Definitions of tables: constants that `#[table]` generates from the struct, for DDL and for tools.
//!
//! Everything here is plain data, known at compile time. [`TableDef`] is the root.

mod access;
mod constraint;
mod fingerprint;
mod known_type;
mod lexer;
mod message;
mod names;
mod object;
mod operator_class;
mod view;

pub use access::{
    AccessDef, PolicyCommand, PolicyDef, Privilege, PrivilegeDef, RowSecurity, TableGrantDef,
    TriggerDef, TriggerEvent,
};
pub use constraint::{Constraint, ConstraintType};
pub(crate) use fingerprint::query_hash;
pub(crate) use known_type::KnownType;
pub(crate) use message::Message;
pub(crate) use names::MAX_NAME;
pub use names::Names;
pub use object::{FunctionDef, GrantDef, GrantOn, Object, RoleDef, SequenceDef};
pub(crate) use operator_class::class_type;
pub use view::ViewDef;

use std::fmt;

use schema_ddl::sql::quote;

use crate::types::DataType;

/// The definition of a table, generated from its `#[table]` struct.
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
    /// The name of the table and of its Postgres schema.
    pub name: TableName,
    /// The name that the table had before, without quotes.
    pub renamed_from: Option<&'static str>,
    /// The struct's doc comment.
    pub comment: Option<&'static str>,
    /// The columns, in the order of the struct's fields.
    pub columns: &'static [ColumnDef],
    /// The primary key, with one or several columns.
    pub primary_key: Option<PrimaryKeyDef>,
    /// Unique constraints, except the primary key.
    pub uniques: &'static [UniqueDef],
    /// Foreign keys, with one or several columns.
    pub foreign_keys: &'static [ForeignKeyDef],
    /// Check constraints.
    pub checks: &'static [CheckDef],
    /// Indexes, except those that Postgres creates for constraints.
    pub indexes: &'static [IndexDef],
    /// Policies, grants and triggers.
    pub access: &'static AccessDef,
}

impl TableDef {
    /// An empty definition, for a relation that is not a table, and for what `#[table]` leaves out.
    #[doc(hidden)]
    pub const NONE: Self = Self {
        name: TableName {
            schema: None,
            name: "",
        },
        renamed_from: None,
        comment: None,
        columns: &[],
        primary_key: None,
        uniques: &[],
        foreign_keys: &[],
        checks: &[],
        indexes: &[],
        access: AccessDef::NONE,
    };

    /// Returns the column with this name.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
    /// let age = Patient::DEF.column("age").unwrap();
    /// assert_eq!(age.data_type.sql(), "integer");
    /// assert!(age.nullable);
    /// assert!(Patient::DEF.column("name").is_none());
    /// ```
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

    /// Returns the first column that cannot be NULL.
    pub(crate) const fn first_not_null(&self) -> Option<&'static str> {
        let mut i = 0;
        while i < self.columns.len() {
            if !self.columns[i].nullable {
                return Some(self.columns[i].name);
            }
            i += 1;
        }
        None
    }

    /// Returns the type to which `insert_many` casts a column that travels as text, as SQL spells it: the name, and the
    /// brackets of an array.
    pub(crate) const fn cast(&self, name: &str) -> Option<(&'static str, &'static str)> {
        match self.column(name) {
            Some(column) if column.data_type.is_unnested() => {
                let brackets = if column.data_type.array { "[]" } else { "" };
                match column.data_type.name {
                    // `bit` without a length is `bit(1)`; in quotes, it has any length.
                    name if same(name, "bit") => Some(("\"bit\"", brackets)),
                    name => Some((name, brackets)),
                }
            }
            _ => None,
        }
    }
}

/// Returns true if two names are equal.
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

/// The name of a table and of its Postgres schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TableName {
    /// The Postgres schema. If it is `None`, the connection's `search_path` applies.
    pub schema: Option<&'static str>,
    /// The name, without quotes.
    pub name: &'static str,
}

/// Writes the quoted name: `"clinic"."patients"`.
impl fmt::Display for TableName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&quote::qualified(self.schema, self.name))
    }
}

/// The definition of a column.
#[derive(Debug)]
pub struct ColumnDef {
    /// The name, without quotes.
    pub name: &'static str,
    /// The name of the struct's field.
    pub field: &'static str,
    /// The type that the field's Rust type is stored as.
    pub data_type: DataType,
    /// The type from `sql_type = "…"` that DDL writes instead, such as `varchar(20)`.
    pub sql_type: Option<&'static str>,
    /// True if the column can be NULL.
    pub nullable: bool,
    /// True if every insert must provide a value.
    pub required: bool,
    /// The value that the server uses if an insert provides none.
    pub default: Option<DefaultDef>,
    /// The kind of identity column, if the server generates the values.
    pub identity: Option<Identity>,
    /// The expression that a generated column is computed from.
    pub generated: Option<GeneratedDef>,
    /// The collation's name, without quotes.
    pub collate: Option<&'static str>,
    /// The name that the column had before, without quotes.
    pub renamed_from: Option<&'static str>,
    /// The field's doc comment.
    pub comment: Option<&'static str>,
}

/// The default of a column.
#[derive(Debug, Clone, Copy)]
pub enum DefaultDef {
    /// SQL text, as it is written in the attribute.
    Sql(&'static str),
    /// A Rust value of the column's type. The function returns it as SQL.
    Value(fn() -> String),
}

/// [`GENERATED … AS IDENTITY`](https://www.postgresql.org/docs/current/ddl-identity-columns.html).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identity {
    /// Only the server writes the column.
    Always,
    /// An insert may provide its own value.
    ByDefault,
}

/// A [generated column](https://www.postgresql.org/docs/current/ddl-generated-columns.html).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GeneratedDef {
    /// The expression, as SQL text.
    pub expression: &'static str,
    /// True if the value is computed on write and stored, false if it is computed on read (Postgres 18 and later).
    pub stored: bool,
}

/// A primary key.
#[derive(Debug, Clone, Copy)]
pub struct PrimaryKeyDef {
    /// The constraint's name. The default is `{table}_pkey`.
    pub name: Option<&'static str>,
    /// The names of the columns, without quotes.
    pub columns: &'static [&'static str],
}

/// A unique constraint.
#[derive(Debug, Clone, Copy)]
pub struct UniqueDef {
    /// The constraint's name. The default is `{table}_{columns}_key`.
    pub name: Option<&'static str>,
    /// The names of the columns, without quotes.
    pub columns: &'static [&'static str],
    /// True if two NULLs count as equal: `nulls not distinct`.
    pub nulls_not_distinct: bool,
}

/// A foreign key.
#[derive(Debug, Clone, Copy)]
pub struct ForeignKeyDef {
    /// The constraint's name. The default is `{table}_{columns}_fkey`.
    pub name: Option<&'static str>,
    /// The names of the referencing columns, without quotes.
    pub columns: &'static [&'static str],
    /// The referenced table.
    pub table: TableName,
    /// The names of the referenced columns, without quotes.
    pub references: &'static [&'static str],
    /// The action on referencing rows when a referenced row is deleted.
    pub on_delete: Action,
    /// The action on referencing rows when a referenced key changes.
    pub on_update: Action,
    /// The time at which the constraint is checked.
    pub deferrable: Deferrable,
}

/// The referential action of a foreign key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// The statement fails. The check runs at its end, and can be deferred. This is Postgres's default.
    NoAction,
    /// The statement fails at once.
    Restrict,
    /// The referencing rows are deleted or updated as well.
    Cascade,
    /// The referencing columns are set to NULL.
    SetNull,
    /// The referencing columns are set to their defaults.
    SetDefault,
}

/// The time at which a constraint is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deferrable {
    /// After each statement: `not deferrable`.
    No,
    /// After each statement, unless the transaction defers the check: `deferrable`.
    InitiallyImmediate,
    /// At commit: `deferrable initially deferred`.
    InitiallyDeferred,
}

/// A check constraint.
#[derive(Debug, Clone, Copy)]
pub struct CheckDef {
    /// The constraint's name. The default is `{table}_{column}_check` if the condition mentions one column, or else
    /// `{table}_check`.
    pub name: Option<&'static str>,
    /// The condition, as SQL text.
    pub expression: &'static str,
}

/// An index.
#[derive(Debug, Clone, Copy)]
pub struct IndexDef {
    /// The index's name. The default is `{table}_{columns}_idx`.
    pub name: Option<&'static str>,
    /// The access method, such as `btree`, `gin` or `hnsw`.
    pub method: &'static str,
    /// The indexed columns and expressions, in order.
    pub elements: &'static [IndexElement],
    /// The names of the `include` columns, without quotes.
    pub include: &'static [&'static str],
    /// True for a unique index.
    pub unique: bool,
    /// True if two NULLs count as equal: `nulls not distinct`.
    pub nulls_not_distinct: bool,
    /// Storage parameters, such as `("m", "16")`.
    pub with: &'static [(&'static str, &'static str)],
    /// The condition of a partial index, as SQL text.
    pub filter: Option<&'static str>,
}

/// An indexed column or expression, with its options.
#[derive(Debug, Clone, Copy)]
pub struct IndexElement {
    /// The column or expression.
    pub on: IndexOn,
    /// The collation's name, without quotes.
    pub collate: Option<&'static str>,
    /// The operator class as SQL text, such as `vector_cosine_ops`.
    pub operator_class: Option<&'static str>,
    /// True for descending order: `desc`.
    pub descending: bool,
    /// `Some(true)` for `nulls first`, `Some(false)` for `nulls last`, `None` for the default of the direction.
    pub nulls_first: Option<bool>,
}

/// An indexed column or expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndexOn {
    /// The name of a column, without quotes.
    Column(&'static str),
    /// An expression, as SQL text.
    Expression(&'static str),
}
