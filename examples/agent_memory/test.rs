//! The example succeeds, so its own checks hold. The unit tests in `check.rs` show that they find what is lost.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::env;
use std::process::Command;

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}\n{error}");
    text
}

#[test]
fn agents_share_one_connection_of_the_embedded_postgres() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_agent_memory"));

    let text = run(command.env_remove("DATABASE_URL"));

    assert!(text.starts_with("8 agents on 1 connection:"), "{text}");
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn agents_work_in_parallel() {
    assert!(env::var_os("DATABASE_URL").is_some(), "set `DATABASE_URL`");

    let text = run(&mut Command::new(env!("CARGO_BIN_EXE_agent_memory")));

    assert!(text.starts_with("8 agents on 8 connections:"), "{text}");
    assert!(text.contains("no update was lost"), "{text}");
}
