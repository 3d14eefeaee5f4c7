//! Running statements on anything that is an `sqlx::PgExecutor`: a pool, a connection or a transaction.
//!
//! - [`Statement`]: the SQL text, and the values as sqlx accepts them
//! - [`Query`] and [`Fetch`]: statements that return rows
//! - [`Execute`]: statements that change rows

mod execute;
mod fetch;
mod fetch_map;
mod future;
mod ready;
mod statement;
mod unnamed;

pub use execute::{Changes, Executable, Execute};
pub use fetch::{Fetch, Query};
pub use fetch_map::{Collected, FetchMap, MapOf};
pub use future::{Execution, FetchAll, FetchOne, FetchOptional, Rows};
pub use statement::{Executor, Statement};
pub use unnamed::Unnamed;
