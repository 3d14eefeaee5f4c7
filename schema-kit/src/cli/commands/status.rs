//! `status`: the migrations and their states.

use serde_json::json;

use crate::cli::Failure;
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status, Text};
use crate::migrate::{MigrationState, MigrationStatus, Migrator};

pub(super) async fn run(context: &Context) -> Result<Outcome, Failure> {
    let mut connection = context.connect().await?;
    let all = Migrator::new(context.folder()?)
        .status(&mut connection)
        .await?;
    let mut text = Text::default();
    let mut list = Vec::new();
    for one in &all {
        let state = describe(one);
        text.line(format_args!("{} {}: {state}", one.version, one.name));
        list.push(json!({
            "version": one.version,
            "name": one.name,
            "squashed": one.squashed,
            "state": word(&one.state),
            "description": state,
        }));
    }
    if all.is_empty() {
        text.line("the folder has no migrations");
    }
    Ok(Outcome::new(
        Status::Ok,
        text,
        json!({ "migrations": list }),
    ))
}

const fn word(state: &MigrationState) -> &'static str {
    match state {
        MigrationState::Pending => "pending",
        MigrationState::PendingOutOfOrder => "pending_out_of_order",
        MigrationState::HalfApplied { .. } => "half_applied",
        MigrationState::HalfReverted { .. } => "half_reverted",
        MigrationState::Applied => "applied",
        MigrationState::Problem(_) => "problem",
    }
}

fn describe(one: &MigrationStatus) -> String {
    match &one.state {
        MigrationState::Pending => "pending".to_owned(),
        MigrationState::PendingOutOfOrder => "pending, although a later one is applied".to_owned(),
        MigrationState::HalfApplied { done } => {
            format!("stopped after {done} statements; run `migrate` to finish it")
        }
        MigrationState::HalfReverted { done } => {
            format!("its rollback stopped after {done} statements; run `rollback` to finish it")
        }
        MigrationState::Applied if !one.squashed.is_empty() => {
            format!("applied, in place of {} migrations", one.squashed.len())
        }
        MigrationState::Applied => "applied".to_owned(),
        MigrationState::Problem(error) => error.to_string(),
    }
}
