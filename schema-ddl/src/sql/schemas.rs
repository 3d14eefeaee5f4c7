//! Names of Postgres schemas in SQL.

use std::collections::BTreeMap;

use super::expression::bare;
use super::tokens::{Token, spanned};

/// Replaces the names of Postgres schemas: words that a point follows and none precedes. Strings remain unchanged. The new
/// names are written as the server writes them, so that the result can be compared with what it prints.
pub(crate) fn rename(sql: &str, schemas: &BTreeMap<String, String>) -> String {
    let point = |token: Option<&(Token, _)>| matches!(token, Some((Token::Symbol('.'), _)));
    let tokens = spanned(sql);
    let mut text = String::with_capacity(sql.len());
    let mut end = 0;
    for (i, (token, span)) in tokens.iter().enumerate() {
        let is_first = i == 0 || !point(tokens.get(i - 1));
        if is_first
            && point(tokens.get(i + 1))
            && let Some(new) = token.word().and_then(|word| schemas.get(word))
        {
            text.push_str(&sql[end..span.start]);
            text.push_str(&bare(new));
            end = span.end;
        }
    }
    text.push_str(&sql[end..]);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_schemas_are_renamed() {
        let schemas = BTreeMap::from([("a".to_owned(), "b c".to_owned())]);
        let renamed = |sql| rename(sql, &schemas);
        assert_eq!(renamed("a.t + \"a\" . t"), "\"b c\".t + \"b c\" . t");
        assert_eq!(renamed("A.t"), "\"b c\".t");
        assert_eq!(renamed("a + t.a + x.a.y"), "a + t.a + x.a.y");
        assert_eq!(renamed("'a.t' -- a.t"), "'a.t' -- a.t");
        assert_eq!(renamed("\"A\".t"), "\"A\".t");
    }

    #[test]
    fn new_names_are_written_as_the_server_writes_them() {
        let renamed =
            |new: &str| rename("a.t", &BTreeMap::from([("a".to_owned(), new.to_owned())]));
        assert_eq!(renamed("side"), "side.t");
        assert_eq!(renamed("order"), "\"order\".t");
        assert_eq!(renamed("Side"), "\"Side\".t");
    }
}
