//! One-dimensional arrays: <https://www.postgresql.org/docs/current/arrays.html>.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::wire;
use crate::types::{ArrayElement, ColumnType, DataType, SqlType, encode_array};

/// Bytes that are not a one-dimensional array of the element type.
#[derive(Debug, thiserror::Error)]
enum ArrayError {
    #[error("expected an array of one dimension, got {dimensions}")]
    Dimensions { dimensions: i32 },
    #[error("expected {length} array elements, got {bytes} bytes")]
    Length { length: i32, bytes: usize },
    #[error(
        "element {position} of the array is NULL but the element type is not nullable; use `Vec<Option<…>>`"
    )]
    Null { position: usize },
    #[error("could not decode element {position} of the array")]
    Element {
        position: usize,
        source: BoxDynError,
    },
    #[error("{bytes} bytes follow the last element of the array")]
    Trailing { bytes: usize },
}

/// Use `Vec<Option<T>>` if elements can be NULL. The lower bound of the array is ignored.
impl<E> SqlType for Vec<E>
where
    E: ColumnType,
    E::Base: ArrayElement,
{
    const DATA_TYPE: DataType = E::Base::DATA_TYPE.array_of();

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        encode(self.iter(), buffer)
    }

    fn decode(mut bytes: &[u8]) -> Result<Self, BoxDynError> {
        let dimensions = i32::from_be_bytes(wire::take(&mut bytes)?);
        let _has_nulls: [u8; 4] = wire::take(&mut bytes)?;
        let _element_type: [u8; 4] = wire::take(&mut bytes)?;
        let length = match dimensions {
            0 => 0,
            1 => {
                let length = i32::from_be_bytes(wire::take(&mut bytes)?);
                let _lower_bound: [u8; 4] = wire::take(&mut bytes)?;
                // An element is at least 4 bytes long: its length. Do not reserve memory for more elements than that.
                let fits = usize::try_from(length)
                    .ok()
                    .filter(|length| *length <= bytes.len() / 4);
                fits.ok_or(ArrayError::Length {
                    length,
                    bytes: bytes.len(),
                })?
            }
            dimensions => return Err(Box::new(ArrayError::Dimensions { dimensions })),
        };
        let mut values = Self::with_capacity(length);
        for position in 1..=length {
            values.push(read_element(&mut bytes, position)?);
        }
        if bytes.is_empty() {
            Ok(values)
        } else {
            Err(Box::new(ArrayError::Trailing { bytes: bytes.len() }))
        }
    }

    fn literal(&self, sql: &mut String) {
        sql.push_str("array[");
        for (position, element) in self.iter().enumerate() {
            if position > 0 {
                sql.push_str(", ");
            }
            match element.value() {
                Some(value) => value.literal(sql),
                None => sql.push_str("null"),
            }
        }
        sql.push_str("]::");
        sql.push_str(&Self::DATA_TYPE.sql());
    }

    fn text(&self) -> String {
        text(self.iter())
    }
}

/// Appends an array in binary format.
pub(crate) fn encode<'a, E: ColumnType + 'a>(
    elements: impl Iterator<Item = &'a E>,
    buffer: &mut PgArgumentBuffer,
) -> Result<(), BoxDynError> {
    encode_array::<E::Base, E::Base>(elements.map(ColumnType::value), buffer)
}

/// Returns an array [as Postgres prints it](https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO): `{"a",NULL}`.
pub(crate) fn text<'a, E: ColumnType + 'a>(elements: impl Iterator<Item = &'a E>) -> String {
    let mut text = String::from("{");
    for (position, element) in elements.enumerate() {
        if position > 0 {
            text.push(',');
        }
        match element.value() {
            Some(value) => wire::push_in_quotes(&mut text, &value.text()),
            None => text.push_str("NULL"),
        }
    }
    text.push('}');
    text
}

/// Removes one element from the front: its length, or -1 for NULL, and its bytes.
#[inline]
fn read_element<E: ColumnType>(bytes: &mut &[u8], position: usize) -> Result<E, BoxDynError> {
    let size = i32::from_be_bytes(wire::take(bytes)?);
    let Ok(size) = usize::try_from(size) else {
        return E::read(None).map_err(|_| ArrayError::Null { position }.into());
    };
    let Some((value, rest)) = bytes.split_at_checked(size) else {
        return Err(wire::truncated(size, bytes.len()));
    };
    *bytes = rest;
    E::read(Some(value)).map_err(|source| ArrayError::Element { position, source }.into())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{
        assert_length_is_checked, assert_round_trip, decode_error, decoded, encoded, literal,
    };
    use super::*;

    #[test]
    fn round_trips() {
        assert_round_trip(&Vec::<i64>::new());
        assert_round_trip(&vec![1_i64, -2, i64::MAX]);
        assert_round_trip(&vec![Some(1_i16), None, Some(3)]);
        assert_round_trip(&vec![String::new(), String::from("ana")]);
        assert_round_trip(&vec![vec![1_u8, 2], vec![]]);
    }

    #[test]
    fn decodes_an_empty_array_of_the_server() {
        assert!(decoded::<Vec<i32>>(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 23]).is_empty());
    }

    #[test]
    fn writes_the_element_type_and_the_length() {
        assert_eq!(
            encoded(&vec![7_i16]),
            [
                0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 21, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 7
            ]
        );
    }

    #[test]
    fn ignores_the_lower_bound() {
        let mut bytes = encoded(&vec![7_i16, 8]);
        bytes[19] = 5;
        assert_eq!(decoded::<Vec<i16>>(&bytes), [7, 8]);
    }

    #[test]
    fn rejects_a_wrong_length() {
        assert_length_is_checked(&vec![1_i32, 2]);
        assert_length_is_checked(&vec![Some(1_i32), None]);
        let mut bytes = encoded(&vec![1_i32, 2]);
        bytes[12..16].copy_from_slice(&i32::MAX.to_be_bytes());
        assert_eq!(
            decode_error::<Vec<i32>>(&bytes),
            "expected 2147483647 array elements, got 16 bytes"
        );
    }

    #[test]
    fn rejects_two_dimensions() {
        let mut bytes = encoded(&vec![1_i32]);
        bytes[3] = 2;
        assert_eq!(
            decode_error::<Vec<i32>>(&bytes),
            "expected an array of one dimension, got 2"
        );
    }

    #[test]
    fn names_the_invalid_element() {
        let bytes = encoded(&vec![Some(1_i32), None]);
        assert_eq!(
            decode_error::<Vec<i32>>(&bytes),
            "element 2 of the array is NULL but the element type is not nullable; use `Vec<Option<…>>`"
        );
        let error = Vec::<i64>::decode(&encoded(&vec![1_i32])).unwrap_err();
        assert_eq!(error.to_string(), "could not decode element 1 of the array");
        assert_eq!(
            error.source().unwrap().to_string(),
            "wrong length in bytes: expected 8, got 4"
        );
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&vec![1_i32, 2]), "array[1, 2]::integer[]");
        assert_eq!(
            literal(&vec![Some(String::from("x'y")), None]),
            "array['x''y'::text, null]::text[]"
        );
        assert_eq!(literal(&Vec::<String>::new()), "array[]::text[]");
    }
}
