//! Multiranges: <https://www.postgresql.org/docs/current/rangetypes.html#RANGETYPES-MULTIRANGE>.

use std::marker::PhantomData;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::RangeElement;
use crate::types::{DataType, SqlType};

/// The type of expressions that are multiranges: `int4multirange`, `tstzmultirange` and their like, by the type `T`.
///
/// It has no values, because sqlx can neither send nor read them. A program sends and reads the ranges instead, through
/// [`multirange_of`](crate::expr::function::range::multirange_of) and
/// [`ranges`](crate::expr::function::range::ranges), and a column is a `Vec<Range<T>>`:
///
/// ```
/// use schema_core::expr::function::range;
/// use schema_core::prelude::*;
/// use schema_core::types::Range;
///
/// #[table(name = "rooms")]
/// struct Room {
///     #[column(primary_key)]
///     id: i64,
///     free: Vec<Range<i32>>,
/// }
///
/// let free = range::multirange_of(Room.free);
/// let rooms = Room
///     .select()
///     .filter(free.contains_range(9..11))
///     .columns(range::ranges(free - range::multirange_of([Range::from(9..11)])));
/// assert_eq!(
///     rooms.to_sql(),
///     concat!(
///         r#"select array(select unnest(coalesce((select range_agg(r) from unnest("rooms"."free") as r), '{}') - "#,
///         r#"coalesce((select range_agg(r) from unnest($1::int4range[]) as r), '{}'))) from "rooms" "#,
///         r#"where coalesce((select range_agg(r) from unnest("rooms"."free") as r), '{}') @> $2::int4range"#,
///     )
/// );
/// ```
#[derive(Debug)]
pub struct Multirange<T>(PhantomData<fn() -> T>);

/// A multirange that a query selects.
#[derive(Debug, thiserror::Error)]
#[error("sqlx cannot read a multirange; select its ranges by `range::ranges(…)`")]
struct NoValue;

impl<T: RangeElement> SqlType for Multirange<T> {
    const DATA_TYPE: DataType = T::MULTIRANGE;

    fn encode(&self, _: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        Err(Box::new(NoValue))
    }

    fn decode(_: &[u8]) -> Result<Self, BoxDynError> {
        Err(Box::new(NoValue))
    }

    fn literal(&self, sql: &mut String) {
        sql.push_str("'{}'::");
        sql.push_str(T::MULTIRANGE.name);
    }
}
