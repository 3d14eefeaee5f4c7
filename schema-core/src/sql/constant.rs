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
    let length = Measured::<Q>::SIZE.length;
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
    Measured::<Q>::SIZE.parameters
}

#[derive(Clone, Copy)]
struct Size {
    length: usize,
    parameters: usize,
}

/// The size of a query's text: a constant, so that the compiler goes through the tokens for it but once.
struct Measured<Q>(PhantomData<Q>);

impl<Q: Fragment> Measured<Q> {
    const SIZE: Size = measure(Q::TOKENS);
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
}

/// Where the text goes on. The compiler interprets this, and takes its time: so nothing large is moved, and nothing is
/// called for a single byte.
struct Writer<'a> {
    free: &'a mut [u8],
    parameters: usize,
}

impl Writer<'_> {
    const fn text(self, text: &str) -> Self {
        let (place, free) = self.free.split_at_mut(text.len());
        place.copy_from_slice(text.as_bytes());
        Self {
            free,
            parameters: self.parameters,
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
        }
    }

    const fn name(self, name: &str) -> Self {
        self.byte(b'"').text(name).byte(b'"')
    }

    const fn parameter(mut self) -> Self {
        self.parameters += 1;
        let number = self.parameters;
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
        let length = Measured::<Q>::SIZE.length;
        length <= CAPACITY && (CAPACITY == 256 || length > CAPACITY / 4)
    };
    const RENDERED: Rendered<CAPACITY> = {
        let mut bytes = [0; CAPACITY];
        let mut length = 0;
        if Self::MINE {
            let writer = Writer {
                free: &mut bytes,
                parameters: 0,
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
