//! `migrate`: applies the pending migrations.

use std::time::Duration;

use serde_json::json;

use crate::cli::Failure;
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status};

pub(super) async fn run(
    context: &Context,
    lock_timeout: u64,
    wait: u64,
) -> Result<Outcome, Failure> {
    let runner = context
        .runner(context.folder()?, lock_timeout)
        .wait_for_others(Duration::from_secs(wait));
    let applied = runner.run_with(&context.options()?).await?;
    let data = json!({ "applied": applied });
    if applied.is_empty() {
        let text = "all migrations are applied\n";
        return Ok(Outcome::new(Status::NoChanges, text, data));
    }
    let count = applied.len();
    let text = format!(
        "{count} migration{} applied\n",
        if count == 1 { "" } else { "s" }
    );
    Ok(Outcome::new(Status::Ok, text, data))
}
