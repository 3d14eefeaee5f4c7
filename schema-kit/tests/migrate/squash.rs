//! Migrations that are squashed into one, on databases with all, none and some of them.

use std::fs;

use schema_kit::migrate::{FolderError, MigrateError, MigrationState, Squash};
use schema_tests::db;
use schema_tests::db::TestDb;
use sqlx::migrate::Migrator as Sqlx;

use crate::fixture::{Files, execute, exists, value};

/// The new value of the enum is used by the next migration, so they need two transactions.
const FILES: [(&str, &str); 6] = [
    (
        "1_create_t.up.sql",
        "create type s as enum ('a');\ncreate table t (a int, s s)",
    ),
    ("1_create_t.down.sql", "drop table t;\ndrop type s;\n"),
    (
        "2_fill.up.sql",
        "insert into t values (2, 'a'); -- by hand\n",
    ),
    ("2_fill.down.sql", "delete from t where a = 2;\n"),
    (
        "3_more.up.sql",
        "alter type s add value 'b';\n-- schema: transaction\ninsert into t values (3, 'b');\n",
    ),
    ("3_more.down.sql", "delete from t where a = 3"),
];

fn squash(files: &Files) {
    Squash::new(files.migrator().folder(), "start", ..)
        .unwrap()
        .write()
        .unwrap();
}

