//! The queries that a change of the schema breaks.

use schema_core::schema;
use schema_ddl::model::DataType;
use schema_kit::queries::Found;

use super::program::{self, BY_CITY, BY_EMAIL, DELETE, Order, Patient, RAW, SUMMARY};
use super::{broken_by, messages, model};

#[test]
fn the_queries_of_a_dropped_column_and_of_a_changed_type_are_named() {
    let from = model(&schema![Patient, Order]);
    let found: Vec<Found> = [BY_EMAIL, BY_CITY, SUMMARY, RAW, DELETE]
        .map(program::query)
        .to_vec();
    assert_eq!(broken_by(&found, &from, &from), []);
    let mut to = from.clone();
    to.tables[0].columns.remove(3);
    to.tables[0].columns[2].data_type = DataType::parse("bigint");
    let broken = broken_by(&found, &from, &to);
    let by_text = |sql: &str| {
        let query = broken.iter().find(|query| query.sql == sql);
        query
            .map(|query| messages(&query.problems))
            .unwrap_or_default()
    };
    let no_city = "the server refuses it: column patients.city does not exist";
    assert_eq!(by_text(BY_EMAIL), [no_city]);
    assert_eq!(by_text(BY_CITY), [no_city]);
    assert_eq!(
        by_text(SUMMARY),
        ["the program expects `integer` for column 2, and `age` is `bigint`"]
    );
    // It was wrong before, and is right now. The other does not use the table.
    assert_eq!(broken.len(), 3, "{broken:?}");
}

#[test]
fn a_query_that_failed_before_is_not_broken_by_the_change() {
    let from = model(&schema![Patient, Order]);
    let mut to = from.clone();
    to.tables.remove(1);
    let found = [Found::new("select 1 from visits"), program::query(DELETE)];
    let broken = broken_by(&found, &from, &to);
    assert_eq!(
        broken[0].to_string(),
        format!("{DELETE}\n    the server refuses it: relation \"orders\" does not exist\n")
    );
    assert_eq!(broken.len(), 1);
}

#[test]
fn a_column_that_becomes_nullable_breaks_the_rows_that_are_read() {
    let from = model(&schema![Patient, Order]);
    let mut to = from.clone();
    to.tables[0].columns[3].nullable = true;
    let found = [program::query(BY_EMAIL), program::query(BY_CITY)];
    let broken = broken_by(&found, &from, &to);
    assert_eq!(
        messages(&broken[0].problems),
        ["column 4, `city`, can be NULL, but its Rust type is not an `Option`"]
    );
    assert_eq!(broken.len(), 1);
}
