//! Tables of 5 to 60 columns.

use chrono::{DateTime, Utc};
use sqlx::postgres::PgRow;
use sqlx::{Error, PgConnection, Result, Row as _};

/// Structs with groups of five fields, of the types in `workloads::scale`, and the queries that read them.
macro_rules! wide {
    ($(
        $table:ident $name:literal
            [$key:ident $b:ident $c:ident $d:ident $e:ident]
            $([$a1:ident $b1:ident $c1:ident $d1:ident $e1:ident])*;
    )+) => {$(
        #[allow(dead_code, reason = "only decoding the rows is measured")]
        struct $table {
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

        impl $table {
            const SQL: &str = concat!(
                "select ", stringify!($key, $b, $c, $d, $e $(, $a1, $b1, $c1, $d1, $e1)*), " from ", $name
            );

            fn read(row: &PgRow) -> Result<Self> {
                let mut next = 0..;
                let mut next = || next.next().unwrap_or_default();
                Ok(Self {
                    $key: row.try_get(next())?,
                    $b: row.try_get(next())?,
                    $c: row.try_get(next())?,
                    $d: row.try_get(next())?,
                    $e: row.try_get(next())?,
                    $(
                        $a1: row.try_get(next())?,
                        $b1: row.try_get(next())?,
                        $c1: row.try_get(next())?,
                        $d1: row.try_get(next())?,
                        $e1: row.try_get(next())?,
                    )*
                })
            }

            async fn all(connection: &mut PgConnection) -> Result<Vec<Self>> {
                let rows = sqlx::query(Self::SQL).fetch_all(connection).await?;
                rows.iter().map(Self::read).collect()
            }
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
        5 => Wide5::all(connection).await?.len(),
        10 => Wide10::all(connection).await?.len(),
        20 => Wide20::all(connection).await?.len(),
        40 => Wide40::all(connection).await?.len(),
        60 => Wide60::all(connection).await?.len(),
        _ => return Err(Error::RowNotFound),
    })
}
