//! Objects that a program declares beside its tables.

mod roles;
mod tables;

use std::path::Path;

use schema_kit::cli::{Outcome, Status};
use schema_tests::db::{self, TestDb};

use self::tables::{first, plain, second};
use crate::diff::Database;
use crate::{execute_sql, message, run_on, statements, values};

fn assert_ok(outcome: &Outcome) {
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
}

/// Roles belong to the whole server, so the tests share this one.
async fn create_role(db: &TestDb) {
    execute_sql(
        db,
        "do $$ begin
            perform pg_advisory_xact_lock(7311);
            if to_regrole('kit_app') is null then create role kit_app; end if;
        end $$",
    )
    .await;
}

/// The names of policies, triggers, functions and sequences, and the state of row security.
async fn objects(db: &TestDb) -> Vec<String> {
    values(
        db,
        "select 'policy ' || policyname || ' ' || cmd from pg_policies where schemaname = current_schema()
         union all select 'trigger ' || tgname from pg_trigger t join pg_class c on c.oid = tgrelid
            where relnamespace = current_schema()::regnamespace and not tgisinternal
         union all select 'function ' || proname from pg_proc where pronamespace = current_schema()::regnamespace
         union all select 'sequence ' || relname from pg_class
            where relnamespace = current_schema()::regnamespace and relkind = 'S'
         union all select 'security of ' || relname || ' ' || relforcerowsecurity::text from pg_class
            where relnamespace = current_schema()::regnamespace and relrowsecurity
         union all select 'grant ' || privilege_type || ' to ' || grantee from information_schema.table_privileges
            where table_schema = current_schema() and table_name = 'notes' and grantee = 'kit_app'
         order by 1",
    )
    .await
}

const FIRST: [&str; 9] = [
    "function log",
    "function schema_touch_changed_at",
    "grant INSERT to kit_app",
    "grant SELECT to kit_app",
    "policy own ALL",
    "security of notes false",
    "sequence note_numbers",
    "trigger log",
    "trigger schema_touch_changed_at",
];

