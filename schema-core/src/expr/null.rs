//! `null()`: NULL as a value to set.

use super::Assign;
use super::macros::expression;
use crate::expr::InScope;
use crate::scope::Constant;
use crate::sql::fragment;
use crate::types::{Nullable, SqlType};

/// NULL as a value to set, from [`null`].
#[derive(Debug, Clone, Copy)]
pub struct Null;

/// Sets a nullable column to NULL. `None::<i32>` does the same, but must name its type.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
/// assert_eq!(
///     Patient.update().set(Patient.age, null()).filter(Patient.id.eq(7)).to_sql(),
///     r#"update "patients" set "age" = null where "patients"."id" = $1"#
/// );
/// ```
pub fn null() -> Null {
    Null
}

#[diagnostic::do_not_recommend]
impl<T: SqlType, For> Assign<Option<T>, For> for Null {
    type Expr = NullOf<T>;

    fn assign(self) -> NullOf<T> {
        NullOf(std::marker::PhantomData)
    }
}

/// NULL of the type `T`.
pub struct NullOf<T>(std::marker::PhantomData<fn() -> T>);

impl<T> std::fmt::Debug for NullOf<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("null")
    }
}

impl<T> Clone for NullOf<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for NullOf<T> {}

fragment!(impl[T] NullOf<T> { "null" });

expression!(impl[T: SqlType] NullOf<T> { base: T, kind: Constant, precedence: ATOM });

impl<T: SqlType, S> InScope<S, ()> for NullOf<T> {
    type Null = Nullable;
}
