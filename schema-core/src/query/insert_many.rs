//! `insert` of many rows, by `unnest`: one statement text for any number of rows.
//!
//! <https://www.postgresql.org/docs/current/functions-array.html>

use schema_macros::hide_bounds;
use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::set::comma;
use super::{Assigned, Binder, InsertRow, Set, SetList, SetTo};
use crate::exec::{Bounded, Statement};
use crate::expr::NoTable;
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::{Column, ColumnMarker, SetIn, Settable, Source, Table, TableDef};

/// An `insert` of the rows `R`, each a `V`, and the same columns `S` for all of them, into table `T`.
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
pub struct InsertMany<T, V, R, S = ()> {
    rows: R,
    sets: S,
    table: PhantomData<fn() -> (T, V)>,
}

impl<T, V, R: Clone, S: Clone> Clone for InsertMany<T, V, R, S> {
    fn clone(&self) -> Self {
        Self {
            rows: self.rows.clone(),
            sets: self.sets.clone(),
            table: PhantomData,
        }
    }
}

impl<T, V, R, S> fmt::Debug for InsertMany<T, V, R, S>
where
    Self: Statement,
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
impl<T: Table, V, R, S> InsertMany<T, V, R, S> {
    /// A column that is not in the rows, the same for all of them.
    #[expect(clippy::type_complexity, reason = "the statement with one column more")]
    pub fn set<N: SetIn<T, C>, C: ColumnMarker, E: SetTo<C, NoTable, I>, I>(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> InsertMany<T, V, R, Set<S, C, Assigned<E, C>>>
    where
        Column<N, C>: Settable,
    {
        InsertMany {
            rows: self.rows,
            sets: Set {
                previous: self.sets,
                value: value.assign(),
                column: PhantomData,
            },
            table: PhantomData,
        }
    }
}

impl<T: Table, V: InsertRow<T>, R, S: SetList> InsertMany<T, V, R, S> {
    /// Rows without a column of their own are only counted.
    const COUNTED: bool = V::COLUMNS.is_empty();
    const HEAD: &'static [Token] = if Self::COUNTED && S::COUNT == 0 {
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
            Token::Text(comma(!Self::COUNTED && S::COUNT > 0)),
            Token::Sub(S::NAMES),
            Token::Text(") select "),
            Token::Casts(V::COLUMNS, T::DEF),
            Token::Text(comma(!Self::COUNTED && S::COUNT > 0)),
        ]
    };
    const TAIL: &'static [Token] = if Self::COUNTED {
        &[
            Token::Text(" from generate_series(1, "),
            Token::Param,
            Token::Text(")"),
        ]
    } else {
        &[
            Token::Text(" from unnest("),
            Token::Params(V::COLUMNS.len()),
            Token::Text(") as \"rows\" ("),
            Token::Names(&[], V::COLUMNS),
            Token::Text(")"),
        ]
    };
}

/// A row, many of which are in an `R`. Asked of the row, which the compiler does not know where it is none.
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

impl<T: Table, V: InsertRows<T, R>, R, S: SetList> Fragment for InsertMany<T, V, R, S> {
    const TOKENS: &'static [Token] = &[
        Token::Sub(Self::HEAD),
        Token::Sub(S::VALUES),
        Token::Sub(Self::TAIL),
    ];
    const STATIC: bool = S::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.tokens(Self::HEAD);
        self.sets.write_values(sql);
        sql.tokens(Self::TAIL);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        let rows = V::rows(&self.rows);
        self.sets.bind(arguments)?;
        if Self::COUNTED {
            let count = i64::try_from(rows.len())?;
            return arguments.push::<i64, i64>(Some(&count));
        }
        V::bind(rows, &mut Binder::many(arguments))
    }
}

impl<T: Table, V: InsertRows<T, R>, R, S: SetList> Statement for InsertMany<T, V, R, S> {
    const TABLE: Option<&'static TableDef> = Some(T::DEF);
}
#[diagnostic::do_not_recommend]
impl<T, V, R, S> Bounded for InsertMany<T, V, R, S> where Self: Statement {}
