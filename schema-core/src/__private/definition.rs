//! The definition of a table, as `#[table]` assembles it.

use std::marker::PhantomData;

use crate::def::{ColumnDef, DefaultDef, GeneratedDef, Identity, IndexElement, IndexOn, TableName};
use crate::table::{Column, ColumnDefault, ColumnMarker, Relation, SourceColumns, Table};
use crate::types::{ColumnType, Nullability, SqlType};

/// A column's type without NULL.
pub type Base<C> = <<C as ColumnMarker>::Type as ColumnType>::Base;

/// The parts of a column's definition that follow from its type. They are constants rather than functions: the compiler
/// evaluates a constant with calls much more slowly.
#[derive(Debug)]
pub struct Definition<C>(PhantomData<C>);

impl<C: ColumnMarker> Definition<C> {
    /// A column that an insert may omit.
    pub const COLUMN: ColumnDef = ColumnDef {
        name: C::NAME,
        field: C::NAME,
        data_type: <Base<C> as SqlType>::DATA_TYPE,
        sql_type: None,
        nullable: <<C::Type as ColumnType>::Null as Nullability>::NULLABLE,
        required: false,
        default: None,
        identity: None,
        generated: None,
        collate: None,
        renamed_from: None,
        comment: None,
    };

    /// A column that every insert must provide.
    pub const REQUIRED: ColumnDef = ColumnDef {
        required: true,
        ..Self::COLUMN
    };
}

macro_rules! column_def_setters {
    ($($name:ident: $type:ty;)*) => {
        /// The keys of `#[column(…)]`. They are methods rather than a struct update, which would copy field by field.
        impl ColumnDef {$(
            #[doc(hidden)]
            #[must_use]
            pub const fn $name(mut self, value: $type) -> Self {
                self.$name = Some(value);
                self
            }
        )*

            #[doc(hidden)]
            #[must_use]
            pub const fn field(mut self, value: &'static str) -> Self {
                self.field = value;
                self
            }
        }
    };
}

column_def_setters! {
    sql_type: &'static str;
    default: DefaultDef;
    identity: Identity;
    generated: GeneratedDef;
    collate: &'static str;
    renamed_from: &'static str;
    comment: &'static str;
}

/// A column in an index, without modifiers.
pub const fn index_column(name: &'static str) -> IndexElement {
    index_element(IndexOn::Column(name))
}

/// An expression in an index, without modifiers.
pub const fn index_expression(sql: &'static str) -> IndexElement {
    index_element(IndexOn::Expression(sql))
}

const fn index_element(on: IndexOn) -> IndexElement {
    IndexElement {
        on,
        collate: None,
        operator_class: None,
        descending: false,
        nulls_first: None,
    }
}

/// The constant of a table.
#[schema_macros::hide_bounds]
pub const fn columns<T: Table>() -> T::Columns<T> {
    <T::Columns<T> as SourceColumns>::NEW
}

/// A name without `r#`.
pub const fn unraw(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// The name of a column.
pub const fn name_of<S, C: ColumnMarker>(_column: &Column<S, C>) -> &'static str {
    C::NAME
}

/// The name of a column's table.
pub const fn table_of<S, C: ColumnMarker>(_column: &Column<S, C>) -> TableName {
    <C::Table as Relation>::NAME
}

/// The default of column `C`, as SQL.
#[expect(
    clippy::needless_pass_by_value,
    reason = "generated code has the value, and nothing to borrow it from"
)]
#[schema_macros::hide_bounds]
pub fn default_sql<C: ColumnMarker, D: ColumnDefault<C::Type, Column<C::Table, C>>>(
    default: D,
) -> String {
    default.sql()
}

/// The functions that a default can call.
pub mod default_functions {
    #[cfg(feature = "uuid")]
    pub use crate::expr::function::gen_random_uuid;
    pub use crate::table::default::now;
}
