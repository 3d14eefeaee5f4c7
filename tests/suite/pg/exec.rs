//! Running statements on pools, connections and transactions.

use futures_util::{StreamExt as _, TryStreamExt as _};
use schema_core::prelude::*;
use schema_core::row::RowReader;
use schema_tests::db::{self, TestDb};
use sqlx::{Connection as _, PgConnection};

#[table(name = "numbers")]
#[derive(Debug, PartialEq)]
struct Number {
    #[column(primary_key)]
    id: i32,
    name: Option<String>,
}

async fn numbers(db: &TestDb, count: i32) {
    create!(db, Number);
    let rows: Vec<_> = (1..=count).map(|id| NewNumber { id }).collect();
    Number.insert_many(rows).execute(db.pool()).await.unwrap();
}

async fn count_of_numbers(db: &TestDb) -> i64 {
    let query = Number.select().columns(count());
    query.fetch_one(db.pool()).await.unwrap()
}

#[test]
fn every_way_to_fetch_on_a_pool() {
    db::run(async |db| {
        numbers(&db, 3).await;
        let query = Number.select().order_by(Number.id.asc()).columns(Number.id);

        assert_eq!(query.fetch_all(db.pool()).await.unwrap(), [1, 2, 3]);
        assert_eq!(query.fetch_one(db.pool()).await.unwrap(), 1);
        assert_eq!(query.fetch_optional(db.pool()).await.unwrap(), Some(1));
        let stream = query.fetch(db.pool());
        assert_eq!(stream.try_collect::<Vec<_>>().await.unwrap(), [1, 2, 3]);
        let changed = Number.update().set(Number.name, "x").all_rows();
        assert_eq!(changed.execute(db.pool()).await.unwrap(), 3);
    });
}

#[test]
fn every_way_to_fetch_on_a_connection() {
    db::run(async |db| {
        numbers(&db, 3).await;
        let mut connection = db.pool().acquire().await.unwrap();
        let query = Number.select().order_by(Number.id.asc()).columns(Number.id);

        assert_eq!(query.fetch_all(&mut *connection).await.unwrap(), [1, 2, 3]);
        assert_eq!(query.fetch_one(&mut *connection).await.unwrap(), 1);
        assert_eq!(
            query.fetch_optional(&mut *connection).await.unwrap(),
            Some(1)
        );
        let stream = query.fetch(&mut *connection);
        assert_eq!(stream.try_collect::<Vec<_>>().await.unwrap(), [1, 2, 3]);
        let gone = Number.delete().filter(Number.id.gt(1));
        assert_eq!(gone.execute(&mut *connection).await.unwrap(), 2);
    });
}

#[test]
fn a_committed_transaction_is_kept() {
    db::run(async |db| {
        numbers(&db, 1).await;

        let mut transaction = db.pool().begin().await.unwrap();
        let insert = Number.insert(NewNumber { id: 2 });
        insert.execute(&mut *transaction).await.unwrap();
        let inside = Number.select().fetch_all(&mut *transaction).await.unwrap();
        transaction.commit().await.unwrap();

        assert_eq!(inside.len(), 2);
        assert_eq!(count_of_numbers(&db).await, 2);
    });
}

#[test]
fn a_rolled_back_transaction_changes_nothing() {
    db::run(async |db| {
        numbers(&db, 1).await;

        let mut transaction = db.pool().begin().await.unwrap();
        let gone = Number.delete().all_rows();
        gone.execute(&mut *transaction).await.unwrap();
        transaction.rollback().await.unwrap();
        let mut transaction = db.pool().begin().await.unwrap();
        let insert = Number.insert(NewNumber { id: 2 });
        insert.execute(&mut *transaction).await.unwrap();
        drop(transaction);

        let ids = Number.select().columns(Number.id);
        assert_eq!(ids.fetch_all(db.pool()).await.unwrap(), [1]);
    });
}

#[test]
fn a_transaction_continues_after_a_savepoint_is_rolled_back() {
    db::run(async |db| {
        numbers(&db, 1).await;

        let mut transaction = db.pool().begin().await.unwrap();
        let mut savepoint = transaction.begin().await.unwrap();
        let again = Number.insert(NewNumber { id: 1 });
        let error = again.execute(&mut *savepoint).await.unwrap_err();
        savepoint.rollback().await.unwrap();
        let insert = Number.insert(NewNumber { id: 2 });
        insert.execute(&mut *transaction).await.unwrap();
        transaction.commit().await.unwrap();

        assert!(error.is_unique_violation());
        assert_eq!(count_of_numbers(&db).await, 2);
    });
}