/// The names in the folder.
fn names(files: &Files) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(files.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

async fn run_sqlx(files: &Files, db: &TestDb) {
    let sqlx = Sqlx::new(files.path()).await.unwrap();
    sqlx.run(&mut *db.pool().acquire().await.unwrap())
        .await
        .unwrap();
}

/// The versions that both tables have.
async fn recorded(db: &TestDb) -> Vec<i64> {
    sqlx::query_scalar(
        "select version from _sqlx_migrations join _schema_migrations using (version) \
         where success and finished_at is not null order by version",
    )
    .fetch_all(db.pool())
    .await
    .unwrap()
}

async fn sum(db: &TestDb) -> i64 {
    value(db, "select sum(a) from t").await
}

#[test]
fn a_database_with_all_counts_it_as_applied_and_so_does_sqlx() {
    db::run(async |db| {
        let files = Files::new(&FILES);
        files.run(&db).await.unwrap();
        squash(&files);
        assert_eq!(names(&files), ["3_start.down.sql", "3_start.up.sql"]);
        assert_eq!(files.run(&db).await.unwrap(), [] as [i64; 0]);
        assert_eq!(recorded(&db).await, [3]);
        assert_eq!(value(&db, "select count(*) from _sqlx_migrations").await, 1);
        run_sqlx(&files, &db).await;
        assert_eq!(sum(&db).await, 5);

        files.write("4_last.up.sql", "insert into t values (4, 'b');");
        run_sqlx(&files, &db).await;
        assert_eq!(files.run(&db).await.unwrap(), [] as [i64; 0]);
        assert_eq!(sum(&db).await, 9);
    });
}

#[test]
fn a_database_with_none_runs_it_and_reverts_it() {
    db::run(async |db| {
        let files = Files::new(&FILES);
        squash(&files);
        assert_eq!(files.run(&db).await.unwrap(), [3]);
        assert_eq!(recorded(&db).await, [3]);
        assert_eq!(sum(&db).await, 5);
        run_sqlx(&files, &db).await;
        let mut connection = db.pool().acquire().await.unwrap();
        let reverted = files.migrator().rollback(&mut connection, 1).await.unwrap();
        drop(connection);
        assert_eq!(reverted, [3]);
        assert!(!exists(&db, "t").await);
        assert_eq!(recorded(&db).await, [] as [i64; 0]);
    });
}

#[test]
fn a_database_with_some_is_an_error_that_names_the_others() {
    db::run(async |db| {
        let files = Files::new(&FILES[..4]);
        files.run(&db).await.unwrap();
        files.write(FILES[4].0, FILES[4].1);
        squash(&files);
        let error = files.run(&db).await.unwrap_err();
        assert_eq!(
            files.message(&error),
            "`3_start.sql` squashes migrations of which the database lacks 3_more; apply their old files first, from the \
             commit before the squash"
        );
        assert_eq!(recorded(&db).await, [1, 2]);

        let old = Files::new(&FILES);
        old.run(&db).await.unwrap();
        assert_eq!(files.run(&db).await.unwrap(), [] as [i64; 0]);
        assert_eq!(recorded(&db).await, [3]);
    });
}

#[test]
fn the_last_one_alone_is_not_all() {
    db::run(async |db| {
        let files = Files::new(&[("3_more.sql", "create table t (a int)")]);
        files.run(&db).await.unwrap();
        files.write("2_fill.sql", "create table u (a int)");
        squash(&files);
        let error = files.run(&db).await.unwrap_err();
        assert!(
            matches!(&error, MigrateError::PartlySquashed { missing, .. } if *missing == ["2_fill"]),
            "{error:?}"
        );
    });
}

#[test]
fn what_sqlx_applied_is_recognized_by_the_checksums_of_the_files() {
    db::run(async |db| {
        let files = Files::new(&FILES[..4]);
        run_sqlx(&files, &db).await;
        squash(&files);
        assert_eq!(files.run(&db).await.unwrap(), [] as [i64; 0]);
        assert_eq!(recorded(&db).await, [2]);
        run_sqlx(&files, &db).await;
    });
    db::run(async |db| {
        let files = Files::new(&FILES[..4]);
        run_sqlx(&files, &db).await;
        files.write("2_fill.up.sql", "insert into t values (20, 'a');");
        squash(&files);
        let error = files.run(&db).await.unwrap_err();
        assert!(
            matches!(error, MigrateError::EditedSinceSqlx { .. }),
            "{error:?}"
        );
    });
}

#[test]
fn a_squashed_one_can_be_squashed_again() {
    for is_between in [true, false] {
        db::run(async |db| {
            let files = Files::new(&FILES[..4]);
            files.run(&db).await.unwrap();
            squash(&files);
            if is_between {
                files.run(&db).await.unwrap();
            }
            files.write(FILES[4].0, FILES[4].1);
            let again = Files::new(&[]);
            for name in names(&files) {
                let text = fs::read_to_string(files.path().join(&name)).unwrap();
                again.write(&name, &text);
            }
            squash(&again);
            let error = again.run(&db).await.unwrap_err();
            assert!(
                matches!(&error, MigrateError::PartlySquashed { missing, .. } if *missing == ["3_more"]),
                "{error:?}"
            );
            files.run(&db).await.unwrap();
            assert_eq!(again.run(&db).await.unwrap(), [] as [i64; 0]);
            assert_eq!(recorded(&db).await, [3]);
            assert_eq!(sum(&db).await, 5);
        });
    }
}

#[test]
fn edited_and_unfinished_ones_are_refused() {
    db::run(async |db| {
        let files = Files::new(&FILES[..4]);
        files.run(&db).await.unwrap();
        files.write(
            "1_create_t.up.sql",
            "create type s as enum ('x');\ncreate table t (a int, s s)",
        );
        squash(&files);
        let error = files.run(&db).await.unwrap_err();
        let message = files.message(&error);
        assert!(
            message.starts_with("2_start.up.sql:2 (statement 1) has changed"),
            "{message}"
        );
    });
    db::run(async |db| {
        let broken = "insert into t values (2, 'a');\n-- schema: transaction\ninsert into missing values (1);\n";
        let files = Files::new(&[FILES[0], ("2_fill.sql", broken), ("3_c.sql", "select 1")]);
        files.run(&db).await.unwrap_err();
        squash(&files);
        let error = files.run(&db).await.unwrap_err();
        assert_eq!(
            files.message(&error),
            "2_fill stopped half way before it was squashed into `3_start.sql`; finish it with its old files, from the \
             commit before the squash"
        );
    });
}

#[test]
fn a_rollback_before_the_next_run_leaves_no_record() {
    db::run(async |db| {
        let files = Files::new(&FILES);
        files.run(&db).await.unwrap();
        squash(&files);
        let mut connection = db.pool().acquire().await.unwrap();
        let status = files.migrator().status(&mut connection).await.unwrap();
        assert!(matches!(status[..], [ref one] if matches!(one.state, MigrationState::Applied)));
        assert_eq!(status[0].squashed, [1, 2, 3]);
        files.migrator().rollback(&mut connection, 1).await.unwrap();
        drop(connection);
        assert_eq!(
            value(&db, "select count(*) from _schema_migrations").await,
            0
        );
        assert_eq!(files.run(&db).await.unwrap(), [3]);
    });
}

#[test]
fn a_baseline_records_one_in_place_of_all() {
    db::run(async |db| {
        let files = Files::new(&FILES[..4]);
        run_sqlx(&files, &db).await;
        squash(&files);
        // The file of the database is another one, which someone has looked at.
        let mut connection = db.pool().acquire().await.unwrap();
        execute(
            &mut connection,
            "update _sqlx_migrations set checksum = '\\x00'",
        )
        .await;
        let baseline = files.migrator().baseline(&mut connection, 2).await.unwrap();
        drop(connection);
        assert_eq!(baseline.recorded, [2]);
        assert_eq!(files.run(&db).await.unwrap(), [] as [i64; 0]);
        assert_eq!(recorded(&db).await, [2]);
    });
}

#[test]
fn statements_outside_a_transaction_stay_there() {
    db::run(async |db| {
        let files = Files::new(&[
            ("1_a.sql", "create table t (a int)"),
            (
                "2_b.sql",
                "-- no-transaction\ncreate index concurrently t_a on t (a);\n",
            ),
            ("3_c.sql", "insert into t values (3)"),
        ]);
        squash(&files);
        let text = files.migrator().folder().migrations()[0].up.text.clone();
        let outside: Vec<bool> = text.statements().iter().map(|one| one.outside).collect();
        assert_eq!(outside, [false, true, false]);
        assert_eq!(files.run(&db).await.unwrap(), [3]);
        assert_eq!(sum(&db).await, 3);
    });
}

/// Each moment between the first new file and the last removed one.
#[test]
fn an_interrupted_squash_is_named_and_finished() {
    let before = Files::new(&FILES);
    let old = names(&before);
    let after = Files::new(&FILES);
    squash(&after);
    let new = names(&after);
    let all_new: Vec<_> = new
        .iter()
        .map(|name| (name.clone(), read(&after, name)))
        .collect();
    // The scripts are written and removed before the others.
    let mut removed = old.clone();
    removed.sort_by_key(|name| !name.contains(".up."));
    for at in 0..(all_new.len() + removed.len() - 1) {
        let files = Files::new(&FILES);
        for (name, text) in all_new.iter().rev().take(at + 1) {
            files.write(name, text);
        }
        for name in removed.iter().take((at + 1).saturating_sub(all_new.len())) {
            files.remove(name);
        }
        let error = schema_kit::migrate::Folder::read(files.path()).unwrap_err();
        assert!(
            matches!(error, FolderError::InterruptedSquash { .. }),
            "{at}: {error:?}"
        );
        let finished = Squash::finish(files.path()).unwrap().unwrap();
        assert!(finished.ends_with("3_start.up.sql"), "{finished:?}");
        assert_eq!(names(&files), new, "{at}");
        for (name, text) in &all_new {
            assert_eq!(&read(&files, name), text, "{at}");
        }
    }
}

fn read(files: &Files, name: &str) -> String {
    fs::read_to_string(files.path().join(name)).unwrap()
}

#[test]
fn a_migration_of_another_branch_within_them_is_named() {
    let files = Files::new(&[FILES[0], FILES[4]]);
    squash(&files);
    files.write("2_branch.sql", "select 1");
    let error = schema_kit::migrate::Folder::read(files.path()).unwrap_err();
    assert_eq!(
        files.message(&error),
        "`2_branch.sql` has a version within those that `3_start.sql` squashes, and would run before it; rename its files to \
         a later version"
    );
}
