//! The types of extensions that come with Postgres, on a server that has them.
//!
//! Plain `cargo test` does not run it, since the embedded Postgres lacks them. `.ci/contrib-postgres` starts Debian's:
//!
//! ```sh
//! eval "$(.ci/contrib-postgres start)"
//! DATABASE_URL=$CONTRIB_URL cargo test --test contrib
//! ```
#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests and their helpers fail by panicking"
)]
#![allow(dead_code, reason = "tests do not read every field of a row")]

/// Creates the listed tables and their extensions in the test's namespace.
macro_rules! create {
    ($db:expr, $($table:ty),* $(,)?) => {
        schema_core::schema![$($table),*]
            .create()
            .unwrap()
            .execute($db.pool())
            .await
            .unwrap()
    };
}

mod btree_gist;
mod citext;
mod hstore;
mod ltree;
