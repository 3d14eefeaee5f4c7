//! `on conflict`: an action instead of an insert that would violate a unique constraint.
//!
//! <https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{Insert, InsertMany};
use crate::def::TableDef;
use crate::exec::{Executable, Statement};
use crate::expr::{Assign, Condition, ConditionOn, Inferred};
use crate::query::clause::And;
use crate::query::update::{
    Lack, NullFits, Set, SetColumns, SetFrom, SetIf, SetIfTo, SetList, set,
};
use crate::scope::RowLevel;
use crate::sql::{Arguments, Fragment, SqlWriter, Token, fragment};
use crate::table::{
    Column, ColumnMarker, PartialColumns, SetIn, Settable, Source, Table, UniqueColumns,
};
use crate::tuples::for_each_tuple;

/// The insert `Q` into table `T`, with the action `A` if a row with the same columns `K` exists.
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
#[must_use = "a statement does nothing until it is executed"]
pub struct OnConflict<Q, T, K, A> {
    insert: Q,
    action: A,
    marker: PhantomData<fn() -> (T, K)>,
}

impl<Q: Clone, T, K, A: Clone> Clone for OnConflict<Q, T, K, A> {
    fn clone(&self) -> Self {
        Self {
            insert: self.insert.clone(),
            action: self.action.clone(),
            marker: PhantomData,
        }
    }
}

impl<Q: Statement, T, K, A> fmt::Debug for OnConflict<Q, T, K, A>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OnConflict").field(&self.to_sql()).finish()
    }
}

/// The target of an `on conflict`: columns, or any constraint.
pub trait ConflictColumns {
    /// ` on conflict ("email")`
    const TOKENS: &'static [Token];
}

/// Any unique constraint of the table.
#[derive(Debug)]
pub enum Anything {}

impl ConflictColumns for Anything {
    const TOKENS: &'static [Token] = &[Token::Text(" on conflict")];
}

impl<T, C: ColumnMarker> ConflictColumns for Column<T, C> {
    const TOKENS: &'static [Token] = &[
        Token::Text(" on conflict ("),
        Token::Name(C::NAME),
        Token::Text(")"),
    ];
}

macro_rules! target {
    ($($marker:ident $index:tt $source:ident $other:ident),+) => {
        impl<$($source, $marker: ColumnMarker),+> ConflictColumns for ($(Column<$source, $marker>,)+) {
            const TOKENS: &'static [Token] = &[
                Token::Text(" on conflict ("),
                Token::Names(&[], &[$($marker::NAME),+]),
                Token::Text(")"),
            ];
        }
    };
}

for_each_tuple!(target);

/// `do nothing`
#[derive(Debug, Clone, Copy)]
pub struct DoNothing;

fragment!(impl[] DoNothing { " do nothing" });

/// `do update set …`, of the rows that `W` specifies
#[derive(Debug, Clone, Copy)]
pub struct DoUpdate<A, W = ()> {
    sets: A,
    filter: W,
}

// Not declared by `fragment!`: the list of assignments has three renderings.
impl<A: SetList, W: Fragment> Fragment for DoUpdate<A, W> {
    const TOKENS: &'static [Token] = &[
        Token::Text(" do update set "),
        Token::Sub(A::PAIRS),
        Token::Sub(W::TOKENS),
    ];
    const STATIC: bool = A::STATIC && W::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text(" do update set ");
        self.sets.write_pairs(sql, &mut "");
        self.filter.write(sql);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        // The first assignment is a `set`, so there always is one.
        self.sets.bind(arguments)?;
        self.filter.bind(arguments)
    }
}

fragment!(impl[Q: Fragment, T, K: ConflictColumns, A: Fragment] OnConflict<Q, T, K, A> {
    (insert: Q), [K::TOKENS], (action: A),
});

impl<Q: Statement, T, K, A> Statement for OnConflict<Q, T, K, A> {
    const TABLE: Option<&'static TableDef> = Q::TABLE;
}

#[diagnostic::do_not_recommend]
impl<Q: Statement, T, K, A> Executable for OnConflict<Q, T, K, A> {}

/// An insert with the columns of a conflict, before its action.
#[must_use = "say what to do on conflict: `do_nothing` or `do_update`"]
pub struct Conflict<Q, T, K> {
    insert: Q,
    marker: PhantomData<fn() -> (T, K)>,
}

impl<Q, T: Table, K> fmt::Debug for Conflict<Q, T, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Conflict").field(&T::NAME.name).finish()
    }
}

