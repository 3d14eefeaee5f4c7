//! Lateral joins.

use schema_core::prelude::*;
use schema_tests::db;

use crate::company::{Department, Employee, company};

#[derive(Selectable, Debug, PartialEq)]
struct Best {
    name: String,
    bonus: Option<i32>,
}

/// The two best paid employees of the department of the outer query.
macro_rules! best {
    ($limit:expr) => {
        Employee
            .select()
            .correlate(Department)
            .filter(Employee.department_id.eq(Department.id))
            .order_by((Employee.salary.desc(), Employee.id))
            .limit($limit)
            .columns(SelectBest {
                name: Employee.name,
                bonus: Employee.bonus,
            })
            .as_table()
    };
}

#[test]
fn a_left_join_lateral_limits_the_rows_of_each_row() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Department, Option<Best>)> = Department
            .select()
            .left_join_lateral(best!(2))
            .order_by((Department.id, Best.name))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let best = |row: &(Department, Option<Best>)| row.1.as_ref().map(|best| best.name.clone());
        let found: Vec<_> = rows.iter().map(|row| (row.0.id, best(row))).collect();
        let name = |name: &str| Some(name.to_owned());
        assert_eq!(found, [(1, name("Ana")), (1, name("Ben")), (2, None)]);
    });
}

#[test]
fn an_inner_join_lateral_drops_rows_without_one() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Department, Best)> = Department
            .select()
            .inner_join_lateral(best!(1))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].0.id, rows[0].1.name.as_str()), (1, "Ana"));
    });
}

#[test]
fn columns_of_a_left_join_lateral_are_options() {
    db::run(async |db| {
        company(&db).await;
        let best = best!(1);

        let rows: Vec<(String, Option<String>, Option<i32>)> = Department
            .select()
            .left_join_lateral(best)
            .filter(best.name.ne("Zoe").or(best.name.is_null()))
            .order_by(Department.id)
            .columns((Department.name, best.name, best.bonus))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let surgery = ("surgery".to_owned(), Some("Ana".to_owned()), Some(30));
        assert_eq!(rows, [surgery, ("archive".to_owned(), None, None)]);
    });
}

#[test]
fn a_lateral_join_of_two_outer_tables() {
    #[derive(Selectable, Debug, PartialEq)]
    struct Cheaper {
        number: i64,
    }

    alias!(Colleague = Employee);

    db::run(async |db| {
        company(&db).await;
        let cheaper = Colleague
            .select()
            .correlate(Employee)
            .correlate(Department)
            .filter(Colleague.department_id.eq(Department.id))
            .filter(Colleague.salary.lt(Employee.salary))
            .columns(SelectCheaper { number: count() })
            .as_table();

        let rows: Vec<(i64, i64)> = Employee
            .select()
            .inner_join_on(Employee.department_id)
            .inner_join_lateral(cheaper)
            .order_by(Employee.id)
            .columns((Employee.id, cheaper.number))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [(1, 2), (2, 0), (3, 0)]);
    });
}

#[test]
fn a_lateral_subquery_reads_the_lateral_subquery_before_it() {
    #[derive(Selectable)]
    struct Doubled {
        twice: i32,
    }
    #[derive(Selectable)]
    struct Salary {
        amount: i32,
    }

    db::run(async |db| {
        company(&db).await;
        let salary = Employee
            .select()
            .correlate(Department)
            .filter(Employee.department_id.eq(Department.id))
            .order_by(Employee.salary.desc())
            .limit(1)
            .columns(SelectSalary {
                amount: Employee.salary,
            })
            .as_table();
        let one = generate_series(1, 1);
        let doubled = one
            .select()
            .correlate(Salary)
            .columns(SelectDoubled {
                twice: (Salary.amount * 2).assume_not_null(),
            })
            .as_table();

        let rows: Vec<(i64, i32)> = Department
            .select()
            .inner_join_lateral(salary)
            .inner_join_lateral(doubled)
            .columns((Department.id, doubled.twice))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [(1, 600)]);
    });
}
