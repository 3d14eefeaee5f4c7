//! Helpers for the tests of every type.

use std::fmt::Debug;

use sqlx::postgres::PgArgumentBuffer;

use crate::types::SqlType;

pub(super) fn encoded<T: SqlType>(value: &T) -> Vec<u8> {
    let mut buffer = PgArgumentBuffer::default();
    value.encode(&mut buffer).unwrap();
    buffer.to_vec()
}

pub(super) fn encode_error<T: SqlType>(value: &T) -> String {
    value
        .encode(&mut PgArgumentBuffer::default())
        .unwrap_err()
        .to_string()
}

pub(super) fn decoded<T: SqlType>(bytes: &[u8]) -> T {
    T::decode(bytes).unwrap()
}

pub(super) fn decode_error<T: SqlType>(bytes: &[u8]) -> String {
    match T::decode(bytes) {
        Ok(_) => panic!("{bytes:?} was decoded"),
        Err(error) => error.to_string(),
    }
}

pub(super) fn literal<T: SqlType>(value: &T) -> String {
    let mut sql = String::new();
    value.literal(&mut sql);
    sql
}

/// Asserts that the value survives encoding and decoding.
pub(super) fn assert_round_trip<T: SqlType + PartialEq + Debug>(value: &T) {
    assert_eq!(&decoded::<T>(&encoded(value)), value);
}

/// Asserts that neither a prefix of the value's bytes nor the bytes followed by another one can be decoded.
pub(super) fn assert_length_is_checked<T: SqlType>(value: &T) {
    let mut bytes = encoded(value);
    for end in 0..bytes.len() {
        assert!(
            T::decode(&bytes[..end]).is_err(),
            "decoded from {end} of {} bytes",
            bytes.len()
        );
    }
    bytes.push(0);
    assert!(T::decode(&bytes).is_err(), "decoded with a trailing byte");
}

/// Asserts that decoding does not panic if any byte of the value is replaced.
pub(super) fn assert_no_panic<T: SqlType>(value: &T) {
    let bytes = encoded(value);
    for position in 0..bytes.len() {
        for byte in [0, 1, 2, 7, 8, 0x3f, 0x40, 0x7f, 0x80, 0xc0, 0xd0, 0xff] {
            let mut changed = bytes.clone();
            changed[position] = byte;
            if let Ok(value) = T::decode(&changed) {
                literal(&value);
            }
        }
    }
}
