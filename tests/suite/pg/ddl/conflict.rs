//! Objects that have a wanted name but are not the wanted ones.

use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};
use sqlx::Executor as _;

#[derive(PgEnum, Debug)]
enum State {
    Open,
    Done,
}

#[table(name = "a_b")]
#[index(c, unique)]
#[index(sql("c + 1"), name = "by_state")]
struct Ab {
    c: i32,
    state: State,
}

/// Runs SQL of the test, then `create_if_not_exists`, and returns its error.
async fn conflict(db: &TestDb, sql: &str) -> String {
    let mut transaction = db.pool().begin().await.unwrap();
    (&mut *transaction)
        .execute(sqlx::AssertSqlSafe(sql.to_owned()))
        .await
        .unwrap();
    let script = schema![Ab].create_if_not_exists().unwrap();
    let error = script
        .execute(&mut *transaction)
        .await
        .unwrap_err()
        .to_string();
    let namespace = format!("{}.", db.schema());
    error
        .replace(&namespace, "")
        .replace("the server reported an error: ", "")
}

// Finding A5.
#[test]
fn an_index_of_another_table_is_an_error() {
    db::run(async |db| {
        assert_eq!(
            conflict(
                &db,
                "create table a (b_c int); create index a_b_c_idx on a (b_c)"
            )
            .await,
            "relation a_b_c_idx exists and is \"CREATE INDEX a_b_c_idx ON a USING btree (b_c)\", \
             but the schema declares a unique index of table \"a_b\" (c); rename one of them",
        );
    });
}

// Related to finding A5.
#[test]
fn whatever_has_a_wanted_name_but_is_not_the_wanted_thing_is_an_error() {
    db::run(async |db| {
        let table =
            "create type state as enum ('open', 'done'); create table a_b (c int, state state);";
        let an_index =
            "but the schema declares a unique index of table \"a_b\" (c); rename one of them";
        for (sql, expected) in [
            (
                "create view a_b as select 1",
                "relation a_b exists and is a view, but the schema declares a table; rename one of them".to_owned(),
            ),
            (
                "create table a (c int); create index a_b on a (c)",
                "relation a_b exists and is an index of table a, but the schema declares a table; rename one of them"
                    .to_owned(),
            ),
            (
                "create sequence a_b",
                "relation a_b exists and is a sequence, but the schema declares a table; rename one of them".to_owned(),
            ),
            (
                "create type state as enum ('open', 'closed')",
                "type state exists and is an enum of (open, closed), but the schema declares an enum of (open, done); \
                 rename one of them"
                    .to_owned(),
            ),
            (
                "create type state as enum ('done', 'open')",
                "type state exists and is an enum of (done, open), but the schema declares an enum of (open, done); \
                 rename one of them"
                    .to_owned(),
            ),
            (
                "create table state (x int)",
                "type state exists and is the type of the rows of a table, \
                 but the schema declares an enum of (open, done); rename one of them"
                    .to_owned(),
            ),
            (
                &format!("{table} create index a_b_c_idx on a_b (c)"),
                format!(
                    "relation a_b_c_idx exists and is \"CREATE INDEX a_b_c_idx ON a_b USING btree (c)\", {an_index}"
                ),
            ),
            (
                &format!("{table} create unique index a_b_c_idx on a_b (c) where c > 0"),
                format!(
                    "relation a_b_c_idx exists and is \
                     \"CREATE UNIQUE INDEX a_b_c_idx ON a_b USING btree (c) WHERE (c > 0)\", {an_index}"
                ),
            ),
            (
                &format!("{table} create unique index a_b_c_idx on a_b (c, state)"),
                format!(
                    "relation a_b_c_idx exists and is \
                     \"CREATE UNIQUE INDEX a_b_c_idx ON a_b USING btree (c, state)\", {an_index}"
                ),
            ),
            (
                "create table a_b_c_idx (x int)",
                format!("relation a_b_c_idx exists and is not an index, {an_index}"),
            ),
        ] {
            assert_eq!(conflict(&db, sql).await, expected, "{sql}");
        }
    });
}

#[test]
fn the_wanted_objects_are_kept_and_may_have_more() {
    db::run(async |db| {
        let sql = "create type state as enum ('new', 'open', 'done');
            create table a_b (c int, state state, more int) partition by range (c);
            create unique index a_b_c_idx on a_b (c) include (more);
            create index by_state on a_b ((c + 2))";
        db.pool().execute(sql).await.unwrap();
        let script = schema![Ab].create_if_not_exists().unwrap();
        script.execute(db.pool()).await.unwrap();
    });
}

// Section B: an error of a script says which statement it was.
#[test]
fn an_error_of_a_script_contains_the_statement() {
    #[table]
    struct Wrong {
        #[column(check = "it is not = sql")]
        a: i32,
        #[column(check = "absent > 0")]
        b: i32,
    }

    #[table]
    struct Missing {
        #[column(check = "absent > 0")]
        b: i32,
    }

    db::run(async |db| {
        db.pool()
            .execute("create table a_b (c int, state text)")
            .await
            .unwrap();

        let script = schema![Ab].create().unwrap();
        let error = script.execute(db.pool()).await.unwrap_err();
        let statement = error.sql().unwrap();
        assert!(
            statement.starts_with("create table \"a_b\" ("),
            "{statement}"
        );
        assert_eq!(
            error.to_string(),
            "the server reported an error: relation \"a_b\" already exists"
        );

        // A syntax error is found before anything runs.
        let script = schema![Missing, Wrong].create().unwrap();
        let error = script.execute(db.pool()).await.unwrap_err();
        let statement = error.sql().unwrap();
        assert!(
            statement.starts_with("create table \"wrong\" ("),
            "{statement}"
        );
        let script = schema![Missing].create().unwrap();
        let error = script.execute(db.pool()).await.unwrap_err();
        assert!(
            error
                .to_string()
                .contains("column \"absent\" does not exist"),
            "{error}"
        );
        let statement = error.sql().unwrap();
        assert!(
            statement.starts_with("create table \"missing\""),
            "{statement}"
        );
    });
}
