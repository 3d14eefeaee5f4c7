//! Arrays, in binary format.

use std::iter;
use std::marker::PhantomData;

use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgBindIterExt as _, PgTypeInfo};
use sqlx::{Postgres, Type};

use super::bound::Bound;
use crate::expr::Value;
use crate::types::SqlType;

/// An array as sqlx wants it: the values that `I` gives, as those of `T`.
pub(super) struct Array<T, I> {
    values: I,
    marker: PhantomData<fn() -> T>,
}

impl<T, I> Array<T, I> {
    pub(super) fn new(values: I) -> Self {
        Self {
            values,
            marker: PhantomData,
        }
    }
}

impl<T: SqlType, I> Type<Postgres> for Array<T, I> {
    fn type_info() -> PgTypeInfo {
        T::DATA_TYPE.array_of().type_info()
    }
}

impl<'a, T, V, I> Encode<'_, Postgres> for Array<T, I>
where
    T: SqlType,
    V: Value<T> + 'a,
    I: Iterator<Item = Option<&'a V>> + Clone,
{
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        encode_array::<T, V>(self.values.clone(), buffer).map(|()| IsNull::No)
    }
}

/// Appends an array of one dimension in binary format, as the server's `array_recv` reads it; `None` is NULL.
///
/// The elements are written here: sqlx writes each as it does a parameter, at four times the cost.
pub(crate) fn encode_array<'a, T, V>(
    values: impl Iterator<Item = Option<&'a V>>,
    buffer: &mut PgArgumentBuffer,
) -> Result<(), BoxDynError>
where
    T: SqlType,
    V: Value<T> + 'a,
{
    // The number of elements stands behind that of the dimensions, the flags, and the elements' type.
    let count_at = buffer.len() + 3 * LENGTH;
    // sqlx writes the head, of an empty array: only it can look up the object id of a type that
    // each server numbers, such as `vector`.
    let empty = iter::empty::<Bound<'_, T, V>>();
    let _: IsNull = empty.bind_iter().encode(buffer)?;

    let mut count: usize = 0;
    for value in values {
        count += 1;
        let length_at = buffer.len();
        buffer.extend_from_slice(&NULL);
        if let Some(value) = value {
            value.encode(buffer)?;
            let length = buffer.len() - length_at - LENGTH;
            write_at(buffer, length_at, length)?;
        }
    }
    write_at(buffer, count_at, count)?;
    Ok(())
}

/// The bytes of a length, and of a number of elements.
const LENGTH: usize = size_of::<i32>();
/// What stands for the length of NULL.
const NULL: [u8; LENGTH] = (-1_i32).to_be_bytes();

#[inline]
fn write_at(buffer: &mut [u8], position: usize, number: usize) -> Result<(), TooLarge> {
    let number = i32::try_from(number).map_err(|_| TooLarge { number })?;
    buffer[position..position + LENGTH].copy_from_slice(&number.to_be_bytes());
    Ok(())
}

/// An array that the format has no place for.
#[derive(Debug, thiserror::Error)]
#[error(
    "an array takes at most {} elements, of as many bytes each; this has {number}: send it in parts",
    i32::MAX
)]
struct TooLarge {
    number: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_more_than_the_format_has_a_place_for() {
        let mut bytes = [0; 4];
        assert_eq!(write_at(&mut bytes, 0, 258).ok(), Some(()));
        assert_eq!(bytes, [0, 0, 1, 2]);
        let error = write_at(&mut bytes, 0, 1 << 31).unwrap_err();
        assert_eq!(
            error.to_string(),
            "an array takes at most 2147483647 elements, of as many bytes each; this has 2147483648: send it in parts"
        );
    }
}
