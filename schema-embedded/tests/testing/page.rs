//! The Rust of `docs/testing.md` is that of files that tests compile and run.

use std::fs;
use std::path::Path;

const PLACES: [&str; 3] = [
    "schema-embedded/tests/testing/guide.rs",
    "tests/ui/tests/guide.rs",
    "tests/ui/guide/renamed_column.rs",
];

#[test]
fn the_page_has_the_code_of_these_files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    let page = read("docs/testing.md");
    // In the repository, the tables of the UI test are in its package, and the programs are in another folder.
    let code: String = PLACES
        .map(read)
        .concat()
        .replace("schema_ui_tests::", "clinic::")
        .replace("\"guide/*.rs\"", "\"tests/ui/*.rs\"");
    let blocks: Vec<&str> = page
        .split("```rust\n")
        .skip(1)
        .map(|rest| rest.split_once("```").unwrap().0)
        .collect();
    assert_eq!(blocks.len(), 4, "{blocks:#?}");
    for block in blocks {
        for part in block.split("\n\n") {
            let part = part.trim();
            assert!(
                flat(&code).contains(&flat(part)),
                "not in the files:\n{part}"
            );
        }
    }
    let headline = read("tests/ui/guide/renamed_column.stderr");
    let headline = headline.lines().next().unwrap();
    assert!(page.contains(headline), "{headline}");
}

/// Without spaces and line breaks, which are those of the formatter, and without visibility.
fn flat(code: &str) -> String {
    let code = code.replace("pub(crate) ", "").replace("pub ", "");
    code.split_whitespace()
        .collect::<String>()
        .replace(",}", "}")
        .replace(",)", ")")
}
