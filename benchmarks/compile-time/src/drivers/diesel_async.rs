//! Diesel with diesel-async: `table!`, a struct for reading and one for writing.

use super::{Connection, Driver, fields};
use crate::description::{Column, ColumnKind, Description, Query, Table};

pub(crate) struct DieselAsync;

const fn sql_type(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::BigInt => "Int8",
        ColumnKind::Text => "Text",
        ColumnKind::Integer => "Int4",
        ColumnKind::Boolean => "Bool",
        ColumnKind::OptionalText => "Nullable<Text>",
        ColumnKind::Double => "Float8",
        ColumnKind::Timestamp => "Timestamptz",
    }
}

impl Driver for DieselAsync {
    fn name(&self) -> &'static str {
        "diesel-async"
    }

    fn package(&self) -> &'static str {
        "with-diesel-async"
    }

    fn lock(&self) -> &'static str {
        include_str!("../../locks/with-diesel-async.lock")
    }

    fn manifest(&self) -> String {
        r#"diesel = { version = "=2.3.14", default-features = false, features = ["postgres_backend", "chrono", "serde_json", "uuid", "32-column-tables"] }
diesel-async = { version = "=0.9.2", default-features = false, features = ["postgres"] }
chrono = { version = "0.4", default-features = false, features = ["std", "clock"] }
tokio = { version = "1", default-features = false, features = ["macros", "rt"] }
"#.to_owned()
    }

    fn tables_header(&self) -> &'static str {
        "use chrono::{DateTime, Utc};\nuse diesel::prelude::*;\n"
    }

    fn table(&self, table: &Table) -> String {
        let number = table.number;
        let columns: String = table
            .columns
            .iter()
            .map(|Column { name, kind }| format!("        {name} -> {},\n", sql_type(*kind)))
            .collect();
        let read = fields(table, "    ", "DateTime<Utc>", |_| None);
        let (_id, write) = read.split_once('\n').unwrap_or_default();
        format!(
            r"
diesel::table! {{
    t{number} (id) {{
{columns}    }}
}}
#[derive(Queryable, Selectable, Identifiable, Debug)]
#[diesel(table_name = t{number}, check_for_backend(diesel::pg::Pg))]
pub struct T{number} {{
{read}}}
#[derive(Insertable, AsChangeset, Debug)]
#[diesel(table_name = t{number}, check_for_backend(diesel::pg::Pg))]
pub struct NewT{number} {{
{write}}}
"
        )
    }

    /// For each pair of tables joined by a query. All pairs of 100 tables would take even longer.
    fn all_tables(&self, description: &Description) -> String {
        let pairs = description.tables.iter().map(|table| {
            let (number, references) = (table.number, table.references);
            format!(
                "diesel::joinable!(t{number} -> t{references} ({key}));\n\
                 diesel::allow_tables_to_appear_in_same_query!(t{number}, t{references});\n",
                key = Table::FOREIGN_KEY
            )
        });
        pairs.collect()
    }

    fn queries_header(&self) -> &'static str {
        "use diesel::prelude::*;\nuse diesel_async::{AsyncPgConnection, RunQueryDsl};\n\nuse crate::tables::*;\n"
    }

    fn query(&self, query: &Query) -> String {
        let (number, table, joined) = (query.number, query.table, query.joined);
        let [first, others @ ..] = query.conditions.each_ref().map(|condition| {
            format!(
                "t{table}::{}.{}({})",
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
pub async fn q{number}(db: &mut AsyncPgConnection) -> QueryResult<Vec<(T{table}, Option<T{joined}>)>> {{
    t{table}::table
        .left_join(t{joined}::table)
        .filter(
            {first}{others},
        )
        .select((T{table}::as_select(), Option::<T{joined}>::as_select()))
        .load(db)
        .await
}}
"
        )
    }

    fn connection(&self) -> Connection {
        Connection {
            parameter: "db: &mut diesel_async::AsyncPgConnection",
            argument: "&mut *db",
            connect: "let mut connection = <diesel_async::AsyncPgConnection as diesel_async::AsyncConnection>::establish(&url).await.unwrap();",
            lend: "&mut connection",
        }
    }
}
