//! `queries`: checks every static query of a compiled program.

use std::fs;
use std::path::PathBuf;

use schema_ddl::model::{Model, Name};
use serde_json::json;
use sqlx::PgConnection;

use crate::cli::Failure;
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status, Text};
use crate::cli::source::{self, Source};
use crate::queries::{self, Changes, Options, Report};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Queries {
    /// The program
    #[arg(value_name = "BINARY")]
    pub(super) program: PathBuf,
    /// The schema: `structs`, `migrations`, a snapshot file, or a URL [default: the structs, or else the database]
    #[arg(long, value_name = "SOURCE")]
    pub(super) against: Option<String>,
    /// A table with so many rows that no query must read all of them
    #[arg(long, value_name = "TABLE")]
    pub(super) large: Vec<String>,
    /// A file with the plans of an earlier run. Differences are problems
    #[arg(long, value_name = "FILE")]
    pub(super) record: Option<PathBuf>,
    /// Write that file
    #[arg(long, requires = "record")]
    pub(super) update: bool,
}

impl Queries {
    pub(super) async fn run(self, context: &Context) -> Result<Outcome, Failure> {
        let found = queries::read(&self.program)?;
        let (mut connection, model) = self.schema(context).await?;
        let options = Options {
            large: self.large.iter().map(|name| self::name(name)).collect(),
        };
        let reports = queries::check(&mut connection, &found, &model, &options).await?;
        let mut text = Text::default();
        for report in &reports {
            text.line(report);
        }
        let record = queries::record(&reports);
        let changes = self.compare(&record)?;
        if let Some(changes) = &changes {
            text.line(changes);
        }
        let failing = reports.iter().filter(|report| report.fails()).count();
        text.line(summary(&reports, failing));
        let differs = changes.as_ref().is_some_and(|changes| !changes.is_empty());
        let status = if failing > 0 || differs {
            Status::Problems
        } else {
            Status::Ok
        };
        let data = json!({ "queries": reports, "changes": changes });
        Ok(Outcome::new(status, text, data))
    }

    /// Returns the schema that the queries are checked against, and a connection to a server.
    async fn schema(&self, context: &Context) -> Result<(PgConnection, Model), Failure> {
        let source = match (&self.against, context.has_tables()) {
            (Some(source), _) => source.clone(),
            (None, true) => "structs".to_owned(),
            (None, false) => context.url("--database-url")?.to_owned(),
        };
        let scope = source::scope(context, false, false);
        Ok(match Source::read(context, &source, &scope).await? {
            Source::Live(live) => (live.connection, live.database.model),
            Source::Written(model) => (context.connect().await?, *model),
        })
    }

    /// Compares with the file of an earlier run, or writes it.
    fn compare(&self, record: &str) -> Result<Option<Changes>, Failure> {
        let Some(path) = &self.record else {
            return Ok(None);
        };
        if self.update {
            fs::write(path, record)
                .map_err(|error| format!("could not write `{}`: {error}", path.display()))?;
            return Ok(None);
        }
        let old = fs::read_to_string(path).map_err(|error| {
            format!(
                "could not read `{}`: {error}; pass `--update` to write it",
                path.display()
            )
        })?;
        Ok(Some(queries::compare(&old, record)))
    }
}

fn summary(reports: &[Report], failing: usize) -> String {
    let count = reports.len();
    match failing {
        0 => format!("{count} queries, all of which work"),
        failing => format!("{count} queries, {failing} of which fail"),
    }
}

fn name(text: &str) -> Name {
    match text.split_once('.') {
        Some((schema, name)) => Name::in_schema(schema, name),
        None => Name::new(text),
    }
}
