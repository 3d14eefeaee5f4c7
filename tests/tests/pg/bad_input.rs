//! What is wrong is a typed error, or has the obvious result; nothing is lost, and the pool stays usable.

use std::error::Error as _;
use std::time::Duration;

use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};
use serde::{Deserialize, Serialize};
use serde_json::{Value as JsonValue, json};
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
struct Body {
    title: String,
}

#[table(name = "notes")]
#[derive(Debug)]
struct Note {
    #[column(primary_key)]
    id: i32,
    title: String,
    number: Option<i32>,
    #[column(sql_type = "varchar(5)", default = "")]
    code: String,
    body: Option<Json<Body>>,
    raw: Option<JsonValue>,
    embedding: Option<Vector<3>>,
    tags: Option<Vec<String>>,
}

fn note(id: i32, title: &str) -> NewNote {
    let title = title.to_owned();
    NewNote { id, title }
}

async fn ids(db: &TestDb) -> Vec<i32> {
    let ids = Note.select().order_by(Note.id.asc()).columns(Note.id);
    ids.fetch_all(db.pool()).await.unwrap()
}

/// Table and column that an error names.
fn place(error: &Error) -> (Option<&str>, Option<&str>) {
    (error.table(), error.column())
}

#[test]
fn a_vector_of_the_wrong_length_says_both_lengths() {
    let numbers: Vec<f32> = vec![0.0; 768];

    let error = Vector::<384>::try_from(numbers.as_slice()).unwrap_err();

    assert_eq!(error.to_string(), "expected 384 dimensions, got 768");
    let error = Vector::<384>::try_from(numbers).unwrap_err();
    assert_eq!((error.expected, error.got), (384, 768));
}

#[test]
fn a_vector_of_nan_is_refused_by_the_server() {
    db::run(async |db| {
        create!(db, Note);

        let new = Note.insert(note(1, "a"));
        let new = new.set(Note.embedding, Vector::from([f32::NAN, 0.0, 0.0]));
        let error = new.execute(db.pool()).await.unwrap_err();

        assert!(matches!(error, Error::Value { .. }), "{error:?}");
        assert_eq!(
            error.to_string(),
            "the server refused a value: NaN not allowed in vector"
        );
        assert!(ids(&db).await.is_empty());
    });
}

#[test]
fn a_text_with_nul_names_its_column_and_is_not_sent() {
    db::run(async |db| {
        create!(db, Note);
        Note.insert(note(1, "a")).execute(db.pool()).await.unwrap();
        let text = "a\0b";

        let insert = Note.insert(note(2, text)).execute(db.pool()).await;
        let set = Note.insert(note(2, "b")).set(Note.code, text);
        let set = set.execute(db.pool()).await;
        let rows = Note.insert_many([note(2, "b"), note(3, text)]);
        let rows = rows.execute(db.pool()).await;
        let update = Note.update().set(Note.title, text).all_rows();
        let update = update.execute(db.pool()).await;
        let array = Note.insert(note(2, "b")).set(Note.tags, [text]);
        let array = array.execute(db.pool()).await;

        let columns = [
            (insert, "title"),
            (set, "code"),
            (rows, "title"),
            (update, "title"),
            (array, "tags"),
        ];
        for (result, column) in columns {
            let error = result.unwrap_err();
            assert!(matches!(error, Error::Encode { .. }), "{error:?}");
            assert_eq!(place(&error), (Some("notes"), Some(column)));
            assert_eq!(
                error.to_string(),
                format!("a value for column `{column}` of table `notes` cannot be sent")
            );
            let cause = error.source().unwrap().to_string();
            assert!(
                cause.starts_with("text contains a NUL character"),
                "{cause}"
            );
        }
        assert_eq!(ids(&db).await, [1]);
    });
}

#[test]
fn a_text_with_nul_in_a_filter_is_not_sent() {
    db::run(async |db| {
        create!(db, Note);

        let select = Note.select().filter(Note.title.eq("a\0b"));
        let select = select.fetch_all(db.pool()).await.unwrap_err();
        let list = Note.select().filter(Note.title.eq_any(["a", "a\0b"]));
        let list = list.boxed().fetch_optional(db.pool()).await.unwrap_err();
        let mut stream = Note.select().filter(Note.title.eq("a\0b")).fetch(db.pool());
        let stream = futures_util::StreamExt::next(&mut stream)
            .await
            .unwrap()
            .unwrap_err();

        for error in [select, list, stream] {
            assert!(matches!(error, Error::Encode { .. }), "{error:?}");
            assert_eq!(error.to_string(), "a value cannot be sent");
        }
    });
}

#[test]
fn a_text_with_nul_in_json_or_in_an_array_of_rows() {
    db::run(async |db| {
        create!(db, Note);

        let json = Note
            .insert(note(1, "a"))
            .set(Note.raw, json!({"a": "x\0y"}));
        let json = json.execute(db.pool()).await.unwrap_err();

        // Valid JSON, which `jsonb` has no place for.
        assert!(
            matches!(json, Error::Value { .. } | Error::Encode { .. }),
            "{json:?}"
        );
        assert!(ids(&db).await.is_empty());
    });
}

