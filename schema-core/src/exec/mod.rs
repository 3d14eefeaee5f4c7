//! Running statements: on a pool, a connection or a transaction of sqlx, whatever is an `sqlx::PgExecutor`.

mod row;
pub(crate) mod run;

pub use row::{ColumnList, DecodeRow, RowReader};
pub use run::{Bounded, Execute, Fetch, Query, Rows, Statement};
