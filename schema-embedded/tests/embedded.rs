//! The embedded server from a client's point of view.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

use schema_embedded::{EXTENSIONS, Embedded, Server};
use sqlx::postgres::PgPoolOptions;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

#[tokio::test]
async fn answers_a_query() {
    let postgres = Embedded::start().await.unwrap();
    let mut connection = PgConnection::connect(postgres.url()).await.unwrap();

    let sum: i32 = sqlx::query_scalar("select $1 + 1")
        .bind(41)
        .fetch_one(&mut connection)
        .await
        .unwrap();

    assert_eq!(sum, 42);
    connection.close().await.unwrap();
    postgres.stop().await;
}

#[tokio::test]
async fn serves_a_pool_of_its_maximum() {
    let postgres = Embedded::start().await.unwrap();
    let pool = PgPoolOptions::new()
        .max_connections(Embedded::MAX_CONNECTIONS)
        .connect(postgres.url())
        .await
        .unwrap();

    for expected in 0..100_i64 {
        let got: i64 = sqlx::query_scalar("select $1")
            .bind(expected)
            .fetch_one(&pool)
            .await
            .unwrap();
        assert_eq!(got, expected);
    }
}

#[tokio::test]
async fn creates_each_extension() {
    let postgres = Embedded::start().await.unwrap();
    let mut connection = PgConnection::connect(postgres.url()).await.unwrap();

    for extension in EXTENSIONS {
        connection
            .execute(AssertSqlSafe(format!("create extension {extension}")))
            .await
            .unwrap();
    }

    let distance: f64 = sqlx::query_scalar("select '[1,2,3]'::vector <-> '[1,2,5]'::vector")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert!((distance - 2.0).abs() < f64::EPSILON);
    let similar: bool = sqlx::query_scalar("select similarity('hello', 'hallo') > 0.3")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert!(similar);
}

#[tokio::test]
async fn searches_english_text() {
    let postgres = Embedded::start().await.unwrap();
    let mut connection = PgConnection::connect(postgres.url()).await.unwrap();

    let sql = "select to_tsvector('english', 'the cats were sleeping')::text";
    let words: String = sqlx::query_scalar(sql)
        .fetch_one(&mut connection)
        .await
        .unwrap();

    assert_eq!(words, "'cat':2 'sleep':4");
}

#[tokio::test]
async fn keeps_its_data_between_connections() {
    let postgres = Embedded::start().await.unwrap();
    let mut first = PgConnection::connect(postgres.url()).await.unwrap();
    first.execute("create extension vector; create table kept (v vector(3)); insert into kept values ('[1,2,3]')").await.unwrap();
    first.close().await.unwrap();

    let mut second = PgConnection::connect(postgres.url()).await.unwrap();

    let count: i64 = sqlx::query_scalar("select count(*) from kept where v <-> '[1,2,3]' = 0")
        .fetch_one(&mut second)
        .await
        .unwrap();
    assert_eq!(count, 1);
}

#[tokio::test]
async fn survives_a_client_that_disconnects_during_an_answer() {
    let postgres = Embedded::start().await.unwrap();
    let mut leaving = PgConnection::connect(postgres.url()).await.unwrap();
    leaving
        .execute("begin; create table unfinished (id int)")
        .await
        .unwrap();
    let answer = sqlx::query("select generate_series(1, 1000000)").fetch_all(&mut leaving);
    assert!(
        tokio::time::timeout(Duration::from_millis(50), answer)
            .await
            .is_err()
    );
    drop(leaving);

    let mut next = PgConnection::connect(postgres.url()).await.unwrap();

    let rolled_back: bool = sqlx::query_scalar("select to_regclass('unfinished') is null")
        .fetch_one(&mut next)
        .await
        .unwrap();
    assert!(rolled_back);
}

#[tokio::test]
async fn survives_a_client_that_speaks_another_protocol() {
    let postgres = Embedded::start().await.unwrap();
    let address = postgres.url().split(['@', '/']).nth(3).unwrap().to_owned();
    tokio::task::spawn_blocking(move || {
        use std::io::Write as _;
        std::net::TcpStream::connect(address)
            .unwrap()
            .write_all(b"GET / HTTP/1.1\r\n\r\n")
            .unwrap();
    })
    .await
    .unwrap();

    let mut next = PgConnection::connect(postgres.url()).await.unwrap();

    next.execute("select 1").await.unwrap();
}

#[tokio::test]
async fn can_be_restarted_and_removes_its_data() {
    for _ in 0..2 {
        let postgres = Embedded::start().await.unwrap();
        let data_dir = postgres.data_dir().to_owned();
        let mut connection = PgConnection::connect(postgres.url()).await.unwrap();
        connection
            .execute("create table only_here (id int)")
            .await
            .unwrap();
        assert!(data_dir.exists());

        // The connection is still open.
        drop(postgres);

        assert!(!data_dir.exists());
        assert!(connection.execute("select 1").await.is_err());
    }
}

#[tokio::test]
async fn stops_while_a_query_runs() {
    let postgres = Embedded::start().await.unwrap();
    let data_dir = postgres.data_dir().to_owned();
    let url = postgres.url().to_owned();
    let query = tokio::spawn(async move {
        let mut connection = PgConnection::connect(&url).await.unwrap();
        connection
            .execute("select count(*) from generate_series(1, 3000000)")
            .await
    });
    tokio::time::sleep(Duration::from_millis(1500)).await;

    postgres.stop().await;

    assert!(!data_dir.exists());
    let _ = query.await.unwrap();
}

/// Run by the processes of the next test, with their own environment. Does nothing on its own.
#[tokio::test]
async fn one_of_several_processes() {
    if env::var_os("SCHEMA_EMBEDDED_ONE_OF_SEVERAL").is_none() {
        return;
    }
    let server = Server::from_env_or_embedded().await.unwrap();
    assert!(server.is_embedded());
    let mut connection = PgConnection::connect(server.url()).await.unwrap();
    connection.execute("create extension vector").await.unwrap();
    connection.execute("select '[1]'::vector").await.unwrap();
}

#[test]
fn several_processes_start_at_once_with_an_empty_cache() {
    let cache = tempfile::TempDir::new().unwrap();
    let start = |_| {
        Command::new(env::current_exe().unwrap())
            .args(["--exact", "one_of_several_processes"])
            .env("SCHEMA_EMBEDDED_ONE_OF_SEVERAL", "1")
            .env("XDG_CACHE_HOME", cache.path())
            .env_remove("DATABASE_URL")
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap()
    };
    let mut processes: Vec<Child> = (0..3).map(start).collect();

    let deadline = Instant::now() + Duration::from_mins(2);
    for process in &mut processes {
        let status = loop {
            if let Some(status) = process.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < deadline, "a process did not exit");
            thread::sleep(Duration::from_millis(20));
        };
        assert!(status.success());
    }
}
