//! Partitions of time on a real server.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests, which fail with a panic"
)]

use chrono::NaiveDate;
use schema_ddl::model::Name;
use schema_kit::partitions::{Every, PartitionError, detach_before, ensure};
use schema_tests::db;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn execute(connection: &mut PgConnection, sql: &str) {
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(connection)
        .await
        .unwrap();
}

/// Returns the partitions of `orders` with their bounds.
async fn partitions(connection: &mut PgConnection) -> Vec<String> {
    sqlx::query_scalar(
        "select inhrelid::regclass::text || ' ' || pg_get_expr(relpartbound, inhrelid)
         from pg_inherits join pg_class c on c.oid = inhrelid
         where inhparent = 'orders'::regclass order by relname",
    )
    .fetch_all(connection)
    .await
    .unwrap()
}

/// Runs a test with the table `orders`, which is partitioned by a column of this type.
fn with_orders(data_type: &str, test: impl AsyncFnOnce(&mut PgConnection)) {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        execute(
            &mut connection,
            &format!(
                "create table orders (at {data_type} not null, n int) partition by range (at)"
            ),
        )
        .await;
        test(&mut connection).await;
    });
}

fn names(created: &[Name]) -> Vec<&str> {
    created.iter().map(|name| name.name.as_str()).collect()
}

#[test]
fn missing_partitions_are_created_once() {
    with_orders("date", async |connection| {
        let orders = Name::new("orders");
        let from = day("2026-11-28");
        let created = ensure(connection, &orders, Every::Month, 1, from)
            .await
            .unwrap();
        assert_eq!(names(&created), ["orders_2026_11", "orders_2026_12"]);
        let created = ensure(connection, &orders, Every::Month, 2, from)
            .await
            .unwrap();
        assert_eq!(names(&created), ["orders_2027_01"]);
        assert_eq!(
            partitions(connection).await,
            [
                "orders_2026_11 FOR VALUES FROM ('2026-11-01') TO ('2026-12-01')",
                "orders_2026_12 FOR VALUES FROM ('2026-12-01') TO ('2027-01-01')",
                "orders_2027_01 FOR VALUES FROM ('2027-01-01') TO ('2027-02-01')",
            ]
        );
        execute(connection, "insert into orders values ('2027-01-31')").await;
    });
}

#[test]
fn days_of_timestamptz_are_those_of_utc_in_any_time_zone() {
    with_orders("timestamptz", async |connection| {
        execute(
            connection,
            "set timezone = 'Asia/Tokyo'; set datestyle = 'German'",
        )
        .await;
        let orders = Name::new("orders");
        for expected in [2, 0] {
            let created = ensure(connection, &orders, Every::Day, 1, day("2026-12-31")).await;
            assert_eq!(created.unwrap().len(), expected);
        }
        let zone: String = sqlx::query_scalar(
            "select current_setting('TimeZone') || current_setting('DateStyle')",
        )
        .fetch_one(&mut *connection)
        .await
        .unwrap();
        assert_eq!(zone, "Asia/TokyoGerman, DMY");
        execute(connection, "set timezone = 'UTC'; set datestyle = 'ISO'").await;
        assert_eq!(
            partitions(connection).await,
            [
                "orders_2026_12_31 FOR VALUES FROM ('2026-12-31 00:00:00+00') TO ('2027-01-01 00:00:00+00')",
                "orders_2027_01_01 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-01-02 00:00:00+00')",
            ]
        );
    });
}

#[test]
fn a_period_within_an_existing_partition_is_complete() {
    with_orders("timestamp", async |connection| {
        execute(
            connection,
            "create table old partition of orders for values from (minvalue) to ('2026-12-01');
             create table future partition of orders for values from ('2027-01-01') to ('infinity')",
        )
        .await;
        let created = ensure(
            connection,
            &Name::new("orders"),
            Every::Month,
            3,
            day("2026-11-01"),
        )
        .await;
        assert_eq!(names(&created.unwrap()), ["orders_2026_12"]);
    });
}

#[test]
fn an_overlap_is_an_error_and_nothing_is_created() {
    with_orders("date", async |connection| {
        execute(
            connection,
            "create table mid partition of orders for values from ('2026-12-15') to ('2026-12-20')",
        )
        .await;
        let error = ensure(
            connection,
            &Name::new("orders"),
            Every::Month,
            1,
            day("2026-11-01"),
        )
        .await
        .unwrap_err();
        let message = error.to_string();
        assert!(message.starts_with("partition \"orders_2026_12\" from 2026-12-01 to 2027-01-01 overlaps the existing partition "), "{message}");
        assert!(
            message.ends_with("\"mid\"; detach that one, or use periods of the same length"),
            "{message}"
        );
        assert_eq!(partitions(connection).await.len(), 1);
    });
}

