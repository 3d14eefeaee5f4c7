//! Runs tests on a real Postgres, each in its own namespace, as [`schema_embedded::testing`] does, with the extensions of
//! all tests.
//!
//! ```no_run
//! # use schema_tests::db;
//! // #[test]
//! fn insert_returns_the_id() {
//!     db::run(async |db| {
//!         sqlx::query("create table notes (id bigint)").execute(db.pool()).await.unwrap();
//!     });
//! }
//! ```
//!
//! A test that needs several connections uses [`run_concurrent`] and is ignored by default:
//!
//! ```no_run
//! # use schema_tests::db;
//! // #[test]
//! // #[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
//! fn two_transactions_wait_for_each_other() {
//!     db::run_concurrent(async |db| {
//!         let (first, second) = (db.pool().begin().await.unwrap(), db.pool().begin().await.unwrap());
//!         # drop((first, second));
//!     });
//! }
//! ```

use schema_core::schema;
use schema_embedded::testing::{self, TestSetup};
use sqlx::PgPool;

/// The database of one test, with a pool of sqlx.
pub type TestDb = testing::TestDb<PgPool>;

/// Extensions installed in `public` for all tests.
const EXTENSIONS: [&str; 1] = ["pg_trgm"];
/// Extensions installed if the server has them: the one of `.ci/contrib-postgres` lacks only `vector`, the others all but
/// `vector`.
const OPTIONAL_EXTENSIONS: [&str; 5] = ["citext", "hstore", "ltree", "unaccent", "vector"];

/// Runs a test in its own namespace.
///
/// # Panics
///
/// Panics if the test panics or no server is available.
pub fn run(test: impl AsyncFnOnce(TestDb)) {
    setup().run(test);
}

/// Runs a test that needs more than one connection at a time, on the server in `DATABASE_URL`.
///
/// # Panics
///
/// Panics if the test panics or `DATABASE_URL` is not set, because the embedded server accepts only one connection.
pub fn run_concurrent(test: impl AsyncFnOnce(TestDb)) {
    setup().concurrent().run(test);
}

fn setup() -> TestSetup {
    TestSetup::new(schema![])
        .extensions(EXTENSIONS)
        .optional_extensions(OPTIONAL_EXTENSIONS)
}
