//! Columns of the rows that foreign keys reference.

use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

use crate::company::{Department, Employee, Manager, NewDepartment, company, ids};

#[test]
fn a_row_without_a_key_stays() {
    db::run(async |db| {
        company(&db).await;
        let (department, manager) = (
            Employee.department_id.follow(),
            Employee.manager_id.follow(),
        );
        let rows = Employee
            .select()
            .order_by(Employee.id)
            .columns((
                Employee.name,
                department.name,
                manager.name,
                manager.department_id.follow().name,
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();
        let text = |name: &str| Some(name.to_owned());
        assert_eq!(
            rows,
            [
                ("Ana".into(), text("surgery"), None, None),
                ("Ben".into(), text("surgery"), text("Ana"), text("surgery")),
                ("Cem".into(), text("surgery"), text("Ana"), text("surgery")),
                ("Dora".into(), None, None, None),
            ]
        );
        let departments: Vec<(i64, Option<Department>)> = Employee
            .select()
            .filter(Employee.id.ge(3))
            .order_by(Employee.id)
            .columns((Employee.id, department.all()))
            .fetch_all(db.pool())
            .await
            .unwrap();
        let surgery = Department {
            id: 1,
            name: "surgery".into(),
        };
        assert_eq!(departments, [(3, Some(surgery)), (4, None)]);
    });
}

#[table(name = "badges")]
struct Badge {
    #[column(primary_key)]
    id: i64,
    #[column(references = Employee.id)]
    employee_id: i64,
}

async fn badges(db: &TestDb) {
    company(db).await;
    let create = "create table badges (id bigint primary key, employee_id bigint not null references employees)";
    sqlx::query(create).execute(db.pool()).await.unwrap();
    Badge
        .insert_many([(10, 2), (11, 4)].map(|(id, employee_id)| NewBadge { id, employee_id }))
        .execute(db.pool())
        .await
        .unwrap();
}

#[test]
fn the_columns_of_a_key_that_is_not_null_are_as_in_their_table() {
    db::run(async |db| {
        badges(&db).await;
        let employee = Badge.employee_id.follow();
        let rows: Vec<(i64, String, Option<i32>, Option<String>)> = Badge
            .select()
            .order_by(employee.name.desc())
            .columns((
                Badge.id,
                employee.name,
                employee.bonus,
                employee.department_id.follow().name,
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(
            rows,
            [
                (11, "Dora".into(), None, None),
                (10, "Ben".into(), None, Some("surgery".into())),
            ]
        );
        // An outer join finds no badge for the others.
        let rows: Vec<(i64, Option<String>)> = Employee
            .select()
            .left_join(Badge, Badge.employee_id.eq(Employee.id))
            .order_by(Employee.id)
            .columns((Employee.id, employee.name))
            .fetch_all(db.pool())
            .await
            .unwrap();
        let names: Vec<_> = rows.iter().map(|(_, name)| name.as_deref()).collect();
        assert_eq!(names, [None, Some("Ben"), None, Some("Dora")]);
    });
}

#[test]
fn groups_subqueries_and_boxed_queries_follow_keys() {
    db::run(async |db| {
        badges(&db).await;
        let department = Employee.department_id.follow();
        let groups: Vec<(Option<String>, i64)> = Employee
            .select()
            .group_by(department.name)
            .order_by(department.name.asc().nulls_last())
            .columns((department.name, count()))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(groups, [(Some("surgery".into()), 3), (None, 1)]);
        let surgeons = Badge
            .select()
            .filter(
                Badge
                    .employee_id
                    .follow()
                    .department_id
                    .follow()
                    .name
                    .eq("surgery"),
            )
            .columns(Badge.employee_id);
        assert_eq!(ids!(db, Employee.id.is_in(surgeons)), [2]);
        let mut query = Badge.select().boxed().filter(Badge.id.gt(0));
        query = query.filter(Badge.employee_id.follow().salary.lt(150));
        let total = query.clone().count().fetch_one(db.pool()).await.unwrap();
        assert_eq!(total, 1);
        let badges = query.fetch_all(db.pool()).await.unwrap();
        assert_eq!(badges[0].id, 11);
        // The alias and the table have a path each.
        let pairs: Vec<(String, Option<String>)> = Manager
            .select()
            .inner_join(Employee, Employee.manager_id.eq(Manager.id))
            .filter(
                Manager
                    .department_id
                    .follow()
                    .name
                    .eq(Employee.department_id.follow().name),
            )
            .order_by(Employee.id)
            .columns((Employee.name, Manager.department_id.follow().name))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(pairs.len(), 2);
    });
}

#[test]
fn other_statements_follow_keys_by_subqueries() {
    db::run(async |db| {
        badges(&db).await;
        let employee = Badge.employee_id.follow();
        let names: Vec<String> = Badge
            .update()
            .set(Badge.id, Badge.id + 100)
            .filter(employee.name.eq("Dora"))
            .returning(employee.name)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(names, ["Dora"]);
        let deleted = Badge
            .delete()
            .filter(employee.department_id.follow().name.eq("surgery"))
            .execute(db.pool())
            .await
            .unwrap();
        assert_eq!(deleted, 1);
        let left = Badge
            .select()
            .filter(employee.salary.gt(1))
            .columns((Badge.id, employee.name))
            .for_update()
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(left, [(111, "Dora".to_owned())]);
        Department
            .insert(NewDepartment {
                id: 3,
                name: "x".into(),
            })
            .execute(db.pool())
            .await
            .unwrap();
    });
}

#[test]
fn a_key_with_a_long_name_is_followed() {
    #[table(name = "a_table_with_a_name_of_more_than_thirty_letters")]
    struct Long {
        #[column(primary_key)]
        id: i64,
        #[column(references = Long.id)]
        the_row_that_this_row_of_the_table_continues: Option<i64>,
    }

    db::run(async |db| {
        create!(db, Long);
        Long.insert(NewLong { id: 1 })
            .execute(db.pool())
            .await
            .unwrap();
        Long.insert(NewLong { id: 2 })
            .set(Long.the_row_that_this_row_of_the_table_continues, 1)
            .execute(db.pool())
            .await
            .unwrap();
        let next = Long.the_row_that_this_row_of_the_table_continues.follow();
        let rows: Vec<(i64, Option<i64>, Option<i64>)> = Long
            .select()
            .order_by(Long.id)
            .columns((
                Long.id,
                next.id,
                next.the_row_that_this_row_of_the_table_continues
                    .follow()
                    .id,
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(rows, [(1, None, None), (2, Some(1), None)]);
    });
}
