//! `generate`, `migrate`, `status` and `rollback`.

use std::fs;

use schema_kit::cli::Status;
use schema_tests::db;

use crate::tables::{dropped, first, second};
use crate::{execute_sql, message, run, run_on, values};

#[tokio::test]
async fn migrations_are_written_without_a_server() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("migrations");
    let path = path.to_str().unwrap();
    let generate =
        async |schema, name| run(Some(schema), &["--migrations", path, "generate", name]).await;

    let outcome = generate(first::SCHEMA, "create users").await;
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
    let again = generate(first::SCHEMA, "again").await;
    assert_eq!(again.status, Status::NoChanges);
    let outcome = generate(second::SCHEMA, "rename").await;
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);

    let file = outcome.data["file"].as_str().unwrap();
    assert!(file.ends_with("_rename.up.sql"), "{file}");
    let sql = fs::read_to_string(file).unwrap();
    assert!(
        sql.contains("alter table \"people\" rename column \"mail\" to \"email\";"),
        "{sql}"
    );
    let down = fs::read_to_string(file.replace(".up.sql", ".down.sql")).unwrap();
    assert!(
        down.contains("alter table \"people\" rename to \"users\";"),
        "{down}"
    );
    assert!(
        down.contains("alter table \"users\" rename column \"email\" to \"mail\";"),
        "{down}"
    );
    let names: Vec<_> = fs::read_dir(path).unwrap().collect();
    assert_eq!(names.len(), 7);
}

#[tokio::test]
async fn a_migration_that_loses_values_needs_the_flag() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    run(
        Some(first::SCHEMA),
        &["--migrations", path, "generate", "first"],
    )
    .await;

    let outcome = run(
        Some(dropped::SCHEMA),
        &["--migrations", path, "generate", "drop"],
    )
    .await;

    assert_eq!(outcome.status, Status::Error);
    assert!(
        message(&outcome).contains("`--allow-data-loss`"),
        "{}",
        outcome.text
    );
    assert_eq!(fs::read_dir(path).unwrap().count(), 4);
    let args = [
        "--migrations",
        path,
        "generate",
        "drop",
        "--allow-data-loss",
    ];
    let outcome = run(Some(dropped::SCHEMA), &args).await;
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn migrations_lead_to_the_structs_and_back() {
    db::run_concurrent(async |db| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        let on = async |schema, args: &[&str]| {
            let mut all = vec!["--migrations", path];
            all.extend(args);
            run_on(&db, schema, &all).await
        };
        on(first::SCHEMA, &["generate", "first"]).await;
        let outcome = on(first::SCHEMA, &["migrate"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        execute_sql(&db, "insert into users (mail) values ('ana@example.org')").await;
        on(second::SCHEMA, &["generate", "second"]).await;

        let status = on(second::SCHEMA, &["status"]).await;
        let found: Vec<&str> = status.data["migrations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["state"].as_str().unwrap())
            .collect();
        assert_eq!(found, ["applied", "pending"]);

        let outcome = on(second::SCHEMA, &["migrate"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        assert_eq!(
            on(second::SCHEMA, &["migrate"]).await.status,
            Status::NoChanges
        );
        let check = on(second::SCHEMA, &["check"]).await;
        assert_eq!(check.status, Status::Ok, "{}", check.text);
        assert_eq!(
            values(&db, "select email from people").await,
            ["ana@example.org"]
        );

        let outcome = on(second::SCHEMA, &["rollback"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        assert_eq!(
            values(&db, "select mail from users").await,
            ["ana@example.org"]
        );
        let push = on(first::SCHEMA, &["push", "--dry-run"]).await;
        assert_eq!(push.status, Status::NoChanges, "{}", push.text);
    });
}

#[tokio::test]
async fn an_empty_migration_keeps_the_snapshot() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    run(
        Some(first::SCHEMA),
        &["--migrations", path, "generate", "first"],
    )
    .await;
    let args = ["--migrations", path, "generate", "data", "--empty"];
    let outcome = run(Some(first::SCHEMA), &args).await;
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
    let again = run(
        Some(first::SCHEMA),
        &["--migrations", path, "generate", "again"],
    )
    .await;
    assert_eq!(again.status, Status::NoChanges);
}
