//! Many statements of many tasks, on more connections to `PgBouncer` than it has to the server.

use std::collections::BTreeSet;
use std::time::Duration;

use futures_util::TryStreamExt as _;
use schema_core::prelude::*;
use schema_core::{Error, Pool};
use serde_json::{Value as JsonValue, json};
use sqlx::error::DatabaseError;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::db;
use crate::support::{Note, ids, note, pool};

const TASKS: i64 = 16;
/// Rounds of each task. A round has eight statements or more, so that there are more than 2,000.
const ROUNDS: i64 = 16;

#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Pending,
    Done,
}

#[table(name = "jobs")]
#[derive(Debug, Clone, PartialEq)]
struct Job {
    #[column(primary_key)]
    id: i64,
    task: i64,
    status: Status,
    payload: JsonValue,
    embedding: Vector<3>,
    #[column(default = 0)]
    attempts: i32,
}

fn job(task: i64, id: i64) -> NewJob {
    let position = f32::from(i16::try_from(id).unwrap());
    NewJob {
        id,
        task,
        status: Status::Pending,
        payload: json!({"task": task, "tags": ["new"]}),
        embedding: Vector::from([position, 1.0, 0.0]),
    }
}

/// Writes two jobs and reads them back, in all ways.
async fn round(pool: &Pool, task: i64, first: i64) -> Result<(), Error> {
    let second = first + 1;
    let inserted = Job.insert(job(task, first)).execute(pool).await?;
    assert_eq!(inserted, 1);
    // The batch contains the first job again.
    let new: Vec<i64> = Job
        .insert_many([job(task, first), job(task, second)])
        .on_conflict(Job.id)
        .do_nothing()
        .returning(Job.id)
        .fetch_all(pool)
        .await?;
    assert_eq!(new, [second]);

    let status: Status = Job
        .update()
        .set(Job.status, Status::Done)
        .set(Job.attempts, Job.attempts + 1)
        .filter(Job.id.eq(first))
        .returning(Job.status)
        .fetch_one(pool)
        .await?;
    assert_eq!(status, Status::Done);

    let pending: Vec<i64> = Job
        .select()
        .filter(Job.payload.contains(json!({"task": task})))
        .filter(Job.status.eq(Status::Pending).and(Job.id.ge(first)))
        .columns(Job.id)
        .boxed()
        .fetch_all(pool)
        .await?;
    assert_eq!(pending, [second]);

    let position = f32::from(i16::try_from(second).unwrap());
    let query = Vector::from([position, 1.0, 0.0]);
    let nearest: i64 = Job
        .select()
        .order_by(Job.embedding.l2_distance(&query).asc())
        .limit(1)
        .columns(Job.id)
        .fetch_one(pool)
        .await?;
    assert_eq!(nearest, second);

    let mut rows = Job
        .select()
        .filter(Job.task.eq(task))
        .order_by(Job.id.asc())
        .fetch(pool);
    let mut last = None;
    while let Some(row) = rows.try_next().await? {
        assert_eq!(row.task, task, "a row of another statement");
        last = Some(row.id);
    }
    drop(rows);
    assert_eq!(last, Some(second));

    // Both or neither, with a nested transaction that is dropped.
    pool.transaction(async |mut transaction| {
        Job.update()
            .set(Job.status, Status::Done)
            .filter(Job.id.eq(second))
            .execute(&mut transaction)
            .await?;
        {
            let mut nested = transaction.begin().await?;
            let gone = Job.delete().filter(Job.task.eq(task));
            gone.execute(&mut nested).await?;
        }
        let done = Job.select().filter(Job.task.eq(task));
        let done = done.columns(count()).fetch_one(&mut transaction).await?;
        assert_eq!(done, second % 1000 + 1);
        Ok::<_, Error>(())
    })
    .await?;

    // A statement that fails leaves the connection usable.
    let again = Job.insert(job(task, first)).execute(pool).await;
    assert!(again.is_err_and(|error| error.is_unique_violation()));
    Ok(())
}

#[test]
fn tasks_write_and_read_on_eight_connections() {
    db::run(async |db| {
        let pool = pool(&db, 8).await;
        create!(db, Job);

        let mut tasks = JoinSet::new();
        for task in 0..TASKS {
            let pool = pool.clone();
            tasks.spawn(async move {
                for n in 0..ROUNDS {
                    round(&pool, task, task * 1000 + n * 2).await?;
                }
                Ok::<_, Error>(())
            });
        }
        for result in tasks.join_all().await {
            result.unwrap();
        }

        let done = Job.select().filter(Job.status.eq(Status::Done));
        let jobs = done.columns(count()).fetch_one(&pool).await.unwrap();
        assert_eq!(jobs, TASKS * ROUNDS * 2);
        assert_eq!(pool.metrics().size, 8);
        assert_eq!(pool.metrics().discarded, 0);
    });
}

