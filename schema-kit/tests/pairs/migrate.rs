//! The same pair by migrations: `generate` writes them, `migrate` applies them, and `rollback` reverts the second one.

use schema_ddl::diff::Renames;
use schema_ddl::model::Model;
use schema_ddl::online::OnlineOptions;
use schema_ddl::sql::quote;
use schema_kit::migrate::{Folder, Migrator, NewMigration};
use schema_kit::plan::Plan;
use sqlx::{AssertSqlSafe, Executor as _, PgConnection};

use crate::apply::listed;
use crate::database::Target;
use crate::dump::{difference, dump};
use crate::generate::Pair;
use crate::prove::{Way, changes};
use crate::rows;

/// Applies both migrations to an empty database with rows in between, and reverts the second one. Returns false if the
/// rows do not fit.
pub(crate) async fn prove(
    target: &mut Target,
    way: Way,
    pair: &Pair,
    [before, wanted]: [&Model; 2],
    created: &[String],
) -> Result<bool, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    // As the command does, from the schemas as they are written.
    let plan = |from: &Model, to: &Model, renames: &Renames| match way {
        Way::Plain => changes(from, to, renames),
        Way::Online | Way::Interrupted => {
            let options = OnlineOptions::default();
            Plan::online(from, to, renames, &options).map_err(|error| error.to_string())
        }
    };
    let none = Model::default();
    let first = [
        plan(&none, &pair.first, &Renames::default())?,
        plan(&pair.first, &none, &Renames::default())?,
    ];
    write(path, "first", &pair.first, &first);
    migrate(&mut target.connection, path)
        .await
        .map_err(|failed| failed.text)?;
    close_history(&mut target.connection, &pair.first).await;
    rows::fill(&mut target.connection, &pair.first).await;
    let dumped = dump(&target.url).await;
    let kept = rows::survivors(&mut target.connection, before, wanted, &pair.renames).await;
    let all = rows::all(&mut target.connection, before).await;

    let (up, down) = (
        plan(&pair.first, &pair.second, &pair.renames)?,
        plan(&pair.second, &pair.first, &pair.renames.inverse())?,
    );
    if up.is_empty() {
        return Ok(true);
    }
    let listing = format!("up:\n{}\ndown:\n{}", listed(&up), listed(&down));
    let in_plans = |error: String| format!("{error} after\n{listing}");
    let loses = up.losses().count() + down.losses().count() > 0;
    write(path, "second", &pair.second, &[up, down]);
    match migrate(&mut target.connection, path).await {
        Err(failed) if failed.is_by_rows => return Ok(false),
        result => result.map_err(|failed| in_plans(failed.text))?,
    }
    equals(target, wanted, created).await.map_err(in_plans)?;
    for survivor in &kept {
        survivor
            .check(&mut target.connection)
            .await
            .map_err(in_plans)?;
    }

    let migrator = Migrator::new(Folder::read(path).unwrap());
    match migrator.rollback(&mut target.connection, 1).await {
        Err(error) => match Failed::new(&error) {
            failed if failed.is_by_rows => return Ok(false),
            failed => return Err(in_plans(format!("rollback: {}", failed.text))),
        },
        Ok(reverted) => assert_eq!(reverted.len(), 1),
    }
    equals(target, before, &dumped)
        .await
        .map_err(|error| in_plans(format!("rollback: {error}")))?;
    // Values that one of the plans says are lost can be lost.
    for survivor in if loses { kept } else { all } {
        let result = survivor.check_back(&mut target.connection).await;
        result.map_err(|error| in_plans(format!("rollback: {error}")))?;
    }
    Ok(true)
}

/// Takes the tables of the history from the roles that get them by default: a role with privileges cannot be dropped.
async fn close_history(connection: &mut PgConnection, first: &Model) {
    for role in &first.roles {
        let role = quote::name(&role.name);
        let sql = format!("revoke all on _sqlx_migrations, _schema_migrations from {role}");
        connection.execute(AssertSqlSafe(sql)).await.unwrap();
    }
}

/// Fails if the database is not like a model and its dump.
async fn equals(target: &mut Target, model: &Model, dumped: &[String]) -> Result<(), String> {
    let rest = changes(&target.read().await?, model, &Renames::default())?;
    if !rest.is_empty() {
        return Err(format!("these changes remain:\n{}", listed(&rest)));
    }
    match difference(&dump(&target.url).await, dumped) {
        Some(difference) => Err(format!("`pg_dump` differs:\n{difference}")),
        None => Ok(()),
    }
}

fn write(path: &std::path::Path, name: &str, model: &Model, [up, down]: &[Plan; 2]) {
    let mut new = NewMigration::new(name, up.commented_sql());
    new.down = Some(down.sql());
    new.snapshot = Some(model.clone());
    Folder::write(path, &new).unwrap();
}

/// Why migrations were not applied.
struct Failed {
    text: String,
    /// True if the rows do not fit.
    is_by_rows: bool,
}

impl Failed {
    fn new(error: &(dyn std::error::Error + 'static)) -> Self {
        let mut this = Self {
            text: error.to_string(),
            is_by_rows: false,
        };
        let mut next = error.source();
        while let Some(error) = next {
            this.text.push_str(": ");
            this.text.push_str(&error.to_string());
            if let Some(sqlx::Error::Database(error)) = error.downcast_ref::<sqlx::Error>() {
                let code = error.code().unwrap_or_default();
                this.is_by_rows = code.starts_with("22") || code.starts_with("23");
            }
            next = error.source();
        }
        this
    }
}

async fn migrate(connection: &mut PgConnection, path: &std::path::Path) -> Result<(), Failed> {
    let migrator = Migrator::new(Folder::read(path).unwrap());
    match migrator.run(connection).await {
        Ok(applied) => {
            assert_eq!(applied.len(), 1);
            Ok(())
        }
        Err(error) => Err(Failed::new(&error)),
    }
}
