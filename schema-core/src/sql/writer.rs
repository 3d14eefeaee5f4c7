//! SQL text that is written at run time.

use std::cell::Cell;
use std::fmt::Write as _;
use std::sync::Arc;

use super::constant::DISTINCT;
use super::{Shared, SharedValues, Token, place_of_type};

/// The initial size of a text. Most statements are shorter.
const CAPACITY: usize = 512;

/// The size up to which a buffer is kept.
const MAX_KEPT: usize = 16 * 1024;

thread_local! {
    /// The buffer of [`SqlWriter::shared_text`].
    static BUFFER: Cell<String> = const { Cell::new(String::new()) };
}

/// The text of a statement, and the number of its parameters so far.
#[derive(Debug)]
pub struct SqlWriter {
    sql: String,
    parameters: usize,
    shared: SharedValues,
    numbers: Option<std::vec::IntoIter<usize>>,
    distinct: bool,
}

impl Default for SqlWriter {
    fn default() -> Self {
        Self::new()
    }
}

impl SqlWriter {
    /// Creates an empty text with room for most statements.
    pub fn new() -> Self {
        Self::reusing(String::with_capacity(CAPACITY))
    }

    fn reusing(sql: String) -> Self {
        Self {
            sql,
            parameters: 0,
            shared: SharedValues::by_value(),
            numbers: None,
            distinct: false,
        }
    }

    /// Creates an empty text whose parameters have these numbers, in the order of the text.
    pub fn numbered(numbers: Vec<usize>) -> Self {
        Self {
            numbers: Some(numbers.into_iter()),
            ..Self::new()
        }
    }

    /// Returns a written text that can be cloned without a copy.
    ///
    /// It is written into a buffer that the thread keeps, so that the result is the only allocation.
    pub(crate) fn shared_text(write: impl FnOnce(&mut Self)) -> Arc<str> {
        let mut sql = Self::reusing(take_buffer());
        write(&mut sql);
        share(sql.sql)
    }

    /// Appends SQL.
    pub fn text(&mut self, text: &str) {
        self.sql.push_str(text);
    }

    /// Appends `distinct`.
    pub fn distinct(&mut self) {
        self.distinct = true;
        self.text(DISTINCT);
    }

    /// Returns true if the text contains a `select distinct`.
    pub const fn is_distinct(&self) -> bool {
        self.distinct
    }

    /// Appends the next parameter.
    pub fn parameter(&mut self) {
        self.parameters += 1;
        let given = self.numbers.as_mut().and_then(Iterator::next);
        self.number(given.unwrap_or(self.parameters));
    }

    /// Appends a shared parameter: the next one, or the one that already has the value.
    pub fn shared(&mut self, shared: Shared) {
        if self.numbers.is_some() {
            return self.parameter();
        }
        let number = self.shared.number(shared).unwrap_or_else(|| {
            self.parameters += 1;
            self.shared.insert(shared, self.parameters);
            self.parameters
        });
        self.number(number);
    }

    fn number(&mut self, number: usize) {
        match u8::try_from(number) {
            Ok(digit @ 1..=9) => {
                self.sql.push('$');
                self.sql.push(char::from(b'0' + digit));
            }
            _ => {
                // Writing into a `String` cannot fail.
                let _ = write!(self.sql, "${number}");
            }
        }
    }

    /// Appends a name, quoted.
    pub fn name(&mut self, name: &str) {
        self.text("\"");
        self.text(name);
        self.text("\"");
    }

    /// Appends tokens.
    pub fn tokens(&mut self, tokens: &[Token]) {
        for token in tokens {
            match *token {
                Token::Text(text) => self.text(text),
                Token::SelectDistinct => self.distinct(),
                Token::Parameter => self.parameter(),
                Token::Shared(place, data_type) => {
                    self.shared(Shared::at(place_of_type(place, data_type)));
                }
                Token::Sub(inner) => self.tokens(inner),
                Token::Name(name) => self.name(name),
                Token::Names(prefix, names) => self.list(names, |sql, name| {
                    sql.tokens(prefix);
                    sql.name(name);
                }),
                Token::Casts(names, table) => self.list(names, |sql, name| {
                    sql.name(name);
                    if let Some(array) = table.array(name) {
                        sql.text("::");
                        sql.text(array);
                        sql.text("[]");
                    }
                }),
                Token::Params(count) => self.list(0..count, |sql, _| sql.parameter()),
            }
        }
    }

    /// Appends items, separated by `", "`.
    pub fn list<I: IntoIterator>(&mut self, items: I, mut write: impl FnMut(&mut Self, I::Item)) {
        for (i, item) in items.into_iter().enumerate() {
            if i > 0 {
                self.text(", ");
            }
            write(self, item);
        }
    }

    /// Returns the text.
    pub fn finish(self) -> String {
        self.sql
    }
}

fn take_buffer() -> String {
    // The buffer is gone while the thread ends.
    let mut buffer = BUFFER.try_with(Cell::take).unwrap_or_default();
    buffer.reserve(CAPACITY);
    buffer
}

fn share(mut buffer: String) -> Arc<str> {
    let text = Arc::from(buffer.as_str());
    if buffer.capacity() <= MAX_KEPT {
        buffer.clear();
        // Ignored while the thread ends.
        let _ = BUFFER.try_with(|kept| kept.set(buffer));
    }
    text
}
