//! Functions in `from`: `generate_series` and `unnest`.

use chrono::{DateTime, Utc};
use schema_core::prelude::*;
use schema_core::query::{Series, Unnest};
use schema_tests::db;

use crate::company::{Employee, company};

alias!(Column = Series<i32>);
alias!(Second = Unnest<String>);

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn a_series_of_numbers() {
    db::run(async |db| {
        let series = generate_series(1, 4);
        let large = generate_series(i64::from(i32::MAX), i64::from(i32::MAX) + 1);

        let rows: Vec<Series<i32>> = series
            .select()
            .filter(series.value.ne(2))
            .order_by(series.value.desc())
            .fetch_all(db.pool())
            .await
            .unwrap();
        let sum: Option<i64> = series
            .select()
            .columns(sum(series.value))
            .fetch_one(db.pool())
            .await
            .unwrap();
        let large: Vec<i64> = large
            .select()
            .columns(large.value)
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [4, 3, 1].map(|value| Series { value }));
        assert_eq!((sum, large), (Some(10), vec![2_147_483_647, 2_147_483_648]));
    });
}

#[test]
fn a_series_with_a_step() {
    db::run(async |db| {
        let down = generate_series_by(10, 1, -4);
        let days = generate_series_by(
            at("2024-02-28T12:00:00Z"),
            at("2024-03-01T12:00:00Z"),
            Interval::from_days(1),
        );

        let down: Vec<i32> = down
            .select()
            .columns(down.value)
            .fetch_all(db.pool())
            .await
            .unwrap();
        let days: Vec<DateTime<Utc>> = days
            .select()
            .columns(days.value)
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(down, [10, 6, 2]);
        let days: Vec<_> = days
            .iter()
            .map(|day| day.format("%m-%d").to_string())
            .collect();
        assert_eq!(days, ["02-28", "02-29", "03-01"]);
    });
}

#[test]
fn a_series_is_left_joined() {
    db::run(async |db| {
        company(&db).await;
        let salaries = generate_series_by(100, 300, 100);

        let rows: Vec<(i32, i64)> = salaries
            .select()
            .left_join(
                Employee,
                Employee.salary.eq(salaries.value).and(Employee.id.ne(1)),
            )
            .group_by(salaries.value)
            .order_by(salaries.value)
            .columns((salaries.value, count_of(Employee.id)))
            .fetch_all(db.pool())
            .await
            .unwrap();
        let missing: Vec<(Employee, Option<Series<i32>>)> = Employee
            .select()
            .left_join(
                salaries,
                salaries
                    .value
                    .eq(Employee.salary)
                    .and(salaries.value.gt(100)),
            )
            .filter(salaries.value.is_null())
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [(100, 1), (200, 2), (300, 0)]);
        assert_eq!((missing[0].0.id, &missing[0].1), (4, &None));
    });
}

#[test]
fn an_alias_reads_two_series() {
    db::run(async |db| {
        let rows = generate_series(1, 2);
        let columns = generate_series_by(10, 20, 10).as_alias(Column);

        let cells: Vec<(i32, i32)> = rows
            .select()
            .cross_join(columns)
            .order_by((rows.value, columns.value))
            .columns((rows.value, Column.value))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(cells, [(1, 10), (1, 20), (2, 10), (2, 20)]);
    });
}

#[test]
fn unnest_returns_a_row_for_each_value() {
    db::run(async |db| {
        company(&db).await;
        let names = unnest(["Ana", "Lee"]);
        let nobody = unnest(Vec::<i64>::new());

        let rows: Vec<Unnest<String>> = names.select().fetch_all(db.pool()).await.unwrap();
        let missing: Vec<String> = names
            .select()
            .left_join(Employee, Employee.name.eq(names.value))
            .filter(Employee.id.is_null())
            .columns(names.value)
            .fetch_all(db.pool())
            .await
            .unwrap();
        let nobody = nobody.select().fetch_all(db.pool()).await.unwrap();

        assert_eq!(rows[1].value, "Lee");
        assert_eq!(missing, ["Lee"]);
        assert!(nobody.is_empty());
    });
}

#[test]
fn unnest_twice_by_an_alias() {
    db::run(async |db| {
        let first = unnest(vec!["a".to_owned(), "b".to_owned()]);
        // A list is not `Copy`, but its column is.
        let value = first.value;
        let second = unnest(["b", "c"]).as_alias(Second);

        let both: Vec<String> = first
            .select()
            .inner_join(second, value.eq(second.value))
            .columns(value)
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(both, ["b"]);
    });
}

#[test]
fn unnest_in_a_subquery() {
    db::run(async |db| {
        company(&db).await;
        let ids = unnest([1_i64, 4]);

        let names: Vec<String> = Employee
            .select()
            .filter(Employee.id.is_in(ids.select().columns(ids.value)))
            .order_by(Employee.id)
            .columns(Employee.name)
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(names, ["Ana", "Dora"]);
    });
}

sql_function! {
    set fn jsonb_each_text(value: serde_json::Value) -> (String, Option<String>);
    set fn regexp_split_to_table(text: String, pattern: String) -> String;
}

#[derive(Selectable, Debug, PartialEq)]
struct Pair {
    key: String,
    value: Option<String>,
}

#[derive(Selectable, Debug, PartialEq)]
struct Word {
    word: String,
    number: i64,
}

#[table(name = "pages")]
struct Page {
    #[column(primary_key)]
    id: i32,
    title: Option<String>,
    body: serde_json::Value,
}

#[test]
fn a_function_of_columns_returns_rows() {
    db::run(async |db| {
        create!(db, Page);
        for (id, title, body) in [
            (1, Some("one two"), serde_json::json!({"a": "x", "b": null})),
            (2, None, serde_json::json!({})),
        ] {
            let new = Page.insert(NewPage { id, body }).set(Page.title, title);
            new.execute(db.pool()).await.unwrap();
        }
        let pairs: Vec<(i32, Pair)> = Page
            .select()
            .inner_join_lateral(jsonb_each_text(Page.body).as_alias(Pair))
            .order_by(Pair.key)
            .columns((Page.id, Pair.all()))
            .fetch_all(db.pool())
            .await
            .unwrap();
        let pair = |key: &str, value: Option<&str>| Pair {
            key: key.into(),
            value: value.map(Into::into),
        };
        assert_eq!(pairs, [(1, pair("a", Some("x"))), (1, pair("b", None))]);

        let words: Vec<(i32, Option<String>, Option<i64>)> = Page
            .select()
            .left_join_lateral(regexp_split_to_table(Page.title, " ").with_ordinality(Word))
            .order_by((Page.id, Word.number))
            .columns((Page.id, Word.word, Word.number))
            .fetch_all(db.pool())
            .await
            .unwrap();
        let word = |word: &str| Some(word.to_owned());
        assert_eq!(
            words,
            [
                (1, word("one"), Some(1)),
                (1, word("two"), Some(2)),
                (2, None, None)
            ]
        );
    });
}
