//! `delete`.
//!
//! <https://www.postgresql.org/docs/current/sql-delete.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::clause::And;
use super::update::{AllRows, ChangedRows, bind_filter};
use crate::def::TableDef;
use crate::exec::{Executable, Statement};
use crate::expr::{Condition, ConditionOn, Inferred};
use crate::scope::RowLevel;
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::{Source, Table};

/// A `delete` from table `T`, of the rows that `W` specifies.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// let delete = Patient.delete().filter(Patient.age.lt(18)).returning(Patient.id);
/// assert_eq!(
///     delete.to_sql(),
///     r#"delete from "patients" where "patients"."age" < $1 returning "patients"."id""#
/// );
/// assert_eq!(Patient.delete().all_rows().to_sql(), r#"delete from "patients""#);
/// ```
#[must_use = "a statement does nothing until it is executed"]
pub struct Delete<T, W = ()> {
    filter: W,
    table: PhantomData<fn() -> T>,
}

impl<T, W: Clone> Clone for Delete<T, W> {
    fn clone(&self) -> Self {
        Self {
            filter: self.filter.clone(),
            table: PhantomData,
        }
    }
}

impl<T: Table, W> fmt::Debug for Delete<T, W>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Delete").field(&self.to_sql()).finish()
    }
}

impl<T: Table> Delete<T> {
    pub(crate) const fn new() -> Self {
        Self {
            filter: (),
            table: PhantomData,
        }
    }

    /// Deletes every row of the table.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// assert_eq!(Patient.delete().all_rows().to_sql(), r#"delete from "patients""#);
    /// ```
    pub fn all_rows(self) -> Delete<T, AllRows> {
        Delete {
            filter: AllRows,
            table: PhantomData,
        }
    }
}

#[hide_bounds]
impl<T: Table, W> Delete<T, W> {
    /// `where condition`: the rows to delete. Further calls add further conditions with `and`.
    ///
    /// A condition may be absent (`None`, or an empty list). If all of them are, the statement is not sent:
    /// [`Error::NothingFiltered`](crate::Error::NothingFiltered).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let delete = Patient.delete().filter(Patient.age.lt(18)).filter(Patient.name.ne("Ana"));
    /// assert_eq!(
    ///     delete.to_sql(),
    ///     r#"delete from "patients" where "patients"."age" < $1 and "patients"."name" <> $2"#
    /// );
    /// ```
    pub fn filter<
        E: Condition<And = X> + ConditionOn<(T,), I> + Inferred<I, Is: RowLevel>,
        I,
        X,
        With,
    >(
        self,
        condition: E,
    ) -> Delete<T, With>
    where
        W: And<X, With = With>,
    {
        Delete {
            filter: self.filter.and(condition.into_and()),
            table: PhantomData,
        }
    }
}

impl<T: Table, W> Delete<T, W> {
    const HEAD: &'static [Token] = &[
        Token::Text("delete from "),
        Token::Sub(<T as Source>::REFERENCE),
    ];
}

// Not declared by `fragment!`: an absent condition is an error.
impl<T: Table, W: Fragment> Fragment for Delete<T, W> {
    const TOKENS: &'static [Token] = &[Token::Sub(Self::HEAD), Token::Sub(W::TOKENS)];
    const STATIC: bool = W::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.tokens(Self::HEAD);
        self.filter.write(sql);
    }

    #[inline]
    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        bind_filter::<T, W>(&self.filter, arguments)
    }
}

impl<T: Table, W> Statement for Delete<T, W> {
    const TABLE: Option<&'static TableDef> = Some(T::DEF);
}

#[diagnostic::do_not_recommend]
impl<T: Table, W: ChangedRows> Executable for Delete<T, W> {}
