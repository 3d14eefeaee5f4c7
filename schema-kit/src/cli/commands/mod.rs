//! One file for each command.

mod baseline;
mod check;
mod diagram;
mod diff;
mod export;
mod generate;
mod migrate;
mod push;
mod reset;
mod rollback;
mod seed;
mod status;

use super::Failure;
use super::args::Command;
use super::context::Context;
use super::outcome::Outcome;
use crate::seed::SeedOptions;

/// Runs a command.
pub(super) async fn run(context: Context, command: Command) -> Result<Outcome, Failure> {
    match command {
        Command::Push {
            renames,
            change,
            ignore,
            dry_run,
            save,
            plan,
        } => {
            let push = push::Push {
                renames,
                change,
                ignore,
                dry_run,
                save,
            };
            match plan {
                Some(path) => push.saved(&context, &path).await,
                None => push.run(&context).await,
            }
        }
        Command::Generate {
            name,
            renames,
            allow_data_loss,
            online,
            empty,
            no_down,
            dry_run,
        } => {
            let generate = generate::Generate {
                name,
                renames,
                allow_data_loss,
                online,
                no_down,
                dry_run,
            };
            if empty {
                generate.empty(&context)
            } else {
                generate.run(&context)
            }
        }
        Command::Migrate { lock_timeout, wait } => migrate::run(&context, lock_timeout, wait).await,
        Command::Status => status::run(&context).await,
        Command::Rollback { count } => rollback::run(&context, count).await,
        Command::Baseline { version } => baseline::run(&context, version).await,
        Command::Check {
            files,
            ignore,
            offline,
        } => check::run(&context, &files, ignore, offline).await,
        Command::Diff {
            from,
            to,
            renames,
            change,
            no_grants,
            roles,
            apply,
        } => {
            let diff = diff::Diff {
                renames,
                change,
                scope: super::source::scope(&context, roles, !no_grants),
                apply,
            };
            diff.run(&context, &from, &to).await
        }
        Command::Export => export::run(&context),
        Command::Diagram {
            from,
            format,
            output,
        } => diagram::run(&context, &from, format, output).await,
        Command::Seed {
            seed,
            rows,
            rows_of,
            append,
        } => {
            let options = SeedOptions {
                seed,
                rows,
                rows_of: rows_of.into_iter().collect(),
                append,
            };
            seed::run(&context, &options).await
        }
        Command::Reset => reset::run(&context).await,
    }
}
