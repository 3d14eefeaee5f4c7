//! Running statements: on a pool, a connection or a transaction of sqlx, whatever is an `sqlx::PgExecutor`.

mod decode;
mod future;
mod row;
pub(crate) mod run;

pub use decode::{ByFunctions, ByType, Decoder, Describe, Reads};
pub use future::{Execution, FetchAll, FetchOne, FetchOptional, Rows};
pub use row::{ColumnList, DecodeRow, RowReader};
pub use run::{Bounded, Execute, Executor, Fetch, Query, Statement};
