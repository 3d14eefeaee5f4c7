//! The scopes of `returning`: the changed row, and what it was before and after.
//!
//! <https://www.postgresql.org/docs/current/dml-returning.html>

use std::marker::PhantomData;

use super::{At, HasColumn, OuterScope, RowScope, Ungrouped, WholeRow};
use crate::sql::Token;
use crate::table::{Source, Table};
use crate::types::{NeverNull, Nullable};

/// The row before the statement changed it, as a source of columns: see [`old`](crate::query::old).
#[derive(Debug)]
pub struct Old<T>(PhantomData<T>);

/// The row after the statement changed it, as a source of columns: see [`new`](crate::query::new).
#[derive(Debug)]
pub struct New<T>(PhantomData<T>);

/// The scope of the `returning` of an insert into table `T`: there may be no old row.
#[derive(Debug)]
pub struct Inserted<T>(PhantomData<T>);

/// The scope of the `returning` of an update of table `T`.
#[derive(Debug)]
pub struct Updated<T>(PhantomData<T>);

/// The scope of the `returning` of a delete from table `T`: there is no new row.
#[derive(Debug)]
pub struct Deleted<T>(PhantomData<T>);

macro_rules! versions {
    ($($name:ident $text:literal;)*) => {$(
        impl<T: Table> Source for $name<T> {
            type Relation = T;
            type Id = ();
            const REFERENCE: &'static [Token] = &[Token::Text($text)];
        }
    )*};
}

versions! {
    Old "old";
    New "new";
}

macro_rules! scopes {
    ($($name:ident $old:ident $new:ident;)*) => {$(
        impl<T> Ungrouped for $name<T> {}

        impl<T> RowScope for $name<T> {
            type Rows = Self;
        }

        #[diagnostic::do_not_recommend]
        impl<T: Table, C> HasColumn<T, C, At<0>> for $name<T> {
            type Null = NeverNull;
        }

        #[diagnostic::do_not_recommend]
        impl<T: Table, C> HasColumn<Old<T>, C, At<1>> for $name<T> {
            type Null = $old;
        }

        #[diagnostic::do_not_recommend]
        impl<T: Table, C> HasColumn<New<T>, C, At<2>> for $name<T> {
            type Null = $new;
        }

        #[diagnostic::do_not_recommend]
        impl<T, Outer, Place> OuterScope<Outer, Place> for $name<T> where
            Self: HasColumn<Outer, WholeRow, Place>
        {
        }
    )*};
}

scopes! {
    Inserted Nullable NeverNull;
    Updated NeverNull NeverNull;
    Deleted NeverNull Nullable;
}
