//! Queries of 0 to 8 left joins.

use schema_core::prelude::*;
use schema_core::{Error, Result};
use sqlx::PgConnection;

macro_rules! links {
    ($($table:ident $name:literal),+ $(,)?) => {$(
        #[table(name = $name)]
        #[allow(dead_code, reason = "only decoding the rows is measured")]
        struct $table {
            #[column(primary_key)]
            id: i64,
            next: i64,
            name: String,
        }
    )+};
}

links! {
    Link0 "link_0", Link1 "link_1", Link2 "link_2", Link3 "link_3", Link4 "link_4",
    Link5 "link_5", Link6 "link_6", Link7 "link_7", Link8 "link_8",
}

/// Joins each table to the previous one.
macro_rules! chain {
    ($query:expr; $last:ident) => { $query };
    ($query:expr; $table:ident $next:ident $($rest:ident)*) => {
        chain!($query.left_join($next, $table.next.eq($next.id)); $next $($rest)*)
    };
}

macro_rules! read {
    ($connection:expr, $($table:ident)*) => {
        chain!(Link0.select(); Link0 $($table)*).fetch_all($connection).await?.len()
    };
}

pub(crate) async fn read(connection: &mut PgConnection, joins: u32) -> Result<usize> {
    Ok(match joins {
        0 => read!(connection,),
        1 => read!(connection, Link1),
        2 => read!(connection, Link1 Link2),
        3 => read!(connection, Link1 Link2 Link3),
        4 => read!(connection, Link1 Link2 Link3 Link4),
        5 => read!(connection, Link1 Link2 Link3 Link4 Link5),
        6 => read!(connection, Link1 Link2 Link3 Link4 Link5 Link6),
        7 => read!(connection, Link1 Link2 Link3 Link4 Link5 Link6 Link7),
        8 => read!(connection, Link1 Link2 Link3 Link4 Link5 Link6 Link7 Link8),
        _ => return Err(Error::NotFound),
    })
}
