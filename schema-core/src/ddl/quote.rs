//! Quoting of names and literals.

use std::fmt;

use crate::def::TableName;

/// Quotes a name: `"order"`.
pub(super) fn name(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Quotes names and separates them with commas.
pub(super) fn names<N: AsRef<str>>(names: &[N]) -> String {
    let names: Vec<String> = names.iter().map(|one| name(one.as_ref())).collect();
    names.join(", ")
}

/// Quotes a name with its Postgres schema: `"clinic"."patients"`.
pub(super) fn qualified(schema: Option<&str>, table: &str) -> String {
    match schema {
        Some(schema) => format!("{}.{}", name(schema), name(table)),
        None => name(table),
    }
}

/// Quotes a name or value, unless it means the same without quotes: `hnsw`, `16`.
pub(super) fn word(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        name(word)
    }
}

/// Returns a string literal that is correct under both settings of `standard_conforming_strings`.
pub(super) fn literal(text: &str) -> String {
    let text = text.replace('\'', "''");
    if text.contains('\\') {
        format!("E'{}'", text.replace('\\', "\\\\"))
    } else {
        format!("'{text}'")
    }
}

/// Returns a PL/pgSQL block that runs a statement unless the query `found` returns a row.
///
/// The block checks first instead of catching the error, because the embedded Postgres cannot catch errors.
pub(super) fn unless_exists(found: &str, statement: &str) -> String {
    let mut tag = String::from("$$");
    for number in 1.. {
        if !statement.contains(&tag) && !found.contains(&tag) {
            break;
        }
        tag = format!("$do{number}$");
    }
    // The spaces would be part of a literal.
    let mut literals = statement.split('\'').skip(1).step_by(2);
    let indented = if literals.any(|literal| literal.contains('\n')) {
        "\n"
    } else {
        "\n        "
    };
    let statement = statement.replace('\n', indented);
    format!(
        "do {tag}\nbegin\n    if not exists ({found}) then\n        {statement};\n    end if;\nend\n{tag}"
    )
}

/// Writes the quoted name: `"clinic"."patients"`.
impl fmt::Display for TableName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&qualified(self.schema, self.name))
    }
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

    #[test]
    fn a_block_has_a_tag_that_its_statement_does_not_contain() {
        assert_eq!(
            unless_exists("select 1", "create type x as enum ('$$')"),
            "do $do1$\nbegin\n    if not exists (select 1) then\n        create type x as enum ('$$');\n    \
             end if;\nend\n$do1$"
        );
    }

    #[test]
    fn a_block_does_not_change_a_literal() {
        let block = unless_exists("select 1", "create view v as\nselect 'a\nb'");
        assert!(
            block.contains("create view v as\nselect 'a\nb';"),
            "{block}"
        );
    }
}
