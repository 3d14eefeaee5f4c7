//! Queries of 1 to 32 parameters.

use sqlx::{Error, PgConnection, Result, Row as _};

/// The text of the conditions: each column equals its number.
macro_rules! read {
    ($connection:expr, $number:literal $($numbers:literal)*) => {{
        let sql = concat!(
            "select id from numbers where n", $number, " = $", $number
            $(, " and n", $numbers, " = $", $numbers)*
        );
        let query = sqlx::query(sql).bind($number)$(.bind($numbers))*;
        let rows = query.fetch_all($connection).await?;
        rows.iter().map(|row| row.try_get(0)).collect::<Result<Vec<i64>>>()?.len()
    }};
}

#[rustfmt::skip]
pub(crate) async fn read(connection: &mut PgConnection, parameters: u32) -> Result<usize> {
    Ok(match parameters {
        1 => read!(connection, 1),
        2 => read!(connection, 1 2),
        4 => read!(connection, 1 2 3 4),
        8 => read!(connection, 1 2 3 4 5 6 7 8),
        16 => read!(connection, 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16),
        32 => read!(connection, 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32),
        _ => return Err(Error::RowNotFound),
    })
}
