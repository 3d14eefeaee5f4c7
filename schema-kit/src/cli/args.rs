//! The arguments.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

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
    /// Print JSON, and ask nothing
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
#[derive(Debug, Default, clap::Args)]
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

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make the database like the structs
    Push {
        #[command(flatten)]
        renames: RenameArgs,
        #[command(flatten)]
        change: ChangeArgs,
        /// A table of the database to leave alone although no struct describes it
        #[arg(long, value_name = "TABLE")]
        ignore: Vec<String>,
        /// Only show the plan
        #[arg(long)]
        dry_run: bool,
        /// Write the plan to a file, and change nothing
        #[arg(long, value_name = "FILE")]
        save: Option<PathBuf>,
        /// Apply a plan from such a file
        #[arg(long, value_name = "FILE", conflicts_with_all = ["save", "rename", "answers", "ignore", "online"])]
        plan: Option<PathBuf>,
    },
    /// Write a migration from the last snapshot to the structs. Needs no server
    Generate {
        /// A few words about the change
        name: String,
        #[command(flatten)]
        renames: RenameArgs,
        /// Allow changes that lose rows or values
        #[arg(long)]
        allow_data_loss: bool,
        /// Change tables while programs use them: in more steps, without long locks
        #[arg(long)]
        online: bool,
        /// Write an empty migration for SQL by hand
        #[arg(long)]
        empty: bool,
        /// Do not write a script for the way back
        #[arg(long)]
        no_down: bool,
        /// Only show the migration
        #[arg(long)]
        dry_run: bool,
    },
    /// Apply the pending migrations
    Migrate {
        /// How long a statement waits for a lock before it is repeated, in milliseconds
        #[arg(long, value_name = "MS", default_value_t = 3000)]
        lock_timeout: u64,
        /// How long to wait for another run of migrations, in seconds
        #[arg(long, value_name = "S", default_value_t = 900)]
        wait: u64,
    },
    /// List the migrations and their states
    Status,
    /// Revert the last migrations
    Rollback {
        /// How many
        #[arg(default_value_t = 1)]
        count: usize,
    },
    /// Record migrations as applied, without running them
    Baseline {
        /// The version of the last one that the database contains
        version: i64,
    },
    /// Look for differences between the structs, the migrations and the database, and for dangers of pending migrations
    Check {
        /// Files of SQL to check, in addition to the pending migrations
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
        /// A table of the database to leave alone although no struct describes it
        #[arg(long, value_name = "TABLE")]
        ignore: Vec<String>,
        /// Do not connect to a database
        #[arg(long)]
        offline: bool,
    },
    /// Show the SQL from one schema to another one
    Diff {
        /// Where to start: a URL of a database, a snapshot file, `migrations`, `structs`, or `empty`
        #[arg(long, value_name = "SOURCE")]
        from: String,
        /// The aim, as for `--from`
        #[arg(long, value_name = "SOURCE")]
        to: String,
        #[command(flatten)]
        renames: RenameArgs,
        #[command(flatten)]
        change: ChangeArgs,
        /// Do not compare the privileges of roles
        #[arg(long)]
        no_grants: bool,
        /// Compare the roles of the server
        #[arg(long)]
        roles: bool,
        /// Run the SQL on the database of `--from`
        #[arg(long)]
        apply: bool,
    },
    /// Print the SQL that creates the structs' tables
    Export,
    /// Draw the tables
    Diagram {
        /// What to draw: a URL of a database, a snapshot file, `migrations` or `structs`
        #[arg(long, value_name = "SOURCE", default_value = "structs")]
        from: String,
        /// `mermaid`, or `svg`
        #[arg(long, value_name = "FORMAT", default_value = "mermaid")]
        format: DiagramFormat,
        /// The file to write, instead of the terminal
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Fill the tables of the database with fake data
    Seed {
        /// The number that the data follow from: the same seed gives the same rows
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// How many rows each table gets
        #[arg(long, default_value_t = 100)]
        rows: u64,
        /// How many rows one table gets: `orders=1000`
        #[arg(long, value_name = "TABLE=ROWS", value_parser = rows_of)]
        rows_of: Vec<(String, u64)>,
        /// Add rows to tables that have some
        #[arg(long)]
        append: bool,
    },
    /// Drop everything in the schema of the database, and create it again from the migrations or the structs
    Reset,
}

impl Command {
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Push { .. } => "push",
            Self::Generate { .. } => "generate",
            Self::Migrate { .. } => "migrate",
            Self::Status => "status",
            Self::Rollback { .. } => "rollback",
            Self::Baseline { .. } => "baseline",
            Self::Check { .. } => "check",
            Self::Diff { .. } => "diff",
            Self::Export => "export",
            Self::Diagram { .. } => "diagram",
            Self::Seed { .. } => "seed",
            Self::Reset => "reset",
        }
    }
}

/// The form of a diagram.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DiagramFormat {
    /// Text for <https://mermaid.js.org>
    Mermaid,
    /// A drawing
    Svg,
}

fn rows_of(text: &str) -> Result<(String, u64), String> {
    let error = || "write a table and a number: `orders=1000`".to_owned();
    let (table, rows) = text.split_once('=').ok_or_else(error)?;
    let rows = rows.trim().parse().map_err(|_| error())?;
    Ok((table.trim().to_owned(), rows))
}
