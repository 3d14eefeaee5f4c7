//! `set_if`: assignments that may be absent.
#![allow(clippy::option_option, reason = "absent, null or a value")]

use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

use crate::company::{Employee, NewEmployee, company};

/// An HTTP `PATCH`: a field is absent, null, or a value.
#[derive(Default)]
struct Patch {
    name: Option<String>,
    bonus: Option<Option<i32>>,
}

async fn patch(db: &TestDb, patch: Patch) -> schema_core::Result<(String, Option<i32>)> {
    Employee
        .update()
        .set_if(Employee.name, patch.name)
        .set_if(Employee.bonus, patch.bonus)
        .filter(Employee.id.eq(1))
        .returning((Employee.name, Employee.bonus))
        .fetch_one(db.pool())
        .await
}

#[test]
fn an_absent_value_leaves_the_column_as_it_is() {
    db::run(async |db| {
        company(&db).await;
        let name = Some("Eve".to_owned());

        let value = Patch {
            name,
            bonus: Some(Some(5)),
        };
        assert_eq!(
            patch(&db, value).await.unwrap(),
            ("Eve".to_owned(), Some(5))
        );
        let null = Patch {
            name: None,
            bonus: Some(None),
        };
        assert_eq!(patch(&db, null).await.unwrap(), ("Eve".to_owned(), None));
        let name = Some("Ana".to_owned());
        let absent = Patch { name, bonus: None };
        assert_eq!(patch(&db, absent).await.unwrap(), ("Ana".to_owned(), None));
    });
}

#[test]
fn an_update_of_nothing_is_an_error_without_a_server() {
    db::run(async |db| {
        company(&db).await;
        let nothing = || Employee.update().set_if(Employee.name, None::<&str>);

        let error = patch(&db, Patch::default()).await.unwrap_err();
        assert!(
            matches!(
                error,
                Error::NothingToSet {
                    table: "employees",
                    ..
                }
            ),
            "{error:?}"
        );
        let error = nothing().all_rows().execute(db.pool()).await.unwrap_err();
        assert_eq!(error.table(), Some("employees"));
        let error = nothing().filter(Employee.id.eq(1)).returning_all();
        let error = error.fetch_all(db.pool()).await.unwrap_err();
        assert!(matches!(error, Error::NothingToSet { .. }), "{error:?}");
    });
}

#[test]
fn set_and_set_if_are_combined() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(i32, Option<i32>)> = Employee
            .update()
            .set_if(Employee.name, None::<String>)
            .set(Employee.salary, Employee.salary + 1)
            .set_if(Employee.bonus, Some(Employee.salary))
            .filter(Employee.id.eq(2))
            .returning((Employee.salary, Employee.bonus))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [(201, Some(200))]);
    });
}

#[test]
fn an_insert_sets_columns_that_have_a_value() {
    db::run(async |db| {
        company(&db).await;
        let insert = async |id: i64, bonus: Option<i32>, manager: Option<Option<i64>>| {
            Employee
                .insert(NewEmployee {
                    id,
                    name: "Eve".into(),
                    salary: 1,
                })
                .set_if(Employee.bonus, bonus)
                .set_if(Employee.manager_id, manager)
                .returning((Employee.bonus, Employee.manager_id))
                .fetch_one(db.pool())
                .await
                .unwrap()
        };

        assert_eq!(insert(5, None, None).await, (None, None));
        assert_eq!(insert(6, Some(3), Some(Some(1))).await, (Some(3), Some(1)));
        assert_eq!(insert(7, None, Some(None)).await, (None, None));
    });
}

#[test]
fn a_conflict_sets_columns_that_have_a_value() {
    db::run(async |db| {
        company(&db).await;
        let upsert = async |name: Option<&'static str>, bonus: Option<Option<i32>>| {
            Employee
                .insert(NewEmployee {
                    id: 1,
                    name: "Eve".into(),
                    salary: 1,
                })
                .on_conflict(Employee.id)
                .do_update()
                .set(Employee.salary, excluded(Employee.salary))
                .set_if(Employee.name, name)
                .set_if(Employee.bonus, bonus)
                .returning((Employee.name, Employee.salary, Employee.bonus))
                .fetch_one(db.pool())
                .await
                .unwrap()
        };

        assert_eq!(upsert(None, None).await, ("Ana".to_owned(), 1, Some(30)));
        assert_eq!(
            upsert(Some("Zoe"), Some(None)).await,
            ("Zoe".to_owned(), 1, None)
        );
    });
}
