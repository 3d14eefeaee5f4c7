//! Rendering during compilation.

use std::marker::PhantomData;

use super::mark::MARK_LENGTH;
use super::parameter::at;
use super::path::{ON, SUBQUERY};
use super::scan::Gate;
use super::size::{Measured, Size, digits, separator};
use super::{Expects, Fragment, NoRows, Path, SentAs, Token, place_of_type};

/// Returns the text of a query if its type determines it, or `None` if it depends on a value, is longer than 16 KiB, or
/// has more than 8 shared parameters or paths.
///
/// This never panics: `cargo check` and editors do not evaluate constants of generic types, so an assertion would only
/// appear in `cargo build`.
pub const fn text<Q: Fragment>() -> Option<&'static str> {
    text_for::<Q, NoRows>()
}

/// Returns the [text] of a query whose rows `D` reads. What it expects is in the compiled program, after the text.
pub const fn text_for<Q: Fragment, D: Expects>() -> Option<&'static str> {
    if !Q::STATIC || Measured::<Q>::SIZE.overflow {
        return None;
    }
    // A constant of a generic type cannot choose the length of its array. The text goes into the smallest of a few
    // sizes. Each has a function of its own, so that the compiler evaluates only that one.
    match Layout::<Q, D>::LAYOUT.length {
        0..=256 => text_in::<Q, D, 256>(),
        257..=1024 => text_in::<Q, D, 1024>(),
        1025..=4096 => text_in::<Q, D, 4096>(),
        4097..=LONGEST => text_in::<Q, D, LONGEST>(),
        _ => None,
    }
}

const fn text_in<Q: Fragment, D: Expects, const CAPACITY: usize>() -> Option<&'static str> {
    Text::<Q, D, CAPACITY>::TEXT
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

/// The length of the longest constant text.
pub(super) const LONGEST: usize = 16_384;

/// A text in the binary. A program uses only the part of `bytes` that is the text, but the compiler and the linker keep a
/// constant as a whole, also without symbols.
#[repr(C)]
struct Rendered<const CAPACITY: usize> {
    mark: [u8; MARK_LENGTH],
    /// The text, the expected columns and the types of the parameters.
    bytes: [u8; CAPACITY],
    length: usize,
}

/// The sizes of a text with the types of its parameters, and of the columns between them.
struct Layout<Q, D> {
    /// The length of the columns, if they are known and fit.
    columns: Option<usize>,
    /// The length of all.
    length: usize,
    of: PhantomData<(Q, D)>,
}

impl<Q: Fragment, D: Expects> Layout<Q, D> {
    const LAYOUT: Self = {
        let text = Measured::<Q>::SIZE.length + Measured::<Q>::SIZE.types;
        let (columns, length) = match D::EXPECTED.size() {
            Some(columns) if text + columns <= LONGEST => (Some(columns), text + columns),
            _ => (None, text),
        };
        Self {
            columns,
            length,
            of: PhantomData,
        }
    };
}

/// The position in the output buffer. The const evaluator is slow, so nothing large is moved and no function is called
/// for a single byte.
struct Writer<'a> {
    /// The text is written to the beginning, and the types of the parameters to the end.
    free: &'a mut [u8],
    parameters: usize,
    gate: Gate,
    size: &'a Size,
}

