//! `--online`: programs write while the schema changes.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use schema_kit::cli::Status;
use schema_kit::introspect::{self, Scope};
use schema_tests::db::{self, TestDb};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Executor as _};

use crate::{execute_sql, message, run, run_on, statements, values};

/// The tables before the change.
mod before {
    use schema_core::prelude::*;

    #[table(name = "owners")]
    pub(crate) struct Owner {
        #[column(primary_key)]
        pub(crate) id: i64,
    }

    #[table(name = "items")]
    #[index(kind, name = "items_by")]
    pub(crate) struct Item {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        pub(crate) owner_id: Option<i64>,
        pub(crate) name: Option<String>,
        pub(crate) price: i32,
        pub(crate) kind: i32,
    }

    pub(crate) const SCHEMA: Schema = schema![Owner, Item];
}

/// The tables after it: each recipe once.
mod after {
    use schema_core::prelude::*;
    use uuid::Uuid;

    #[table(name = "owners")]
    pub(crate) struct Owner {
        #[column(primary_key)]
        pub(crate) id: i64,
    }

    #[table(name = "items")]
    #[unique(name, kind)]
    #[index(kind, price, name = "items_by")]
    pub(crate) struct Item {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        #[column(references = Owner.id, index)]
        pub(crate) owner_id: Option<i64>,
        pub(crate) name: String,
        #[column(check = "price >= 0")]
        pub(crate) price: i32,
        pub(crate) kind: i32,
        #[column(default = gen_random_uuid())]
        pub(crate) token: Uuid,
    }

    pub(crate) const SCHEMA: Schema = schema![Owner, Item];
}

const ROWS: &str = "insert into owners select generate_series(1, 10);
    insert into items (owner_id, name, price, kind)
    select n % 10 + 1, 'n' || n, n, n % 7 from generate_series(1, 5000) n";

