//! Mistakes get an error that says what to do, and change nothing.

use std::fs;

use schema_core::prelude::*;
use schema_kit::cli::{Status, execute};

use crate::tables::{first, second};
use crate::{message, run};

#[tokio::test]
async fn a_missing_database_is_named() {
    let outcome = run(Some(first::SCHEMA), &["--database-url", "", "push"]).await;
    assert!(
        message(&outcome).contains("the URL of the database is wrong"),
        "{}",
        outcome.text
    );
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_named_without_the_password() {
    let url = "postgres://ana:secret@127.0.0.1:1/clinic";
    let outcome = run(Some(first::SCHEMA), &["--database-url", url, "push"]).await;
    let text = message(&outcome);
    assert!(
        text.starts_with("error: no connection to the database on 127.0.0.1:1: "),
        "{text}"
    );
    assert!(!text.contains("secret"), "{text}");
}

#[tokio::test]
async fn a_binary_without_structs_says_so() {
    for command in [&["export"][..], &["generate", "x"]] {
        let outcome = run(None, command).await;
        assert_eq!(
            message(&outcome),
            "error: this binary has no structs; make one in your program with `schema_kit::main(schema![…])`, and run the \
             command there"
        );
    }
}

#[tokio::test]
async fn a_snapshot_of_a_newer_version_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let outcome = run(
        Some(first::SCHEMA),
        &["--migrations", path, "generate", "first"],
    )
    .await;
    let snapshot = outcome.data["file"]
        .as_str()
        .unwrap()
        .replace(".up.sql", ".snapshot.json");
    let text = fs::read_to_string(&snapshot).unwrap();
    fs::write(
        &snapshot,
        text.replacen("\"format\": 1", "\"format\": 99", 1),
    )
    .unwrap();

    let outcome = run(
        Some(second::SCHEMA),
        &["--migrations", path, "generate", "second"],
    )
    .await;

    assert_eq!(outcome.status, Status::Error);
    assert!(message(&outcome).contains("format 99"), "{}", outcome.text);
    assert_eq!(fs::read_dir(path).unwrap().count(), 4);
}

#[tokio::test]
async fn branches_that_change_the_same_snapshot_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    run(
        Some(first::SCHEMA),
        &["--migrations", path, "generate", "first"],
    )
    .await;
    let outcome = run(
        Some(second::SCHEMA),
        &["--migrations", path, "generate", "second"],
    )
    .await;
    // The other branch has the same parent.
    let snapshot = outcome.data["file"]
        .as_str()
        .unwrap()
        .replace(".up.sql", ".snapshot.json");
    let text = fs::read_to_string(&snapshot).unwrap();
    fs::write(
        folder.path().join("99990101000000_other.sql"),
        "select 1;\n",
    )
    .unwrap();
    fs::write(
        folder.path().join("99990101000000_other.snapshot.json"),
        text,
    )
    .unwrap();

    for command in [&["generate", "third"][..], &["check", "--offline"]] {
        let outcome = run(
            Some(first::SCHEMA),
            &[&["--migrations", path], command].concat(),
        )
        .await;
        assert!(matches!(outcome.status, Status::Error | Status::Problems));
        assert!(
            outcome.text.contains("_second.snapshot.json")
                && outcome.text.contains("_other.snapshot.json"),
            "{}",
            outcome.text
        );
    }
}

#[tokio::test]
async fn a_rename_that_cannot_be_read_is_explained() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    for text in ["users", "a.b.c.d=e", "=people", "users="] {
        let args = ["--migrations", path, "generate", "x", "--rename", text];
        let outcome = run(Some(first::SCHEMA), &args).await;
        assert_eq!(
            message(&outcome),
            format!(
                "error: `{text}` is not a rename; write `old_table=new_table` or `table.old_column=new_column`"
            )
        );
    }
}

#[tokio::test]
async fn a_wrong_argument_is_an_error_of_its_own() {
    let error = execute(Some(first::SCHEMA), ["schema", "psh"])
        .await
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("a similar subcommand exists: 'push'"),
        "{error}"
    );
}

#[table(name = "Order Details")]
pub(crate) struct Quoted {
    #[column(name = "select", primary_key)]
    pub(crate) select: i64,
    #[column(name = "Ünit price", check = "\"Ünit price\" > 0", index)]
    pub(crate) price: i32,
}

#[tokio::test]
async fn quoted_reserved_and_long_names_are_written_in_quotes() {
    let outcome = run(Some(schema![Quoted]), &["export"]).await;
    assert_eq!(
        outcome.text,
        "create table \"Order Details\" (\n    \"select\" bigint not null,\n    \"Ünit price\" integer not null,\n    \
         constraint \"Order Details_pkey\" primary key (\"select\"),\n    \
         constraint \"Order Details_Ünit price_check\" check (\"Ünit price\" > 0)\n);\n\
         create index \"Order Details_Ünit price_idx\" on \"Order Details\" (\"Ünit price\");\n"
    );
}
