use std::sync::Mutex;
use std::time::{Duration, Instant};

use schema_kit::seed::{Event, SeedOptions};
use schema_tests::db;

use super::{assert_true, dump, execute, model, rows, seed};

const SHOP: &str = "
    create type status as enum ('new', 'paid');
    create table customers (id bigint generated always as identity primary key, email text not null unique,
        name text, tags text[], at timestamptz not null default now());
    create table orders (id uuid primary key default gen_random_uuid(), customer_id bigint not null references customers,
        status status not null, total numeric(8, 2) check (total > 10), parent uuid references orders)";

#[test]
fn the_same_seed_yields_the_same_rows() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let mut dumps = Vec::new();
        for seed_number in [7, 7, 8] {
            execute(
                &mut connection,
                "drop table if exists orders, customers; drop type if exists status",
            )
            .await;
            execute(&mut connection, SHOP).await;
            let model = model(&mut connection).await;
            let options = SeedOptions {
                seed: seed_number,
                rows: 50,
                ..SeedOptions::default()
            };
            seed(&mut connection, &model, &options).await.unwrap();
            dumps.push(dump(&mut connection, &model).await);
        }
        assert_eq!(dumps[0], dumps[1]);
        assert_ne!(dumps[0], dumps[2]);
    });
}

#[test]
fn tables_with_rows_are_refused_unless_appending() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        execute(&mut connection, SHOP).await;
        execute(
            &mut connection,
            "create table keys (id int primary key, code text unique)",
        )
        .await;
        let model = model(&mut connection).await;
        let mut options = rows(20);
        options.rows_of.insert(String::from("orders"), 30);
        seed(&mut connection, &model, &options).await.unwrap();
        let error = seed(&mut connection, &model, &options).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            r#"tables already contain rows: "customers", "keys", "orders"; empty them, or allow to append"#
        );
        assert_true(&mut connection, "select count(*) = 30 from orders").await;
        options.append = true;
        // Also with the same seed, no value occurs twice.
        seed(&mut connection, &model, &options).await.unwrap();
        assert_true(&mut connection, "select count(*) = 60 from orders").await;
        assert_true(
            &mut connection,
            "select count(*) = 40 and count(distinct code) > 30 from keys",
        )
        .await;
        // Rows of a table that receives none are referenced.
        options.rows_of = [(String::from("customers"), 0)].into();
        options.append = true;
        let seeded = seed(&mut connection, &model, &options).await.unwrap();
        assert_eq!(seeded.rows.len(), 2);
        assert_true(&mut connection, "select count(*) = 40 from customers").await;
    });
}

#[test]
fn rows_that_exist_are_not_changed() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        execute(
            &mut connection,
            "create table nodes (id serial primary key, code uuid not null unique, parent uuid references nodes (code),
                next int not null references nodes deferrable);
             insert into nodes (code, next) values (gen_random_uuid(), 1), (gen_random_uuid(), 1)",
        )
        .await;
        let model = model(&mut connection).await;
        let options = SeedOptions {
            append: true,
            ..rows(50)
        };
        seed(&mut connection, &model, &options).await.unwrap();
        assert_true(
            &mut connection,
            "select count(*) = 2 and bool_and(parent is null and next = 1) from nodes where id <= 2",
        )
        .await;
        assert_true(
            &mut connection,
            "select count(*) = 50 and count(parent) > 20 from nodes where id > 2",
        )
        .await;
        // Also where the key is not in the order of the rows, no row is its own ancestor.
        assert_true(
            &mut connection,
            "with recursive tree as (
                select code from nodes where parent is null
                union all select n.code from nodes n join tree t on n.parent = t.code)
             select count(*) = 52 from tree",
        )
        .await;
    });
}

#[test]
fn wrong_options_are_errors() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        execute(
            &mut connection,
            "create table t (a boolean primary key); create table u (b boolean not null references t)",
        )
        .await;
        let model = model(&mut connection).await;
        let with = |table: &str, rows| SeedOptions {
            rows_of: [(table.to_owned(), rows)].into(),
            ..SeedOptions::default()
        };
        for (options, message) in [
            (
                with("missing", 1),
                "the schema has no table `missing`, or it is a partition; name one of its tables",
            ),
            (
                with("t", 3),
                "\"t\" cannot have 3 rows: after 2 rows, no further value was found that `t_pkey` allows; ask for fewer rows",
            ),
            (
                with("t", 0),
                "foreign key `u_b_fkey` of \"u\" needs rows in \"t\", which is empty; seed that table as well",
            ),
        ] {
            let error = seed(&mut connection, &model, &options).await.unwrap_err();
            assert_eq!(error.to_string(), message);
        }
        assert_true(&mut connection, "select count(*) = 0 from t").await;
    });
}

#[test]
fn progress_is_reported() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        execute(&mut connection, "create table t (id int primary key)").await;
        let model = model(&mut connection).await;
        let events = Mutex::new(Vec::new());
        let progress = |event: &Event<'_>| {
            events.lock().unwrap().push(match event {
                Event::TableStarted { table, rows } => format!("{table} begins, {rows}"),
                Event::Rows { done, rows, .. } => format!("{done} of {rows}"),
                Event::TableFinished { table, rows } => format!("{table} ends, {rows}"),
                _ => String::from("other"),
            });
        };
        schema_kit::seed::seed(&mut connection, &model, &rows(6000), &progress)
            .await
            .unwrap();
        assert_eq!(
            *events.lock().unwrap(),
            [
                "\"t\" begins, 6000",
                "5000 of 6000",
                "6000 of 6000",
                "\"t\" ends, 6000"
            ]
        );
    });
}

#[test]
fn a_hundred_thousand_rows_take_seconds() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        execute(
            &mut connection,
            "create table t (id bigint generated always as identity primary key, name text not null,
                email text not null unique, at timestamptz not null, amount int not null check (amount > 0))",
        )
        .await;
        let model = model(&mut connection).await;
        let start = Instant::now();
        seed(&mut connection, &model, &rows(100_000)).await.unwrap();
        let elapsed = start.elapsed();
        eprintln!("100,000 rows: {elapsed:?}");
        // This is a debug build.
        assert!(elapsed < Duration::from_secs(30), "{elapsed:?}");
        assert_true(&mut connection, "select count(*) = 100000 from t").await;
    });
}
