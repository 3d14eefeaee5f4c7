//! Joins and aliases.

use schema_core::prelude::*;
use schema_tests::db;

use crate::company::{Department, Employee, Manager, company};

#[test]
fn inner_join_returns_matching_rows() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Employee, Department)> = Employee
            .select()
            .inner_join(Department, Employee.department_id.eq(Department.id))
            .order_by(Employee.id.asc())
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 3);
        assert!(
            rows.iter()
                .all(|(_, department)| department.name == "surgery")
        );
        assert_eq!(rows[2].0.name, "Cem");
    });
}

#[test]
fn left_join_returns_none_for_a_missing_row() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Employee, Option<Department>)> = Employee
            .select()
            .left_join(Department, Employee.department_id.eq(Department.id))
            .order_by(Employee.id.asc())
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 4);
        assert_eq!(rows[0].1.as_ref().unwrap().name, "surgery");
        assert_eq!((rows[3].0.name.as_str(), &rows[3].1), ("Dora", &None));
    });
}

#[test]
fn left_join_by_the_foreign_key() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Employee, Option<Department>)> = Employee
            .select()
            .left_join_on(Employee.department_id)
            .filter(Department.id.is_null())
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].0.name, "Dora");
    });
}

#[test]
fn inner_join_by_the_foreign_key() {
    db::run(async |db| {
        company(&db).await;

        let rows = Employee.select().inner_join_on(Employee.department_id);
        let rows: Vec<(Employee, Department)> = rows.fetch_all(db.pool()).await.unwrap();

        assert_eq!(rows.len(), 3);
    });
}

#[test]
fn right_join_returns_all_rows_of_the_joined_table() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Option<Employee>, Department)> = Employee
            .select()
            .right_join(Department, Employee.department_id.eq(Department.id))
            .order_by((Department.id.asc(), Employee.id.asc()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 4);
        assert_eq!(rows[0].0.as_ref().unwrap().name, "Ana");
        assert_eq!((&rows[3].0, rows[3].1.name.as_str()), (&None, "archive"));
    });
}

#[test]
fn full_join_returns_all_rows_of_both_sides() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Option<Employee>, Option<Department>)> = Employee
            .select()
            .full_join(Department, Employee.department_id.eq(Department.id))
            .order_by((Employee.id.asc(), Department.id.asc()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 5);
        assert!(rows[3].0.is_some() && rows[3].1.is_none());
        assert!(rows[4].0.is_none() && rows[4].1.is_some());
    });
}

#[test]
fn cross_join_returns_every_pair_of_rows() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Employee, Department)> = Employee
            .select()
            .cross_join(Department)
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 8);
    });
}

#[test]
fn an_alias_joins_a_table_with_itself() {
    db::run(async |db| {
        company(&db).await;

        let pairs: Vec<(String, Option<String>)> = Employee
            .select()
            .left_join(Manager, Employee.manager_id.eq(Manager.id))
            .order_by(Employee.id.asc())
            .columns((Employee.name, Manager.name))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let manager = |name: Option<&str>| name.map(str::to_owned);
        assert_eq!(pairs[0], ("Ana".into(), manager(None)));
        assert_eq!(pairs[1], ("Ben".into(), manager(Some("Ana"))));
    });
}

#[test]
fn an_alias_can_be_selected_from() {
    db::run(async |db| {
        company(&db).await;

        let row = Manager.select().filter(Manager.name.eq("Ana"));
        let row: Employee = row.fetch_one(db.pool()).await.unwrap();
        let found = Manager.find(4).fetch_one(db.pool()).await.unwrap();

        assert_eq!((row.id, found.name.as_str()), (1, "Dora"));
    });
}

