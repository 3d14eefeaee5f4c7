//! The form of texts that the server prints.

/// Removes the parentheses around a whole expression, and writes its arrays in one way.
pub(super) fn bare(expression: String) -> String {
    let expression = arrays(expression);
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

/// Writes the cast of an array as casts of its elements: `(ARRAY['a'::x])::text[]` as `ARRAY[('a'::x)::text]`.
///
/// The server prints the second form once it has read the first one.
pub(super) fn arrays(text: String) -> String {
    const START: &str = "(ARRAY[";
    if !text.contains(START) {
        return text;
    }
    let mut result = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find(START) {
        let (before, after) = rest.split_at(at);
        result.push_str(before);
        let is_outside = outside_quotes(&format!("{result}("))
            .last()
            .flatten()
            .is_some();
        let array = is_outside
            .then(|| cast_of_array(&after[START.len()..]))
            .flatten();
        if let Some((array, left)) = array {
            result.push_str(&array);
            rest = left;
        } else {
            result.push_str(START);
            rest = &after[START.len()..];
        }
    }
    result.push_str(rest);
    result
}

/// Reads the elements and the type of a cast, and returns the array and the text after it.
fn cast_of_array(text: &str) -> Option<(String, &str)> {
    let mut elements = vec![String::new()];
    let mut depth = 0_usize;
    let mut end = None;
    let places = text.char_indices().zip(outside_quotes(text));
    for ((at, c), outside) in places {
        match outside {
            Some('(' | '[') => depth += 1,
            Some(']') if depth == 0 => {
                end = Some(at);
                break;
            }
            Some(')' | ']') => depth = depth.checked_sub(1)?,
            Some(',') if depth == 0 => {
                elements.push(String::new());
                continue;
            }
            _ => {}
        }
        elements.last_mut()?.push(c);
    }
    let after = text[end?..].strip_prefix("])::")?;
    let (data_type, left) = after.split_once("[]")?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '.' | '"');
    if !data_type.chars().all(is_name) || left.starts_with('[') {
        return None;
    }
    let elements: Vec<String> = elements
        .iter()
        .map(|one| format!("({})::{data_type}", one.trim()))
        .collect();
    Some((format!("ARRAY[{}]", elements.join(", ")), left))
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
    fn casts_of_arrays_are_casts_of_elements() {
        let arrays = |text: &str| arrays(text.to_owned());
        assert_eq!(
            arrays("a = ANY ((ARRAY['x, ]'::character varying, f(1, 2)])::text[])"),
            "a = ANY (ARRAY[('x, ]'::character varying)::text, (f(1, 2))::text])"
        );
        for same in [
            "a = '(ARRAY[1])::text[]'::text",
            "(ARRAY[1, 2])[1]",
            "f(ARRAY[1])",
            "(ARRAY[1",
        ] {
            assert_eq!(arrays(same), same);
        }
    }

    #[test]
    fn values_keep_their_case() {
        assert_eq!(
            lower("FOR VALUES IN ('It''s A', NULL)"),
            "for values in ('It''s A', null)"
        );
    }
}
