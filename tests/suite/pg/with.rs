//! `with`: queries that a statement refers to by name.

use schema_core::prelude::*;
use schema_tests::db;

use crate::company::{Department, Employee, company};

#[derive(Selectable, Debug, PartialEq)]
struct Head {
    id: i64,
    manager_id: Option<i64>,
}

#[derive(Selectable, Debug, PartialEq)]
struct Team {
    manager_id: Option<i64>,
    size: i64,
}

alias!(Boss = Head);

macro_rules! heads {
    ($least:expr) => {
        Employee
            .select()
            .filter(Employee.salary.ge($least))
            .columns(SelectHead {
                id: Employee.id,
                manager_id: Employee.manager_id,
            })
    };
}

#[test]
fn a_named_query_is_read() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<Head> = with(heads!(200))
            .query(Head.select().order_by(Head.id).limit(2))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let head = |id, manager_id| Head { id, manager_id };
        assert_eq!(rows, [head(1, None), head(2, Some(1))]);
    });
}

#[test]
fn an_alias_reads_a_named_query_twice() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(i64, Option<i64>)> = with(heads!(200))
            .query(
                Head.select()
                    .left_join(Boss, Head.manager_id.eq(Boss.id))
                    .order_by(Head.id)
                    .columns((Head.id, Boss.id)),
            )
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [(1, None), (2, Some(1)), (3, Some(1))]);
    });
}

#[test]
fn a_named_query_reads_the_one_before() {
    db::run(async |db| {
        company(&db).await;
        let teams = Head.select().group_by(Head.manager_id).columns(SelectTeam {
            manager_id: Head.manager_id,
            size: count(),
        });

        let rows: Vec<(String, i64)> = with(heads!(200))
            .with(teams)
            .query(
                Employee
                    .select()
                    .inner_join(Team, Team.manager_id.eq(Employee.id))
                    .filter(Team.size.gt(1))
                    .columns((Employee.name, Team.size)),
            )
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [("Ana".to_owned(), 2)]);
    });
}

#[test]
fn a_left_joined_named_query_is_an_option() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Employee, Option<Head>)> = with(heads!(300))
            .query(
                Employee
                    .select()
                    .left_join(Head, Head.id.eq(Employee.manager_id))
                    .order_by(Employee.id),
            )
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert!(rows[0].1.is_none());
        assert_eq!(rows[1].1.as_ref().unwrap().id, 1);
    });
}

#[test]
fn a_subquery_reads_a_named_query() {
    db::run(async |db| {
        company(&db).await;
        let managers = Head
            .select()
            .filter(Head.manager_id.is_not_null())
            .columns(Head.manager_id);

        let query = Employee
            .select()
            .uses(Head)
            .filter(Employee.id.is_in(managers))
            .columns(Employee.name);
        let rows: Vec<String> = with(heads!(200))
            .query(query)
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, ["Ana"]);
    });
}

#[test]
fn a_correlated_subquery_reads_a_named_query() {
    db::run(async |db| {
        company(&db).await;
        let team = Head
            .select()
            .correlate(Employee)
            .filter(Head.manager_id.eq(Employee.id))
            .columns(count());

        let rows: Vec<(i64, i64)> = with(heads!(200))
            .query(
                Employee
                    .select()
                    .uses(Head)
                    .order_by(Employee.id)
                    .columns((Employee.id, scalar(team))),
            )
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [(1, 2), (2, 0), (3, 0), (4, 0)]);
    });
}

#[test]
fn parameters_of_all_queries_are_sent_in_order() {
    db::run(async |db| {
        company(&db).await;
        let teams = Head
            .select()
            .filter(Head.id.ne(3))
            .group_by(Head.manager_id)
            .having(count().lt(9))
            .columns(SelectTeam {
                manager_id: Head.manager_id,
                size: count(),
            });

        let query = with(heads!(150)).with(teams).query(
            Department
                .select()
                .cross_join(Team)
                .filter(Team.manager_id.eq(1))
                .filter(Department.name.eq("archive"))
                .columns((Department.id, Team.size + 100)),
        );
        let row: (i64, i64) = query.fetch_one(db.pool()).await.unwrap();

        assert_eq!(row, (2, 101));
    });
}
