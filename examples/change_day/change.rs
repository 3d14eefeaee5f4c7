//! Plans and applies the changes of the tables: what `push` does, as a library.

use anyhow::{Context as _, Result};
use schema_core::prelude::*;
use schema_ddl::model::Model;
use schema_kit::migrate::{Folder, Migrator};
use schema_kit::plan::{Apply, Compared, Options, Plan};
use sqlx::PgPool;

/// Compares the database with the tables, and counts the rows that a change would lose or fail on.
pub(crate) async fn plan(pool: &PgPool, tables: &Model) -> Result<Plan> {
    let mut connection = pool.acquire().await?;
    let options = Options::default();
    let compared = Compared::tables(&mut connection, tables, &options).await?;
    Ok(compared.plan(&mut connection, &options.renames).await?)
}

/// Applies the plan, unless rows would be lost.
pub(crate) async fn apply(pool: &PgPool, plan: &Plan) -> Result<()> {
    let mut connection = pool.acquire().await?;
    let apply = Apply {
        allow_data_loss: false,
        runner: Migrator::new(Folder::default()),
        options: None,
    };
    let result = plan.apply(&mut connection, &apply).await;
    result.context("could not change the tables")
}

/// Returns the tables as they would be if the priority had to be given for each order.
pub(crate) fn without_default(tables: &Schema) -> Result<Model> {
    let mut model = tables.model()?;
    for table in &mut model.tables {
        for column in &mut table.columns {
            if column.name == "priority" {
                column.default = None;
            }
        }
    }
    Ok(model)
}
