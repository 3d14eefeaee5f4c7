//! `on conflict`: an action instead of an insert that would violate a unique constraint.
//!
//! <https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT>

mod excluded;
mod keep;
mod target;

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

pub use excluded::{EachOnce, Excluded, ExcludedColumn, ExcludedColumns, ExcludedSet, excluded};
pub use keep::{DoKeep, KeptColumn};
pub use target::{
    Anything, ConflictColumns, ConflictTarget, InAllRows, InSomeRows, OnConstraint, OnExpression,
    Partial, Target, WithExpression,
};

use super::{Insert, InsertFrom, InsertMany};
use crate::def::TableDef;
use crate::exec::{Changes, Executable, Statement};
use crate::expr::{Assign, Condition, ConditionOn, InScope, Inferred};
use crate::query::clause::{AndWhere, WithBody};
use crate::query::update::{
    Lack, NullFits, Set, SetColumns, SetFrom, SetIf, SetIfTo, SetList, set,
};
use crate::scope::RowLevel;
use crate::sql::{Arguments, Fragment, SqlWriter, Token, fragment};
use crate::table::{Column, ColumnMarker, SetIn, Settable, Table};

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
    target: K,
    action: A,
    marker: PhantomData<fn() -> T>,
}

impl<Q: Clone, T, K: Clone, A: Clone> Clone for OnConflict<Q, T, K, A> {
    fn clone(&self) -> Self {
        Self {
            insert: self.insert.clone(),
            target: self.target.clone(),
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

fragment!(impl[Q: Fragment, T, K: Fragment, A: Fragment] OnConflict<Q, T, K, A> {
    (insert: Q), (target: K), (action: A),
});

impl<Q: Statement, T, K, A> Statement for OnConflict<Q, T, K, A> {
    const TABLE: Option<&'static TableDef> = Q::TABLE;
}

#[diagnostic::do_not_recommend]
impl<Q: Changes, T, K, A> Changes for OnConflict<Q, T, K, A> {}

#[diagnostic::do_not_recommend]
impl<Q: Executable, T, K, A> Executable for OnConflict<Q, T, K, A> {}

impl<Q: WithBody, T, K: Fragment, A: Fragment> WithBody for OnConflict<Q, T, K, A> {
    type Needs = Q::Needs;
    type Decoder = ();
}

/// An insert with the columns of a conflict, before its action.
#[must_use = "call `do_nothing`, `do_update` or `do_keep`"]
pub struct Conflict<Q, T, K> {
    insert: Q,
    target: K,
    marker: PhantomData<fn() -> T>,
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
    target: K,
    marker: PhantomData<fn() -> T>,
}

impl<Q, T: Table, K> fmt::Debug for ConflictUpdate<Q, T, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ConflictUpdate")
            .field(&T::NAME.name)
            .finish()
    }
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
            pub fn on_conflict<K: ConflictTarget<T, I, X>, I, X>(
                self,
                _columns: K,
            ) -> Conflict<Self, T, Target<X>> {
                Conflict { insert: self, target: Target::NEW, marker: PhantomData }
            }

            /// `on conflict on constraint name`: a unique or exclusion constraint by its name, such as one that no field of
            /// the struct declares. Where columns are unique, prefer [`on_conflict`](Self::on_conflict), which the compiler
            /// checks.
            ///
            /// ```
            /// # use schema_core::prelude::*;
            /// # #[table(name = "patients")]
            /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
            /// let insert = Patient.insert(NewPatient { name: "Ana".into() }).on_constraint("patients_name_excl").do_nothing();
            /// assert_eq!(
            ///     insert.to_sql(),
            ///     r#"insert into "patients" ("name") values ($1) on conflict on constraint "patients_name_excl" do nothing"#
            /// );
            /// ```
            pub fn on_constraint(self, name: &'static str) -> Conflict<Self, T, OnConstraint> {
                Conflict { insert: self, target: OnConstraint(name), marker: PhantomData }
            }

            /// `on conflict (expression)`: the expression of a unique index. Its text must be that of the index, without
            /// parameters.
            ///
            /// ```
            /// # use schema_core::expr::function::lower;
            /// # use schema_core::prelude::*;
            /// # #[table(name = "patients")]
            /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
            /// let insert = Patient
            ///     .insert(NewPatient { name: "Ana".into() })
            ///     .on_conflict_expression(lower(Patient.name))
            ///     .do_nothing();
            /// assert_eq!(
            ///     insert.to_sql(),
            ///     r#"insert into "patients" ("name") values ($1) on conflict ((lower("patients"."name"))) do nothing"#
            /// );
            /// ```
            pub fn on_conflict_expression<E: InScope<(T,), I>, I>(
                self,
                expression: E,
            ) -> Conflict<Self, T, OnExpression<E>> {
                Conflict { insert: self, target: OnExpression(expression), marker: PhantomData }
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
            pub fn on_conflict_do_nothing(self) -> OnConflict<Self, T, Target<Anything>, DoNothing> {
                OnConflict { insert: self, target: Target::NEW, action: DoNothing, marker: PhantomData }
            }
        }
    };
}

// One call each: an error shows the macro's whole call.
on_conflict!([V A O] Insert<T, V, A, O>);
on_conflict!([V R A] InsertMany<T, V, R, A>);
on_conflict!([C Q O] InsertFrom<T, C, Q, O>);

impl<Q, T, K> Conflict<Q, T, K> {
    /// `do nothing`: keeps the existing row.
    pub fn do_nothing(self) -> OnConflict<Q, T, K, DoNothing> {
        OnConflict {
            insert: self.insert,
            target: self.target,
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
            target: self.target,
            marker: PhantomData,
        }
    }
}

#[hide_bounds]
impl<Q, T: Table, E> Conflict<Q, T, OnExpression<E>> {
    /// Another expression or column of the unique index.
    ///
    /// ```
    /// # use schema_core::expr::function::lower;
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, clinic: i32, name: String }
    /// let insert = Patient
    ///     .insert(NewPatient { clinic: 7, name: "Ana".into() })
    ///     .on_conflict_expression(lower(Patient.name))
    ///     .and_expression(Patient.clinic)
    ///     .do_nothing();
    /// assert_eq!(
    ///     insert.to_sql(),
    ///     concat!(
    ///         r#"insert into "patients" ("clinic", "name") values ($1, $2) "#,
    ///         r#"on conflict ((lower("patients"."name")), ("patients"."clinic")) do nothing"#,
    ///     )
    /// );
    /// ```
    pub fn and_expression<F: InScope<(T,), I>, I>(
        self,
        expression: F,
    ) -> Conflict<Q, T, OnExpression<WithExpression<E, F>>> {
        Conflict {
            insert: self.insert,
            target: OnExpression(WithExpression(self.target.0, expression)),
            marker: PhantomData,
        }
    }
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
            + Inferred<Null, Is: NullFits<Column<C::Table, C>>>,
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
            target: self.target,
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
            + Inferred<Null, Is: NullFits<Column<C::Table, C>>>,
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
            target: self.target,
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
            + Inferred<Null, Is: NullFits<Column<C::Table, C>>>,
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
            target: self.target,
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
        W: AndWhere<X, With = With>,
    {
        let DoUpdate { sets, filter } = self.action;
        let filter = filter.and(condition.into_and());
        OnConflict {
            insert: self.insert,
            target: self.target,
            action: DoUpdate { sets, filter },
            marker: PhantomData,
        }
    }
}
