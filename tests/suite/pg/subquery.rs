//! Subqueries as expressions.

use schema_core::prelude::*;
use schema_tests::db;

use crate::company::{Department, Employee, Manager, NewEmployee, company, ids, names};

/// The employees of the department of the outer query.
macro_rules! staff {
    () => {
        Employee
            .select()
            .correlate(Department)
            .filter(Employee.department_id.eq(Department.id))
    };
}

#[test]
fn exists_and_not_exists() {
    db::run(async |db| {
        company(&db).await;
        let departments = Department.select().columns(Department.name);

        let staffed = departments.filter(exists(staff!()));
        let empty = departments.filter(exists(staff!()).not());
        let rich = departments.filter(exists(staff!().filter(Employee.salary.gt(500))));
        let all = departments.filter(exists(Employee.select()));

        assert_eq!(staffed.fetch_all(db.pool()).await.unwrap(), ["surgery"]);
        assert_eq!(empty.fetch_all(db.pool()).await.unwrap(), ["archive"]);
        assert!(rich.fetch_all(db.pool()).await.unwrap().is_empty());
        assert_eq!(all.fetch_all(db.pool()).await.unwrap().len(), 2);
    });
}

#[test]
fn exists_is_a_value() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(i64, bool)> = Department
            .select()
            .order_by(exists(staff!()).desc())
            .columns((Department.id, exists(staff!())))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [(1, true), (2, false)]);
    });
}

#[test]
fn is_in_and_is_not_in() {
    db::run(async |db| {
        company(&db).await;
        let managers = Manager.select().filter(Manager.manager_id.is_not_null());
        let managers = managers.columns(Manager.manager_id);
        let surgery = Department.select().filter(Department.name.eq("surgery"));
        let surgery = surgery.columns(Department.id);

        assert_eq!(ids!(db, Employee.id.is_in(managers)), [1]);
        assert_eq!(ids!(db, Employee.id.is_not_in(managers)), [2, 3, 4]);
        assert_eq!(ids!(db, Employee.department_id.is_in(surgery)), [1, 2, 3]);
        assert_eq!(ids!(db, (Employee.id + 0).is_in(managers).not()), [2, 3, 4]);
    });
}

#[test]
fn not_in_a_list_with_null_matches_nothing() {
    db::run(async |db| {
        company(&db).await;
        let managers = Manager.select().columns(Manager.manager_id);

        assert_eq!(ids!(db, Employee.id.is_not_in(managers)), [0; 0]);
        let values: Vec<(i64, Option<bool>)> = Employee
            .select()
            .order_by(Employee.id)
            .columns((Employee.id, Employee.id.is_in(managers)))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(values[..2], [(1, Some(true)), (2, None)]);
    });
}

#[test]
fn in_a_correlated_query() {
    db::run(async |db| {
        company(&db).await;
        let same = Manager
            .select()
            .correlate(Employee)
            .filter(Manager.salary.eq(Employee.salary))
            .filter(Manager.id.ne(Employee.id))
            .columns(Manager.salary);

        assert_eq!(ids!(db, Employee.salary.is_in(same)), [2, 3]);
        assert_eq!(ids!(db, Employee.salary.is_not_in(same)), [1, 4]);
    });
}

#[test]
fn a_scalar_is_null_unless_it_is_an_aggregate_that_is_not() {
    type Row = (i64, i64, Option<i64>, Option<String>, Option<i64>);

    db::run(async |db| {
        company(&db).await;
        let name = staff!().order_by(Employee.id).limit(1);

        let rows: Vec<Row> = Department
            .select()
            .order_by(Department.id)
            .columns((
                Department.id,
                scalar(staff!().columns(count())),
                scalar(staff!().columns(sum(Employee.bonus))),
                scalar(name.columns(Employee.name)),
                scalar(staff!().limit(0).columns(count())),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows[0], (1, 3, Some(40), Some("Ana".to_owned()), None));
        assert_eq!(rows[1], (2, 0, None, None, None));
    });
}

#[test]
fn a_scalar_of_a_grouped_query_may_be_null() {
    db::run(async |db| {
        company(&db).await;
        let largest = staff!()
            .group_by(Employee.department_id)
            .columns(max(Employee.salary));
        let number = staff!().group_by(Employee.department_id).columns(count());

        let rows: Vec<(Option<i32>, Option<i64>)> = Department
            .select()
            .order_by(Department.id)
            .columns((scalar(largest), scalar(number)))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [(Some(300), Some(3)), (None, None)]);
    });
}

