//! Queries of 1 to 32 parameters.

use schema_core::prelude::*;
use schema_core::{Error, Result};
use sqlx::PgConnection;

#[table(name = "numbers")]
#[allow(dead_code, reason = "only the key is read")]
struct Numbers {
    #[column(primary_key)]
    id: i64,
    n1: i32,
    n2: i32,
    n3: i32,
    n4: i32,
    n5: i32,
    n6: i32,
    n7: i32,
    n8: i32,
    n9: i32,
    n10: i32,
    n11: i32,
    n12: i32,
    n13: i32,
    n14: i32,
    n15: i32,
    n16: i32,
    n17: i32,
    n18: i32,
    n19: i32,
    n20: i32,
    n21: i32,
    n22: i32,
    n23: i32,
    n24: i32,
    n25: i32,
    n26: i32,
    n27: i32,
    n28: i32,
    n29: i32,
    n30: i32,
    n31: i32,
    n32: i32,
}

/// A condition for each column: it equals its number.
macro_rules! conditions {
    ($query:expr, $number:expr;) => { $query };
    ($query:expr, $number:expr; $column:ident $($rest:ident)*) => {
        conditions!($query.filter(Numbers.$column.eq($number)), $number + 1; $($rest)*)
    };
}

macro_rules! read {
    ($connection:expr, $($column:ident)+) => {
        conditions!(Numbers.select().columns(Numbers.id), 1; $($column)+)
            .fetch_all($connection)
            .await?
            .len()
    };
}

#[rustfmt::skip]
pub(crate) async fn read(connection: &mut PgConnection, parameters: u32) -> Result<usize> {
    Ok(match parameters {
        1 => read!(connection, n1),
        2 => read!(connection, n1 n2),
        4 => read!(connection, n1 n2 n3 n4),
        8 => read!(connection, n1 n2 n3 n4 n5 n6 n7 n8),
        16 => read!(connection, n1 n2 n3 n4 n5 n6 n7 n8 n9 n10 n11 n12 n13 n14 n15 n16),
        32 => read!(
            connection,
            n1 n2 n3 n4 n5 n6 n7 n8 n9 n10 n11 n12 n13 n14 n15 n16
            n17 n18 n19 n20 n21 n22 n23 n24 n25 n26 n27 n28 n29 n30 n31 n32
        ),
        _ => return Err(Error::NotFound),
    })
}
