//! The command line.
//!
//! A program that has tables makes a binary of its own, `src/bin/schema.rs`:
//!
//! ```no_run
//! use std::process::ExitCode;
//!
//! use schema_core::prelude::*;
//!
//! #[table(name = "notes")]
//! struct Note {
//!     #[column(primary_key, identity)]
//!     id: i64,
//!     text: String,
//! }
//!
//! fn main() -> ExitCode {
//!     schema_kit::main(schema![Note])
//! }
//! ```
//!
//! `cargo run --bin schema -- push` then makes the database like the structs, and `cargo run --bin schema -- help` lists the
//! other commands. `cargo install schema-kit` installs a binary `schema` for those that need no structs.
//!
//! | exit code | meaning |
//! |---|---|
//! | 0 | the command did its work, or there was nothing to do |
//! | 1 | an error, or `check` found a problem |
//! | 2 | a wrong argument |

mod args;
mod commands;
mod context;
mod observe;
mod outcome;
mod renames;
mod source;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser as _;
use schema_core::ddl::Schema;

use args::Args;
use context::Context;
pub use outcome::{Outcome, Status};

/// The reason why a command failed. Its sources are printed, too.
type Failure = Box<dyn std::error::Error>;

/// The error for arguments that cannot be parsed.
pub type ArgumentError = clap::Error;

/// Runs the command line of a program with these tables, and returns the exit code of the process.
///
/// See [`cli`](self) for an example.
pub fn main(schema: Schema) -> ExitCode {
    run(Some(schema))
}

/// Like [`main`], without tables if there are none. The commands that need them say so.
pub fn run(schema: Option<Schema>) -> ExitCode {
    let args = Args::parse();
    let is_json = args.global.json;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(execute_args(schema, args)),
        Err(error) => Outcome::failure("start", &error),
    };
    outcome.print(is_json)
}

/// Runs a command and returns its result, for a program that has a command line of its own.
///
/// The first argument is the name of the program. With `--json`, nothing is printed and nothing is asked.
///
/// ```
/// use schema_core::prelude::*;
/// use schema_kit::cli::{Status, execute};
///
/// #[table(name = "notes")]
/// struct Note {
///     text: String,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), schema_kit::cli::ArgumentError> {
/// let outcome = execute(Some(schema![Note]), ["schema", "export", "--json"]).await?;
/// assert_eq!(outcome.status, Status::Ok);
/// assert_eq!(outcome.text, "create table \"notes\" (\n    \"text\" text not null\n);\n");
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// If the arguments are wrong. If the command fails, that is in the result.
pub async fn execute<A>(
    schema: Option<Schema>,
    args: impl IntoIterator<Item = A>,
) -> Result<Outcome, ArgumentError>
where
    A: Into<OsString> + Clone,
{
    Ok(execute_args(schema, Args::try_parse_from(args)?).await)
}

async fn execute_args(schema: Option<Schema>, args: Args) -> Outcome {
    let command = args.command.name();
    let context = Context::new(schema, args.global);
    match commands::run(context, args.command).await {
        Ok(outcome) => outcome.of(command),
        Err(failure) => Outcome::failure(command, &*failure),
    }
}
