//! Rendering during compilation.

use std::marker::PhantomData;

use super::{Fragment, Token, place_of_type};
use crate::def::same;

/// Returns the text of a query if its type determines it, or `None` if it depends on a value, is longer than 16 KiB, or
/// has more than 8 shared parameters.
///
/// This never panics: `cargo check` and editors do not evaluate constants of generic types, so an assertion would only
/// appear in `cargo build`.
pub const fn text<Q: Fragment>() -> Option<&'static str> {
    if !Q::STATIC || Measured::<Q>::SIZE.overflow {
        return None;
    }
    let length = Measured::<Q>::SIZE.length;
    // A constant of a generic type cannot choose the length of its array. The text goes into the smallest of a few
    // sizes, and only that one ends up in the binary.
    if length <= 256 {
        Text::<Q, 256>::TEXT
    } else if length <= 1024 {
        Text::<Q, 1024>::TEXT
    } else if length <= 4096 {
        Text::<Q, 4096>::TEXT
    } else if length <= 16_384 {
        Text::<Q, 16_384>::TEXT
    } else {
        None
    }
}

/// Returns the number of parameters in the constant part of a query.
pub const fn parameters<Q: Fragment>() -> usize {
    Measured::<Q>::SIZE.parameters
}

/// Returns whether a query may contain shared parameters, or is `distinct` and ordered: its text then depends on which
/// values are equal.
pub const fn may_share<Q: Fragment>() -> bool {
    !Q::STATIC || Measured::<Q>::SIZE.shared_count > 0 || Measured::<Q>::SIZE.repeats
}

/// The text after `select` of a query that returns one of several equal rows.
pub(super) const DISTINCT: &str = "distinct ";

/// The text before orderings.
pub const ORDER_BY: &str = " order by ";

/// The largest number of shared parameters in a constant text.
const MAX_SHARED: usize = 8;

/// The size of a text, and the numbers of its shared parameters.
struct Size {
    length: usize,
    parameters: usize,
    shared: [(u64, usize); MAX_SHARED],
    shared_count: usize,
    overflow: bool,
    distinct: bool,
    repeats: bool,
}

/// The size of a query's text. It is a constant, so that the compiler walks over the tokens only once.
struct Measured<Q>(PhantomData<Q>);

impl<Q: Fragment> Measured<Q> {
    const SIZE: Size = {
        let mut size = Size {
            length: 0,
            parameters: 0,
            shared: [(0, 0); MAX_SHARED],
            shared_count: 0,
            overflow: false,
            distinct: false,
            repeats: false,
        };
        size.tokens(Q::TOKENS);
        size
    };
}

impl Size {
    const fn tokens(&mut self, tokens: &[Token]) {
        let mut i = 0;
        while i < tokens.len() {
            match tokens[i] {
                Token::Text(text) => {
                    self.length += text.len();
                    if self.distinct && same(text, ORDER_BY) {
                        self.repeats = true;
                    }
                }
                Token::SelectDistinct => {
                    self.length += DISTINCT.len();
                    self.distinct = true;
                }
                Token::Parameter => self.parameter(),
                Token::Shared(place, data_type) => self.shared(place_of_type(place, data_type)),
                Token::Sub(inner) => self.tokens(inner),
                Token::Name(name) => self.name(name),
                Token::Names(prefix, names) => {
                    let mut j = 0;
                    while j < names.len() {
                        self.length += separator(j).len();
                        self.tokens(prefix);
                        self.name(names[j]);
                        j += 1;
                    }
                }
                Token::Casts(names, table) => {
                    let mut j = 0;
                    while j < names.len() {
                        self.length += separator(j).len();
                        self.name(names[j]);
                        if let Some(array) = table.array(names[j]) {
                            self.length += "::".len() + array.len() + "[]".len();
                        }
                        j += 1;
                    }
                }
                Token::Params(count) => {
                    let mut j = 0;
                    while j < count {
                        self.length += separator(j).len();
                        self.parameter();
                        j += 1;
                    }
                }
            }
            i += 1;
        }
    }

    const fn name(&mut self, name: &str) {
        self.length += name.len() + 2;
    }

    const fn parameter(&mut self) {
        self.parameters += 1;
        self.number(self.parameters);
    }

    const fn shared(&mut self, place: u64) {
        if let Some(number) = self.number_of(place) {
            self.number(number);
        } else {
            self.parameter();
            if self.shared_count == MAX_SHARED {
                self.overflow = true;
            } else {
                self.shared[self.shared_count] = (place, self.parameters);
                self.shared_count += 1;
            }
        }
    }

