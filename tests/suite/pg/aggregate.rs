//! Modifiers of aggregates, and the aggregates that collect, measure and order.
#![allow(
    clippy::items_after_statements,
    clippy::type_complexity,
    reason = "the type of a row is next to its query"
)]

use schema_core::expr::function::{
    any_value, array_agg, array_agg_with_nulls, bit_and, bit_or, bit_xor, bool_and, bool_or, corr,
    cume_dist_of, dense_rank_of, mode, percent_rank_of, percentile_cont, percentile_disc, rank_of,
    regr_count, regr_slope, stddev_pop, string_agg, var_samp,
};
use schema_core::prelude::*;
use schema_tests::db;

use crate::company::{Department, Employee, company, value};

#[test]
fn aggregates_are_filtered_ordered_and_distinct() {
    db::run(async |db| {
        company(&db).await;

        let (sums, average, names): ((Option<i64>, Option<i64>), Option<f64>, Option<String>) = value!(
            db,
            Department,
            (
                (
                    scalar(Employee.select().columns(sum(Employee.salary).distinct())),
                    scalar(
                        Employee
                            .select()
                            .columns(sum(Employee.salary).filter(Employee.bonus.is_null()))
                    ),
                ),
                scalar(
                    Employee
                        .select()
                        .columns(avg(Employee.salary).filter(Employee.bonus.is_not_null()))
                ),
                scalar(
                    Employee.select().columns(
                        string_agg(Employee.name, ", ")
                            .order_by((Employee.salary, Employee.name.desc()))
                    )
                ),
            )
        );
        assert_eq!(sums, (Some(600), Some(300)));
        assert_eq!(average, Some(250.0));
        assert_eq!(names.as_deref(), Some("Dora, Cem, Ben, Ana"));
    });
}

/// The filter of a group leaves rows out of one aggregate, and can leave out all of them.
#[test]
fn groups_have_filtered_aggregates() {
    db::run(async |db| {
        company(&db).await;
        let with_bonus = count().filter(Employee.bonus.is_not_null());

        let rows: Vec<(Option<i64>, i64, i64, Option<i64>)> = Employee
            .select()
            .group_by(Employee.department_id)
            .having(count().filter(Employee.salary.ge(100)).gt(0))
            .order_by(
                sum(Employee.bonus)
                    .filter(Employee.salary.gt(1))
                    .desc()
                    .nulls_last(),
            )
            .columns((
                Employee.department_id,
                count(),
                with_bonus,
                sum(Employee.bonus).filter(Employee.salary.gt(250)),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [(Some(1), 3, 2, Some(30)), (None, 1, 0, None)]);
    });
}

#[test]
fn arrays_have_the_nullability_of_their_elements() {
    db::run(async |db| {
        company(&db).await;
        let row: (
            Option<Vec<String>>,
            Option<Vec<Option<i32>>>,
            Option<Vec<i32>>,
            Option<Vec<i32>>,
        ) = value!(
            db,
            Employee,
            (
                array_agg(Employee.name).order_by(Employee.id.desc()),
                array_agg_with_nulls(Employee.bonus).order_by(Employee.id),
                array_agg(Employee.bonus.assume_not_null())
                    .filter(Employee.bonus.is_not_null())
                    .order_by(Employee.id),
                array_agg(Employee.salary)
                    .distinct()
                    .order_by(Employee.salary.desc()),
            )
        );
        let names = ["Dora", "Cem", "Ben", "Ana"].map(str::to_owned).to_vec();
        assert_eq!(row.0, Some(names));
        assert_eq!(row.1, Some(vec![Some(30), None, Some(10), None]));
        assert_eq!(row.2, Some(vec![30, 10]));
        assert_eq!(row.3, Some(vec![300, 200, 100]));

        let none: Option<Vec<String>> = Employee
            .select()
            .filter(Employee.id.gt(99))
            .columns(array_agg(Employee.name))
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(none, None);
    });
}

#[test]
fn values_are_combined() {
    db::run(async |db| {
        company(&db).await;
        type Row = (
            Option<bool>,
            Option<bool>,
            Option<i32>,
            Option<i64>,
            Option<i64>,
            Option<i64>,
        );
        let row: Row = value!(
            db,
            Employee,
            (
                bool_and(Employee.bonus.gt(5)),
                bool_or(Employee.bonus.gt(20).and(Employee.bonus.is_null())),
                any_value(Employee.bonus).filter(Employee.id.eq(3)),
                bit_and(Employee.id),
                bit_or(Employee.id),
                bit_xor(Employee.id),
            )
        );
        assert_eq!(
            row,
            (Some(true), Some(false), Some(10), Some(0), Some(7), Some(4))
        );
    });
}

#[test]
fn statistics_ignore_nulls() {
    db::run(async |db| {
        company(&db).await;
        type Row = (
            Option<f64>,
            i64,
            Option<f64>,
            Option<f64>,
            Option<f64>,
            Option<f64>,
        );
        let row: Row = value!(
            db,
            Employee,
            (
                corr(Employee.bonus, Employee.salary),
                regr_count(Employee.bonus, Employee.salary),
                regr_slope(Employee.bonus, Employee.salary),
                stddev_pop(Employee.bonus),
                var_samp(Employee.salary).distinct(),
                var_samp(Employee.salary).filter(Employee.id.eq(1)),
            )
        );
        assert_eq!(
            row,
            (Some(1.0), 2, Some(0.2), Some(10.0), Some(10_000.0), None)
        );
    });
}

#[test]
fn ordered_sets_ignore_nulls() {
    db::run(async |db| {
        company(&db).await;
        type Row = (
            Option<f64>,
            Option<Vec<f64>>,
            Option<i32>,
            Option<i32>,
            Option<f64>,
            Option<Vec<i32>>,
        );
        let row: Row = value!(
            db,
            Employee,
            (
                percentile_cont(0.5).within_group(Employee.bonus),
                percentile_cont([0.0, 1.0]).within_group(Employee.salary),
                percentile_disc(0.5).within_group(Employee.salary.desc()),
                mode().within_group(Employee.salary),
                percentile_cont(0.5)
                    .within_group(Employee.bonus)
                    .filter(Employee.id.gt(9)),
                percentile_disc(vec![0.0, 1.0]).within_group(Employee.bonus),
            )
        );
        let salaries = Some(vec![100.0, 300.0]);
        assert_eq!(
            row,
            (
                Some(20.0),
                salaries,
                Some(200),
                Some(200),
                None,
                Some(vec![10, 30])
            )
        );

        let ranks: (i64, i64, f64, f64) = value!(
            db,
            Employee,
            (
                rank_of(250).within_group(Employee.salary.desc()),
                dense_rank_of(250).within_group(Employee.salary),
                percent_rank_of(250).within_group(Employee.salary),
                cume_dist_of(250)
                    .within_group(Employee.salary)
                    .filter(Employee.id.gt(9)),
            )
        );
        assert_eq!(ranks, (2, 3, 0.75, 1.0));
    });
}
