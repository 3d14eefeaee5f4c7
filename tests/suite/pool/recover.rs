//! Statements that the server has forgotten, and connections that are lost.

use std::time::Duration;

use schema_core::pool::{PoolOptions, Statements};
use schema_core::prelude::*;
use schema_core::{Error, Pool};
use schema_tests::db;
use sqlx::{AssertSqlSafe, Executor as _};

use crate::support::{
    Note, backend, connections, eventually, ids, note, on, outside, pool, pool_with, run_alone,
};

async fn prepared(pool: &Pool) -> i64 {
    sqlx::query_scalar("select count(*) from pg_prepared_statements")
        .persistent(false)
        .fetch_one(pool)
        .await
        .unwrap()
}

// Finding A7.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_statement_is_prepared_again_after_its_table_was_altered() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 3).await;
        outside(&db, "alter table notes alter title type varchar(10)").await;
        Note.insert(note(1)).execute(&pool).await.unwrap();
        for _ in 0..2 {
            // Every connection has prepared it.
            let held = [
                pool.acquire().await.unwrap(),
                pool.acquire().await.unwrap(),
                pool.acquire().await.unwrap(),
            ];
            for mut connection in held {
                Note.find(1).fetch_one(&mut connection).await.unwrap();
                Note.select().fetch_all(&mut connection).await.unwrap();
            }
            outside(&db, "alter table notes alter title type varchar(20)").await;
        }

        for _ in 0..6 {
            Note.find(1).fetch_one(&pool).await.unwrap();
            Note.select().fetch_all(&pool).await.unwrap();
        }
        let held = [
            pool.acquire().await.unwrap(),
            pool.acquire().await.unwrap(),
            pool.acquire().await.unwrap(),
        ];
        for mut connection in held {
            Note.find(1).fetch_one(&mut connection).await.unwrap();
        }
    });
}

// Related to A7: inside a transaction it cannot be sent again.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_stale_statement_in_a_transaction_is_an_error_once() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        outside(&db, "alter table notes alter title type varchar(10)").await;
        Note.insert(note(1)).execute(&pool).await.unwrap();
        Note.find(1).fetch_one(&pool).await.unwrap();
        outside(&db, "alter table notes alter title type varchar(20)").await;

        let mut transaction = pool.begin().await.unwrap();
        let error = Note.find(1).fetch_one(&mut transaction).await.unwrap_err();
        drop(transaction);

        assert!(matches!(error, Error::StalePlan(_)), "{error:?}");
        let mut transaction = pool.begin().await.unwrap();
        Note.find(1).fetch_one(&mut transaction).await.unwrap();
    });
}

// Related to A7: a function in a transaction is called again.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_stale_statement_in_a_function_is_tried_again() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        outside(&db, "alter table notes alter title type varchar(10)").await;
        Note.insert(note(1)).execute(&pool).await.unwrap();
        Note.find(1).fetch_one(&pool).await.unwrap();
        outside(&db, "alter table notes alter title type varchar(20)").await;

        let found = pool
            .transaction(async |mut transaction| Note.find(1).fetch_one(&mut transaction).await)
            .await
            .unwrap();

        assert_eq!(found.id, 1);
    });
}

#[derive(Debug, PartialEq, Clone, Copy, PgEnum)]
enum Mood {
    Calm,
    Angry,
}

#[table(name = "moods")]
#[derive(Debug)]
struct MoodRow {
    #[column(primary_key)]
    id: i32,
    mood: Mood,
}

// Related to A7: an enum that was dropped and created again has another object id.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_statement_is_prepared_again_after_its_type_was_replaced() {
    let schema = schema![MoodRow];
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        for _ in 0..2 {
            schema.create().unwrap().execute(db.pool()).await.unwrap();
            let row = NewMoodRow {
                id: 1,
                mood: Mood::Calm,
            };
            MoodRow.insert(row).execute(&pool).await.unwrap();
            let found = MoodRow
                .select()
                .filter(MoodRow.mood.eq(Mood::Calm))
                .fetch_all(&pool)
                .await
                .unwrap();
            assert_eq!((found.len(), found[0].id), (1, 1));
            schema.drop().unwrap().execute(db.pool()).await.unwrap();
        }
    });
}

async fn become_tenant(pool: &Pool, search_path: &str) {
    let set = AssertSqlSafe(format!("set search_path = {search_path}"));
    pool.execute(set).await.unwrap();
}

// Finding A10: each tenant has a table and an enum of the same names.
#[test]
fn a_statement_is_prepared_again_after_the_search_path_changed() {
    run_alone(async |pool| {
        let own: String = sqlx::query_scalar("select current_schema()::text")
            .fetch_one(&pool)
            .await
            .unwrap();
        let tenants = [format!("{own}_a"), format!("{own}_b")];
        for tenant in &tenants {
            let create = AssertSqlSafe(format!("create schema {tenant}"));
            pool.execute(create).await.unwrap();
            become_tenant(&pool, tenant).await;
            let script = schema![MoodRow].create().unwrap();
            script.execute(&pool).await.unwrap();
        }
        for (id, mood) in [(1, Mood::Calm), (2, Mood::Angry)] {
            for tenant in &tenants {
                become_tenant(&pool, tenant).await;
                let row = NewMoodRow { id, mood };
                MoodRow.insert(row).execute(&pool).await.unwrap();
                let same = MoodRow.select().filter(MoodRow.mood.eq(mood));
                let found = same.fetch_all(&pool).await.unwrap();
                assert_eq!((found.len(), found[0].id, found[0].mood), (1, id, mood));
                let any = MoodRow.select().filter(MoodRow.mood.eq_any([mood]));
                assert_eq!(any.fetch_all(&pool).await.unwrap().len(), 1);
            }
        }
        become_tenant(&pool, &own).await;
        for tenant in &tenants {
            let drop = AssertSqlSafe(format!("drop schema {tenant} cascade"));
            pool.execute(drop).await.unwrap();
        }
    });
}

