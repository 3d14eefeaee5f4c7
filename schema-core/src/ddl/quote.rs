//! Names and literals as SQL spells them.

use std::fmt;

use crate::table::TableName;

/// A name in double quotes: `"order"`.
pub(super) fn name(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Names in double quotes, with commas between them.
pub(super) fn names<N: AsRef<str>>(names: &[N]) -> String {
    let names: Vec<String> = names.iter().map(|one| name(one.as_ref())).collect();
    names.join(", ")
}

/// A name in its Postgres schema: `"clinic"."patients"`.
pub(super) fn qualified(schema: Option<&str>, table: &str) -> String {
    match schema {
        Some(schema) => format!("{}.{}", name(schema), name(table)),
        None => name(table),
    }
}

/// A name or value that is left as it is where that reads the same: `hnsw`, `16`.
pub(super) fn word(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        name(word)
    }
}

/// A string literal, right under both settings of `standard_conforming_strings`.
pub(super) fn literal(text: &str) -> String {
    let text = text.replace('\'', "''");
    if text.contains('\\') {
        format!("E'{}'", text.replace('\\', "\\\\"))
    } else {
        format!("'{text}'")
    }
}

/// A block of PL/pgSQL that runs a statement, unless the query `found` finds what it makes.
///
/// It looks before, and does not catch the error afterwards, since the embedded Postgres cannot catch errors.
pub(super) fn unless_exists(found: &str, statement: &str) -> String {
    let mut tag = String::from("$$");
    for number in 1.. {
        if !statement.contains(&tag) && !found.contains(&tag) {
            break;
        }
        tag = format!("$do{number}$");
    }
    let statement = statement.replace('\n', "\n        ");
    format!(
        "do {tag}\nbegin\n    if not exists ({found}) then\n        {statement};\n    end if;\nend\n{tag}"
    )
}

/// The name as SQL spells it: `"clinic"."patients"`.
impl fmt::Display for TableName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&qualified(self.schema, self.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted_and_their_quotes_doubled() {
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
    fn only_plain_words_stay_without_quotes() {
        assert_eq!(word("hnsw"), "hnsw");
        assert_eq!(word("My method"), "\"My method\"");
    }

    #[test]
    fn a_block_closes_with_a_tag_that_its_statement_does_not_have() {
        assert_eq!(
            unless_exists("select 1", "create type x as enum ('$$')"),
            "do $do1$\nbegin\n    if not exists (select 1) then\n        create type x as enum ('$$');\n    \
             end if;\nend\n$do1$"
        );
    }
}
