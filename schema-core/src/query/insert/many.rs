//! `insert` of many rows with `unnest`: one text for any number of rows.
//!
//! <https://www.postgresql.org/docs/current/functions-array.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{InsertRow, bind_sets};
use crate::def::TableDef;
use crate::exec::{Changes, Executable, Statement};
use crate::expr::{Assign, Inferred};
use crate::query::clause::WithBody;
use crate::query::update::{Lack, NullFits, Set, SetColumns, SetFrom, SetList, comma, set};
use crate::scope::{NoTable, RowLevel};
use crate::sql::{Arguments, Fragment, RowTypes, SentAs, SqlWriter, Token};
use crate::table::{BesideRow, Binder, Column, ColumnMarker, SetIn, Settable, Source, Table};

/// An `insert` of the rows `R`, each a `V`, and of the assignments `A`, the same for all rows, into table `T`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// let names = ["Ana", "Lee"].map(|name| NewPatient { name: name.into() });
/// assert_eq!(
///     Patient.insert_many(names).set(Patient.age, 41).to_sql(),
///     r#"insert into "patients" ("name", "age") select "name", $1 from unnest($2) as "rows" ("name")"#
/// );
/// ```
#[must_use = "a statement does nothing until it is executed"]
pub struct InsertMany<T, V, R, A = ()> {
    rows: R,
    sets: A,
    table: PhantomData<fn() -> (T, V)>,
}

impl<T, V, R: Clone, A: Clone> Clone for InsertMany<T, V, R, A> {
    fn clone(&self) -> Self {
        Self {
            rows: self.rows.clone(),
            sets: self.sets.clone(),
            table: PhantomData,
        }
    }
}

impl<T: Table, V, R, A> fmt::Debug for InsertMany<T, V, R, A>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("InsertMany").field(&self.to_sql()).finish()
    }
}

impl<T, V, R> InsertMany<T, V, R> {
    pub(crate) const fn new(rows: R) -> Self {
        Self {
            rows,
            sets: (),
            table: PhantomData,
        }
    }
}

#[hide_bounds]
impl<T: Table, V, R, A> InsertMany<T, V, R, A> {
    /// Sets a column that is not in the rows, to the same value in all of them.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let names = ["Ana", "Lee"].map(|name| NewPatient { name: name.into() });
    /// assert_eq!(
    ///     Patient.insert_many(names).set(Patient.age, 41).to_sql(),
    ///     r#"insert into "patients" ("name", "age") select "name", $1 from unnest($2) as "rows" ("name")"#
    /// );
    /// ```
    pub fn set<
        N: SetIn<T, C>,
        C: ColumnMarker,
        E: Assign<C::Type, Column<C::Table, C>, Expr = X>
            + Inferred<X, Is: SetFrom<NoTable, I, Null>>
            + Inferred<I, Is: RowLevel>
            + Inferred<Null, Is: NullFits<Column<C::Table, C>>>,
        I,
        Null,
        X,
    >(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> InsertMany<T, V, R, Set<A, C, X>>
    where
        Column<N, C>: Settable + BesideRow<T>,
        A: SetColumns<Columns: Lack<T, C>>,
    {
        InsertMany {
            rows: self.rows,
            sets: set!(Set, self.sets, value.assign()),
            table: PhantomData,
        }
    }
}

impl<T: Table, V: InsertRow<T>, R, A: SetList> InsertMany<T, V, R, A> {
    /// True if the rows have no columns. Then only their number is sent.
    const COUNTED: bool = V::COLUMNS.is_empty();
    const HEAD: &'static [Token] = if Self::COUNTED && A::COUNT == 0 {
        &[
            Token::Text("insert into "),
            Token::Sub(<T as Source>::REFERENCE),
            Token::Text(" select"),
        ]
    } else {
        &[
            Token::Text("insert into "),
            Token::Sub(<T as Source>::REFERENCE),
            Token::Text(" ("),
            Token::Names(&[], V::COLUMNS),
            Token::Text(comma(!Self::COUNTED && A::COUNT > 0)),
            Token::Sub(A::NAMES),
            Token::Text(") select "),
            Token::Casts(V::COLUMNS, T::DEF),
            Token::Text(comma(!Self::COUNTED && A::COUNT > 0)),
        ]
    };
    const TYPES: &'static [SentAs] =
        const { &RowTypes::new(V::COLUMNS, T::DEF, true) }.first(V::COLUMNS.len());
    const TAIL: &'static [Token] = if Self::COUNTED {
        &[
            Token::Text(" from generate_series(1, "),
            Token::parameter::<i64>(),
            Token::Text(")"),
        ]
    } else {
        &[
            Token::Text(" from unnest("),
            Token::Values(V::COLUMNS.len(), Self::TYPES),
            Token::Text(") as \"rows\" ("),
            Token::Names(&[], V::COLUMNS),
            Token::Text(")"),
        ]
    };
}

/// Rows to insert, each a `V`: an array, a slice, a `Vec` or a reference to one, or an iterator, which is collected. `C` is
/// the collection, and the compiler infers whether this is an iterator.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of rows",
    label = "expected a `Vec`, an array, a slice or an iterator",
    note = "insert a single row by `insert`"
)]
pub trait IntoRows<V, C, K> {
    /// Converts the rows into the collection.
    fn into_rows(self) -> C;
}

/// The rows are in a collection.
#[derive(Debug)]
pub enum Collection {}

/// The rows are items of an iterator.
#[derive(Debug)]
pub enum Iterated {}

#[diagnostic::do_not_recommend]
impl<R: AsRef<[V]>, V> IntoRows<V, R, Collection> for R {
    fn into_rows(self) -> R {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<R: Iterator<Item = V>, V> IntoRows<V, Vec<V>, Iterated> for R {
    fn into_rows(self) -> Vec<V> {
        self.collect()
    }
}

/// The type of the rows in the collection `R`.
pub trait InsertRows<T, R>: InsertRow<T> {
    /// The rows.
    fn rows(rows: &R) -> &[Self];
}

impl<T, V: InsertRow<T>, R: AsRef<[V]>> InsertRows<T, R> for V {
    #[inline]
    fn rows(rows: &R) -> &[V] {
        rows.as_ref()
    }
}

// Not declared by `fragment!`: the list of assignments has three renderings.
impl<T: Table, V: InsertRows<T, R>, R, A: SetList> Fragment for InsertMany<T, V, R, A> {
    const TOKENS: &'static [Token] = &[
        Token::Sub(Self::HEAD),
        Token::Sub(A::VALUES),
        Token::Sub(Self::TAIL),
    ];
    const STATIC: bool = A::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.tokens(Self::HEAD);
        self.sets.write_values(sql, &mut "");
        sql.tokens(Self::TAIL);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        let rows = V::rows(&self.rows);
        bind_sets::<T, V, A>(&self.sets, arguments)?;
        if Self::COUNTED {
            let count = i64::try_from(rows.len())?;
            return arguments.push::<i64, i64>(Some(&count));
        }
        V::bind(rows.iter(), &mut Binder::many(arguments))
    }
}

impl<T: Table, V, R, A> Statement for InsertMany<T, V, R, A> {
    const TABLE: Option<&'static TableDef> = Some(T::DEF);
}

#[diagnostic::do_not_recommend]
impl<T: Table, V, R, A> Changes for InsertMany<T, V, R, A> {}

#[diagnostic::do_not_recommend]
impl<T: Table, V, R, A> Executable for InsertMany<T, V, R, A> {}

impl<T: Table, V: InsertRows<T, R>, R, A: SetList> WithBody for InsertMany<T, V, R, A> {
    type Needs = ();
    type Decoder = ();
}
