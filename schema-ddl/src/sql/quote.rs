//! Quoting of names and literals.

/// Quotes a name: `"order"`.
pub fn name(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Quotes names and separates them with commas.
pub fn names<N: AsRef<str>>(names: &[N]) -> String {
    let names: Vec<String> = names.iter().map(|one| name(one.as_ref())).collect();
    names.join(", ")
}

/// Quotes a name with its Postgres schema: `"clinic"."patients"`.
pub fn qualified(schema: Option<&str>, table: &str) -> String {
    match schema {
        Some(schema) => format!("{}.{}", name(schema), name(table)),
        None => name(table),
    }
}

/// Quotes a name or value, unless it means the same without quotes: `hnsw`, `16`.
pub fn word(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        name(word)
    }
}

/// Returns a string literal that is correct under both settings of `standard_conforming_strings`.
pub fn literal(text: &str) -> String {
    let text = text.replace('\'', "''");
    if text.contains('\\') {
        format!("E'{}'", text.replace('\\', "\\\\"))
    } else {
        format!("'{text}'")
    }
}

/// Returns the text of a comment: a literal, or `null` to remove it.
pub fn comment(text: Option<&str>) -> String {
    text.map_or_else(|| String::from("null"), literal)
}

/// Returns a storage parameter. A value that is neither a number nor a word becomes a literal.
pub(crate) fn parameter(key: &str, value: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let key = parameter_name(key);
    if !value.is_empty() && value.chars().all(is_plain) {
        format!("{key} = {value}")
    } else {
        format!("{key} = {}", literal(value))
    }
}

/// Returns the name of a storage parameter, which can have a prefix: `toast.autovacuum_enabled`.
pub(crate) fn parameter_name(key: &str) -> String {
    let words: Vec<String> = key.split('.').map(word).collect();
    words.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted_and_quotes_in_them_doubled() {
        assert_eq!(name("order"), r#""order""#);
        assert_eq!(name(r#"a"b"#), r#""a""b""#);
        assert_eq!(names(&["a", "b"]), r#""a", "b""#);
        assert_eq!(qualified(Some("clinic"), "t"), r#""clinic"."t""#);
    }

    #[test]
    fn quotes_and_backslashes_in_a_literal_are_escaped() {
        assert_eq!(literal("it's"), "'it''s'");
        assert_eq!(literal(r"C:\it's"), r"E'C:\\it''s'");
    }

    #[test]
    fn only_plain_words_have_no_quotes() {
        assert_eq!(word("hnsw"), "hnsw");
        assert_eq!(word("My method"), "\"My method\"");
    }
}
