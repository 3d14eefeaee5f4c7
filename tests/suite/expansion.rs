//! Limits the size of a table's expansion, which the compiler has to process for every table.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Maximum number of lines for a table of 13 columns, as printed by `rustc -Zunpretty=expanded`.
const MAX_LINES: usize = 700;

/// Finds the newest library of a crate among the dependencies of this test.
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

/// Expands the fixture. Calls the compiler directly, with the libraries that this test was built with, so that nothing
/// has to be built again.
fn expanded(fixture: &Path) -> String {
    let test = std::env::current_exe().unwrap();
    let deps = test.parent().unwrap();
    let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc
        // Only for the unstable flag that prints the expansion.
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
fn the_expansion_of_thirteen_columns_is_short() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/expansion");
    let whole = expanded(&directory.join("table.rs"));
    // Expand the rest of the file as well, so that only the lines of the table are counted.
    let source = fs::read_to_string(directory.join("table.rs")).unwrap();
    let (before, rest) = source.split_once("// expansion begins\n").unwrap();
    let (table, after) = rest.split_once("// expansion ends\n").unwrap();
    assert_eq!(table.matches("    pub ").count(), 13, "columns");
    let without = std::env::temp_dir().join(format!("without_table_{}.rs", std::process::id()));
    fs::write(&without, format!("{before}{after}")).unwrap();
    let rest = expanded(&without);
    fs::remove_file(&without).unwrap();

    let lines = whole.lines().count() - rest.lines().count();
    println!("a table of 13 columns expands to {lines} lines");
    assert!(
        whole.contains("pub struct NewMedicalOrder"),
        "the table was not expanded"
    );
    assert!(
        lines <= MAX_LINES,
        "{lines} lines, the limit is {MAX_LINES}"
    );
}
