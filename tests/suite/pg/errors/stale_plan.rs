//! Statements prepared before the schema changed.

use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

use super::{Note, chain, note, sql};

#[test]
fn a_prepared_statement_survives_new_columns() {
    db::run(async |db| {
        note(&db, "select 1").await;
        let mut connection = db.pool().acquire().await.unwrap();
        Note.select().fetch_all(&mut *connection).await.unwrap();
        connection
            .execute("alter table notes add column added integer")
            .await
            .unwrap();

        let rows = Note.select().fetch_all(&mut *connection).await.unwrap();

        assert_eq!(rows.len(), 1);
    });
}

#[test]
fn a_prepared_statement_is_stale_after_a_type_changes() {
    db::run(async |db| {
        note(&db, "alter table notes alter column text type varchar(20)").await;
        let mut connection = db.pool().acquire().await.unwrap();
        Note.select().fetch_all(&mut *connection).await.unwrap();
        connection
            .execute("alter table notes alter column text type text")
            .await
            .unwrap();

        let error = Note.select().fetch_all(&mut *connection).await.unwrap_err();

        assert!(matches!(error, Error::StalePlan(_)), "{error:?}");
        assert_eq!(
            error.to_string(),
            "a table has changed since this connection prepared the statement; \
             call `clear_cached_statements` or open a new connection"
        );
        connection.clear_cached_statements().await.unwrap();
        let rows = Note.select().fetch_all(&mut *connection).await.unwrap();
        assert_eq!(rows.len(), 1);
    });
}

#[test]
fn a_new_type_that_does_not_fit_is_reported_after_clearing() {
    db::run(async |db| {
        note(&db, "select 1").await;
        let mut connection = db.pool().acquire().await.unwrap();
        Note.select().fetch_all(&mut *connection).await.unwrap();
        connection
            .execute("alter table notes alter column number type text")
            .await
            .unwrap();

        let stale = Note.select().fetch_all(&mut *connection).await.unwrap_err();
        connection.clear_cached_statements().await.unwrap();
        let error = Note.select().fetch_all(&mut *connection).await.unwrap_err();

        assert!(matches!(stale, Error::StalePlan(_)), "{stale:?}");
        assert!(matches!(error, Error::Type { .. }), "{error:?}");
    });
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum Mood {
    Calm,
}

#[table(name = "guests")]
#[derive(Debug)]
struct Guest {
    #[column(primary_key)]
    id: i32,
    mood: Mood,
}

#[test]
fn a_connection_is_stale_after_an_enum_is_recreated() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let schema = schema![Guest];
        let new = || {
            Guest.insert(NewGuest {
                id: 1,
                mood: Mood::Calm,
            })
        };
        schema
            .create()
            .unwrap()
            .execute(&mut *connection)
            .await
            .unwrap();
        new().execute(&mut *connection).await.unwrap();
        schema
            .drop()
            .unwrap()
            .execute(&mut *connection)
            .await
            .unwrap();
        schema
            .create()
            .unwrap()
            .execute(&mut *connection)
            .await
            .unwrap();

        let prepared = new().execute(&mut *connection).await.unwrap_err();
        let other = Guest.update().set(Guest.mood, Mood::Calm).all_rows();
        let other = other.execute(&mut *connection).await.unwrap_err();

        for error in [prepared, other] {
            assert!(matches!(error, Error::StalePlan(_)), "{error:?}");
        }
        connection.clear_cached_statements().await.unwrap();
        new().execute(&mut *connection).await.unwrap();
        let row = Guest.find(1).fetch_one(&mut *connection).await.unwrap();
        assert_eq!((row.id, row.mood), (1, Mood::Calm));
    });
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum State {
    Open,
    Closed,
}

#[table(name = "jobs")]
#[derive(Debug, PartialEq)]
struct Job {
    #[column(primary_key)]
    id: i32,
    state: State,
    states: Vec<State>,
}

/// Creates `jobs` in two Postgres schemas, `{…}_a` and `{…}_b`, and returns their names.
async fn tenants(db: &TestDb) -> [String; 2] {
    let names = ["a", "b"].map(|tenant| format!("{}_{tenant}", db.schema()));
    for name in &names {
        sql(db, &format!("create schema {name}")).await;
        let mut connection = db.pool().acquire().await.unwrap();
        become_tenant(&mut connection, name).await;
        let create = schema![Job].create().unwrap();
        create.execute(&mut *connection).await.unwrap();
        become_tenant(&mut connection, &format!("{},public", db.schema())).await;
        connection.clear_cached_statements().await.unwrap();
    }
    names
}

