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

use std::process::ExitCode;

use clap::Parser as _;
use schema_core::ddl::Schema;

use args::Args;
use context::Context;
use outcome::Outcome;

/// The reason why a command failed. Its sources are printed, too.
type Failure = Box<dyn std::error::Error>;

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
    let command = args.command.name();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let result = match runtime {
        Ok(runtime) => {
            let context = Context::new(schema, args.global);
            runtime.block_on(commands::run(context, args.command))
        }
        Err(error) => Err(error.into()),
    };
    let outcome = result.unwrap_or_else(|failure| Outcome::failure(&*failure));
    outcome.print(command, is_json)
}