// Finding A8.
#[test]
fn a_statement_is_prepared_again_after_deallocate_all() {
    db::run(async |db| {
        db.pool().close().await;
        let pool = pool(&db, 1).await;
        Note.insert(note(1)).execute(&pool).await.unwrap();
        Note.find(1).fetch_one(&pool).await.unwrap();
        for forget in ["deallocate all", "discard all"] {
            // `discard all` forgets the search path as well.
            on(&pool, forget).await;
            let path = db.schema();
            sqlx::query("select set_config('search_path', $1, false)")
                .bind(path)
                .execute(&pool)
                .await
                .unwrap();

            let found = Note.find(1).fetch_one(&pool).await.unwrap();
            assert_eq!(found.id, 1);
            Note.update()
                .set(Note.title, forget)
                .filter(Note.id.eq(1))
                .execute(&pool)
                .await
                .unwrap();
        }
        pool.close(Duration::from_secs(5)).await;
    });
}

// Finding A9.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn unnamed_statements_leave_nothing_on_the_server() {
    db::run_concurrent(async |db| {
        let options = PoolOptions::new()
            .max_connections(1)
            .statements(Statements::Unnamed);
        let pool = pool_with(&db, options).await;
        for id in 0..50 {
            Note.insert(note(id)).execute(&pool).await.unwrap();
            Note.find(id).fetch_one(&pool).await.unwrap();
            Note.select()
                .filter(Note.id.lt(id))
                .fetch_all(&pool)
                .await
                .unwrap();
        }
        let mut transaction = pool.begin().await.unwrap();
        Note.find(1).fetch_one(&mut transaction).await.unwrap();
        transaction.commit().await.unwrap();

        assert_eq!(prepared(&pool).await, 0);
        let error = Note.insert(note(1)).execute(&pool).await.unwrap_err();
        assert!(error.is_unique_violation());
        assert_eq!(ids(&db).await.len(), 50);
    });
}

// Finding A9, for one statement.
#[test]
fn an_unnamed_statement_leaves_nothing_on_the_server() {
    run_alone(async |pool| {
        let before = prepared(&pool).await;
        Note.insert(note(1)).unnamed().execute(&pool).await.unwrap();
        let one = Note.find(1).unnamed().fetch_one(&pool).await.unwrap();
        let all = Note.select().unnamed().fetch_all(&pool).await.unwrap();
        let returned = Note
            .insert(note(2))
            .returning_all()
            .unnamed()
            .fetch_one(&pool)
            .await
            .unwrap();

        assert_eq!((one.id, all.len(), returned.id), (1, 1, 2));
        assert_eq!(prepared(&pool).await, before);
        Note.find(1).fetch_one(&pool).await.unwrap();
        assert_eq!(prepared(&pool).await, before + 1);
        pool.close(Duration::from_secs(5)).await;
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn after_a_lost_connection_the_others_are_checked_before_use() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 3).await;
        let held = [
            pool.acquire().await.unwrap(),
            pool.acquire().await.unwrap(),
            pool.acquire().await.unwrap(),
        ];
        drop(held);
        assert_eq!(pool.metrics().idle, 3);
        tokio::time::sleep(Duration::from_millis(20)).await;
        let pool_name = db.schema();
        let kill = format!(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '{pool_name}'"
        );
        outside(&db, &kill).await;
        eventually("they are gone", async || connections(&db).await.0 == 0).await;

        let results = [
            Note.select().fetch_all(&pool).await.is_ok(),
            Note.select().fetch_all(&pool).await.is_ok(),
            Note.select().fetch_all(&pool).await.is_ok(),
            Note.select().fetch_all(&pool).await.is_ok(),
        ];

        // At most the first one finds out.
        assert_eq!(results[1..], [true, true, true], "{results:?}");
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_connection_killed_in_a_statement_is_an_error_and_replaced() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        let killed = backend(&pool).await;
        let waiting = tokio::spawn({
            let pool = pool.clone();
            async move { sqlx::query("select pg_sleep(30)").execute(&pool).await }
        });
        eventually("it sleeps", async || {
            sqlx::query_scalar("select wait_event = 'PgSleep' from pg_stat_activity where pid = $1")
                .bind(killed)
                .fetch_one(db.pool())
                .await
                .unwrap_or(false)
        })
        .await;
        outside(&db, &format!("select pg_terminate_backend({killed})")).await;

        let error = Error::from(waiting.await.unwrap().unwrap_err());

        assert!(matches!(error, Error::Connection(_)), "{error:?}");
        assert_ne!(backend(&pool).await, killed);
        assert_eq!(pool.metrics().size, 1);
    });
}