#[test]
fn rows_of_the_default_partition_are_counted() {
    with_orders("timestamptz", async |connection| {
        execute(
            connection,
            "create table rest partition of orders default;
             insert into orders values ('2026-12-31 23:00:00+00'), ('2026-12-01 00:00:00+00'), ('2027-01-01 00:00:00+00')",
        )
        .await;
        let orders = Name::new("orders");
        let error = ensure(connection, &orders, Every::Month, 1, day("2026-11-01"))
            .await
            .unwrap_err();
        assert!(
            matches!(error, PartitionError::RowsInDefault { rows: 2, .. }),
            "{error:?}"
        );
        assert!(
            error
                .to_string()
                .contains("contains 2 rows from 2026-12-01 to 2027-01-01"),
            "{error}"
        );
        assert_eq!(partitions(connection).await.len(), 1);
        execute(connection, "delete from orders where at < '2027-01-01'").await;
        let created = ensure(connection, &orders, Every::Month, 1, day("2026-11-01")).await;
        assert_eq!(created.unwrap().len(), 2);
    });
}

#[test]
fn other_tables_are_errors() {
    with_orders("date", async |connection| {
        execute(
            connection,
            "create table plain (at date);
             create table by_list (at date) partition by list (at);
             create table by_two (at date, b date) partition by range (at, b);
             create table by_expression (at date) partition by range ((at + 1));
             create table by_number (at int) partition by range (at);
             create table orders_2026 (a int)",
        )
        .await;
        for table in ["plain", "by_list", "by_two", "by_expression", "by_number"] {
            let error = ensure(
                connection,
                &Name::new(table),
                Every::Day,
                0,
                day("2026-01-01"),
            )
            .await
            .unwrap_err();
            assert!(
                matches!(error, PartitionError::NotByTime { .. }),
                "{table}: {error:?}"
            );
        }
        let error = ensure(
            connection,
            &Name::new("none"),
            Every::Day,
            0,
            day("2026-01-01"),
        )
        .await;
        assert_eq!(
            error.unwrap_err().to_string(),
            "table \"none\" does not exist"
        );
        let error = ensure(
            connection,
            &Name::new("orders"),
            Every::Year,
            0,
            day("2026-01-01"),
        )
        .await;
        assert!(
            matches!(error, Err(PartitionError::NameTaken { .. })),
            "{error:?}"
        );
    });
}

#[test]
fn old_partitions_are_detached_and_keep_their_rows() {
    with_orders("timestamptz", async |connection| {
        let orders = Name::new("orders");
        ensure(connection, &orders, Every::Month, 2, day("2026-01-01"))
            .await
            .unwrap();
        execute(connection, "create table rest partition of orders default").await;
        execute(connection, "insert into orders values ('2026-01-05')").await;
        let detached = detach_before(connection, &orders, day("2026-03-01"))
            .await
            .unwrap();
        assert_eq!(names(&detached), ["orders_2026_01", "orders_2026_02"]);
        assert_eq!(partitions(connection).await.len(), 2);
        let rows: i64 = sqlx::query_scalar("select count(*) from orders_2026_01")
            .fetch_one(&mut *connection)
            .await
            .unwrap();
        assert_eq!(rows, 1);
        let detached = detach_before(connection, &orders, day("2026-03-01"))
            .await
            .unwrap();
        assert_eq!(detached, []);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn concurrent_callers_take_turns() {
    db::run_concurrent(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        execute(
            &mut connection,
            "create table orders (at date not null) partition by range (at)",
        )
        .await;
        let call = || async {
            let mut connection = PgConnection::connect_with(db.connect_options())
                .await
                .unwrap();
            ensure(
                &mut connection,
                &Name::new("orders"),
                Every::Day,
                20,
                day("2026-01-01"),
            )
            .await
            .unwrap()
            .len()
        };
        let created = tokio::join!(call(), call(), call(), call());
        assert_eq!(created.0 + created.1 + created.2 + created.3, 21);
        assert_eq!(partitions(&mut connection).await.len(), 21);
    });
}
