//! `baseline`: records migrations as applied.

use serde_json::json;

use crate::cli::Failure;
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status, Text};
use crate::migrate::Migrator;

pub(super) async fn run(context: &Context, version: i64) -> Result<Outcome, Failure> {
    let mut connection = context.connect().await?;
    let baseline = Migrator::new(context.folder()?)
        .baseline(&mut connection, version)
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
