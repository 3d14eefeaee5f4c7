//! `check`.

use schema_kit::cli::Status;
use schema_tests::db;

use crate::tables::{first, second};
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
