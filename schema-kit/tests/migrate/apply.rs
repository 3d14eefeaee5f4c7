//! Pending, edited and missing migrations.

use schema_kit::migrate::{MigrateError, MigrationState};
use schema_tests::db;

use crate::fixture::{Files, execute, exists, value};

const TWO: [(&str, &str); 2] = [
    (
        "1_create_t.up.sql",
        "-- first\ncreate table t (a int);\ninsert into t values (1);\n",
    ),
    ("2_fill_t.sql", "insert into t values (2);\n"),
];

#[test]
fn pending_migrations_run_once() {
    db::run(async |db| {
        let files = Files::new(&TWO);
        assert_eq!(files.run(&db).await.unwrap(), [1, 2]);
        assert_eq!(files.run(&db).await.unwrap(), [] as [i64; 0]);
        files.write("3_more.sql", "insert into t values (3);");
        assert_eq!(files.run(&db).await.unwrap(), [3]);
        assert_eq!(value(&db, "select sum(a) from t").await, 6);
    });
}

#[test]
fn the_status_changes_nothing() {
    db::run(async |db| {
        let files = Files::new(&TWO);
        let mut connection = db.pool().acquire().await.unwrap();
        let all_states = async |files: &Files, connection: &mut sqlx::PgConnection| {
            let status = files.migrator().status(connection).await.unwrap();
            status
                .into_iter()
                .map(|one| format!("{:?}", one.state))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            all_states(&files, &mut connection).await,
            ["Pending", "Pending"]
        );
        files.migrator().run(&mut connection).await.unwrap();
        files.write("3_more.sql", "select 1;");
        assert_eq!(
            all_states(&files, &mut connection).await,
            ["Applied", "Applied", "Pending"]
        );
        files.remove("3_more.sql");
        files.write("1_create_t.up.sql", "create table t (a bigint);");
        let status = files.migrator().status(&mut connection).await.unwrap();
        assert!(matches!(
            status[0].state,
            MigrationState::Problem(MigrateError::Edited { .. })
        ));
    });
}

#[test]
fn an_edited_comment_is_no_change_and_an_edited_statement_is_an_error() {
    db::run(async |db| {
        let files = Files::new(&TWO);
        files.run(&db).await.unwrap();
        files.write(
            "1_create_t.up.sql",
            "CREATE TABLE t (\n    a int -- a number\n);\r\ninsert into t values (1);",
        );
        assert_eq!(files.run(&db).await.unwrap(), [] as [i64; 0]);

        files.write(
            "1_create_t.up.sql",
            "create table t (a int);\ninsert into t values (3);\n",
        );
        files.write("3_more.sql", "insert into t values (4);");
        let error = files.run(&db).await.unwrap_err();
        assert_eq!(
            files.message(&error),
            "1_create_t.up.sql:2 (statement 2) has changed since it was applied; restore it, and write the change as a new migration"
        );
        assert_eq!(value(&db, "select sum(a) from t").await, 3);
    });
}

#[test]
fn a_migration_without_its_file_is_an_error() {
    db::run(async |db| {
        let files = Files::new(&TWO);
        files.run(&db).await.unwrap();
        files.remove("2_fill_t.sql");
        let error = files.run(&db).await.unwrap_err();
        assert_eq!(
            files.message(&error),
            "migration 2 (fill_t) is applied to the database, but has no file in the folder; restore its files from version control"
        );
    });
}

#[test]
fn conflicting_branches_are_an_error_and_nothing_changes() {
    db::run(async |db| {
        let files = Files::new(&TWO);
        for name in ["1_create_t", "2_fill_t"] {
            files.write(
                &format!("{name}.snapshot.json"),
                r#"{"format":1,"parent":null,"model":{}}"#,
            );
        }
        let error = files.run(&db).await.unwrap_err();
        assert_eq!(
            files.message(&error),
            "`1_create_t.snapshot.json` and `2_fill_t.snapshot.json` are both made from an empty database; delete the files of the one that no database has applied, and generate it again"
        );
        assert!(!exists(&db, "_schema_migrations").await && !exists(&db, "t").await);
    });
}

