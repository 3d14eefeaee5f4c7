//! Columns whose types or nullability the program does not expect.

use schema_core::schema;
use schema_ddl::model::{DataType, Model};

use super::program::{self, ASSUMED, BY_EMAIL, Order, Patient, RAW, SUMMARY, WITH_ORDERS};
use super::{check, messages, model};

/// The problems of a query after a change of its tables.
#[track_caller]
fn problems(sql: &str, change: impl FnOnce(&mut Model)) -> Vec<String> {
    let mut model = model(&schema![Patient, Order]);
    change(&mut model);
    let reports = check(&[program::query(sql)], &model, &[]);
    messages(&reports[0].problems)
}

#[test]
fn an_expression_of_another_type_is_reported() {
    assert_eq!(
        problems(RAW, |_| {}),
        ["the program expects `bigint` for column 1, and `?column?` is `integer`"]
    );
}

#[test]
fn a_column_of_another_type_is_reported() {
    let found = problems(SUMMARY, |model| {
        model.tables[0].columns[2].data_type = DataType::parse("smallint");
    });
    assert_eq!(
        found,
        ["the program expects `integer` for column 2, and `age` is `smallint`"]
    );
    let found = problems(WITH_ORDERS, |model| {
        model.tables[1].columns[3].data_type = DataType::parse("text[]");
    });
    assert_eq!(
        found,
        [r#"the program expects `"status"[]` for column 8, and `history` is `text[]`"#]
    );
}

#[test]
fn a_type_with_the_same_format_is_accepted() {
    for data_type in ["text", "varchar(3)", "char(3)"] {
        let found = problems(BY_EMAIL, |model| {
            model.tables[0].columns[3].data_type = DataType::parse(data_type);
        });
        assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn a_column_that_can_be_null_is_reported_unless_the_program_asserts_that_it_is_not() {
    let found = problems(BY_EMAIL, |model| model.tables[0].columns[3].nullable = true);
    assert_eq!(
        found,
        ["column 4, `city`, can be NULL, but its Rust type is not an `Option`"]
    );
    assert!(problems(ASSUMED, |_| {}).is_empty());
}

#[test]
fn another_number_of_columns_is_reported() {
    let mut query = program::query(SUMMARY);
    query.rows[0].pop();
    let reports = check(&[query], &model(&schema![Patient, Order]), &[]);
    assert_eq!(
        messages(&reports[0].problems),
        ["the program expects 1 columns, and it returns 2"]
    );
}
