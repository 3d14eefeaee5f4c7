//! A Postgres for `cargo run` and `cargo test` on a machine that has none.
//!
//! [`Embedded`] is Postgres 17 inside this process, with the extensions of [`EXTENSIONS`] ready for
//! `create extension`. It is made for examples and tests: it serves **one connection at a time**, keeps its
//! data in a temporary directory, and is gone when its value is dropped. [`Server`] is what a program usually
//! starts from: the server that `DATABASE_URL` names, or an embedded one where nothing is set.
//!
//! ```no_run
//! use schema_embedded::Server;
//! use sqlx::postgres::PgPoolOptions;
//!
//! # #[tokio::main]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = Server::from_env_or_embedded().await?;
//! let pool = PgPoolOptions::new()
//!     .max_connections(server.max_connections())
//!     .connect(server.url())
//!     .await?;
//!
//! sqlx::query("create extension if not exists vector").execute(&pool).await?;
//!
//! pool.close().await;
//! server.stop().await;
//! # Ok(())
//! # }
//! ```
//!
//! # How it works
//!
//! The server is [`pglite-oxide`](https://docs.rs/pglite-oxide): Postgres compiled to WebAssembly, and ahead
//! of time to native code. Its files are unpacked once per user, into the cache directory of the user;
//! processes that start at the same time share that work. A relay in front of it takes the connections on a
//! free port of the loopback address, so that a client that goes away in the middle of a query takes nothing
//! else with it.
//!
//! # What it cannot do
//!
//! A second connection waits until the first one closes. A query cannot be cancelled, and `statement_timeout`
//! does nothing. There are no notifications, no ICU collations, no XML, and no background workers. Text search
//! knows the configurations `simple` and `english`. A new connection takes a tenth of a second in a debug build.

mod data_dir;
mod embedded;
mod error;
mod relay;
mod server;

pub use self::embedded::{EXTENSIONS, Embedded};
pub use self::error::Error;
pub use self::server::Server;

// `pglite-oxide` does not compile with later versions of these two, and nothing else holds them back.
use {virtual_mio as _, virtual_net as _};
