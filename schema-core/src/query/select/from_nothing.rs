//! `select` without `from`.
//!
//! <https://www.postgresql.org/docs/current/sql-select.html#SQL-FROM>

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{Columns, UnboxedSelect};
use crate::expr::{Inferred, KnownDecoder, SelectedFrom, SelectionKind};
use crate::query::clause::{Body, Tail};
use crate::scope::{Constant, SelectedIn};

/// `select columns`, from no table: a single row, computed from values, functions and subqueries.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64 }
/// # #[table(name = "doctors")]
/// # struct Doctor { #[column(primary_key)] id: i64 }
/// let totals = select((
///     scalar(Patient.select().columns(count())),
///     exists(Doctor.select()),
/// ));
/// assert_eq!(
///     totals.to_sql(),
///     r#"select (select count(*) from "patients"), exists (select 1 from "doctors")"#
/// );
/// ```
#[hide_bounds]
pub fn select<
    E: SelectionKind<Kind = K> + SelectedFrom<(), I, D, K> + Inferred<K, Is: SelectedIn<(), Constant>>,
    I,
    D: KnownDecoder<Selected<E> = X>,
    K,
    X,
>(
    columns: E,
) -> UnboxedSelect<(), Columns<X, D>, Body<()>> {
    UnboxedSelect {
        projection: Columns {
            expressions: D::selected(columns),
            decoder: PhantomData,
        },
        body: Body {
            from: (),
            filter: (),
            group: (),
        },
        tail: Tail::NEW,
        scope: PhantomData,
    }
}
