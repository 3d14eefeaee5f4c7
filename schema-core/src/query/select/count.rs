//! The number of a query's rows.

use std::marker::PhantomData;

use super::{Columns, FullRows, UnboxedSelect};
use crate::expr::{CountAll, Decoded};
use crate::query::clause::{Body, Tail};
use crate::types::NeverNull;

/// `count(*)`.
type Count = Columns<CountAll, Decoded<CountAll, NeverNull>>;

impl<S, R, F, W, O, L> UnboxedSelect<S, FullRows<R>, Body<F, W>, Tail<O, L>> {
    /// Counts the rows of the query without its `limit` and `offset`: the total, if the query is one page.
    ///
    /// This is `.columns(count())` without the `order by`. The value is an `i64`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// let page = Patient.select().filter(Patient.name.ilike("a%")).order_by(Patient.id).limit(10);
    /// assert_eq!(
    ///     page.clone().count().to_sql(),
    ///     r#"select count(*) from "patients" where "patients"."name" ilike $1"#
    /// );
    /// ```
    ///
    /// Rows of other columns, such as those of a `distinct`, are counted by [`BoxedSelect::count`](super::BoxedSelect::count).
    pub fn count(self) -> UnboxedSelect<S, Count, Body<F, W>> {
        UnboxedSelect {
            projection: Columns {
                expressions: CountAll,
                decoder: PhantomData,
            },
            body: self.body,
            tail: Tail {
                order: (),
                limit: (),
                lock: (),
            },
            scope: PhantomData,
        }
    }
}
