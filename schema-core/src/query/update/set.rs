//! `column = value`, in inserts, updates and `on conflict do update`.

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use crate::expr::{Assign, InScope};
use crate::query::insert::{InsertRow, contains};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::{Column, ColumnIndex, ColumnMarker, Differs, at_column};
use crate::types::{ColumnType, NeverNull, Nullable};

/// The assignments `A`, and column `C` set to the expression `E`.
pub struct Set<A, C, E> {
    pub(crate) previous: A,
    pub(crate) value: E,
    pub(crate) column: PhantomData<fn() -> C>,
}

/// The assignments `A`, and column `C` set to an expression `E` if there is one.
pub struct SetIf<A, C, E> {
    pub(crate) previous: A,
    pub(crate) value: Option<E>,
    pub(crate) column: PhantomData<fn() -> C>,
}

macro_rules! plain {
    ($($name:ident)*) => {$(
        impl<A: Clone, C, E: Clone> Clone for $name<A, C, E> {
            fn clone(&self) -> Self {
                Self {
                    previous: self.previous.clone(),
                    value: self.value.clone(),
                    column: PhantomData,
                }
            }
        }

        impl<A: Copy, C, E: Copy> Copy for $name<A, C, E> {}

        impl<A: fmt::Debug, C: ColumnMarker, E: fmt::Debug> fmt::Debug for $name<A, C, E> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(C::NAME)
                    .field(&self.previous)
                    .field(&self.value)
                    .finish()
            }
        }
    )*};
}

plain!(Set SetIf);

/// Adds an assignment to others: `set!(previous, value)`.
macro_rules! set {
    ($kind:ident, $previous:expr, $value:expr) => {
        $crate::query::update::$kind {
            previous: $previous,
            value: $value,
            column: ::std::marker::PhantomData,
        }
    };
}
pub(crate) use set;

/// A list of assignments.
pub trait SetList {
    /// The number of assignments, including those that may be absent.
    const COUNT: usize;
    /// True if the type determines the text.
    const STATIC: bool;
    /// The names: `"a", "b"`.
    const NAMES: &'static [Token];
    /// The expressions: `$1, $2`.
    const VALUES: &'static [Token];
    /// Names and expressions: `"a" = $1, "b" = $2`.
    const PAIRS: &'static [Token];
    /// Returns whether there is no assignment.
    fn is_empty(&self) -> bool;
    /// Returns a column that is set although the row `V` has it as well.
    fn twice<T, V: InsertRow<T>>(&self) -> Option<&'static str>;
    /// Writes the names. `before` precedes the first one; it is a comma after that.
    fn write_names(&self, sql: &mut SqlWriter, before: &mut &'static str);
    /// Writes the expressions.
    fn write_values(&self, sql: &mut SqlWriter, before: &mut &'static str);
    /// Writes names and expressions.
    fn write_pairs(&self, sql: &mut SqlWriter, before: &mut &'static str);
    /// Appends the values.
    ///
    /// # Errors
    /// If a value cannot be encoded.
    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError>;
}

impl SetList for () {
    const COUNT: usize = 0;
    const STATIC: bool = true;
    const NAMES: &'static [Token] = &[];
    const VALUES: &'static [Token] = &[];
    const PAIRS: &'static [Token] = &[];

    fn is_empty(&self) -> bool {
        true
    }

    #[inline]
    fn twice<T, V: InsertRow<T>>(&self) -> Option<&'static str> {
        None
    }

    fn write_names(&self, _sql: &mut SqlWriter, _before: &mut &'static str) {}

    fn write_values(&self, _sql: &mut SqlWriter, _before: &mut &'static str) {}

    fn write_pairs(&self, _sql: &mut SqlWriter, _before: &mut &'static str) {}

    fn bind(&self, _arguments: &mut Arguments) -> Result<(), BoxDynError> {
        Ok(())
    }
}

/// A comma, if needed.
pub(crate) const fn comma(needed: bool) -> &'static str {
    if needed { ", " } else { "" }
}

/// Writes what separates an item of a list from the one before.
fn separate(sql: &mut SqlWriter, before: &mut &'static str) {
    sql.text(before);
    *before = ", ";
}

impl<A: SetList, C: ColumnMarker, E: Fragment> SetList for Set<A, C, E> {
    const COUNT: usize = A::COUNT + 1;
    const STATIC: bool = A::STATIC && E::STATIC;
    const NAMES: &'static [Token] = &[
        Token::Sub(A::NAMES),
        Token::Text(comma(A::COUNT > 0)),
        Token::Name(C::NAME),
    ];
    const VALUES: &'static [Token] = &[
        Token::Sub(A::VALUES),
        Token::Text(comma(A::COUNT > 0)),
        Token::Sub(E::TOKENS),
    ];
    const PAIRS: &'static [Token] = &[
        Token::Sub(A::PAIRS),
        Token::Text(comma(A::COUNT > 0)),
        Token::Name(C::NAME),
        Token::Text(" = "),
        Token::Sub(E::TOKENS),
    ];

    fn is_empty(&self) -> bool {
        false
    }

    #[inline]
    fn twice<T, V: InsertRow<T>>(&self) -> Option<&'static str> {
        if const { contains(V::COLUMNS, C::NAME) } {
            return Some(C::NAME);
        }
        self.previous.twice::<T, V>()
    }

    fn write_names(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        self.previous.write_names(sql, before);
        separate(sql, before);
        sql.name(C::NAME);
    }

