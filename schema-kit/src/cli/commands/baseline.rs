//! `baseline`: records migrations as applied.

use serde_json::json;

use crate::cli::Failure;
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status, Text};
use crate::migrate::Migrator;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Baseline {
    /// The version of the last one that the database contains
    #[arg(value_name = "VERSION")]
    pub(super) last: i64,
}

pub(super) async fn run(context: &Context, args: &Baseline) -> Result<Outcome, Failure> {
    let mut connection = context.connect().await?;
    let baseline = Migrator::new(context.folder()?)
        .baseline(&mut connection, args.last)
        .await?;
    let mut text = Text::default();
    let mut found = Vec::new();
    for history in &baseline.found {
        let count = history.migrations.len();
        text.line(format_args!(
            "{} has applied {count} migrations ({})",
            history.tool, history.table
        ));
        found.push(json!({ "tool": history.tool.to_string(), "migrations": count }));
    }
    text.line(format_args!(
        "{} migrations recorded as applied",
        baseline.recorded.len()
    ));
    let data = json!({ "recorded": baseline.recorded, "found": found });
    Ok(Outcome::new(Status::Ok, text, data))
}
