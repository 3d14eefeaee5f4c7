//! Types of the extensions that come with Postgres: <https://www.postgresql.org/docs/current/contrib.html>.

mod citext;
mod hstore;
mod ltree;

pub use self::citext::CiText;
pub use self::hstore::Hstore;
pub use self::ltree::{Lquery, Ltree, LtreeError, Ltxtquery};
