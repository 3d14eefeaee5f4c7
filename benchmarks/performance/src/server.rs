//! The server, and the databases on it.

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

/// A server with the databases that the workloads read. Where this program started it, it stops when this is dropped.
pub(crate) struct Server {
    url: Url,
    proxy: SocketAddr,
    runtime: Runtime,
    /// What keeps it running.
    _native: Option<Native>,
}

impl Server {
    /// The one in `DATABASE_URL`, or else a native Postgres that is started. Databases that are there stay as they
    /// are, if they were made by the same SQL.
    pub(crate) fn start(vectors: u32) -> Result<Self> {
        let (url, native) = if let Ok(url) = env::var("DATABASE_URL") {
            (url, None)
        } else {
            let native = Native::start()?;
            (native.url.clone(), Some(native))
        };
        let url = Url::parse(&url).context("`DATABASE_URL` is no URL")?;
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

    /// Where the tables of a workload are.
    pub(crate) fn url(&self, workload: Workload) -> String {
        self.database(&workload.database()).to_string()
    }

    /// The same, through the proxy.
    pub(crate) fn url_through_proxy(&self, workload: Workload) -> Result<String> {
        self.through_proxy(&workload.database())
    }

    /// Where the tables are whose columns, joins and parameters are counted; through the proxy.
    pub(crate) fn scale_url_through_proxy(&self) -> Result<String> {
        self.through_proxy(scale::DATABASE)
    }

    fn through_proxy(&self, database: &str) -> Result<String> {
        let mut url = self.database(database);
        url.set_ip_host(self.proxy.ip())
            .and_then(|()| url.set_port(Some(self.proxy.port())))
            .ok()
            .context("`DATABASE_URL` names no host")?;
        Ok(url.to_string())
    }

    /// Runs SQL where the tables of a workload are.
    pub(crate) fn execute(&self, workload: Workload, sql: &str) -> Result<()> {
        self.runtime.block_on(async {
            let mut database = self.connect(&workload.database()).await?;
            database.execute(AssertSqlSafe(sql)).await?;
            Ok(())
        })
    }

    /// Runs SQL that gives one text.
    pub(crate) fn text(&self, workload: Workload, sql: &str) -> Result<Option<String>> {
        self.runtime.block_on(async {
            let mut database = self.connect(&workload.database()).await?;
            let text = sqlx::query_scalar(AssertSqlSafe(sql))
                .fetch_one(&mut database)
                .await?;
            Ok(text)
        })
    }

    /// Its version.
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
        connection.with_context(|| format!("cannot connect to the database `{database}`"))
    }

    async fn make_databases(&self, vectors: u32) -> Result<()> {
        let mut server = PgConnection::connect(self.url.as_str())
            .await
            .context("cannot connect to `DATABASE_URL`")?;
        // One for each name: several workloads have the same.
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
            eprintln!("making the database {name}");
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

    /// Whether the database is there, made by this SQL and with at least that many vectors.
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

/// What a database is marked with when it is made.
fn mark(sql: &str, vectors: u32) -> String {
    format!("{vectors}\n{sql}")
}

/// The native Postgres of this checkout.
struct Native {
    url: String,
    /// It ran before, and is somebody else's to stop.
    ran: bool,
}

impl Native {
    fn start() -> Result<Self> {
        eprintln!("starting a native Postgres");
        let script = paths::repository().join(".ci/native-postgres");
        let output = Command::new(script).arg("start").output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "no Postgres starts: {said}");
        let text = String::from_utf8_lossy(&output.stdout);
        let url = text.trim().strip_prefix("export DATABASE_URL='");
        let url = url.and_then(|url| url.strip_suffix('\''));
        Ok(Self {
            url: url
                .context(".ci/native-postgres says no `DATABASE_URL`")?
                .to_owned(),
            ran: said.contains("running already"),
        })
    }
}

impl Drop for Native {
    fn drop(&mut self) {
        if self.ran {
            return;
        }
        let script = paths::repository().join(".ci/native-postgres");
        // It is temporary: who cares for it can stop it.
        let _ = Command::new(script).arg("stop").status();
    }
}
