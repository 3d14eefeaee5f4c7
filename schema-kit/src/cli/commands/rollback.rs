//! `rollback`: reverts the last migrations.

use serde_json::json;

use crate::cli::Failure;
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status};

/// The limit of locks in milliseconds.
const LOCK_TIMEOUT: u64 = 3000;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Rollback {
    /// The number of migrations
    #[arg(default_value_t = 1)]
    pub(super) count: usize,
}

pub(super) async fn run(context: &Context, args: &Rollback) -> Result<Outcome, Failure> {
    let count = args.count;
    let runner = context.runner(context.folder()?, LOCK_TIMEOUT);
    let options = context.options()?;
    let question = format!("revert the last {count} migrations?");
    if !context.confirm(&question)? {
        return Err("nothing was changed".into());
    }
    let reverted = runner.rollback_with(&options, count).await?;
    let data = json!({ "reverted": reverted });
    if reverted.is_empty() {
        let text = "no migration is applied\n";
        return Ok(Outcome::new(Status::NoChanges, text, data));
    }
    let count = reverted.len();
    let text = format!(
        "{count} migration{} reverted\n",
        if count == 1 { "" } else { "s" }
    );
    Ok(Outcome::new(Status::Ok, text, data))
}