#[test]
fn json_that_is_not_what_the_struct_says() {
    db::run(async |db| {
        create!(db, Note);
        let insert = sqlx::query("insert into notes (id, title, body) values (1, 'a', '[]')");
        insert.execute(db.pool()).await.unwrap();

        let error = Note.find(1).fetch_one(db.pool()).await.unwrap_err();

        assert!(matches!(error, Error::Decode { .. }), "{error:?}");
        assert_eq!(place(&error), (Some("notes"), Some("body")));
    });
}

#[test]
fn json_that_serde_cannot_write_names_its_column() {
    #[table(name = "maps")]
    #[derive(Debug)]
    struct Map {
        #[column(primary_key)]
        id: i32,
        body: Json<std::collections::BTreeMap<Vec<i32>, i32>>,
    }

    db::run(async |db| {
        create!(db, Map);
        let body = Json([(vec![1], 1)].into());

        let error = Map
            .insert(NewMap { id: 1, body })
            .execute(db.pool())
            .await
            .unwrap_err();

        assert!(matches!(error, Error::Encode { .. }), "{error:?}");
        assert_eq!(place(&error), (Some("maps"), Some("body")));
        let rows = Map.select().columns(count()).fetch_one(db.pool()).await;
        assert_eq!(rows.unwrap(), 0);
    });
}

#[test]
fn a_number_out_of_range_is_refused_by_the_server() {
    db::run(async |db| {
        create!(db, Note);
        let new = Note.insert(note(1, "a")).set(Note.number, i32::MAX);
        new.execute(db.pool()).await.unwrap();

        let update = Note.update().set(Note.number, Note.number + 1).all_rows();
        let update = update.execute(db.pool()).await.unwrap_err();
        let select = Note.select().columns(Note.number * 2);
        let select = select.fetch_all(db.pool()).await.unwrap_err();
        let zero = Note.select().columns(Note.id / 0);
        let zero = zero.fetch_all(db.pool()).await.unwrap_err();

        assert!(matches!(zero, Error::Value { .. }), "{zero:?}");
        for error in [update, select] {
            assert!(matches!(error, Error::Value { .. }), "{error:?}");
            assert_eq!(
                error.to_string(),
                "the server refused a value: integer out of range"
            );
        }
        let row = Note.find(1).fetch_one(db.pool()).await.unwrap();
        assert_eq!(row.number, Some(i32::MAX));
    });
}

#[test]
fn a_sum_that_is_too_large_is_refused_by_the_server() {
    #[table(name = "numbers")]
    #[derive(Debug)]
    struct Number {
        #[column(primary_key)]
        id: i32,
        large: i64,
    }

    db::run(async |db| {
        create!(db, Number);
        let rows = [1, 2].map(|id| NewNumber {
            id,
            large: i64::MAX,
        });
        Number.insert_many(rows).execute(db.pool()).await.unwrap();

        let sum = Number.select().columns(sum(Number.large));
        let error = sum.fetch_one(db.pool()).await.unwrap_err();

        assert_eq!(
            error.to_string(),
            "the server refused a value: bigint out of range"
        );
    });
}

#[test]
fn a_text_that_is_too_long_is_refused_by_the_server() {
    db::run(async |db| {
        create!(db, Note);

        let new = Note.insert(note(1, "a")).set(Note.code, "123456");
        let error = new.execute(db.pool()).await.unwrap_err();

        assert!(matches!(error, Error::Value { .. }), "{error:?}");
        assert_eq!(
            error.to_string(),
            "the server refused a value: value too long for type character varying(5)"
        );
        assert!(ids(&db).await.is_empty());
    });
}

#[test]
fn a_negative_limit_is_refused_by_the_server() {
    db::run(async |db| {
        create!(db, Note);

        let error = Note
            .select()
            .limit(-1)
            .fetch_all(db.pool())
            .await
            .unwrap_err();

        assert!(matches!(error, Error::Value { .. }), "{error:?}");
    });
}

#[test]
fn a_time_that_postgres_does_not_know() {
    #[table(name = "events")]
    #[derive(Debug)]
    struct Event {
        #[column(primary_key)]
        id: i32,
        at: chrono::NaiveDate,
    }

    db::run(async |db| {
        create!(db, Event);
        let at = chrono::NaiveDate::MIN;

        let error = Event
            .insert(NewEvent { id: 1, at })
            .execute(db.pool())
            .await
            .unwrap_err();

        assert!(
            matches!(error, Error::Encode { .. } | Error::Value { .. }),
            "{error:?}"
        );
        let rows = Event.select().columns(count()).fetch_one(db.pool()).await;
        assert_eq!(rows.unwrap(), 0);
    });
}