/// An insert with `do update`, before its assignments.
#[must_use = "say what to set on conflict: `set`"]
pub struct ConflictUpdate<Q, T, K> {
    insert: Q,
    marker: PhantomData<fn() -> (T, K)>,
}

impl<Q, T: Table, K> fmt::Debug for ConflictUpdate<Q, T, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ConflictUpdate")
            .field(&T::NAME.name)
            .finish()
    }
}

/// Columns of table `T` for `on conflict`, whose target is `X`. The compiler infers whether they are unique in all rows
/// or in [some](PartialColumns).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not unique in `{T}`",
    label = "neither primary key nor unique",
    note = "add `#[column(unique)]`, or `#[unique(a, b)]` for several columns together"
)]
pub trait ConflictTarget<T, I, X> {}

/// Columns that are unique in all rows.
#[derive(Debug)]
pub enum InAllRows {}

/// Columns that are unique in the rows of a partial index.
#[derive(Debug)]
pub enum InSomeRows {}

#[diagnostic::do_not_recommend]
impl<K: UniqueColumns<T>, T> ConflictTarget<T, InAllRows, K> for K {}

#[diagnostic::do_not_recommend]
impl<K: PartialColumns<T>, T> ConflictTarget<T, InSomeRows, Partial<T, K>> for K {}

/// The columns `K` of table `T` with the condition of their partial index.
#[derive(Debug)]
pub struct Partial<T, K>(PhantomData<(T, K)>);

impl<T, K: ConflictColumns + PartialColumns<T>> ConflictColumns for Partial<T, K> {
    const TOKENS: &'static [Token] = &[
        Token::Sub(K::TOKENS),
        Token::Text(" where "),
        Token::Text(K::WHERE),
    ];
}

macro_rules! on_conflict {
    ([$($generics:ident)*] $type:ty) => {
        #[hide_bounds]
        impl<T: Table, $($generics),*> $type {
            /// `on conflict (columns)`: a unique column or the primary key, or a tuple of columns that are unique
            /// together. The action follows. If a unique index with `where` makes the columns unique, its condition
            /// is part of the statement.
            ///
            /// ```
            /// # use schema_core::prelude::*;
            /// # #[table(name = "patients")]
            /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String }
            /// let insert = Patient.insert(NewPatient { name: "Ana".into() }).on_conflict(Patient.name).do_nothing();
            /// assert_eq!(
            ///     insert.to_sql(),
            ///     r#"insert into "patients" ("name") values ($1) on conflict ("name") do nothing"#
            /// );
            /// ```
            pub fn on_conflict<K: ConflictTarget<T, I, X>, I, X>(self, _columns: K) -> Conflict<Self, T, X> {
                Conflict { insert: self, marker: PhantomData }
            }

            /// `on conflict do nothing`: skips rows that would violate any unique constraint.
            ///
            /// ```
            /// # use schema_core::prelude::*;
            /// # #[table(name = "patients")]
            /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String }
            /// let insert = Patient.insert(NewPatient { name: "Ana".into() }).on_conflict_do_nothing();
            /// assert_eq!(
            ///     insert.to_sql(),
            ///     r#"insert into "patients" ("name") values ($1) on conflict do nothing"#
            /// );
            /// ```
            pub fn on_conflict_do_nothing(self) -> OnConflict<Self, T, Anything, DoNothing> {
                OnConflict { insert: self, action: DoNothing, marker: PhantomData }
            }
        }
    };
}

// One call each: an error shows the macro's whole call.
on_conflict!([V A] Insert<T, V, A>);
on_conflict!([V R A] InsertMany<T, V, R, A>);

impl<Q, T, K> Conflict<Q, T, K> {
    /// `do nothing`: keeps the existing row.
    pub fn do_nothing(self) -> OnConflict<Q, T, K, DoNothing> {
        OnConflict {
            insert: self.insert,
            action: DoNothing,
            marker: PhantomData,
        }
    }

    /// `do update`: changes the existing row. The columns to set follow; [`excluded`] is the row that was to be inserted.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let insert = Patient
    ///     .insert(NewPatient { name: "Ana".into() })
    ///     .on_conflict(Patient.name)
    ///     .do_update()
    ///     .set(Patient.age, Patient.age + 1);
    /// assert_eq!(
    ///     insert.to_sql(),
    ///     r#"insert into "patients" ("name") values ($1) on conflict ("name") do update set "age" = "patients"."age" + $2"#
    /// );
    /// ```
    pub fn do_update(self) -> ConflictUpdate<Q, T, K> {
        ConflictUpdate {
            insert: self.insert,
            marker: PhantomData,
        }
    }
}

