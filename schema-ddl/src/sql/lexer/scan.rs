//! Finds the end of each token.

use super::TokenKind;

/// A position in a text of SQL.
pub(super) struct Lexer<'a> {
    pub(super) sql: &'a str,
    pub(super) at: usize,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.sql[self.at..]
    }

    fn peek(&self, offset: usize) -> u8 {
        self.sql
            .as_bytes()
            .get(self.at + offset)
            .copied()
            .unwrap_or(0)
    }

    fn skip_while(&mut self, is_part: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    }

    /// Moves past the next token. An error is the kind of one that is not closed.
    pub(super) fn next(&mut self) -> Result<TokenKind, TokenKind> {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else {
            return Ok(TokenKind::Space);
        };
        if is_space(first) {
            self.skip_while(is_space);
            return Ok(TokenKind::Space);
        }
        if rest.starts_with("--") {
            self.at += rest.find('\n').unwrap_or(rest.len());
            return Ok(TokenKind::Comment);
        }
        if rest.starts_with("/*") {
            return self.block_comment();
        }
        if let Some(kind) = self.quoted()? {
            return Ok(kind);
        }
        if is_word_start(first) {
            self.skip_while(is_word_part);
            return Ok(TokenKind::Word);
        }
        if first.is_ascii_digit() || (matches!(first, '.' | '$') && self.peek(1).is_ascii_digit()) {
            self.at += 1;
            self.skip_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_'));
            return Ok(TokenKind::Number);
        }
        Ok(self.symbol(first))
    }

    fn symbol(&mut self, first: char) -> TokenKind {
        let kind = match first {
            ';' => TokenKind::Semicolon,
            '(' | '[' => TokenKind::Open,
            ')' | ']' => TokenKind::Close,
            _ => TokenKind::Operator,
        };
        self.at += first.len_utf8();
        if is_operator(first) {
            // An operator ends where a comment begins.
            while is_operator(char::from(self.peek(0)))
                && !self.rest().starts_with("--")
                && !self.rest().starts_with("/*")
            {
                self.at += 1;
            }
        }
        kind
    }

    /// Comments nest.
    fn block_comment(&mut self) -> Result<TokenKind, TokenKind> {
        let mut depth = 0_usize;
        while self.at < self.sql.len() {
            match (self.peek(0), self.peek(1)) {
                (b'/', b'*') => {
                    depth += 1;
                    self.at += 2;
                }
                (b'*', b'/') => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return Ok(TokenKind::Comment);
                    }
                }
                _ => self.at += 1,
            }
        }
        Err(TokenKind::Comment)
    }

    /// Strings and quoted names, with their prefixes.
    fn quoted(&mut self) -> Result<Option<TokenKind>, TokenKind> {
        let prefix = match (
            self.peek(0).to_ascii_lowercase(),
            self.peek(1),
            self.peek(2),
        ) {
            (b'\'' | b'"', ..) => 0,
            (b'e' | b'b' | b'x' | b'n', b'\'', _) => 1,
            (b'u', b'&', b'\'' | b'"') => 2,
            (b'$', ..) => return self.dollar_quoted(),
            _ => return Ok(None),
        };
        let has_escapes = matches!(self.peek(0), b'e' | b'E');
        self.at += prefix;
        if self.peek(0) == b'"' {
            self.until_quote(b'"', false).ok_or(TokenKind::Quoted)?;
            return Ok(Some(TokenKind::Quoted));
        }
        loop {
            self.until_quote(b'\'', has_escapes)
                .ok_or(TokenKind::String)?;
            let Some(continued) = continuation(self.rest()) else {
                return Ok(Some(TokenKind::String));
            };
            self.at += continued;
        }
    }

    /// Moves from an opening quote past the closing one.
    fn until_quote(&mut self, quote: u8, has_escapes: bool) -> Option<()> {
        self.at += 1;
        while self.at < self.sql.len() {
            let byte = self.peek(0);
            if byte == quote && self.peek(1) == quote {
                self.at += 2;
            } else if byte == quote {
                self.at += 1;
                return Some(());
            } else if byte == b'\\' && has_escapes {
                // The next byte may begin a longer character, whose other bytes are no quotes.
                self.at += 2;
            } else {
                self.at += 1;
            }
        }
        None
    }

    fn dollar_quoted(&mut self) -> Result<Option<TokenKind>, TokenKind> {
        let rest = self.rest();
        let name = &rest[1..];
        let length = name
            .find(|c: char| !is_word_part(c) || c == '$')
            .unwrap_or(name.len());
        let is_tag =
            name[length..].starts_with('$') && !name.starts_with(|c: char| c.is_ascii_digit());
        if !is_tag {
            return Ok(None);
        }
        let tag = &rest[..length + 2];
        let body = &rest[tag.len()..];
        let end = body.find(tag).ok_or(TokenKind::String)?;
        self.at += tag.len() + end + tag.len();
        Ok(Some(TokenKind::String))
    }
}

/// Returns the distance to the next quote if a string continues there: after white space that contains a line break.
fn continuation(rest: &str) -> Option<usize> {
    let mut at = 0;
    let mut has_newline = false;
    loop {
        let here = &rest[at..];
        let next = here.chars().next()?;
        if is_space(next) {
            has_newline |= matches!(next, '\n' | '\r');
            at += 1;
        } else if has_newline && here.starts_with("--") {
            at += here.find('\n')?;
        } else {
            return (has_newline && next == '\'').then_some(at);
        }
    }
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c')
}

const fn is_word_start(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || !c.is_ascii()
}

const fn is_word_part(c: char) -> bool {
    is_word_start(c) || c.is_ascii_digit() || c == '$'
}

const fn is_operator(c: char) -> bool {
    matches!(
        c,
        '+' | '-'
            | '*'
            | '/'
            | '<'
            | '>'
            | '='
            | '~'
            | '!'
            | '@'
            | '#'
            | '%'
            | '^'
            | '&'
            | '|'
            | '`'
            | '?'
            | ':'
    )
}
