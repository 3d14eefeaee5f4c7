//! Schema, as a path dependency on this repository.

use super::{Connection, Driver, fields};
use crate::description::{Query, Table};

pub(crate) struct Schema;

impl Driver for Schema {
    fn name(&self) -> &'static str {
        super::OURS
    }

    fn package(&self) -> &'static str {
        "with-schema"
    }

    fn lock(&self) -> &'static str {
        include_str!("../../locks/with-schema.lock")
    }

    fn locked(&self) -> bool {
        false
    }

    /// Turns off incremental builds of schema, which users do not have for a crate from a registry.
    fn manifest(&self) -> String {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schema-core");
        format!(
            r#"schema-core = {{ path = {path:?} }}
sqlx = {{ version = "=0.9.0", default-features = false, features = ["postgres", "runtime-tokio"] }}
chrono = {{ version = "0.4", default-features = false, features = ["std", "clock"] }}
tokio = {{ version = "1", default-features = false, features = ["macros", "rt"] }}

[profile.dev.package]
schema-core.incremental = false
schema-macros.incremental = false
"#
        )
    }

    fn tables_header(&self) -> &'static str {
        "use chrono::{DateTime, Utc};\nuse schema_core::prelude::*;\n\nuse crate::tables::*;\n"
    }

    fn table(&self, table: &Table) -> String {
        let (number, references) = (table.number, table.references);
        let fields = fields(table, "    ", "DateTime<Utc>", |column| match column {
            "id" => Some("#[column(primary_key, identity)]".to_owned()),
            Table::FOREIGN_KEY => Some(format!("#[column(references = T{references}.id)]")),
            _ => None,
        });
        format!(
            r#"
#[table(name = "t{number}")]
#[derive(Debug)]
pub struct T{number} {{
{fields}}}
"#
        )
    }

    fn queries_header(&self) -> &'static str {
        "use schema_core::prelude::*;\nuse sqlx::PgPool;\n\nuse crate::tables::*;\n"
    }

    fn query(&self, query: &Query) -> String {
        let (number, table, joined) = (query.number, query.table, query.joined);
        let [first, others @ ..] = query.conditions.each_ref().map(|condition| {
            format!(
                "T{table}.{}.{}({})",
                condition.column,
                condition.operator.method(),
                condition.value.literal()
            )
        });
        let others: String = others
            .iter()
            .map(|other| format!("\n                .and({other})"))
            .collect();
        format!(
            r"
pub async fn q{number}(db: &PgPool) -> schema_core::Result<Vec<(T{table}, Option<T{joined}>)>> {{
    T{table}
        .select()
        .left_join(T{joined}, T{table}.{key}.eq(T{joined}.id))
        .filter(
            {first}{others},
        )
        .fetch_all(db)
        .await
}}
",
            key = Table::FOREIGN_KEY
        )
    }

    fn connection(&self) -> Connection {
        Connection {
            parameter: "db: &sqlx::PgPool",
            argument: "db",
            connect: "let connection = sqlx::PgPool::connect(&url).await.unwrap();",
            lend: "&connection",
        }
    }
}