async fn become_tenant(connection: &mut PgConnection, search_path: &str) {
    let set = AssertSqlSafe(format!("set search_path = {search_path}"));
    connection.execute(set).await.unwrap();
}

async fn drop_tenants(db: &TestDb, mut connection: sqlx::pool::PoolConnection<sqlx::Postgres>) {
    connection.clear_cached_statements().await.unwrap();
    become_tenant(&mut connection, &format!("{},public", db.schema())).await;
    drop(connection);
    for tenant in ["a", "b"] {
        sql(db, &format!("drop schema {}_{tenant} cascade", db.schema())).await;
    }
}

fn job(id: i32) -> NewJob {
    NewJob {
        id,
        state: State::Open,
        states: vec![State::Closed],
    }
}

/// Finding A10. sqlx looks up a type once for each connection, and a prepared statement keeps the types of its
/// parameters: nothing that is sent later can change that.
#[test]
fn a_statement_is_stale_after_the_search_path_changes() {
    db::run(async |db| {
        let [a, b] = tenants(&db).await;
        let mut connection = db.pool().acquire().await.unwrap();
        become_tenant(&mut connection, &a).await;
        Job.insert(job(1)).execute(&mut *connection).await.unwrap();
        Job.find(1).fetch_one(&mut *connection).await.unwrap();
        become_tenant(&mut connection, &b).await;

        let mut errors = Vec::new();
        // Prepared in the other Postgres schema.
        let insert = Job.insert(job(2)).execute(&mut *connection).await;
        errors.push(insert.unwrap_err());
        let find = Job.find(1).fetch_optional(&mut *connection).await;
        errors.push(find.unwrap_err());
        // Prepared in this one, with the type of the other.
        let set = Job.update().set(Job.state, State::Closed).all_rows();
        errors.push(set.execute(&mut *connection).await.unwrap_err());
        let many = Job.insert_many([job(3), job(4)]);
        errors.push(many.execute(&mut *connection).await.unwrap_err());
        let list = Job.select().filter(Job.state.eq_any([State::Open]));
        errors.push(list.fetch_all(&mut *connection).await.unwrap_err());
        let filter = Job.delete().filter(Job.state.ne(State::Open));
        errors.push(filter.execute(&mut *connection).await.unwrap_err());
        let states = Job.select().filter(Job.states.contains([State::Closed]));
        errors.push(states.fetch_all(&mut *connection).await.unwrap_err());
        for error in errors {
            assert!(matches!(error, Error::StalePlan(_)), "{}", chain(&error));
            assert!(error.sql().is_some());
        }

        connection.clear_cached_statements().await.unwrap();
        Job.insert(job(2)).execute(&mut *connection).await.unwrap();
        let row = Job.find(2).fetch_one(&mut *connection).await.unwrap();
        assert_eq!(
            (row.state, &row.states[..]),
            (State::Open, &[State::Closed][..])
        );
        let count = Job.select().columns(count());
        assert_eq!(count.fetch_one(&mut *connection).await.unwrap(), 1);
        drop_tenants(&db, connection).await;
    });
}

/// Related to finding A10.
#[test]
fn a_type_that_the_search_path_does_not_reach_says_so() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();

        let insert = Job.insert(job(1)).execute(&mut *connection).await;
        let error = insert.unwrap_err();

        assert!(matches!(error, Error::Database(_)), "{error:?}");
        assert_eq!(
            error.to_string(),
            "type `\"state\"` is in no Postgres schema of the connection's `search_path`; \
             create it, or install its extension in one that all connections search"
        );
        assert_eq!(error.sql(), Some(&*Job.insert(job(1)).to_sql()));
    });
}

/// Finding A8.
#[test]
fn a_connection_is_stale_after_the_server_forgot_its_statements() {
    db::run(async |db| {
        note(&db, "select 1").await;
        let mut connection = db.pool().acquire().await.unwrap();
        Note.find(1).fetch_one(&mut *connection).await.unwrap();
        connection.execute("deallocate all").await.unwrap();

        let error = Note.find(1).fetch_one(&mut *connection).await.unwrap_err();

        assert!(matches!(error, Error::StalePlan(_)), "{error:?}");
        connection.clear_cached_statements().await.unwrap();
        Note.find(1).fetch_one(&mut *connection).await.unwrap();
    });
}
