//! Functions of byte strings, and of bit strings.
//!
//! <https://www.postgresql.org/docs/current/functions-binarystring.html>
//!
//! Each returns NULL if an argument is NULL. Positions of [`substring_bytes`] start at 1, those of a byte or bit at 0.
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::{encode, sha256};
//!
//! # #[table(name = "files")]
//! # struct File { #[column(primary_key)] id: i64, content: Vec<u8> }
//! assert_eq!(
//!     File.select().columns(encode(sha256(File.content), "hex")).to_sql(),
//!     r#"select encode(sha256("files"."content"), $1::text) from "files""#
//! );
//! ```

use crate::types::{Bits, SqlType};

functions! {
    /// The text that the bytes are in an encoding, such as `UTF8`.
    convert_from(bytes: Vec<u8>, encoding: String) -> String;
    /// The bytes of a text in an encoding, such as `LATIN1`.
    convert_to(text: String, encoding: String) -> Vec<u8>;
    /// The CRC-32 of the bytes. Postgres 18.
    crc32(bytes: Vec<u8>) -> i64;
    /// The CRC-32C of the bytes. Postgres 18.
    crc32c(bytes: Vec<u8>) -> i64;
    /// The bytes that a text means in a format: `base64`, `escape` or `hex`.
    decode(text: String, format: String) -> Vec<u8>;
    /// The bytes as text in a format: `base64`, `escape` or `hex`.
    encode(bytes: Vec<u8>, format: String) -> String;
    /// The bit at a position.
    get_bit(bytes: Vec<u8>, position: i64) -> i32;
    /// The byte at a position.
    get_byte(bytes: Vec<u8>, position: i32) -> i32;
    /// The number of bytes.
    length_bytes(bytes: Vec<u8>) -> i32 = "length";
    /// The MD5 hash, as 32 hexadecimal digits.
    md5_bytes(bytes: Vec<u8>) -> String = "md5";
    /// The bytes with the bit at a position set to 0 or 1.
    set_bit(bytes: Vec<u8>, position: i64, bit: i32) -> Vec<u8>;
    /// The bytes with another one at a position.
    set_byte(bytes: Vec<u8>, position: i32, byte: i32) -> Vec<u8>;
    /// The SHA-224 hash.
    sha224(bytes: Vec<u8>) -> Vec<u8>;
    /// The SHA-256 hash.
    sha256(bytes: Vec<u8>) -> Vec<u8>;
    /// The SHA-384 hash.
    sha384(bytes: Vec<u8>) -> Vec<u8>;
    /// The SHA-512 hash.
    sha512(bytes: Vec<u8>) -> Vec<u8>;
    /// The `count` bytes from a position on.
    substring_bytes(bytes: Vec<u8>, start: i32, count: i32) -> Vec<u8> = "substring";
}

/// A string of bits: bytes, or bits.
#[diagnostic::on_unimplemented(
    message = "type `{Self}` has no bits to count",
    label = "neither bytes nor bits"
)]
pub trait BitString: SqlType {}

#[diagnostic::do_not_recommend]
impl BitString for Vec<u8> {}
#[diagnostic::do_not_recommend]
impl<const N: usize> BitString for Bits<N> {}
#[cfg(feature = "bit-vec")]
#[diagnostic::do_not_recommend]
impl BitString for bit_vec::BitVec {}

functions_of! {
    /// The number of bits that are 1.
    bit_count<T: BitString>(bits) -> i64;
}
