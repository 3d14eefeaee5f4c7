//! The command line of the schema.

use std::process::ExitCode;

fn main() -> ExitCode {
    schema_kit::main(clinic::tables())
}