const SECOND: [&str; 8] = [
    "function log",
    "grant DELETE to kit_app",
    "grant SELECT to kit_app",
    "policy own SELECT",
    "policy write INSERT",
    "security of notes true",
    "sequence note_numbers",
    "trigger log",
];

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn declared_objects_are_created_changed_and_dropped() {
    db::run_concurrent(async |db| {
        create_role(&db).await;
        assert_ok(&run_on(&db, first::SCHEMA, &["push"]).await);
        assert_eq!(objects(&db).await, FIRST);
        let again = run_on(&db, first::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
        let check = run_on(&db, first::SCHEMA, &["check"]).await;
        assert_eq!(check.status, Status::Ok, "{}", check.text);

        assert_ok(&run_on(&db, second::SCHEMA, &["push"]).await);
        assert_eq!(objects(&db).await, SECOND);
        let again = run_on(&db, second::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);

        assert_ok(&run_on(&db, first::SCHEMA, &["push"]).await);
        assert_eq!(objects(&db).await, FIRST);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn undeclared_objects_stay_until_they_shall_be_dropped() {
    db::run_concurrent(async |db| {
        create_role(&db).await;
        assert_ok(&run_on(&db, first::SCHEMA, &["push"]).await);
        execute_sql(
            &db,
            "alter table notes alter column id drop default; create view texts as select text from notes",
        )
        .await;

        let outcome = run_on(&db, plain::SCHEMA, &["push"]).await;

        assert_ok(&outcome);
        let sql = statements(&outcome);
        assert!(
            sql.iter()
                .all(|sql| sql.contains("schema_touch_changed_at")),
            "{sql:?}"
        );
        let text = run_on(&db, plain::SCHEMA, &["push"]).await.text;
        assert_eq!(
            text,
            "the database is like the structs\n\
             kept, no struct describes it: view \"texts\", policy \"own\" of \"notes\", trigger \"log\" of \"notes\", \
             function \"log()\", sequence \"note_numbers\"; `--drop-undeclared` drops such objects\n"
        );

        let args = ["push", "--drop-undeclared", "--allow-data-loss"];
        assert_ok(&run_on(&db, plain::SCHEMA, &args).await);
        assert_eq!(objects(&db).await, [""; 0]);
        let again = run_on(&db, plain::SCHEMA, &args).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
        let roles = values(
            &db,
            "select rolname::text from pg_roles where rolname = 'kit_app'",
        )
        .await;
        assert_eq!(roles, ["kit_app"]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn diff_compares_declared_objects() {
    db::run_concurrent(async |db| {
        create_role(&db).await;
        // The whole database is compared, and other tests change this one.
        let other = Database::create(&db, "access").await;
        let args = ["diff", "--from", &other.url, "--to", "structs"];
        let outcome = run_on(&db, first::SCHEMA, &[&args[..], &["--apply"]].concat()).await;
        assert_ok(&outcome);
        let policies = other.count("select count(*) from pg_policies").await;
        assert_eq!(policies, 1);
        let again = run_on(&db, first::SCHEMA, &args).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
        let back = ["diff", "--from", "structs", "--to", &other.url];
        let back = run_on(&db, first::SCHEMA, &back).await;
        assert_eq!(back.status, Status::NoChanges, "{}", back.text);

        let plain = run_on(&db, plain::SCHEMA, &args).await;
        assert!(
            plain.text.contains("-- kept, no struct describes it: "),
            "{}",
            plain.text
        );
        let plain = run_on(
            &db,
            plain::SCHEMA,
            &[&args[..], &["--drop-undeclared"]].concat(),
        )
        .await;
        let sql = plain.data["sql"].as_str().unwrap();
        for word in [
            "revoke",
            "drop policy",
            "drop trigger",
            "drop function",
            "drop sequence",
            "disable row level security",
        ] {
            assert!(sql.contains(word), "{sql}");
        }
        other.drop(&db).await;
    });
}

async fn generate(
    db: &TestDb,
    schema: schema_core::ddl::Schema,
    folder: &Path,
    name: &str,
) -> Outcome {
    let folder = folder.to_str().unwrap();
    let args = [
        "--migrations",
        folder,
        "generate",
        name,
        "--allow-data-loss",
    ];
    run_on(db, schema, &args).await
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn migrations_create_change_and_drop_declared_objects() {
    db::run_concurrent(async |db| {
        let temporary = tempfile::tempdir().unwrap();
        let folder = temporary.path();
        assert_ok(&generate(&db, first::SCHEMA, folder, "first").await);
        let path = folder.to_str().unwrap();
        // The role exists already.
        execute_sql(
            &db,
            "do $$ begin if to_regrole('kit_app') is null then create role kit_app; end if; end $$",
        )
        .await;
        assert_ok(&run_on(&db, first::SCHEMA, &["--migrations", path, "migrate"]).await);
        assert_eq!(objects(&db).await, FIRST);
        let push = run_on(&db, first::SCHEMA, &["push"]).await;
        assert_eq!(push.status, Status::NoChanges, "{}", push.text);

        assert_ok(&generate(&db, second::SCHEMA, folder, "second").await);
        assert_ok(&run_on(&db, second::SCHEMA, &["--migrations", path, "migrate"]).await);
        assert_eq!(objects(&db).await, SECOND);

        assert_ok(&run_on(&db, second::SCHEMA, &["--migrations", path, "rollback"]).await);
        assert_eq!(objects(&db).await, FIRST);
        assert_ok(&run_on(&db, second::SCHEMA, &["--migrations", path, "migrate"]).await);

        // A migration compares with the snapshot, so what is no longer declared is dropped.
        assert_ok(&generate(&db, plain::SCHEMA, folder, "third").await);
        assert_ok(&run_on(&db, plain::SCHEMA, &["--migrations", path, "migrate"]).await);
        assert_eq!(objects(&db).await, [""; 0]);
        let roles = values(
            &db,
            "select rolname::text from pg_roles where rolname = 'kit_app'",
        )
        .await;
        assert_eq!(roles, ["kit_app"]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_wrong_text_of_a_function_is_an_error() {
    mod wrong {
        use schema_core::prelude::*;

        pub(super) const SCHEMA: Schema = Schema::new(&[]).with(&[Object::Function(
            FunctionDef::new("log()", "create function lag() returns int return 1"),
        )]);
    }
    db::run_concurrent(async |db| {
        let outcome = run_on(&db, wrong::SCHEMA, &["push"]).await;
        assert_eq!(
            message(&outcome),
            "error: function `log()` has a text that creates something else; \
             begin it with `create function` and this name"
        );
    });
}
