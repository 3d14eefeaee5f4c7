//! `push`.

use std::fs;

use schema_kit::cli::Status;
use schema_tests::db;

use crate::tables::{dropped, first, second};
use crate::{execute_sql, message, run_on, statements, values};

const ROWS: &str =
    "insert into users (mail, note) values ('ana@example.org', 'n'), ('bo@example.org', null);
    insert into orders (user_id, total) select id, 10 from users";

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_second_push_changes_nothing() {
    db::run_concurrent(async |db| {
        let outcome = run_on(&db, first::SCHEMA, &["push"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let again = run_on(&db, first::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges);
        assert_eq!(statements(&again), [""; 0]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn rows_stay_in_renamed_tables_and_columns() {
    db::run_concurrent(async |db| {
        run_on(&db, first::SCHEMA, &["push"]).await;
        execute_sql(&db, ROWS).await;

        let outcome = run_on(&db, second::SCHEMA, &["push"]).await;

        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let sql = statements(&outcome);
        assert_eq!(
            sql[..2],
            [
                r#"alter table "users" rename to "people""#,
                r#"alter table "people" rename column "mail" to "email""#
            ]
        );
        assert!(sql.iter().all(|sql| !sql.contains("drop")), "{sql:?}");
        let mails = values(&db, "select email from people order by 1").await;
        assert_eq!(mails, ["ana@example.org", "bo@example.org"]);
        let priorities = values(&db, "select priority::text from orders").await;
        assert_eq!(priorities, ["low", "low"]);
        let again = run_on(&db, second::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn values_are_only_lost_with_the_flag() {
    db::run_concurrent(async |db| {
        run_on(&db, first::SCHEMA, &["push"]).await;
        execute_sql(&db, ROWS).await;

        let outcome = run_on(&db, dropped::SCHEMA, &["push"]).await;

        assert_eq!(outcome.status, Status::Error);
        let text = message(&outcome);
        assert!(text.contains("note") && text.contains("1 row"), "{text}");
        assert!(
            text.contains("allow it with `--allow-data-loss`:\n  "),
            "{text}"
        );
        assert_eq!(
            values(&db, "select note from users where note is not null").await,
            ["n"]
        );

        let outcome = run_on(&db, dropped::SCHEMA, &["push", "--dry-run"]).await;
        assert_eq!(outcome.status, Status::Changes);
        let hints = outcome.data["hints"].to_string();
        assert!(hints.contains("--rename users.note=remark"), "{hints}");

        let args = ["push", "--rename", "users.note=remark"];
        let outcome = run_on(&db, dropped::SCHEMA, &args).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        assert_eq!(
            values(&db, "select remark from users where remark is not null").await,
            ["n"]
        );

        let outcome = run_on(&db, first::SCHEMA, &["push", "--allow-data-loss"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        assert_eq!(
            values(&db, "select note from users where note is not null").await,
            [""; 0]
        );
        assert_eq!(values(&db, "select mail from users").await.len(), 2);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_saved_plan_runs_only_on_the_schema_that_it_was_made_for() {
    db::run_concurrent(async |db| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        let path = path.to_str().unwrap();
        let saved = run_on(&db, first::SCHEMA, &["push", "--save", path]).await;
        assert_eq!(saved.status, Status::Changes, "{}", saved.text);
        execute_sql(&db, "create table other ()").await;

        let outcome = run_on(&db, first::SCHEMA, &["push", "--plan", path]).await;
        assert_eq!(
            message(&outcome),
            "error: the schema has changed since the plan was made, so nothing was done; make the plan again"
        );

        execute_sql(&db, "drop table other").await;
        let outcome = run_on(&db, first::SCHEMA, &["push", "--plan", path]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let again = run_on(&db, first::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges);

        let newer = fs::read_to_string(path)
            .unwrap()
            .replacen("\"format\": 1", "\"format\": 9", 1);
        fs::write(path, newer).unwrap();
        let outcome = run_on(&db, first::SCHEMA, &["push", "--plan", path]).await;
        assert_eq!(
            message(&outcome),
            "error: the plan has format 9, which is newer than this program; update `schema-kit`"
        );
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_refused_statement_changes_nothing() {
    db::run_concurrent(async |db| {
        execute_sql(
            &db,
            "create table users (id bigint generated always as identity primary key, mail text not null, note text);
             insert into users (mail) values ('a'), ('a')",
        )
        .await;

        let outcome = run_on(&db, first::SCHEMA, &["push"]).await;

        assert_eq!(outcome.status, Status::Error);
        let text = message(&outcome);
        assert!(
            text.contains("users_mail_key") && text.contains("nothing was changed"),
            "{text}"
        );
        let tables = values(
            &db,
            "select tablename::text from pg_tables where schemaname = current_schema()",
        )
        .await;
        assert_eq!(tables, ["users"]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_saved_plan_counts_the_rows_again() {
    db::run_concurrent(async |db| {
        run_on(&db, first::SCHEMA, &["push"]).await;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        let path = path.to_str().unwrap();
        // The column has no values yet, so nothing would be lost.
        let saved = run_on(&db, dropped::SCHEMA, &["push", "--save", path]).await;
        assert_eq!(saved.status, Status::Changes, "{}", saved.text);
        execute_sql(&db, ROWS).await;

        let outcome = run_on(&db, dropped::SCHEMA, &["push", "--plan", path]).await;

        assert!(
            message(&outcome).contains("the plan loses data"),
            "{}",
            outcome.text
        );
        let notes = values(&db, "select note from users where note is not null").await;
        assert_eq!(notes, ["n"]);
    });
}
