//! `group_by` of primary keys, whole rows of groups.

use schema_core::prelude::*;
use schema_tests::db;

use crate::clinic::{Enrolment, NewEnrolment, Patient, insert_patients};
use crate::company::{Department, Employee, Manager, company};

#[test]
fn all_columns_of_a_table_whose_key_is_grouped() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Department, String, i64, Option<i64>)> = Department
            .select()
            .left_join(Employee, Employee.department_id.eq(Department.id))
            .group_by(Department.id)
            .having(Department.name.ne("x"))
            .having(count().lt(9))
            .order_by(Department.name.desc())
            .columns((
                Department.all(),
                Department.name,
                count_of(Employee.id),
                sum(Employee.bonus),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows[0].0.name, "surgery");
        assert_eq!((rows[0].2, rows[0].3), (3, Some(40)));
        assert_eq!(
            (rows[1].1.as_str(), rows[1].2, rows[1].3),
            ("archive", 0, None)
        );
    });
}

#[test]
fn the_grouped_row_of_a_left_joined_table_is_an_option() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Option<Department>, Option<String>, i64)> = Employee
            .select()
            .left_join_on(Employee.department_id)
            .group_by(Department.id)
            .order_by(Department.id.asc().nulls_last())
            .columns((Department.all(), Department.name, count()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows[0].0.as_ref().unwrap().name, "surgery");
        assert_eq!((rows[0].1.as_deref(), rows[0].2), (Some("surgery"), 3));
        assert_eq!(rows[1], (None, None, 1));
    });
}

#[test]
fn the_key_of_an_alias_is_grouped() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Employee, i64)> = Employee
            .select()
            .inner_join(Manager, Employee.manager_id.eq(Manager.id))
            .group_by((Manager.id, Manager.salary))
            .columns((Manager.all(), count()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!((rows[0].0.name.as_str(), rows[0].1), ("Ana", 2));
    });
}

#[test]
fn the_keys_of_two_tables_are_grouped() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(String, String, i64)> = Employee
            .select()
            .inner_join_on(Employee.department_id)
            .left_join(Manager, Manager.manager_id.eq(Employee.id))
            .group_by((Employee.id, Department.id))
            .order_by(Employee.id)
            .columns((Employee.name, Department.name, count_of(Manager.id)))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let row = |name: &str, number| (name.to_owned(), "surgery".to_owned(), number);
        assert_eq!(rows, [row("Ana", 2), row("Ben", 0), row("Cem", 0)]);
    });
}

#[test]
fn a_composite_key_is_grouped() {
    db::run(async |db| {
        let ids = insert_patients(&db, &["a", "b"]).await;
        create!(db, Enrolment);
        let enrolments = [(ids[0], "latin"), (ids[0], "music"), (ids[1], "music")];
        let enrolments = enrolments.map(|(patient_id, course)| NewEnrolment {
            patient_id,
            course: course.to_owned(),
            grades: vec![Some(1)],
        });
        Enrolment
            .insert_many(enrolments)
            .execute(db.pool())
            .await
            .unwrap();

        let rows: Vec<(Enrolment, Option<String>, i64)> = Enrolment
            .select()
            .inner_join(Patient, Patient.id.ge(Enrolment.patient_id))
            .group_by(Enrolment.primary_key())
            .order_by((Enrolment.patient_id, Enrolment.course.desc()))
            .columns((Enrolment.all(), Enrolment.remark, count()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let found: Vec<_> = rows
            .iter()
            .map(|row| (row.0.course.as_str(), row.2))
            .collect();
        assert_eq!(found, [("music", 2), ("latin", 2), ("music", 1)]);
        assert_eq!(rows[0].0.grades, [Some(1)]);
    });
}

#[test]
fn a_key_and_an_expression_are_grouped() {
    db::run(async |db| {
        company(&db).await;
        let rich = Employee.salary.gt(param!(250));

        let rows: Vec<(String, bool, i64)> = Department
            .select()
            .inner_join(Employee, Employee.department_id.eq(Department.id))
            .group_by((Department.primary_key(), rich))
            .order_by(grouped(rich).asc())
            .columns((Department.name, grouped(rich), count()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(
            rows,
            [
                ("surgery".to_owned(), false, 2),
                ("surgery".to_owned(), true, 1)
            ]
        );
    });
}

/// A group is returned if all conditions are true.
#[test]
fn several_conditions_on_groups() {
    db::run(async |db| {
        company(&db).await;
        let departments = Employee.select().group_by(Employee.department_id);

        let rows: Vec<Option<i64>> = departments
            .having(count().lt(9).or(count().gt(20)))
            .having(sum(Employee.bonus).gt(3))
            .columns(Employee.department_id)
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [Some(1)]);
    });
}
