//! `migrate`: applies the pending migrations.

use std::time::Duration;

use serde_json::json;

use crate::cli::Failure;
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Migrate {
    /// How long a statement waits for a lock before it is repeated, in milliseconds
    #[arg(long, value_name = "MS", default_value_t = 3000)]
    pub(super) lock_timeout: u64,
    /// How long to wait for another run of migrations, in seconds
    #[arg(long, value_name = "S", default_value_t = 900)]
    pub(super) wait: u64,
}

impl Default for Migrate {
    fn default() -> Self {
        Self {
            lock_timeout: 3000,
            wait: 900,
        }
    }
}

pub(super) async fn run(context: &Context, args: &Migrate) -> Result<Outcome, Failure> {
    let runner = context
        .runner(context.folder()?, args.lock_timeout)
        .wait_for_others(Duration::from_secs(args.wait));
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
