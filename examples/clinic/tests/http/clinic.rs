//! Starts the service for a test, and sends requests to it.

use std::io;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

use clinic::example_data::ExampleData;
use clinic::{app, database};
use futures_util::FutureExt as _;
use reqwest::header::HeaderMap;
use reqwest::{Client, Method, StatusCode};
use schema_core::Pool;
use schema_embedded::Server;
use serde_json::Value;
use sqlx::AssertSqlSafe;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::logs;

/// The service, on a free port.
pub(crate) struct Clinic {
    /// The pool of the service.
    pub(crate) pool: Pool,
    pub(crate) max_connections: u32,
    pub(crate) url: String,
    pub(crate) client: Client,
    stop: Option<oneshot::Sender<()>>,
    pub(crate) serving: JoinHandle<io::Result<()>>,
}

/// A response.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// The JSON of the body; null if it is empty.
    pub(crate) body: Value,
}

/// Runs a test on a service of its own, on the current thread.
pub(crate) fn run(test: impl AsyncFnOnce(&mut Clinic)) {
    logs::init();
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let result = runtime.block_on(async {
        let server = Server::from_env_or_embedded().await.unwrap();
        let schema = new_schema();
        let mut clinic = Clinic::start(&server, &schema).await;
        let result = AssertUnwindSafe(test(&mut clinic)).catch_unwind().await;
        clinic.stop();
        let stopped = (&mut clinic.serving).await;
        drop_schema(&server, &schema).await;
        server.stop().await;
        result.map(|()| stopped.unwrap().unwrap())
    });
    if let Err(panic) = result {
        resume_unwind(panic);
    }
}

impl Clinic {
    async fn start(server: &Server, schema: &str) -> Self {
        let max_connections = server.max_connections();
        let pool = database::connect(server.url(), max_connections, schema)
            .await
            .unwrap();
        // Injuries: enough to search in.
        let data = ExampleData::read().unwrap().of_chapters(&[19]);
        database::set_up(&pool, schema, &data).await.unwrap();

        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = oneshot::channel();
        let serving = tokio::spawn(app::serve(listener, pool.clone(), async {
            drop(stopped.await);
        }));
        Self {
            pool,
            max_connections,
            url,
            client: Client::new(),
            stop: Some(stop),
            serving,
        }
    }

    /// Asks the service to stop.
    pub(crate) fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body)).await
    }

    pub(crate) async fn patch(&self, path: &str, body: Value) -> Answer {
        self.send(Method::PATCH, path, Some(body)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, path, None).await
    }

    async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let mut request = self.client.request(method, format!("{}{path}", self.url));
        if let Some(body) = body {
            request = request.json(&body);
        }
        Answer::read(request).await
    }

    /// Runs SQL on a connection of the service.
    pub(crate) async fn sql(&self, sql: &str) {
        let sql = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        sql.execute(&self.pool).await.unwrap();
    }
}

impl Answer {
    pub(crate) async fn read(request: reqwest::RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.bytes().await.unwrap();
        let body = if body.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(&body).expect("the body is JSON")
        };
        Self {
            status,
            headers,
            body,
        }
    }

    /// Checks the status and returns the body.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        self.body
    }
}

/// Returns the name of a Postgres schema for a test.
pub(crate) fn new_schema() -> String {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    format!("test_clinic_{}_{number}", process::id())
}

pub(crate) async fn drop_schema(server: &Server, schema: &str) {
    let pool = database::connect(server.url(), 1, schema).await.unwrap();
    let sql = AssertSqlSafe(format!("drop schema if exists {schema} cascade"));
    sqlx::raw_sql(sql).execute(&pool).await.unwrap();
    pool.close(std::time::Duration::from_secs(5)).await;
}
