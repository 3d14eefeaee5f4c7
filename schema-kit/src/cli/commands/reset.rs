//! `reset`: drops everything, and creates it again.

use schema_ddl::sql::quote;
use serde_json::json;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};

use super::{migrate, push};
use crate::cli::Failure;
use crate::cli::args::{ChangeArgs, RenameArgs};
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status};

/// The default of the other commands.
const LOCK_TIMEOUT: u64 = 3000;
const WAIT: u64 = 900;

pub(super) async fn run(context: &Context) -> Result<Outcome, Failure> {
    let options = context.options()?;
    let has_migrations = context.folder_or_none()?.is_some();
    if !has_migrations && !context.has_tables() {
        return Err(format!(
            "there is neither a folder `{}` nor a struct to create the schema from; nothing was dropped",
            context.global.migrations.display()
        )
        .into());
    }
    let mut connection = context.connect().await?;
    let (database, schema): (String, Option<String>) =
        sqlx::query_as("select current_database()::text, current_schema()::text")
            .fetch_one(&mut connection)
            .await?;
    let schema = context.global.schema.clone().or(schema);
    let schema = schema.ok_or("no schema of the connection's `search_path` exists")?;
    if !context.global.yes && !context.is_interactive() {
        return Err(format!(
            "`reset` drops everything in schema \"{schema}\" of database \"{database}\"; pass `--yes` to allow it"
        )
        .into());
    }
    let host = options.get_host();
    let question =
        format!("drop everything in schema \"{schema}\" of database \"{database}\" on {host}?");
    if !context.confirm(&question)? {
        return Err("nothing was changed".into());
    }
    let name = quote::name(&schema);
    let mut transaction = connection.begin().await?;
    let sql = format!("drop schema if exists {name} cascade; create schema {name}");
    (*transaction).execute(AssertSqlSafe(sql)).await?;
    transaction.commit().await?;
    let created = if has_migrations {
        migrate::run(context, LOCK_TIMEOUT, WAIT).await?
    } else {
        let push = push::Push {
            renames: RenameArgs::default(),
            change: ChangeArgs {
                online: false,
                allow_data_loss: false,
                lock_timeout: LOCK_TIMEOUT,
            },
            ignore: Vec::new(),
            dry_run: false,
            save: None,
        };
        push.run(context).await?
    };
    let _ = created;
    let text = format!("schema \"{schema}\" is new\n");
    Ok(Outcome::new(Status::Ok, text, json!({ "schema": schema })))
}
