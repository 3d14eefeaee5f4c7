//! A pooler in transaction mode, which is an error. Needs `PGBOUNCER_URL`, see `.ci/pgbouncer`.

use std::env;
use std::fs;

use schema_kit::migrate::{Folder, MigrateError, Migrator};
use sqlx::ConnectOptions as _;
use sqlx::postgres::PgConnectOptions;

#[tokio::test]
async fn a_pooler_in_transaction_mode_is_an_error_and_nothing_changes() {
    let url = env::var("PGBOUNCER_URL").expect("`.ci/pgbouncer start` sets `PGBOUNCER_URL`");
    let options: PgConnectOptions = url.parse().unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("1_a.sql"),
        "create table behind_a_pooler ();",
    )
    .unwrap();
    let migrator = Migrator::new(Folder::read(folder.path()).unwrap());

    let error = migrator.run_with(&options).await.unwrap_err();

    assert!(matches!(error, MigrateError::Pooler), "{error:?}");
    let mut connection = options.statement_cache_capacity(0).connect().await.unwrap();
    let exists: bool = sqlx::query_scalar("select to_regclass('behind_a_pooler') is not null")
        .persistent(false)
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert!(!exists);
}
