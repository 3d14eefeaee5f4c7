//! Transactions, nested ones, and how they end.

use schema_core::Error;
use schema_core::pool::{Isolation, TransactionOptions};
use schema_core::prelude::*;
use schema_tests::db;

use crate::support::{Note, ids, note, on, outside, pool, run_alone};

#[test]
fn a_dropped_transaction_is_rolled_back() {
    run_alone(async |pool| {
        let mut transaction = pool.begin().await.unwrap();
        Note.insert(note(1))
            .execute(&mut transaction)
            .await
            .unwrap();

        drop(transaction);

        assert!(Note.select().fetch_all(&pool).await.unwrap().is_empty());
        pool.close(std::time::Duration::from_secs(5)).await;
    });
}

// Finding A2.
#[test]
fn committing_a_transaction_in_which_a_statement_failed_is_an_error() {
    run_alone(async |pool| {
        let mut transaction = pool.begin().await.unwrap();
        Note.insert(note(1))
            .execute(&mut transaction)
            .await
            .unwrap();
        let swallowed = Note.insert(note(1)).execute(&mut transaction).await;
        assert!(swallowed.unwrap_err().is_unique_violation());

        let error = transaction.commit().await.unwrap_err();

        assert_eq!(
            error.to_string(),
            "the transaction was rolled back, because a statement in it had failed: duplicate key value violates \
             unique constraint \"notes_pkey\""
        );
        assert!(
            matches!(
                error,
                Error::Aborted {
                    conflict: false,
                    ..
                }
            ),
            "{error:?}"
        );
        assert!(!error.is_retryable());
        assert!(Note.select().fetch_all(&pool).await.unwrap().is_empty());
        pool.close(std::time::Duration::from_secs(5)).await;
    });
}

// Related to A2: the statement failed on sqlx's connection, where the pool does not see it.
#[test]
fn committing_after_a_failure_on_the_connection_of_sqlx_is_an_error() {
    run_alone(async |pool| {
        let mut transaction = pool.begin().await.unwrap();
        let connection = transaction.as_sqlx().await.unwrap();
        sqlx::query("select 1 / 0")
            .execute(connection)
            .await
            .unwrap_err();

        let error = transaction.commit().await.unwrap_err();

        assert!(matches!(error, Error::Aborted { .. }), "{error:?}");
        pool.close(std::time::Duration::from_secs(5)).await;
    });
}

// Related to A2: a nested transaction.
#[test]
fn committing_a_nested_transaction_in_which_a_statement_failed_is_an_error() {
    run_alone(async |pool| {
        let mut transaction = pool.begin().await.unwrap();
        Note.insert(note(1))
            .execute(&mut transaction)
            .await
            .unwrap();
        let mut nested = transaction.begin().await.unwrap();
        Note.insert(note(1)).execute(&mut nested).await.unwrap_err();

        let error = nested.commit().await.unwrap_err();

        assert!(matches!(error, Error::Aborted { .. }), "{error:?}");
        // The outer one is not affected.
        Note.insert(note(2))
            .execute(&mut transaction)
            .await
            .unwrap();
        transaction.commit().await.unwrap();
        let notes = Note.select().order_by(Note.id.asc()).columns(Note.id);
        assert_eq!(notes.fetch_all(&pool).await.unwrap(), [1, 2]);
        pool.close(std::time::Duration::from_secs(5)).await;
    });
}

#[test]
fn a_nested_transaction_recovers_from_a_failure() {
    run_alone(async |pool| {
        let mut transaction = pool.begin().await.unwrap();
        Note.insert(note(1))
            .execute(&mut transaction)
            .await
            .unwrap();
        {
            let mut dropped = transaction.begin().await.unwrap();
            Note.insert(note(2)).execute(&mut dropped).await.unwrap();
            let mut inner = dropped.begin().await.unwrap();
            Note.insert(note(1)).execute(&mut inner).await.unwrap_err();
        }
        let mut nested = transaction.begin().await.unwrap();
        Note.insert(note(3)).execute(&mut nested).await.unwrap();
        nested.commit().await.unwrap();
        let mut rolled_back = transaction.begin().await.unwrap();
        Note.insert(note(4))
            .execute(&mut rolled_back)
            .await
            .unwrap();
        rolled_back.rollback().await.unwrap();

        transaction.commit().await.unwrap();

        let notes = Note.select().order_by(Note.id.asc()).columns(Note.id);
        assert_eq!(notes.fetch_all(&pool).await.unwrap(), [1, 3]);
        pool.close(std::time::Duration::from_secs(5)).await;
    });
}

