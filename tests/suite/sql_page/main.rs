//! `docs/sql.md` shows the spelling and the text of each clause, operator and function, from the cases of
//! `tests/suite/sql`.
//!
//! The pages in `docs/coming-from` compare spellings; their templates are in `coming-from`.
//!
//! `UPDATE_EXPECT=1 cargo test -p schema-tests --test sql_page` writes the pages.
#![allow(
    missing_docs,
    clippy::panic,
    clippy::similar_names,
    clippy::unwrap_used,
    reason = "tests"
)]

mod chapters;
mod clauses;
mod common;
mod declared;
mod expression;
mod lexer;
mod page;
mod shapes;
mod source;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn compare(path: &Path, page: &str) {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, page).unwrap();
    }
    let recorded = fs::read_to_string(path).unwrap_or_default();
    assert!(
        recorded == page,
        "{} is out of date; run `UPDATE_EXPECT=1 cargo test -p schema-tests --test sql_page`",
        path.display()
    );
}

#[test]
fn the_page_is_up_to_date() {
    let examples = source::examples(&root().join("tests/suite/sql"));
    compare(&root().join("docs/sql.md"), &page::page(&examples, &root()));
}

#[test]
fn pages_for_those_who_come_from_other_libraries_are_up_to_date() {
    let examples = source::examples(&root().join("tests/suite/sql"));
    let templates = fs::read_dir(root().join("tests/suite/sql_page/coming-from")).unwrap();
    let mut pages = 0;
    for template in templates {
        let path = template.unwrap().path();
        let page = page::coming_from(&fs::read_to_string(&path).unwrap(), &examples);
        let name = path.file_name().unwrap();
        compare(&root().join("docs/coming-from").join(name), &page);
        pages += 1;
    }
    assert_eq!(pages, 6);
}

/// At least 97 of 100 statements of the lists of other libraries can be written without `sql!`.
#[test]
fn most_shapes_of_other_libraries_need_no_raw_sql() {
    let examples = source::examples(&root().join("tests/suite/sql"));
    let templates = root().join("tests/suite/sql_page/coming-from");
    for (list, page) in [
        ("drizzle", "drizzle"),
        ("kysely", "kysely"),
        ("sea-query", "seaorm"),
    ] {
        let template = fs::read_to_string(templates.join(page).with_extension("md")).unwrap();
        let share = shapes::Share::of(list, &template, &examples);
        println!("{list}: {share}");
        assert!(share.all > 80, "{list}: {share}");
        assert!(share.written * 100 >= share.all * 97, "{list}: {share}");
    }
}

/// The names of Drizzle's tests are all on its page.
#[test]
fn each_test_of_drizzle_has_a_spelling_or_a_reason() {
    let examples = source::examples(&root().join("tests/suite/sql"));
    let page = root().join("tests/suite/sql_page/coming-from/drizzle.md");
    let template = fs::read_to_string(page).unwrap();
    let names: BTreeSet<_> = include_str!("drizzle.txt")
        .lines()
        .map(str::to_owned)
        .collect();
    assert!(names.len() > 300, "{}", names.len());
    let listed = shapes::all("drizzle", &template, &examples);
    let missing: Vec<_> = names.difference(&listed).collect();
    assert!(missing.is_empty(), "not on the page: {missing:?}");
    let unknown: Vec<_> = listed.difference(&names).collect();
    assert!(unknown.is_empty(), "not in the list: {unknown:?}");
}

/// A function that was added since is no longer missing.
#[test]
fn missing_functions_are_missing() {
    let examples = source::examples(&root().join("tests/suite/sql"));
    let page = page::page(&examples, &root());
    let (there, missing) = page
        .split_once("\n## What Postgres has and this library does not\n")
        .unwrap();
    let (_, functions) = missing.split_once("\n| section |").unwrap();
    let mut names = 0;
    for row in functions.lines().filter(|line| line.starts_with("| ")) {
        let listed = row.split(" | ").nth(1).unwrap_or_default();
        for name in listed.split('`').skip(1).step_by(2) {
            assert!(!there.contains(&format!("`{name}(")), "`{name}` is there");
            names += 1;
        }
    }
    assert!(names > 40, "only {names} names were found");
}
