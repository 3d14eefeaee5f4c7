//! Selected columns, ordering, limits, aggregates.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use schema_core::prelude::*;
use schema_tests::db;

use crate::company::{Department, Employee, company, value};

// Selected columns

#[test]
fn columns_return_a_value_or_a_tuple() {
    db::run(async |db| {
        company(&db).await;
        let first = Employee.select().order_by(Employee.id.asc()).limit(1);

        let name: String = first
            .columns(Employee.name)
            .fetch_one(db.pool())
            .await
            .unwrap();
        let row: (i64, Option<i32>, i32) = first
            .columns((Employee.id, Employee.bonus, Employee.salary * 2 + 1))
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(name, "Ana");
        assert_eq!(row, (1, Some(30), 601));
    });
}

#[test]
fn an_expression_over_a_nullable_column_is_nullable() {
    db::run(async |db| {
        company(&db).await;

        let sums: Vec<Option<i32>> = Employee
            .select()
            .order_by(Employee.id.asc())
            .columns(Employee.bonus + Employee.salary)
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(sums, [Some(330), None, Some(210), None]);
    });
}

#[test]
fn a_struct_is_filled_from_expressions_and_whole_rows() {
    #[derive(Selectable, Debug)]
    struct Summary {
        name: String,
        department: Option<Department>,
        department_name: Option<String>,
    }

    db::run(async |db| {
        company(&db).await;

        let rows: Vec<Summary> = Employee
            .select()
            .left_join_on(Employee.department_id)
            .order_by(Employee.id.asc())
            .columns(SelectSummary {
                name: Employee.name,
                department: Department.all(),
                department_name: Department.name,
            })
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows[0].name, "Ana");
        assert_eq!(rows[0].department.as_ref().unwrap().id, 1);
        assert_eq!(rows[0].department_name.as_deref(), Some("surgery"));
        assert!(rows[3].department.is_none() && rows[3].department_name.is_none());
    });
}

#[test]
fn distinct_returns_equal_rows_once() {
    db::run(async |db| {
        company(&db).await;

        let salaries = Employee.select().order_by(Employee.salary.asc());
        let salaries = salaries.columns(Employee.salary).distinct();

        assert_eq!(
            salaries.fetch_all(db.pool()).await.unwrap(),
            [100, 200, 300]
        );
    });
}

// Order, limit, offset

#[test]
fn nulls_are_last_in_asc_and_first_in_desc_by_default() {
    db::run(async |db| {
        company(&db).await;
        macro_rules! ordered {
            ($ordering:expr) => {
                Employee
                    .select()
                    .order_by(($ordering, Employee.id.asc()))
                    .columns(Employee.id)
                    .fetch_all(db.pool())
                    .await
                    .unwrap()
            };
        }

        assert_eq!(ordered!(Employee.bonus.asc()), [3, 1, 2, 4]);
        assert_eq!(ordered!(Employee.bonus.desc()), [2, 4, 1, 3]);
        assert_eq!(ordered!(Employee.bonus.asc().nulls_first()), [2, 4, 3, 1]);
        assert_eq!(ordered!(Employee.bonus.desc().nulls_last()), [1, 3, 2, 4]);
    });
}

#[test]
fn a_second_ordering_sorts_equal_rows() {
    db::run(async |db| {
        company(&db).await;

        let ids = Employee
            .select()
            .order_by(Employee.salary.asc())
            .order_by(Employee.name.desc())
            .columns(Employee.id)
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(ids, [4, 3, 2, 1]);
    });
}

#[test]
fn limit_and_offset_return_a_page() {
    db::run(async |db| {
        company(&db).await;
        let ids = Employee
            .select()
            .order_by(Employee.id.asc())
            .columns(Employee.id);

        let page = ids.limit(2).offset(1).fetch_all(db.pool()).await.unwrap();
        let rest = ids.offset(3_u64).fetch_all(db.pool()).await.unwrap();
        let none = ids.limit(0).fetch_all(db.pool()).await.unwrap();

        assert_eq!(page, [2, 3]);
        assert_eq!(rest, [4]);
        assert!(none.is_empty());
    });
}

#[test]
fn none_as_a_limit_returns_all_rows() {
    db::run(async |db| {
        company(&db).await;
        let (limit, offset): (Option<i64>, Option<usize>) = (None, None);

        let all = Employee.select().limit(limit).offset(offset);

        assert_eq!(all.fetch_all(db.pool()).await.unwrap().len(), 4);
    });
}

// Aggregates

