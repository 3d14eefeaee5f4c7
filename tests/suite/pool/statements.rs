//! Statements on a pool, a connection of it, and a transaction.

use futures_util::TryStreamExt as _;
use schema_core::prelude::*;
use schema_core::{Pool, Transaction};
use schema_tests::db;
use sqlx::Executor as _;

use crate::support::{Note, ids, note, pool, run_alone};

#[test]
fn the_pool_runs_our_statements_and_those_of_sqlx() {
    run_alone(async |pool| {
        let changed = Note.insert(note(1)).execute(&pool).await.unwrap();
        let returned = Note
            .insert(note(2))
            .returning_all()
            .fetch_one(&pool)
            .await
            .unwrap();
        let all = Note
            .select()
            .order_by(Note.id.asc())
            .fetch_all(&pool)
            .await
            .unwrap();
        let none = Note.find(3).fetch_optional(&pool).await.unwrap();
        let streamed: Vec<Note> = Note.select().fetch(&pool).try_collect().await.unwrap();
        let count: i64 = sqlx::query_scalar("select count(*) from notes")
            .fetch_one(&pool)
            .await
            .unwrap();
        let rows = pool.fetch_all("select 1; select 2").await.unwrap();

        assert_eq!((changed, returned.id, none), (1, 2, None));
        assert_eq!((all.len(), streamed.len(), count, rows.len()), (2, 2, 2, 2));
        pool.close(std::time::Duration::from_secs(5)).await;
    });
}

#[test]
fn a_connection_runs_statements_on_one_session() {
    run_alone(async |pool| {
        let mut connection = pool.acquire().await.unwrap();
        sqlx::query("create temporary table scratch (id int)")
            .execute(&mut connection)
            .await
            .unwrap();
        sqlx::query("insert into scratch values (1)")
            .execute(&mut connection)
            .await
            .unwrap();
        Note.insert(note(1)).execute(&mut connection).await.unwrap();
        let notes = Note.select().fetch_all(&mut connection).await.unwrap();
        drop(connection);

        assert_eq!(notes.len(), 1);
        pool.close(std::time::Duration::from_secs(5)).await;
    });
}

#[test]
fn a_transaction_runs_statements_and_commits() {
    run_alone(async |pool| {
        let mut transaction = pool.begin().await.unwrap();
        Note.insert(note(1))
            .execute(&mut transaction)
            .await
            .unwrap();
        helper(&mut transaction).await.unwrap();
        sqlx::query("insert into notes values (3, '')")
            .execute(&mut transaction)
            .await
            .unwrap();
        transaction.commit().await.unwrap();

        assert_eq!(Note.select().fetch_all(&pool).await.unwrap().len(), 3);
        pool.close(std::time::Duration::from_secs(5)).await;
    });
}

/// A function over a transaction, as a program has many.
async fn helper(transaction: &mut Transaction<'_>) -> schema_core::Result<()> {
    Note.insert(note(2)).execute(&mut *transaction).await?;
    let mut rows = Note.select().fetch(&mut *transaction);
    while let Some(row) = rows.try_next().await? {
        assert!(row.id > 0);
    }
    Ok(())
}

/// A function over anything that runs statements.
async fn count_notes<'c>(executor: impl sqlx::PgExecutor<'c>) -> schema_core::Result<i64> {
    Note.select().columns(count()).fetch_one(executor).await
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn tasks_share_a_pool() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 3).await;

        let tasks: Vec<_> = (0..20)
            .map(|id| {
                let pool = pool.clone();
                tokio::spawn(async move { work(&pool, id).await.unwrap() })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }

        assert_eq!(ids(&db).await, (0..20).collect::<Vec<_>>());
        assert_eq!(count_notes(&pool).await.unwrap(), 20);
        let mut transaction = pool.begin().await.unwrap();
        assert_eq!(count_notes(&mut transaction).await.unwrap(), 20);
        drop(transaction);
        assert!(pool.metrics().size <= 3);
    });
}

async fn work(pool: &Pool, id: i32) -> schema_core::Result<()> {
    let mut transaction = pool.begin().await?;
    Note.insert(note(id)).execute(&mut transaction).await?;
    transaction.commit().await
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn sqlx_can_use_the_connection_itself() {
    use sqlx::Connection as _;

    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        let mut transaction = pool.begin().await.unwrap();
        Note.insert(note(1))
            .execute(&mut transaction)
            .await
            .unwrap();

        // sqlx's transaction is a savepoint of ours.
        let connection = transaction.as_sqlx().await.unwrap();
        let mut nested = connection.begin().await.unwrap();
        Note.insert(note(2)).execute(&mut *nested).await.unwrap();
        nested.rollback().await.unwrap();

        transaction.commit().await.unwrap();
        assert_eq!(ids(&db).await, [1]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn describe_and_prepare_are_those_of_sqlx() {
    use sqlx::{SqlSafeStr as _, Statement as _};

    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        let statement = pool
            .prepare("select id from notes where id = $1".into_sql_str())
            .await
            .unwrap();
        assert_eq!(statement.columns().len(), 1);
        let found: Option<i32> = statement
            .query_scalar()
            .bind(1_i32)
            .fetch_optional(&pool)
            .await
            .unwrap();
        assert_eq!(found, None);
        assert_eq!(pool.metrics().in_use, 0);
    });
}
