//! The embedded server.

use std::path::Path;
use std::{fs, io, thread};

use pglite_oxide::PglitePaths;
use tokio::sync::oneshot;

use crate::Error;
use crate::data_dir::DataDir;
use crate::relay::Relay;

/// The extensions available to `create extension` on an [`Embedded`] server.
pub const EXTENSIONS: [&str; 4] = ["vector", "pg_trgm", "citext", "btree_gist"];

/// A Postgres server inside this process. It runs until this value is dropped.
///
/// ```no_run
/// use schema_embedded::Embedded;
/// use sqlx::postgres::PgPoolOptions;
///
/// # #[tokio::main]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let postgres = Embedded::start().await?;
/// let pool = PgPoolOptions::new()
///     .max_connections(Embedded::MAX_CONNECTIONS)
///     .connect(postgres.url())
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// Dropping it closes the open connection, stops the server and removes its data directory. That blocks the thread for
/// a few milliseconds, or up to five seconds if a query is running. [`stop`](Self::stop) does the same without blocking.
#[derive(Debug)]
pub struct Embedded {
    url: String,
    // Fields are dropped in this order: the server stops before its data is removed.
    _relay: Relay,
    data_dir: DataDir,
}

impl Embedded {
    /// The maximum number of connections at a time.
    ///
    /// Another connection waits until the first one is closed. A pool therefore needs `max_connections(1)`, and code
    /// that acquires a second connection from the pool while it holds one never returns.
    pub const MAX_CONNECTIONS: u32 = 1;

    /// Starts a server with an empty database.
    ///
    /// The first start on a machine unpacks Postgres, which takes a second or two. The work is done on a separate thread,
    /// so any async runtime will do. Dropping the future stops the server.
    ///
    /// # Errors
    ///
    /// Returns an error if no data directory can be created, Postgres cannot be unpacked into the user's cache directory,
    /// or no port can be opened.
    pub async fn start() -> Result<Self, Error> {
        let (sender, receiver) = oneshot::channel();
        thread::Builder::new()
            .name("schema-embedded-start".to_owned())
            .spawn(move || sender.send(Self::start_blocking()))
            .map_err(|source| Error::Thread(Some(source)))?;
        receiver.await.map_err(|_| Error::Thread(None))?
    }

    fn start_blocking() -> Result<Self, Error> {
        let data_dir = DataDir::create()?;
        install(&data_dir)?;
        let relay = Relay::start(data_dir.root())?;
        let url = format!(
            "postgres://postgres@{}/postgres?sslmode=disable",
            relay.address()
        );
        Ok(Self {
            url,
            _relay: relay,
            data_dir,
        })
    }

    /// The connection URL, for sqlx or any other client.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The data directory, which is removed when the server stops.
    pub fn data_dir(&self) -> &Path {
        self.data_dir.path()
    }

    /// Stops the server and removes its data, on a separate thread.
    pub async fn stop(self) {
        let (sender, receiver) = oneshot::channel::<()>();
        let stop = move || {
            drop(self);
            drop(sender);
        };
        // If no thread can be started, the closure is dropped at once, and the server with it.
        if thread::Builder::new().spawn(stop).is_ok() {
            let _ = receiver.await;
        }
    }
}

/// Unpacks Postgres and the extensions.
///
/// The public function of `pglite-oxide` also creates the extensions, so that a later `create extension` would fail. The
/// functions used here are hidden from its documentation, so its exact version is pinned.
fn install(data_dir: &DataDir) -> Result<(), Error> {
    let root = data_dir.root();
    pglite_oxide::install_into(&root).map_err(|error| Error::Install(error.into()))?;
    let paths = PglitePaths::with_root(&root);
    for extension in EXTENSIONS {
        let archive = pglite_oxide_assets::extension_archive(extension)
            .ok_or(Error::MissingExtension(extension))?;
        pglite_oxide::install_extension_bytes(&paths, archive)
            .map_err(|error| Error::Install(error.into()))?;
    }
    install_stop_words(&paths).map_err(|error| Error::Install(error.into()))
}

/// Adds the stop words required by `to_tsvector('english', …)`, which `pglite-oxide` leaves out.
fn install_stop_words(paths: &PglitePaths) -> io::Result<()> {
    /// From Postgres, under the PostgreSQL licence.
    const ENGLISH: &str = include_str!("../share/english.stop");

    let dir = paths.pgroot.join("pglite/share/postgresql/tsearch_data");
    fs::create_dir_all(&dir)?;
    fs::write(dir.join("english.stop"), ENGLISH)
}