    const fn number_of(&self, place: u64) -> Option<usize> {
        let mut i = 0;
        while i < self.shared_count {
            if self.shared[i].0 == place {
                return Some(self.shared[i].1);
            }
            i += 1;
        }
        None
    }

    /// Adds the length of `$` and a number.
    const fn number(&mut self, number: usize) {
        self.length += 1 + number.ilog10() as usize + 1;
    }
}

/// The text before the `i`th item of a list.
const fn separator(i: usize) -> &'static str {
    if i > 0 { ", " } else { "" }
}

struct Rendered<const CAPACITY: usize> {
    bytes: [u8; CAPACITY],
    length: usize,
}

/// The position in the output buffer. The const evaluator is slow, so nothing large is moved and no function is called
/// for a single byte.
struct Writer<'a> {
    free: &'a mut [u8],
    parameters: usize,
    size: &'a Size,
}

impl Writer<'_> {
    const fn text(self, text: &str) -> Self {
        let (place, free) = self.free.split_at_mut(text.len());
        place.copy_from_slice(text.as_bytes());
        Self {
            free,
            parameters: self.parameters,
            size: self.size,
        }
    }

    const fn byte(self, byte: u8) -> Self {
        let [first, free @ ..] = self.free else {
            return self;
        };
        *first = byte;
        Self {
            free,
            parameters: self.parameters,
            size: self.size,
        }
    }

    const fn name(self, name: &str) -> Self {
        self.byte(b'"').text(name).byte(b'"')
    }

    const fn parameter(mut self) -> Self {
        self.parameters += 1;
        let number = self.parameters;
        self.number(number)
    }

    const fn shared(mut self, place: u64) -> Self {
        let number = match self.size.number_of(place) {
            Some(number) => number,
            None => self.parameters + 1,
        };
        if number > self.parameters {
            self.parameters = number;
        }
        self.number(number)
    }

    const fn number(mut self, number: usize) -> Self {
        let mut divisor = 10_usize.pow(number.ilog10());
        self = self.byte(b'$');
        while divisor > 0 {
            #[expect(clippy::cast_possible_truncation, reason = "a digit")]
            let digit = (number / divisor % 10) as u8;
            self = self.byte(b'0' + digit);
            divisor /= 10;
        }
        self
    }

    const fn tokens(mut self, tokens: &[Token]) -> Self {
        let mut i = 0;
        while i < tokens.len() {
            match tokens[i] {
                Token::Text(text) => self = self.text(text),
                Token::SelectDistinct => self = self.text(DISTINCT),
                Token::Parameter => self = self.parameter(),
                Token::Shared(place, data_type) => {
                    self = self.shared(place_of_type(place, data_type));
                }
                Token::Sub(inner) => self = self.tokens(inner),
                Token::Name(name) => self = self.name(name),
                Token::Names(prefix, names) => {
                    let mut j = 0;
                    while j < names.len() {
                        self = self.text(separator(j)).tokens(prefix).name(names[j]);
                        j += 1;
                    }
                }
                Token::Casts(names, table) => {
                    let mut j = 0;
                    while j < names.len() {
                        self = self.text(separator(j)).name(names[j]);
                        if let Some(array) = table.array(names[j]) {
                            self = self.text("::").text(array).text("[]");
                        }
                        j += 1;
                    }
                }
                Token::Params(count) => {
                    let mut j = 0;
                    while j < count {
                        self = self.text(separator(j)).parameter();
                        j += 1;
                    }
                }
            }
            i += 1;
        }
        self
    }
}

struct Text<Q, const CAPACITY: usize>(PhantomData<Q>);

impl<Q: Fragment, const CAPACITY: usize> Text<Q, CAPACITY> {
    // Every capacity is evaluated for every query, so the wrong ones must be cheap.
    const MINE: bool = {
        let size = &Measured::<Q>::SIZE;
        size.length <= CAPACITY && (CAPACITY == 256 || size.length > CAPACITY / 4) && !size.overflow
    };
    const RENDERED: Rendered<CAPACITY> = {
        let mut bytes = [0; CAPACITY];
        let mut length = 0;
        if Self::MINE {
            let writer = Writer {
                free: &mut bytes,
                parameters: 0,
                size: &Measured::<Q>::SIZE,
            };
            length = CAPACITY - writer.tokens(Q::TOKENS).free.len();
        }
        Rendered { bytes, length }
    };
    const TEXT: Option<&'static str> =
        match str::from_utf8(Self::RENDERED.bytes.split_at(Self::RENDERED.length).0) {
            Ok(text) => Some(text),
            Err(_) => None,
        };
}
