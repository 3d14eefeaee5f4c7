//! The harness for tests on a real Postgres: isolation and clean-up.

use std::panic::{self, AssertUnwindSafe};

use schema_tests::db;
use sqlx::{Connection, Executor, PgConnection, PgPool};

async fn exists(pool: &PgPool, schema: &str) -> bool {
    sqlx::query_scalar("select to_regnamespace($1) is not null")
        .bind(schema)
        .fetch_one(pool)
        .await
        .expect("could not read the namespaces")
}

#[test]
fn each_test_has_its_own_tables() {
    for _ in 0..2 {
        db::run(async |db| {
            let sql = "create table mine (id int); insert into mine values (1)";
            db.pool().execute(sql).await.unwrap();

            let count: i64 = sqlx::query_scalar("select count(*) from mine")
                .fetch_one(db.pool())
                .await
                .unwrap();

            assert_eq!(count, 1);
        });
    }
}

#[test]
fn tables_are_created_in_the_namespace_of_the_test() {
    db::run(async |db| {
        db.pool()
            .execute("create table here (id int)")
            .await
            .unwrap();

        let sql = "select count(*) from pg_tables where tablename = 'here' and schemaname = $1";
        let count: i64 = sqlx::query_scalar(sql)
            .bind(db.schema())
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(count, 1);
    });
}

#[test]
fn the_extensions_are_installed() {
    db::run(async |db| {
        db.pool()
            .execute("create table items (embedding vector(3))")
            .await
            .unwrap();
        let sql = "create index on items using hnsw (embedding vector_cosine_ops)";
        db.pool().execute(sql).await.unwrap();
        db.pool()
            .execute("select similarity('a', 'b')")
            .await
            .unwrap();
        assert!(db.server_version_num() >= 170_000);
    });
}

#[test]
fn the_url_selects_the_same_namespace() {
    db::run(async |db| {
        db.pool().close().await;
        let mut connection = PgConnection::connect(db.url()).await.unwrap();

        let schema: String = sqlx::query_scalar("select current_schema()::text")
            .fetch_one(&mut connection)
            .await
            .unwrap();

        assert_eq!(schema, db.schema());
        connection.close().await.unwrap();
    });
}

#[test]
fn a_test_that_panics_leaves_no_namespace() {
    let mut schema = String::new();

    let panicked = panic::catch_unwind(AssertUnwindSafe(|| {
        db::run(async |db| {
            db.schema().clone_into(&mut schema);
            assert!(exists(db.pool(), &schema).await);
            let _open = db.pool().begin().await.unwrap();
            panic::panic_any("on purpose");
        });
    }));

    assert_eq!(panicked.unwrap_err().downcast_ref(), Some(&"on purpose"));
    db::run(async |db| assert!(!exists(db.pool(), &schema).await));
}

#[test]
fn a_test_that_closes_its_pool_leaves_no_namespace() {
    let mut schema = String::new();

    db::run(async |db| {
        db.schema().clone_into(&mut schema);
        db.pool().close().await;
    });

    db::run(async |db| assert!(!exists(db.pool(), &schema).await));
}

#[test]
fn a_task_that_holds_a_connection_does_not_outlive_its_test() {
    let mut schema = String::new();

    db::run(async |db| {
        db.schema().clone_into(&mut schema);
        let mut connection = db.pool().acquire().await.unwrap();
        tokio::spawn(async move {
            connection
                .execute("begin; create table held (id int)")
                .await
                .unwrap();
            std::future::pending::<()>().await;
        });
    });

    db::run(async |db| assert!(!exists(db.pool(), &schema).await));
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_concurrent_test_has_several_connections() {
    db::run_concurrent(async |db| {
        let first = db.pool().acquire().await.unwrap();
        let second = db.pool().acquire().await.unwrap();
        drop((first, second));
    });
}
