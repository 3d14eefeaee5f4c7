//! Defaults that are Rust values or functions: `#[column(default = now())]`.

use crate::types::{ColumnType, Moment, SqlType};

/// A default for a column of type `T`: a value of that type, or a function such as `now()`. Messages name the column
/// `For`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a default for `{For}`, whose type is `{T}`",
    label = "expected `{T}`",
    note = "for a default that is SQL, write `default = sql(\"…\")`"
)]
pub trait ColumnDefault<T: ColumnType, For = T> {
    /// Returns the default as SQL.
    fn sql(&self) -> String;
}

#[diagnostic::do_not_recommend]
impl<T: SqlType, For> ColumnDefault<T, For> for T {
    fn sql(&self) -> String {
        let mut sql = String::new();
        self.literal(&mut sql);
        sql
    }
}

#[diagnostic::do_not_recommend]
impl<T: SqlType, For> ColumnDefault<Option<T>, For> for T {
    fn sql(&self) -> String {
        ColumnDefault::<T>::sql(self)
    }
}

#[diagnostic::do_not_recommend]
impl<For> ColumnDefault<String, For> for &str {
    fn sql(&self) -> String {
        ColumnDefault::<String>::sql(&(*self).to_owned())
    }
}

#[diagnostic::do_not_recommend]
impl<For> ColumnDefault<Option<String>, For> for &str {
    fn sql(&self) -> String {
        ColumnDefault::<String>::sql(&(*self).to_owned())
    }
}

/// `now()`: the start of the transaction.
pub const fn now() -> Now {
    Now
}

/// The default `now()`, for a column of any type that stores a [`Moment`]. In a query, use
/// [`expr::now`](crate::expr::now).
#[derive(Debug, Clone, Copy)]
pub struct Now;

#[diagnostic::do_not_recommend]
impl<T: ColumnType<Base: Moment>, For> ColumnDefault<T, For> for Now {
    fn sql(&self) -> String {
        "now()".to_owned()
    }
}
