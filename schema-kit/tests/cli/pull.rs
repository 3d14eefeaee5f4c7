//! `pull`, `queries`, `diagram` and `seed`.

use std::env;
use std::fs;

use schema_core::prelude::*;
use schema_kit::cli::Status;
use schema_tests::db;

use crate::tables::{first, second};
use crate::{execute_sql, message, run, run_on, values};

#[tokio::test]
async fn a_prisma_schema_becomes_rust() {
    let folder = tempfile::tempdir().unwrap();
    let prisma = folder.path().join("schema.prisma");
    fs::write(
        &prisma,
        "datasource db {\n  provider = \"postgresql\"\n}\nmodel User {\n  id Int @id\n  email String @unique\n}\n",
    )
    .unwrap();
    let prisma = prisma.to_str().unwrap();
    let outcome = run(None, &["pull", "--from", prisma]).await;
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
    assert!(
        outcome.text.contains("#[table(name = \"User\")]"),
        "{}",
        outcome.text
    );

    let output = folder.path().join("tables.rs");
    let args = [
        "pull",
        "--from",
        prisma,
        "--output",
        output.to_str().unwrap(),
    ];
    assert_eq!(run(None, &args).await.status, Status::Ok);
    let again = run(None, &args).await;
    assert!(
        message(&again).ends_with("exists; pass `--yes` to overwrite it"),
        "{}",
        again.text
    );

    let bad = folder.path().join("bad.prisma");
    fs::write(&bad, "model User {\n  id Int @id\n").unwrap();
    let outcome = run(None, &["pull", "--from", bad.to_str().unwrap()]).await;
    assert_eq!(outcome.status, Status::Error, "{}", outcome.text);
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_database_becomes_rust_and_names_what_it_cannot_write() {
    db::run_concurrent(async |db| {
        run_on(&db, first::SCHEMA, &["push"]).await;
        execute_sql(
            &db,
            "create view mails as select mail, null::money as price from users;
             create view addresses as select mail from users",
        )
        .await;
        let outcome = run_on(&db, first::SCHEMA, &["pull"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        assert!(
            outcome.text.contains("pub struct Order"),
            "{}",
            outcome.text
        );
        assert!(
            outcome.text.contains("pub struct Address {"),
            "{}",
            outcome.text
        );
        assert!(outcome.data["left_out"].to_string().contains("mails"));
        let is_named = |line: &str| line.starts_with("// left out: ") && line.contains("mails");
        assert!(outcome.text.lines().any(is_named), "{}", outcome.text);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_serial_column_passes_as_identity() {
    db::run_concurrent(async |db| {
        execute_sql(
            &db,
            "create table users (id bigserial primary key, mail text not null unique, note text)",
        )
        .await;
        let outcome = run_on(&db, schema![by_default::User], &["push"]).await;
        assert_eq!(outcome.status, Status::NoChanges, "{}", outcome.text);
    });
}

mod by_default {
    use schema_core::prelude::*;

    #[table(name = "users")]
    pub(crate) struct User {
        #[column(primary_key, identity = by_default)]
        pub(crate) id: i64,
        #[column(unique)]
        pub(crate) mail: String,
        pub(crate) note: Option<String>,
    }
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn the_queries_of_this_program_are_checked() {
    db::run_concurrent(async |db| {
        // The text of this query is in the binary of the test.
        run_on(&db, first::SCHEMA, &["push"]).await;
        let rows = first::User
            .select()
            .filter(first::User.note.is_not_null())
            .fetch_all(db.pool())
            .await;
        assert_eq!(rows.unwrap().len(), 0);
        let program = env::current_exe().unwrap();
        let program = program.to_str().unwrap();

        let outcome = run_on(&db, first::SCHEMA, &["queries", program]).await;
        let text = outcome.data["queries"].to_string();
        assert!(text.contains("is not null"), "{text}");

        let outcome = run_on(
            &db,
            second::SCHEMA,
            &["push", "--dry-run", "--program", program],
        )
        .await;
        let broken = outcome.data["broken"].to_string();
        assert!(
            broken.contains("\\\"users\\\".\\\"note\\\" is not null"),
            "{broken}"
        );

        let folder = tempfile::tempdir().unwrap();
        let record = folder.path().join("queries.txt");
        let record = record.to_str().unwrap();
        let args = ["queries", program, "--record", record];
        let missing = run_on(&db, first::SCHEMA, &args).await;
        assert!(
            message(&missing).ends_with("pass `--update` to write it"),
            "{}",
            missing.text
        );
        run_on(&db, first::SCHEMA, &[&args[..], &["--update"]].concat()).await;
        let again = run_on(&db, first::SCHEMA, &args).await;
        assert_eq!(again.data["changes"]["changed"].to_string(), "[]");
    });
}

#[tokio::test]
async fn the_structs_are_drawn() {
    let outcome = run(Some(first::SCHEMA), &["diagram"]).await;
    assert!(outcome.text.starts_with("erDiagram"), "{}", outcome.text);
    let outcome = run(Some(first::SCHEMA), &["diagram", "--format", "svg"]).await;
    assert!(outcome.text.starts_with("<svg"), "{}", outcome.text);
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn tables_are_filled() {
    db::run_concurrent(async |db| {
        run_on(&db, first::SCHEMA, &["push"]).await;
        let args = ["seed", "--rows", "7", "--rows-of", "orders=20"];
        let outcome = run_on(&db, first::SCHEMA, &args).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let counts = "select count(*)::text from users union all select count(*)::text from orders";
        assert_eq!(values(&db, counts).await, ["7", "20"]);
        let again = run_on(&db, first::SCHEMA, &args).await;
        assert_eq!(again.status, Status::Error, "{}", again.text);
    });
}
