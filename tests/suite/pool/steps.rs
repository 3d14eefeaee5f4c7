//! Statements that take several steps: `copy`, batches, `explain (analyze)`.

use std::time::Duration;

use futures_util::{StreamExt as _, stream};
use schema_core::Pool;
use schema_core::prelude::*;
use schema_core::query::Batch;
use schema_core::query::copy::CopyFormat;
use tokio::time::timeout;

use crate::support::{Note, note, run_alone};

async fn count_of_notes(pool: &Pool) -> i64 {
    let query = Note.select().columns(count());
    query.fetch_one(pool).await.unwrap()
}

#[test]
fn several_steps_on_a_pool() {
    run_alone(async |pool| {
        let copied = Note.copy_in((1..=9).map(note)).execute(&pool).await;
        assert_eq!(copied.unwrap(), 9);
        let batch = Batch::new()
            .execute(Note.delete().filter(Note.id.eq(1)))
            .fetch_one(Note.select().columns(count()));
        assert_eq!(batch.run_in_transaction(&pool).await.unwrap(), (1, 8));
        let all = Note.delete().all_rows().explain().analyze();
        assert!(all.text(&pool).await.unwrap().contains("actual"));
        let by_id = Note.find(7).explain().plan_with_indexes(&pool).await;
        by_id.unwrap().assert_uses_index("notes_pkey");
        assert_eq!(count_of_notes(&pool).await, 8);
        let page = Note.select().keyset(Note.id).page(3).fetch_one(&pool).await;
        assert_eq!(page.unwrap().rows.len(), 3);
    });
}

#[test]
fn several_steps_in_a_transaction() {
    run_alone(async |pool| {
        let mut transaction = pool.begin().await.unwrap();
        let copy = Note.copy_in((1..=3).map(note));
        copy.execute(&mut transaction).await.unwrap();
        let twice = Batch::new()
            .execute(Note.delete().all_rows())
            .execute(Note.insert_many([note(1), note(1)]));
        let error = twice
            .run_in_transaction(&mut transaction)
            .await
            .unwrap_err();
        assert!(error.is_unique_violation());
        let all = Note.delete().all_rows().explain().analyze();
        all.text(&mut transaction).await.unwrap();
        transaction.commit().await.unwrap();
        assert_eq!(count_of_notes(&pool).await, 3);

        let mut connection = pool.acquire().await.unwrap();
        let one = Note.copy_in([note(4)]).execute(&mut connection).await;
        assert_eq!(one.unwrap(), 1);
        let unread = connection.as_sqlx().await.unwrap();
        let unread = Note.select().copy_out_as(CopyFormat::Csv, unread).await;
        drop(unread.unwrap());
        drop(connection);
        assert_eq!(count_of_notes(&pool).await, 4);
    });
}

#[test]
fn a_failed_copy_leaves_the_pool_usable() {
    run_alone(async |pool| {
        let twice = Note.copy_in([note(1), note(2), note(1)]);
        let error = twice.execute(&pool).await.unwrap_err();
        assert!(error.is_unique_violation());
        assert_eq!(error.copied_row(), Some(3));
        assert_eq!(count_of_notes(&pool).await, 0);
        let endless = stream::iter([Ok(note(5))]).chain(stream::pending());
        let copy = Note.copy_in_stream(endless).execute(&pool);
        assert!(timeout(Duration::from_millis(100), copy).await.is_err());
        assert_eq!(count_of_notes(&pool).await, 0);
    });
}
