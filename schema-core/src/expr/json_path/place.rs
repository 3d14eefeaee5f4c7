//! Places in the JSON of a column, as types.

use std::marker::PhantomData;

use super::shape::JsonFieldOf;
use crate::expr::Expression;
use crate::sql::{Fragment, Token};
use crate::table::{Column, ColumnMarker, Source};
use crate::types::{NeverNull, Nullability, Nullable};

/// A place in the JSON of a column.
pub trait JsonPlace: 'static {
    /// The column.
    type Root: Expression;
    /// [`Nullable`] if the JSON of a value that is not NULL can have no value at this place.
    type Null: Nullability;
    /// True if the value at this place can be `null` in the JSON.
    const OPTIONAL: bool;
    /// The text of the JSON at this place: `"notes"."analysis" -> 'author'`.
    const JSON: &'static [Token];
    /// The text of the value at this place as text: `"notes"."analysis" ->> 'author'`.
    const TEXT: &'static [Token];
    /// The keys: `'author', 'name'`.
    const KEYS: &'static [Token];
    /// The column and the keys, for messages: `analysis.author.name`.
    const NAME: PathName;
}

/// The name of a place, for messages. It ends early if it is too long.
#[derive(Debug, Clone, Copy)]
pub struct PathName {
    bytes: [u8; Self::MAX],
    length: usize,
}

impl PathName {
    const MAX: usize = 200;

    const fn new(name: &str) -> Self {
        Self {
            bytes: [0; Self::MAX],
            length: 0,
        }
        .push(name)
    }

    const fn push(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        if self.length + text.len() <= Self::MAX {
            let mut i = 0;
            while i < text.len() {
                self.bytes[self.length] = text[i];
                self.length += 1;
                i += 1;
            }
        }
        self
    }

    /// Returns the name.
    pub const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(name) => name,
            Err(_) => "",
        }
    }
}

/// Column `C` of the source `S` itself.
#[derive(Debug)]
pub struct JsonRoot<S, C>(PhantomData<(S, C)>);

impl<S: Source + 'static, C: ColumnMarker> JsonPlace for JsonRoot<S, C> {
    type Root = Column<S, C>;
    type Null = NeverNull;
    const OPTIONAL: bool = false;
    const JSON: &'static [Token] = <Column<S, C> as Fragment>::TOKENS;
    // Only steps are read as text.
    const TEXT: &'static [Token] = Self::JSON;
    const KEYS: &'static [Token] = &[];
    const NAME: PathName = PathName::new(C::NAME);
}

/// Field `INDEX` of the struct at the place `P`, whose fields `T` represents.
#[derive(Debug)]
pub struct JsonStep<P, T, const INDEX: usize>(PhantomData<(P, T)>);

impl<P: JsonPlace, T: JsonFieldOf<INDEX>, const INDEX: usize> JsonPlace for JsonStep<P, T, INDEX> {
    type Root = P::Root;
    type Null = P::Null;
    const OPTIONAL: bool = false;
    const JSON: &'static [Token] = &[
        Token::Sub(P::JSON),
        Token::Text(" -> "),
        Token::Text(T::KEY),
    ];
    const TEXT: &'static [Token] = &[
        Token::Sub(P::JSON),
        Token::Text(" ->> "),
        Token::Text(T::KEY),
    ];
    const KEYS: &'static [Token] = &[
        Token::Sub(P::KEYS),
        Token::Text(if P::KEYS.is_empty() { "" } else { ", " }),
        Token::Text(T::KEY),
    ];
    const NAME: PathName = P::NAME.push(".").push(T::NAME);
}

/// The element at an index of the list at the place `P`. A negative index counts from the end.
#[derive(Debug)]
pub struct JsonIndex<P, const INDEX: i32>(PhantomData<P>);

/// An index as text.
struct Digits<const INDEX: i32>;

impl<const INDEX: i32> Digits<INDEX> {
    const BYTES: ([u8; 11], usize) = digits(INDEX);

    const TEXT: &'static str = {
        let (bytes, start) = const { &Self::BYTES };
        match std::str::from_utf8(bytes.split_at(*start).1) {
            Ok(text) => text,
            Err(_) => "",
        }
    };
}

/// Returns the digits of a number, at the end of an array, and where they start.
const fn digits(number: i32) -> ([u8; 11], usize) {
    let mut bytes = [b'0'; 11];
    let mut start = bytes.len();
    let mut rest = number.unsigned_abs();
    loop {
        start -= 1;
        bytes[start] = b"0123456789"[(rest % 10) as usize];
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        start -= 1;
        bytes[start] = b'-';
    }
    (bytes, start)
}

impl<P: JsonPlace, const INDEX: i32> JsonPlace for JsonIndex<P, INDEX> {
    type Root = P::Root;
    type Null = Nullable;
    const OPTIONAL: bool = false;
    const JSON: &'static [Token] = &[
        Token::Sub(P::JSON),
        Token::Text(" -> "),
        Token::Text(Digits::<INDEX>::TEXT),
    ];
    const TEXT: &'static [Token] = &[
        Token::Sub(P::JSON),
        Token::Text(" ->> "),
        Token::Text(Digits::<INDEX>::TEXT),
    ];
    const KEYS: &'static [Token] = &[
        Token::Sub(P::KEYS),
        Token::Text(if P::KEYS.is_empty() { "'" } else { ", '" }),
        Token::Text(Digits::<INDEX>::TEXT),
        Token::Text("'"),
    ];
    const NAME: PathName = P::NAME.push("[").push(Digits::<INDEX>::TEXT).push("]");
}

/// The place `P`, whose key can be missing, or whose value can be `null`.
#[derive(Debug)]
pub struct JsonOptional<P>(PhantomData<P>);

impl<P: JsonPlace> JsonPlace for JsonOptional<P> {
    type Root = P::Root;
    type Null = Nullable;
    const OPTIONAL: bool = true;
    const JSON: &'static [Token] = P::JSON;
    const TEXT: &'static [Token] = P::TEXT;
    const KEYS: &'static [Token] = P::KEYS;
    const NAME: PathName = P::NAME;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_an_index() {
        assert_eq!(Digits::<0>::TEXT, "0");
        assert_eq!(Digits::<-12>::TEXT, "-12");
        assert_eq!(Digits::<{ i32::MIN }>::TEXT, "-2147483648");
        assert_eq!(Digits::<{ i32::MAX }>::TEXT, "2147483647");
    }

    #[test]
    fn a_name_that_is_too_long_ends_early() {
        let name = PathName::new("column")
            .push(".")
            .push("x".repeat(300).as_str())
            .push("!");
        assert_eq!(name.as_str(), "column.!");
    }
}
