//! The server and its databases.

use std::collections::BTreeMap;
use std::env;
use std::net::SocketAddr;
use std::process::Command;

use anyhow::{Context as _, Result, anyhow, ensure};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use tokio::runtime::{Builder, Runtime};
use url::Url;
use workloads::{Kind, Workload, scale, tables};

use crate::{embeddings, paths, proxy};

/// A server with the databases of the workloads. If this program started it, it stops on drop.
pub(crate) struct Server {
    url: Url,
    proxy: SocketAddr,
    runtime: Runtime,
    /// Keeps the server running.
    _native: Option<Native>,
}

impl Server {
    /// Uses the server in `DATABASE_URL`, or else starts a native Postgres. Existing databases are reused if they were
    /// created by the same SQL.
    pub(crate) fn start(vectors: u32) -> Result<Self> {
        let (url, native) = if let Ok(url) = env::var("DATABASE_URL") {
            (url, None)
        } else {
            let native = Native::start()?;
            (native.url.clone(), Some(native))
        };
        let url = Url::parse(&url).context("`DATABASE_URL` is not a URL")?;
        let addresses = url.socket_addrs(|| Some(5432))?;
        let address = addresses
            .first()
            .context("the host in `DATABASE_URL` has no address")?;
        let server = Self {
            proxy: proxy::start(*address)?,
            runtime: Builder::new_current_thread().enable_all().build()?,
            url,
            _native: native,
        };
        server.runtime.block_on(server.make_databases(vectors))?;
        Ok(server)
    }

    /// The URL of the database of a workload.
    pub(crate) fn url(&self, workload: Workload) -> String {
        self.database(&workload.database()).to_string()
    }

    /// The same through the proxy.
    pub(crate) fn url_through_proxy(&self, workload: Workload) -> Result<String> {
        self.through_proxy(&workload.database())
    }

    /// The URL of the database for [`workloads::scale`], through the proxy.
    pub(crate) fn scale_url_through_proxy(&self) -> Result<String> {
        self.through_proxy(scale::DATABASE)
    }

    fn through_proxy(&self, database: &str) -> Result<String> {
        let mut url = self.database(database);
        url.set_ip_host(self.proxy.ip())
            .and_then(|()| url.set_port(Some(self.proxy.port())))
            .ok()
            .context("`DATABASE_URL` has no host")?;
        Ok(url.to_string())
    }

    /// Runs SQL in the database of a workload.
    pub(crate) fn execute(&self, workload: Workload, sql: &str) -> Result<()> {
        self.runtime.block_on(async {
            let mut database = self.connect(&workload.database()).await?;
            database.execute(AssertSqlSafe(sql)).await?;
            Ok(())
        })
    }

    /// Runs SQL that returns a single text.
    pub(crate) fn text(&self, workload: Workload, sql: &str) -> Result<Option<String>> {
        self.runtime.block_on(async {
            let mut database = self.connect(&workload.database()).await?;
            let text = sqlx::query_scalar(AssertSqlSafe(sql))
                .fetch_one(&mut database)
                .await?;
            Ok(text)
        })
    }

    /// The version of the server.
    pub(crate) fn version(&self) -> Result<String> {
        let workload = Workload {
            kind: Kind::Find,
            rows: 1,
        };
        let sql = "select 'PostgreSQL ' || current_setting('server_version') || ' with pgvector ' || extversion
            from pg_extension where extname = 'vector'";
        Ok(self.text(workload, sql)?.unwrap_or_default())
    }

    fn database(&self, name: &str) -> Url {
        let mut url = self.url.clone();
        url.set_path(name);
        url
    }

    async fn connect(&self, database: &str) -> Result<PgConnection> {
        let url = self.database(database);
        let connection = PgConnection::connect(url.as_str()).await;
        connection.with_context(|| format!("could not connect to the database `{database}`"))
    }

    async fn make_databases(&self, vectors: u32) -> Result<()> {
        let mut server = PgConnection::connect(self.url.as_str())
            .await
            .context("could not connect to the server in `DATABASE_URL`")?;
        // By name, because several workloads share a database.
        let mut databases: BTreeMap<String, String> = Workload::all()
            .map(|workload| {
                let sql = format!("{}\n{}", tables::CREATE, tables::fill(workload));
                (workload.database(), sql)
            })
            .collect();
        let sql = scale::create().map_err(|error| anyhow!(error))?;
        databases.insert(scale::DATABASE.to_owned(), sql);
        for (name, sql) in databases {
            let vectors = if name == embeddings::DATABASE {
                vectors
            } else {
                0
            };
            if self.is_made(&mut server, &name, &sql, vectors).await? {
                continue;
            }
            eprintln!("creating the database {name}");
            let drop = format!("drop database if exists {name} with (force)");
            server.execute(AssertSqlSafe(drop)).await?;
            let create = format!("create database {name}");
            server.execute(AssertSqlSafe(create)).await?;
            let mut database = self.connect(&name).await?;
            database.execute(AssertSqlSafe(sql.clone())).await?;
            if vectors > 0 {
                embeddings::load(&mut database, vectors).await?;
            }
            database.execute("vacuum (freeze, analyze)").await?;
            let mark = mark(&sql, vectors).replace('\'', "''");
            let comment = format!("comment on database {name} is '{mark}'");
            server.execute(AssertSqlSafe(comment)).await?;
        }
        Ok(())
    }

    /// True if the database exists and was created by this SQL, with at least this many vectors.
    async fn is_made(
        &self,
        server: &mut PgConnection,
        name: &str,
        sql: &str,
        vectors: u32,
    ) -> Result<bool> {
        let found: Option<Option<String>> = sqlx::query_scalar(
            "select shobj_description(oid, 'pg_database') from pg_database where datname = $1",
        )
        .bind(name)
        .fetch_optional(server)
        .await?;
        let Some(found) = found.flatten() else {
            return Ok(false);
        };
        let Some((count, made_by)) = found.split_once('\n') else {
            return Ok(false);
        };
        let count: u32 = count.parse().unwrap_or_default();
        Ok(made_by == sql && count >= vectors)
    }
}

/// The comment that marks a database with the SQL that created it.
fn mark(sql: &str, vectors: u32) -> String {
    format!("{vectors}\n{sql}")
}

/// The native Postgres of this checkout.
struct Native {
    url: String,
    /// It was already running, so it is not stopped.
    ran: bool,
}

impl Native {
    fn start() -> Result<Self> {
        eprintln!("starting a native Postgres");
        let script = paths::repository().join(".ci/native-postgres");
        let output = Command::new(script).arg("start").output()?;
        let log = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "could not start Postgres: {log}");
        let text = String::from_utf8_lossy(&output.stdout);
        let url = text.trim().strip_prefix("export DATABASE_URL='");
        let url = url.and_then(|url| url.strip_suffix('\''));
        Ok(Self {
            url: url
                .context(".ci/native-postgres did not print `DATABASE_URL`")?
                .to_owned(),
            ran: log.contains("already running"),
        })
    }
}

impl Drop for Native {
    fn drop(&mut self) {
        if self.ran {
            return;
        }
        let script = paths::repository().join(".ci/native-postgres");
        // Ignore a failure: the server is temporary and can be stopped manually.
        let _ = Command::new(script).arg("stop").status();
    }
}
