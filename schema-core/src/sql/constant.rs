//! Rendering while compiling.

use std::marker::PhantomData;

use super::{Fragment, Token};

/// The text of a query whose type knows it, or `None` where it is over 16 KiB or depends on a value.
///
/// Never panics: an assertion in a constant of a generic type would show in `cargo build` only, not in
/// `cargo check` or the editor.
pub const fn text<Q: Fragment>() -> Option<&'static str> {
    if !Q::STATIC {
        return None;
    }
    let length = const { measure(Q::TOKENS).length };
    // A constant of a generic type cannot choose its array's length, so the text goes into the smallest of a few
    // sizes, and only that one reaches the binary.
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

/// The number of parameters in the constant part of a query.
pub const fn parameters<Q: Fragment>() -> usize {
    const { measure(Q::TOKENS).parameters }
}

#[derive(Clone, Copy)]
struct Size {
    length: usize,
    parameters: usize,
}

const fn measure(tokens: &[Token]) -> Size {
    measure_from(
        tokens,
        Size {
            length: 0,
            parameters: 0,
        },
    )
}

const fn measure_from(tokens: &[Token], mut size: Size) -> Size {
    let mut i = 0;
    while i < tokens.len() {
        match tokens[i] {
            Token::Text(text) => size.length += text.len(),
            Token::Param => size = measure_parameter(size),
            Token::Sub(inner) => size = measure_from(inner, size),
            Token::Name(name) => size.length += name.len() + 2,
            Token::Names(prefix, names) => {
                let mut j = 0;
                while j < names.len() {
                    if j > 0 {
                        size.length += 2;
                    }
                    size = measure_from(prefix, size);
                    size.length += names[j].len() + 2;
                    j += 1;
                }
            }
            Token::Casts(names, table) => {
                let mut j = 0;
                while j < names.len() {
                    if j > 0 {
                        size.length += 2;
                    }
                    size.length += names[j].len() + 2;
                    if let Some(array) = table.array(names[j]) {
                        size.length += array.len() + 4;
                    }
                    j += 1;
                }
            }
            Token::Params(count) => {
                let mut j = 0;
                while j < count {
                    if j > 0 {
                        size.length += 2;
                    }
                    size = measure_parameter(size);
                    j += 1;
                }
            }
        }
        i += 1;
    }
    size
}

const fn measure_parameter(mut size: Size) -> Size {
    size.parameters += 1;
    size.length += 1 + size.parameters.ilog10() as usize + 1;
    size
}

struct Rendered<const CAPACITY: usize> {
    bytes: [u8; CAPACITY],
    length: usize,
    parameters: usize,
}

impl<const CAPACITY: usize> Rendered<CAPACITY> {
    const fn text(mut self, text: &str) -> Self {
        let (_, free) = self.bytes.split_at_mut(self.length);
        let (place, _) = free.split_at_mut(text.len());
        place.copy_from_slice(text.as_bytes());
        self.length += text.len();
        self
    }

    const fn name(self, name: &str) -> Self {
        self.text("\"").text(name).text("\"")
    }

    const fn parameter(mut self) -> Self {
        self.parameters += 1;
        self = self.text("$");
        let mut divisor = 10_usize.pow(self.parameters.ilog10());
        while divisor > 0 {
            #[expect(clippy::cast_possible_truncation, reason = "a digit")]
            let digit = (self.parameters / divisor % 10) as u8;
            self.bytes[self.length] = b'0' + digit;
            self.length += 1;
            divisor /= 10;
        }
        self
    }

    const fn tokens(mut self, tokens: &[Token]) -> Self {
        let mut i = 0;
        while i < tokens.len() {
            match tokens[i] {
                Token::Text(text) => self = self.text(text),
                Token::Param => self = self.parameter(),
                Token::Sub(inner) => self = self.tokens(inner),
                Token::Name(name) => self = self.name(name),
                Token::Names(prefix, names) => {
                    let mut j = 0;
                    while j < names.len() {
                        if j > 0 {
                            self = self.text(", ");
                        }
                        self = self.tokens(prefix).name(names[j]);
                        j += 1;
                    }
                }
                Token::Casts(names, table) => {
                    let mut j = 0;
                    while j < names.len() {
                        if j > 0 {
                            self = self.text(", ");
                        }
                        self = self.name(names[j]);
                        if let Some(array) = table.array(names[j]) {
                            self = self.text("::").text(array).text("[]");
                        }
                        j += 1;
                    }
                }
                Token::Params(count) => {
                    let mut j = 0;
                    while j < count {
                        if j > 0 {
                            self = self.text(", ");
                        }
                        self = self.parameter();
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
    // Every capacity is evaluated for every query, so those that are not its own must stay cheap.
    const MINE: bool = {
        let length = measure(Q::TOKENS).length;
        length <= CAPACITY && (CAPACITY == 256 || length > CAPACITY / 4)
    };
    const RENDERED: Rendered<CAPACITY> = {
        let empty = Rendered {
            bytes: [0; CAPACITY],
            length: 0,
            parameters: 0,
        };
        if Self::MINE {
            empty.tokens(Q::TOKENS)
        } else {
            empty
        }
    };
    const TEXT: Option<&'static str> =
        match str::from_utf8(Self::RENDERED.bytes.split_at(Self::RENDERED.length).0) {
            Ok(text) => Some(text),
            Err(_) => None,
        };
}
