//! Failures of pools, connections and servers.

use std::error::Error as _;
use std::sync::Arc;
use std::time::Duration;

use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

#[table(name = "notes")]
#[derive(Debug)]
struct Note {
    #[column(primary_key)]
    id: i32,
    title: String,
}

fn note(id: i32, title: &str) -> NewNote {
    let title = title.to_owned();
    NewNote { id, title }
}

async fn ids(db: &TestDb) -> Vec<i32> {
    let ids = Note.select().order_by(Note.id.asc()).columns(Note.id);
    ids.fetch_all(db.pool()).await.unwrap()
}

#[test]
fn a_closed_pool_is_a_pool_error() {
    db::run(async |db| {
        create!(db, Note);
        db.pool().close().await;

        let error = Note.select().fetch_all(db.pool()).await.unwrap_err();

        assert!(matches!(error, Error::Pool(_)), "{error:?}");
        assert_eq!(
            error.to_string(),
            "could not get a connection from the pool"
        );
        assert!(error.source().is_some());
    });
}

#[test]
fn an_exhausted_pool_is_a_pool_error() {
    db::run(async |db| {
        create!(db, Note);
        db.pool().close().await;
        let pool = PgPoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_secs(2))
            .connect_with(db.connect_options().clone())
            .await
            .unwrap();
        let held = pool.acquire().await.unwrap();

        let error = Note.select().fetch_all(&pool).await.unwrap_err();

        assert!(matches!(error, Error::Pool(_)), "{error:?}");
        drop(held);
        assert!(Note.select().fetch_all(&pool).await.unwrap().is_empty());
        pool.close().await;
    });
}

/// A pool for a server at this local port.
fn pool_at(port: u16) -> PgPool {
    let options = PgConnectOptions::new()
        .host("127.0.0.1")
        .port(port)
        .username("nobody")
        .database("none")
        .ssl_mode(sqlx::postgres::PgSslMode::Disable);
    PgPoolOptions::new()
        .acquire_timeout(Duration::from_secs(5))
        .connect_lazy_with(options)
}

#[tokio::test]
async fn a_missing_server_is_a_connection_error() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let pool = pool_at(listener.local_addr().unwrap().port());
    drop(listener);

    let error = Note.select().fetch_all(&pool).await.unwrap_err();

    assert!(
        matches!(error, Error::Connection(_) | Error::Pool(_)),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_server_that_hangs_up_is_a_connection_error() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let pool = pool_at(listener.local_addr().unwrap().port());
    tokio::spawn(async move {
        loop {
            let (mut socket, _) = listener.accept().await.unwrap();
            let _ = socket.read(&mut [0; 8]).await;
        }
    });

    let error = Note.select().fetch_all(&pool).await.unwrap_err();

    assert!(matches!(error, Error::Connection(_)), "{error:?}");
    assert_eq!(error.to_string(), "the connection to the server was lost");
}

/// Forwards one connection at a time to the server, until it is notified to hang up.
async fn relay(target: PgConnectOptions, hang_up: Arc<tokio::sync::Notify>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        loop {
            let (mut client, _) = listener.accept().await.unwrap();
            let address = (target.get_host().to_owned(), target.get_port());
            let mut server = tokio::net::TcpStream::connect(address).await.unwrap();
            tokio::select! {
                _ = tokio::io::copy_bidirectional(&mut client, &mut server) => {}
                () = hang_up.notified() => {}
            }
            let _ = server.shutdown().await;
        }
    });
    port
}

#[test]
fn after_a_broken_connection_the_pool_opens_another() {
    db::run(async |db| {
        create!(db, Note);
        Note.insert(note(1, "a")).execute(db.pool()).await.unwrap();
        db.pool().close().await;
        let hang_up = Arc::new(tokio::sync::Notify::new());
        let port = relay(db.connect_options().clone(), hang_up.clone()).await;
        let options = db.connect_options().clone().host("127.0.0.1").port(port);
        let pool = PgPoolOptions::new()
            .max_connections(1)
            .connect_with(options)
            .await
            .unwrap();
        let later = tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(100)).await;
            hang_up.notify_one();
        });

        let slow = Note
            .select()
            .columns(sql!(Option<String>, "pg_sleep(0.5)::text"));
        let error = slow.fetch_all(&pool).await.unwrap_err();
        later.await.unwrap();

        assert!(matches!(error, Error::Connection(_)), "{error:?}");
        let rows = Note.select().fetch_all(&pool).await.unwrap();
        assert_eq!(rows.len(), 1);
        pool.close().await;
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn after_a_terminated_session_the_pool_stays_usable() {
    db::run_concurrent(async |db| {
        create!(db, Note);
        Note.insert(note(1, "a")).execute(db.pool()).await.unwrap();
        let mut transaction = db.pool().begin().await.unwrap();
        let insert = Note.insert(note(2, "lost"));
        insert.execute(&mut *transaction).await.unwrap();
        let backend: i32 = sqlx::query_scalar("select pg_backend_pid()")
            .fetch_one(&mut *transaction)
            .await
            .unwrap();
        let kill = sqlx::query("select pg_terminate_backend($1, 5000)").bind(backend);
        kill.execute(db.pool()).await.unwrap();

        let error = Note
            .select()
            .fetch_all(&mut *transaction)
            .await
            .unwrap_err();
        drop(transaction);

        assert!(matches!(error, Error::Connection(_)), "{error:?}");
        for _ in 0..10 {
            assert_eq!(ids(&db).await, [1]);
        }
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_session_terminated_during_a_query_is_a_connection_error() {
    db::run_concurrent(async |db| {
        create!(db, Note);
        Note.insert(note(1, "a")).execute(db.pool()).await.unwrap();
        let mut connection = db.pool().acquire().await.unwrap();
        let backend: i32 = sqlx::query_scalar("select pg_backend_pid()")
            .fetch_one(&mut *connection)
            .await
            .unwrap();
        let pool = db.pool().clone();
        let killer = tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let kill = sqlx::query("select pg_terminate_backend($1)").bind(backend);
            kill.execute(&pool).await.unwrap();
        });

        let slow = Note
            .select()
            .columns(sql!(Option<String>, "pg_sleep(10)::text"));
        let error = slow.fetch_all(&mut *connection).await.unwrap_err();
        killer.await.unwrap();

        assert!(matches!(error, Error::Connection(_)), "{error:?}");
        drop(connection);
        assert_eq!(ids(&db).await, [1]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_deadlock_ends_one_of_the_transactions() {
    db::run_concurrent(async |db| {
        create!(db, Note);
        let rows = [note(1, "a"), note(2, "a")];
        Note.insert_many(rows).execute(db.pool()).await.unwrap();
        let update = |id: i32| Note.update().set(Note.title, "b").filter(Note.id.eq(id));
        let mut first = db.pool().begin().await.unwrap();
        let mut second = db.pool().begin().await.unwrap();
        update(1).execute(&mut *first).await.unwrap();
        update(2).execute(&mut *second).await.unwrap();

        let (a, b) = tokio::join!(
            async { update(2).execute(&mut *first).await.map(|_| first) },
            async { update(1).execute(&mut *second).await.map(|_| second) },
        );

        let error = a.err().or(b.err()).unwrap();
        assert!(error.is_retryable(), "{error:?}");
        assert_eq!(error.cause().unwrap().message(), "deadlock detected");
    });
}
