//! `select distinct` with `order by`: the orderings must be selected.
//!
//! The types of a query do not tell whether a list contains an expression, so its text is searched, as the server does.

use super::ORDER_BY;

const DIRECTIONS: [&str; 3] = [" nulls first", " nulls last", " desc"];

/// Returns an expression by which a `select distinct` in the statement is ordered without selecting it.
pub fn unselected_ordering(sql: &str) -> Option<&str> {
    let mut rest = sql;
    while let Some((_, query)) = rest.split_once("select distinct ") {
        let (selected, tail) = until(query, &[" from "]);
        let (_, ordered) = until(tail, &[ORDER_BY]);
        if let Some(ordered) = ordered.strip_prefix(ORDER_BY) {
            let (ordered, _) = until(ordered, &[" limit ", " offset "]);
            let selected = items(selected);
            let missing = items(ordered).into_iter().map(expression);
            let missing = missing.into_iter().find(|it| !selected.contains(it));
            if missing.is_some() {
                return missing;
            }
        }
        rest = query;
    }
    None
}

/// The expression of an ordering.
fn expression(mut ordering: &str) -> &str {
    for direction in DIRECTIONS {
        ordering = ordering.strip_suffix(direction).unwrap_or(ordering);
    }
    ordering
}

/// Splits a text before the first of the `stops` that is outside of quotes and parentheses, or at the parenthesis that
/// ends the query.
fn until<'a>(sql: &'a str, stops: &[&str]) -> (&'a str, &'a str) {
    let mut quote = None;
    let mut depth = 0_usize;
    for (i, byte) in sql.bytes().enumerate() {
        match (quote, byte) {
            (Some(end), _) => {
                if byte == end {
                    quote = None;
                }
            }
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'(' | b'[') => depth += 1,
            (None, b')' | b']') if depth == 0 => return sql.split_at(i),
            (None, b')' | b']') => depth -= 1,
            (None, _) if depth == 0 && stops.iter().any(|stop| starts_with(sql, i, stop)) => {
                return sql.split_at(i);
            }
            (None, _) => {}
        }
    }
    (sql, "")
}

fn starts_with(sql: &str, at: usize, text: &str) -> bool {
    sql.as_bytes()[at..].starts_with(text.as_bytes())
}

/// The items of a list.
fn items(list: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let mut rest = list;
    loop {
        let (item, tail) = until(rest, &[", "]);
        items.push(item);
        match tail.strip_prefix(", ") {
            Some(tail) => rest = tail,
            None => return items,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::unselected_ordering;

    #[test]
    fn a_selected_expression_may_order() {
        for sql in [
            r#"select distinct "a"."x", f("a"."y", $1) from "a" order by f("a"."y", $1) desc nulls last limit $2"#,
            r#"select distinct "a, b"."x" from "a, b" order by "a, b"."x""#,
            r#"select "a"."x" from (select distinct "b"."x" from "b") as "a" ("x") order by "a"."y""#,
            r#"select "a"."x" from "a" order by "a"."y""#,
        ] {
            assert_eq!(unselected_ordering(sql), None, "{sql}");
        }
    }

    #[test]
    fn an_expression_that_is_not_selected_may_not() {
        for (sql, missing) in [
            (
                r#"select distinct "a"."x" from "a" where "a"."y" in (select 1 from "b" order by "b"."z") order by "a"."x", "a"."y" desc"#,
                r#""a"."y""#,
            ),
            (
                r#"select count(*) from (select distinct "a"."x" from "a" order by "a"."y" limit $1) as "rows""#,
                r#""a"."y""#,
            ),
            (
                r#"select distinct "a"."x" + $1 from "a" order by "a"."x" + $2"#,
                r#""a"."x" + $2"#,
            ),
        ] {
            assert_eq!(unselected_ordering(sql), Some(missing), "{sql}");
        }
    }
}
