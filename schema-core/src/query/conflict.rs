//! `on conflict`: what to do instead of an insert that would break a unique constraint.
//!
//! <https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT>

use schema_macros::hide_bounds;
use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::clause::And;
use super::{Assigned, Insert, InsertMany, Set, SetList, SetTo};
use crate::exec::{Bounded, Statement};
use crate::expr::{Condition, ConditionOn};
use crate::sql::{Arguments, Fragment, SqlWriter, Token, fragment};
use crate::table::{Column, ColumnMarker, SetIn, Settable, Source, Table, TableDef, UniqueKey};

/// The insert `Q` into table `T`, and what happens, `A`, if the columns `K` are the same as another row's.
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

impl<Q, T, K, A> fmt::Debug for OnConflict<Q, T, K, A>
where
    Self: Statement,
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

macro_rules! targets {
    ($([$($table:ident $name:ident)*])*) => {$(
        impl<$($table, $name: ColumnMarker),*> ConflictColumns for ($(Column<$table, $name>,)*) {
            const TOKENS: &'static [Token] = &[
                Token::Text(" on conflict ("),
                Token::Names(&[], &[$($name::NAME),*]),
                Token::Text(")"),
            ];
        }
    )*};
}

targets! {
    [T1 A T2 B] [T1 A T2 B T3 C] [T1 A T2 B T3 C T4 D] [T1 A T2 B T3 C T4 D T5 E]
    [T1 A T2 B T3 C T4 D T5 E T6 F] [T1 A T2 B T3 C T4 D T5 E T6 F T7 G]
    [T1 A T2 B T3 C T4 D T5 E T6 F T7 G T8 H]
}

/// `do nothing`
#[derive(Debug, Clone, Copy)]
pub struct DoNothing;

fragment!(impl[] DoNothing { " do nothing" });

/// `do update set …`, of the rows `W`
#[derive(Debug, Clone, Copy)]
pub struct DoUpdate<S, W = ()> {
    sets: S,
    filter: W,
}

impl<S: SetList, W: Fragment> Fragment for DoUpdate<S, W> {
    const TOKENS: &'static [Token] = &[
        Token::Text(" do update set "),
        Token::Sub(S::PAIRS),
        Token::Sub(W::TOKENS),
    ];
    const STATIC: bool = S::STATIC && W::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text(" do update set ");
        self.sets.write_pairs(sql);
        self.filter.write(sql);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.sets.bind(arguments)?;
        self.filter.bind(arguments)
    }
}

fragment!(impl[Q: Fragment, T, K: ConflictColumns, A: Fragment] OnConflict<Q, T, K, A> {
    (insert: Q), [K::TOKENS], (action: A),
});

impl<Q: Statement, T, K: ConflictColumns, A: Fragment> Statement for OnConflict<Q, T, K, A> {
    const TABLE: Option<&'static TableDef> = Q::TABLE;
}
#[diagnostic::do_not_recommend]
impl<Q, T, K, A> Bounded for OnConflict<Q, T, K, A> where Self: Statement {}

/// An insert with a conflict's columns, and no action yet.
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

/// An insert with `do update`, and nothing set yet.
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

macro_rules! on_conflict {
    ([$($generics:ident)*] $type:ty) => {
        #[hide_bounds]
        impl<T: Table, $($generics),*> $type {
            /// `on conflict (columns)`: a unique column or the primary key, or a tuple of columns that are unique
            /// together. What to do follows.
            pub fn on_conflict<K: UniqueKey<T>>(self, _columns: K) -> Conflict<Self, T, K> {
                Conflict { insert: self, marker: PhantomData }
            }

            /// `on conflict do nothing`: rows that would break any unique constraint are left out.
            pub fn on_conflict_do_nothing(self) -> OnConflict<Self, T, Anything, DoNothing> {
                OnConflict { insert: self, action: DoNothing, marker: PhantomData }
            }
        }
    };
}

// One by one: an error shows the whole of the call that made the method.
on_conflict!([V S] Insert<T, V, S>);
on_conflict!([V R S] InsertMany<T, V, R, S>);

impl<Q, T, K> Conflict<Q, T, K> {
    /// `do nothing`: the row that is there stays.
    pub fn do_nothing(self) -> OnConflict<Q, T, K, DoNothing> {
        OnConflict {
            insert: self.insert,
            action: DoNothing,
            marker: PhantomData,
        }
    }

    /// `do update`: the row that is there is changed. What to set follows; [`excluded`] is the row that was to be
    /// inserted.
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
    type Table = T;
    type Id = ();
    const FROM: &'static [Token] = &[];
    const REFERENCE: &'static [Token] = &[Token::Text("excluded")];
}

/// A column of the row that was to be inserted, in `do_update`.
#[hide_bounds]
pub fn excluded<T: Table, C: ColumnMarker>(_column: Column<T, C>) -> Column<Excluded<T>, C> {
    Column::NEW
}

#[hide_bounds]
impl<Q, T: Table, K> ConflictUpdate<Q, T, K> {
    /// `set column = value`.
    #[expect(clippy::type_complexity, reason = "the statement with one column set")]
    pub fn set<N: SetIn<T, C>, C: ColumnMarker, E: SetTo<C, (T, Excluded<T>), I>, I>(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> OnConflict<Q, T, K, DoUpdate<Set<(), C, Assigned<E, C>>>>
    where
        Column<N, C>: Settable,
    {
        let sets = Set {
            previous: (),
            value: value.assign(),
            column: PhantomData,
        };
        OnConflict {
            insert: self.insert,
            action: DoUpdate { sets, filter: () },
            marker: PhantomData,
        }
    }
}

#[hide_bounds]
impl<Q, T: Table, K, S, W> OnConflict<Q, T, K, DoUpdate<S, W>> {
    /// `set column = value`, beside what is set already.
    #[expect(
        clippy::type_complexity,
        reason = "the statement with one column more set"
    )]
    pub fn set<N: SetIn<T, C>, C: ColumnMarker, E: SetTo<C, (T, Excluded<T>), I>, I>(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> OnConflict<Q, T, K, DoUpdate<Set<S, C, Assigned<E, C>>, W>>
    where
        Column<N, C>: Settable,
    {
        let DoUpdate { sets, filter } = self.action;
        let sets = Set {
            previous: sets,
            value: value.assign(),
            column: PhantomData,
        };
        OnConflict {
            insert: self.insert,
            action: DoUpdate { sets, filter },
            marker: PhantomData,
        }
    }

    /// `where condition`: only rows for which it holds are changed; others stay as they are.
    pub fn filter<E: Condition<And = X> + ConditionOn<(T, Excluded<T>), I>, I, X, With>(
        self,
        condition: E,
    ) -> OnConflict<Q, T, K, DoUpdate<S, With>>
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
