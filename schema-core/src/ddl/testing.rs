//! Base definitions for tests.

use crate::def::{
    Action, CheckDef, ColumnDef, Deferrable, ForeignKeyDef, IndexDef, IndexElement, IndexOn,
    PrimaryKeyDef, TableDef, TableName, UniqueDef,
};
use crate::types::DataType;

pub(crate) const INTEGER: DataType = DataType::builtin("integer", 23, 1007);
pub(crate) const BIGINT: DataType = DataType::builtin("bigint", 20, 1016);
pub(crate) const TEXT: DataType = DataType::builtin("text", 25, 1009);
pub(crate) const VECTOR: DataType = DataType::extension("vector", "vector");

pub(crate) const TABLE: TableDef = TableDef::NONE;

pub(crate) const PRIMARY_KEY: PrimaryKeyDef = PrimaryKeyDef {
    name: None,
    columns: &[],
    include: &[],
    deferrable: Deferrable::No,
};

pub(crate) const UNIQUE: UniqueDef = UniqueDef {
    name: None,
    columns: &[],
    nulls_not_distinct: false,
    include: &[],
    deferrable: Deferrable::No,
};

pub(crate) const FOREIGN_KEY: ForeignKeyDef = ForeignKeyDef {
    name: None,
    columns: &[],
    table: TableName {
        schema: None,
        name: "",
    },
    references: &["id"],
    on_delete: Action::NoAction,
    on_update: Action::NoAction,
    deferrable: Deferrable::No,
    not_valid: false,
    not_enforced: false,
};

pub(crate) const CHECK: CheckDef = CheckDef {
    name: None,
    expression: "",
    not_valid: false,
    not_enforced: false,
};

pub(crate) const INDEX: IndexDef = IndexDef {
    name: None,
    method: "btree",
    elements: &[],
    include: &[],
    unique: false,
    nulls_not_distinct: false,
    with: &[],
    filter: None,
};

/// Returns a column that is not null.
pub(crate) const fn column(name: &'static str, data_type: DataType) -> ColumnDef {
    ColumnDef {
        name,
        field: name,
        data_type,
        sql_type: None,
        nullable: false,
        required: false,
        default: None,
        identity: None,
        generated: None,
        collate: None,
        renamed_from: None,
        comment: None,
    }
}

const ID: &[ColumnDef] = &[column("id", BIGINT)];

/// Returns a table with the primary key `id`.
pub(crate) const fn table(name: &'static str) -> TableDef {
    TableDef {
        name: TableName { schema: None, name },
        columns: ID,
        primary_key: Some(PrimaryKeyDef {
            columns: &["id"],
            ..PRIMARY_KEY
        }),
        ..TABLE
    }
}

/// Returns an index element for a column.
pub(crate) const fn by(column: &'static str) -> IndexElement {
    element(IndexOn::Column(column))
}

/// Returns an index element for an expression.
pub(crate) const fn expression(expression: &'static str) -> IndexElement {
    element(IndexOn::Expression(expression))
}

const fn element(on: IndexOn) -> IndexElement {
    IndexElement {
        on,
        collate: None,
        operator_class: None,
        descending: false,
        nulls_first: None,
    }
}
