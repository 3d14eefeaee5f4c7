//! The example succeeds, so no row is lost, and its output is the one that `docs/change-day.md` shows.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::env;
use std::process::Command;

use expect_test::expect_file;

fn check(command: &mut Command) {
    let output = command.output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    expect_file!["output.txt"].assert_eq(&String::from_utf8_lossy(&output.stdout));
}

#[test]
fn the_day_on_the_embedded_postgres() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_change_day"));

    check(command.env_remove("DATABASE_URL"));
}

#[test]
#[ignore = "needs a native server; runs with DATABASE_URL set and --include-ignored"]
fn the_day_on_a_native_postgres() {
    assert!(env::var_os("DATABASE_URL").is_some(), "set `DATABASE_URL`");

    check(&mut Command::new(env!("CARGO_BIN_EXE_change_day")));
}
