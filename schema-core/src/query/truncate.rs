//! `truncate`.
//!
//! <https://www.postgresql.org/docs/current/sql-truncate.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use crate::exec::{Changes, Executable, Statement};
use crate::sql::{Arguments, Fragment, Token};
use crate::table::{Source, SourceColumns, Table, Written};
use crate::tuples::for_each_tuple;

/// A `truncate` of the tables `N`: it removes all rows at once, faster than a delete, and locks the tables.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64 }
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key, identity)] id: i64 }
/// use schema_core::query::truncate;
///
/// assert_eq!(Patient.truncate().to_sql(), r#"truncate "patients""#);
/// assert_eq!(
///     truncate((Patient, Order)).restart_identity().cascade().to_sql(),
///     r#"truncate "patients", "orders" restart identity cascade"#
/// );
/// ```
#[must_use = "a statement does nothing until it is executed"]
pub struct Truncate<N, const RESTART: bool = false, const CASCADE: bool = false>(
    PhantomData<fn() -> N>,
);

impl<N, const RESTART: bool, const CASCADE: bool> Truncate<N, RESTART, CASCADE> {
    pub(crate) const NEW: Self = Self(PhantomData);
}

impl<N, const RESTART: bool, const CASCADE: bool> Clone for Truncate<N, RESTART, CASCADE> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<N, const RESTART: bool, const CASCADE: bool> Copy for Truncate<N, RESTART, CASCADE> {}

impl<N, const RESTART: bool, const CASCADE: bool> fmt::Debug for Truncate<N, RESTART, CASCADE>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Truncate").field(&self.to_sql()).finish()
    }
}

/// Tables to truncate: one constant, or a tuple of them.
#[diagnostic::on_unimplemented(
    message = "`truncate` names tables, and `{Self}` is not one",
    label = "expected a table, or a tuple of tables"
)]
pub trait TruncatedTables<N> {}

#[diagnostic::do_not_recommend]
impl<V: SourceColumns<Source = T>, T: Written> TruncatedTables<(T,)> for V {}

macro_rules! tuple {
    ($($name:ident $index:tt $table:ident $other:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<$($name: SourceColumns<Source = $table>, $table: Written),+> TruncatedTables<($($table,)+)>
            for ($($name,)+)
        {
        }

        impl<$($table: Table,)+ const RESTART: bool, const CASCADE: bool> Fragment
            for Truncate<($($table,)+), RESTART, CASCADE>
        {
            const TOKENS: &'static [Token] = &[
                $(Token::Text(tuple!(@before $index)), Token::Sub(<$table as Source>::REFERENCE),)+
                Token::Text(if RESTART { " restart identity" } else { "" }),
                Token::Text(if CASCADE { " cascade" } else { "" }),
            ];

            fn bind(&self, _arguments: &mut Arguments) -> Result<(), sqlx::error::BoxDynError> {
                Ok(())
            }
        }
    };
    (@before 0) => { "truncate " };
    (@before $index:tt) => { ", " };
}

for_each_tuple!(tuple);

/// `truncate` of several tables in one statement, as a tuple, so that they may reference each other. See [`Truncate`].
#[hide_bounds]
#[expect(
    unused_variables,
    clippy::needless_pass_by_value,
    reason = "the types of the constants are the names"
)]
pub fn truncate<V: TruncatedTables<N>, N>(tables: V) -> Truncate<N> {
    Truncate::NEW
}

impl<N, const CASCADE: bool> Truncate<N, false, CASCADE> {
    /// `restart identity`: the next rows are numbered from the start again.
    pub fn restart_identity(self) -> Truncate<N, true, CASCADE> {
        Truncate::NEW
    }
}

impl<N, const RESTART: bool> Truncate<N, RESTART, false> {
    /// `cascade`: also truncates all tables that reference these.
    pub fn cascade(self) -> Truncate<N, RESTART, true> {
        Truncate::NEW
    }
}

impl<N, const RESTART: bool, const CASCADE: bool> Statement for Truncate<N, RESTART, CASCADE> {}

#[diagnostic::do_not_recommend]
impl<N, const RESTART: bool, const CASCADE: bool> Changes for Truncate<N, RESTART, CASCADE> {}

#[diagnostic::do_not_recommend]
impl<N, const RESTART: bool, const CASCADE: bool> Executable for Truncate<N, RESTART, CASCADE> {}
