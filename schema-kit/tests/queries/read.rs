//! Reading the queries of this program.

use std::process::Command;

use schema_kit::queries::{self, ExpectedColumn, ExpectedType, Null};
use schema_tests::db;

use super::program::{self, ASSUMED, BY_CITY, BY_EMAIL, CREATE, DELETE, RAW, SUMMARY, WITH_ORDERS};

const INT8: u32 = 20;
const INT4: u32 = 23;
const TEXT: u32 = 25;

fn built_in(oid: u32, null: Null) -> ExpectedColumn {
    ExpectedColumn {
        data_type: ExpectedType::BuiltIn(oid),
        null,
    }
}

fn status(array: bool, null: Null) -> ExpectedColumn {
    let name = r#""status""#.to_owned();
    ExpectedColumn {
        data_type: ExpectedType::Named { name, array },
        null,
    }
}

fn patient() -> Vec<ExpectedColumn> {
    vec![
        built_in(INT8, Null::Never),
        built_in(TEXT, Null::Never),
        built_in(INT4, Null::AsNone),
        built_in(TEXT, Null::Never),
    ]
}

#[test]
fn the_constant_texts_of_a_program_are_found_once_and_sorted() {
    db::run(async |db| program::compiled(db.pool()));
    let found = program::found();
    let texts: Vec<&str> = found.iter().map(|query| query.sql.as_str()).collect();
    for text in [
        BY_EMAIL,
        BY_CITY,
        SUMMARY,
        WITH_ORDERS,
        ASSUMED,
        RAW,
        DELETE,
        CREATE,
    ] {
        let times = texts.iter().filter(|other| **other == text).count();
        assert_eq!(times, 1, "{text} in {texts:#?}");
    }
    assert!(texts.is_sorted());
    // The query with `boxed()` is the one for all columns and this condition.
    let boxed = BY_EMAIL.replace(r#""patients"."email" = $1"#, r#""patients"."city" = $1"#);
    assert!(!texts.contains(&boxed.as_str()));
}

#[test]
fn the_expected_columns_of_whole_rows_and_expressions_are_found() {
    assert_eq!(program::query(BY_EMAIL).rows, [patient()]);
    assert_eq!(
        program::query(SUMMARY).rows,
        [[built_in(INT8, Null::Never), built_in(INT4, Null::AsNone)]]
    );
    assert_eq!(
        program::query(ASSUMED).rows,
        [[
            built_in(INT4, Null::Asserted),
            built_in(INT8, Null::Asserted)
        ]]
    );
    assert_eq!(program::query(DELETE).rows, Vec::<Vec<_>>::new());
}

#[test]
fn every_column_of_an_outer_join_may_be_null() {
    let mut columns = patient();
    columns.extend([
        built_in(INT8, Null::AsNone),
        built_in(INT8, Null::AsNone),
        status(false, Null::AsNone),
        status(true, Null::AsNone),
        built_in(TEXT, Null::AsNone),
    ]);
    assert_eq!(program::query(WITH_ORDERS).rows, [columns]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_stripped_program_has_the_same_queries() {
    let folder = std::env::temp_dir().join(format!("schema_queries_{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let stripped = folder.join("stripped");
    let own = std::env::current_exe().unwrap();
    let strip = Command::new("strip")
        .args(["--strip-all", "-o"])
        .args([&stripped, &own])
        .status()
        .unwrap();
    assert!(strip.success());
    let found = queries::read(&stripped).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(found, program::found());
}
