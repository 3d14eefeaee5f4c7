//! `rollup`, `cube`, `grouping sets`: what is NULL, and what is not.

use schema_core::expr::{cube, grouping, grouping_sets, rollup};
use schema_core::prelude::*;
use schema_tests::db;

use crate::company::{Department, Employee, company};

#[test]
fn a_rollup_has_rows_for_totals() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Option<i32>, Option<String>, i32, i64)> = Employee
            .select()
            .filter(Employee.id.lt(4))
            .group_by(rollup((Employee.salary, Employee.name)))
            .order_by((
                Employee.salary.asc().nulls_last(),
                Employee.name.asc().nulls_last(),
            ))
            .columns((
                Employee.salary,
                Employee.name,
                grouping((Employee.salary, Employee.name)),
                count(),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let name = |name: &str| Some(name.to_owned());
        assert_eq!(
            rows,
            [
                (Some(200), name("Ben"), 0, 1),
                (Some(200), name("Cem"), 0, 1),
                (Some(200), None, 1, 2),
                (Some(300), name("Ana"), 0, 1),
                (Some(300), None, 1, 1),
                (None, None, 3, 3),
            ]
        );
    });
}

/// An item next to a rollup is in every row. A nullable column can be NULL for two reasons, which `grouping` tells apart.
#[test]
fn an_item_next_to_a_cube_is_not_null() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(i32, Option<i64>, i32, i64)> = Employee
            .select()
            .group_by((Employee.salary, cube(Employee.manager_id)))
            .having(grouping(Employee.salary).eq(0))
            .order_by((Employee.salary, grouping(Employee.manager_id)))
            .columns((
                Employee.salary,
                Employee.manager_id,
                grouping(Employee.manager_id),
                count(),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(
            rows,
            [
                (100, None, 0, 1),
                (100, None, 1, 1),
                (200, Some(1), 0, 2),
                (200, None, 1, 2),
                (300, None, 0, 1),
                (300, None, 1, 1),
            ]
        );
    });
}

#[test]
fn sets_of_expressions() {
    db::run(async |db| {
        company(&db).await;
        let hundreds = Employee.salary / param!(100);

        let rows: Vec<(Option<String>, Option<i32>, i64)> = Employee
            .select()
            .inner_join_on(Employee.department_id)
            .group_by(grouping_sets(
                (Department.name, hundreds),
                (Department.name, hundreds),
            ))
            .order_by((Department.name, grouped(hundreds)))
            .columns((Department.name, grouped(hundreds), count()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(
            rows,
            [
                (Some("surgery".to_owned()), None, 3),
                (None, Some(2), 2),
                (None, Some(3), 1),
            ]
        );
    });
}
