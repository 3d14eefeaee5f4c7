//! Exclusion constraints, partitions, storage parameters, and the states of constraints.

use std::fs;

use schema_kit::cli::Status;
use schema_tests::db;

use crate::{execute_sql, message, run, run_on, statements, values};

/// Declares each of these parts.
mod declared {
    use chrono::{DateTime, Utc};
    use schema_core::prelude::*;

    #[table(
        name = "rooms",
        with(fillfactor = 70, autovacuum_enabled = false),
        unlogged
    )]
    #[unique(floor, number, include(name), initially_deferred)]
    #[exclude(booked with "&&", where = "number > 0", name = "no_overlap", deferrable)]
    #[check(name = "named", "name <> ''", not_valid)]
    pub(crate) struct Room {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        pub(crate) floor: i32,
        pub(crate) number: i32,
        pub(crate) name: String,
        pub(crate) booked: Option<schema_core::types::Range<chrono::NaiveDate>>,
    }

    /// What happened.
    #[table(name = "events")]
    #[primary_key(id, created_at)]
    #[partition_by(range(created_at))]
    #[partition(name = "events_2025", from = "2025-01-01", to = "2026-01-01")]
    #[partition(name = "events_2026", from = "2026-01-01", to = "2027-01-01")]
    #[partition(name = "events_other", default)]
    pub(crate) struct Event {
        #[column(identity)]
        pub(crate) id: i64,
        pub(crate) created_at: DateTime<Utc>,
        #[column(index)]
        /// The name of the event.
        pub(crate) name: String,
    }

    #[table(name = "offices")]
    #[partition_by(list(region))]
    #[partition(name = "offices_eu", values("de", "fr"))]
    #[partition(name = "offices_none", values(null))]
    pub(crate) struct Office {
        pub(crate) region: Option<String>,
    }

    #[table(name = "tenants")]
    #[partition_by(hash(id))]
    #[partition(hash(3))]
    pub(crate) struct Tenant {
        #[column(primary_key)]
        pub(crate) id: i64,
    }

    pub(crate) const SCHEMA: Schema = schema![Room, Event, Office, Tenant];
}

/// The same tables, with other values and further partitions.
mod edited {
    use chrono::{DateTime, Utc};
    use schema_core::prelude::*;

    #[table(name = "rooms", with(fillfactor = 80))]
    #[unique(floor, number, deferrable)]
    #[exclude(gist(booked with "&&"), where = "number > 1", name = "no_overlap")]
    #[check(name = "named", "name <> ''")]
    pub(crate) struct Room {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        pub(crate) floor: i32,
        pub(crate) number: i32,
        pub(crate) name: String,
        pub(crate) booked: Option<schema_core::types::Range<chrono::NaiveDate>>,
    }

    /// What happened.
    #[table(name = "events")]
    #[primary_key(id, created_at)]
    #[partition_by(range(created_at))]
    #[partition(name = "events_2026", from = "2026-01-01", to = "2028-01-01")]
    #[partition(name = "events_2028", from = "2028-01-01", to = maxvalue)]
    #[partition(name = "events_other", default)]
    pub(crate) struct Event {
        #[column(identity)]
        pub(crate) id: i64,
        pub(crate) created_at: DateTime<Utc>,
        #[column(index)]
        /// The name of the event.
        pub(crate) name: String,
        pub(crate) size: Option<i32>,
    }

    #[table(name = "offices")]
    #[partition_by(list(region))]
    #[partition(name = "offices_eu", values("de", "fr", "it"))]
    #[partition(name = "offices_none", values(null))]
    pub(crate) struct Office {
        pub(crate) region: Option<String>,
    }

    #[table(name = "tenants")]
    #[partition_by(hash(id))]
    #[partition(hash(3))]
    pub(crate) struct Tenant {
        #[column(primary_key)]
        pub(crate) id: i64,
    }

    pub(crate) const SCHEMA: Schema = schema![Room, Event, Office, Tenant];
}

/// Tables that declare none of these parts.
mod plain {
    use chrono::{DateTime, Utc};
    use schema_core::prelude::*;

