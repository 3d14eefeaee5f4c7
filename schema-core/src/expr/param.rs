//! Values as parameters.

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::macros::{condition, expression};
use crate::expr::{Expression, InScope};
use crate::scope::Constant;
use crate::sql::{Arguments, Fragment, Token};
use crate::types::{NeverNull, Nullable, SqlType, Value};

/// A value of type `T`, sent as a parameter: `$1`.
pub struct Param<T, V> {
    value: V,
    marker: PhantomData<fn() -> T>,
}

impl<T, V> Param<T, V> {
    /// Creates a parameter with this value.
    pub const fn new(value: V) -> Self {
        Self {
            value,
            marker: PhantomData,
        }
    }
}

/// A value of type `T` or NULL, sent as a parameter: `$1`.
pub struct NullableParam<T, V> {
    value: Option<V>,
    marker: PhantomData<fn() -> T>,
}

impl<T, V> NullableParam<T, V> {
    /// Creates a parameter with this value; `None` is NULL.
    pub const fn new(value: Option<V>) -> Self {
        Self {
            value,
            marker: PhantomData,
        }
    }
}

macro_rules! params {
    ($($name:ident $null:ident |$self:ident| $value:expr;)*) => {$(
        impl<T, V: Clone> Clone for $name<T, V> {
            fn clone(&self) -> Self {
                Self { value: self.value.clone(), marker: PhantomData }
            }
        }

        impl<T, V: Copy> Copy for $name<T, V> {}

        impl<T, V: fmt::Debug> fmt::Debug for $name<T, V> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.value).finish()
            }
        }

        impl<T: SqlType, V: Value<T>> Fragment for $name<T, V> {
            const TOKENS: &'static [Token] = &[Token::parameter::<T>()];

            #[inline]
            fn bind(&$self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
                arguments.push::<T, V>($value)
            }
        }

        expression!(impl[T: SqlType, V: Value<T>] $name<T, V> {
            base: T,
            kind: Constant,
            precedence: ATOM,
            parameter: true,
        });

        condition!(impl[T: SqlType, V: Value<T>] $name<T, V>);

        impl<T: SqlType, V: Value<T>, S> InScope<S, ()> for $name<T, V> {
            type Null = $null;
        }
    )*};
}

params! {
    Param NeverNull |self| Some(&self.value);
    NullableParam Nullable |self| self.value.as_ref();
}

/// Returns the cast of a parameter to the type of the expression `E`: `::integer`.
///
/// sqlx caches prepared statements by their text alone, with the parameter types of the first use. If nothing else in
/// the text determines a parameter's type, the text must contain the type.
pub(crate) const fn cast<E: Expression>() -> &'static [Token] {
    let data_type = E::Base::DATA_TYPE;
    // `bit` without a length would truncate the value to one bit.
    if data_type.modifier.is_some() && data_type.extension.is_none() {
        return &[];
    }
    const {
        &[
            Token::Text("::"),
            Token::Text(E::Base::DATA_TYPE.name),
            Token::Text(if E::Base::DATA_TYPE.array { "[]" } else { "" }),
        ]
    }
}
