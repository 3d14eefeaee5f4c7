//! The example succeeds, so no row is lost, and `docs/change-day.md` shows its output, its code and the compiler's error.
//!
//! `UPDATE_EXPECT=1 cargo test -p schema-examples --test change_day_runs` writes the output and the page.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod page;

use std::path::Path;
use std::process::Command;
use std::{env, fs};

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

#[test]
fn the_page_is_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let path = root.join("docs/change-day.md");
    let page = fs::read_to_string(&path).unwrap();

    let filled = page::filled(&page, root);

    expect_file![path].assert_eq(&filled);
}