#[test]
fn a_transaction_can_be_read_only() {
    run_alone(async |pool| {
        let options = TransactionOptions::new()
            .isolation(Isolation::Serializable)
            .read_only()
            .deferrable();
        let mut transaction = pool.begin_with(&options).await.unwrap();
        let shown: (String, String, String) = sqlx::query_as(
            "select current_setting('transaction_isolation'), current_setting('transaction_read_only'), \
             current_setting('transaction_deferrable')",
        )
        .fetch_one(&mut transaction)
        .await
        .unwrap();

        let error = Note
            .insert(note(1))
            .execute(&mut transaction)
            .await
            .unwrap_err();

        assert_eq!(shown, ("serializable".into(), "on".into(), "on".into()));
        assert!(error.to_string().contains("read-only"), "{error}");
        drop(transaction);
        pool.close(std::time::Duration::from_secs(5)).await;
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn the_isolation_level_decides_what_a_transaction_sees() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 2).await;
        for (isolation, seen) in [
            (Isolation::ReadCommitted, 1),
            (Isolation::RepeatableRead, 0),
        ] {
            on(&pool, "delete from notes").await;
            let options = TransactionOptions::new().isolation(isolation);
            let mut transaction = pool.begin_with(&options).await.unwrap();
            Note.select().fetch_all(&mut transaction).await.unwrap();
            Note.insert(note(1)).execute(&pool).await.unwrap();
            let notes = Note.select().fetch_all(&mut transaction).await.unwrap();
            assert_eq!(notes.len(), seen, "{isolation:?}");
        }
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_connection_can_be_used_after_its_transaction() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        let mut connection = pool.acquire().await.unwrap();
        let mut dropped = connection.begin().await.unwrap();
        Note.insert(note(1)).execute(&mut dropped).await.unwrap();
        drop(dropped);
        Note.insert(note(2)).execute(&mut connection).await.unwrap();
        let mut committed = connection.begin().await.unwrap();
        Note.insert(note(3)).execute(&mut committed).await.unwrap();
        committed.commit().await.unwrap();
        assert_eq!(ids(&db).await, [2, 3]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_violation_found_by_the_commit_is_a_constraint_error() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        on(
            &pool,
            "create table replies (note int references notes deferrable initially deferred)",
        )
        .await;
        let mut transaction = pool.begin().await.unwrap();
        sqlx::query("insert into replies values (7)")
            .execute(&mut transaction)
            .await
            .unwrap();

        let error = transaction.commit().await.unwrap_err();

        assert!(error.is_foreign_key_violation(), "{error:?}");
        Note.insert(note(1)).execute(&pool).await.unwrap();
        assert_eq!(ids(&db).await, [1]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_connection_lost_during_the_commit_leaves_the_outcome_unknown() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        on(
            &pool,
            "create function wait() returns trigger language plpgsql as $$ begin perform pg_sleep(30); return null; end $$; \
             create constraint trigger wait after insert on notes deferrable initially deferred \
             for each row execute function wait()",
        )
        .await;
        let backend = crate::support::backend(&pool).await;
        let mut transaction = pool.begin().await.unwrap();
        Note.insert(note(1))
            .execute(&mut transaction)
            .await
            .unwrap();

        let commit = tokio::spawn(transaction.commit());
        crate::support::eventually("the commit waits", async || {
            let waits: bool = sqlx::query_scalar(
                "select wait_event = 'PgSleep' from pg_stat_activity where pid = $1",
            )
            .bind(backend)
            .fetch_one(db.pool())
            .await
            .unwrap_or(false);
            waits
        })
        .await;
        outside(&db, &format!("select pg_terminate_backend({backend})")).await;
        let error = commit.await.unwrap().unwrap_err();

        assert!(matches!(error, Error::CommitUnknown(_)), "{error:?}");
        assert_eq!(
            error.to_string(),
            "the connection was lost during the commit, so its outcome is unknown"
        );
        assert!(!error.is_retryable());
        assert_eq!(ids(&db).await, Vec::<i32>::new());
    });
}
