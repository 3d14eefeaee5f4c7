//! The server, and what is on it.

use std::env;

use schema_benchmarks::{Result, SETUP};
use sqlx::{Connection as _, Executor as _, PgConnection};
use url::Url;

use crate::proxy;

const DATABASE: &str = "schema_benchmarks";

/// Makes a database with the tables that are measured, on the server in `DATABASE_URL`. The URL leads there
/// through the proxy.
pub(crate) fn prepare() -> Result<String> {
    let mut url = Url::parse(&env::var("DATABASE_URL").map_err(
        |_| "`DATABASE_URL` is not set; start a server: eval \"$(.ci/native-postgres start)\"",
    )?)?;
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(async {
            let mut server = PgConnection::connect(url.as_str()).await?;
            server
                .execute("drop database if exists schema_benchmarks with (force)")
                .await?;
            server.execute("create database schema_benchmarks").await?;
            url.set_path(DATABASE);
            let mut database = PgConnection::connect(url.as_str()).await?;
            for sql in SETUP {
                database.execute(sql).await?;
            }
            let server = url
                .socket_addrs(|| Some(5432))?
                .first()
                .copied()
                .ok_or("the host in `DATABASE_URL` has no address")?;
            let address = proxy::start(server)?;
            url.set_ip_host(address.ip())
                .and_then(|()| url.set_port(Some(address.port())))
                .map_err(|()| "`DATABASE_URL` names no host")?;
            Ok(url.to_string())
        })
}
