//! Tests on a real Postgres, each in its own namespace (a Postgres schema) with its tables created.
//!
//! ```no_run
//! use schema_core::prelude::*;
//! use schema_embedded::testing;
//!
//! #[table(name = "notes")]
//! struct Note {
//!     #[column(primary_key, identity)]
//!     id: i64,
//!     text: String,
//! }
//!
//! # fn main() -> schema_core::Result<()> {
//! // #[test]
//! fn a_note_is_found() -> schema_core::Result<()> {
//!     testing::test(schema![Note], async |pool| {
//!         Note.insert(NewNote { text: "milk".to_owned() }).execute(&pool).await?;
//!         let note = Note.select().filter(Note.text.eq("milk")).fetch_one(&pool).await?;
//!         assert_eq!(note.id, 1);
//!         Ok(())
//!     })
//! }
//! # a_note_is_found()
//! # }
//! ```
//!
//! The tests run in parallel on the server in `DATABASE_URL`. If it is unset or empty, the process starts one
//! [embedded](crate::Embedded) server. That server accepts one connection at a time, so the tests run one after another,
//! with a pool of one connection: a test that holds a connection and needs a second one fails after 15 seconds. Such a test
//! is [`concurrent`](TestSetup::concurrent).
//!
//! The namespace is dropped at the end, also if the test panics. If the process is killed, a later run drops it, an hour
//! after it was created. Extensions that the tables need belong to the whole database: they are created in the Postgres
//! schema `public`, and stay.
//!
//! # Panics
//!
//! A test panics if no server is available, if the tables contradict each other or cannot be created, or if a table or type
//! names its Postgres schema, because it would be shared by all tests.

mod clean_up;
mod namespace;
mod pool;
mod prepare;
mod run;

use schema_core::Pool;
use schema_core::ddl::Schema;

pub use self::namespace::TestDb;
pub use self::pool::TestPool;
use self::prepare::Extensions;

/// Runs a test in its own namespace with the tables created, and returns its result.
///
/// The [module documentation](self) has an example.
///
/// # Panics
///
/// If the test panics or [cannot start](self#panics).
pub fn test<R>(schema: Schema, test: impl AsyncFnOnce(Pool) -> R) -> R {
    TestSetup::new(schema).run(async |db: TestDb| test(db.pool().clone()).await)
}

/// The requirements of a test: tables, extensions, the number of connections.
///
/// ```no_run
/// use schema_core::prelude::*;
/// use schema_embedded::testing::{TestDb, TestSetup};
///
/// # #[table(name = "notes")]
/// # struct Note { text: String }
/// TestSetup::new(schema![Note])
///     .extensions(["pg_trgm"])
///     .run(async |db: TestDb| assert!(db.url().contains(db.schema())));
/// ```
#[derive(Debug, Clone)]
#[must_use = "a test starts with `run`"]
pub struct TestSetup {
    schema: Schema,
    extensions: Extensions,
    concurrent: bool,
}

impl TestSetup {
    /// A test with these tables, which can be none.
    pub fn new(schema: Schema) -> Self {
        Self {
            extensions: Extensions::new(schema.extensions()),
            schema,
            concurrent: false,
        }
    }

    /// Adds extensions that the test needs in addition to those of its tables.
    pub fn extensions(mut self, names: impl IntoIterator<Item = &'static str>) -> Self {
        self.extensions.required.extend(names);
        self
    }

    /// Adds extensions that are created if the server has them.
    pub fn optional_extensions(mut self, names: impl IntoIterator<Item = &'static str>) -> Self {
        self.extensions.optional.extend(names);
        self
    }

    /// Requires several connections at a time: the test panics unless `DATABASE_URL` is set. Mark it with
    /// `#[ignore = "needs several connections"]` to run it only with `--include-ignored`.
    pub fn concurrent(mut self) -> Self {
        self.concurrent = true;
        self
    }

    /// Runs the test on a [`schema_core::Pool`] or an [`sqlx::PgPool`], and returns its result.
    ///
    /// # Panics
    ///
    /// If the test panics or [cannot start](self#panics).
    pub fn run<P: TestPool, R>(self, test: impl AsyncFnOnce(TestDb<P>) -> R) -> R {
        run::run(&self, test)
    }
}
