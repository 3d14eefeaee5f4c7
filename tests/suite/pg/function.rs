//! Functions declared by `sql_function!`, and window functions.

use schema_core::prelude::*;
use schema_tests::db;

use crate::company::{Department, Employee, company};

sql_function! {
    fn lower(text: String) -> String;
    fn shout(text: String) -> String = "pg_catalog.upper";
    fn concat_ws(separator: String, first: Option<String>, second: Option<String>) -> String;
    fn nullif(value: i32, null: i32) -> Option<i32>;
    fn pi() -> f64;
    aggregate fn string_agg(text: String, separator: String) -> Option<String>;
    aggregate fn regr_count(y: f64, x: f64) -> i64;
    window fn ntile(buckets: i32) -> i32;
    window fn lag(value: i32) -> Option<i32>;
    window fn first_value(value: Option<i32>) -> Option<i32>;
}

#[test]
fn a_strict_function_is_null_if_an_argument_is() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(String, Option<String>, String)> = Employee
            .select()
            .left_join_on(Employee.department_id)
            .order_by(Employee.id.desc())
            .limit(2)
            .columns((lower(Employee.name), lower(Department.name), shout("x")))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows[0], ("dora".into(), None, "X".into()));
        assert_eq!(rows[1], ("cem".into(), Some("surgery".into()), "X".into()));
    });
}

#[test]
fn an_optional_parameter_does_not_make_the_result_null() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<String> = Employee
            .select()
            .left_join_on(Employee.department_id)
            .filter(lower(Employee.name).ne("ben"))
            .order_by(lower(Employee.name).asc())
            .columns(concat_ws("-", Employee.name, Department.name))
            .fetch_all(db.pool())
            .await
            .unwrap();
        let none: String = Department
            .select()
            .filter(Department.id.eq(1))
            .columns(concat_ws("-", None::<&str>, Some("x")))
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, ["Ana-surgery", "Cem-surgery", "Dora"]);
        assert_eq!(none, "x");
    });
}

#[test]
fn a_result_may_be_null_although_no_argument_is() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Option<i32>, f64)> = Employee
            .select()
            .order_by(Employee.id)
            .columns((nullif(Employee.salary, 200) + 1, pi()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let values: Vec<_> = rows.iter().map(|row| row.0).collect();
        assert_eq!(values, [Some(301), None, None, Some(101)]);
        assert!(rows[0].1 > 3.0);
    });
}

#[test]
fn a_function_is_grouped_by() {
    db::run(async |db| {
        company(&db).await;
        let name = lower(Employee.name);

        let rows: Vec<(String, i64)> = Employee
            .select()
            .group_by(name)
            .order_by(grouped(name).desc())
            .limit(1)
            .columns((grouped(name), count()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [("dora".to_owned(), 1)]);
    });
}

#[test]
fn aggregates_with_several_arguments() {
    db::run(async |db| {
        company(&db).await;
        let nobody = Employee.select().filter(Employee.id.lt(0));

        let all: (Option<String>, i64) = Employee
            .select()
            .columns((string_agg(Employee.name, "+"), regr_count(1.0, 2.0)))
            .fetch_one(db.pool())
            .await
            .unwrap();
        let none: (Option<String>, i64) = nobody
            .columns((string_agg(Employee.name, "+"), regr_count(1.0, 2.0)))
            .fetch_one(db.pool())
            .await
            .unwrap();
        let groups: Vec<(Option<i64>, Option<String>)> = Employee
            .select()
            .group_by(Employee.department_id)
            .having(string_agg(Employee.name, "").ilike("%na%"))
            .columns((
                Employee.department_id,
                string_agg(lower(Employee.name), ","),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(all, (Some("Ana+Ben+Cem+Dora".to_owned()), 4));
        assert_eq!(none, (None, 0));
        assert_eq!(groups, [(Some(1), Some("ana,ben,cem".to_owned()))]);
    });
}

#[test]
fn window_functions_are_computed_over_partitions() {
    db::run(async |db| {
        company(&db).await;
        let window =
            partition_by(Employee.department_id).order_by((Employee.salary.desc(), Employee.id));

        let rows: Vec<(i64, i64, i64, i32, Option<i32>)> = Employee
            .select()
            .order_by(Employee.id)
            .columns((
                Employee.id,
                row_number().over(window),
                rank().over(partition_by(Employee.department_id).order_by(Employee.salary.desc())),
                ntile(2).over(window),
                lag(Employee.salary).over(window),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let expected = [
            (1, 1, 1, 1, None),
            (2, 2, 2, 1, Some(300)),
            (3, 3, 2, 2, Some(200)),
            (4, 1, 1, 1, None),
        ];
        assert_eq!(rows, expected);
    });
}

#[test]
fn aggregates_are_computed_over_windows() {
    type Row = (i64, Option<i64>, i64, Option<i32>, Option<String>);

    db::run(async |db| {
        company(&db).await;

        let rows: Vec<Row> = Employee
            .select()
            .order_by((
                sum(Employee.salary).over(order_by(Employee.id)).desc(),
                Employee.id,
            ))
            .columns((
                Employee.id,
                sum(Employee.salary).over(order_by(Employee.id)),
                count().over(partition_by(Employee.department_id)),
                first_value(Employee.bonus).over(order_by(Employee.id.desc())),
                string_agg(Employee.name, "").over(order_by(Employee.id)),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(
            rows[0],
            (4, Some(800), 1, None, Some("AnaBenCemDora".to_owned()))
        );
        assert_eq!(rows[3], (1, Some(300), 3, None, Some("Ana".to_owned())));
    });
}

#[test]
fn a_window_over_groups() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Option<i64>, i64, i64)> = Employee
            .select()
            .group_by(Employee.department_id)
            .order_by(count().desc())
            .columns((
                Employee.department_id,
                count(),
                rank().over(order_by(count().desc())),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [(Some(1), 3, 1), (None, 1, 2)]);
    });
}

#[test]
fn the_first_rows_of_each_partition() {
    #[derive(Selectable)]
    struct Ranked {
        name: String,
        place: i64,
    }

    db::run(async |db| {
        company(&db).await;
        let ranked = Employee
            .select()
            .columns(SelectRanked {
                name: Employee.name,
                place: row_number()
                    .over(partition_by(Employee.department_id).order_by(Employee.id.desc())),
            })
            .as_table();

        let names: Vec<String> = ranked
            .select()
            .filter(ranked.place.eq(1))
            .order_by(ranked.name)
            .columns(ranked.name)
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(names, ["Cem", "Dora"]);
    });
}
