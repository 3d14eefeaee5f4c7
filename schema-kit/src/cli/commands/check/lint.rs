//! The dangers of pending migrations and of other files of SQL.

use std::fs;
use std::path::{Path, PathBuf};

use schema_ddl::hazard::{HazardKind, LintOptions, Rule, lint};
use schema_ddl::model::Model;
use sqlx::PgConnection;

use super::Report;
use crate::cli::Failure;
use crate::cli::context::Context;
use crate::introspect::{Others, Scope};
use crate::migrate::{MigrationState, Migrator, Text};
use crate::plan::Database;

/// Returns the schema of the database, with which statements are judged.
pub(super) async fn model(
    context: &Context,
    connection: &mut PgConnection,
) -> Result<Model, Failure> {
    let scope = Scope {
        first: context.global.schema.clone(),
        others: Others::All,
        ..Scope::default()
    };
    Ok(Database::read(connection, &scope).await?.model)
}

/// Judges files of SQL, which set their own `lock_timeout`.
pub(super) fn files(files: &[PathBuf], before: &Model, report: &mut Report) -> Result<(), Failure> {
    for path in files {
        let sql = fs::read_to_string(path)
            .map_err(|error| format!("could not read `{}`: {error}", path.display()))?;
        let text = Text::parse(&sql).map_err(|error| format!("`{}`: {error}", path.display()))?;
        judge(path, &text, before, true, report);
    }
    Ok(())
}

/// Judges the pending migrations in their order, each with the schema before it, as far as snapshots tell.
pub(super) async fn pending(
    context: &Context,
    connection: &mut PgConnection,
    mut before: Model,
    report: &mut Report,
) -> Result<(), Failure> {
    let Some(folder) = context.folder_or_none()? else {
        return Ok(());
    };
    let states = Migrator::new(folder.clone()).status(connection).await?;
    for one in states {
        let is_pending = matches!(
            one.state,
            MigrationState::Pending | MigrationState::PendingOutOfOrder
        );
        let Some(migration) = folder.migration(one.version).filter(|_| is_pending) else {
            continue;
        };
        judge(
            &migration.up.path,
            &migration.up.text,
            &before,
            false,
            report,
        );
        if let Some(snapshot) = &migration.snapshot {
            before = snapshot.model()?;
        }
    }
    Ok(())
}

fn judge(path: &Path, text: &Text, before: &Model, hand_written: bool, report: &mut Report) {
    if let Err(error) = text.check() {
        report.problem("sql", format!("{}: {error}", path.display()));
    }
    for (at, hazard) in lint(&text.script(), before, &LintOptions { hand_written }) {
        let Some(statement) = text.statements().get(at) else {
            continue;
        };
        if statement.allowed.contains(&hazard.rule) {
            continue;
        }
        let safer = hazard
            .safer
            .map(|safer| format!(" {safer}"))
            .unwrap_or_default();
        let message = format!(
            "{}:{}: {}{safer} ({})",
            path.display(),
            statement.line,
            hazard.message,
            hazard.rule
        );
        match hazard.kind {
            HazardKind::Performance => report.note(message),
            _ if hazard.rule == Rule::ShortLock => {}
            _ => report.problem("danger", message),
        }
    }
}
