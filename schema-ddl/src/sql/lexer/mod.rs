//! The tokens of SQL, as the lexer of Postgres separates them:
//! <https://www.postgresql.org/docs/current/sql-syntax-lexical.html>.

mod scan;

use scan::Lexer;

/// The kind of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// White space.
    Space,
    /// A comment of either form.
    Comment,
    /// A keyword or an identifier without quotes.
    Word,
    /// An identifier in quotes.
    Quoted,
    /// A string in any form.
    String,
    /// A number or a parameter.
    Number,
    /// `;`
    Semicolon,
    /// `(` or `[`
    Open,
    /// `)` or `]`
    Close,
    /// An operator, a comma, or anything else.
    Operator,
}

/// A part of the text that has a meaning of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// The kind.
    pub kind: TokenKind,
    /// The text, with quotes.
    pub text: &'a str,
    /// The byte at which it starts.
    pub start: usize,
    /// The line it starts on. The first one is 1.
    pub line: usize,
}

impl Token<'_> {
    /// Returns true if this is the keyword, in any case. Keywords in quotes are names.
    pub fn is(&self, keyword: &str) -> bool {
        self.kind == TokenKind::Word && self.text.eq_ignore_ascii_case(keyword)
    }

    /// Returns false for white space and comments.
    pub const fn is_code(&self) -> bool {
        !matches!(self.kind, TokenKind::Space | TokenKind::Comment)
    }

    /// Returns true if this is the punctuation or the operator.
    pub(crate) fn is_symbol(&self, symbol: &str) -> bool {
        !matches!(self.kind, TokenKind::Quoted | TokenKind::String) && self.text == symbol
    }

    /// Returns the byte after its last one.
    pub const fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Returns the name as the server stores it, or the keyword in lower case.
    pub fn name(&self) -> Option<String> {
        match self.kind {
            TokenKind::Word => Some(self.text.to_lowercase()),
            TokenKind::Quoted => {
                let inner = self.text.strip_prefix('"')?;
                let inner = inner.strip_suffix('"')?;
                Some(inner.replace("\"\"", "\""))
            }
            _ => None,
        }
    }

    /// Returns what a string contains. Only backslashes before quotes and backslashes are removed.
    pub fn string(&self) -> Option<String> {
        if self.kind != TokenKind::String {
            return None;
        }
        if let Some(rest) = self.text.strip_prefix('$') {
            let (tag, body) = self.text.split_at(rest.find('$')? + 2);
            return Some(body.strip_suffix(tag).unwrap_or(body).to_owned());
        }
        let start = self.text.find('\'')? + 1;
        let inner = &self.text[start..];
        let inner = inner.strip_suffix('\'').unwrap_or(inner).replace("''", "'");
        if self.text.starts_with(['e', 'E']) {
            return Some(inner.replace("\\'", "'").replace("\\\\", "\\"));
        }
        Some(inner)
    }
}

/// A string, a quoted name or a comment without an end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the {what} that begins on line {line} is not closed")]
pub struct NotClosed {
    /// The kind of token.
    pub what: &'static str,
    /// The line it begins on. The first one is 1.
    pub line: usize,
}

/// Separates the tokens of a text. Together they are the whole text.
///
/// ```
/// use schema_ddl::sql::lexer::tokens;
///
/// let tokens = tokens("select 'a;b' -- c")?;
/// let code: Vec<&str> = tokens.iter().filter(|token| token.is_code()).map(|token| token.text).collect();
/// assert_eq!(code, ["select", "'a;b'"]);
/// # Ok::<(), schema_ddl::sql::lexer::NotClosed>(())
/// ```
///
/// # Errors
///
/// If a string, a quoted name or a comment is not closed.
pub fn tokens(sql: &str) -> Result<Vec<Token<'_>>, NotClosed> {
    let (tokens, not_closed) = scan(sql);
    not_closed.map_or(Ok(tokens), Err)
}

/// Returns the tokens that are neither space nor comments. One that is not closed reaches to the end of the text.
pub(crate) fn code(sql: &str) -> Vec<Token<'_>> {
    let (mut tokens, _) = scan(sql);
    tokens.retain(Token::is_code);
    tokens
}