#[test]
fn more_values_in_a_list_than_a_statement_has_parameters() {
    db::run(async |db| {
        create!(db, Note);
        Note.insert(note(65_600, "a"))
            .execute(db.pool())
            .await
            .unwrap();
        let list: Vec<i32> = (0..=65_600).collect();

        let found = Note.select().filter(Note.id.eq_any(&list)).columns(Note.id);

        assert_eq!(found.fetch_all(db.pool()).await.unwrap(), [65_600]);
    });
}

#[test]
fn an_empty_list_finds_nothing() {
    db::run(async |db| {
        create!(db, Note);
        Note.insert(note(1, "a")).execute(db.pool()).await.unwrap();
        let none: &[i32] = &[];

        let found = Note.select().filter(Note.id.eq_any(none));
        let gone = Note.delete().filter(Note.id.eq_any(none));

        assert!(found.fetch_all(db.pool()).await.unwrap().is_empty());
        assert_eq!(gone.execute(db.pool()).await.unwrap(), 0);
        assert_eq!(ids(&db).await, [1]);
    });
}

#[test]
fn an_empty_insert_inserts_nothing() {
    db::run(async |db| {
        create!(db, Note);
        let none: [NewNote; 0] = [];

        let rows = Note
            .insert_many(none)
            .returning_all()
            .fetch_all(db.pool())
            .await;

        assert!(rows.unwrap().is_empty());
        assert!(ids(&db).await.is_empty());
    });
}

#[test]
fn a_half_failed_insert_leaves_nothing() {
    db::run(async |db| {
        create!(db, Note);
        Note.insert(note(500, "a"))
            .execute(db.pool())
            .await
            .unwrap();
        let rows: Vec<_> = (0..1000).map(|id| note(id, "b")).collect();

        let error = Note.insert_many(rows).execute(db.pool()).await.unwrap_err();

        assert!(error.is_unique_violation());
        assert_eq!(ids(&db).await, [500]);
    });
}

#[test]
fn a_failed_script_leaves_nothing() {
    #[table(name = "good")]
    #[derive(Debug)]
    struct Good {
        #[column(primary_key)]
        id: i32,
    }

    #[table(name = "notes")]
    #[derive(Debug)]
    struct Taken {
        #[column(primary_key)]
        id: i32,
    }

    db::run(async |db| {
        create!(db, Note);
        let script = schema![Good, Taken].create().unwrap();

        let error = script.execute(db.pool()).await.unwrap_err();

        assert_eq!(
            error.to_string(),
            "the server says: relation \"notes\" already exists"
        );
        let error = Good.select().fetch_all(db.pool()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the server says: relation \"good\" does not exist"
        );
    });
}

#[test]
fn a_failed_statement_fails_its_transaction_until_it_is_rolled_back() {
    db::run(async |db| {
        create!(db, Note);
        let mut transaction = db.pool().begin().await.unwrap();
        let insert = Note.insert(note(1, "a"));
        insert.execute(&mut *transaction).await.unwrap();
        let again = Note.insert(note(1, "a")).execute(&mut *transaction).await;
        assert!(again.unwrap_err().is_unique_violation());

        let error = Note
            .select()
            .fetch_all(&mut *transaction)
            .await
            .unwrap_err();

        assert!(matches!(error, Error::Database(_)), "{error:?}");
        drop(transaction);
        assert!(ids(&db).await.is_empty());
    });
}

// Pools and servers

#[test]
fn a_closed_pool_is_an_error_of_the_pool() {
    db::run(async |db| {
        create!(db, Note);
        db.pool().close().await;

        let error = Note.select().fetch_all(db.pool()).await.unwrap_err();

        assert!(matches!(error, Error::Pool(_)), "{error:?}");
        assert_eq!(
            error.to_string(),
            "no connection could be had from the pool"
        );
        assert!(error.source().is_some());
    });
}

#[test]
fn a_pool_without_a_free_connection_is_an_error_of_the_pool() {
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

/// A pool of a server at this port of the machine.
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
async fn no_server_is_an_error_of_the_connection() {
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
async fn a_server_that_hangs_up_is_an_error_of_the_connection() {
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
    assert_eq!(error.to_string(), "the connection to the server broke");
}

/// Passes one connection at a time on to the server, until it is told to hang up.
async fn relay(target: PgConnectOptions, hang_up: std::sync::Arc<tokio::sync::Notify>) -> u16 {
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
fn a_connection_that_breaks_in_a_query_is_an_error_and_the_pool_opens_another() {
    db::run(async |db| {
        create!(db, Note);
        Note.insert(note(1, "a")).execute(db.pool()).await.unwrap();
        db.pool().close().await;
        let hang_up = std::sync::Arc::new(tokio::sync::Notify::new());
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
fn a_session_that_the_server_ends_is_an_error_and_the_pool_stays_usable() {
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
fn a_session_that_ends_in_a_query_is_an_error_of_the_connection() {
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
fn a_deadlock_is_what_the_server_says() {
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
        assert_eq!(error.to_string(), "the server says: deadlock detected");
    });
}
