//! sqlx and this crate take turns.

use schema_kit::migrate::MigrateError;
use schema_tests::db;
use sqlx::migrate::Migrator as Sqlx;

use crate::fixture::{Files, value};

const FILES: [(&str, &str); 2] = [
    ("1_create_t.up.sql", "create table t (a int);\n"),
    ("1_create_t.down.sql", "drop table t;\n"),
];

/// Runs the folder with sqlx.
async fn run_sqlx(files: &Files, db: &db::TestDb) {
    let sqlx = Sqlx::new(files.path()).await.unwrap();
    let mut connection = db.pool().acquire().await.unwrap();
    sqlx.run(&mut *connection).await.unwrap();
}

#[test]
fn each_knows_what_the_other_one_applied() {
    db::run(async |db| {
        let files = Files::new(&FILES);
        run_sqlx(&files, &db).await;
        files.write("2_b.up.sql", "insert into t values (2);");
        assert_eq!(files.run(&db).await.unwrap(), [2]);
        files.write("3_c.up.sql", "insert into t values (3);");
        run_sqlx(&files, &db).await;
        assert_eq!(files.run(&db).await.unwrap(), [] as [i64; 0]);
        assert_eq!(value(&db, "select sum(a) from t").await, 5);
        assert_eq!(
            value(
                &db,
                "select count(*) from _schema_migrations where finished_at is not null"
            )
            .await,
            3
        );
    });
}

#[test]
fn sqlx_accepts_an_edited_comment_after_our_run() {
    db::run(async |db| {
        let files = Files::new(&FILES);
        files.run(&db).await.unwrap();
        files.write("1_create_t.up.sql", "-- new\ncreate table t (a int);\n");
        files.run(&db).await.unwrap();
        run_sqlx(&files, &db).await;
    });
}

#[test]
fn a_migration_that_sqlx_reverted_is_pending() {
    db::run(async |db| {
        let files = Files::new(&FILES);
        files.run(&db).await.unwrap();
        let sqlx = Sqlx::new(files.path()).await.unwrap();
        sqlx.undo(&mut *db.pool().acquire().await.unwrap(), 0)
            .await
            .unwrap();
        assert_eq!(files.run(&db).await.unwrap(), [1]);
    });
}

#[test]
fn a_file_that_changed_since_sqlx_applied_it_is_an_error() {
    db::run(async |db| {
        let files = Files::new(&FILES);
        run_sqlx(&files, &db).await;
        files.write("1_create_t.up.sql", "-- new\ncreate table t (a int);\n");
        let error = files.run(&db).await.unwrap_err();
        assert!(
            matches!(error, MigrateError::EditedSinceSqlx { .. }),
            "{error:?}"
        );
        let mut connection = db.pool().acquire().await.unwrap();
        assert_eq!(
            files
                .migrator()
                .baseline(&mut connection, 1)
                .await
                .unwrap()
                .recorded,
            [1]
        );
        drop(connection);
        assert_eq!(files.run(&db).await.unwrap(), [] as [i64; 0]);
        run_sqlx(&files, &db).await;
    });
}