/// The row that was to be inserted, as a source of columns.
#[derive(Debug)]
pub struct Excluded<T>(PhantomData<T>);

impl<T: Table> Source for Excluded<T> {
    type Relation = T;
    type Id = ();
    const FROM: &'static [Token] = &[];
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

#[hide_bounds]
impl<Q, T: Table, K> ConflictUpdate<Q, T, K> {
    /// `set column = value`. The value can read the existing row and the [`excluded`] one.
    pub fn set<
        N: SetIn<T, C>,
        C: ColumnMarker,
        E: Assign<C::Type, Column<C::Table, C>, Expr = X>
            + Inferred<X, Is: SetFrom<(T, Excluded<T>), I, Null>>
            + Inferred<I, Is: RowLevel>
            + Inferred<Null, Is: NullFits<C>>,
        I,
        Null,
        X,
    >(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> OnConflict<Q, T, K, DoUpdate<Set<(), C, X>>>
    where
        Column<N, C>: Settable,
    {
        OnConflict {
            insert: self.insert,
            action: DoUpdate {
                sets: set!(Set, (), value.assign()),
                filter: (),
            },
            marker: PhantomData,
        }
    }
}

#[hide_bounds]
impl<Q, T: Table, K, A, W> OnConflict<Q, T, K, DoUpdate<A, W>> {
    /// `set column = value`, in addition to the other columns.
    #[expect(
        clippy::type_complexity,
        reason = "the statement with another assignment"
    )]
    pub fn set<
        N: SetIn<T, C>,
        C: ColumnMarker,
        E: Assign<C::Type, Column<C::Table, C>, Expr = X>
            + Inferred<X, Is: SetFrom<(T, Excluded<T>), I, Null>>
            + Inferred<I, Is: RowLevel>
            + Inferred<Null, Is: NullFits<C>>,
        I,
        Null,
        X,
    >(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> OnConflict<Q, T, K, DoUpdate<Set<A, C, X>, W>>
    where
        Column<N, C>: Settable,
        A: SetColumns<Columns: Lack<T, C>>,
    {
        let DoUpdate { sets, filter } = self.action;
        OnConflict {
            insert: self.insert,
            action: DoUpdate {
                sets: set!(Set, sets, value.assign()),
                filter,
            },
            marker: PhantomData,
        }
    }

    /// `set column = value` if there is a value, in addition to the other columns.
    #[expect(
        clippy::type_complexity,
        reason = "the statement with another assignment"
    )]
    pub fn set_if<
        N: SetIn<T, C>,
        C: ColumnMarker,
        E: SetIfTo<C, X>
            + Inferred<X, Is: SetFrom<(T, Excluded<T>), I, Null>>
            + Inferred<I, Is: RowLevel>
            + Inferred<Null, Is: NullFits<C>>,
        I,
        Null,
        X,
    >(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> OnConflict<Q, T, K, DoUpdate<SetIf<A, C, X>, W>>
    where
        Column<N, C>: Settable,
        A: SetColumns<Columns: Lack<T, C>>,
    {
        let DoUpdate { sets, filter } = self.action;
        OnConflict {
            insert: self.insert,
            action: DoUpdate {
                sets: set!(SetIf, sets, value.assign_if()),
                filter,
            },
            marker: PhantomData,
        }
    }

    /// `where condition`: changes only the rows for which it is true. Others stay as they are.
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
    ///     .set(Patient.age, excluded(Patient.age))
    ///     .filter(Patient.age.is_null());
    /// assert_eq!(
    ///     insert.to_sql(),
    ///     r#"insert into "patients" ("name", "age") values ($1, $2) on conflict ("name") do update set "age" = excluded."age" where "patients"."age" is null"#
    /// );
    /// ```
    pub fn filter<
        E: Condition<And = X> + ConditionOn<(T, Excluded<T>), I> + Inferred<I, Is: RowLevel>,
        I,
        X,
        With,
    >(
        self,
        condition: E,
    ) -> OnConflict<Q, T, K, DoUpdate<A, With>>
    where
        W: And<X, With = With>,
    {
        let DoUpdate { sets, filter } = self.action;
        let filter = filter.and(condition.into_and());
        OnConflict {
            insert: self.insert,
            action: DoUpdate { sets, filter },
            marker: PhantomData,
        }
    }
}
