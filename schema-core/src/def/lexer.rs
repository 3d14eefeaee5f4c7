//! A small lexer of SQL text. It finds the columns that an expression mentions and the function that it calls: names of
//! constraints and indexes are made of them.

use std::borrow::Cow;

use crate::def::ColumnDef;

/// Returns the columns that an expression mentions, each once, in the order of the text.
pub(crate) fn columns(expression: &str, columns: &'static [ColumnDef]) -> Vec<&'static str> {
    let lexemes: Vec<Lexeme<'_>> = Lexemes { rest: expression }.collect();
    let mut mentioned = Vec::new();
    for (i, lexeme) in lexemes.iter().enumerate() {
        let Some(name) = lexeme.name() else { continue };
        if is_type(&lexemes[..i]) || is_other(lexemes.get(i + 1)) {
            continue;
        }
        if let Some(column) = columns.iter().find(|column| column.name == name)
            && !mentioned.contains(&column.name)
        {
            mentioned.push(column.name);
        }
    }
    mentioned
}

/// Returns the name of the function if the whole expression is a call: `lower` for `lower(email)`.
pub(crate) fn called_function(expression: &str) -> Option<String> {
    let lexemes: Vec<Lexeme<'_>> = Lexemes { rest: expression }.collect();
    let mut lexemes = lexemes.as_slice();
    while let [Lexeme::Symbol('('), inner @ .., _] = lexemes
        && closes_last(lexemes)
    {
        lexemes = inner;
    }
    let open = lexemes
        .iter()
        .position(|lexeme| *lexeme == Lexeme::Symbol('('))?;
    let (name, call) = lexemes.split_at(open);
    let is_path = name.iter().enumerate().all(|(i, lexeme)| match i % 2 {
        0 => lexeme.name().is_some(),
        _ => *lexeme == Lexeme::Symbol('.'),
    });
    if is_path && closes_last(call) {
        name.last()?.name().map(Cow::into_owned)
    } else {
        None
    }
}

/// Returns true if the next lexeme is the name of a type, as in `a::date` and `cast(a as date)`.
fn is_type(before: &[Lexeme<'_>]) -> bool {
    match before {
        [.., Lexeme::Symbol(':'), Lexeme::Symbol(':')] => true,
        [.., Lexeme::Word(word)] => word.eq_ignore_ascii_case("as"),
        _ => false,
    }
}

/// Returns true if the preceding name is not a column: a function, a qualifier or the type of a literal, as in
/// `date '2030-01-01'`.
fn is_other(after: Option<&Lexeme<'_>>) -> bool {
    matches!(after, Some(Lexeme::Symbol('(' | '.') | Lexeme::Literal))
}

/// Returns true if the first parenthesis closes at the very end.
fn closes_last(lexemes: &[Lexeme<'_>]) -> bool {
    let mut depth = 0_usize;
    for (i, lexeme) in lexemes.iter().enumerate() {
        match lexeme {
            Lexeme::Symbol('(') => depth += 1,
            Lexeme::Symbol(')') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return i + 1 == lexemes.len();
        }
    }
    false
}

#[derive(Debug, PartialEq, Eq)]
enum Lexeme<'a> {
    /// A name or a keyword, as written.
    Word(&'a str),
    /// A name that was in double quotes, without the quotes.
    Quoted(String),
    /// A string or a number.
    Literal,
    Symbol(char),
}

impl Lexeme<'_> {
    /// Returns the name as Postgres reads it: without quotes, and in lower case if it had none.
    fn name(&self) -> Option<Cow<'_, str>> {
        match self {
            Lexeme::Word(word) => Some(Cow::Owned(word.to_lowercase())),
            Lexeme::Quoted(name) => Some(Cow::Borrowed(name)),
            Lexeme::Literal | Lexeme::Symbol(_) => None,
        }
    }
}

struct Lexemes<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Lexemes<'a> {
    type Item = Lexeme<'a>;

    fn next(&mut self) -> Option<Lexeme<'a>> {
        self.skip_blank();
        let first = self.rest.chars().next()?;
        Some(match first {
            '\'' => self.literal(0, false),
            'e' | 'E' if self.rest[1..].starts_with('\'') => self.literal(1, true),
            '"' => {
                let text = self.take(quoted_length(self.rest, '"', false));
                let inner = text.strip_prefix('"').unwrap_or(text);
                let inner = inner.strip_suffix('"').unwrap_or(inner);
                Lexeme::Quoted(inner.replace("\"\"", "\""))
            }
            '$' => self.dollar_quoted(),
            c if is_word(c) => {
                let end = self.rest.find(|c| !is_word(c)).unwrap_or(self.rest.len());
                let word = self.take(end);
                if first.is_ascii_digit() {
                    Lexeme::Literal
                } else {
                    Lexeme::Word(word)
                }
            }
            c => {
                self.take(c.len_utf8());
                Lexeme::Symbol(c)
            }
        })
    }
}

