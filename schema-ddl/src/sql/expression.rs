//! The names in an expression.

use std::collections::HashMap;

use super::keyword::is_keyword;
use super::lexer::{self, Token, TokenKind};
use super::quote;

/// A mention of something in an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mention {
    /// A name that can be a column.
    Column(String),
    /// The name of a function.
    Function(String),
    /// The name of a type.
    Type(String),
    /// A string, which can contain the name of a sequence.
    Text(String),
}

/// Returns what an expression mentions, without the Postgres schemas of names.
///
/// ```
/// use schema_ddl::sql::expression::{Mention, mentions};
///
/// assert_eq!(
///     mentions("lower(email) <> 'a'::label"),
///     [
///         Mention::Function("lower".into()),
///         Mention::Column("email".into()),
///         Mention::Text("a".into()),
///         Mention::Type("label".into()),
///     ]
/// );
/// ```
pub fn mentions(expression: &str) -> Vec<Mention> {
    let words = Words(lexer::code(expression));
    let mentions = (0..words.0.len()).filter_map(|at| {
        let token = &words.0[at];
        if let Some(text) = token.string() {
            return Some(Mention::Text(text));
        }
        let name = token.name()?;
        match words.role(at, None) {
            Role::Column => Some(Mention::Column(name)),
            Role::Function => Some(Mention::Function(name)),
            Role::Type => Some(Mention::Type(name)),
            Role::Other => None,
        }
    });
    mentions.collect()
}

/// True if one of these words occurs, outside of strings and quotes.
pub(crate) fn has_word(expression: &str, words: &[&str]) -> bool {
    let tokens = lexer::code(expression);
    let mut tokens = tokens.iter();
    tokens.any(|token| words.iter().any(|word| token.is(word)))
}

/// Replaces the names of columns of a table by new ones.
///
/// ```
/// use schema_ddl::sql::expression::rename_columns;
///
/// let names = [("mail".to_owned(), "Email".to_owned())].into();
/// assert_eq!(
///     rename_columns("lower(\"mail\") <> 'mail' and mail ~ '@'", "users", &names),
///     "lower(\"Email\") <> 'mail' and \"Email\" ~ '@'"
/// );
/// ```
pub fn rename_columns<S: std::hash::BuildHasher>(
    expression: &str,
    table: &str,
    names: &HashMap<String, String, S>,
) -> String {
    rename(expression, |words, at, name| {
        let new = names.get(name)?;
        (words.role(at, Some(table)) == Role::Column).then_some(new)
    })
}

/// Replaces the name of a table before the names of its columns.
///
/// ```
/// use schema_ddl::sql::expression::rename_table;
///
/// assert_eq!(rename_table("users.id > users", "users", "people"), "people.id > users");
/// ```
pub fn rename_table(expression: &str, from: &str, to: &str) -> String {
    rename(expression, |words, at, name| {
        let is_before_dot = words.get(at + 1).is_some_and(|next| next.is_symbol("."));
        (name == from && is_before_dot).then_some(to)
    })
}

/// Replaces the name of the table that a trigger is on.
pub(crate) fn rename_relation(definition: &str, from: &str, to: &str) -> String {
    rename(definition, |words, at, name| {
        let before = |distance: usize| at.checked_sub(distance).and_then(|at| words.get(at));
        let place = match before(1) {
            Some(dot) if dot.is_symbol(".") => before(3),
            word => word,
        };
        (name == from && place.is_some_and(|on| on.is("on"))).then_some(to)
    })
}