#[test]
fn a_scalar_is_compared_and_computed_with() {
    db::run(async |db| {
        company(&db).await;
        let average = Manager.select().columns(avg(Manager.salary));
        let largest = || Manager.select().columns(max(Manager.salary));

        assert_eq!(ids!(db, scalar(average).lt(201.0)), [1, 2, 3, 4]);
        assert_eq!(ids!(db, Employee.salary.eq(scalar(largest()))), [1]);
        assert_eq!(
            ids!(db, Employee.salary.gt(scalar(largest()) - 150)),
            [1, 2, 3]
        );
    });
}

#[test]
fn a_subquery_of_a_subquery_reads_the_outermost_query() {
    db::run(async |db| {
        company(&db).await;
        let reports = Manager
            .select()
            .correlate(Employee)
            .correlate(Department)
            .filter(Manager.manager_id.eq(Employee.id))
            .filter(Manager.department_id.eq(Department.id));
        let managers = staff!().filter(exists(reports));

        let rows: Vec<(String, i64)> = Department
            .select()
            .filter(exists(managers))
            .columns((Department.name, scalar(managers.columns(count()))))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [("surgery".to_owned(), 1)]);
    });
}

#[test]
fn an_update_filters_and_sets_by_subqueries() {
    db::run(async |db| {
        company(&db).await;
        let reports = Manager
            .select()
            .correlate(Employee)
            .filter(Manager.manager_id.eq(Employee.id));

        let changed = Employee
            .update()
            .set(Employee.bonus, scalar(reports.columns(max(Manager.salary))))
            .set(Employee.salary, Employee.salary + 1)
            .filter(exists(reports))
            .returning((Employee.id, Employee.bonus, Employee.salary))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(changed, [(1, Some(200), 301)]);
    });
}

#[test]
fn a_delete_filters_by_a_subquery() {
    db::run(async |db| {
        company(&db).await;

        let deleted = Department
            .delete()
            .filter(exists(staff!()).not())
            .returning(Department.name)
            .fetch_all(db.pool())
            .await
            .unwrap();
        let poor = Employee
            .delete()
            .filter(
                Employee.id.is_in(
                    Manager
                        .select()
                        .filter(Manager.salary.lt(150))
                        .columns(Manager.id),
                ),
            )
            .execute(db.pool())
            .await
            .unwrap();

        assert_eq!((deleted, poor), (vec!["archive".to_owned()], 1));
    });
}

#[test]
fn an_insert_takes_values_from_subqueries() {
    db::run(async |db| {
        company(&db).await;
        let largest = Employee.select().columns(max(Employee.bonus));

        let bonus = Employee
            .insert(NewEmployee {
                id: 5,
                name: "Eve".into(),
                salary: 1,
            })
            .set(Employee.bonus, scalar(largest))
            .returning(Employee.bonus)
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(bonus, Some(30));
    });
}

#[test]
fn a_subquery_in_a_join_condition_and_in_having() {
    db::run(async |db| {
        company(&db).await;
        let most = || Manager.select().columns(max(Manager.salary));

        let joined: Vec<Employee> = Employee
            .select()
            .inner_join(
                Department,
                Employee
                    .department_id
                    .eq(Department.id)
                    .and(Employee.salary.eq(scalar(most()))),
            )
            .columns(Employee.all())
            .fetch_all(db.pool())
            .await
            .unwrap();
        let groups: Vec<(Option<i64>, i64)> = Employee
            .select()
            .group_by(Employee.department_id)
            .having(max(Employee.salary).eq(scalar(most())))
            .columns((Employee.department_id, count()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(names(&joined), ["Ana"]);
        assert_eq!(groups, [(Some(1), 3)]);
    });
}

#[test]
fn a_correlated_subquery_in_a_grouped_query() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(String, i64, i64)> = Department
            .select()
            .left_join(Manager, Manager.department_id.eq(Department.id))
            .group_by(Department.id)
            .order_by(Department.id)
            .columns((
                Department.name,
                count_of(Manager.id),
                scalar(staff!().columns(count())),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(
            rows,
            [("surgery".to_owned(), 3, 3), ("archive".to_owned(), 0, 0)]
        );
    });
}
