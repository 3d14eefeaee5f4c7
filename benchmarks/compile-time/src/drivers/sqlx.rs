//! sqlx with the `FromRow` derive: structs, and SQL strings that the compiler does not inspect.

use super::{Connection, Driver, fields};
use crate::description::{Query, Table};

pub(crate) struct FromRow;

impl Driver for FromRow {
    fn name(&self) -> &'static str {
        "sqlx FromRow"
    }

    fn package(&self) -> &'static str {
        "with-sqlx-from-row"
    }

    fn lock(&self) -> &'static str {
        include_str!("../../locks/with-sqlx-from-row.lock")
    }

    fn manifest(&self) -> String {
        r#"sqlx = { version = "=0.9.0", default-features = false, features = ["postgres", "runtime-tokio", "derive", "chrono", "uuid", "json"] }
chrono = { version = "0.4", default-features = false, features = ["std", "clock"] }
tokio = { version = "1", default-features = false, features = ["macros", "rt"] }
"#.to_owned()
    }

    fn tables_header(&self) -> &'static str {
        "use chrono::{DateTime, Utc};\n"
    }

    fn table(&self, table: &Table) -> String {
        let number = table.number;
        let fields = fields(table, "    ", "DateTime<Utc>", |_| None);
        format!("\n#[derive(sqlx::FromRow, Debug)]\npub struct T{number} {{\n{fields}}}\n")
    }

    fn queries_header(&self) -> &'static str {
        "use sqlx::PgPool;\n\nuse crate::tables::*;\n"
    }

    /// Reads the row of the query's own table only, because the column names of two tables would clash.
    fn query(&self, query: &Query) -> String {
        let (number, table) = (query.number, query.table);
        let (from, binds) = (from(query), binds(query));
        format!(
            r#"
pub async fn q{number}(db: &PgPool) -> sqlx::Result<Vec<T{table}>> {{
    sqlx::query_as::<_, T{table}>(
        "select t{table}.* {from}",
    )
{binds}    .fetch_all(db)
    .await
}}
"#
        )
    }

    fn connection(&self) -> Connection {
        connection()
    }
}

/// The text `from … where …`.
pub(super) fn from(query: &Query) -> String {
    let (table, joined, key) = (query.table, query.joined, Table::FOREIGN_KEY);
    let mut sql = format!("from t{table} left join t{joined} on t{table}.{key} = t{joined}.id");
    for (place, condition) in (1..).zip(&query.conditions) {
        let (column, operator) = (condition.column, condition.operator.sql());
        let before = if place == 1 { "where" } else { "and" };
        sql += &format!(" \\\n         {before} t{table}.{column} {operator} ${place}");
    }
    sql
}

/// The `bind` calls for all values.
pub(super) fn binds(query: &Query) -> String {
    let binds = query
        .conditions
        .iter()
        .map(|condition| format!("    .bind({})\n", condition.value.typed_literal()));
    binds.collect()
}

pub(super) fn connection() -> Connection {
    Connection {
        parameter: "db: &sqlx::PgPool",
        argument: "db",
        connect: "let connection = sqlx::PgPool::connect(&url).await.unwrap();",
        lend: "&connection",
    }
}
