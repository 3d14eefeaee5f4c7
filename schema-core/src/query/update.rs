//! `update`.
//!
//! <https://www.postgresql.org/docs/current/sql-update.html>

use schema_macros::hide_bounds;
use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::clause::{And, Where};
use super::{Assigned, Set, SetList, SetTo};
use crate::exec::{Bounded, Statement};
use crate::expr::{Condition, ConditionOn};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::{Column, ColumnMarker, SetIn, Settable, Source, Table, TableDef};

/// An `update` of table `T` that sets nothing yet.
#[must_use = "a statement does nothing until it is executed"]
pub struct UpdateTable<T>(pub(crate) PhantomData<fn() -> T>);

impl<T: Table> fmt::Debug for UpdateTable<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UpdateTable").field(&T::NAME.name).finish()
    }
}

/// An `update` of table `T` that sets the columns `S`, of the rows `W`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// let birthday = Patient.update().set(Patient.age, Patient.age + 1).filter(Patient.name.eq("Ana"));
/// assert_eq!(
///     birthday.to_sql(),
///     r#"update "patients" set "age" = "patients"."age" + $1 where "patients"."name" = $2"#
/// );
/// assert_eq!(Patient.update().set(Patient.age, 7).all_rows().to_sql(), r#"update "patients" set "age" = $1"#);
/// ```
#[must_use = "a statement does nothing until it is executed"]
pub struct Update<T, S, W = ()> {
    pub(super) sets: S,
    pub(super) filter: W,
    pub(super) table: PhantomData<fn() -> T>,
}

impl<T, S: Clone, W: Clone> Clone for Update<T, S, W> {
    fn clone(&self) -> Self {
        Self {
            sets: self.sets.clone(),
            filter: self.filter.clone(),
            table: PhantomData,
        }
    }
}

impl<T, S, W> fmt::Debug for Update<T, S, W>
where
    Self: Statement,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Update").field(&self.to_sql()).finish()
    }
}

#[hide_bounds]
impl<T: Table> UpdateTable<T> {
    /// `set column = value`: a value, `Option` of one where the column takes NULL, or an expression.
    pub fn set<N: SetIn<T, C>, C: ColumnMarker, E: SetTo<C, (T,), I>, I>(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> Update<T, Set<(), C, Assigned<E, C>>>
    where
        Column<N, C>: Settable,
    {
        let sets = Set {
            previous: (),
            value: value.assign(),
            column: PhantomData,
        };
        Update {
            sets,
            filter: (),
            table: PhantomData,
        }
    }
}

#[hide_bounds]
impl<T: Table, S, W> Update<T, S, W> {
    /// `set column = value`, beside what is set already.
    pub fn set<N: SetIn<T, C>, C: ColumnMarker, E: SetTo<C, (T,), I>, I>(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> Update<T, Set<S, C, Assigned<E, C>>, W>
    where
        Column<N, C>: Settable,
    {
        let sets = Set {
            previous: self.sets,
            value: value.assign(),
            column: PhantomData,
        };
        Update {
            sets,
            filter: self.filter,
            table: PhantomData,
        }
    }

    /// `where condition`: the rows to change. Further calls add further conditions with `and`.
    pub fn filter<E: Condition<And = X> + ConditionOn<(T,), I>, I, X, With>(
        self,
        condition: E,
    ) -> Update<T, S, With>
    where
        W: And<X, With = With>,
    {
        let filter = self.filter.and(condition.into_and());
        Update {
            sets: self.sets,
            filter,
            table: PhantomData,
        }
    }
}

impl<T: Table, S> Update<T, S> {
    /// Every row of the table.
    pub fn all_rows(self) -> Update<T, S, AllRows> {
        Update {
            sets: self.sets,
            filter: AllRows,
            table: PhantomData,
        }
    }
}

/// No `where`, and meant so.
#[derive(Debug, Clone, Copy)]
pub struct AllRows;

impl Fragment for AllRows {
    const TOKENS: &'static [Token] = &[];

    fn bind(&self, _arguments: &mut Arguments) -> Result<(), BoxDynError> {
        Ok(())
    }
}

/// Says which rows: a `where`, or [`AllRows`].
pub trait Rows {}

impl<E> Rows for Where<E> {}
impl Rows for AllRows {}

impl<T: Table, S: SetList, W: Fragment> Update<T, S, W> {
    const HEAD: &'static [Token] = &[
        Token::Text("update "),
        Token::Sub(<T as Source>::REFERENCE),
        Token::Text(" set "),
    ];
}

impl<T: Table, S: SetList, W: Fragment> Fragment for Update<T, S, W> {
    const TOKENS: &'static [Token] = &[
        Token::Sub(Self::HEAD),
        Token::Sub(S::PAIRS),
        Token::Sub(W::TOKENS),
    ];
    const STATIC: bool = S::STATIC && W::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.tokens(Self::HEAD);
        self.sets.write_pairs(sql);
        self.filter.write(sql);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.sets.bind(arguments)?;
        self.filter.bind(arguments)
    }
}

impl<T: Table, S: SetList, W: Fragment> Statement for Update<T, S, W> {
    const TABLE: Option<&'static TableDef> = Some(T::DEF);
}
#[diagnostic::do_not_recommend]
impl<T, S, W: Rows> Bounded for Update<T, S, W> where Self: Statement {}
