//! `SeaORM` 2: its dense format of entities, and joins by relation.

use super::{Connection, Driver, fields};
use crate::description::{Query, Table};

pub(crate) struct SeaOrm;

impl Driver for SeaOrm {
    fn name(&self) -> &'static str {
        "SeaORM"
    }

    fn package(&self) -> &'static str {
        "with-sea-orm"
    }

    fn lock(&self) -> &'static str {
        include_str!("../../locks/with-sea-orm.lock")
    }

    fn manifest(&self) -> String {
        r#"sea-orm = { version = "=2.0.4", default-features = false, features = ["sqlx-postgres", "runtime-tokio", "macros", "with-chrono", "with-json", "with-uuid"] }
tokio = { version = "1", default-features = false, features = ["macros", "rt"] }
"#.to_owned()
    }

    fn table(&self, table: &Table) -> String {
        let (number, references) = (table.number, table.references);
        let fields = fields(table, "        ", "DateTimeUtc", |column| {
            (column == "id").then(|| "#[sea_orm(primary_key)]".to_owned())
        });
        format!(
            r#"
pub mod t{number} {{
    use sea_orm::entity::prelude::*;
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "t{number}")]
    pub struct Model {{
{fields}        #[sea_orm(belongs_to, from = "{key}", to = "id")]
        pub rel: BelongsTo<crate::tables::t{references}::Entity>,
    }}
    impl ActiveModelBehavior for ActiveModel {{}}
}}
"#,
            key = Table::FOREIGN_KEY
        )
    }

    fn queries_header(&self) -> &'static str {
        "use sea_orm::entity::prelude::*;\n\nuse crate::tables::*;\n"
    }

    fn query(&self, query: &Query) -> String {
        let (number, table, joined) = (query.number, query.table, query.joined);
        let filters: String = query
            .conditions
            .iter()
            .map(|condition| {
                format!(
                    "        .filter(t{table}::COLUMN.{}.{}({}))\n",
                    condition.column,
                    condition.operator.method(),
                    condition.value.literal()
                )
            })
            .collect();
        format!(
            r"
pub async fn q{number}(
    db: &DatabaseConnection,
) -> Result<Vec<(t{table}::Model, Option<t{joined}::Model>)>, DbErr> {{
    t{table}::Entity::find()
        .find_also_related(t{joined}::Entity)
{filters}        .all(db)
        .await
}}
"
        )
    }

    fn connection(&self) -> Connection {
        Connection {
            parameter: "db: &sea_orm::DatabaseConnection",
            argument: "db",
            connect: "let connection = sea_orm::Database::connect(url).await.unwrap();",
            lend: "&connection",
        }
    }
}
