//! toasty. Its queries have no joins, so the rows of the other table are included by a separate query.

use super::{Connection, Driver, fields};
use crate::description::{Query, Table};

pub(crate) struct Toasty;

impl Driver for Toasty {
    fn name(&self) -> &'static str {
        "toasty"
    }

    fn package(&self) -> &'static str {
        "with-toasty"
    }

    fn lock(&self) -> &'static str {
        include_str!("../../locks/with-toasty.lock")
    }

    fn manifest(&self) -> String {
        r#"toasty = { version = "=0.11.0", default-features = false, features = ["postgresql", "jiff", "serde"] }
jiff = "0.2"
tokio = { version = "1", default-features = false, features = ["macros", "rt"] }
"#.to_owned()
    }

    fn tables_header(&self) -> &'static str {
        "use crate::tables::*;\n"
    }

    fn table(&self, table: &Table) -> String {
        let (number, references) = (table.number, table.references);
        let fields = fields(table, "    ", "jiff::Timestamp", |column| match column {
            "id" => Some("#[key]\n    #[auto]".to_owned()),
            Table::FOREIGN_KEY => Some("#[index]".to_owned()),
            _ => None,
        });
        format!(
            r#"
#[derive(Debug, toasty::Model)]
#[table = "t{number}"]
pub struct T{number} {{
{fields}    #[belongs_to(key = {key}, references = id)]
    pub rel: toasty::Deferred<T{references}>,
}}
"#,
            key = Table::FOREIGN_KEY
        )
    }

    fn queries_header(&self) -> &'static str {
        "use crate::tables::*;\n"
    }

    fn query(&self, query: &Query) -> String {
        let (number, table) = (query.number, query.table);
        let [first, others @ ..] = query.conditions.each_ref().map(|condition| {
            format!(
                "T{table}::fields().{}().{}({})",
                condition.column,
                condition.operator.method(),
                condition.value.literal()
            )
        });
        let others: String = others
            .iter()
            .map(|other| format!("\n            .and({other})"))
            .collect();
        format!(
            r"
pub async fn q{number}(db: &mut toasty::Db) -> toasty::Result<Vec<T{table}>> {{
    T{table}::filter(
        {first}{others},
    )
    .include(T{table}::fields().rel())
    .exec(db)
    .await
}}
"
        )
    }

    fn connection(&self) -> Connection {
        Connection {
            parameter: "db: &mut toasty::Db",
            argument: "&mut *db",
            connect: "let mut connection = toasty::Db::builder().models(toasty::models!(crate::*)).connect(&url).await.unwrap();",
            lend: "&mut connection",
        }
    }
}
