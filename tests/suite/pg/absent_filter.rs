//! Conditions that may be absent, in statements that change rows (finding A12).

use schema_core::exec::Executable;
use schema_core::expr::AllOf;
use schema_core::prelude::*;
use schema_core::sql::Fragment;
use schema_tests::db;

use crate::company::{Employee, company};

/// A condition that is absent.
fn none<E>(_: E) -> Option<E> {
    None
}

fn is_refused(statement: impl Executable + Fragment) -> bool {
    let error = statement.into_sqlx().err();
    matches!(error, Some(Error::NothingFiltered { table: "employees" }))
}

#[test]
fn a_statement_without_a_condition_is_refused() {
    let first = Employee.id.eq(1);
    let delete = || Employee.delete();

    assert!(is_refused(delete().filter(none(first))));
    assert!(is_refused(delete().filter(vec![none(first)])));
    assert!(is_refused(delete().filter(vec![first; 0])));
    assert!(is_refused(delete().filter(all_of([first; 0]))));
    assert!(is_refused(
        delete().filter(none(first).boxed::<(Employee,), _>())
    ));
    assert!(is_refused(
        delete().filter(none(first)).filter(vec![first; 0])
    ));
    // `not false` and `true or …` are true for each row, too.
    assert!(is_refused(delete().filter(any_of([first; 0]).not())));
    assert!(is_refused(delete().filter(all_of([first; 0]).or(first))));
    let update = Employee.update().set(Employee.name, "Ana");
    assert!(is_refused(update.filter(none(first))));
    assert!(is_refused(
        Employee.delete().filter(none(first)).returning(Employee.id)
    ));
}

#[test]
fn a_statement_with_a_condition_is_not_refused() {
    let first = Employee.id.eq(1);
    let delete = || Employee.delete();

    assert!(!is_refused(delete().filter(first)));
    assert!(!is_refused(delete().filter(Some(first))));
    assert!(!is_refused(delete().filter(first).filter(none(first))));
    assert!(!is_refused(delete().filter(first.and(none(first)))));
    assert!(!is_refused(delete().filter(first.or(none(first)))));
    assert!(!is_refused(delete().filter(vec![none(first), Some(first)])));
    // No row, which is harmless.
    assert!(!is_refused(delete().filter(any_of([first; 0]))));
    assert!(!is_refused(delete().all_rows()));
    // A select may read every row.
    let all: AllOf<_> = all_of([first; 0]);
    assert!(Employee.select().filter(all).into_sqlx().is_ok());
}

#[test]
fn nothing_is_sent() {
    db::run(async |db| {
        company(&db).await;
        let count = Employee.select().columns(count());
        let before = count.fetch_one(db.pool()).await.unwrap();

        let error = Employee
            .delete()
            .filter(none(Employee.id.eq(1)))
            .execute(db.pool())
            .await
            .unwrap_err();

        assert_eq!(error.table(), Some("employees"));
        assert_eq!(
            error.to_string(),
            "every condition of the update or delete of table `employees` is absent; pass a condition to `filter`, or \
             call `all_rows()` to change every row"
        );
        assert_eq!(count.fetch_one(db.pool()).await.unwrap(), before);
    });
}
