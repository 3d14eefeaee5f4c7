//! `reset`.

use schema_kit::cli::Status;
use schema_tests::db;

use crate::tables::first;
use crate::{execute_sql, message, run_on, values};

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_reset_needs_a_yes_and_leaves_the_structs() {
    db::run_concurrent(async |db| {
        execute_sql(&db, "create table other ()").await;
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("none");
        let args = ["--migrations", missing.to_str().unwrap(), "reset"];

        let outcome = run_on(&db, first::SCHEMA, &args).await;
        assert!(
            message(&outcome).ends_with("pass `--yes` to allow it"),
            "{}",
            outcome.text
        );

        let outcome = run_on(&db, first::SCHEMA, &[&args[..], &["--yes"]].concat()).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let tables = values(
            &db,
            "select tablename::text from pg_tables where schemaname = current_schema() order by 1",
        )
        .await;
        assert_eq!(tables, ["orders", "users"]);
    });
}
