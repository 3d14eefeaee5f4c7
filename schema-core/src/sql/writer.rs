//! SQL text that is written at run time.

use std::fmt::Write as _;

use super::Token;

/// A statement's text while it is written, and the number of its parameters so far.
#[derive(Debug, Default)]
pub struct SqlWriter {
    sql: String,
    parameters: usize,
}

impl SqlWriter {
    /// An empty text with room for most statements.
    pub fn new() -> Self {
        Self {
            sql: String::with_capacity(512),
            parameters: 0,
        }
    }

    /// Appends SQL.
    pub fn text(&mut self, text: &str) {
        self.sql.push_str(text);
    }

    /// Appends the next parameter.
    pub fn parameter(&mut self) {
        self.parameters += 1;
        match u8::try_from(self.parameters) {
            Ok(digit @ 1..=9) => {
                self.sql.push('$');
                self.sql.push(char::from(b'0' + digit));
            }
            _ => {
                // Writing into a `String` cannot fail.
                let _ = write!(self.sql, "${}", self.parameters);
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
                Token::Param => self.parameter(),
                Token::Sub(inner) => self.tokens(inner),
                Token::Name(name) => self.name(name),
                Token::Names(prefix, names) => {
                    for (i, name) in names.iter().enumerate() {
                        if i > 0 {
                            self.text(", ");
                        }
                        self.tokens(prefix);
                        self.name(name);
                    }
                }
                Token::Casts(names, table) => {
                    for (i, name) in names.iter().enumerate() {
                        if i > 0 {
                            self.text(", ");
                        }
                        self.name(name);
                        if let Some(array) = table.array(name) {
                            self.text("::");
                            self.text(array);
                            self.text("[]");
                        }
                    }
                }
                Token::Params(count) => {
                    for i in 0..count {
                        if i > 0 {
                            self.text(", ");
                        }
                        self.parameter();
                    }
                }
            }
        }
    }

    /// The text.
    pub fn finish(self) -> String {
        self.sql
    }
}
