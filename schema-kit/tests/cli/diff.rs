//! `diff`.

use schema_kit::cli::Status;
use schema_tests::db::{self, TestDb};
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};

use crate::tables::{first, second};
use crate::{execute_sql, message, run, statements};

#[tokio::test]
async fn structs_and_snapshots_are_compared_without_a_server() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    run(
        Some(first::SCHEMA),
        &["--migrations", path, "generate", "first"],
    )
    .await;

    let args = [
        "--migrations",
        path,
        "diff",
        "--from",
        "migrations",
        "--to",
        "structs",
    ];
    let same = run(Some(first::SCHEMA), &args).await;
    assert_eq!(same.status, Status::NoChanges);
    assert_eq!(same.text, "-- no changes\n");
    let outcome = run(Some(second::SCHEMA), &args).await;
    assert_eq!(outcome.status, Status::Changes);
    assert!(
        outcome.text.contains("rename to \"people\""),
        "{}",
        outcome.text
    );

    let args = ["diff", "--from", "empty", "--to", "structs"];
    let outcome = run(Some(first::SCHEMA), &args).await;
    let export = run(Some(first::SCHEMA), &["export"]).await;
    assert_eq!(outcome.data["sql"], export.data["sql"]);
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn two_databases_become_equal() {
    db::run_concurrent(async |db| {
        let from = Database::create(&db, "from").await;
        let to = Database::create(&db, "to").await;
        from.execute(
            "create table notes (id int primary key, text text); insert into notes values (1, 'a')",
        )
        .await;
        to.execute(
            "create table notes (id bigint primary key, text text not null);
             create view texts as select text from notes;
             create rule nothing as on insert to notes do also nothing",
        )
        .await;

        let args = ["diff", "--from", &from.url, "--to", &to.url];
        let outcome = run(None, &[&args[..], &["--apply"]].concat()).await;

        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let unmodelled = outcome.data["plan"]["unmodelled"].to_string();
        assert!(unmodelled.contains("rule"), "{unmodelled}");
        let again = run(None, &args).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
        assert_eq!(from.count("select count(*) from texts").await, 1);
        from.drop(&db).await;
        to.drop(&db).await;
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_database_becomes_equal_without_long_locks() {
    db::run_concurrent(async |db| {
        let from = Database::create(&db, "online_from").await;
        let to = Database::create(&db, "online_to").await;
        from.execute(
            "create table notes (id int primary key, text text); insert into notes values (1, 'a');
             create table parts (id int, a int) partition by range (id);
             create table parts_1 partition of parts for values from (0) to (10);
             insert into parts values (1, 1)",
        )
        .await;
        to.execute(
            "create table notes (id int primary key, text text not null check (text <> ''));
             create index notes_text on notes (text);
             create table parts (id int, a int) partition by range (id);
             create table parts_1 partition of parts for values from (0) to (10);
             create index parts_a on parts (a) include (id)",
        )
        .await;

        let args = ["diff", "--from", &from.url, "--to", &to.url, "--online"];
        let outcome = run(None, &[&args[..], &["--apply"]].concat()).await;

        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let sql = statements(&outcome).join(";\n");
        for part in [
            "create index concurrently \"notes_text\"",
            "validate constraint \"notes_text_check\"",
            "validate constraint \"notes_text_not_null_check\"",
            "create index \"parts_a\" on only \"parts\"",
            "create index concurrently \"parts_1_a_id_idx\" on \"parts_1\"",
            "alter index \"parts_a\" attach partition \"parts_1_a_id_idx\"",
        ] {
            assert!(sql.contains(part), "no {part} in\n{sql}");
        }
        let again = run(None, &args).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
        let invalid = "select count(*) from pg_index where not indisvalid";
        assert_eq!(from.count(invalid).await, 0);
        from.drop(&db).await;
        to.drop(&db).await;
    });
}

/// A database of its own on the test's server.
pub(crate) struct Database {
    name: String,
    pub(crate) url: String,
    connection: PgConnectOptions,
}

impl Database {
    pub(crate) async fn create(db: &TestDb, suffix: &str) -> Self {
        let name = format!("{}_{suffix}", db.schema());
        execute_sql(db, &format!("create database {name} template template0")).await;
        let options = db.connect_options();
        let (host, port, user) = (
            options.get_host(),
            options.get_port(),
            options.get_username(),
        );
        let url = format!("postgres://{user}@{host}:{port}/{name}?sslmode=disable");
        Self {
            connection: url.parse().unwrap(),
            url,
            name,
        }
    }

    async fn execute(&self, sql: &str) {
        let mut connection = self.connection.connect().await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
            .execute(&mut connection)
            .await
            .unwrap();
        connection.close().await.unwrap();
    }

    pub(crate) async fn count(&self, sql: &str) -> i64 {
        let mut connection = self.connection.connect().await.unwrap();
        let count = sqlx::query_scalar(AssertSqlSafe(sql.to_owned()));
        let count = count.fetch_one(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        count
    }

    pub(crate) async fn drop(self, db: &TestDb) {
        execute_sql(db, &format!("drop database {} with (force)", self.name)).await;
    }
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_database_becomes_like_a_snapshot() {
    db::run_concurrent(async |db| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        run(
            Some(first::SCHEMA),
            &["--migrations", path, "generate", "first"],
        )
        .await;
        // The whole database is compared, and other tests change this one.
        let from = Database::create(&db, "from").await;
        let args = [
            "--migrations",
            path,
            "diff",
            "--from",
            &from.url,
            "--to",
            "migrations",
        ];

        let outcome = run(None, &[&args[..], &["--apply"]].concat()).await;

        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let again = run(None, &args).await;
        assert_eq!(statements(&again), [""; 0]);
        from.drop(&db).await;
    });
}

#[tokio::test]
async fn a_source_that_does_not_exist_is_named() {
    let outcome = run(None, &["diff", "--from", "nowhere", "--to", "empty"]).await;
    assert_eq!(
        message(&outcome),
        "error: `nowhere` is no source; write a URL such as `postgres://host/database`, the path of a snapshot file, \
         `migrations`, `structs` or `empty`"
    );
}
