//! The form of texts that the server prints.

/// Removes the parentheses around a whole expression.
pub(super) fn bare(expression: String) -> String {
    let inner = expression
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .filter(|inner| is_balanced(inner));
    match inner {
        Some(inner) => inner.to_owned(),
        None => expression,
    }
}

/// True if every parenthesis that closes was opened in the text.
fn is_balanced(text: &str) -> bool {
    let mut depth = 0_usize;
    for c in outside_quotes(text).flatten() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return false,
            ')' => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

/// Writes keywords in lower case. Outside of quotes the text must contain keywords and numbers only.
pub(super) fn lower(text: &str) -> String {
    text.chars()
        .zip(outside_quotes(text))
        .map(|(c, outside)| outside.map_or(c, |c| c.to_ascii_lowercase()))
        .collect()
}

/// Returns `None` for the characters in quotes. The server doubles quotes and backslashes in them.
fn outside_quotes(text: &str) -> impl Iterator<Item = Option<char>> {
    let mut quote = None;
    text.chars().map(move |c| match quote {
        Some(open) => {
            if c == open {
                quote = None;
            }
            None
        }
        None if c == '\'' || c == '"' => {
            quote = Some(c);
            None
        }
        None => Some(c),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_parentheses_around_all_are_removed() {
        let bare = |text: &str| bare(text.to_owned());
        assert_eq!(bare("(a > 0)"), "a > 0");
        assert_eq!(bare("((a > 0) AND (b > 0))"), "(a > 0) AND (b > 0)");
        assert_eq!(bare("(a > 0) AND (b > 0)"), "(a > 0) AND (b > 0)");
        assert_eq!(bare("lower(a)"), "lower(a)");
        assert_eq!(bare("(a <> ')('::text)"), "a <> ')('::text");
        assert_eq!(
            bare("(a <> E'it''s (\\\\'::text)"),
            "a <> E'it''s (\\\\'::text"
        );
    }

    #[test]
    fn values_keep_their_case() {
        assert_eq!(
            lower("FOR VALUES IN ('It''s A', NULL)"),
            "for values in ('It''s A', null)"
        );
    }
}
