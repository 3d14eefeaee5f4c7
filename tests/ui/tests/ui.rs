//! Programs that must not compile, and the errors they produce.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests")]

use std::env;
use std::process::Command;

/// The variable that makes Cargo run a program in place of rustc, for the programs in `fail` only.
const WRAPPER: &str = "RUSTC_WORKSPACE_WRAPPER";

/// Compares what users see: see `src/bin/rustc_of_users.rs`.
#[test]
fn fail() {
    let wrapper = env!("CARGO_BIN_EXE_rustc_of_users");
    if env::var_os(WRAPPER).is_some_and(|set| set == wrapper) {
        let cases = trybuild::TestCases::new();
        cases.compile_fail("fail/*/*.rs");
        return;
    }
    // trybuild has no option for it, and only unsafe code can set a variable of the running process.
    let mut again = Command::new(env::current_exe().unwrap());
    let status = again
        .args(env::args_os().skip(1))
        .env(WRAPPER, wrapper)
        .status();
    assert!(status.unwrap().success(), "see the differences above");
}
