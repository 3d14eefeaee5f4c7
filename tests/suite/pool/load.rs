//! The load test: many tasks on few connections, whose futures are dropped and whose server processes are killed.
//!
//! It runs for a minute, or for the seconds in `SCHEMA_LOAD_SECONDS`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use futures_util::TryStreamExt as _;
use schema_core::pool::PoolOptions;
use schema_core::prelude::*;
use schema_core::{Error, Pool};
use schema_tests::db::{self, TestDb};
use tokio::time::timeout;

use crate::support::connections;

const TASKS: u64 = 32;
const CONNECTIONS: u32 = 4;
/// Rows in the table that the streams read.
const STREAMED: i64 = 500;

/// A write. Its id is chosen by the task, so it is known even if the future was dropped.
#[table(name = "writes")]
#[derive(Debug)]
struct Write {
    #[column(primary_key)]
    id: i64,
    /// One of the two rows `id` and `-id - 1` of a transaction.
    paired: bool,
}

#[table(name = "numbers")]
#[derive(Debug)]
struct Number {
    #[column(primary_key)]
    id: i64,
}

/// The writes of the tasks, by their known outcome.
#[derive(Default)]
struct Known {
    /// The server confirmed them: they must be there.
    acknowledged: BTreeSet<i64>,
    /// They failed or were rolled back: they must not be there.
    refused: BTreeSet<i64>,
    /// The future was dropped or the connection was lost: either will do, but pairs must be whole.
    unknown: BTreeSet<i64>,
    /// Errors by text, for the report.
    errors: BTreeMap<String, u64>,
}

/// The part of the test that the tasks share.
struct Load {
    pool: Pool,
    known: Mutex<Known>,
    stop: AtomicBool,
    next: AtomicU64,
    streams: AtomicU64,
    dropped: AtomicU64,
}

/// A generator of random numbers (splitmix64), seeded by the task, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }
}

impl Load {
    fn id(&self) -> i64 {
        i64::try_from(self.next.fetch_add(1, Ordering::Relaxed)).unwrap()
    }

    fn know(&self, id: i64, outcome: Option<Result<(), Error>>) {
        let mut known = self.known.lock().unwrap();
        match outcome {
            None => {
                self.dropped.fetch_add(1, Ordering::Relaxed);
                known.unknown.insert(id);
            }
            Some(Ok(())) => {
                known.acknowledged.insert(id);
            }
            Some(Err(error)) => {
                *known.errors.entry(error.to_string()).or_default() += 1;
                match error {
                    Error::Connection(_) | Error::CommitUnknown(_) => known.unknown.insert(id),
                    _ => known.refused.insert(id),
                };
            }
        }
    }

