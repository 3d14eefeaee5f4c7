//! How much a table becomes: what the compiler has to read for each one, and a person who looks for a mistake.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Lines of a table of 13 columns, as `rustc -Zunpretty=expanded` prints them.
const MOST: usize = 700;

/// The newest library of a crate among what this test was built with.
fn library(deps: &Path, name: &str) -> PathBuf {
    let prefix = format!("lib{name}-");
    let libraries = fs::read_dir(deps).unwrap().filter_map(|entry| {
        let path = entry.unwrap().path();
        let file = path.file_name()?.to_str()?;
        let is_library = path
            .extension()
            .is_some_and(|extension| extension == "rlib");
        let is_it = is_library && file.starts_with(&prefix);
        is_it.then(|| (path.metadata().unwrap().modified().unwrap(), path.clone()))
    });
    let newest = libraries.max();
    newest
        .unwrap_or_else(|| panic!("no library of `{name}` in {}", deps.display()))
        .1
}

/// The fixture after expansion. The compiler is asked itself: what this test was built with is there, so nothing is
/// built again.
fn expanded(fixture: &Path) -> String {
    let test = std::env::current_exe().unwrap();
    let deps = test.parent().unwrap();
    let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc
        // The flag that prints is not stable; it changes nothing else.
        .env("RUSTC_BOOTSTRAP", "1")
        .args(["--edition=2024", "--crate-type=bin", "-Zunpretty=expanded"])
        .arg("-L")
        .arg(format!("dependency={}", deps.display()));
    for name in ["schema_core", "chrono", "serde"] {
        let library = library(deps, name);
        rustc
            .arg("--extern")
            .arg(format!("{name}={}", library.display()));
    }
    let output = rustc.arg(fixture).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_table_of_thirteen_columns_stays_short() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expansion");
    let whole = expanded(&directory.join("table.rs"));
    // The same without the table: what is counted is the table alone.
    let source = fs::read_to_string(directory.join("table.rs")).unwrap();
    let (before, rest) = source.split_once("// expansion begins\n").unwrap();
    let (table, after) = rest.split_once("// expansion ends\n").unwrap();
    assert_eq!(table.matches("    pub ").count(), 13, "columns");
    let without = std::env::temp_dir().join(format!("without_table_{}.rs", std::process::id()));
    fs::write(&without, format!("{before}{after}")).unwrap();
    let rest = expanded(&without);
    fs::remove_file(&without).unwrap();

    let lines = whole.lines().count() - rest.lines().count();
    println!("a table of 13 columns becomes {lines} lines");
    assert!(
        whole.contains("pub struct NewMedicalOrder"),
        "the table is expanded"
    );
    assert!(lines <= MOST, "{lines} lines, and {MOST} are the most");
}