fn scan(sql: &str) -> (Vec<Token<'_>>, Option<NotClosed>) {
    let mut lexer = Lexer { sql, at: 0 };
    let mut tokens = Vec::new();
    let mut not_closed = None;
    let mut line = 1;
    while lexer.at < sql.len() {
        let start = lexer.at;
        let kind = lexer.next().unwrap_or_else(|kind| {
            lexer.at = sql.len();
            let what = kind.word(&sql[start..]);
            not_closed = Some(NotClosed { what, line });
            kind
        });
        let text = &sql[start..lexer.at];
        tokens.push(Token {
            kind,
            text,
            start,
            line,
        });
        line += text.bytes().filter(|byte| *byte == b'\n').count();
    }
    (tokens, not_closed)
}

impl TokenKind {
    /// Returns the words for a token of this kind that is not closed.
    fn word(self, text: &str) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::Quoted => "quoted name",
            _ if text.starts_with('$') => "dollar-quoted string",
            _ => "string",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(sql: &str) -> Vec<&str> {
        super::code(sql).iter().map(|token| token.text).collect()
    }

    #[test]
    fn all_forms_of_strings_are_one_token() {
        for string in [
            "'it''s; here'",
            r"'C:\'",
            r"E'it\'s; here'",
            r"e'\\'",
            "E'a'\n  -- more\n 'b\\'c'",
            "$$ ' ; $$",
            "$a$ $$ ; $b$ $a$",
            "$ä1$;$ä1$",
            "U&'d\\0061t;'",
            "U&\"d;\"",
            "B'10'",
            "\"a\"\";b\"",
        ] {
            assert_eq!(code(string), [string]);
        }
    }

    #[test]
    fn a_dollar_in_a_name_or_a_parameter_begins_no_string() {
        assert_eq!(code("a$b$c"), ["a$b$c"]);
        assert_eq!(code("$1+$2"), ["$1", "+", "$2"]);
    }

    #[test]
    fn comments_nest_and_end_operators() {
        assert_eq!(code("a /* b /* c */ ; */ d"), ["a", "d"]);
        assert_eq!(code("1 +-- 2\n- 3"), ["1", "+", "-", "3"]);
        assert_eq!(code("1 <=/* 2 */3"), ["1", "<=", "3"]);
    }

    #[test]
    fn what_is_not_closed_is_an_error_with_its_line() {
        for (sql, message) in [
            ("a\n'b", "the string that begins on line 2 is not closed"),
            (
                "a\n\nE'b\\'",
                "the string that begins on line 3 is not closed",
            ),
            ("\"b", "the quoted name that begins on line 1 is not closed"),
            (
                "$a$ $$",
                "the dollar-quoted string that begins on line 1 is not closed",
            ),
            (
                "/* /* */",
                "the comment that begins on line 1 is not closed",
            ),
        ] {
            assert_eq!(tokens(sql).unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn tokens_are_the_whole_text() {
        let sql = "-- ü\nselect 'ü', $ü$x$ü$ \\ \u{1}; é€";
        let all: String = tokens(sql)
            .unwrap()
            .iter()
            .map(|token| token.text)
            .collect();
        assert_eq!(all, sql);
    }

    #[test]
    fn names_and_strings_have_contents() {
        let name = |sql| super::code(sql)[0].name();
        assert_eq!(name("Übung").as_deref(), Some("übung"));
        assert_eq!(name("\"A\"\"b\"").as_deref(), Some("A\"b"));
        assert_eq!(name("'a'"), None);
        let string = |sql| super::code(sql)[0].string();
        assert_eq!(string("'it''s'").as_deref(), Some("it's"));
        assert_eq!(string("E'it\\'s \\\\'").as_deref(), Some("it's \\"));
        assert_eq!(string("$x$ $$ $x$").as_deref(), Some(" $$ "));
        assert_eq!(string("$$a").as_deref(), Some("a"));
        assert_eq!(string("'a").as_deref(), Some("a"));
        assert_eq!(string("a"), None);
    }

    #[test]
    fn a_token_that_is_not_closed_reaches_to_the_end() {
        assert_eq!(code("a 'b c"), ["a", "'b c"]);
        assert_eq!(code("a \"b c"), ["a", "\"b c"]);
        assert_eq!(code("a $$b c"), ["a", "$$b c"]);
        assert_eq!(code("a /* b /* */"), ["a"]);
    }
}
