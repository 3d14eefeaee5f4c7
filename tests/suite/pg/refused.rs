//! Statements that the server would reject for their values: they are refused before they are sent (findings, section B).

use schema_core::prelude::*;
use schema_core::sql::Fragment;
use schema_tests::db;

use crate::company::{Employee, company};

/// Returns the reason why a statement is refused without a server.
fn reason(statement: impl Statement + Fragment) -> String {
    match statement.into_sqlx() {
        Err(Error::Invalid { message }) => message.into(),
        Err(error) => panic!("{error}"),
        Ok((sql, _)) => panic!("accepted: {}", sql.as_str()),
    }
}

#[test]
fn a_negative_number_of_rows() {
    let query = || Employee.select().columns(Employee.id);
    let limit = "`limit` is -1; pass a number that is not negative";
    assert_eq!(reason(query().limit(-1)), limit);
    assert_eq!(reason(query().limit(Some(-1_i64))), limit);
    assert_eq!(reason(query().boxed().limit(-1)), limit);

    let offset = "`offset` is -20; pass a number that is not negative";
    assert_eq!(reason(query().offset(-20)), offset);
    assert_eq!(reason(query().limit(5).offset(-20)), offset);
    assert_eq!(reason(query().boxed().offset(-20)), offset);
    assert_eq!(
        reason(
            Employee
                .select()
                .filter(Employee.id.is_in(query().offset(-20)))
        ),
        offset
    );

    assert!(query().limit(0).offset(0).into_sqlx().is_ok());
    assert!(query().limit(u64::MAX).into_sqlx().is_ok());
}

#[table(name = "members")]
struct Member {
    #[column(primary_key)]
    id: i64,
    name: String,
    age: Option<i32>,
}

#[derive(Insertable)]
#[insertable(Member)]
struct Import {
    id: i64,
    name: String,
    age: Option<i32>,
}

#[test]
fn a_column_of_the_row_and_of_set() {
    let row = || Import {
        id: 1,
        name: "Ana".into(),
        age: None,
    };
    let twice =
        "column `age` of table `members` is set, and the row has it as well; remove one of the two";

    assert_eq!(reason(Member.insert(row()).set(Member.age, 5)), twice);
    assert_eq!(
        reason(Member.insert(row()).set_if(Member.age, Some(5))),
        twice
    );
    assert_eq!(
        reason(Member.insert_many([row()]).set(Member.age, 5)),
        twice
    );
    assert_eq!(
        reason(
            Member
                .insert(row())
                .set(Member.age, 5)
                .on_conflict(Member.id)
                .do_nothing()
        ),
        twice
    );

    let absent = Member.insert(row()).set_if(Member.age, None::<i32>);
    assert!(absent.into_sqlx().is_ok());
    let other = Member.insert(NewMember {
        id: 1,
        name: "Ana".into(),
    });
    assert!(other.set(Member.age, 5).into_sqlx().is_ok());
}

#[test]
fn distinct_rows_in_an_order_that_is_not_selected() {
    let names = || Employee.select().distinct().columns(Employee.name);
    let unselected = |ordering: &str| {
        format!(
            "`select distinct` is ordered by `{ordering}`, which it does not select; select it as well"
        )
    };
    let salary = unselected(r#""employees"."salary""#);

    assert_eq!(reason(names().order_by(Employee.salary)), salary);
    assert_eq!(
        reason(
            Employee
                .select()
                .order_by(Employee.salary.desc())
                .distinct()
                .columns(Employee.name)
        ),
        salary
    );
    assert_eq!(
        reason(names().order_by((Employee.name, Employee.salary.asc().nulls_first()))),
        salary
    );
    assert_eq!(reason(names().boxed().order_by(Employee.salary)), salary);
    assert_eq!(
        reason(names().order_by((Employee.salary + 1).asc())),
        unselected(r#""employees"."salary" + $1"#)
    );
    let ordered = names().order_by(Employee.salary).limit(5).boxed();
    assert!(ordered.clone().count().into_sqlx().is_ok());
    assert_eq!(reason(ordered), salary);

    assert!(names().order_by(Employee.name.desc()).into_sqlx().is_ok());
}

#[test]
fn distinct_rows_in_a_selected_order_are_accepted_by_the_server() {
    db::run(async |db| {
        company(&db).await;
        let salaries: Vec<(i64, i32)> = Employee
            .select()
            .distinct()
            .columns((Employee.id, Employee.salary))
            .order_by((Employee.salary.desc().nulls_last(), Employee.id))
            .limit(1)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(salaries.len(), 1);

        let rows: Vec<Employee> = Employee
            .select()
            .distinct()
            .order_by(Employee.name)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert!(!rows.is_empty());
    });
}
