//! `--online`: a new type of a column, while programs write.

mod schemas;

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use schema_core::ddl::Schema;
use schema_ddl::diff::Renames;
use schema_ddl::model::DataType;
use schema_ddl::online::OnlineOptions;
use schema_kit::cli::Status;
use schema_kit::introspect::Scope;
use schema_kit::migrate::{Folder, Migrator};
use schema_kit::plan::{Apply, Database, Plan};
use schema_tests::db::{self, TestDb};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Executor as _};

use self::schemas::{before, key, number, wide};
use crate::{execute_sql, message, run, run_on, statements, values};

const ROWS: &str = "insert into items (id, price, copy, code, changed_at)
    select n, n, n, case when n % 3 > 0 then n::text end, '2000-01-01' from generate_series(1, 5000) n";

/// A program of the version before. It writes the price twice, so that both columns must stay equal.
async fn write(db: &TestDb, stop: &AtomicBool) -> Result<u64, sqlx::Error> {
    let mut connection = db.connect_options().connect().await?;
    connection
        .execute("set lock_timeout = '1s'; set statement_timeout = '2s'")
        .await?;
    let mut number = 0;
    while !stop.load(Ordering::Relaxed) {
        number += 1;
        let (new, old) = (10_000 + number, number % 100 + 1);
        let sql = format!(
            "insert into items (id, price, copy, changed_at) values ({new}, {number}, {number}, now());
             insert into items (id, copy, changed_at) values (-{new}, -1, now());
             update items set price = {number}, copy = {number} where id = {old}"
        );
        sqlx::raw_sql(AssertSqlSafe(sql))
            .execute(&mut connection)
            .await?;
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    connection.close().await?;
    Ok(number)
}

/// Writes while the future runs.
async fn while_written<T>(db: &TestDb, work: impl Future<Output = T>) -> (T, u64) {
    let stop = AtomicBool::new(false);
    let work = async {
        let result = work.await;
        stop.store(true, Ordering::Relaxed);
        result
    };
    let (result, writer) = tokio::join!(work, write(db, &stop));
    (result, writer.unwrap())
}

async fn file(db: &TestDb) -> Vec<String> {
    values(db, "select pg_relation_filenode('items')::text").await
}

/// Asserts that no plan has left anything.
async fn assert_clean(db: &TestDb) {
    let left = "select tgname::text from pg_trigger where tgname like '%schema\\_swap%'
        and tgrelid = 'items'::regclass
        union all select proname::text from pg_proc where proname like '%schema\\_swap%'
        and pronamespace = current_schema()::regnamespace
        union all select attname::text from pg_attribute where attname like '%schema\\_swap%'
        and attrelid = 'items'::regclass
        union all select conname::text from pg_constraint where conname like '%schema\\_swap%'
        and conrelid = 'items'::regclass
        union all select relname::text from pg_class where relname like '%schema\\_swap%'
        and relnamespace = current_schema()::regnamespace";
    assert_eq!(values(db, left).await, [""; 0]);
}

async fn prepare(db: &TestDb) {
    let outcome = run_on(db, before::SCHEMA, &["push"]).await;
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
    execute_sql(db, ROWS).await;
}

async fn assert_like(db: &TestDb, schema: Schema) {
    for args in [&["push"][..], &["push", "--online"]] {
        let again = run_on(db, schema, args).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
    }
    assert_clean(db).await;
}

/// Asserts that the price is what programs have written, and that the fill has not touched other rows.
async fn assert_prices(db: &TestDb, default: i32) {
    let wrong = format!(
        "select id::text from items where case when id > 0 then price <> copy
         else price not in (0, {default}) end"
    );
    assert_eq!(values(db, &wrong).await, [""; 0]);
    let touched = "select id::text from items where id between 101 and 5000
        and changed_at <> '2000-01-01'";
    assert_eq!(values(db, touched).await, [""; 0]);
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn programs_write_while_a_column_gets_another_type() {
    db::run_concurrent(async |db| {
        prepare(&db).await;
        let old_file = file(&db).await;
        let push = Box::pin(run_on(&db, wide::SCHEMA, &["push", "--online"]));
        let (outcome, written) = while_written(&db, push).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        assert!(written > 10);
        assert_eq!(file(&db).await, old_file);
        assert_prices(&db, 1).await;
        assert_like(&db, wide::SCHEMA).await;
        let rules: Vec<&str> = outcome.data["plan"]["changes"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|change| change["dangers"].as_array().unwrap())
            .map(|danger| danger["rule"].as_str().unwrap())
            .collect();
        for rule in [
            "change-type",
            "drop-column",
            "dropped-in-use",
            "rename-column",
        ] {
            assert!(!rules.contains(&rule), "{rule}: {rules:?}");
        }
        assert!(rules.contains(&"type-changed"), "{rules:?}");
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_generated_migration_changes_the_type_and_back() {
    db::run_concurrent(async |db| {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().to_str().unwrap();
        let with = async |schema, args: &[&str]| {
            let mut all = vec!["--migrations", folder, "--database-url", db.url()];
            all.extend(args);
            let outcome = run(Some(schema), &all).await;
            assert_eq!(outcome.status, Status::Ok, "{args:?}: {}", outcome.text);
            outcome
        };
        with(before::SCHEMA, &["generate", "first"]).await;
        with(before::SCHEMA, &["migrate"]).await;
        execute_sql(&db, ROWS).await;
        let outcome = with(wide::SCHEMA, &["generate", "second", "--online"]).await;
        let up = outcome.data["up"].as_str().unwrap();
        assert!(!up.contains("-- schema: allow"), "{up}");
        let old_file = file(&db).await;
        let migrate = Box::pin(with(wide::SCHEMA, &["migrate"]));
        while_written(&db, migrate).await;
        assert_eq!(file(&db).await, old_file);
        assert_prices(&db, 1).await;
        with(wide::SCHEMA, &["check"]).await;
        with(wide::SCHEMA, &["rollback"]).await;
        assert_eq!(file(&db).await, old_file);
        assert_prices(&db, 1).await;
        assert_like(&db, before::SCHEMA).await;
    });
}

/// A value that is not a number: the plan names it, the column stays, and the next plan goes on.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_value_that_does_not_fit_leaves_the_old_column() {
    db::run_concurrent(async |db| {
        prepare(&db).await;
        execute_sql(
            &db,
            "update items set code = 'abc' || id where id in (7, 4000)",
        )
        .await;
        let args = ["push", "--online"];
        let plan = run_on(&db, number::SCHEMA, &["push", "--online", "--dry-run"]).await;
        let fact = "It fails later if a value of \"code\" in \"items\" cannot be converted to bigint, \
                    and from now on programs fail that write such a value (2 rows). Correct these values first.";
        assert!(plan.text.contains(fact), "{}", plan.text);
        let outcome = run_on(&db, number::SCHEMA, &args).await;
        assert_eq!(outcome.status, Status::Error, "{}", outcome.text);
        let text = message(&outcome);
        assert!(text.contains("\"abc"), "{text}");
        assert!(text.contains("make a new plan for the rest"), "{text}");
        let kept = "select code from items where code is not null order by id limit 3";
        assert_eq!(values(&db, kept).await, ["1", "2", "4"]);

        // Programs go on with the old type.
        execute_sql(&db, "update items set code = '7000' where id = 7").await;
        execute_sql(&db, "insert into items values (6000, 1, 1, '7100', now())").await;
        let copies = "select schema_swap_code::text from items where id in (7, 6000) order by id";
        assert_eq!(values(&db, copies).await, ["7000", "7100"]);
        let again = run_on(&db, number::SCHEMA, &args).await;
        assert_eq!(again.status, Status::Error, "{}", again.text);
        execute_sql(&db, "update items set code = '7200' where id = 4000").await;
        let outcome = run_on(&db, number::SCHEMA, &args).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let added = statements(&outcome);
        assert!(
            added.iter().all(|sql| !sql.contains("add column")),
            "{added:?}"
        );
        let codes = "select code::text from items where id in (1, 3, 7, 4000, 6000) and code > 0 order by id";
        assert_eq!(values(&db, codes).await, ["1", "7000", "7200", "7100"]);
        assert_like(&db, number::SCHEMA).await;
    });
}

/// The program goes back to the old type, or another plan makes the rest at once: nothing is left, and nothing is lost.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn what_an_interrupted_plan_leaves_is_removed() {
    for (schema, data_type) in [(before::SCHEMA, "text"), (number::SCHEMA, "bigint")] {
        db::run_concurrent(async |db| {
            prepare(&db).await;
            execute_sql(&db, "update items set code = 'abc' where id = 4000").await;
            let outcome = run_on(&db, number::SCHEMA, &["push", "--online"]).await;
            assert_eq!(outcome.status, Status::Error, "{}", outcome.text);
            execute_sql(&db, "update items set code = '7000' where id = 4000").await;

            let outcome = run_on(&db, schema, &["push"]).await;
            assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
            let found = "select format_type(atttypid, atttypmod) from pg_attribute
                where attname = 'code' and attrelid = 'items'::regclass";
            assert_eq!(values(&db, found).await, [data_type]);
            let count = "select count(code)::text from items";
            assert_eq!(values(&db, count).await, ["3334"]);
            assert_like(&db, schema).await;
        });
    }
}

/// The plan says why a table is rewritten although it is made online.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_rewrite_that_stays_has_a_reason() {
    db::run_concurrent(async |db| {
        prepare(&db).await;
        let reason = async |schema| {
            let plan = run_on(&db, schema, &["push", "--online", "--dry-run"]).await;
            plan.text
        };
        let text = reason(key::SCHEMA).await;
        let key = "`--online` rewrites it at once, since it is in the primary key. Add a column";
        assert!(text.contains(key), "{text}");

        execute_sql(&db, "create statistics of_both on price, copy from items").await;
        let text = reason(wide::SCHEMA).await;
        let part = "rewrites it at once, since statistics object of_both uses it. Add a column";
        assert!(text.contains(part), "{text}");
        execute_sql(&db, "drop statistics of_both").await;
        execute_sql(
            &db,
            "alter table items alter column price set (n_distinct = 5)",
        )
        .await;
        let text = reason(wide::SCHEMA).await;
        let part = "rewrites it at once, since it has options. Add a column";
        assert!(text.contains(part), "{text}");
    });
}

const KEYS: &str = "create table owners (id int primary key);
    create table items (
        id int primary key, owner int references owners on delete set null on update cascade,
        code int constraint by_code unique nulls not distinct, amount int, rest int,
        constraint sums check (amount > 0 and amount + rest > 0), unique (amount, rest) deferrable
    );
    comment on constraint sums on items is 'a sum';
    create index large on items (amount desc nulls last) include (rest) where amount > 5;
    create index computed on items ((amount + 1), rest);
    comment on index computed is 'an index';
    insert into owners select generate_series(1, 10);
    insert into items select n, n % 10 + 1, n, n, n from generate_series(1, 3000) n";

/// All kinds of indexes and constraints of the columns are as before, although the columns are others.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn indexes_and_constraints_are_like_before() {
    db::run_concurrent(async |db| {
        execute_sql(&db, KEYS).await;
        let mut connection = db.pool().acquire().await.unwrap();
        let scope = Scope::default();
        let read = Database::read(&mut connection, &scope);
        let database = read.await.unwrap();
        let mut wanted = database.model.clone();
        for table in &mut wanted.tables {
            for column in &mut table.columns {
                if ["owner", "code", "amount"].contains(&&*column.name) {
                    column.data_type = DataType::parse("bigint");
                }
            }
        }
        let parts = "select conname || ' ' || pg_get_constraintdef(oid) || coalesce(obj_description(oid, 'pg_constraint'), '')
                || convalidated from pg_constraint where conrelid = 'items'::regclass
            union all select pg_get_indexdef(indexrelid) || coalesce(obj_description(indexrelid, 'pg_class'), '')
                || indisvalid from pg_index where indrelid = 'items'::regclass order by 1";
        let (before, old_file) = (values(&db, parts).await, file(&db).await);
        let plan = Plan::online(
            &database.model,
            &wanted,
            &Renames::default(),
            &OnlineOptions::default(),
        );
        let plan = plan.unwrap();
        assert_eq!(plan.losses().count(), 0);
        assert!(!plan.sql().contains(" type bigint"), "{plan}");
        let apply = Apply {
            allow_data_loss: false,
            runner: Migrator::new(Folder::default()),
            options: None,
        };
        plan.apply(&mut connection, &apply).await.unwrap();
        assert_eq!(values(&db, parts).await, before);
        assert_eq!(file(&db).await, old_file);
        assert_clean(&db).await;
        let after = Database::read(&mut connection, &scope).await.unwrap();
        let rest = Plan::new(&after.model, &wanted, &Renames::default()).unwrap();
        assert!(rest.is_empty(), "{rest}");
        execute_sql(
            &db,
            "update owners set id = 20 where id = 2; delete from owners where id = 3",
        )
        .await;
        let counts = "select count(*) || ' ' || count(owner) || ' ' || count(*) filter (where owner = 20) || ' '
            || count(*) filter (where code = id and amount = id) from items";
        assert_eq!(values(&db, counts).await, ["3000 2700 300 3000"]);
    });
}