#[test]
fn a_script_runs_in_a_transaction() {
    db::run(async |db| {
        let mut transaction = db.pool().begin().await.unwrap();
        let script = schema![Number].create().unwrap();
        script.execute(&mut *transaction).await.unwrap();
        let none = Number.select().fetch_all(&mut *transaction).await;
        assert!(none.unwrap().is_empty());
        transaction.rollback().await.unwrap();

        let error = Number.select().fetch_all(db.pool()).await.unwrap_err();
        assert!(error.to_string().contains("does not exist"), "{error}");
    });
}

#[test]
fn fetch_one_of_no_row_is_not_found() {
    db::run(async |db| {
        numbers(&db, 1).await;

        let error = Number.find(9).fetch_one(db.pool()).await.unwrap_err();
        let boxed = Number.select().filter(Number.id.lt(0)).boxed();
        let boxed = boxed.fetch_one(db.pool()).await.unwrap_err();

        assert!(matches!(error, Error::NotFound), "{error:?}");
        assert!(boxed.is_not_found());
        assert_eq!(error.to_string(), "no row was found");
    });
}

#[test]
fn fetch_one_returns_the_first_of_several_rows() {
    db::run(async |db| {
        numbers(&db, 1000).await;

        let first = Number.select().order_by(Number.id.desc());
        let first = first.fetch_one(db.pool()).await.unwrap();

        assert_eq!(first.id, 1000);
        assert_eq!(count_of_numbers(&db).await, 1000);
    });
}

#[test]
fn a_stream_yields_all_rows_in_order() {
    db::run(async |db| {
        numbers(&db, 10_000).await;

        let mut rows = Number.select().order_by(Number.id.asc()).fetch(db.pool());
        let mut last = 0;
        while let Some(row) = rows.next().await {
            last += 1;
            assert_eq!(row.unwrap().id, last);
        }

        assert_eq!(last, 10_000);
        assert!(rows.next().await.is_none());
    });
}

#[test]
fn a_stream_of_a_boxed_query() {
    db::run(async |db| {
        numbers(&db, 3).await;

        let rows = Number.select().order_by(Number.id.desc()).boxed();
        let rows: Vec<Number> = rows.fetch(db.pool()).try_collect().await.unwrap();

        assert_eq!(rows[0].id, 3);
    });
}

#[test]
fn a_stream_dropped_half_way_leaves_the_connection_usable() {
    db::run(async |db| {
        numbers(&db, 10_000).await;
        let mut connection = db.pool().acquire().await.unwrap();

        for _ in 0..3 {
            let mut rows = Number.select().fetch(&mut *connection);
            assert!(rows.next().await.unwrap().is_ok());
            drop(rows);
        }
        let never_read = Number.select().fetch(&mut *connection);
        drop(never_read);
        let all = Number.select().columns(count());
        assert_eq!(all.fetch_one(&mut *connection).await.unwrap(), 10_000);
        drop(connection);
        let mut rows = Number.select().fetch(db.pool());
        assert!(rows.next().await.unwrap().is_ok());
        drop(rows);

        assert_eq!(count_of_numbers(&db).await, 10_000);
    });
}

#[test]
fn a_cancelled_fetch_leaves_the_pool_usable() {
    db::run(async |db| {
        numbers(&db, 10).await;
        let slow = Number
            .select()
            .columns(sql!(Option<String>, "pg_sleep(0.2)::text"));

        let fetch = slow.fetch_all(db.pool());
        let waited = tokio::time::timeout(std::time::Duration::from_millis(50), fetch).await;

        assert!(waited.is_err());
        assert_eq!(count_of_numbers(&db).await, 10);
    });
}

#[test]
fn a_stream_ends_with_an_error_of_the_server() {
    db::run(async |db| {
        numbers(&db, 10).await;

        let quotients = Number.select().order_by(Number.id.asc()).columns(sql!(
            i32,
            "10 / (5 - {})",
            Number.id
        ));
        let rows: Vec<_> = quotients.fetch(db.pool()).collect().await;

        let error = rows.last().unwrap().as_ref().unwrap_err();
        assert!(matches!(error, Error::Value { .. }), "{error:?}");
        assert!(
            matches!(&error, Error::Value { message, .. } if **message == *"division by zero"),
            "{error:?}"
        );
        assert_eq!(count_of_numbers(&db).await, 10);
    });
}

