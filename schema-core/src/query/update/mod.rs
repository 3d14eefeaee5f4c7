//! `update`.
//!
//! <https://www.postgresql.org/docs/current/sql-update.html>

mod set;
#[cfg(feature = "json")]
mod set_path;

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

pub use set::{
    IntoOption, Lack, NullFits, NullIn, OtherColumn, Set, SetColumns, SetFrom, SetIf, SetIfTo,
    SetList,
};
pub(crate) use set::{comma, set};
#[cfg(feature = "json")]
pub use set_path::{AddPath, NullFitsPath};

use super::clause::{AndWhere, Where, WithBody};
use super::from::{Inner, JoinItem, JoinKind, OtherSource, OtherSources, SubqueryRow, keyword};
use crate::def::TableDef;
use crate::error::{NothingFiltered, NothingToSet};
use crate::exec::{Changes, Executable, Statement};
use crate::expr::{Assign, Condition, ConditionOn, Inferred};
use crate::scope::{Closed, HasRoom, Lacks, Needs, Require, RowLevel, UsedName};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::{
    Column, ColumnMarker, NamedSource, SetIn, Settable, Source, SourceColumns, Table,
};

/// An `update` of table `T` that sets nothing yet. Its scope is `S`, with the sources in `F`.
#[must_use = "a statement does nothing until it is executed"]
pub struct UpdateTable<T, F = (), S = (T,)> {
    from: F,
    marker: PhantomData<fn() -> (T, S)>,
}

impl<T> UpdateTable<T> {
    pub(crate) const NEW: Self = Self {
        from: (),
        marker: PhantomData,
    };
}

impl<T: Table, F, S> fmt::Debug for UpdateTable<T, F, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UpdateTable").field(&T::NAME.name).finish()
    }
}

/// An `update` of table `T` with the assignments `A`, of the rows that `W` specifies. Its scope is `S`, with the sources
/// in `F`.
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
pub struct Update<T, A, W = (), F = (), S = (T,)> {
    pub(super) sets: A,
    pub(super) filter: W,
    pub(super) from: F,
    pub(super) marker: PhantomData<fn() -> (T, S)>,
}

impl<T, A: Clone, W: Clone, F: Clone, S> Clone for Update<T, A, W, F, S> {
    fn clone(&self) -> Self {
        Self {
            sets: self.sets.clone(),
            filter: self.filter.clone(),
            from: self.from.clone(),
            marker: PhantomData,
        }
    }
}

impl<T: Table, A, W, F, S> fmt::Debug for Update<T, A, W, F, S>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Update").field(&self.to_sql()).finish()
    }
}

#[hide_bounds]
impl<T: Table, F, S> UpdateTable<T, F, S> {
    /// `update … from source`: the assignments and the condition can read its columns. Call it before `set`. The condition
    /// tells which row of the source belongs to a row of the table; if several do, Postgres uses any one of them.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, discount: f64 }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, patient_id: i64, price: f64 }
    /// let update = Order
    ///     .update()
    ///     .from(Patient)
    ///     .set(Order.price, Order.price * Patient.discount)
    ///     .filter(Order.patient_id.eq(Patient.id));
    /// assert_eq!(
    ///     update.to_sql(),
    ///     concat!(
    ///         r#"update "orders" set "price" = "orders"."price" * "patients"."discount" from "patients" "#,
    ///         r#"where "orders"."patient_id" = "patients"."id""#,
    ///     )
    /// );
    /// ```
    pub fn from<
        V: JoinItem<R, N, Y> + Inferred<R, Is: NamedSource> + Inferred<S, Is: Lacks<R>>,
        R,
        N,
        Y,
        To,
    >(
        self,
        source: V,
    ) -> UpdateTable<T, OtherSource<F, Y>, To>
    where
        S: HasRoom,
        Inner: JoinKind<S, R, N, Scope = To>,
    {
        UpdateTable {
            from: OtherSource::new(self.from, source.into_part()),
            marker: PhantomData,
        }
    }

    /// Declares that a subquery of this statement reads from a query that a `with` clause defines.
    #[expect(unused_variables, reason = "the type of the constant is the name")]
    pub fn uses<V: SourceColumns<Source = N>, N, To>(self, named: V) -> UpdateTable<T, F, To>
    where
        N: Source<Relation: SubqueryRow>,
        S: Require<(UsedName<N::Relation>, ()), Scope = To>,
    {
        UpdateTable {
            from: self.from,
            marker: PhantomData,
        }
    }

