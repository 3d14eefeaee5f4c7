//! Pulls schemas into Rust, and compares the tables of that Rust with the schema.
//!
//! The recorded source is a module of this test. So it compiles. `UPDATE_EXPECT=1` writes it again.
#![allow(
    missing_docs,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests, and helpers of tests, which fail with a panic"
)]

mod database;
mod libraries;
mod objects;
mod pulled;
mod queries;

use std::path::Path;
use std::{env, fs};

/// Compares a file with its expected text, or writes it.
#[track_caller]
fn expect(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/pull")
        .join(file);
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(path, text).unwrap();
        return;
    }
    let recorded = fs::read_to_string(path).unwrap_or_default();
    let differs = recorded
        .lines()
        .zip(text.lines())
        .position(|(old, new)| old != new);
    let at = differs.unwrap_or_else(|| recorded.lines().count().min(text.lines().count()));
    assert!(
        recorded == text,
        "line {} of {file} is now\n{}\nrun the test with UPDATE_EXPECT=1",
        at + 1,
        text.lines().nth(at).unwrap_or_default()
    );
}
