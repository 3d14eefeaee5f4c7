//! `squash`.

use std::fs;
use std::path::Path;

use schema_core::ddl::Schema;
use schema_kit::cli::{Outcome, Status, execute};
use schema_kit::migrate::Lock;
use schema_tests::db;

use crate::tables::{first, second};
use crate::{message, run, run_on, values};

async fn generate(path: &str, schema: Schema, name: &str) -> i64 {
    let args = ["--migrations", path, "generate", name, "--allow-data-loss"];
    let outcome = run(Some(schema), &args).await;
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
    outcome.data["version"].as_i64().unwrap()
}

async fn squash(path: &str, args: &[&str]) -> Outcome {
    let mut all = vec!["--migrations", path, "squash"];
    all.extend(args);
    run(Some(second::SCHEMA), &all).await
}

fn ends(path: &str) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| {
            name.split_once('_')
                .map_or(name.clone(), |(_, end)| end.to_owned())
        })
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn the_snapshot_and_the_lock_fit_the_new_migration() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    generate(path, first::SCHEMA, "first").await;
    let version = generate(path, second::SCHEMA, "second").await;
    let fingerprints = Lock::read(path).unwrap().unwrap().fingerprints;

    let outcome = squash(path, &["all", "--dry-run"]).await;
    assert_eq!(outcome.status, Status::Changes, "{}", outcome.text);
    assert_eq!(outcome.data["removed"].as_array().unwrap().len(), 6);
    assert_eq!(ends(path).len(), 7);

    let outcome = squash(path, &["all"]).await;
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
    assert_eq!(outcome.data["version"].as_i64(), Some(version));
    assert_eq!(
        ends(path),
        [
            "all.down.sql",
            "all.snapshot.json",
            "all.up.sql",
            "schema.lock"
        ]
    );
    let lock = Lock::read(path).unwrap().unwrap();
    assert_eq!(
        (lock.version, lock.fingerprints),
        (Some(version), fingerprints)
    );

    let args = ["--migrations", path, "check", "--offline"];
    let outcome = run(Some(second::SCHEMA), &args).await;
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
    let outcome = run(
        Some(second::SCHEMA),
        &["--migrations", path, "generate", "none"],
    )
    .await;
    assert_eq!(outcome.status, Status::NoChanges);
    let after = generate(path, first::SCHEMA, "back").await;
    assert!(after > version);
}

#[tokio::test]
async fn a_range_leaves_the_others_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let first = generate(path, first::SCHEMA, "first").await;
    generate(path, second::SCHEMA, "second").await;
    // The last one in the range has no snapshot, so the next one is made from that of another version.
    let by_hand = first + 10;
    fs::write(
        folder.path().join(format!("{by_hand}_hand.sql")),
        "select 1",
    )
    .unwrap();
    let last = generate(path, first::SCHEMA, "third").await;
    assert!(last > by_hand);

    let outcome = squash(path, &["early", "--to", &by_hand.to_string()]).await;
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
    assert_eq!(outcome.data["down"], serde_json::Value::Null);
    let args = ["--migrations", path, "check", "--offline"];
    let outcome = run(Some(first::SCHEMA), &args).await;
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
    assert_eq!(Lock::read(path).unwrap().unwrap().version, Some(last));

    let outcome = squash(path, &["other", "--from", "7"]).await;
    assert_eq!(
        message(&outcome),
        "error: the folder has no migration 7; `status` lists the versions"
    );
    let outcome = squash(path, &["third"]).await;
    assert_eq!(
        message(&outcome),
        "error: the last migration has the name `third`; give the squashed one another name"
    );
    let outcome = squash(path, &["one", "--from", &last.to_string()]).await;
    assert_eq!(
        message(&outcome),
        "error: there are not two migrations to squash; write them first, or name other versions"
    );
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_database_that_has_applied_some_is_refused_and_one_with_all_goes_on() {
    db::run_concurrent(async |db| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        let on = async |args: &[&str]| {
            let mut all = vec!["--migrations", path];
            all.extend(args);
            run_on(&db, second::SCHEMA, &all).await
        };
        generate(path, first::SCHEMA, "first").await;
        on(&["migrate"]).await;
        let version = generate(path, second::SCHEMA, "second").await;
        let outcome = on(&["squash"]).await;
        assert_eq!(
            message(&outcome),
            format!(
                "error: the database has applied only some of the migrations, and lacks {version}; run `migrate` first"
            )
        );
        on(&["migrate"]).await;
        let outcome = on(&["squash"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let outcome = on(&["status"]).await;
        assert_eq!(
            outcome.text,
            format!("{version} squashed: applied, in place of 2 migrations\n")
        );
        let outcome = on(&["migrate"]).await;
        assert_eq!(outcome.status, Status::NoChanges, "{}", outcome.text);
        let recorded = values(&db, "select version::text from _sqlx_migrations").await;
        assert_eq!(recorded, [version.to_string()]);
        let outcome = on(&["check"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
    });
}

/// The binary without structs has the command, too.
#[tokio::test]
async fn it_needs_no_structs() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "1_a.sql", "select 1");
    write(folder.path(), "2_b.sql", "select 2");
    let path = folder.path().to_str().unwrap();
    let args = [
        "schema",
        "--json",
        "--migrations",
        path,
        "squash",
        "--offline",
    ];
    let outcome = execute(None, args).await.unwrap();
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
    // As after a crash before the old files were removed.
    write(folder.path(), "1_a.sql", "select 1");
    let args = [
        "schema",
        "--json",
        "--migrations",
        path,
        "check",
        "--offline",
    ];
    let outcome = execute(None, args).await.unwrap();
    assert!(
        message(&outcome).ends_with("run `squash`, which removes what is left"),
        "{}",
        outcome.text
    );
    let args = [
        "schema",
        "--json",
        "--migrations",
        path,
        "squash",
        "--offline",
    ];
    let outcome = execute(None, args).await.unwrap();
    assert!(
        outcome
            .text
            .starts_with("finished the interrupted squash into"),
        "{}",
        outcome.text
    );
    assert_eq!(ends(path), ["squashed.sql"]);
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}
