//! Finds the column that a parameter is for. The server names only the parameter of a value that it rejects.

use std::iter;

/// Returns the number of the parameter in a server's context, such as `unnamed portal parameter $2`. The server's language
/// decides about the words. The outermost context is the last line.
pub(super) fn number(context: &str) -> Option<usize> {
    let (_, after) = context.lines().last()?.split_once('$')?;
    let end = after
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(after.len());
    after[..end].parse().ok()
}

/// Returns the column of `table` that a parameter of a statement is for: it is compared with it, set to it, or inserted
/// into it.
pub(super) fn column<'a>(sql: &'a str, table: &str, parameter: usize) -> Option<&'a str> {
    let lexemes: Vec<Lexeme<'_>> = lexemes(sql).collect();
    let at = lexemes
        .iter()
        .position(|lexeme| *lexeme == Lexeme::Parameter(parameter))?;
    let before = &lexemes[..at];
    compared(before, table).or_else(|| inserted(&lexemes, before))
}

/// Returns the columns that a statement writes: those of an insert, and those that it sets. Other comparisons by `=`
/// qualify the column.
pub(super) fn written(sql: &str) -> Vec<&str> {
    let lexemes: Vec<Lexeme<'_>> = lexemes(sql).collect();
    let mut columns = match lexemes.first() {
        Some(Lexeme::Word("insert")) => names(&lexemes),
        _ => Vec::new(),
    };
    columns.extend(lexemes.windows(3).filter_map(|window| match window {
        [before, Lexeme::Name(name), Lexeme::Symbol('=')] if *before != Lexeme::Symbol('.') => {
            Some(*name)
        }
        _ => None,
    }));
    columns
}

/// `"mood" = $1`, `"notes"."mood" <> all($1)`
fn compared<'a>(before: &[Lexeme<'a>], table: &str) -> Option<&'a str> {
    let before = match before {
        [rest @ .., Lexeme::Word("any" | "all"), Lexeme::Symbol('(')] => rest,
        _ => before,
    };
    let operator = before
        .iter()
        .rev()
        .take_while(|lexeme| matches!(lexeme, Lexeme::Symbol('=' | '<' | '>')))
        .count();
    match &before[..before.len() - operator] {
        _ if operator == 0 => None,
        [
            ..,
            Lexeme::Name(of),
            Lexeme::Symbol('.'),
            Lexeme::Name(name),
        ] => (*of == table).then_some(name),
        [.., Lexeme::Name(name)] => Some(name),
        _ => None,
    }
}

