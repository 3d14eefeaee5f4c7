//! The commands that need no structs: `schema diff`, `schema migrate`, `schema status` and others.

use std::process::ExitCode;

fn main() -> ExitCode {
    schema_kit::cli::run(None)
}
