//! Rows of tables with exclusion constraints, deferred keys, and partitions.

use chrono::NaiveDate;
use schema_core::error::ConstraintKind;
use schema_core::prelude::*;
use schema_core::types::Range;
use schema_tests::db;

use crate::run_on;

#[table(name = "bookings")]
#[exclude(period with "&&", where = "not cancelled")]
struct Booking {
    #[column(primary_key)]
    id: i64,
    period: Range<NaiveDate>,
    cancelled: bool,
}

fn january(from: u32, to: u32) -> Range<NaiveDate> {
    let day = |day| NaiveDate::from_ymd_opt(2026, 1, day).unwrap();
    Range::from(day(from)..day(to))
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_row_that_conflicts_is_an_error_with_the_constraint_and_its_column() {
    db::run_concurrent(async |db| {
        run_on(&db, schema![Booking], &["push"]).await;
        let add = |id, period, cancelled| {
            Booking.insert(NewBooking {
                id,
                period,
                cancelled,
            })
        };
        add(1, january(1, 10), false)
            .execute(db.pool())
            .await
            .unwrap();
        add(2, january(10, 20), false)
            .execute(db.pool())
            .await
            .unwrap();
        add(3, january(5, 15), true)
            .execute(db.pool())
            .await
            .unwrap();

        let error = add(4, january(5, 15), false)
            .execute(db.pool())
            .await
            .unwrap_err();

        let Error::Constraint {
            kind,
            constraint,
            columns,
            ..
        } = &error
        else {
            panic!("{error:?}");
        };
        assert_eq!(*kind, ConstraintKind::Exclusion);
        assert_eq!(constraint.as_deref(), Some("bookings_period_excl"));
        assert_eq!(columns, &["period"]);
        assert_eq!(
            error.to_string(),
            "the statement violates the exclusion constraint `bookings_period_excl` of table `bookings`, on column `period`"
        );
    });
}

#[table(name = "slots")]
#[unique(position, deferrable)]
struct Slot {
    #[column(primary_key)]
    id: i64,
    position: i32,
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_deferred_unique_constraint_lets_rows_swap_their_values() {
    db::run_concurrent(async |db| {
        run_on(&db, schema![Slot], &["push"]).await;
        for (id, position) in [(1, 1), (2, 2)] {
            let slot = NewSlot { id, position };
            Slot.insert(slot).execute(db.pool()).await.unwrap();
        }
        let mut transaction = db.pool().begin().await.unwrap();
        sqlx::query("set constraints slots_position_key deferred")
            .execute(&mut *transaction)
            .await
            .unwrap();
        for (id, position) in [(1, 2), (2, 1)] {
            Slot.update()
                .set(Slot.position, position)
                .filter(Slot.id.eq(id))
                .execute(&mut *transaction)
                .await
                .unwrap();
        }
        transaction.commit().await.unwrap();
        // The columns are still unique, so a row can be found by them.
        let slot = Slot.find_by_position(2).fetch_one(db.pool()).await.unwrap();
        assert_eq!(slot.id, 1);
    });
}

#[table(name = "events")]
#[primary_key(id, day)]
#[partition_by(range(day))]
#[partition(name = "events_2025", from = "2025-01-01", to = "2026-01-01")]
#[partition(name = "events_later", from = "2026-01-01", to = maxvalue)]
struct Event {
    id: i64,
    day: NaiveDate,
    #[column(check = "size > 0")]
    size: i32,
}

#[table(name = "tenants")]
#[partition_by(hash(id))]
#[partition(hash(4))]
struct Tenant {
    #[column(primary_key)]
    id: i64,
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn rows_go_to_their_partitions() {
    db::run_concurrent(async |db| {
        run_on(&db, schema![Event, Tenant], &["push"]).await;
        let day = |year| NaiveDate::from_ymd_opt(year, 5, 5).unwrap();
        for (id, year) in [(1, 2025), (2, 2026), (3, 2040)] {
            let event = NewEvent {
                id,
                day: day(year),
                size: 1,
            };
            Event.insert(event).execute(db.pool()).await.unwrap();
        }
        let places: Vec<(i64, String)> =
            sqlx::query_as("select id, tableoid::regclass::text from events order by id")
                .fetch_all(db.pool())
                .await
                .unwrap();
        let places: Vec<(i64, &str)> = places.iter().map(|(id, name)| (*id, &name[..])).collect();
        assert_eq!(
            places,
            [(1, "events_2025"), (2, "events_later"), (3, "events_later")]
        );

        let event = NewEvent {
            id: 4,
            day: day(2025),
            size: 0,
        };
        let error = Event.insert(event).execute(db.pool()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the statement violates the check constraint `events_size_check` of table `events`, on column `size`"
        );

        let tenants: Vec<NewTenant> = (1..=100).map(|id| NewTenant { id }).collect();
        Tenant
            .insert_many(tenants)
            .execute(db.pool())
            .await
            .unwrap();
        let filled: i64 = sqlx::query_scalar("select count(distinct tableoid) from tenants")
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(filled, 4);
    });
}
