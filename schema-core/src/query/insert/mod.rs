//! `insert`, of one row or of many, and `on conflict`.
//!
//! <https://www.postgresql.org/docs/current/sql-insert.html>

mod conflict;
mod from_query;
mod many;
mod one;
mod overriding;
mod row;

pub use conflict::{
    Anything, Conflict, ConflictColumns, ConflictTarget, ConflictUpdate, DoKeep, DoNothing,
    DoUpdate, EachOnce, Excluded, ExcludedColumn, ExcludedColumns, ExcludedSet, InAllRows,
    InSomeRows, KeptColumn, OnConflict, OnConstraint, OnExpression, Partial, Target,
    WithExpression, excluded,
};
pub use from_query::{ColumnsOf, FilledBy, FilledColumns, InsertColumns, InsertFrom, InsertNames};
pub use many::{Collection, InsertMany, InsertRows, IntoRows, Iterated};
pub use one::Insert;
pub use overriding::{OverridingSystemValue, OverridingUserValue, OverridingValue};
pub use row::{InsertRow, Insertable, check_insert};
pub(crate) use row::{bind_sets, contains};
