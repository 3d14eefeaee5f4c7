//! One file for each command.

mod baseline;
mod check;
mod diagram;
mod diff;
mod export;
mod generate;
mod migrate;
mod pull;
mod push;
mod queries;
mod reset;
mod rollback;
mod seed;
mod squash;
mod status;

pub(super) use baseline::Baseline;
pub(super) use check::Check;
pub(super) use diagram::Diagram;
pub(super) use diff::Diff;
pub(super) use generate::Generate;
pub(super) use migrate::Migrate;
pub(super) use pull::Pull;
pub(super) use push::Push;
pub(super) use queries::Queries;
pub(super) use rollback::Rollback;
pub(super) use seed::Seed;
pub(super) use squash::Squash;

use super::Failure;
use super::args::Command;
use super::context::Context;
use super::outcome::Outcome;

/// Runs a command.
pub(super) async fn run(context: Context, command: Command) -> Result<Outcome, Failure> {
    let context = &context;
    match command {
        Command::Push(args) => args.run(context).await,
        Command::Generate(args) => args.run(context),
        Command::Migrate(args) => migrate::run(context, &args).await,
        Command::Status => status::run(context).await,
        Command::Rollback(args) => rollback::run(context, &args).await,
        Command::Squash(args) => args.run(context).await,
        Command::Baseline(args) => baseline::run(context, &args).await,
        Command::Check(args) => check::run(context, args).await,
        Command::Diff(args) => args.run(context).await,
        Command::Export => export::run(context),
        Command::Pull(args) => pull::run(context, args).await,
        Command::Queries(args) => args.run(context).await,
        Command::Diagram(args) => diagram::run(context, args).await,
        Command::Seed(args) => seed::run(context, args).await,
        Command::Reset => reset::run(context).await,
    }
}
