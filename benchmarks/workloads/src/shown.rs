//! The rows as text, to verify that all drivers do the same work.

use std::fmt::{Debug, Write as _};

/// A result that can be compared with that of another driver. [`shown!`](crate::shown) implements it for structs.
pub trait Shown {
    /// Appends the values, each in its `Debug` form.
    fn show(&self, text: &mut String);
}

/// Appends one value.
pub fn value(value: &impl Debug, text: &mut String) {
    // Writing to a string cannot fail.
    let _ = write!(text, "{value:?} ");
}

/// Implements [`Shown`] for structs: `shown!(User: id, name; Post: id, title);`
#[macro_export]
macro_rules! shown {
    ($($row:ty: $($field:ident),+);+ $(;)?) => {$(
        impl $crate::Shown for $row {
            fn show(&self, text: &mut String) {
                $($crate::shown_value(&self.$field, text);)+
            }
        }
    )+};
}

macro_rules! values {
    ($($value:ty)+) => {$(
        impl Shown for $value {
            fn show(&self, text: &mut String) {
                value(self, text);
            }
        }
    )+};
}

values!(() i32 i64 u64 f64);

impl<T: Shown> Shown for Option<T> {
    fn show(&self, text: &mut String) {
        match self {
            Some(row) => row.show(text),
            None => text.push_str("None "),
        }
    }
}

impl<T: Shown> Shown for Vec<T> {
    /// Each value on its own line.
    fn show(&self, text: &mut String) {
        text.push('\n');
        for row in self {
            row.show(text);
            text.push('\n');
        }
    }
}

impl<A: Shown, B: Shown> Shown for (A, B) {
    fn show(&self, text: &mut String) {
        self.0.show(text);
        self.1.show(text);
    }
}
