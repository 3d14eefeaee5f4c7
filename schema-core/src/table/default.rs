//! Defaults that are Rust values or functions: `#[column(default = now())]`.

use std::net::IpAddr;
use std::ops;

use crate::types::{ColumnType, Inet, Moment, Range, RangeElement, SqlType, Value, push_quoted};

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

/// Defaults that are values of another type, which queries accept as well.
macro_rules! values {
    ($([$($generics:tt)*] $value:ty => $type:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)* For> ColumnDefault<$type, For> for $value {
            fn sql(&self) -> String {
                let mut sql = String::new();
                let text = <Self as Value<$type>>::text(self);
                push_quoted(&mut sql, &text, <$type as SqlType>::DATA_TYPE.name);
                sql
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($generics)* For> ColumnDefault<Option<$type>, For> for $value {
            fn sql(&self) -> String {
                ColumnDefault::<$type>::sql(self)
            }
        }
    )*};
}

values! {
    [] IpAddr => Inet;
    [T: RangeElement,] ops::Range<T> => Range<T>;
    [T: RangeElement,] ops::RangeFrom<T> => Range<T>;
    [T: RangeElement,] ops::RangeInclusive<T> => Range<T>;
    [T: RangeElement,] ops::RangeTo<T> => Range<T>;
    [T: RangeElement,] ops::RangeToInclusive<T> => Range<T>;
}

/// `now()`: the start of the transaction.
pub const fn now() -> DefaultNow {
    DefaultNow
}

/// The default `now()`, for a column of any type that stores a [`Moment`]. In a query, use
/// [`expr::now`](crate::expr::now).
#[derive(Debug, Clone, Copy)]
pub struct DefaultNow;

#[diagnostic::do_not_recommend]
impl<T: ColumnType<Base: Moment>, For> ColumnDefault<T, For> for DefaultNow {
    fn sql(&self) -> String {
        "now()".to_owned()
    }
}
