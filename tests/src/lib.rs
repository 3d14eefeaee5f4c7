//! What the tests share: a Postgres to run on.

pub mod db;