#[test]
fn a_left_joined_table_stays_nullable_after_another_join() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Employee, Option<Employee>, Option<Department>)> = Employee
            .select()
            .left_join(Manager, Employee.manager_id.eq(Manager.id))
            .left_join(Department, Manager.department_id.eq(Department.id))
            .order_by(Employee.id.asc())
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 4);
        assert_eq!(rows[1].1.as_ref().unwrap().name, "Ana");
        assert_eq!(rows[1].2.as_ref().unwrap().name, "surgery");
        assert!(rows[0].1.is_none() && rows[0].2.is_none());
    });
}

#[test]
fn a_joined_row_whose_other_columns_are_null_is_present() {
    db::run(async |db| {
        company(&db).await;

        let rows = Department
            .select()
            .left_join(
                Employee,
                Employee
                    .department_id
                    .eq(Department.id)
                    .and(Employee.id.eq(2)),
            )
            .order_by(Department.id.asc());
        let rows: Vec<(Department, Option<Employee>)> = rows.fetch_all(db.pool()).await.unwrap();

        assert_eq!(rows[0].1.as_ref().unwrap().bonus, None);
        assert!(rows[1].1.is_none());
    });
}

#[derive(Selectable, Debug, PartialEq)]
struct Boss {
    name: String,
    bonus: Option<i32>,
}

#[derive(Selectable, Debug, PartialEq)]
struct Person {
    name: String,
    department: Option<String>,
    boss: Option<Boss>,
}

/// Issue 12, acceptance 6.
#[test]
fn some_columns_of_a_row_that_may_not_be_found() {
    db::run(async |db| {
        company(&db).await;

        let people = Employee
            .select()
            .left_join_on(Employee.department_id)
            .left_join(Manager, Employee.manager_id.eq(Manager.id))
            .order_by(Employee.id)
            .columns(SelectPerson {
                name: Employee.name,
                department: Department.name,
                boss: Manager.if_found(SelectBoss {
                    name: Manager.name,
                    bonus: Manager.bonus,
                }),
            });
        let rows = people.fetch_all(db.pool()).await.unwrap();
        let boxed = people.boxed().fetch_all(db.pool()).await.unwrap();

        let boss = || {
            Some(Boss {
                name: "Ana".into(),
                bonus: Some(30),
            })
        };
        assert_eq!(
            rows.iter().map(|row| &*row.name).collect::<Vec<_>>(),
            ["Ana", "Ben", "Cem", "Dora"]
        );
        assert_eq!(
            [&rows[0].boss, &rows[1].boss, &rows[3].boss],
            [&None, &boss(), &None]
        );
        assert_eq!(
            (rows[1].department.as_deref(), rows[3].department.as_deref()),
            (Some("surgery"), None)
        );
        assert_eq!(boxed, rows);
    });
}

#[test]
fn a_row_whose_selected_columns_are_null_is_found() {
    db::run(async |db| {
        company(&db).await;

        // Ben has no bonus, and Dora has no employees.
        let bonuses = Department
            .select()
            .right_join(Employee, Employee.department_id.eq(Department.id))
            .left_join(Manager, Manager.id.eq(2).and(Employee.id.lt(3)))
            .order_by(Employee.id)
            .columns((
                Manager.if_found(Manager.bonus),
                Department.if_found((Department.name, Employee.name.eq(Department.name))),
                Employee.if_found(Employee.id),
                Employee.id,
            ));
        let rows = bonuses.fetch_all(db.pool()).await.unwrap();

        assert_eq!(
            rows[1],
            (Some(None), Some(("surgery".into(), false)), Some(2), 2)
        );
        assert_eq!(rows[3], (None, None, Some(4), 4));
    });
}

#[test]
fn columns_of_a_group_that_may_not_be_found() {
    db::run(async |db| {
        company(&db).await;

        let groups = Employee
            .select()
            .left_join_on(Employee.department_id)
            .group_by(Department.id)
            .order_by(Department.id)
            .columns((Department.if_found(Department.name), count()));
        let rows = groups.fetch_all(db.pool()).await.unwrap();

        assert_eq!(rows, [(Some("surgery".into()), 3), (None, 1)]);
    });
}
