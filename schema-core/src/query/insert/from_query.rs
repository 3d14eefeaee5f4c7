//! `insert` of the rows of a query.
//!
//! <https://www.postgresql.org/docs/current/sql-insert.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{InsertRow, OverridingSystemValue, OverridingUserValue, OverridingValue};
use crate::def::TableDef;
use crate::exec::{Changes, Executable, Statement};
use crate::expr::{Decoded, Expression, Inferred, Subquery};
use crate::query::clause::WithBody;
use crate::query::update::NullFits;
use crate::scope::{NoNames, NoOuter};
use crate::sql::{Fragment, Token, fragment};
use crate::table::{Column, ColumnMarker, SetIn, Settable, Source, Table};
use crate::tuples::for_each_tuple;
use crate::types::{ColumnType, Nullability};

/// An `insert` into table `T` of the rows of the query `Q`, whose columns are `C`.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "patients")]
/// struct Patient {
///     #[column(primary_key, identity)]
///     id: i64,
///     name: String,
///     active: bool,
/// }
///
/// #[table(name = "letters")]
/// struct Letter {
///     #[column(primary_key, identity)]
///     id: i64,
///     patient_id: i64,
///     greeting: String,
///     sent: Option<bool>,
/// }
///
/// // A struct with both derives has the columns of the insert and of the query.
/// #[derive(Insertable, Selectable)]
/// #[insertable(Letter)]
/// struct Welcome {
///     patient_id: i64,
///     greeting: String,
/// }
///
/// let letters = Letter.insert_from(Patient.select().filter(Patient.active).columns(SelectWelcome {
///     patient_id: Patient.id,
///     greeting: Patient.name,
/// }));
/// assert_eq!(
///     letters.to_sql(),
///     concat!(
///         r#"insert into "letters" ("patient_id", "greeting") "#,
///         r#"select "patients"."id", "patients"."name" from "patients" where "patients"."active""#,
///     )
/// );
/// ```
#[must_use = "a statement does nothing until it is executed"]
pub struct InsertFrom<T, C, Q, O = ()> {
    query: Q,
    table: PhantomData<fn() -> T>,
    columns: PhantomData<fn() -> (C, O)>,
}

impl<T, C, Q, O> InsertFrom<T, C, Q, O> {
    pub(crate) const fn new(query: Q) -> Self {
        Self {
            query,
            table: PhantomData,
            columns: PhantomData,
        }
    }
}

impl<T, C, Q: Clone, O> Clone for InsertFrom<T, C, Q, O> {
    fn clone(&self) -> Self {
        Self::new(self.query.clone())
    }
}

impl<T: Table, C, Q, O> fmt::Debug for InsertFrom<T, C, Q, O>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("InsertFrom").field(&self.to_sql()).finish()
    }
}

/// The names of the columns that a query is inserted into.
pub trait InsertNames<T> {
    /// The names, not quoted.
    const NAMES: &'static [&'static str];
}

/// The columns of a row of type `R`.
#[derive(Debug)]
pub struct FilledColumns<R>(PhantomData<fn() -> R>);

impl<T, R: InsertRow<T>> InsertNames<T> for FilledColumns<R> {
    const NAMES: &'static [&'static str] = R::COLUMNS;
}

fragment!(impl[T: Table, C: InsertNames<T>, Q: Fragment, O: OverridingValue] InsertFrom<T, C, Q, O> {
    "insert into ", [<T as Source>::REFERENCE],
    " (", [const { &[Token::Names(&[], C::NAMES)] }], ")", [&[Token::Text(O::TEXT)]], " ", (query: Q),
});

impl<T: Table, C, Q, O> Statement for InsertFrom<T, C, Q, O> {
    const TABLE: Option<&'static TableDef> = Some(T::DEF);
}

#[diagnostic::do_not_recommend]
impl<T: Table, C, Q, O> Changes for InsertFrom<T, C, Q, O> {}

impl<T: Table, C, Q: Subquery<Needs: NoOuter + NoNames>, O> Executable for InsertFrom<T, C, Q, O> {}

impl<T: Table, C: InsertNames<T>, Q: Subquery, O: OverridingValue> WithBody
    for InsertFrom<T, C, Q, O>
{
    type Needs = Q::Needs;
    type Decoder = ();
}