impl<'a> Lexemes<'a> {
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Skips white space and comments.
    fn skip_blank(&mut self) {
        loop {
            self.rest = self.rest.trim_start();
            let end = if self.rest.starts_with("--") {
                self.rest.find('\n')
            } else if self.rest.starts_with("/*") {
                self.rest.find("*/").map(|end| end + 2)
            } else {
                return;
            };
            self.take(end.unwrap_or(self.rest.len()));
        }
    }

    fn literal(&mut self, prefix: usize, escapes: bool) -> Lexeme<'a> {
        self.take(prefix);
        self.take(quoted_length(self.rest, '\'', escapes));
        Lexeme::Literal
    }

    fn dollar_quoted(&mut self) -> Lexeme<'a> {
        let tag = self.rest[1..]
            .find('$')
            .map_or("", |end| &self.rest[..end + 2]);
        if tag.is_empty() || !tag[1..tag.len() - 1].chars().all(is_word) {
            self.take(1);
            return Lexeme::Symbol('$');
        }
        self.take(tag.len());
        self.take(
            self.rest
                .find(tag)
                .map_or(self.rest.len(), |end| end + tag.len()),
        );
        Lexeme::Literal
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Returns the length of the quoted text at the start of `text`, including the quotes.
fn quoted_length(text: &str, quote: char, escapes: bool) -> usize {
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((i, c)) = chars.next() {
        if c == '\\' && escapes {
            chars.next();
        } else if c == quote && chars.next_if(|(_, next)| *next == quote).is_none() {
            return i + c.len_utf8();
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ddl::testing::{INTEGER, column};

    const COLUMNS: &[ColumnDef] = &[
        column("a", INTEGER),
        column("b", INTEGER),
        column("date", INTEGER),
        column("Mixed", INTEGER),
    ];

    #[track_caller]
    fn mentions(expression: &str, expected: &[&str]) {
        assert_eq!(columns(expression, COLUMNS), expected, "{expression}");
    }

    #[test]
    fn a_column_is_mentioned_once_and_in_any_case() {
        mentions("a > 0 and A < b", &["a", "b"]);
        mentions("t.b is null", &["b"]);
        mentions("mixed > 0", &[]);
        mentions("\"Mixed\" > 0", &["Mixed"]);
    }

    #[test]
    fn literals_and_comments_mention_no_column() {
        mentions("b <> 'a' and b <> E'\\' a' and b <> 'it''s a'", &["b"]);
        mentions("b <> $$a$$ and b <> $x$ a $ a $x$", &["b"]);
        mentions("b > 0 -- a\n and b /* a */ < 7", &["b"]);
    }

    #[test]
    fn functions_types_and_qualifiers_are_not_columns() {
        mentions("b::date > date '2030-01-01'", &["b"]);
        mentions("cast(b as date) > date(a)", &["b", "a"]);
        mentions("a.b > 0", &["b"]);
    }

    #[test]
    fn only_an_expression_that_is_a_call_has_a_function() {
        assert_eq!(called_function("lower(email)").as_deref(), Some("lower"));
        assert_eq!(
            called_function("((Lower(email)))").as_deref(),
            Some("lower")
        );
        assert_eq!(called_function("public.f(g(x), y)").as_deref(), Some("f"));
        assert_eq!(called_function("lower(a) || lower(b)"), None);
        assert_eq!(called_function("(a) + (b)"), None);
        assert_eq!(called_function("a || b"), None);
        assert_eq!(called_function(""), None);
    }

    #[test]
    fn unterminated_text_is_read_to_its_end() {
        mentions("a > 'b", &["a"]);
        mentions("a > $x$ b", &["a"]);
        mentions("a > \"b", &["a", "b"]);
        assert_eq!(called_function("f(x"), None);
    }
}