/// Otherwise this suite would show nothing.
#[test]
fn statements_of_one_connection_move_between_servers() {
    db::run(async |db| {
        let pool = pool(&db, 8).await;
        let mut tasks = JoinSet::new();
        for _ in 0..8 {
            let pool = pool.clone();
            tasks.spawn(async move {
                let mut connection = pool.acquire().await.unwrap();
                let mut servers = BTreeSet::new();
                for _ in 0..50 {
                    let server: i32 = sqlx::query_scalar("select pg_backend_pid()")
                        .fetch_one(&mut connection)
                        .await
                        .unwrap();
                    servers.insert(server);
                }
                servers
            });
        }

        let servers = tasks.join_all().await;

        assert!(
            servers.iter().any(|servers| servers.len() > 1),
            "{servers:?}"
        );
        let all: BTreeSet<i32> = servers.into_iter().flatten().collect();
        assert!(all.len() < 8, "{} servers for 8 connections", all.len());
    });
}

#[test]
fn dropped_futures_leave_nothing_open() {
    db::run(async |db| {
        let pool = pool(&db, 8).await;
        let mut tasks = JoinSet::new();
        for task in 0..8 {
            let pool = pool.clone();
            tasks.spawn(async move {
                let mut acknowledged = Vec::new();
                for n in 0..40 {
                    let id = task * 1000 + n;
                    let limit = match n % 2 {
                        0 => Duration::from_mins(1),
                        _ => Duration::from_micros(u64::try_from(n).unwrap() * 100),
                    };
                    let insert = async {
                        let mut transaction = pool.begin().await?;
                        Note.insert(note(id)).execute(&mut transaction).await?;
                        transaction.commit().await
                    };
                    if let Ok(inserted) = timeout(limit, insert).await {
                        inserted.unwrap();
                        acknowledged.push(id);
                    }
                }
                acknowledged
            });
        }
        let acknowledged = tasks.join_all().await.concat();

        let found: BTreeSet<i32> = ids(&db).await.into_iter().collect();
        assert!(acknowledged.len() >= 160);
        assert!(acknowledged.iter().all(|id| found.contains(id)));
        // Waits for the connections that are being cleaned up. No lock is left.
        pool.close(Duration::from_secs(5)).await;
        let deleted = Note.delete().all_rows().execute(db.pool()).await.unwrap();
        assert_eq!(deleted, u64::try_from(found.len()).unwrap());
    });
}

/// Between preparing an unnamed statement and running it, sqlx asks for types that it does not know yet, and the server
/// then forgets the statement.
#[test]
fn a_new_connection_reads_types_that_it_does_not_know() {
    db::run(async |db| {
        create!(db, Job);
        Job.insert(job(1, 1)).execute(db.pool()).await.unwrap();
        let statuses = Job.select().columns((Job.status, Job.embedding));

        let outside = pool(&db, 1).await;
        assert_eq!(statuses.fetch_all(&outside).await.unwrap().len(), 1);
        let first = pool(&db, 1).await;
        assert!(statuses.fetch_optional(&first).await.unwrap().is_some());

        let inside = pool(&db, 1).await;
        let mut transaction = inside.begin().await.unwrap();
        Job.insert(NewJob {
            status: Status::Done,
            ..job(1, 2)
        })
        .execute(&mut transaction)
        .await
        .unwrap();
        transaction.rollback().await.unwrap();

        let inside = pool(&db, 1).await;
        let mut transaction = inside.begin().await.unwrap();
        Job.delete()
            .filter(Job.task.eq(1))
            .execute(&mut transaction)
            .await
            .unwrap();
        let rows = statuses.fetch_all(&mut transaction).await.unwrap();
        assert!(rows.is_empty(), "what was done before is kept: {rows:?}");
        let again = statuses.fetch_one(&mut transaction).await.unwrap_err();
        assert!(matches!(again, Error::NotFound), "{again:?}");
        transaction.commit().await.unwrap();

        assert!(statuses.fetch_all(&outside).await.unwrap().is_empty());
    });
}

#[test]
fn a_statement_that_cannot_run_in_a_transaction_is_sent_as_a_text() {
    use sqlx::Executor as _;

    db::run(async |db| {
        let pool = pool(&db, 1).await;

        let in_a_transaction = sqlx::query("vacuum notes").execute(&pool).await;
        let alone = pool.execute("vacuum notes").await;

        let error = in_a_transaction.unwrap_err();
        let code = error.as_database_error().and_then(DatabaseError::code);
        assert_eq!(code.as_deref(), Some("25001"), "{error:?}");
        alone.unwrap();
    });
}

#[test]
fn a_stream_that_is_dropped_before_its_end_undoes_what_its_statement_wrote() {
    db::run(async |db| {
        let pool = pool(&db, 1).await;
        let insert = |first: i32| {
            let rows: Vec<_> = (first..first + 3).map(note).collect();
            Note.insert_many(rows).returning(Note.id)
        };

        let mut dropped = insert(1).fetch(&pool);
        assert_eq!(dropped.try_next().await.unwrap(), Some(1));
        drop(dropped);
        let read: Vec<i32> = insert(11).fetch(&pool).try_collect().await.unwrap();

        assert_eq!(read, [11, 12, 13]);
        assert_eq!(ids(&db).await, [11, 12, 13]);
    });
}