/// Some columns of table `T`, before the query that fills them: `Letter.insert_columns((Letter.patient_id, …))`.
#[must_use = "the query is missing: `.from(query)`"]
pub struct InsertColumns<T, C, O = ()>(PhantomData<fn() -> T>, PhantomData<fn() -> (C, O)>);

impl<T, C, O> InsertColumns<T, C, O> {
    pub(crate) const NEW: Self = Self(PhantomData, PhantomData);
}

impl<T, C, O> Clone for InsertColumns<T, C, O> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, C, O> Copy for InsertColumns<T, C, O> {}

impl<T: Table, C, O> fmt::Debug for InsertColumns<T, C, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("InsertColumns").field(&T::NAME.name).finish()
    }
}

/// Columns of table `T` that rows decoded by `D` fit: one column, or a tuple of them. `O` is the `overriding` clause.
#[diagnostic::on_unimplemented(
    message = "the columns of this query do not fit the columns of `{T}` that it is inserted into",
    label = "other types of columns, or another number of them",
    note = "select an expression for each column, in the same order; NULL fits only an `Option`"
)]
pub trait FilledBy<T, D, O> {}

/// A column of table `T`, or a tuple of them.
#[diagnostic::on_unimplemented(
    message = "`insert_columns` names columns of `{T}`",
    label = "expected a column, or a tuple of columns"
)]
pub trait ColumnsOf<T>: InsertNames<T> {}

impl<T, N: SetIn<T, C>, C: ColumnMarker> InsertNames<T> for Column<N, C> {
    const NAMES: &'static [&'static str] = &[C::NAME];
}

#[diagnostic::do_not_recommend]
impl<T, N: SetIn<T, C>, C: ColumnMarker> ColumnsOf<T> for Column<N, C> {}

#[diagnostic::do_not_recommend]
impl<T, C, E, N, O> FilledBy<T, Decoded<E, N>, O> for Column<T, C>
where
    Self: Settable<O>,
    C: ColumnMarker<Type: ColumnType<Base = E::Base>>,
    E: Expression,
    N: Nullability + NullFits<Self>,
{
}

macro_rules! tuple {
    ($($marker:ident $index:tt $source:ident $decoder:ident),+) => {
        impl<Table, $($source: SetIn<Table, $marker>, $marker: ColumnMarker),+> InsertNames<Table>
            for ($(Column<$source, $marker>,)+)
        {
            const NAMES: &'static [&'static str] = &[$($marker::NAME),+];
        }

        #[diagnostic::do_not_recommend]
        impl<Table, $($source: SetIn<Table, $marker>, $marker: ColumnMarker),+> ColumnsOf<Table>
            for ($(Column<$source, $marker>,)+)
        {
        }

        #[diagnostic::do_not_recommend]
        impl<Table, Overriding, $($marker, $source, $decoder),+>
            FilledBy<Table, ($($decoder,)+), Overriding> for ($(Column<$source, $marker>,)+)
        where
            $(Column<$source, $marker>: FilledBy<Table, $decoder, Overriding>,)+
        {
        }
    };
}

for_each_tuple!(tuple);

#[hide_bounds]
impl<T: Table, C, O> InsertColumns<T, C, O> {
    /// The query whose rows are inserted. Its columns fill those of the table, in this order.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "letters")]
    /// # struct Letter { #[column(primary_key, identity)] id: i64, patient_id: i64, greeting: Option<String> }
    /// let patients = Patient.select().columns((Patient.id, Patient.name));
    /// assert_eq!(
    ///     Letter.insert_columns((Letter.patient_id, Letter.greeting)).from(patients).to_sql(),
    ///     concat!(
    ///         r#"insert into "letters" ("patient_id", "greeting") "#,
    ///         r#"select "patients"."id", "patients"."name" from "patients""#,
    ///     )
    /// );
    /// ```
    pub fn from<Q: Subquery<Query = X, Decoder = D> + Inferred<C, Is: FilledBy<T, D, O>>, D, X>(
        self,
        query: Q,
    ) -> InsertFrom<T, C, X, O> {
        InsertFrom::new(query.into_query())
    }

    /// `overriding system value`: values for `identity` columns that otherwise only the server writes.
    pub fn overriding_system_value(self) -> InsertColumns<T, C, OverridingSystemValue> {
        InsertColumns::NEW
    }

    /// `overriding user value`: the server writes `identity` columns, and ignores the values of the query for them.
    pub fn overriding_user_value(self) -> InsertColumns<T, C, OverridingUserValue> {
        InsertColumns::NEW
    }
}