/// Replaces the names for which `new` returns another one.
fn rename<N: AsRef<str>>(
    expression: &str,
    new: impl Fn(&Words<'_>, usize, &str) -> Option<N>,
) -> String {
    let words = Words(lexer::code(expression));
    let mut renamed = String::with_capacity(expression.len());
    let mut end = 0;
    for (at, token) in words.0.iter().enumerate() {
        let new = token.name().and_then(|name| new(&words, at, &name));
        if let Some(new) = new {
            let to_sql = if token.kind == TokenKind::Quoted {
                quote::name
            } else {
                bare
            };
            renamed.push_str(&expression[end..token.start]);
            renamed.push_str(&to_sql(new.as_ref()));
            end = token.end();
        }
    }
    renamed.push_str(&expression[end..]);
    renamed
}

/// Writes a name as the server does: without quotes if it means the same without them.
pub(super) fn bare(name: &str) -> String {
    let starts_with_digit = name.starts_with(|c: char| c.is_ascii_digit());
    if starts_with_digit || is_keyword(name) {
        quote::name(name)
    } else {
        quote::word(name)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Column,
    Function,
    Type,
    Other,
}

/// The tokens of an expression, without spaces and comments.
struct Words<'a>(Vec<Token<'a>>);

impl<'a> Words<'a> {
    fn get(&self, at: usize) -> Option<&Token<'a>> {
        self.0.get(at)
    }

    /// Returns the meaning of a name. If the table is unknown, a name after a dot is not a column.
    fn role(&self, at: usize, table: Option<&str>) -> Role {
        let next = self.get(at + 1);
        if next.is_some_and(|next| next.is_symbol(".")) {
            return Role::Other;
        }
        if next.is_some_and(|next| next.is_symbol("(")) {
            return Role::Function;
        }
        // `date '2025-01-01'`, `extract(year from …)`.
        if self
            .get(at)
            .is_some_and(|word| word.kind == TokenKind::Word)
            && next.is_some_and(|next| next.kind == TokenKind::String || next.is("from"))
        {
            return Role::Type;
        }
        match at.checked_sub(1).and_then(|before| self.get(before)) {
            Some(dot) if dot.is_symbol(".") => self.after_dot(at, table),
            Some(cast) if cast.is_symbol("::") || cast.is("as") => Role::Type,
            Some(collate) if collate.is("collate") => Role::Other,
            _ => Role::Column,
        }
    }

    /// Returns the meaning of `b` in `a.b`, `a.b.c` and `(a).b`.
    fn after_dot(&self, at: usize, table: Option<&str>) -> Role {
        let mut first = at;
        while let (Some(dot), Some(before)) = (first.checked_sub(1), first.checked_sub(2))
            && self.get(dot).is_some_and(|dot| dot.is_symbol("."))
            && self.get(before).is_some_and(|name| name.name().is_some())
        {
            first = before;
        }
        let before = first.checked_sub(1).and_then(|before| self.get(before));
        if before.is_some_and(|before| before.is_symbol("::") || before.is("as")) {
            return Role::Type;
        }
        let qualifier = at.checked_sub(2).and_then(|at| self.get(at)?.name());
        match (qualifier, table) {
            (Some(qualifier), Some(table)) if qualifier == table => Role::Column,
            (Some(_), None) => Role::Column,
            _ => Role::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renamed(expression: &str) -> String {
        let names = [("a".to_owned(), "order".to_owned())].into();
        rename_columns(expression, "t", &names)
    }

    #[test]
    fn a_column_keeps_its_quotes_and_gets_them_if_it_needs_them() {
        assert_eq!(renamed(r#"a + "a" + A"#), r#""order" + "order" + "order""#);
        let names = [("a", "b"), ("b", "C"), ("C", "a")];
        let names = names.map(|(old, new)| (old.to_owned(), new.to_owned()));
        assert_eq!(
            rename_columns("a > b and \"C\" > c", "t", &names.into()),
            "b > \"C\" and \"a\" > c"
        );
    }

    #[test]
    fn other_names_stay() {
        for same in [
            "a('x') > 0",
            "b::a = c",
            "'a' || $$a$$ || E'\\'a'",
            "b.a = 1",
            "(b).a = 1",
            "b collate a > c",
            "b /* a /* a */ a */ > 0 -- a",
            "extract(a from b) > 0",
            "cast(b as a) > a.b",
            "aa > ba",
        ] {
            assert_eq!(renamed(same), same);
        }
        assert_eq!(
            renamed("t.a = 1 and (a).b"),
            "t.\"order\" = 1 and (\"order\").b"
        );
    }

    #[test]
    fn names_of_types_and_functions_have_no_schema() {
        assert_eq!(
            mentions("x.f(b) = 'v'::x.\"T\""),
            [
                Mention::Function("f".into()),
                Mention::Column("b".into()),
                Mention::Text("v".into()),
                Mention::Type("T".into()),
            ]
        );
    }

    #[test]
    fn an_open_string_or_comment_ends_with_the_text() {
        for same in ["b 'a", "b \"a", "b /* a", "b $$a", "b -- a", "é\u{301} 'é"] {
            assert_eq!(renamed(same), same);
        }
    }
}
