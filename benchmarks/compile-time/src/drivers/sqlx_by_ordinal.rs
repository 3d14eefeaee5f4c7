//! Hand-written sqlx, columns by ordinal.

use super::sqlx::{binds, connection, from};
use super::{Connection, Driver, fields};
use crate::description::{Query, Table};

pub(crate) struct ByOrdinal;

impl Driver for ByOrdinal {
    fn name(&self) -> &'static str {
        super::SQLX
    }

    fn package(&self) -> &'static str {
        "with-sqlx"
    }

    fn lock(&self) -> &'static str {
        include_str!("../../locks/with-sqlx.lock")
    }

    /// The features of sqlx that schema enables.
    fn manifest(&self) -> String {
        r#"sqlx = { version = "=0.9.0", default-features = false, features = ["postgres", "runtime-tokio", "chrono", "uuid", "json"] }
chrono = { version = "0.4", default-features = false, features = ["std", "clock"] }
tokio = { version = "1", default-features = false, features = ["macros", "rt"] }
"#.to_owned()
    }

    fn tables_header(&self) -> &'static str {
        "use chrono::{DateTime, Utc};\nuse sqlx::Row as _;\nuse sqlx::postgres::PgRow;\n"
    }

    fn table(&self, table: &Table) -> String {
        let number = table.number;
        let fields = fields(table, "    ", "DateTime<Utc>", |_| None);
        let reads: String = table
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| {
                let name = &column.name;
                format!("            {name}: row.try_get(first + {place})?,\n")
            })
            .collect();
        format!(
            r"
#[derive(Debug)]
pub struct T{number} {{
{fields}}}
impl T{number} {{
    pub const COLUMNS: usize = {columns};
    pub fn read(row: &PgRow, first: usize) -> sqlx::Result<Self> {{
        Ok(Self {{
{reads}        }})
    }}
    pub fn read_if_joined(row: &PgRow, first: usize) -> sqlx::Result<Option<Self>> {{
        match row.try_get::<Option<i64>, _>(first)? {{
            Some(_) => Self::read(row, first).map(Some),
            None => Ok(None),
        }}
    }}
}}
",
            columns = table.columns.len()
        )
    }

    fn queries_header(&self) -> &'static str {
        "use sqlx::PgPool;\n\nuse crate::tables::*;\n"
    }

    fn query(&self, query: &Query) -> String {
        let (number, table, joined) = (query.number, query.table, query.joined);
        let (from, binds) = (from(query), binds(query));
        format!(
            r#"
pub async fn q{number}(db: &PgPool) -> sqlx::Result<Vec<(T{table}, Option<T{joined}>)>> {{
    let rows = sqlx::query(
        "select t{table}.*, t{joined}.* {from}",
    )
{binds}    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| Ok((T{table}::read(row, 0)?, T{joined}::read_if_joined(row, T{table}::COLUMNS)?)))
        .collect()
}}
"#
        )
    }

    fn connection(&self) -> Connection {
        connection()
    }
}
