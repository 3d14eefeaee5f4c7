//! `insert` of one row.
//!
//! <https://www.postgresql.org/docs/current/sql-insert.html>

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

/// An `insert` of the row `V` and the columns `S` into table `T`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// let insert = Patient.insert(NewPatient { name: "Ana".into() }).set(Patient.age, 41);
/// assert_eq!(insert.to_sql(), r#"insert into "patients" ("name", "age") values ($1, $2)"#);
/// ```
#[must_use = "a statement does nothing until it is executed"]
pub struct Insert<T, V, S = ()> {
    row: V,
    sets: S,
    table: PhantomData<fn() -> T>,
}

impl<T, V: Clone, S: Clone> Clone for Insert<T, V, S> {
    fn clone(&self) -> Self {
        Self {
            row: self.row.clone(),
            sets: self.sets.clone(),
            table: PhantomData,
        }
    }
}

impl<T, V, S> fmt::Debug for Insert<T, V, S>
where
    Self: Statement,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Insert").field(&self.to_sql()).finish()
    }
}

impl<T, V> Insert<T, V> {
    pub(crate) const fn new(row: V) -> Self {
        Self {
            row,
            sets: (),
            table: PhantomData,
        }
    }
}

#[hide_bounds]
impl<T: Table, V, S> Insert<T, V, S> {
    /// A column that is not in the row: a value, `Option` of one where the column takes NULL, or an expression.
    pub fn set<N: SetIn<T, C>, C: ColumnMarker, E: SetTo<C, NoTable, I>, I>(
        self,
        _column: Column<N, C>,
        value: E,
    ) -> Insert<T, V, Set<S, C, Assigned<E, C>>>
    where
        Column<N, C>: Settable,
    {
        Insert {
            row: self.row,
            sets: Set {
                previous: self.sets,
                value: value.assign(),
                column: PhantomData,
            },
            table: PhantomData,
        }
    }
}

impl<T: Table, V: InsertRow<T>, S: SetList> Insert<T, V, S> {
    const EMPTY: bool = V::COLUMNS.is_empty() && S::COUNT == 0;
    const BOTH: bool = !V::COLUMNS.is_empty() && S::COUNT > 0;
    const HEAD: &'static [Token] = if Self::EMPTY {
        &[
            Token::Text("insert into "),
            Token::Sub(<T as Source>::REFERENCE),
            Token::Text(" default values"),
        ]
    } else {
        &[
            Token::Text("insert into "),
            Token::Sub(<T as Source>::REFERENCE),
            Token::Text(" ("),
            Token::Names(&[], V::COLUMNS),
            Token::Text(comma(Self::BOTH)),
            Token::Sub(S::NAMES),
            Token::Text(") values ("),
            Token::Params(V::COLUMNS.len()),
            Token::Text(comma(Self::BOTH)),
        ]
    };
    const TAIL: &'static str = if Self::EMPTY { "" } else { ")" };
}

impl<T: Table, V: InsertRow<T>, S: SetList> Fragment for Insert<T, V, S> {
    const TOKENS: &'static [Token] = &[
        Token::Sub(Self::HEAD),
        Token::Sub(S::VALUES),
        Token::Text(Self::TAIL),
    ];
    const STATIC: bool = S::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.tokens(Self::HEAD);
        self.sets.write_values(sql);
        sql.text(Self::TAIL);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        V::bind(std::slice::from_ref(&self.row), &mut Binder::one(arguments))?;
        self.sets.bind(arguments)
    }
}

impl<T: Table, V: InsertRow<T>, S: SetList> Statement for Insert<T, V, S> {
    const TABLE: Option<&'static TableDef> = Some(T::DEF);
}
#[diagnostic::do_not_recommend]
impl<T, V, S> Bounded for Insert<T, V, S> where Self: Statement {}
