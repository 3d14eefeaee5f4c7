//! Large results as streams.

use futures_util::StreamExt as _;
use schema_core::prelude::*;
use schema_tests::db;

/// 200 MB, of which the program reads a few rows: the server waits until it reads more.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn the_server_waits_for_a_slow_reader() {
    db::run_concurrent(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let process: i32 = sqlx::query_scalar("select pg_backend_pid()")
            .fetch_one(&mut *connection)
            .await
            .unwrap();
        let numbers = generate_series(1, 200_000);
        let wide = sql!(String, "repeat('x', 1000)");
        let query = numbers.select().columns((numbers.value, wide));

        let mut rows = query.fetch(&mut *connection);
        for _ in 0..10 {
            assert_eq!(rows.next().await.unwrap().unwrap().1.len(), 1000);
        }
        let mut waits = false;
        for _ in 0..100 {
            let event: Option<String> =
                sqlx::query_scalar("select wait_event from pg_stat_activity where pid = $1")
                    .bind(process)
                    .fetch_one(db.pool())
                    .await
                    .unwrap();
            waits = event.as_deref() == Some("ClientWrite");
            if waits {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        assert!(waits, "the server should wait until the rows are read");

        drop(rows);
        let one = select(sql!(i32, "1"));
        assert_eq!(one.fetch_one(&mut *connection).await.unwrap(), 1);
    });
}
