//! `insert` of one row.
//!
//! <https://www.postgresql.org/docs/current/sql-insert.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{InsertRow, OverridingSystemValue, OverridingValue, bind_sets};
use crate::def::TableDef;
use crate::exec::{Changes, Executable, Statement};
use crate::expr::{Assign, Inferred};
use crate::query::clause::WithBody;
use crate::query::update::{
    Lack, NullFits, Set, SetColumns, SetFrom, SetIf, SetIfTo, SetList, comma, set,
};
use crate::scope::{NoTable, RowLevel};
use crate::sql::{Arguments, Fragment, RowTypes, SentAs, SqlWriter, Token};
use crate::table::{BesideRow, Binder, Column, ColumnMarker, SetIn, Settable, Source, Table};

/// An `insert` of the row `V` and the assignments `A` into table `T`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// let insert = Patient.insert(NewPatient { name: "Ana".into() }).set(Patient.age, 41);
/// assert_eq!(insert.to_sql(), r#"insert into "patients" ("name", "age") values ($1, $2)"#);
/// ```
#[must_use = "a statement does nothing until it is executed"]
pub struct Insert<T, V, A = (), O = ()> {
    row: V,
    sets: A,
    table: PhantomData<fn() -> (T, O)>,
}

impl<T, V: Clone, A: Clone, O> Clone for Insert<T, V, A, O> {
    fn clone(&self) -> Self {
        Self {
            row: self.row.clone(),
            sets: self.sets.clone(),
            table: PhantomData,
        }
    }
}

impl<T: Table, V, A, O> fmt::Debug for Insert<T, V, A, O>
where
    Self: Fragment,
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
impl<T: Table, V, A, O> Insert<T, V, A, O> {
    /// Sets a column that is not in the row: a value, `Option` of one if the column is nullable, or an expression.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let insert = Patient.insert(NewPatient { name: "Ana".into() }).set(Patient.age, Some(41));
    /// assert_eq!(insert.to_sql(), r#"insert into "patients" ("name", "age") values ($1, $2)"#);
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
    ) -> Insert<T, V, Set<A, C, X>, O>
    where
        Column<N, C>: Settable<O> + BesideRow<T>,
        A: SetColumns<Columns: Lack<T, C>>,
    {
        Insert {
            row: self.row,
            sets: set!(Set, self.sets, value.assign()),
            table: PhantomData,
        }
    }

    /// Sets a column if there is a value: with `None`, the column gets its default.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let age: Option<i32> = None;
    /// let insert = Patient.insert(NewPatient { name: "Ana".into() }).set_if(Patient.age, age);
    /// assert_eq!(insert.to_sql(), r#"insert into "patients" ("name") values ($1)"#);
    /// ```
    pub fn set_if<
        N: SetIn<T, C>,
        C: ColumnMarker,
        E: SetIfTo<C, X>
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
    ) -> Insert<T, V, SetIf<A, C, X>, O>
    where
        Column<N, C>: Settable<O> + BesideRow<T>,
        A: SetColumns<Columns: Lack<T, C>>,
    {
        Insert {
            row: self.row,
            sets: set!(SetIf, self.sets, value.assign_if()),
            table: PhantomData,
        }
    }
}

#[hide_bounds]
impl<T: Table, V, A> Insert<T, V, A> {
    /// `overriding system value`: the columns that follow may be `identity` columns, which otherwise only the server
    /// writes.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// let restored = Patient.insert(NewPatient { name: "Ana".into() }).overriding_system_value().set(Patient.id, 7);
    /// assert_eq!(
    ///     restored.to_sql(),
    ///     r#"insert into "patients" ("name", "id") overriding system value values ($1, $2)"#
    /// );
    /// ```
    pub fn overriding_system_value(self) -> Insert<T, V, A, OverridingSystemValue> {
        Insert {
            row: self.row,
            sets: self.sets,
            table: PhantomData,
        }
    }
}

impl<T: Table, V: InsertRow<T>, A: SetList, O: OverridingValue> Insert<T, V, A, O> {
    const EMPTY: bool = V::COLUMNS.is_empty() && A::COUNT == 0;
    const COMMA: &'static str = comma(!V::COLUMNS.is_empty() && A::COUNT > 0);
    const TYPES: &'static [SentAs] =
        const { &RowTypes::new(V::COLUMNS, T::DEF, false) }.first(V::COLUMNS.len());
    const HEAD: &'static [Token] = &[
        Token::Text("insert into "),
        Token::Sub(<T as Source>::REFERENCE),
    ];
}

// Not declared by `fragment!`: the list of assignments has three renderings.
impl<T: Table, V: InsertRow<T>, A: SetList, O: OverridingValue> Fragment for Insert<T, V, A, O> {
    const TOKENS: &'static [Token] = if Self::EMPTY {
        &[Token::Sub(Self::HEAD), Token::Text(" default values")]
    } else {
        &[
            Token::Sub(Self::HEAD),
            Token::Text(" ("),
            Token::Names(&[], V::COLUMNS),
            Token::Text(Self::COMMA),
            Token::Sub(A::NAMES),
            Token::Text(")"),
            Token::Text(O::TEXT),
            Token::Text(" values ("),
            Token::Values(V::COLUMNS.len(), Self::TYPES),
            Token::Text(Self::COMMA),
            Token::Sub(A::VALUES),
            Token::Text(")"),
        ]
    };
    const STATIC: bool = A::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.tokens(Self::HEAD);
        if V::COLUMNS.is_empty() && self.sets.is_empty() {
            sql.text(" default values");
            return;
        }
        let first = comma(!V::COLUMNS.is_empty());
        sql.text(" (");
        sql.tokens(&[Token::Names(&[], V::COLUMNS)]);
        self.sets.write_names(sql, &mut { first });
        sql.text(")");
        sql.text(O::TEXT);
        sql.text(" values (");
        sql.tokens(&[Token::Values(V::COLUMNS.len(), &[])]);
        self.sets.write_values(sql, &mut { first });
        sql.text(")");
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        // An iterator over a slice, as for many rows: the two have one copy of the code.
        let rows = std::slice::from_ref(&self.row);
        V::bind(rows.iter(), &mut Binder::one(arguments))?;
        bind_sets::<T, V, A>(&self.sets, arguments)
    }
}

impl<T: Table, V, A, O> Statement for Insert<T, V, A, O> {
    const TABLE: Option<&'static TableDef> = Some(T::DEF);
}

#[diagnostic::do_not_recommend]
impl<T: Table, V, A, O> Changes for Insert<T, V, A, O> {}

#[diagnostic::do_not_recommend]
impl<T: Table, V, A, O> Executable for Insert<T, V, A, O> {}

impl<T: Table, V: InsertRow<T>, A: SetList, O: OverridingValue> WithBody for Insert<T, V, A, O> {
    type Needs = ();
    type Decoder = ();
}
