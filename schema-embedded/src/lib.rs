//! An embedded Postgres for `cargo run` and `cargo test` on machines without a server.
//!
//! [`Embedded`] runs Postgres 17 inside this process. The extensions in [`EXTENSIONS`] are available to
//! `create extension`. It is intended for examples and tests: it serves **one connection at a time**, keeps its data in
//! a temporary directory, and stops when it is dropped. Programs usually use [`Server`] instead: the server in
//! `DATABASE_URL`, or an embedded one if that is unset.
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
//! With the feature `testing`, the module `testing` gives each test of a program a namespace of its own.
//!
//! # How it works
//!
//! The server is [`pglite-oxide`](https://docs.rs/pglite-oxide): Postgres compiled to WebAssembly, and from there to
//! native code ahead of time. Its files are unpacked once per user, into the user's cache directory. Processes that start
//! at the same time share that work. A relay in front of the server accepts connections on a free port of the loopback
//! address, so that a client that disconnects during a query does not stop the server.
//!
//! # Limitations
//!
//! - A second connection waits until the first one is closed.
//! - A query cannot be cancelled, and `statement_timeout` has no effect.
//! - There are no notifications, ICU collations, XML functions or background workers.
//! - Text search supports the configurations `simple` and `english` only.
//! - A new connection takes a tenth of a second in a debug build.

mod data_dir;
mod embedded;
mod error;
mod relay;
mod server;
#[cfg(feature = "testing")]
pub mod testing;

pub use self::embedded::{EXTENSIONS, Embedded};
pub use self::error::Error;
pub use self::server::Server;

// `pglite-oxide` does not compile with later versions of these two; depending on them directly pins them.
use {virtual_mio as _, virtual_net as _};
