//! `column = value`, in inserts, updates and `on conflict do update`.

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use crate::expr::{Assign, InScope};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::{Column, ColumnMarker};
use crate::types::{ColumnType, NotNull, Nullability, Nullable};

/// The columns `P`, and column `C` set to the expression `E`.
pub struct Set<P, C, E> {
    pub(crate) previous: P,
    pub(crate) value: E,
    pub(crate) column: PhantomData<fn() -> C>,
}

impl<P: Clone, C, E: Clone> Clone for Set<P, C, E> {
    fn clone(&self) -> Self {
        Self {
            previous: self.previous.clone(),
            value: self.value.clone(),
            column: PhantomData,
        }
    }
}

impl<P: Copy, C, E: Copy> Copy for Set<P, C, E> {}

impl<P: fmt::Debug, C: ColumnMarker, E: fmt::Debug> fmt::Debug for Set<P, C, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(C::NAME)
            .field(&self.previous)
            .field(&self.value)
            .finish()
    }
}

/// Columns and what they are set to.
pub trait SetList {
    /// How many.
    const COUNT: usize;
    /// Whether the type knows the text.
    const STATIC: bool;
    /// The names: `"a", "b"`.
    const NAMES: &'static [Token];
    /// The expressions: `$1, $2`.
    const VALUES: &'static [Token];
    /// Both: `"a" = $1, "b" = $2`.
    const PAIRS: &'static [Token];
    /// Writes the expressions.
    fn write_values(&self, sql: &mut SqlWriter);
    /// Writes both.
    fn write_pairs(&self, sql: &mut SqlWriter);
    /// Appends the values.
    ///
    /// # Errors
    /// Where a value cannot be sent.
    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError>;
}

impl SetList for () {
    const COUNT: usize = 0;
    const STATIC: bool = true;
    const NAMES: &'static [Token] = &[];
    const VALUES: &'static [Token] = &[];
    const PAIRS: &'static [Token] = &[];

    fn write_values(&self, _sql: &mut SqlWriter) {}

    fn write_pairs(&self, _sql: &mut SqlWriter) {}

    fn bind(&self, _arguments: &mut Arguments) -> Result<(), BoxDynError> {
        Ok(())
    }
}

/// A comma, where something stands before.
pub(crate) const fn comma(needed: bool) -> &'static str {
    if needed { ", " } else { "" }
}

impl<P: SetList, C: ColumnMarker, E: Fragment> SetList for Set<P, C, E> {
    const COUNT: usize = P::COUNT + 1;
    const STATIC: bool = P::STATIC && E::STATIC;
    const NAMES: &'static [Token] = &[
        Token::Sub(P::NAMES),
        Token::Text(comma(P::COUNT > 0)),
        Token::Name(C::NAME),
    ];
    const VALUES: &'static [Token] = &[
        Token::Sub(P::VALUES),
        Token::Text(comma(P::COUNT > 0)),
        Token::Sub(E::TOKENS),
    ];
    const PAIRS: &'static [Token] = &[
        Token::Sub(P::PAIRS),
        Token::Text(comma(P::COUNT > 0)),
        Token::Name(C::NAME),
        Token::Text(" = "),
        Token::Sub(E::TOKENS),
    ];

    fn write_values(&self, sql: &mut SqlWriter) {
        self.previous.write_values(sql);
        sql.text(comma(P::COUNT > 0));
        self.value.write(sql);
    }

    fn write_pairs(&self, sql: &mut SqlWriter) {
        self.previous.write_pairs(sql);
        sql.text(comma(P::COUNT > 0));
        sql.name(C::NAME);
        sql.text(" = ");
        self.value.write(sql);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.previous.bind(arguments)?;
        self.value
            .bind(arguments)
            .map_err(super::insertable::at_column::<C>)
    }
}

/// What column `C` can be set to, by a statement that reads the tables `S`.
pub trait SetTo<C: ColumnMarker, S, I>: Assign<C::Type, Column<C::Table, C>> {}

impl<E, C, S, I> SetTo<C, S, I> for E
where
    C: ColumnMarker,
    E: Assign<C::Type, Column<C::Table, C>>,
    E::Expr: InScope<S, I, Null: NullFits<<C::Type as ColumnType>::Null>>,
{
}

/// The expression that column `C` is set to by an `E`.
pub type Assigned<E, C> =
    <E as Assign<<C as ColumnMarker>::Type, Column<<C as ColumnMarker>::Table, C>>>::Expr;

/// Whether an expression that may be NULL, or not, fits a column that takes NULL, or does not.
#[diagnostic::on_unimplemented(
    message = "this expression may be NULL, and the column takes no NULL",
    label = "may be NULL",
    note = "use `.assume_not_null()` if it never is, or make the column's field an `Option`"
)]
pub trait NullFits<Column> {}

#[diagnostic::do_not_recommend]
impl<Column: Nullability> NullFits<Column> for NotNull {}
#[diagnostic::do_not_recommend]
impl NullFits<Self> for Nullable {}
