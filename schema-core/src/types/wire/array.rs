//! The binary format of arrays: <https://www.postgresql.org/docs/current/arrays.html>.

use std::iter;
use std::marker::PhantomData;

use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgBindIterExt as _, PgTypeInfo};
use sqlx::{Postgres, Type};

use super::bound::Bound;
use crate::types::{SqlType, Value};

/// Adapts an array for sqlx: the values of the iterator `I`, encoded as `T`.
pub(crate) struct Array<T, I> {
    values: I,
    marker: PhantomData<fn() -> T>,
}

impl<T, I> Array<T, I> {
    pub(crate) fn new(values: I) -> Self {
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

/// Appends a one-dimensional array in binary format, as the server's `array_recv` reads it. `None` is NULL.
///
/// The elements are not encoded by sqlx, which encodes each like a parameter, at four times the cost.
pub(crate) fn encode_array<'a, T, V>(
    values: impl Iterator<Item = Option<&'a V>>,
    buffer: &mut PgArgumentBuffer,
) -> Result<(), BoxDynError>
where
    T: SqlType,
    V: Value<T> + 'a,
{
    // The number of elements follows the number of dimensions, the flags and the element type.
    let count_at = buffer.len() + 3 * LENGTH;
    // Let sqlx write the header, as that of an empty array: only sqlx can look up the object ids of types that differ
    // between servers, such as `vector`.
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

/// The size in bytes of a length and of a number of elements.
const LENGTH: usize = size_of::<i32>();
/// The length that marks NULL.
const NULL: [u8; LENGTH] = (-1_i32).to_be_bytes();

#[inline]
fn write_at(buffer: &mut [u8], position: usize, number: usize) -> Result<(), TooLarge> {
    let number = i32::try_from(number).map_err(|_| TooLarge { number })?;
    buffer[position..position + LENGTH].copy_from_slice(&number.to_be_bytes());
    Ok(())
}

/// An array or element that is too large for the binary format.
#[derive(Debug, thiserror::Error)]
#[error(
    "an array can have at most {} elements of as many bytes each, got {number}; send it in parts",
    i32::MAX
)]
struct TooLarge {
    number: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejects_numbers_that_do_not_fit_the_format() {
        let mut bytes = [0; 4];
        assert_eq!(write_at(&mut bytes, 0, 258).ok(), Some(()));
        assert_eq!(bytes, [0, 0, 1, 2]);
        let error = write_at(&mut bytes, 0, 1 << 31).unwrap_err();
        assert_eq!(
            error.to_string(),
            "an array can have at most 2147483647 elements of as many bytes each, got 2147483648; send it in parts"
        );
    }
}
