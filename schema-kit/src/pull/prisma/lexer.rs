//! The tokens of a Prisma schema.

use crate::pull::PullError;

/// A token, and its line.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A name, also with dots: `author.id`.
    Word(String),
    Number(String),
    Text(String),
    /// `@` and `@@`.
    At(usize),
    Symbol(char),
    /// The end of a line.
    End,
    /// `///`.
    Docs,
}

/// Splits a schema into tokens.
pub(super) fn tokens(text: &str) -> Result<Vec<(Token, usize)>, PullError> {
    let mut tokens = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        read_line(line, number, &mut tokens)?;
        tokens.push((Token::End, number));
    }
    Ok(tokens)
}

fn read_line(line: &str, number: usize, tokens: &mut Vec<(Token, usize)>) -> Result<(), PullError> {
    let mut rest = line.trim();
    while let Some(first) = rest.chars().next() {
        let (token, length) = if rest.starts_with("///") {
            (Some(Token::Docs), rest.len())
        } else if rest.starts_with("//") {
            (None, rest.len())
        } else if first == '"' {
            let (text, length) = string(rest, number)?;
            (Some(Token::Text(text)), length)
        } else if first.is_alphabetic() || first == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && !"_.-".contains(c));
            let word = rest[..end.unwrap_or(rest.len())].trim_end_matches(['-', '.']);
            (Some(Token::Word(word.to_owned())), word.len())
        } else if first.is_ascii_digit() || first == '-' {
            let end = rest[1..].find(|c: char| !c.is_ascii_digit() && c != '.');
            let length = end.map_or(rest.len(), |end| end + 1);
            (Some(Token::Number(rest[..length].to_owned())), length)
        } else if first == '@' {
            let count = if rest.starts_with("@@") { 2 } else { 1 };
            (Some(Token::At(count)), count)
        } else if "{}()[]:,?=".contains(first) {
            (Some(Token::Symbol(first)), 1)
        } else {
            let message = format!("`{first}` is not part of a Prisma schema; remove it");
            return Err(PullError::new(number, message));
        };
        tokens.extend(token.map(|token| (token, number)));
        rest = rest[length..].trim_start();
    }
    Ok(())
}

/// Returns the contents of the string at the beginning, and its length with the quotes.
fn string(text: &str, line: usize) -> Result<(String, usize), PullError> {
    let mut contents = String::new();
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Ok((contents, at + 1)),
            '\\' => match chars.next() {
                Some((_, 'n')) => contents.push('\n'),
                Some((_, 't')) => contents.push('\t'),
                Some((_, 'r')) => contents.push('\r'),
                Some((_, other)) => contents.push(other),
                None => break,
            },
            c => contents.push(c),
        }
    }
    Err(PullError::new(line, "a string does not end; add a quote"))
}