/// `insert into "notes" ("id", "mood") values ($1, $2)`, or many rows:
/// `insert into "notes" ("id", "mood") select "id", $1 from unnest($2) as "rows" ("id")`
fn inserted<'a>(lexemes: &[Lexeme<'a>], before: &[Lexeme<'a>]) -> Option<&'a str> {
    if lexemes.first() != Some(&Lexeme::Word("insert")) {
        return None;
    }
    let (mut depth, mut index) = (0_usize, 0);
    let start = before.iter().rposition(|lexeme| {
        match lexeme {
            Lexeme::Symbol('(') | Lexeme::Word("select") if depth == 0 => return true,
            Lexeme::Symbol(')') => depth += 1,
            Lexeme::Symbol('(') => depth -= 1,
            Lexeme::Symbol(',') if depth == 0 => index += 1,
            _ => {}
        }
        false
    })?;
    let columns = match &before[..=start] {
        [.., Lexeme::Word("values"), Lexeme::Symbol('(')] | [.., Lexeme::Word("select")] => {
            names(lexemes)
        }
        [.., Lexeme::Word("unnest"), Lexeme::Symbol('(')] => {
            let end = lexemes
                .iter()
                .skip(start)
                .position(|lexeme| *lexeme == Lexeme::Symbol(')'))?;
            names(&lexemes[start + end..])
        }
        _ => return None,
    };
    columns.get(index).copied()
}

/// Returns the names in the first parentheses.
fn names<'a>(lexemes: &[Lexeme<'a>]) -> Vec<&'a str> {
    lexemes
        .iter()
        .skip_while(|lexeme| **lexeme != Lexeme::Symbol('('))
        .take_while(|lexeme| **lexeme != Lexeme::Symbol(')'))
        .filter_map(|lexeme| match lexeme {
            Lexeme::Name(name) => Some(*name),
            _ => None,
        })
        .collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lexeme<'a> {
    /// A name in quotes.
    Name(&'a str),
    /// A keyword, a number or a name without quotes.
    Word(&'a str),
    Parameter(usize),
    /// Any other character. A literal is one quote.
    Symbol(char),
}

fn lexemes(mut rest: &str) -> impl Iterator<Item = Lexeme<'_>> {
    iter::from_fn(move || {
        rest = rest.trim_start();
        let first = rest.chars().next()?;
        let (_, after) = rest.split_at(first.len_utf8());
        let lexeme = match first {
            '"' | '\'' => {
                let (inner, end) = after.split_once(first).unwrap_or((after, ""));
                rest = end;
                return Some(if first == '"' {
                    Lexeme::Name(inner)
                } else {
                    Lexeme::Symbol('\'')
                });
            }
            '$' => word(after).parse().map(Lexeme::Parameter).ok(),
            _ => None,
        };
        if let Some(parameter) = lexeme {
            rest = &after[word(after).len()..];
            return Some(parameter);
        }
        let word = word(rest);
        if word.is_empty() {
            rest = after;
            Some(Lexeme::Symbol(first))
        } else {
            rest = &rest[word.len()..];
            Some(Lexeme::Word(word))
        }
    })
}

/// Returns the letters, digits and underscores at the start.
fn word(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_number_in_the_outermost_context() {
        assert_eq!(number("unnamed portal parameter $2"), Some(2));
        assert_eq!(
            number("JSON data, line 1: \"$1\nunnamed portal parameter $12 = '…'"),
            Some(12)
        );
        assert_eq!(number("PL/pgSQL function f() line 3 at RAISE"), None);
    }

    #[test]
    fn lists_the_written_columns() {
        for (sql, expected) in [
            (
                r#"insert into "t" ("a", "b") values ($1, $2) on conflict ("a") do update set "c" = $3 where "t"."d" = $4"#,
                &["a", "b", "c"][..],
            ),
            (
                r#"update "t" set "a" = $1, "b" = "t"."b" || $2 where "t"."c" = $3"#,
                &["a", "b"],
            ),
            (r#"delete from "t" where "t"."a" = $1"#, &[]),
        ] {
            assert_eq!(written(sql), expected, "{sql}");
        }
    }

    #[test]
    fn finds_the_column_of_a_parameter() {
        let columns = |sql: &'static str| -> Vec<Option<&'static str>> {
            (1..=4).map(|number| column(sql, "t", number)).collect()
        };
        for (sql, expected) in [
            (
                r#"insert into "t" ("a", "b") values ($1, $2) on conflict ("a") do update set "c" = $3"#,
                [Some("a"), Some("b"), Some("c"), None],
            ),
            (
                r#"insert into "s"."t" ("a", "b", "c") values ($1, lower($2), $3::integer)"#,
                [Some("a"), None, Some("c"), None],
            ),
            (
                r#"insert into "t" ("a", "b", "c") select "a", "b"::text[], $1 from unnest($2, $3) as "rows" ("a", "b")"#,
                [Some("c"), Some("a"), Some("b"), None],
            ),
            (
                r#"update "t" set "a" = $1, "b" = "b" + $2 where "t"."c" <> all($3) and "other"."d" = $4"#,
                [Some("a"), None, Some("c"), None],
            ),
            (
                r#"delete from "t" where "t"."a" >= $1 and "t"."b" = '$2 "x" = ' || $2"#,
                [Some("a"), None, None, None],
            ),
            (
                r#"select "t"."a" from "t" where f($1, $2) and ($3) and $$4"#,
                [None, None, None, None],
            ),
        ] {
            assert_eq!(columns(sql), expected, "{sql}");
        }
    }
}