#[test]
fn a_statement_is_prepared_once_for_all_values() {
    db::run(async |db| {
        numbers(&db, 3).await;
        let mut connection = db.pool().acquire().await.unwrap();
        let before = connection.cached_statements_size();

        for list in [vec![], vec![1], (1..1000).collect()] {
            for limit in [None, Some(5)] {
                let query = Number.select().filter(Number.id.eq_any(&list)).limit(limit);
                query.fetch_all(&mut *connection).await.unwrap();
            }
            let rows: Vec<_> = list.iter().map(|id| NewNumber { id: id + 10 }).collect();
            let rows = Number.insert_many(rows).on_conflict_do_nothing();
            rows.execute(&mut *connection).await.unwrap();
        }

        assert_eq!(connection.cached_statements_size() - before, 2);
    });
}

#[test]
fn a_query_can_be_run_again() {
    db::run(async |db| {
        numbers(&db, 2).await;
        let query = Number.select().filter(Number.id.ge(1));

        let first = query.fetch_all(db.pool()).await.unwrap();
        let again = query.fetch_all(db.pool()).await.unwrap();

        assert_eq!(first, again);
    });
}

#[test]
fn a_connection_outside_of_a_pool() {
    db::run(async |db| {
        numbers(&db, 2).await;
        db.pool().close().await;
        let mut connection = PgConnection::connect_with(db.connect_options())
            .await
            .unwrap();

        let rows = Number.select().fetch_all(&mut connection).await.unwrap();

        assert_eq!(rows.len(), 2);
        connection.close().await.unwrap();
    });
}

#[test]
fn a_future_can_move_to_another_task() {
    db::run(async |db| {
        numbers(&db, 2).await;
        let pool = db.pool().clone();

        let task = tokio::spawn(async move {
            let mut transaction = pool.begin().await?;
            let insert = Number.insert(NewNumber { id: 3 }).returning(Number.id);
            let id = insert.fetch_one(&mut *transaction).await?;
            let rows = Number.select().fetch(&mut *transaction);
            let rows: Vec<Number> = rows.try_collect().await?;
            transaction.commit().await?;
            Ok::<_, Error>((id, rows.len()))
        });

        assert_eq!(task.await.unwrap().unwrap(), (3, 3));
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn many_tasks_share_a_pool() {
    db::run_concurrent(async |db| {
        create!(db, Number);

        let tasks: Vec<_> = (0..50)
            .map(|id| {
                let pool = db.pool().clone();
                tokio::spawn(async move { Number.insert(NewNumber { id }).execute(&pool).await })
            })
            .collect();
        for task in tasks {
            assert_eq!(task.await.unwrap().unwrap(), 1);
        }

        assert_eq!(count_of_numbers(&db).await, 50);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn another_connection_does_not_see_uncommitted_rows() {
    db::run_concurrent(async |db| {
        numbers(&db, 1).await;
        let mut transaction = db.pool().begin().await.unwrap();
        let insert = Number.insert(NewNumber { id: 2 });
        insert.execute(&mut *transaction).await.unwrap();

        assert_eq!(count_of_numbers(&db).await, 1);
        transaction.commit().await.unwrap();
        assert_eq!(count_of_numbers(&db).await, 2);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn concurrent_create_if_not_exists_succeeds() {
    db::run_concurrent(async |db| {
        let tasks: Vec<_> = (0..5)
            .map(|_| {
                let pool = db.pool().clone();
                tokio::spawn(async move {
                    let script = schema![Number].create_if_not_exists().unwrap();
                    script.execute(&pool).await
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }

        assert_eq!(count_of_numbers(&db).await, 0);
    });
}

#[test]
fn a_missing_column_is_an_error_and_not_null() {
    db::run(async |db| {
        let row = sqlx::query("select 7::bigint, null::text")
            .fetch_one(db.pool())
            .await
            .unwrap();
        let mut reader = RowReader::new(&row);
        assert_eq!(reader.read::<i64>().unwrap(), 7);
        assert_eq!(reader.read::<Option<String>>().unwrap(), None);
        let error = reader.read::<Option<i64>>().unwrap_err();
        assert_eq!(error.to_string(), "the row has only 2 columns");
    });
}