impl Writer<'_> {
    const fn text(self, text: &str) -> Self {
        let (place, free) = self.free.split_at_mut(text.len());
        place.copy_from_slice(text.as_bytes());
        Self {
            free,
            parameters: self.parameters,
            gate: self.gate,
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
            gate: self.gate,
            size: self.size,
        }
    }

    const fn name(self, name: &str) -> Self {
        self.byte(b'"').text(name).byte(b'"')
    }

    const fn parameter(mut self, data_type: SentAs) -> Self {
        self.parameters += 1;
        if self.size.types > 0 {
            self.free = data_type.write(self.free);
        }
        let number = self.parameters;
        self.byte(b'$').number(number)
    }

    const fn shared(self, place: u64, data_type: SentAs) -> Self {
        let place = place_of_type(place, data_type.name);
        let number = match self.size.number_of(place) {
            Some(number) => number,
            None => self.parameters + 1,
        };
        if number > self.parameters {
            return self.parameter(data_type);
        }
        self.byte(b'$').number(number)
    }

    const fn number(mut self, number: usize) -> Self {
        let mut divisor = 10_usize.pow(digits(number) - 1);
        while divisor > 0 {
            #[expect(clippy::cast_possible_truncation, reason = "a digit")]
            let digit = (number / divisor % 10) as u8;
            self = self.byte(b'0' + digit);
            divisor /= 10;
        }
        self
    }

    /// Writes a column of a path's row.
    const fn path(self, path: &Path, column: &str) -> Self {
        if self.gate.adds_joins() {
            return self.name(path.name).byte(b'.').name(column);
        }
        let [select, from, where_, end] = SUBQUERY;
        let select = self.text(select).name(path.name).byte(b'.').name(column);
        let condition = select.text(from).tokens(path.from).text(where_);
        condition.condition(path).text(end)
    }

    /// Writes the condition that finds a path's row.
    const fn condition(self, path: &Path) -> Self {
        let column = self.name(path.name).byte(b'.').name(path.column);
        column.text(" = ").tokens(path.key)
    }

    /// Writes the joins that the columns of this `select` add.
    const fn joins(mut self) -> Self {
        let mut i = 0;
        while i < self.size.joins_added() {
            let number = self.gate.number;
            if let Some(path) = self.size.join_of(i, number) {
                let keyword = path.keyword(self.gate.has_outer_join());
                let join = self.text(keyword).tokens(path.from);
                self = join.text(ON).condition(path);
            }
            i += 1;
        }
        self
    }

    const fn tokens(mut self, tokens: &[Token]) -> Self {
        let mut i = 0;
        while i < tokens.len() {
            match tokens[i] {
                Token::Text(text) => self = self.text(text),
                Token::SelectDistinct => self = self.text(DISTINCT),
                Token::Parameter(data_type) => self = self.parameter(data_type),
                Token::Shared(place, data_type) => self = self.shared(place, data_type),
                Token::Sub(inner) => self = self.tokens(inner),
                Token::Name(name) => self = self.name(name),
                Token::Column(source, name) => self = self.tokens(source).byte(b'.').name(name),
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
                        if let Some((name, brackets)) = table.cast(names[j]) {
                            self = self.text("::").text(name).text(brackets);
                        }
                        j += 1;
                    }
                }
                Token::List(parts) => {
                    let mut j = 0;
                    while j < parts.len() {
                        self = self.text(separator(j)).tokens(parts[j]);
                        j += 1;
                    }
                }
                Token::Params(types) => {
                    let mut j = 0;
                    while j < types.len() {
                        self = self.text(separator(j)).parameter(types[j]);
                        j += 1;
                    }
                }
                Token::Values(count, types) => {
                    let mut j = 0;
                    while j < count {
                        self = self.text(separator(j)).parameter(at(types, j));
                        j += 1;
                    }
                }
                Token::Number(number) => self = self.number(number),
                Token::Select(scan, joins, inner) => {
                    let around = self.gate.enter(scan, joins);
                    self = self.tokens(inner);
                    self.gate.leave(around);
                }
                Token::Joined(outer) => self.gate.join(outer),
                Token::FromStart => self.gate.start_from(),
                Token::FromEnd => {
                    self.gate.end_from();
                    self = self.joins();
                }
                Token::Path(path, columns) => {
                    let mut j = 0;
                    while j < columns.len() {
                        self = self.text(separator(j)).path(path, columns[j]);
                        j += 1;
                    }
                }
                Token::ConditionStart(or) => {
                    let [gate, and, open] = self.gate.start(or);
                    self = self.text(gate).text(and).text(open);
                }
                Token::ConditionEnd => {
                    let close = self.gate.end();
                    self = self.text(close);
                }
                Token::AfterWhere => {
                    let [before, gate] = self.gate.rest();
                    self = self.text(before).text(gate);
                }
            }
            i += 1;
        }
        self
    }
}

struct Text<Q, D, const CAPACITY: usize>(PhantomData<(Q, D)>);

impl<Q: Fragment, D: Expects, const CAPACITY: usize> Text<Q, D, CAPACITY> {
    const RENDERED: &'static Rendered<CAPACITY> = &{
        let mut bytes = [0; CAPACITY];
        let mut length = 0;
        let mut mark = [0; MARK_LENGTH];
        let size = &Measured::<Q>::SIZE;
        let layout = &Layout::<Q, D>::LAYOUT;
        // Not so if `text` is called at run time: then the compiler evaluates all sizes.
        if layout.length <= CAPACITY && !size.overflow {
            let writer = Writer {
                free: bytes.split_at_mut(layout.length).0,
                parameters: 0,
                gate: Gate::NEW,
                size,
            };
            let free = writer.tokens(Q::TOKENS).free;
            length = layout.length - size.types - free.len();
            mark = super::mark::mark(length, layout.columns, size.types);
            if layout.columns.is_some() {
                D::EXPECTED.write(free);
            }
        }
        Rendered {
            mark,
            bytes,
            length,
        }
    };
    const TEXT: Option<&'static str> =
        match str::from_utf8(Self::RENDERED.bytes.split_at(Self::RENDERED.length).0) {
            Ok(text) => Some(text),
            Err(_) => None,
        };
}