#[test]
fn a_failed_statement_is_named_with_its_line_and_leaves_nothing() {
    db::run(async |db| {
        let files = Files::new(&[(
            "1_a.sql",
            "create table t (a int);\n\nselect a,\n  b from t;\n",
        )]);
        let error = files.run(&db).await.unwrap_err();
        assert!(
            files.message(&error).starts_with(
                "1_a.sql:4 (statement 2) failed, and changed nothing; correct the file, and run again: "
            ),
            "{}",
            files.message(&error)
        );
        assert!(!exists(&db, "_schema_migrations").await && !exists(&db, "t").await);
        files.write("1_a.sql", "create table t (a int);");
        assert_eq!(files.run(&db).await.unwrap(), [1]);
    });
}

#[test]
fn a_problem_of_a_later_migration_is_found_before_the_first_runs() {
    db::run(async |db| {
        let files = Files::new(&TWO);
        files.write("3_c.sql", "select 1;\ncommit;");
        let error = files.run(&db).await.unwrap_err();
        assert_eq!(
            files.message(&error),
            "`3_c.sql` cannot run: the statement on line 2 begins or ends a transaction, which the marks do; write `-- schema: transaction` instead"
        );
        assert!(!exists(&db, "t").await);
    });
}

#[test]
fn a_new_label_is_used_after_a_mark() {
    db::run(async |db| {
        let files = Files::new(&[
            (
                "1_a.sql",
                "create type mood as enum ('good'); create table t (m mood);",
            ),
            (
                "2_b.sql",
                "alter type mood add value 'bad';\n-- schema: transaction\ninsert into t values ('bad');",
            ),
        ]);
        files.run(&db).await.unwrap();
        assert_eq!(
            value(&db, "select count(*) from t where m = 'bad'").await,
            1
        );
    });
}

#[test]
fn the_search_path_of_a_migration_does_not_reach_the_next_part() {
    db::run(async |db| {
        let files = Files::new(&[
            (
                "1_a.sql",
                "set search_path = pg_catalog;\n-- schema: transaction\ncreate table t (a int);",
            ),
            ("2_b.sql", "set search_path = pg_catalog;"),
        ]);
        files.run(&db).await.unwrap();
        assert!(exists(&db, &format!("{}.t", db.schema())).await);
        let mut connection = db.pool().acquire().await.unwrap();
        let path: String = sqlx::query_scalar("show search_path")
            .fetch_one(&mut *connection)
            .await
            .unwrap();
        assert!(path.starts_with(db.schema()), "{path}");
    });
}

#[test]
fn a_missing_privilege_is_an_error_of_its_own_and_nothing_changes() {
    db::run(async |db| {
        let role = format!("{}_role", db.schema());
        let mut connection = db.pool().acquire().await.unwrap();
        execute(&mut connection, &format!("create role {role}; create table kept (a int); grant usage, create on schema {} to {role}; set role {role}", db.schema())).await;
        let files = Files::new(&[(
            "1_a.sql",
            "create table t (a int);\nalter table kept add b int;",
        )]);
        let error = files.migrator().run(&mut connection).await.unwrap_err();
        assert!(
            matches!(&error, MigrateError::Privilege { place, .. } if place.statement == 2),
            "{error:?}"
        );
        let message = format!(
            "role `{role}` lacks the privilege for 1_a.sql:2 (statement 2), which changed nothing; grant it, or run as the owner of the object: error returned from database: must be owner of table kept"
        );
        assert!(
            files.message(&error).starts_with(&message),
            "{}",
            files.message(&error)
        );
        execute(
            &mut connection,
            &format!(
                "reset role; revoke create on schema {} from {role}; set role {role}",
                db.schema()
            ),
        )
        .await;
        files.write("1_a.sql", "select 1;");
        let error = files.migrator().run(&mut connection).await.unwrap_err();
        assert!(
            matches!(error, MigrateError::HistoryPrivilege { .. }),
            "{error:?}"
        );
        execute(
            &mut connection,
            &format!("reset role; drop owned by {role}; drop role {role}"),
        )
        .await;
        drop(connection);
        assert!(!exists(&db, "_schema_migrations").await && !exists(&db, "t").await);
    });
}

#[test]
fn a_connection_in_a_transaction_is_an_error() {
    db::run(async |db| {
        let files = Files::new(&TWO);
        let mut transaction = db.pool().begin().await.unwrap();
        let error = files.migrator().run(&mut transaction).await.unwrap_err();
        assert!(matches!(error, MigrateError::InTransaction));
    });
}
