//! `insert`, of one row or of many, and `on conflict`.
//!
//! <https://www.postgresql.org/docs/current/sql-insert.html>

mod conflict;
mod many;
mod one;
mod row;

pub use conflict::{
    Anything, Conflict, ConflictColumns, ConflictTarget, ConflictUpdate, DoNothing, DoUpdate,
    Excluded, InAllRows, InSomeRows, OnConflict, Partial, excluded,
};
pub use many::{Collection, InsertMany, InsertRows, IntoRows, Iterated};
pub use one::Insert;
pub use row::{InsertRow, Insertable, check_insert};
pub(crate) use row::{bind_sets, contains};