#[test]
fn aggregates_over_all_rows() {
    db::run(async |db| {
        company(&db).await;

        let row = Employee
            .select()
            .columns((
                count(),
                count_of(Employee.bonus),
                count_distinct(Employee.salary),
                sum(Employee.salary),
                avg(Employee.salary),
                min(Employee.bonus),
                max(Employee.name),
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();

        let max = Some("Dora".to_owned());
        assert_eq!(row, (4, 2, 3, Some(800), Some(200.0), Some(10), max));
    });
}

#[test]
fn aggregates_of_no_rows_are_null_and_counts_are_zero() {
    db::run(async |db| {
        company(&db).await;

        let none = Employee.select().filter(Employee.id.lt(0));
        let row = none
            .columns((
                count(),
                count_of(Employee.bonus),
                sum(Employee.salary),
                avg(Employee.salary),
                min(Employee.salary),
                max(Employee.name),
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(row, (0, 0, None, None, None, None));
    });
}

#[test]
fn sums_and_averages_have_the_type_of_their_number() {
    #[table(name = "numbers")]
    #[derive(Debug)]
    struct Numbers {
        #[column(primary_key)]
        small: i16,
        large: i64,
        real: f32,
        double: f64,
        decimal: Decimal,
        span: Interval,
        at: DateTime<Utc>,
    }

    db::run(async |db| {
        create!(db, Numbers);
        let rows = [1, 2].map(|small| NewNumbers {
            small,
            large: i64::from(small) << 40,
            real: f32::from(small) / 2.0,
            double: f64::from(small) / 4.0,
            decimal: Decimal::new(i64::from(small), 2),
            span: Interval::from_minutes(i32::from(small)),
            at: DateTime::UNIX_EPOCH,
        });
        Numbers.insert_many(rows).execute(db.pool()).await.unwrap();

        let (small, large, real): (Option<i64>, Option<i64>, Option<f32>) = value!(
            db,
            Numbers,
            (sum(Numbers.small), sum(Numbers.large), sum(Numbers.real))
        );
        let (double, decimal, span): (Option<f64>, Option<Decimal>, Option<Interval>) = value!(
            db,
            Numbers,
            (sum(Numbers.double), sum(Numbers.decimal), sum(Numbers.span))
        );
        let averages: (Option<f64>, Option<f64>, Option<f64>, Option<f64>) = value!(
            db,
            Numbers,
            (
                avg(Numbers.small),
                avg(Numbers.large),
                avg(Numbers.real),
                avg(Numbers.double)
            )
        );
        let (decimal_average, span_average) =
            value!(db, Numbers, (avg(Numbers.decimal), avg(Numbers.span)));
        let (first, last) = value!(db, Numbers, (min(Numbers.at), max(Numbers.span)));

        assert_eq!((small, large, real), (Some(3), Some(3 << 40), Some(1.5)));
        assert_eq!((double, decimal), (Some(0.75), Some(Decimal::new(3, 2))));
        assert_eq!(span, Some(Interval::from_minutes(3)));
        let large = 1.5 * 2_f64.powi(40);
        assert_eq!(averages, (Some(1.5), Some(large), Some(0.75), Some(0.375)));
        assert_eq!(decimal_average, Some(Decimal::new(15, 3)));
        assert_eq!(span_average, Some(Interval::from_seconds(90)));
        assert_eq!(first, Some(DateTime::UNIX_EPOCH));
        assert_eq!(last, Some(Interval::from_minutes(2)));
    });
}

#[test]
fn min_and_max_of_an_enum_follow_the_order_of_its_labels() {
    #[derive(PgEnum, Debug, PartialEq, Clone, Copy)]
    enum Priority {
        Low,
        High,
        Critical,
    }
    #[table(name = "priorities")]
    struct Rank {
        #[column(primary_key)]
        id: i32,
        priority: Priority,
    }

    db::run(async |db| {
        create!(db, Rank);
        let rows = [Priority::High, Priority::Critical, Priority::Low].into_iter();
        let rows = (1..)
            .zip(rows)
            .map(|(id, priority)| NewRank { id, priority });
        Rank.insert_many(rows).execute(db.pool()).await.unwrap();

        let (least, most) = value!(db, Rank, (min(Rank.priority), max(Rank.priority)));

        assert_eq!(
            (least, most),
            (Some(Priority::Low), Some(Priority::Critical))
        );
    });
}

#[test]
fn group_by_and_having() {
    db::run(async |db| {
        company(&db).await;

        let groups: Vec<(i32, i64, Option<i64>)> = Employee
            .select()
            .filter(Employee.name.ne("Nobody"))
            .group_by(Employee.salary)
            .having(count().gt(1).or(sum(Employee.salary).lt(150)))
            .order_by(Employee.salary.desc())
            .columns((Employee.salary, count(), sum(Employee.bonus)))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(groups, [(200, 2, Some(10)), (100, 1, None)]);
    });
}

#[test]
fn group_by_a_nullable_joined_column() {
    db::run(async |db| {
        company(&db).await;

        let groups: Vec<(Option<String>, i64)> = Employee
            .select()
            .left_join_on(Employee.department_id)
            .group_by(Department.name)
            .order_by(count().desc())
            .columns((Department.name, count()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(groups, [(Some("surgery".into()), 3), (None, 1)]);
    });
}
