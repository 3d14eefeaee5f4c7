//! `check`.

use std::fs;

use schema_kit::cli::Status;
use schema_tests::db;

use crate::tables::{dropped, first, second};
use crate::{execute_sql, run, run_on};

#[tokio::test]
async fn an_edit_without_a_migration_is_a_problem() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let check = ["--migrations", path, "check", "--offline"];
    run(
        Some(first::SCHEMA),
        &["--migrations", path, "generate", "first"],
    )
    .await;
    assert_eq!(run(Some(first::SCHEMA), &check).await.status, Status::Ok);

    let outcome = run(Some(second::SCHEMA), &check).await;

    assert_eq!(outcome.status, Status::Problems);
    let text = &outcome.text;
    assert!(
        text.starts_with("structs: the structs differ from the last migration; run `generate`\n"),
        "{text}"
    );
    assert!(
        text.contains("    alter table \"users\" rename to \"people\";\n"),
        "{text}"
    );
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_change_of_the_database_is_a_problem() {
    db::run_concurrent(async |db| {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("none");
        let args = ["--migrations", missing.to_str().unwrap(), "check"];
        run_on(&db, first::SCHEMA, &["push"]).await;
        let outcome = run_on(&db, first::SCHEMA, &args).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        execute_sql(&db, "alter table users alter column note set not null").await;

        let outcome = run_on(&db, first::SCHEMA, &args).await;

        assert_eq!(outcome.status, Status::Problems);
        assert_eq!(
            outcome.data["problems"][0]["message"],
            "the database differs from the structs; run `push`, or `generate` and `migrate`\n    \
             alter table \"users\" alter column \"note\" drop not null;"
        );
    });
}

const SQL: &str = "alter table users alter column note set not null;
-- schema: allow drop-column
alter table users drop column mail;
alter table users drop column id;
";

#[tokio::test]
async fn the_dangers_of_a_file_are_problems_unless_it_allows_them() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("by_hand.sql");
    fs::write(&file, SQL).unwrap();
    let missing = folder.path().join("none");
    let args = [
        "--migrations",
        missing.to_str().unwrap(),
        "check",
        "--offline",
        file.to_str().unwrap(),
    ];

    let outcome = run(None, &args).await;

    assert_eq!(outcome.status, Status::Problems);
    let rules: Vec<String> = outcome.data["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["message"].as_str().unwrap().to_owned())
        .collect();
    let of_line = |line: usize, rule: &str| {
        let start = format!("{}:{line}: ", file.display());
        rules
            .iter()
            .any(|one| one.starts_with(&start) && one.ends_with(&format!("({rule})")))
    };
    assert!(
        of_line(4, "drop-column") && !of_line(3, "drop-column"),
        "{rules:#?}"
    );
    assert!(of_line(1, "missing-lock-timeout"), "{rules:#?}");

    fs::write(&file, "-- schema: allow drop-colum\nselect 1;\n").unwrap();
    let outcome = run(None, &args).await;
    assert!(
        outcome
            .text
            .contains("line 1 allows the unknown rule `drop-colum`"),
        "{}",
        outcome.text
    );
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn the_dangers_of_a_pending_migration_are_problems() {
    db::run_concurrent(async |db| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        let on = async |args: &[&str]| {
            run_on(
                &db,
                dropped::SCHEMA,
                &[&["--migrations", path], args].concat(),
            )
            .await
        };
        run(
            Some(first::SCHEMA),
            &["--migrations", path, "generate", "first"],
        )
        .await;
        on(&["migrate"]).await;
        // What the author of a migration allows is no problem.
        on(&["generate", "drop", "--allow-data-loss"]).await;
        let outcome = on(&["check"]).await;
        assert!(!outcome.text.contains("(drop-column)"), "{}", outcome.text);

        fs::write(
            folder.path().join("99990101000000_by_hand.sql"),
            "alter table users alter column mail type varchar(10);\n",
        )
        .unwrap();
        let outcome = on(&["check"]).await;
        assert!(
            outcome.text.contains("(rewrite-type)")
                || outcome.text.contains("99990101000000_by_hand.sql:1"),
            "{}",
            outcome.text
        );
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_pending_migration_before_an_applied_one_is_named() {
    db::run_concurrent(async |db| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        fs::write(folder.path().join("2_b.sql"), "select 2").unwrap();
        let on = async |command: &str| {
            let args = ["--migrations", path, "--database-url", db.url(), command];
            run(None, &args).await
        };
        on("migrate").await;
        fs::write(folder.path().join("1_a.sql"), "select 1").unwrap();

        let outcome = on("status").await;
        assert_eq!(
            outcome.text,
            "1 a: pending, although a later one is applied\n2 b: applied\n"
        );
        let outcome = on("check").await;
        let note = "migration 1 a is pending, although a later one is applied";
        assert_eq!(outcome.data["notes"][0], note, "{}", outcome.text);
    });
}
