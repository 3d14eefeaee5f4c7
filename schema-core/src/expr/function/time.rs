//! Functions of date and time.
//!
//! <https://www.postgresql.org/docs/current/functions-datetime.html>

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{Call, Function};
use crate::types::{Moment, NeverNull};

/// [`now()`](https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT), as the type `T`.
#[derive(Debug)]
pub struct Now<T>(PhantomData<T>);

impl<T: Moment> Function<()> for Now<T> {
    type Parameters = ();
    type Output = T;
    type Null = NeverNull;
    const OPEN: &'static str = "now(";
    const CLOSE: &'static str = ")";
}

/// `now()`: the start of the transaction, as the type that the context requires.
///
/// ```
/// # use schema_core::prelude::*;
/// # use chrono::{DateTime, Utc};
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, created_at: DateTime<Utc> }
/// assert_eq!(
///     Order.select().filter(Order.created_at.lt(now())).columns(Order.id).to_sql(),
///     r#"select "orders"."id" from "orders" where "orders"."created_at" < now()"#
/// );
/// ```
#[hide_bounds]
pub fn now<T: Moment>() -> Call<Now<T>> {
    Call::new(())
}
