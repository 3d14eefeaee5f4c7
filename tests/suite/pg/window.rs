//! Window functions with arguments, frames, and when they are NULL.
#![allow(
    clippy::items_after_statements,
    clippy::type_complexity,
    reason = "the type of a row is next to its query"
)]

use schema_core::expr::function::{
    cume_dist, current_row, first_value, following, lag, last_value, lead, nth_value, ntile,
    percent_rank, preceding, unbounded_following, unbounded_preceding,
};
use schema_core::prelude::*;
use schema_tests::db;

use crate::company::{Employee, company};

#[test]
fn neighbours_are_null_unless_there_is_a_default() {
    db::run(async |db| {
        company(&db).await;
        let window = order_by(Employee.id);

        type Row = (Option<i32>, i32, Option<i32>, Option<i32>, Option<i32>);
        let rows: Vec<Row> = Employee
            .select()
            .order_by(Employee.id)
            .columns((
                lag(Employee.salary).over(window),
                lag(Employee.salary).default(0).over(window),
                lead(Employee.salary).offset(2).over(window),
                lead(Employee.bonus).offset(1).default(7).over(window),
                lead(Employee.salary).default(Employee.bonus).over(window),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(
            rows,
            [
                (None, 0, Some(200), None, Some(200)),
                (Some(300), 300, Some(100), Some(10), Some(200)),
                (Some(200), 200, None, None, Some(100)),
                (Some(200), 200, None, Some(7), None),
            ]
        );
    });
}

#[test]
fn ranks_of_equal_rows() {
    db::run(async |db| {
        company(&db).await;
        let window = order_by(Employee.salary);

        let rows: Vec<(i64, f64, f64, i32)> = Employee
            .select()
            .order_by(Employee.id)
            .columns((
                rank().over(window),
                percent_rank().over(window),
                cume_dist().over(window),
                ntile(2).over(order_by((Employee.salary, Employee.id))),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let third = 1.0 / 3.0;
        assert_eq!(
            rows,
            [
                (4, 1.0, 1.0, 2),
                (2, third, 0.75, 1),
                (2, third, 0.75, 2),
                (1, 0.0, 0.25, 1)
            ]
        );
    });
}

#[test]
fn values_of_a_frame() {
    db::run(async |db| {
        company(&db).await;
        let window = order_by(Employee.id);
        let after = window.rows_between(following(1), unbounded_following());
        let near = window.rows_between(preceding(1), following(1));

        type Row = (
            i32,
            Option<i32>,
            Option<i32>,
            Option<i32>,
            i32,
            Option<i32>,
            Option<i64>,
        );
        let rows: Vec<Row> = Employee
            .select()
            .order_by(Employee.id)
            .columns((
                first_value(Employee.salary).over(window),
                first_value(Employee.salary).over(after),
                last_value(Employee.bonus).over(window),
                nth_value(Employee.salary, 2).over(window),
                last_value(Employee.salary).over(near),
                first_value(Employee.salary).over(near.exclude_current_row()),
                sum(Employee.salary).over(near),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(
            rows,
            [
                (300, Some(200), Some(30), None, 200, Some(200), Some(500)),
                (300, Some(200), None, Some(200), 200, Some(300), Some(700)),
                (
                    300,
                    Some(100),
                    Some(10),
                    Some(200),
                    100,
                    Some(200),
                    Some(500)
                ),
                (300, None, None, Some(200), 100, Some(200), Some(300)),
            ]
        );
    });
}

#[test]
fn frames_of_ranges_and_groups() {
    db::run(async |db| {
        company(&db).await;
        let by_salary = order_by(Employee.salary);
        let close = by_salary.range_between(preceding(100), following(0));
        let groups = by_salary.groups_between(preceding(1), current_row());
        let all = by_salary.range_between(unbounded_preceding(), unbounded_following());

        let rows: Vec<(i64, i64, i64, i64, Option<f64>)> = Employee
            .select()
            .order_by(Employee.id)
            .columns((
                count().over(close),
                count().over(groups),
                count().over(all.exclude_group()),
                count()
                    .over(all.exclude_ties())
                    .filter(Employee.bonus.is_null()),
                avg(Employee.bonus).over(groups),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(
            rows,
            [
                (3, 3, 3, 2, Some(20.0)),
                (3, 3, 2, 2, Some(10.0)),
                (3, 3, 2, 1, Some(10.0)),
                (1, 1, 3, 2, None),
            ]
        );
    });
}

/// Windows are computed after groups, so their functions read aggregates.
#[test]
fn windows_over_groups() {
    db::run(async |db| {
        company(&db).await;
        let departments = Employee.select().group_by(Employee.department_id);

        type Row = (Option<i64>, Option<i64>, Option<i64>, i64, Option<i64>);
        let rows: Vec<Row> = departments
            .order_by(rank().over(order_by(count().desc())))
            .columns((
                Employee.department_id,
                sum(Employee.salary) * 100 / sum(sum(Employee.salary)).over(()),
                sum(count()).over(order_by(count().desc())),
                rank().over(order_by(max(Employee.salary))),
                lag(count()).over(order_by(count().desc())),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(
            rows,
            [
                (Some(1), Some(87), Some(3), 2, None),
                (None, Some(12), Some(4), 1, Some(3)),
            ]
        );

        let same_number: Vec<(Option<i64>, i64)> = Employee
            .select()
            .group_by(Employee.manager_id)
            .order_by(Employee.manager_id)
            .columns((
                Employee.manager_id,
                count().over(partition_by((count(), min(Employee.bonus)))),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(same_number, [(Some(1), 1), (None, 1)]);

        let all: Vec<(i64, Option<f64>)> = Employee
            .select()
            .columns((count(), avg(count()).over(())))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(all, [(4, Some(4.0))]);

        let half = Employee.salary / param!(200);
        let halves: Vec<(i32, Option<i64>)> = Employee
            .select()
            .group_by((half, Employee.department_id))
            .order_by(grouped(half))
            .columns((
                grouped(half),
                sum(sum(Employee.salary)).over(partition_by(grouped(half))),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(halves, [(0, Some(100)), (1, Some(700))]);
    });
}
