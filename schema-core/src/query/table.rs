//! Where statements begin: the methods of a table's constant.

use schema_macros::hide_bounds;
use std::marker::PhantomData;

use super::clause::{Clauses, From};
use super::select::All;
use super::{AllColumns, Delete, Insert, InsertMany, Insertable, Select, UpdateTable};
use crate::table::{Table, TableValue};

/// The statements of a table, on its constant.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "patients")]
/// struct Patient {
///     #[column(primary_key, identity)]
///     id: i64,
///     name: String,
///     age: Option<i32>,
/// }
///
/// let insert = Patient
///     .insert(NewPatient { name: "Ana".into() })
///     .set(Patient.age, 41)
///     .returning(Patient.id);
/// assert_eq!(
///     insert.to_sql(),
///     r#"insert into "patients" ("name", "age") values ($1, $2) returning "patients"."id""#
/// );
/// let update = Patient.update().set(Patient.age, 42).filter(Patient.id.eq(7));
/// assert_eq!(update.to_sql(), r#"update "patients" set "age" = $1 where "patients"."id" = $2"#);
/// ```
#[hide_bounds]
pub trait TableMethods: TableValue {
    /// `select`: all columns, unless `columns` says which.
    #[expect(
        clippy::type_complexity,
        reason = "the scope, and the only clause that there is yet"
    )]
    fn select(self) -> Select<(Self::Source,), All, Clauses<From<Self::Source>>> {
        Select::NEW
    }

    /// All columns of the table, for `columns` and `returning`.
    fn all(self) -> AllColumns<Self::Source> {
        AllColumns(PhantomData)
    }

    /// `insert`: the required columns as a struct literal, `NewPatient { … }`; the others by `set`. Or a struct of
    /// the user's with `#[derive(Insertable)]`.
    fn insert<V, R>(self, row: V) -> Insert<Self::Source, R>
    where
        Self::Source: Table,
        V: Insertable<Self::Source, Row = R>,
    {
        Insert::new(row.into_row())
    }

    /// `insert` of many rows in one statement, whose text is the same for any number of rows. No rows insert nothing.
    fn insert_many<V, W, R>(self, rows: R) -> InsertMany<Self::Source, W, R>
    where
        Self::Source: Table,
        V: Insertable<Self::Source, Row = W>,
        R: AsRef<[V]>,
    {
        InsertMany::new(rows)
    }

    /// `update`; what to set follows.
    fn update(self) -> UpdateTable<Self::Source>
    where
        Self::Source: Table,
    {
        UpdateTable(PhantomData)
    }

    /// `delete`; which rows follows: a `filter`, or `all_rows`.
    fn delete(self) -> Delete<Self::Source>
    where
        Self::Source: Table,
    {
        Delete::new()
    }
}

impl<V: TableValue> TableMethods for V {}
