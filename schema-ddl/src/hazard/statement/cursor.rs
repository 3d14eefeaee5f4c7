//! A position in the tokens of a statement.

use crate::model::Name;
use crate::sql::lexer::{Token, TokenKind};

/// The tokens that are not read yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    sql: &'t str,
    rest: &'t [Token<'t>],
}

impl<'t> Cursor<'t> {
    /// A position before tokens of a text.
    pub(super) const fn new(sql: &'t str, tokens: &'t [Token<'t>]) -> Self {
        Self { sql, rest: tokens }
    }

    pub(super) const fn is_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// True if the next token is this keyword.
    pub(super) fn is(&self, word: &str) -> bool {
        self.rest.first().is_some_and(|token| token.is(word))
    }

    /// True if the next token is this symbol.
    pub(super) fn is_symbol(&self, symbol: &str) -> bool {
        let first = self.rest.first();
        first.is_some_and(|token| token.is_symbol(symbol))
    }

    /// True if the next tokens are these keywords.
    pub(super) fn are(&self, words: &[&str]) -> bool {
        self.rest.len() >= words.len()
            && words
                .iter()
                .zip(self.rest)
                .all(|(word, token)| token.is(word))
    }

    /// Reads keywords, if they are the next tokens.
    pub(super) fn eat(&mut self, words: &[&str]) -> bool {
        let found = self.are(words);
        if found {
            self.rest = &self.rest[words.len()..];
        }
        found
    }

    /// Reads the first of these keywords that is next.
    pub(super) fn eat_one(&mut self, words: &[&'static str]) -> Option<&'static str> {
        words.iter().copied().find(|word| self.eat(&[word]))
    }

    /// Reads a symbol, if it is next.
    pub(super) fn symbol(&mut self, symbol: &str) -> bool {
        let found = self.is_symbol(symbol);
        if found {
            self.rest = &self.rest[1..];
        }
        found
    }

    /// Reads a name or a keyword.
    pub(super) fn name(&mut self) -> Option<String> {
        let name = self.rest.first()?.name()?;
        self.rest = &self.rest[1..];
        Some(name)
    }

    /// Reads a string.
    pub(super) fn string(&mut self) -> Option<String> {
        let text = self.rest.first()?.string()?;
        self.rest = &self.rest[1..];
        Some(text)
    }

    /// Reads a name that can have a Postgres schema.
    pub(super) fn path(&mut self) -> Option<Name> {
        let mut path = Name::new(self.name()?);
        while self.is_symbol(".") {
            let mut after = *self;
            after.symbol(".");
            let Some(name) = after.name() else { break };
            path = Name::in_schema(path.name, name);
            *self = after;
        }
        Some(path)
    }

    /// Reads names with commas between them.
    pub(super) fn paths(&mut self) -> Vec<Name> {
        let mut paths = Vec::new();
        loop {
            self.eat(&["only"]);
            let Some(path) = self.path() else { break };
            paths.push(path);
            self.symbol("*");
            if !self.symbol(",") {
                break;
            }
        }
        paths
    }

    /// Reads what is in parentheses.
    pub(super) fn group(&mut self) -> Option<Self> {
        if !self.is_symbol("(") {
            return None;
        }
        let inner = self.until(|_| false, true);
        Some(inner)
    }

    /// Reads the names in parentheses.
    pub(super) fn names(&mut self) -> Vec<String> {
        let Some(group) = self.group() else {
            return Vec::new();
        };
        let names = group.split().into_iter();
        names.filter_map(|mut one| one.name()).collect()
    }

    /// Reads tokens until the condition is true outside of parentheses.
    pub(super) fn read_until(&mut self, stop: impl Fn(&Self) -> bool) -> Self {
        self.until(stop, false)
    }

    /// Reads until a condition, or one pair of parentheses, which are not part of the result.
    fn until(&mut self, stop: impl Fn(&Self) -> bool, one_group: bool) -> Self {
        let start = *self;
        let (mut depth, mut length) = (0_usize, 0_usize);
        while let Some(token) = start.rest.get(length) {
            self.rest = &start.rest[length..];
            if depth == 0 && stop(self) {
                break;
            }
            match token.kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close => depth = depth.saturating_sub(1),
                _ => {}
            }
            length += 1;
            if one_group && depth == 0 {
                break;
            }
        }
        self.rest = &start.rest[length..];
        let read = &start.rest[..length];
        let read = match read {
            [_, inner @ .., last] if one_group && last.kind == TokenKind::Close => inner,
            [_, inner @ ..] if one_group => inner,
            _ => read,
        };
        Self {
            sql: self.sql,
            rest: read,
        }
    }

    /// Returns the parts between commas that are outside of parentheses.
    pub(super) fn split(&self) -> Vec<Self> {
        let mut rest = *self;
        let mut parts = Vec::new();
        while !rest.is_end() {
            parts.push(rest.read_until(|at| at.is_symbol(",")));
            rest.symbol(",");
        }
        parts
    }

    /// Returns the text of the tokens.
    pub(super) fn text(&self) -> &'t str {
        match (self.rest.first(), self.rest.last()) {
            (Some(first), Some(last)) => &self.sql[first.start..last.end()],
            _ => "",
        }
    }

    /// Returns the text of the tokens up to a later position.
    pub(super) fn text_before(&self, later: &Self) -> &'t str {
        let length = self.rest.len().saturating_sub(later.rest.len());
        let read = Self {
            sql: self.sql,
            rest: &self.rest[..length],
        };
        read.text()
    }

    /// True if these keywords follow each other anywhere.
    pub(super) fn has(&self, words: &[&str]) -> bool {
        (0..self.rest.len()).any(|at| {
            let here = Self {
                sql: self.sql,
                rest: &self.rest[at..],
            };
            here.are(words)
        })
    }

    /// True if the keyword occurs outside of parentheses.
    pub(super) fn has_outside(&self, word: &str) -> bool {
        let mut rest = *self;
        rest.read_until(|at| at.is(word));
        !rest.is_end()
    }

    /// Reads one token.
    pub(super) fn skip(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
    }

    /// Reads `if exists` or `if not exists`.
    pub(super) fn if_exists(&mut self) -> bool {
        self.eat(&["if", "exists"]) || self.eat(&["if", "not", "exists"])
    }

    /// Returns all strings.
    pub(super) fn strings(&self) -> Vec<String> {
        self.rest.iter().filter_map(Token::string).collect()
    }
}