    fn write_values(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        self.previous.write_values(sql, before);
        separate(sql, before);
        self.value.write(sql);
    }

    fn write_pairs(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        self.previous.write_pairs(sql, before);
        separate(sql, before);
        sql.name(C::NAME);
        sql.text(" = ");
        self.value.write(sql);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.previous.bind(arguments)?;
        self.value.bind(arguments).map_err(at_column::<C>)
    }
}

impl<A: SetList, C: ColumnMarker, E: Fragment> SetList for SetIf<A, C, E> {
    const COUNT: usize = A::COUNT + 1;
    const STATIC: bool = false;
    const NAMES: &'static [Token] = &[];
    const VALUES: &'static [Token] = &[];
    const PAIRS: &'static [Token] = &[];

    fn is_empty(&self) -> bool {
        self.previous.is_empty() && self.value.is_none()
    }

    #[inline]
    fn twice<T, V: InsertRow<T>>(&self) -> Option<&'static str> {
        if const { contains(V::COLUMNS, C::NAME) } && self.value.is_some() {
            return Some(C::NAME);
        }
        self.previous.twice::<T, V>()
    }

    fn write_names(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        self.previous.write_names(sql, before);
        if self.value.is_some() {
            separate(sql, before);
            sql.name(C::NAME);
        }
    }

    fn write_values(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        self.previous.write_values(sql, before);
        if let Some(value) = &self.value {
            separate(sql, before);
            value.write(sql);
        }
    }

    fn write_pairs(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        self.previous.write_pairs(sql, before);
        if let Some(value) = &self.value {
            separate(sql, before);
            sql.name(C::NAME);
            sql.text(" = ");
            value.write(sql);
        }
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.previous.bind(arguments)?;
        match &self.value {
            Some(value) => value.bind(arguments).map_err(at_column::<C>),
            None => Ok(()),
        }
    }
}

/// The columns that a list of assignments sets, also those that are set only if there is a value.
pub trait SetColumns {
    /// The markers of the columns, as a list: `(age, (name, ()))`.
    type Columns;
}

impl SetColumns for () {
    type Columns = ();
}

impl<A: SetColumns, C, E> SetColumns for Set<A, C, E> {
    type Columns = (C, A::Columns);
}

impl<A: SetColumns, C, E> SetColumns for SetIf<A, C, E> {
    type Columns = (C, A::Columns);
}

/// The columns that a statement on table `T` sets, without column `C`.
#[diagnostic::on_unimplemented(
    message = "a column of `{T}` is set twice; remove one of the two calls",
    label = "`{C}` is set already"
)]
pub trait Lack<T, C> {}

#[diagnostic::do_not_recommend]
impl<T, C> Lack<T, C> for () {}

#[diagnostic::do_not_recommend]
impl<D: OtherColumn<C>, Rest: Lack<T, C>, T, C> Lack<T, C> for (D, Rest) {}

/// A column of the same table as `C`, but another one.
pub trait OtherColumn<C> {}

impl<C, D> OtherColumn<C> for D
where
    C: ColumnMarker,
    D: ColumnMarker<Place: ColumnIndex<Bits<()>: Differs<<C::Place as ColumnIndex>::Bits<()>>>>,
{
}

/// An expression that a statement over the scope `S` can set a column to. Its nullability there is `N`.
pub trait SetFrom<S, I, N> {}

impl<X: InScope<S, I, Null = N>, S, I, N> SetFrom<S, I, N> for X {}

/// A value for column `C` if there is one: `Option` of a value that is converted into the expression `X`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an `Option`",
    label = "expected an `Option`",
    note = "`set_if` leaves the column as it is for `None`; wrap the value in `Some`, or use `set`"
)]
pub trait SetIfTo<C, X> {
    /// Converts the value, if there is one.
    fn assign_if(self) -> Option<X>;
}

impl<V, C, X> SetIfTo<C, X> for V
where
    C: ColumnMarker,
    V: IntoOption<Value: Assign<C::Type, Column<C::Table, C>, Expr = X>>,
{
    fn assign_if(self) -> Option<X> {
        self.into_option().map(Assign::assign)
    }
}

/// An `Option`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an `Option`",
    label = "expected an `Option`",
    note = "`set_if` leaves the column as it is for `None`; wrap the value in `Some`, or use `set`"
)]
pub trait IntoOption {
    /// The type of the value.
    type Value;
    /// Returns the `Option`.
    fn into_option(self) -> Option<Self::Value>;
}

#[diagnostic::do_not_recommend]
impl<E> IntoOption for Option<E> {
    type Value = E;

    fn into_option(self) -> Self {
        self
    }
}

/// The nullability of a value that fits the column `C`.
#[diagnostic::on_unimplemented(
    message = "this expression may be NULL, but `{C}` is not nullable",
    label = "may be NULL",
    note = "use `.assume_not_null()` if it never is, or make the column's field an `Option`"
)]
pub trait NullFits<C> {}

// A single impl: an unknown nullability, of `None`, would otherwise be a second error.
#[diagnostic::do_not_recommend]
impl<N: NullIn<<C::Type as ColumnType>::Null>, T, C: ColumnMarker> NullFits<Column<T, C>> for N {}

/// The nullability of a value that fits a column whose nullability is `Column`.
pub trait NullIn<Column> {}

#[diagnostic::do_not_recommend]
impl<Column> NullIn<Column> for NeverNull {}
#[diagnostic::do_not_recommend]
impl NullIn<Self> for Nullable {}
