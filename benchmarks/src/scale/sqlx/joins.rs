//! Queries of 0 to 8 left joins.

use sqlx::postgres::PgRow;
use sqlx::{Error, PgConnection, Result, Row as _};

#[allow(dead_code, reason = "only decoding the rows is measured")]
struct Link {
    id: i64,
    next: i64,
    name: String,
}

/// Reads the link whose columns start at this index.
fn link(row: &PgRow, first: usize) -> Result<Option<Link>> {
    Ok(match row.try_get(first)? {
        None => None,
        Some(id) => Some(Link {
            id,
            next: row.try_get(first + 1)?,
            name: row.try_get(first + 2)?,
        }),
    })
}

/// A query and the type of its rows: a link, and another for each joined table.
macro_rules! chain {
    ($connection:expr, $joins:literal $(, $table:literal $next:literal)*) => {{
        let sql = concat!(
            "select link_0.id, link_0.next, link_0.name"
            $(, ", link_", $next, ".id, link_", $next, ".next, link_", $next, ".name")*,
            " from link_0"
            $(, " left join link_", $next, " on link_", $table, ".next = link_", $next, ".id")*
        );
        let rows = sqlx::query(sql).fetch_all($connection).await?;
        let links = rows.iter().map(|row| {
            let mut links: [Option<Link>; $joins + 1] = [const { None }; $joins + 1];
            for (place, slot) in links.iter_mut().enumerate() {
                *slot = link(row, 3 * place)?;
            }
            Ok(links)
        });
        links.collect::<Result<Vec<_>>>()?.len()
    }};
}

#[rustfmt::skip]
pub(crate) async fn read(connection: &mut PgConnection, joins: u32) -> Result<usize> {
    Ok(match joins {
        0 => chain!(connection, 0),
        1 => chain!(connection, 1, 0 1),
        2 => chain!(connection, 2, 0 1, 1 2),
        3 => chain!(connection, 3, 0 1, 1 2, 2 3),
        4 => chain!(connection, 4, 0 1, 1 2, 2 3, 3 4),
        5 => chain!(connection, 5, 0 1, 1 2, 2 3, 3 4, 4 5),
        6 => chain!(connection, 6, 0 1, 1 2, 2 3, 3 4, 4 5, 5 6),
        7 => chain!(connection, 7, 0 1, 1 2, 2 3, 3 4, 4 5, 5 6, 6 7),
        8 => chain!(connection, 8, 0 1, 1 2, 2 3, 3 4, 4 5, 5 6, 6 7, 7 8),
        _ => return Err(Error::RowNotFound),
    })
}