    /// `set column = value`: a value, `Option` of one if the column is nullable, or an expression.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let update = Patient.update().set(Patient.age, Patient.age + 1).filter(Patient.id.eq(7));
    /// assert_eq!(
    ///     update.to_sql(),
    ///     r#"update "patients" set "age" = "patients"."age" + $1 where "patients"."id" = $2"#
    /// );
    /// ```
    pub fn set<
        N: SetIn<T, C>,
        C: ColumnMarker,
        E: Assign<C::Type, Column<C::Table, C>, Expr = X>
            + Inferred<X, Is: SetFrom<S, I, Null>>
            + Inferred<I, Is: RowLevel>
            + Inferred<Null, Is: NullFits<Column<C::Table, C>>>,
        I,
        Null,
        X,
    >(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> Update<T, Set<(), C, X>, (), F, S>
    where
        Column<N, C>: Settable,
    {
        Update {
            sets: set!(Set, (), value.assign()),
            filter: (),
            from: self.from,
            marker: PhantomData,
        }
    }

    /// `set column = value` if there is a value: `None` leaves the column as it is. The columns of the statement are then
    /// chosen at run time, as in an HTTP `PATCH`, where a field is absent (`None`), null (`Some(None)`), or a value
    /// (`Some(Some(value))`).
    ///
    /// A statement that sets no column is [`Error::NothingToSet`](crate::Error::NothingToSet).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// struct Patch {
    ///     name: Option<String>,
    ///     age: Option<Option<i32>>,
    /// }
    ///
    /// let patch = Patch { name: None, age: Some(None) };
    /// let update = Patient
    ///     .update()
    ///     .set_if(Patient.name, patch.name)
    ///     .set_if(Patient.age, patch.age)
    ///     .filter(Patient.id.eq(7));
    /// assert_eq!(update.to_sql(), r#"update "patients" set "age" = $1 where "patients"."id" = $2"#);
    /// ```
    pub fn set_if<
        N: SetIn<T, C>,
        C: ColumnMarker,
        E: SetIfTo<C, X>
            + Inferred<X, Is: SetFrom<S, I, Null>>
            + Inferred<I, Is: RowLevel>
            + Inferred<Null, Is: NullFits<Column<C::Table, C>>>,
        I,
        Null,
        X,
    >(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> Update<T, SetIf<(), C, X>, (), F, S>
    where
        Column<N, C>: Settable,
    {
        Update {
            sets: set!(SetIf, (), value.assign_if()),
            filter: (),
            from: self.from,
            marker: PhantomData,
        }
    }
}

#[hide_bounds]
impl<T: Table, A, W, F, S> Update<T, A, W, F, S> {
    /// `set column = value`, in addition to the other columns.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let update = Patient.update().set(Patient.name, "Ana").set(Patient.age, 41).filter(Patient.id.eq(7));
    /// assert_eq!(
    ///     update.to_sql(),
    ///     r#"update "patients" set "name" = $1, "age" = $2 where "patients"."id" = $3"#
    /// );
    /// ```
    pub fn set<
        N: SetIn<T, C>,
        C: ColumnMarker,
        E: Assign<C::Type, Column<C::Table, C>, Expr = X>
            + Inferred<X, Is: SetFrom<S, I, Null>>
            + Inferred<I, Is: RowLevel>
            + Inferred<Null, Is: NullFits<Column<C::Table, C>>>,
        I,
        Null,
        X,
    >(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> Update<T, Set<A, C, X>, W, F, S>
    where
        Column<N, C>: Settable,
        A: SetColumns<Columns: Lack<T, C>>,
    {
        Update {
            sets: set!(Set, self.sets, value.assign()),
            filter: self.filter,
            from: self.from,
            marker: PhantomData,
        }
    }

    /// `set column = value` if there is a value. See [`UpdateTable::set_if`].
    pub fn set_if<
        N: SetIn<T, C>,
        C: ColumnMarker,
        E: SetIfTo<C, X>
            + Inferred<X, Is: SetFrom<S, I, Null>>
            + Inferred<I, Is: RowLevel>
            + Inferred<Null, Is: NullFits<Column<C::Table, C>>>,
        I,
        Null,
        X,
    >(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> Update<T, SetIf<A, C, X>, W, F, S>
    where
        Column<N, C>: Settable,
        A: SetColumns<Columns: Lack<T, C>>,
    {
        Update {
            sets: set!(SetIf, self.sets, value.assign_if()),
            filter: self.filter,
            from: self.from,
            marker: PhantomData,
        }
    }

    /// `where condition`: the rows to change. Further calls add further conditions with `and`.
    ///
    /// A condition may be absent (`None`, or an empty list). If all of them are, the statement is not sent:
    /// [`Error::NothingFiltered`](crate::Error::NothingFiltered).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let update = Patient.update().set(Patient.age, 41).filter(Patient.name.eq("Ana")).filter(Patient.age.is_null());
    /// assert_eq!(
    ///     update.to_sql(),
    ///     r#"update "patients" set "age" = $1 where "patients"."name" = $2 and "patients"."age" is null"#
    /// );
    /// ```
    pub fn filter<
        E: Condition<And = X> + ConditionOn<S, I> + Inferred<I, Is: RowLevel>,
        I,
        X,
        With,
    >(
        self,
        condition: E,
    ) -> Update<T, A, With, F, S>
    where
        W: AndWhere<X, With = With>,
    {
        let filter = self.filter.and(condition.into_and());
        Update {
            sets: self.sets,
            filter,
            from: self.from,
            marker: PhantomData,
        }
    }
}

impl<T: Table, A, F, S> Update<T, A, (), F, S> {
    /// Changes every row of the table.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// assert_eq!(Patient.update().set(Patient.age, null()).all_rows().to_sql(), r#"update "patients" set "age" = null"#);
    /// ```
    pub fn all_rows(self) -> Update<T, A, AllRows, F, S> {
        Update {
            sets: self.sets,
            filter: AllRows,
            from: self.from,
            marker: PhantomData,
        }
    }
}

/// Every row: a deliberate absence of `where`.
#[derive(Debug, Clone, Copy)]
pub struct AllRows;

impl Fragment for AllRows {
    const TOKENS: &'static [Token] = &[];

    fn bind(&self, _arguments: &mut Arguments) -> Result<(), BoxDynError> {
        Ok(())
    }
}

/// The rows that a statement changes: a `where`, or [`AllRows`].
pub trait DecidedRows {}

impl<E> DecidedRows for Where<E> {}
impl DecidedRows for AllRows {}

/// Appends the values of the `where` of an update or delete.
///
/// # Errors
/// If every condition is absent. The statement would change every row, most likely by mistake.
pub(crate) fn bind_filter<T: Table, W: Fragment>(
    filter: &W,
    arguments: &mut Arguments,
) -> Result<(), BoxDynError> {
    if const { !W::STATIC } && filter.absent() == Some(true) {
        return Err(Box::new(NothingFiltered {
            table: T::NAME.name,
        }));
    }
    filter.bind(arguments)
}

impl<T: Table, A: SetList, W, F, S> Update<T, A, W, F, S> {
    /// Appends the values of the assignments.
    ///
    /// # Errors
    /// If there is no assignment, or a value cannot be encoded.
    pub(super) fn bind_sets(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        if !A::STATIC && self.sets.is_empty() {
            return Err(Box::new(NothingToSet {
                table: T::NAME.name,
            }));
        }
        self.sets.bind(arguments)
    }
}

impl<T: Table, A, W, F, S> Update<T, A, W, F, S> {
    const HEAD: &'static [Token] = &[
        Token::Text("update "),
        Token::Sub(<T as Source>::REFERENCE),
        Token::Text(" set "),
    ];
}

// Not declared by `fragment!`: the list of assignments has three renderings.
impl<T: Table, A: SetList, W: Fragment, F: OtherSources, S> Fragment for Update<T, A, W, F, S> {
    const TOKENS: &'static [Token] = &[
        Token::Sub(Self::HEAD),
        Token::Sub(A::PAIRS),
        Token::Text(keyword::<F>(" from ")),
        Token::Sub(F::TOKENS),
        Token::Sub(W::TOKENS),
    ];
    const STATIC: bool = A::STATIC && F::STATIC && W::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.tokens(Self::HEAD);
        self.sets.write_pairs(sql, &mut "");
        sql.text(keyword::<F>(" from "));
        self.from.write(sql);
        self.filter.write(sql);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.bind_sets(arguments)?;
        self.from.bind(arguments)?;
        bind_filter::<T, W>(&self.filter, arguments)
    }
}

impl<T: Table, A, W, F, S> Statement for Update<T, A, W, F, S> {
    const TABLE: Option<&'static TableDef> = Some(T::DEF);
}

#[diagnostic::do_not_recommend]
impl<T: Table, A, W: DecidedRows, F, S> Changes for Update<T, A, W, F, S> {}

impl<T: Table, A, W, F, S: Closed> Executable for Update<T, A, W, F, S> where Self: Changes {}

impl<T: Table, A: SetList, W: Fragment, F: OtherSources, S: Needs> WithBody
    for Update<T, A, W, F, S>
{
    type Needs = S::List;
    type Decoder = ();
}
