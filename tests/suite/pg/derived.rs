//! Derived tables: subqueries in `from`.

use schema_core::prelude::*;
use schema_tests::db;

use crate::company::{Department, Employee, company};

#[derive(Selectable, Debug, PartialEq)]
struct Total {
    department_id: Option<i64>,
    employees: i64,
    bonus: Option<i64>,
}

#[derive(Selectable, Debug, PartialEq)]
struct Pay {
    id: i64,
    salary: i32,
}

alias!(Other = Pay);

/// The totals of departments whose employees earn more than `salary`.
macro_rules! totals {
    ($salary:expr) => {
        Employee
            .select()
            .filter(Employee.salary.gt($salary))
            .group_by(Employee.department_id)
            .columns(SelectTotal {
                department_id: Employee.department_id,
                employees: count(),
                bonus: sum(Employee.bonus),
            })
            .as_table()
    };
}

#[test]
fn a_derived_table_is_selected_from() {
    db::run(async |db| {
        company(&db).await;
        let totals = totals!(0);

        let rows: Vec<Total> = totals
            .select()
            .order_by(totals.employees.desc())
            .fetch_all(db.pool())
            .await
            .unwrap();

        let total = |department_id, employees, bonus| Total {
            department_id,
            employees,
            bonus,
        };
        assert_eq!(rows, [total(Some(1), 3, Some(40)), total(None, 1, None)]);
    });
}

#[test]
fn a_derived_table_is_joined_and_filtered() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(String, i64, Option<i64>)> = Department
            .select()
            .inner_join(totals!(250), Total.department_id.eq(Department.id))
            .filter(Total.employees.gt(0))
            .columns((Department.name, Total.employees, Total.bonus))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [("surgery".to_owned(), 1, Some(30))]);
    });
}

#[test]
fn a_left_joined_derived_table_is_an_option() {
    db::run(async |db| {
        company(&db).await;
        let totals = totals!(0);

        let query = Department
            .select()
            .left_join(totals, totals.department_id.eq(Department.id))
            .order_by(Department.id);
        let rows: Vec<(Department, Option<Total>)> = query.fetch_all(db.pool()).await.unwrap();
        let counts: Vec<(i64, Option<i64>)> = query
            .columns((Department.id, totals.employees))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows[0].1.as_ref().unwrap().employees, 3);
        assert!(rows[1].1.is_none());
        assert_eq!(counts, [(1, Some(3)), (2, None)]);
    });
}

#[test]
fn parameters_keep_the_order_of_the_text() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(String, i64)> = Department
            .select()
            .filter(Department.id.lt(10))
            .inner_join(
                totals!(200),
                Total
                    .department_id
                    .eq(Department.id)
                    .and(Total.employees.lt(2)),
            )
            .filter(Department.name.eq("surgery"))
            .limit(5)
            .columns((Department.name, Total.employees + 7))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [("surgery".to_owned(), 8)]);
    });
}

#[test]
fn an_alias_reads_a_derived_table_twice() {
    db::run(async |db| {
        company(&db).await;
        let pay = Employee.select().columns(SelectPay {
            id: Employee.id,
            salary: Employee.salary,
        });
        let less = pay.as_table();
        let more = pay.filter(Employee.salary.gt(250)).as_alias(Other);

        let pairs: Vec<(i64, i64)> = less
            .select()
            .inner_join(more, less.salary.lt(more.salary))
            .order_by(less.id)
            .columns((less.id, more.id))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(pairs, [(2, 1), (3, 1), (4, 1)]);
    });
}

#[test]
fn a_derived_table_of_a_derived_table() {
    #[derive(Selectable)]
    struct Average {
        mean: Option<f64>,
    }

    db::run(async |db| {
        company(&db).await;
        let totals = totals!(0);
        let averages = totals
            .select()
            .columns(SelectAverage {
                mean: avg(totals.employees),
            })
            .as_table();

        let mean: Option<f64> = averages
            .select()
            .columns(averages.mean)
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(mean, Some(2.0));
    });
}

#[test]
fn a_limited_query_is_aggregated() {
    db::run(async |db| {
        company(&db).await;
        let best = Employee
            .select()
            .order_by(Employee.salary.desc())
            .limit(2)
            .columns(SelectPay {
                id: Employee.id,
                salary: Employee.salary,
            })
            .as_table();

        let sum: Option<i64> = best
            .select()
            .columns(sum(best.salary))
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(sum, Some(500));
    });
}

#[test]
fn a_derived_table_is_grouped_and_boxed() {
    db::run(async |db| {
        company(&db).await;
        let pay = Employee
            .select()
            .filter(Employee.id.ne(4))
            .columns(SelectPay {
                id: Employee.id,
                salary: Employee.salary,
            })
            .as_table();

        let groups: Vec<(i32, i64)> = pay
            .select()
            .group_by(pay.salary)
            .order_by(pay.salary)
            .columns((pay.salary, count()))
            .fetch_all(db.pool())
            .await
            .unwrap();
        let boxed: BoxedSelect<'_, (Pay,), Pay> = pay.select().boxed().filter(pay.id.gt(2));
        let rows = boxed.fetch_all(db.pool()).await.unwrap();

        assert_eq!(groups, [(200, 2), (300, 1)]);
        assert_eq!(rows, [Pay { id: 3, salary: 200 }]);
    });
}
