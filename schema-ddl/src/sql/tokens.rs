//! The words of SQL.

use std::ops::Range;

use super::lexer::{self, TokenKind};

/// A part of SQL that is not a space or a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A keyword, a number or a name without quotes, in lower case.
    Word(String),
    /// A name in quotes, without them.
    Name(String),
    /// The contents of a string.
    Text(String),
    /// Any other character.
    Symbol(char),
}

impl Token {
    /// Returns the name or the keyword.
    pub(crate) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) | Self::Name(word) => Some(word),
            Self::Text(_) | Self::Symbol(_) => None,
        }
    }

    /// True if it is this keyword.
    pub(crate) fn is(&self, keyword: &str) -> bool {
        matches!(self, Self::Word(word) if word == keyword)
    }
}

/// Returns the tokens of a text. A string or a comment without an end reaches to the end of the text.
pub(crate) fn tokens(sql: &str) -> Vec<Token> {
    spanned(sql).into_iter().map(|(token, _)| token).collect()
}

/// Returns the tokens of a text with their places in it.
pub(crate) fn spanned(sql: &str) -> Vec<(Token, Range<usize>)> {
    let mut all = Vec::new();
    for token in lexer::code(sql) {
        let span = token.start..token.end();
        match token.kind {
            TokenKind::Quoted => all.push((Token::Name(token.name().unwrap_or_default()), span)),
            TokenKind::String => all.push((Token::Text(token.string().unwrap_or_default()), span)),
            TokenKind::Word | TokenKind::Number => {
                all.push((Token::Word(token.text.to_lowercase()), span));
            }
            _ => all.extend(token.text.char_indices().map(|(at, c)| {
                let start = token.start + at;
                (Token::Symbol(c), start..start + c.len_utf8())
            })),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(sql: &str) -> Vec<String> {
        let show = |token| match token {
            Token::Word(word) => word,
            Token::Name(name) => format!("\"{name}\""),
            Token::Text(text) => format!("'{text}'"),
            Token::Symbol(c) => c.to_string(),
        };
        tokens(sql).into_iter().map(show).collect()
    }

    #[test]
    fn words_are_lower_case_and_names_as_written() {
        assert_eq!(
            words(r#"Select "A""b".x1, übung"#),
            ["select", r#""A"b""#, ".", "x1", ",", "übung"]
        );
    }

    #[test]
    fn strings_and_comments_hide_words() {
        assert_eq!(
            words("a 'it''s -- b' E'\\' c' -- d\n/* e /* f */ g */ h $x$ i $$ $x$ $1 $$j$$"),
            ["a", "'it's -- b'", "'' c'", "h", "' i $$ '", "$1", "'j'"]
        );
    }
}
