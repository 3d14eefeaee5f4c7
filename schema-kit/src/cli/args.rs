//! The arguments.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use sqlx::PgConnection;
use sqlx::postgres::PgConnectOptions;

use super::context::Context;
use super::{Failure, commands};
use crate::migrate::Folder;
use crate::plan::{Apply, Plan};

/// Changes databases to fit the tables of a program.
#[derive(Debug, Parser)]
#[command(name = "schema", version, propagate_version = true)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The arguments of all commands.
#[derive(Debug, clap::Args)]
pub(super) struct Global {
    /// The database
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "DATABASE_URL",
        hide_env_values = true
    )]
    pub(super) database_url: Option<String>,
    /// The folder of migrations
    #[arg(
        long,
        global = true,
        value_name = "FOLDER",
        default_value = "migrations"
    )]
    pub(super) migrations: PathBuf,
    /// The Postgres schema of names without one [default: the first of the connection's `search_path`]
    #[arg(long, global = true, value_name = "NAME")]
    pub(super) schema: Option<String>,
    /// Print JSON and ask no questions
    #[arg(long, global = true)]
    pub(super) json: bool,
    /// Do not ask before a change
    #[arg(long, short, global = true)]
    pub(super) yes: bool,
}

/// The answers to the question of which names are renames.
#[derive(Debug, Default, clap::Args)]
pub(super) struct RenameArgs {
    /// A table or column under another name: `users=people`, `people.mail=email`
    #[arg(long, value_name = "OLD=NEW")]
    pub(super) rename: Vec<String>,
    /// A file of such answers, one on each line
    #[arg(long, value_name = "FILE")]
    pub(super) answers: Option<PathBuf>,
}

/// The limits of changes.
#[derive(Debug, clap::Args)]
pub(super) struct ChangeArgs {
    /// Allow changes that lose rows or values
    #[arg(long)]
    pub(super) allow_data_loss: bool,
    /// How long a statement waits for a lock before it is repeated, in milliseconds
    #[arg(long, value_name = "MS", default_value_t = 3000)]
    pub(super) lock_timeout: u64,
    /// Change tables while programs use them: in more steps, without long locks
    #[arg(long)]
    pub(super) online: bool,
}

impl Default for ChangeArgs {
    fn default() -> Self {
        Self {
            allow_data_loss: false,
            lock_timeout: 3000,
            online: false,
        }
    }
}

impl ChangeArgs {
    /// Asks, and applies a plan.
    pub(super) async fn apply(
        &self,
        context: &Context,
        connection: &mut PgConnection,
        options: PgConnectOptions,
        plan: &Plan,
    ) -> Result<(), Failure> {
        if !self.allow_data_loss {
            plan.check_losses()?;
        }
        if !context.confirm("apply these changes?")? {
            return Err("nothing was changed".into());
        }
        let apply = Apply {
            allow_data_loss: self.allow_data_loss,
            runner: context.runner(Folder::default(), self.lock_timeout),
            options: Some(options),
        };
        Ok(plan.apply(connection, &apply).await?)
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make the database like the structs
    Push(commands::Push),
    /// Write a migration from the last snapshot to the structs. Needs no server
    Generate(commands::Generate),
    /// Apply the pending migrations
    Migrate(commands::Migrate),
    /// List the migrations and their states
    Status,
    /// Revert the last migrations
    Rollback(commands::Rollback),
    /// Make one migration of all, or of a range, for databases that have applied all of them or none
    Squash(commands::Squash),
    /// Record migrations as applied, without running them
    Baseline(commands::Baseline),
    /// Look for differences between the structs, the migrations and the database, and for dangers of pending migrations
    Check(commands::Check),
    /// Show the SQL from one schema to another one
    Diff(commands::Diff),
    /// Print the SQL that creates the structs' tables
    Export,
    /// Write Rust structs from a database, a Prisma schema, or a `schema.rs` of Diesel
    Pull(commands::Pull),
    /// Check every static query of a compiled program
    Queries(commands::Queries),
    /// Draw the tables
    Diagram(commands::Diagram),
    /// Fill the tables of the database with fake data
    Seed(commands::Seed),
    /// Drop everything in the schema of the database, and create it again from the migrations or the structs
    Reset,
}

impl Command {
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Push(_) => "push",
            Self::Generate(_) => "generate",
            Self::Migrate(_) => "migrate",
            Self::Status => "status",
            Self::Rollback(_) => "rollback",
            Self::Squash(_) => "squash",
            Self::Baseline(_) => "baseline",
            Self::Check(_) => "check",
            Self::Diff(_) => "diff",
            Self::Export => "export",
            Self::Pull(_) => "pull",
            Self::Queries(_) => "queries",
            Self::Diagram(_) => "diagram",
            Self::Seed(_) => "seed",
            Self::Reset => "reset",
        }
    }
}

/// The crate for dates and times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TimeArg {
    /// `chrono`
    Chrono,
    /// `time`
    Time,
}

/// The crate for decimal numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DecimalArg {
    /// `rust_decimal`, with up to 28 digits
    RustDecimal,
    /// `bigdecimal`, with any number of digits
    Bigdecimal,
}

/// The form of a diagram.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DiagramFormat {
    /// Text for <https://mermaid.js.org>
    Mermaid,
    /// A drawing
    Svg,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Args;

    #[test]
    fn the_arguments_of_all_commands_are_consistent() {
        Args::command().debug_assert();
    }
}
