//! `check`: differences and dangers, for CI.

mod lint;
mod lock;

use std::path::PathBuf;

use schema_ddl::model::Model;
use serde::Serialize;
use serde_json::json;
use sqlx::PgConnection;

use crate::cli::Failure;
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status, Text};
use crate::migrate::{MigrationState, Migrator};
use crate::plan::{Compared, Options, Plan};

/// The oldest version of pgvector without known faults that lose rows or crash.
const PGVECTOR: (u32, u32, u32) = (0, 8, 3);

/// A finding.
#[derive(Debug, Serialize)]
struct Problem {
    /// The check that found it.
    check: &'static str,
    /// The finding, and what to do.
    message: String,
}

/// The findings.
#[derive(Debug, Default)]
struct Report {
    problems: Vec<Problem>,
    notes: Vec<String>,
}

impl Report {
    fn problem(&mut self, check: &'static str, message: impl Into<String>) {
        let message = message.into();
        self.problems.push(Problem { check, message });
    }

    fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Check {
    /// Files of SQL to check, in addition to the pending migrations
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// A table of the database to leave alone although no struct describes it
    #[arg(long, value_name = "TABLE")]
    pub(super) ignore: Vec<String>,
    /// Do not connect to a database
    #[arg(long)]
    pub(super) offline: bool,
}

pub(super) async fn run(context: &Context, args: Check) -> Result<Outcome, Failure> {
    let mut report = Report::default();
    folder(context, &mut report)?;
    if args.offline || !context.has_database() {
        report.note("the database was not checked");
        lint::files(&args.files, &Model::default(), &mut report)?;
    } else {
        let mut connection = context.connect().await?;
        let model = lint::model(context, &mut connection).await?;
        lint::files(&args.files, &model, &mut report)?;
        lint::pending(context, &mut connection, model, &mut report).await?;
        structs(context, &mut connection, args.ignore, &mut report).await?;
        migrations(context, &mut connection, &mut report).await?;
        if uses_vectors(context)? {
            pgvector(&mut connection, &mut report).await?;
        }
    }
    let mut text = Text::default();
    for problem in &report.problems {
        text.line(format_args!("{}: {}", problem.check, problem.message));
    }
    for note in &report.notes {
        text.line(format_args!("note: {note}"));
    }
    let status = if report.problems.is_empty() {
        text.line("no problems");
        Status::Ok
    } else {
        Status::Problems
    };
    let data = json!({ "problems": report.problems, "notes": report.notes });
    Ok(Outcome::new(status, text, data))
}

/// Compares the structs with the last snapshot, and the snapshots with each other.
fn folder(context: &Context, report: &mut Report) -> Result<(), Failure> {
    let Some(folder) = context.folder_or_none()? else {
        report.note(format!(
            "there is no folder `{}`",
            context.global.migrations.display()
        ));
        return Ok(());
    };
    let snapshot = match folder.head() {
        Ok(snapshot) => snapshot,
        Err(error) => {
            report.problem("migrations", error.to_string());
            return Ok(());
        }
    };
    let Some(snapshot) = snapshot else {
        return Ok(());
    };
    if !context.has_tables() {
        return lock::check(context, snapshot.version, None, report);
    }
    let plan = Plan::new(&snapshot.model()?, &context.tables()?, &context.renames())?;
    if !plan.is_empty() {
        report.problem(
            "structs",
            format!(
                "the structs differ from the last migration; run `generate`\n{}",
                indented(&plan)
            ),
        );
    }
    let fingerprints = context.fingerprints().filter(|_| plan.is_empty());
    lock::check(context, snapshot.version, fingerprints, report)
}

/// Compares the structs with the database.
async fn structs(
    context: &Context,
    connection: &mut PgConnection,
    ignore: Vec<String>,
    report: &mut Report,
) -> Result<(), Failure> {
    if !context.has_tables() {
        return Ok(());
    }
    let options = Options {
        renames: context.renames(),
        schema: context.global.schema.clone(),
        ignore,
        drop_undeclared: false,
    };
    let compared = Compared::tables(connection, &context.tables()?, &options).await?;
    let plan = Plan::new(&compared.database.model, &compared.wanted, &options.renames)?;
    for object in &compared.database.unmodelled {
        report.note(format!("not compared: {} {}", object.kind, object.name));
    }
    if !plan.is_empty() {
        report.problem(
            "database",
            format!(
                "the database differs from the structs; run `push`, or `generate` and `migrate`\n{}",
                indented(&plan)
            ),
        );
    }
    Ok(())
}

/// Finds migrations that are pending, edited or unfinished.
async fn migrations(
    context: &Context,
    connection: &mut PgConnection,
    report: &mut Report,
) -> Result<(), Failure> {
    let Some(folder) = context.folder_or_none()? else {
        return Ok(());
    };
    for one in Migrator::new(folder).status(connection).await? {
        match one.state {
            MigrationState::Applied => {}
            MigrationState::Pending => {
                report.note(format!("migration {} {} is pending", one.version, one.name));
            }
            MigrationState::PendingOutOfOrder => report.note(format!(
                "migration {} {} is pending, although a later one is applied",
                one.version, one.name
            )),
            MigrationState::HalfApplied { .. } | MigrationState::HalfReverted { .. } => {
                report.problem(
                    "migrations",
                    format!("migration {} {} stopped half way", one.version, one.name),
                );
            }
            MigrationState::Problem(error) => report.problem("migrations", error.to_string()),
        }
    }
    Ok(())
}

/// Returns true if the structs use vectors, or if there are no structs.
fn uses_vectors(context: &Context) -> Result<bool, Failure> {
    let uses = |model: &Model| model.extensions.iter().any(|one| one.name == "vector");
    Ok(!context.has_tables() || uses(&context.tables()?))
}

/// Finds a version of pgvector with known faults.
async fn pgvector(connection: &mut PgConnection, report: &mut Report) -> Result<(), Failure> {
    let version: Option<String> =
        sqlx::query_scalar("select extversion from pg_extension where extname = 'vector'")
            .fetch_optional(connection)
            .await?;
    if let Some(version) = version
        && parse_version(&version).is_some_and(|version| version < PGVECTOR)
    {
        report.problem(
            "pgvector",
            format!(
                "pgvector {version} has faults that version 0.8.3 corrects; update the extension, then run `alter extension \
                 vector update`"
            ),
        );
    }
    Ok(())
}

fn parse_version(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts = text.split('.').map(str::parse);
    let mut next = || parts.next().unwrap_or(Ok(0)).ok();
    Some((next()?, next()?, next()?))
}

fn indented(plan: &Plan) -> String {
    let statements: Vec<String> = plan
        .statements()
        .map(|statement| format!("    {};", statement.replace('\n', "\n    ")))
        .collect();
    statements.join("\n")
}

#[cfg(test)]
mod tests {
    use super::parse_version;

    #[test]
    fn versions_are_compared_by_number() {
        assert!(parse_version("0.8.10") > parse_version("0.8.3"));
        assert_eq!(parse_version("0.8"), Some((0, 8, 0)));
        assert_eq!(parse_version("0.8.3-dev"), None);
    }
}
