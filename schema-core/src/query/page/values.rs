//! The values of a row's keys, in a cursor.

use sqlx::error::BoxDynError;

use super::cursor::{describe, push_value, take_value};
use crate::tuples::for_each_tuple;
use crate::types::ColumnType;

/// The values of a keyset's expressions: one, or a tuple.
pub trait KeyValues: Sized {
    /// Appends the names of the types.
    fn describe(order: &mut String);

    /// Appends the values to the bytes of a cursor.
    ///
    /// # Errors
    /// If a value cannot be encoded.
    fn encode(&self, key: &mut Vec<u8>) -> Result<(), BoxDynError>;

    /// Removes the values from the bytes of a cursor. `None` if these are not such values.
    fn decode(key: &mut &[u8]) -> Option<Self>;
}

impl<T: ColumnType> KeyValues for T {
    fn describe(order: &mut String) {
        describe::<T::Base>(order);
    }

    fn encode(&self, key: &mut Vec<u8>) -> Result<(), BoxDynError> {
        push_value(key, self)
    }

    fn decode(key: &mut &[u8]) -> Option<Self> {
        take_value(key)
    }
}

macro_rules! tuple {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        impl<$($name: ColumnType),+> KeyValues for ($($name,)+) {
            fn describe(order: &mut String) {
                $(describe::<$name::Base>(order);)+
            }

            fn encode(&self, key: &mut Vec<u8>) -> Result<(), BoxDynError> {
                $(push_value(key, &self.$index)?;)+
                Ok(())
            }

            fn decode(key: &mut &[u8]) -> Option<Self> {
                Some(($(take_value::<$name>(key)?,)+))
            }
        }
    };
}

for_each_tuple!(tuple);
