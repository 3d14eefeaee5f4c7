//! Columns as expressions.

use super::PerRow;
use super::arithmetic::rust_operators;
use super::declare::{condition, expression};
use crate::sql::{Token, fragment};
use crate::table::{Column, ColumnMarker, Source, Table};
use crate::types::ColumnType;

fragment!(impl[S: Source, C: ColumnMarker] Column<S, C> {
    [S::REFERENCE], [&[Token::Text("."), Token::Name(C::NAME)]],
});

expression!(impl[S: Source, C: ColumnMarker] Column<S, C> {
    base: <C::Type as ColumnType>::Base,
    kind: PerRow,
    precedence: ATOM,
    column: Some((C::Table::NAME.name, C::NAME)),
    subject: Self,
});

condition!(impl[S: Source, C: ColumnMarker] Column<S, C>);

rust_operators!(impl[S: Source, C: ColumnMarker] Column<S, C>);