    async fn insert(&self, id: i64) -> Result<(), Error> {
        Write
            .insert(NewWrite { id, paired: false })
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Two rows in one transaction, with a nested one that is rolled back or dropped.
    async fn insert_pair(&self, id: i64, roll_back: bool) -> Result<(), Error> {
        let mut transaction = self.pool.begin().await?;
        let row = |id| NewWrite { id, paired: true };
        Write.insert(row(id)).execute(&mut transaction).await?;
        {
            let mut nested = transaction.begin().await?;
            let never = NewWrite {
                id: -id - 1_000_000_000,
                paired: false,
            };
            Write.insert(never).execute(&mut nested).await?;
            if roll_back {
                nested.rollback().await?;
            }
        }
        let second = NewWrite {
            id: -id - 1,
            paired: true,
        };
        Write.insert(second).execute(&mut transaction).await?;
        transaction.commit().await
    }

    async fn insert_pair_in_function(&self, id: i64) -> Result<(), Error> {
        self.pool
            .transaction(async |mut transaction| {
                Write
                    .insert(NewWrite { id, paired: true })
                    .execute(&mut transaction)
                    .await?;
                let second = NewWrite {
                    id: -id - 1,
                    paired: true,
                };
                Write.insert(second).execute(&mut transaction).await?;
                Ok(())
            })
            .await
    }

    /// A statement that fails, and whose error is ignored.
    async fn insert_twice(&self, id: i64) -> Result<(), Error> {
        let mut transaction = self.pool.begin().await?;
        Write
            .insert(NewWrite { id, paired: false })
            .execute(&mut transaction)
            .await?;
        drop(
            Write
                .insert(NewWrite { id, paired: false })
                .execute(&mut transaction)
                .await,
        );
        transaction.commit().await
    }

    /// A stream must return all rows, or an error.
    async fn stream(&self) -> Result<(), Error> {
        let mut rows = Number.select().order_by(Number.id.asc()).fetch(&self.pool);
        let mut next = 0;
        while let Some(row) = rows.try_next().await? {
            assert_eq!(row.id, next, "a row is missing, or from another statement");
            next += 1;
        }
        assert_eq!(next, STREAMED, "the stream ended early without an error");
        self.streams.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    async fn work(self: Arc<Self>, seed: u64) {
        let mut random = Random(seed);
        while !self.stop.load(Ordering::Relaxed) {
            // Half of the futures are dropped, after zero to four milliseconds.
            let limit = match random.below(2) {
                0 => Duration::from_mins(1),
                _ => Duration::from_micros(random.below(4000)),
            };
            let id = self.id();
            match random.below(6) {
                0 | 1 => self.know(id, timeout(limit, self.insert(id)).await.ok()),
                2 => {
                    let roll_back = random.below(2) == 0;
                    self.know(
                        id,
                        timeout(limit, self.insert_pair(id, roll_back)).await.ok(),
                    );
                }
                3 => self.know(
                    id,
                    timeout(limit, self.insert_pair_in_function(id)).await.ok(),
                ),
                4 => self.know(id, timeout(limit, self.insert_twice(id)).await.ok()),
                _ => drop(timeout(limit, self.stream()).await),
            }
        }
    }
}

/// Kills a random server process of the pool, a few times a second.
async fn kill(db: TestDb, load: Arc<Load>) -> u64 {
    let mut killed = 0;
    while !load.stop.load(Ordering::Relaxed) {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let one: Option<bool> = sqlx::query_scalar(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 \
             order by random() limit 1",
        )
        .bind(db.schema())
        .fetch_optional(db.pool())
        .await
        .unwrap();
        killed += u64::from(one == Some(true));
    }
    killed
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn nothing_is_lost_under_load() {
    let seconds = std::env::var("SCHEMA_LOAD_SECONDS")
        .ok()
        .and_then(|value| value.parse().ok());
    let duration = Duration::from_secs(seconds.unwrap_or(60));
    db::run_concurrent(async |db| {
        let pool = PoolOptions::new()
            .max_connections(CONNECTIONS)
            .connect_with(db.connect_options().clone().application_name(db.schema()))
            .await
            .unwrap();
        schema![Write, Number]
            .create()
            .unwrap()
            .execute(&pool)
            .await
            .unwrap();
        let numbers = (0..STREAMED).map(|id| NewNumber { id }).collect::<Vec<_>>();
        Number.insert_many(numbers).execute(&pool).await.unwrap();
        let load = Arc::new(Load {
            pool: pool.clone(),
            known: Mutex::default(),
            stop: AtomicBool::new(false),
            next: AtomicU64::new(0),
            streams: AtomicU64::new(0),
            dropped: AtomicU64::new(0),
        });

        let began = Instant::now();
        let tasks: Vec<_> = (0..TASKS)
            .map(|task| tokio::spawn(Arc::clone(&load).work(task)))
            .collect();
        let killing = tokio::spawn(kill(db.clone(), Arc::clone(&load)));
        while began.elapsed() < duration {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let open = connections(&db).await.0;
            // A killed process may still be counted for a moment.
            assert!(open <= i64::from(CONNECTIONS) + 2, "{open} connections");
        }
        load.stop.store(true, Ordering::Relaxed);
        for task in tasks {
            task.await.unwrap();
        }
        let terminated = killing.await.unwrap();

        // Waits until the last clean-ups have ended.
        let mut in_use = 1;
        for _ in 0..600 {
            in_use = pool.metrics().in_use;
            if in_use == 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(in_use, 0, "a connection was not returned");
        assert_eq!(
            connections(&db).await.1,
            0,
            "a connection is still in a transaction"
        );
        check(&db, &load).await;
        report(&load, terminated);
        assert_eq!(pool.close(Duration::from_secs(5)).await, 0);
    });
}

async fn check(db: &TestDb, load: &Load) {
    let rows = Write.select().fetch_all(db.pool()).await.unwrap();
    let found: BTreeSet<i64> = rows.iter().map(|row| row.id).collect();
    let known = load.known.lock().unwrap();

    // The ids are the primary key, so "present" is "exactly once".
    let lost: Vec<_> = known.acknowledged.difference(&found).collect();
    assert!(lost.is_empty(), "acknowledged, but lost: {lost:?}");
    let refused: Vec<_> = known.refused.intersection(&found).collect();
    assert!(refused.is_empty(), "refused, but present: {refused:?}");
    for row in &rows {
        let first = if row.id < 0 { -row.id - 1 } else { row.id };
        let is_known = known.acknowledged.contains(&first) || known.unknown.contains(&first);
        assert!(is_known, "nobody wrote {row:?}");
        let whole = found.contains(&first) && found.contains(&(-first - 1));
        assert!(whole || !row.paired, "half of a transaction: {row:?}");
    }
}

fn report(load: &Load, killed: u64) {
    let known = load.known.lock().unwrap();
    eprintln!(
        "{} acknowledged, {} refused, {} unknown, {} dropped, {} streams, {killed} processes killed\n{:#?}\n{:#?}",
        known.acknowledged.len(),
        known.refused.len(),
        known.unknown.len(),
        load.dropped.load(Ordering::Relaxed),
        load.streams.load(Ordering::Relaxed),
        load.pool.metrics(),
        known.errors,
    );
    // The test shows something only if all of this happened.
    assert!(known.acknowledged.len() > 100 && known.refused.len() > 10 && known.unknown.len() > 10);
    assert!(load.streams.load(Ordering::Relaxed) > 10 && killed > 2);
}
