//! Views that the program declares.

use std::fs;

use schema_core::prelude::*;
use schema_kit::cli::Status;
use schema_tests::db;

use crate::{execute_sql, run, run_on, statements, values};

/// Two views of a table, one of which reads the other.
mod first {
    use schema_core::prelude::*;

    #[derive(PgEnum)]
    pub(crate) enum State {
        Open,
        Paid,
    }

    #[table(name = "orders")]
    pub(crate) struct Order {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        pub(crate) amount: i32,
        #[column(default = State::Open)]
        pub(crate) state: State,
    }

    #[view(
        name = "open_orders",
        security_barrier,
        query = Order
            .select()
            .filter(Order.state.eq(State::Open).and(Order.amount.lt(100)))
            .columns(SelectOpenOrder { id: Order.id, amount: Order.amount })
    )]
    pub(crate) struct OpenOrder {
        pub(crate) id: i64,
        /// In cents.
        pub(crate) amount: i32,
    }

    // Its name is the first one in the alphabet.
    #[view(
        name = "a_total",
        materialized,
        query = OpenOrder.select().group_by(OpenOrder.amount).columns(SelectTotal {
            amount: OpenOrder.amount,
            orders: count(),
        })
    )]
    pub(crate) struct Total {
        #[column(unique)]
        pub(crate) amount: i32,
        pub(crate) orders: i64,
    }

    pub(crate) const SCHEMA: Schema = schema![Total, OpenOrder, Order];
}

/// The type of a column has changed, and everything else about the views.
mod second {
    use schema_core::prelude::*;

    pub(crate) use super::first::State;

    #[table(name = "orders")]
    pub(crate) struct Order {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        pub(crate) amount: i64,
        #[column(default = State::Open)]
        pub(crate) state: State,
    }

    #[view(
        name = "open_orders",
        security_barrier,
        query = Order
            .select()
            .filter(Order.state.eq(State::Open).and(Order.amount.lt(100)))
            .columns(SelectOpenOrder { id: Order.id, amount: Order.amount })
    )]
    pub(crate) struct OpenOrder {
        pub(crate) id: i64,
        /// In cents.
        pub(crate) amount: i64,
    }

    #[view(
        name = "a_total",
        materialized,
        query = OpenOrder.select().group_by(OpenOrder.amount).columns(SelectTotal {
            amount: OpenOrder.amount,
            orders: count(),
        })
    )]
    pub(crate) struct Total {
        #[column(unique)]
        pub(crate) amount: i64,
        pub(crate) orders: i64,
    }

    pub(crate) const SCHEMA: Schema = schema![Order, OpenOrder, Total];
}

/// One value, one option and one comment of the first version have changed, one view is gone, and another one is new.
mod third {
    use schema_core::prelude::*;

    pub(crate) use super::first::{Order, State};

    #[view(
        name = "open_orders",
        security_invoker,
        query = Order
            .select()
            .filter(Order.state.eq(State::Open).and(Order.amount.lt(200)))
            .columns(SelectOpenOrder { id: Order.id, amount: Order.amount })
    )]
    pub(crate) struct OpenOrder {
        pub(crate) id: i64,
        /// In pence.
        pub(crate) amount: i32,
    }

    #[view(
        name = "later",
        materialized,
        no_data,
        query = OpenOrder.select().columns(SelectLater { id: OpenOrder.id })
    )]
    pub(crate) struct Later {
        pub(crate) id: i64,
    }

    pub(crate) const SCHEMA: Schema = schema![Order, Later, OpenOrder];
}

/// Options and comments of the first version have changed.
mod options {
    use schema_core::prelude::*;

    pub(crate) use super::first::{Order, State};

    /// Not paid.
    #[view(
        name = "open_orders",
        security_invoker,
        query = Order
            .select()
            .filter(Order.state.eq(State::Open).and(Order.amount.lt(100)))
            .columns(SelectOpenOrder { id: Order.id, amount: Order.amount })
    )]
    pub(crate) struct OpenOrder {
        pub(crate) id: i64,
        pub(crate) amount: i32,
    }

    #[view(
        name = "a_total",
        materialized,
        with(fillfactor = 70),
        query = OpenOrder.select().group_by(OpenOrder.amount).columns(SelectTotal {
            amount: OpenOrder.amount,
            orders: count(),
        })
    )]
    #[index(orders)]
    pub(crate) struct Total {
        #[column(unique)]
        pub(crate) amount: i32,
        pub(crate) orders: i64,
    }

    pub(crate) const SCHEMA: Schema = schema![Total, OpenOrder, Order];
}

