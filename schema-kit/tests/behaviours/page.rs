//! Checks the page.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::cases;

const PAGE: &str = include_str!("behaviours.md");

/// Rows of the page: the number of cases that another tool tests, and the last column.
fn rows() -> Vec<(usize, &'static str)> {
    let cells = |line: &'static str| line.trim_matches('|').split(" | ").map(str::trim).collect();
    let rows = PAGE.lines().filter(|line| line.starts_with("| "));
    rows.map(cells)
        .filter_map(|cells: Vec<&str>| match cells[..] {
            [_, count, what] => Some((count.parse().ok()?, what)),
            _ => None,
        })
        .collect()
}

/// The texts in backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn each_behaviour_has_a_test_or_a_reason() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut named = BTreeSet::new();
    for (_, what) in rows() {
        let tests: Vec<&str> = quoted(what).collect();
        assert!(
            !tests.is_empty() || what.starts_with("Not here: "),
            "{what}"
        );
        for test in tests {
            let Some((file, function)) = test.split_once("::") else {
                let is_case = cases().any(|case| case.name == test);
                assert!(is_case, "there is no case `{test}`");
                named.insert(test);
                continue;
            };
            let source = fs::read_to_string(root.join(file));
            let source = source.unwrap_or_else(|error| panic!("{file}: {error}"));
            let of_macro = source.lines().find(|line| line.starts_with("databases! {"));
            let mut of_macro = of_macro.unwrap_or_default().split([' ', ',']);
            let is_test = source.contains(&format!("fn {function}("))
                || of_macro.any(|name| name == function);
            assert!(is_test, "{file} has no test `{function}`");
        }
    }
    for case in cases() {
        assert!(
            named.contains(case.name),
            "the page lacks the case `{}`",
            case.name
        );
    }
}

#[test]
fn the_page_counts_all_behaviours() {
    let sum: usize = rows().iter().map(|(count, _)| count).sum();
    assert!(PAGE.contains(&format!("{sum} cases")), "the sum is {sum}");
}
