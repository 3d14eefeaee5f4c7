//! Tables of 5 to 60 columns.

use chrono::{DateTime, Utc};
use schema_core::prelude::*;
use schema_core::{Error, Result};
use sqlx::PgConnection;

/// Tables with groups of five columns, of the types in `workloads::scale`. The first column is the key.
macro_rules! wide {
    ($(
        $table:ident $name:literal
            [$key:ident $b:ident $c:ident $d:ident $e:ident]
            $([$a1:ident $b1:ident $c1:ident $d1:ident $e1:ident])*;
    )+) => {$(
        #[table(name = $name)]
        #[allow(dead_code, reason = "only decoding the rows is measured")]
        struct $table {
            #[column(primary_key)]
            $key: i64,
            $b: String,
            $c: i32,
            $d: String,
            $e: DateTime<Utc>,
            $(
                $a1: i64,
                $b1: String,
                $c1: i32,
                $d1: String,
                $e1: DateTime<Utc>,
            )*
        }
    )+};
}

wide! {
    Wide5 "wide_5"
        [c0 c1 c2 c3 c4];
    Wide10 "wide_10"
        [c0 c1 c2 c3 c4] [c5 c6 c7 c8 c9];
    Wide20 "wide_20"
        [c0 c1 c2 c3 c4] [c5 c6 c7 c8 c9] [c10 c11 c12 c13 c14] [c15 c16 c17 c18 c19];
    Wide40 "wide_40"
        [c0 c1 c2 c3 c4] [c5 c6 c7 c8 c9] [c10 c11 c12 c13 c14] [c15 c16 c17 c18 c19]
        [c20 c21 c22 c23 c24] [c25 c26 c27 c28 c29] [c30 c31 c32 c33 c34] [c35 c36 c37 c38 c39];
    Wide60 "wide_60"
        [c0 c1 c2 c3 c4] [c5 c6 c7 c8 c9] [c10 c11 c12 c13 c14] [c15 c16 c17 c18 c19]
        [c20 c21 c22 c23 c24] [c25 c26 c27 c28 c29] [c30 c31 c32 c33 c34] [c35 c36 c37 c38 c39]
        [c40 c41 c42 c43 c44] [c45 c46 c47 c48 c49] [c50 c51 c52 c53 c54] [c55 c56 c57 c58 c59];
}

pub(crate) async fn read(connection: &mut PgConnection, columns: u32) -> Result<usize> {
    Ok(match columns {
        5 => Wide5.select().fetch_all(connection).await?.len(),
        10 => Wide10.select().fetch_all(connection).await?.len(),
        20 => Wide20.select().fetch_all(connection).await?.len(),
        40 => Wide40.select().fetch_all(connection).await?.len(),
        60 => Wide60.select().fetch_all(connection).await?.len(),
        _ => return Err(Error::NotFound),
    })
}
