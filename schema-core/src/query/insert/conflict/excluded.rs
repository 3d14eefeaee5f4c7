//! `excluded`: the row that was to be inserted.
//!
//! <https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT>

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{ConflictUpdate, DoUpdate, OnConflict};
use crate::expr::Inferred;
use crate::query::update::{Lack, Set, SetColumns, set};
use crate::sql::Token;
use crate::table::{Column, ColumnMarker, Settable, Source, Table};
use crate::tuples::for_each_tuple;

/// The row that was to be inserted, as a source of columns.
#[derive(Debug)]
pub struct Excluded<T>(PhantomData<T>);

impl<T: Table> Source for Excluded<T> {
    type Relation = T;
    type Id = ();
    const REFERENCE: &'static [Token] = &[Token::Text("excluded")];
}

/// A column of the row that was to be inserted, in `do_update`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// let insert = Patient
///     .insert(NewPatient { name: "Ana".into() })
///     .set(Patient.age, 41)
///     .on_conflict(Patient.name)
///     .do_update()
///     .set(Patient.age, excluded(Patient.age));
/// assert_eq!(
///     insert.to_sql(),
///     r#"insert into "patients" ("name", "age") values ($1, $2) on conflict ("name") do update set "age" = excluded."age""#
/// );
/// ```
#[hide_bounds]
pub fn excluded<T: Table, C: ColumnMarker>(_column: Column<T, C>) -> Column<Excluded<T>, C> {
    Column::NEW
}

/// Columns of table `T`, each set to the value of the row that was to be inserted: `X` are the assignments, after `A`.
#[diagnostic::on_unimplemented(
    message = "`set_excluded` names columns of `{T}`",
    label = "expected a column, or a tuple of columns"
)]
pub trait ExcludedColumns<T, A, X> {
    /// Returns the assignments.
    fn assignments(self, previous: A) -> X;
}

/// A column of table `T`, which `C` marks.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a column of `{T}`, whose columns `set_excluded` names",
    label = "expected a column of `{T}`"
)]
pub trait ExcludedColumn<T, C> {}

impl<T, C: ColumnMarker> ExcludedColumn<T, C> for Column<T, C> where Self: Settable {}

/// The same as [`ExcludedColumns`]. With a single impl, the error for one of several columns does not list those of it.
#[diagnostic::on_unimplemented(
    message = "`set_excluded` names columns of `{T}`",
    label = "expected a column, or a tuple of columns"
)]
pub trait ExcludedSet<T, A, X> {
    /// Returns the assignments.
    fn into_assignments(self, previous: A) -> X;
}

impl<E: ExcludedColumns<T, A, X>, T, A, X> ExcludedSet<T, A, X> for E {
    fn into_assignments(self, previous: A) -> X {
        self.assignments(previous)
    }
}

/// The columns that a statement on table `T` sets, as a list in which each appears once.
pub trait EachOnce<T> {}

#[diagnostic::do_not_recommend]
impl<T> EachOnce<T> for () {}

impl<T, C, Rest: Lack<T, C> + EachOnce<T>> EachOnce<T> for (C, Rest) {}

macro_rules! excluded_columns {
    ($($marker:ident $index:tt $other:ident $place:ident),+) => {
        impl<Row, Previous, $($other: ExcludedColumn<Row, $marker>, $marker: ColumnMarker),+>
            ExcludedColumns<Row, Previous, excluded_columns!(@type Row [Previous] $($marker)+)>
            for ($($other,)+)
        {
            fn assignments(
                self,
                previous: Previous,
            ) -> excluded_columns!(@type Row [Previous] $($marker)+) {
                excluded_columns!(@value [previous] $($marker)+)
            }
        }
    };
    (@type $row:ident [$($sets:tt)*]) => { $($sets)* };
    (@type $row:ident [$($sets:tt)*] $marker:ident $($rest:ident)*) => {
        excluded_columns!(@type $row [Set<$($sets)*, $marker, Column<Excluded<$row>, $marker>>] $($rest)*)
    };
    (@value [$($sets:tt)*]) => { $($sets)* };
    (@value [$($sets:tt)*] $marker:ident $($rest:ident)*) => {
        excluded_columns!(@value [set!(Set, $($sets)*, Column::NEW)] $($rest)*)
    };
}

for_each_tuple!(excluded_columns);

impl<T, A, C: ColumnMarker> ExcludedColumns<T, A, Set<A, C, Column<Excluded<T>, C>>>
    for Column<T, C>
where
    Self: Settable,
{
    fn assignments(self, previous: A) -> Set<A, C, Column<Excluded<T>, C>> {
        set!(Set, previous, Column::NEW)
    }
}

#[hide_bounds]
impl<Q, T: Table, K> ConflictUpdate<Q, T, K> {
    /// `set column = excluded.column`, for a column or a tuple of them: the existing row gets the values of the one that
    /// was to be inserted.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, phone: String }
    /// let row = NewPatient { id: 7, name: "Ana".into(), phone: "1".into() };
    /// let upsert = Patient.insert(row).on_conflict(Patient.id).do_update().set_excluded((Patient.name, Patient.phone));
    /// assert_eq!(
    ///     upsert.to_sql(),
    ///     concat!(
    ///         r#"insert into "patients" ("id", "name", "phone") values ($1, $2, $3) on conflict ("id") "#,
    ///         r#"do update set "name" = excluded."name", "phone" = excluded."phone""#,
    ///     )
    /// );
    /// ```
    pub fn set_excluded<
        C: ExcludedSet<T, (), X> + Inferred<X, Is: SetColumns<Columns: EachOnce<T>>>,
        X,
    >(
        self,
        columns: C,
    ) -> OnConflict<Q, T, K, DoUpdate<X>> {
        OnConflict {
            insert: self.insert,
            target: self.target,
            action: DoUpdate {
                sets: columns.into_assignments(()),
                filter: (),
            },
            marker: PhantomData,
        }
    }
}

#[hide_bounds]
impl<Q, T: Table, K, A, W> OnConflict<Q, T, K, DoUpdate<A, W>> {
    /// `set column = excluded.column`, for a column or a tuple of them, in addition to the other columns.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "visits")]
    /// # struct Visit { #[column(primary_key)] page: String, count: i32, last: String }
    /// let upsert = Visit
    ///     .insert(NewVisit { page: "/".into(), count: 1, last: "Ana".into() })
    ///     .on_conflict(Visit.page)
    ///     .do_update()
    ///     .set(Visit.count, Visit.count + excluded(Visit.count))
    ///     .set_excluded(Visit.last);
    /// assert_eq!(
    ///     upsert.to_sql(),
    ///     concat!(
    ///         r#"insert into "visits" ("page", "count", "last") values ($1, $2, $3) on conflict ("page") "#,
    ///         r#"do update set "count" = "visits"."count" + excluded."count", "last" = excluded."last""#,
    ///     )
    /// );
    /// ```
    pub fn set_excluded<
        C: ExcludedSet<T, A, X> + Inferred<X, Is: SetColumns<Columns: EachOnce<T>>>,
        X,
    >(
        self,
        columns: C,
    ) -> OnConflict<Q, T, K, DoUpdate<X, W>> {
        let DoUpdate { sets, filter } = self.action;
        OnConflict {
            insert: self.insert,
            target: self.target,
            action: DoUpdate {
                sets: columns.into_assignments(sets),
                filter,
            },
            marker: PhantomData,
        }
    }
}