const ROWS: &str = "insert into orders (amount) values (1), (1), (300)";

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn views_are_created_once() {
    db::run_concurrent(async |db| {
        let outcome = run_on(&db, first::SCHEMA, &["push"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let again = run_on(&db, first::SCHEMA, &["push"]).await;
        assert_eq!(statements(&again), [""; 0]);

        execute_sql(&db, ROWS).await;
        first::Total.refresh().execute(db.pool()).await.unwrap();
        let totals = first::Total
            .select()
            .columns((first::Total.amount, first::Total.orders));
        let totals: Vec<(i32, i64)> = totals.fetch_all(db.pool()).await.unwrap();
        assert_eq!(totals, [(1, 2)]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_column_below_views_gets_another_type() {
    db::run_concurrent(async |db| {
        run_on(&db, first::SCHEMA, &["push"]).await;
        execute_sql(&db, ROWS).await;

        let outcome = run_on(&db, second::SCHEMA, &["push"]).await;

        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let sql = statements(&outcome);
        let at = |start: &str| {
            let place = sql.iter().position(|sql| sql.starts_with(start));
            place.unwrap_or_else(|| panic!("no `{start}` in {sql:?}"))
        };
        let order = [
            at(r#"drop materialized view "a_total""#),
            at(r#"drop view "open_orders""#),
            at(r#"alter table "orders" alter column "amount" type bigint"#),
            at(r#"create view "open_orders""#),
            at(r#"create materialized view "a_total""#),
            at(r#"create unique index "a_total_amount_idx""#),
        ];
        assert!(order.is_sorted(), "{sql:?}");
        let again = run_on(&db, second::SCHEMA, &["push"]).await;
        assert_eq!(statements(&again), [""; 0]);
        let rows = second::OpenOrder
            .select()
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(rows.len(), 2);
        let totals = values(&db, "select amount || ' ' || orders from a_total").await;
        assert_eq!(totals, ["1 2"]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn another_value_in_the_query_is_another_view() {
    db::run_concurrent(async |db| {
        run_on(&db, first::SCHEMA, &["push"]).await;

        let outcome = run_on(&db, third::SCHEMA, &["push"]).await;

        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let sql = statements(&outcome).join(";\n");
        assert!(sql.contains("drop view \"open_orders\""), "{sql}");
        assert!(sql.contains("with (security_invoker = true)"), "{sql}");
        assert!(sql.contains("is 'In pence.'"), "{sql}");
        assert!(sql.contains("\nwith no data"), "{sql}");
        // The other view is not the program's any more, and stays.
        assert!(
            sql.contains("create materialized view \"a_total\""),
            "{sql}"
        );
        let again = run_on(&db, third::SCHEMA, &["push"]).await;
        assert_eq!(statements(&again), [""; 0]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn options_indexes_and_comments_change_in_place() {
    db::run_concurrent(async |db| {
        run_on(&db, first::SCHEMA, &["push"]).await;

        let outcome = run_on(&db, options::SCHEMA, &["push"]).await;

        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let mut sql = statements(&outcome);
        sql.sort_unstable();
        assert_eq!(
            sql,
            [
                r#"alter materialized view "a_total" set (fillfactor = 70)"#,
                r#"alter view "open_orders" reset (security_barrier)"#,
                r#"alter view "open_orders" set (security_invoker = true)"#,
                r#"comment on column "open_orders"."amount" is null"#,
                r#"comment on view "open_orders" is 'Not paid.'"#,
                r#"create index "a_total_orders_idx" on "a_total" ("orders")"#,
            ]
        );
        let again = run_on(&db, options::SCHEMA, &["push"]).await;
        assert_eq!(statements(&again), [""; 0]);
    });
}

#[tokio::test]
async fn migrations_with_views_are_written_without_a_server() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let generate = async |schema, name| {
        let args = ["--migrations", path, "generate", name];
        let outcome = run(Some(schema), &args).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let file = outcome.data["file"].as_str().unwrap().to_owned();
        (
            fs::read_to_string(&file).unwrap(),
            fs::read_to_string(file.replace(".up.sql", ".down.sql")).unwrap(),
        )
    };

    let (up, down) = generate(first::SCHEMA, "first").await;
    let (table, view) = (
        up.find("create table"),
        up.find("create view \"open_orders\""),
    );
    let total = up.find("create materialized view \"a_total\"");
    assert!(table < view && view < total && table.is_some(), "{up}");
    assert!(
        down.contains("drop materialized view \"a_total\";"),
        "{down}"
    );
    let lock = fs::read_to_string(folder.path().join("schema.lock")).unwrap();
    assert!(lock.contains("view \"open_orders\" 0x"), "{lock}");

    let (up, down) = generate(second::SCHEMA, "type").await;
    let drop = up.find("drop view \"open_orders\"");
    let change = up.find("alter column \"amount\" type bigint");
    let create = up.find("create view \"open_orders\"");
    assert!(drop < change && change < create && drop.is_some(), "{up}");
    assert!(down.contains("create materialized view"), "{down}");

    let (up, _) = generate(first::SCHEMA, "back").await;
    assert!(up.contains("type integer"), "{up}");
    let (up, down) = generate(third::SCHEMA, "third").await;
    assert!(up.contains("drop materialized view \"a_total\";"), "{up}");
    assert!(!up.contains("create materialized view \"a_total\""), "{up}");
    assert!(
        down.contains("create materialized view \"a_total\""),
        "{down}"
    );
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn migrations_with_views_run_and_pass_the_check() {
    db::run_concurrent(async |db| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        for schema in [first::SCHEMA, second::SCHEMA] {
            let args = ["--migrations", path, "generate", "change"];
            let outcome = run_on(&db, schema, &args).await;
            assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
            let outcome = run_on(&db, schema, &["--migrations", path, "migrate"]).await;
            assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
            let outcome = run_on(&db, schema, &["--migrations", path, "check"]).await;
            assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        }
        execute_sql(&db, "drop view open_orders cascade").await;
        let outcome = run_on(&db, second::SCHEMA, &["--migrations", path, "check"]).await;
        assert_eq!(outcome.status, Status::Problems, "{}", outcome.text);
        assert!(outcome.text.contains("open_orders"), "{}", outcome.text);
    });
}

#[tokio::test]
async fn views_are_exported() {
    let outcome = run(Some(first::SCHEMA), &["export"]).await;
    let sql = outcome.data["sql"].as_str().unwrap();
    assert!(
        sql.contains("create view \"open_orders\" (\"id\", \"amount\") with (security_barrier = true) as\nselect"),
        "{sql}"
    );
    let outcome = run(Some(first::SCHEMA), &["diagram"]).await;
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
}