    #[table(name = "rooms")]
    #[unique(floor, number)]
    #[check(name = "named", "name <> ''")]
    pub(crate) struct Room {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        pub(crate) floor: i32,
        pub(crate) number: i32,
        pub(crate) name: String,
        pub(crate) booked: Option<schema_core::types::Range<chrono::NaiveDate>>,
    }

    /// What happened.
    #[table(name = "events")]
    #[primary_key(id, created_at)]
    pub(crate) struct Event {
        #[column(identity)]
        pub(crate) id: i64,
        pub(crate) created_at: DateTime<Utc>,
        #[column(index)]
        /// The name of the event.
        pub(crate) name: String,
    }

    pub(crate) const SCHEMA: Schema = schema![Room, Event];
}

/// Definitions of constraints, and bounds of partitions.
const DEFINITIONS: &str = "
    select pg_get_constraintdef(oid) from pg_constraint
    where connamespace = current_schema()::regnamespace and conrelid = 'rooms'::regclass and contype in ('u', 'x', 'c')
    order by conname";
const BOUNDS: &str = "
    select relname::text || ' ' || pg_get_expr(relpartbound, oid) from pg_class
    where relnamespace = current_schema()::regnamespace and relispartition and relkind = 'r'
    order by relname";

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn push_creates_what_is_declared_and_then_changes_nothing() {
    db::run_concurrent(async |db| {
        let outcome = run_on(&db, declared::SCHEMA, &["push"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);

        assert_eq!(
            values(&db, DEFINITIONS).await,
            [
                "CHECK ((name <> ''::text)) NOT VALID",
                "EXCLUDE USING gist (booked WITH &&) WHERE ((number > 0)) DEFERRABLE",
                "UNIQUE (floor, number) INCLUDE (name) DEFERRABLE INITIALLY DEFERRED",
            ]
        );
        let options = "select array_to_string(reloptions, ' ') || ' ' || relpersistence::text from pg_class where oid = 'rooms'::regclass";
        assert_eq!(
            values(&db, options).await,
            ["autovacuum_enabled=false fillfactor=70 u"]
        );
        let names = "select relname::text from pg_class
            where relnamespace = current_schema()::regnamespace and relispartition and relkind = 'r' order by 1";
        assert_eq!(
            values(&db, names).await,
            [
                "events_2025",
                "events_2026",
                "events_other",
                "offices_eu",
                "offices_none",
                "tenants_0",
                "tenants_1",
                "tenants_2",
            ]
        );
        let again = run_on(&db, declared::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn push_changes_what_is_declared_and_keeps_the_rows() {
    db::run_concurrent(async |db| {
        run_on(&db, declared::SCHEMA, &["push"]).await;
        execute_sql(
            &db,
            "insert into rooms (floor, number, name, booked) values (1, 2, 'a', '[2026-01-01, 2026-02-01)');
             insert into events (created_at, name) values ('2025-05-05', 'old'), ('2026-05-05', 'a'), ('2030-01-01', 'b')",
        )
        .await;
        // The rows of 2030 are in the default partition, so its row must make room.
        execute_sql(&db, "delete from events where name = 'b'").await;

        let outcome = run_on(&db, edited::SCHEMA, &["push"]).await;

        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        assert_eq!(
            values(&db, DEFINITIONS).await,
            [
                // Nobody has validated it.
                "CHECK ((name <> ''::text)) NOT VALID",
                "EXCLUDE USING gist (booked WITH &&) WHERE ((number > 1))",
                "UNIQUE (floor, number) INCLUDE (name) DEFERRABLE",
            ]
        );
        assert_eq!(
            values(&db, "select name from events order by 1").await,
            ["a", "old"]
        );
        // The partition that is no longer declared stays.
        let bounds = values(&db, BOUNDS).await;
        assert!(bounds[0].starts_with("events_2025 "), "{bounds:?}");
        assert!(
            bounds
                .iter()
                .any(|bound| bound == "offices_eu FOR VALUES IN ('de', 'fr', 'it')"),
            "{bounds:?}"
        );
        let again = run_on(&db, edited::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn what_a_table_does_not_declare_stays() {
    db::run_concurrent(async |db| {
        run_on(&db, declared::SCHEMA, &["push"]).await;
        let args = [
            "push",
            "--dry-run",
            "--ignore",
            "offices",
            "--ignore",
            "tenants",
        ];
        let outcome = run_on(&db, plain::SCHEMA, &args).await;
        let sql = statements(&outcome);
        assert!(
            sql.iter()
                .all(|sql| sql.contains("offices_") || sql.contains("tenants_")),
            "{sql:?}"
        );
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_constraint_that_was_validated_stays_valid() {
    db::run_concurrent(async |db| {
        run_on(&db, declared::SCHEMA, &["push"]).await;
        execute_sql(&db, "alter table rooms validate constraint named").await;
        let again = run_on(&db, declared::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_table_with_rows_is_not_made_a_partitioned_one() {
    db::run_concurrent(async |db| {
        run_on(&db, plain::SCHEMA, &["push"]).await;
        execute_sql(
            &db,
            "insert into events (created_at, name) values ('2026-05-05', 'a')",
        )
        .await;

        let outcome = run_on(&db, declared::SCHEMA, &["push"]).await;

        assert_eq!(outcome.status, Status::Error);
        let text = message(&outcome);
        assert!(
            text.contains("\"events\"") && text.contains("1 row"),
            "{text}"
        );
        execute_sql(&db, "delete from events").await;
        let outcome = run_on(&db, declared::SCHEMA, &["push"]).await;
        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let again = run_on(&db, declared::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn partitions_that_are_created_ahead_stay() {
    use chrono::NaiveDate;
    use schema_ddl::model::Name;
    use schema_kit::partitions::{self, Every};

    db::run_concurrent(async |db| {
        run_on(&db, declared::SCHEMA, &["push"]).await;
        let mut connection = db.pool().acquire().await.unwrap();
        let from = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
        let created =
            partitions::ensure(&mut connection, &Name::new("events"), Every::Month, 1, from)
                .await
                .unwrap();
        assert_eq!(created.len(), 2);
        // A declared year that exists counts as complete.
        let declared = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let created = partitions::ensure(
            &mut connection,
            &Name::new("events"),
            Every::Month,
            1,
            declared,
        )
        .await
        .unwrap();
        assert!(created.is_empty(), "{created:?}");

        let again = run_on(&db, declared::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn migrations_create_change_and_revert_what_is_declared() {
    db::run_concurrent(async |db| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        let step = async |schema, args: &[&str]| {
            let mut all = vec!["--migrations", path, "--database-url", db.url()];
            all.extend(args);
            let outcome = run(Some(schema), &all).await;
            assert_ne!(outcome.status, Status::Error, "{args:?}: {}", outcome.text);
            outcome
        };
        step(declared::SCHEMA, &["generate", "first"]).await;
        step(declared::SCHEMA, &["migrate"]).await;
        let again = run_on(&db, declared::SCHEMA, &["push", "--dry-run"]).await;
        assert_eq!(statements(&again), [""; 0]);
        let generated = step(edited::SCHEMA, &["generate", "second", "--allow-data-loss"]).await;
        let file = generated.data["file"].as_str().unwrap();
        let sql = fs::read_to_string(file).unwrap();
        // The snapshot had the partition.
        assert!(sql.contains("drop table \"events_2025\""), "{sql}");
        step(edited::SCHEMA, &["migrate"]).await;
        let again = run_on(&db, edited::SCHEMA, &["push", "--dry-run"]).await;
        assert_eq!(statements(&again), [""; 0]);

        step(edited::SCHEMA, &["rollback"]).await;

        let again = run_on(&db, declared::SCHEMA, &["push", "--dry-run"]).await;
        assert_eq!(statements(&again), [""; 0]);
    });
}

#[test]
fn a_changed_part_is_drift() {
    let before = declared::SCHEMA.tables();
    let after = edited::SCHEMA.tables();
    let changed = before.iter().zip(after);
    let changed: Vec<bool> = changed
        .map(|(before, after)| before.fingerprint() != after.fingerprint())
        .collect();
    assert_eq!(changed, [true, true, true, false]);
}
