//! Runs rustc without `--verbose`, which trybuild passes. With it, rustc writes each type in full and prints notes
//! that `cargo check` leaves out; the `.stderr` files have what a user sees. The package of the programs is that of this
//! file: trybuild compiles them in another one, where `check_migrations!` would look for its folder.

use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let Some(rustc) = arguments.next() else {
        return ExitCode::FAILURE;
    };
    let status = Command::new(rustc)
        .args(arguments.filter(|argument| argument != "--verbose"))
        .env("CARGO_MANIFEST_DIR", env!("CARGO_MANIFEST_DIR"))
        .status();
    // rustc ends with 0, 1 or 101; Cargo only asks whether it is 0.
    match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