/// A program of the version before: it inserts and updates, and waits for no lock for long.
async fn write(db: &TestDb, stop: &AtomicBool, written: &AtomicU64) -> Result<(), sqlx::Error> {
    let mut connection = db.connect_options().connect().await?;
    connection
        .execute("set lock_timeout = '1s'; set statement_timeout = '2s'")
        .await?;
    while !stop.load(Ordering::Relaxed) {
        let number = written.fetch_add(1, Ordering::Relaxed);
        let sql = format!(
            "insert into items (owner_id, name, price, kind) values (1, 'w{number}', 1, 1);
             update items set price = price + 1 where id = {}",
            number % 5000 + 1
        );
        sqlx::raw_sql(AssertSqlSafe(sql))
            .execute(&mut connection)
            .await?;
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    connection.close().await
}

async fn model(db: &TestDb) -> schema_ddl::model::Model {
    let mut connection = db.pool().acquire().await.unwrap();
    let read = introspect::read(&mut connection, &Scope::default())
        .await
        .unwrap();
    read.model
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn programs_write_while_all_recipes_run() {
    let mut plain = None;
    db::run_concurrent(async |db| {
        run_on(&db, before::SCHEMA, &["push"]).await;
        execute_sql(&db, ROWS).await;
        let outcome = run_on(&db, after::SCHEMA, &["push"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        plain = Some(model(&db).await);
    });
    db::run_concurrent(async |db| {
        run_on(&db, before::SCHEMA, &["push"]).await;
        execute_sql(&db, ROWS).await;
        let (stop, written) = (AtomicBool::new(false), AtomicU64::new(0));
        let push = async {
            let outcome = run_on(&db, after::SCHEMA, &["push", "--online"]).await;
            stop.store(true, Ordering::Relaxed);
            outcome
        };
        let (outcome, writer) = tokio::join!(push, write(&db, &stop, &written));
        writer.unwrap();
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);

        let sql = statements(&outcome).join(";\n");
        for part in [
            r#"alter index "items_by" rename to "items_by_old""#,
            r#"create index concurrently "items_by""#,
            r#"drop index concurrently "items_by_old""#,
            r#"create unique index concurrently "items_name_kind_key""#,
            r#"unique using index "items_name_kind_key""#,
            r#"validate constraint "items_owner_id_fkey""#,
            r#"validate constraint "items_price_check""#,
            r#"validate constraint "items_name_not_null_check""#,
            r#"set "token" = default"#,
            r#"drop index concurrently "items_token_unfilled""#,
        ] {
            assert!(sql.contains(part), "no {part} in\n{sql}");
        }
        assert!(written.load(Ordering::Relaxed) > 10);
        let same = "select count(*)::text from items group by token having count(*) > 1";
        assert_eq!(values(&db, same).await, [""; 0]);
        assert_eq!(Some(model(&db).await), plain);
        let again = run_on(&db, after::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
        let again = run_on(&db, after::SCHEMA, &["push", "--online"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn the_plan_says_what_still_stops_programs() {
    db::run_concurrent(async |db| {
        run_on(&db, before::SCHEMA, &["push"]).await;
        execute_sql(&db, ROWS).await;
        let dangers = async |args: &[&str]| {
            let outcome = run_on(&db, after::SCHEMA, args).await;
            assert_eq!(outcome.status, Status::Changes, "{}", outcome.text);
            let changes = outcome.data["plan"]["changes"].as_array().unwrap();
            let dangers = changes
                .iter()
                .flat_map(|change| change["dangers"].as_array().unwrap());
            let rules = dangers.map(|danger| danger["rule"].as_str().unwrap().to_owned());
            rules.collect::<Vec<String>>()
        };
        let plain = dangers(&["push", "--dry-run"]).await;
        let online = dangers(&["push", "--dry-run", "--online"]).await;
        for rule in [
            "create-index",
            "drop-index",
            "add-unique",
            "add-check",
            "add-foreign-key",
            "set-not-null",
            "add-column-volatile-default",
        ] {
            assert!(plain.iter().any(|one| one == rule), "{rule}: {plain:?}");
            assert!(online.iter().all(|one| one != rule), "{rule}: {online:?}");
        }
        for rule in ["validate-in-transaction", "update-without-where"] {
            assert!(online.iter().all(|one| one != rule), "{rule}: {online:?}");
        }
    });
}

/// A row does not fit: the plan stops in the middle, and the next one does the rest.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn the_next_push_does_the_rest_of_a_failed_one() {
    for wrong in [
        "update items set name = null where id = 7",
        "update items set price = -1 where id = 7",
        "update items set owner_id = 99 where id = 7",
        "update items set name = 'n1', kind = 1 where id in (1, 7)",
    ] {
        db::run_concurrent(async |db| {
            run_on(&db, before::SCHEMA, &["push"]).await;
            execute_sql(&db, ROWS).await;
            execute_sql(&db, wrong).await;

            let outcome = run_on(&db, after::SCHEMA, &["push", "--online"]).await;
            assert_eq!(outcome.status, Status::Error, "{wrong}: {}", outcome.text);
            let text = message(&outcome);
            assert!(
                text.contains("the changes before it are made, so make a new plan for the rest"),
                "{text}"
            );

            let right = "update items set name = 'right', price = 1, owner_id = 1 where id = 7";
            execute_sql(&db, right).await;
            let outcome = run_on(&db, after::SCHEMA, &["push", "--online"]).await;
            assert_eq!(outcome.status, Status::Ok, "{wrong}: {}", outcome.text);
            let valid = "select conname::text from pg_constraint where not convalidated \
                 and connamespace = current_schema()::regnamespace";
            assert_eq!(values(&db, valid).await, [""; 0]);
            let again = run_on(&db, after::SCHEMA, &["push", "--online"]).await;
            assert_eq!(again.status, Status::NoChanges, "{}", again.text);
        });
    }
}

/// The session ends while the index waits for an older transaction: the index is invalid, and the next push builds it.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn an_interrupted_build_is_repaired() {
    db::run_concurrent(async |db| {
        run_on(&db, before::SCHEMA, &["push"]).await;
        execute_sql(&db, ROWS).await;
        let mut older = db.pool().begin().await.unwrap();
        older
            .execute("insert into items (name, price, kind) values ('older', 1, 1)")
            .await
            .unwrap();
        let end = async {
            let end = "select count(pg_terminate_backend(a.pid))::text from pg_stat_activity a \
                 where a.wait_event = 'virtualxid' and exists (select from pg_locks l where l.pid = a.pid \
                 and l.relation = 'items'::regclass)";
            while values(&db, end).await != ["1"] {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let args = ["push", "--online"];
        let (outcome, ()) = tokio::join!(run_on(&db, after_index::SCHEMA, &args), end);
        assert_eq!(outcome.status, Status::Error, "{}", outcome.text);
        older.commit().await.unwrap();
        let invalid = "select indexrelid::regclass::text from pg_index \
             where not indisvalid and indrelid = 'items'::regclass";
        assert_eq!(values(&db, invalid).await, ["items_name_idx"]);

        let outcome = run_on(&db, after_index::SCHEMA, &args).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        assert_eq!(values(&db, invalid).await, [""; 0]);
        let again = run_on(&db, after_index::SCHEMA, &args).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
    });
}

/// The tables before, with one more index.
mod after_index {
    use schema_core::prelude::*;

    #[table(name = "owners")]
    pub(crate) struct Owner {
        #[column(primary_key)]
        pub(crate) id: i64,
    }

    #[table(name = "items")]
    #[index(kind, name = "items_by")]
    pub(crate) struct Item {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        pub(crate) owner_id: Option<i64>,
        #[column(index)]
        pub(crate) name: Option<String>,
        pub(crate) price: i32,
        pub(crate) kind: i32,
    }

    pub(crate) const SCHEMA: Schema = schema![Owner, Item];
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_generated_migration_runs_while_programs_write() {
    db::run_concurrent(async |db| {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().to_str().unwrap();
        let with = async |schema, args: &[&str]| {
            let mut all = vec!["--migrations", folder, "--database-url", db.url()];
            all.extend(args);
            run(Some(schema), &all).await
        };
        let outcome = with(before::SCHEMA, &["generate", "first"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        with(before::SCHEMA, &["migrate"]).await;
        execute_sql(&db, ROWS).await;
        let outcome = with(after::SCHEMA, &["generate", "second", "--online"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let up = outcome.data["up"].as_str().unwrap();
        assert!(
            up.contains("-- schema: batches\n") && up.contains("-- schema: outside\n"),
            "{up}"
        );

        let (stop, written) = (AtomicBool::new(false), AtomicU64::new(0));
        let migrate = async {
            let outcome = with(after::SCHEMA, &["migrate"]).await;
            stop.store(true, Ordering::Relaxed);
            outcome
        };
        let (outcome, writer) = tokio::join!(migrate, write(&db, &stop, &written));
        writer.unwrap();
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let check = with(after::SCHEMA, &["check"]).await;
        assert_eq!(check.status, Status::Ok, "{}", check.text);
        let outcome = with(after::SCHEMA, &["rollback"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let again = with(before::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
    });
}
