//! Reverting.

use schema_kit::migrate::MigrateError;
use schema_tests::db;

use crate::fixture::{Files, exists, value};

const FILES: [(&str, &str); 4] = [
    ("1_a.up.sql", "create table a ();"),
    ("1_a.down.sql", "drop table a;"),
    ("2_b.up.sql", "create table b ();"),
    ("2_b.down.sql", "drop table b;"),
];

#[test]
fn the_last_migrations_are_reverted_and_can_run_again() {
    db::run(async |db| {
        let files = Files::new(&FILES);
        files.run(&db).await.unwrap();
        let mut connection = db.pool().acquire().await.unwrap();
        assert_eq!(
            files.migrator().rollback(&mut connection, 1).await.unwrap(),
            [2]
        );
        drop(connection);
        assert!(exists(&db, "a").await && !exists(&db, "b").await);
        assert_eq!(files.run(&db).await.unwrap(), [2]);
        let mut connection = db.pool().acquire().await.unwrap();
        assert_eq!(
            files.migrator().rollback(&mut connection, 9).await.unwrap(),
            [2, 1]
        );
        drop(connection);
        assert_eq!(value(&db, "select count(*) from _sqlx_migrations").await, 0);
    });
}

#[test]
fn without_a_down_script_nothing_is_reverted() {
    db::run(async |db| {
        let files = Files::new(&FILES);
        files.remove("1_a.down.sql");
        files.run(&db).await.unwrap();
        let mut connection = db.pool().acquire().await.unwrap();
        let error = files
            .migrator()
            .rollback(&mut connection, 2)
            .await
            .unwrap_err();
        assert_eq!(
            files.message(&error),
            "`1_a.up.sql` has no `.down.sql` beside it, so it cannot be rolled back; write one"
        );
        drop(connection);
        assert!(exists(&db, "b").await);
    });
}

#[test]
fn a_rollback_that_stopped_half_way_is_finished_first() {
    db::run(async |db| {
        let files = Files::new(&FILES);
        files.write(
            "1_a.down.sql",
            "alter table a rename to c;\n-- schema: transaction\ndrop table missing;",
        );
        files.run(&db).await.unwrap();
        let mut connection = db.pool().acquire().await.unwrap();
        let error = files
            .migrator()
            .rollback(&mut connection, 2)
            .await
            .unwrap_err();
        assert!(matches!(error, MigrateError::Statement { .. }), "{error:?}");
        let error = files.migrator().run(&mut connection).await.unwrap_err();
        assert!(
            matches!(error, MigrateError::HalfReverted { version: 1, .. }),
            "{error:?}"
        );
        files.write(
            "1_a.down.sql",
            "alter table a rename to c;\n-- schema: transaction\ndrop table c;",
        );
        assert_eq!(
            files.migrator().rollback(&mut connection, 1).await.unwrap(),
            [1]
        );
        assert_eq!(files.migrator().run(&mut connection).await.unwrap(), [1, 2]);
    });
}

#[test]
fn a_migration_that_stopped_half_way_is_not_reverted() {
    db::run(async |db| {
        let files = Files::new(&[
            (
                "1_a.up.sql",
                "create table a ();\n-- schema: transaction\nselect missing;",
            ),
            ("1_a.down.sql", "drop table a;"),
        ]);
        files.run(&db).await.unwrap_err();
        let mut connection = db.pool().acquire().await.unwrap();
        let error = files
            .migrator()
            .rollback(&mut connection, 1)
            .await
            .unwrap_err();
        assert_eq!(
            files.message(&error),
            "1_a.up.sql:3 (statement 2) was the next to run when the migration stopped; run `migrate` to finish it before a rollback"
        );
        files.write("1_a.up.sql", "create table a ();");
        assert_eq!(files.migrator().run(&mut connection).await.unwrap(), [1]);
    });
}
