//! Keys and bounds of partitions, as the server prints them.

use schema_ddl::model::IndexOn;

/// Returns the parts of a key such as `created_at, lower(region)`, or `None` if one has an operator class or a collation.
pub(super) fn key(text: &str) -> Option<Vec<IndexOn>> {
    split(text)?.into_iter().map(part).collect()
}

fn part(text: &str) -> Option<IndexOn> {
    if let Some(quoted) = text.strip_prefix('"') {
        let name = quoted.strip_suffix('"')?;
        return (!name.contains('"')).then(|| IndexOn::Column(name.to_owned()));
    }
    let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '$';
    if text.chars().all(is_word) {
        return Some(IndexOn::Column(text.to_owned()));
    }
    let (before, _) = text.split_once('(')?;
    let is_call = before.chars().all(|c| is_word(c) || c == '.') && text.ends_with(')');
    is_call.then(|| IndexOn::Expression(text.to_owned()))
}

/// Returns the items of `#[partition(…)]` for a bound, or `None` if it cannot be written.
pub(super) fn bound(sql: &str) -> Option<Vec<String>> {
    let sql = sql.trim();
    if sql == "default" {
        return Some(vec!["default".to_owned()]);
    }
    let values = sql.strip_prefix("for values ")?;
    if let Some(range) = values.strip_prefix("from (") {
        let (from, to) = split_range(range)?;
        return Some(vec![range_end("from", from)?, range_end("to", to)?]);
    }
    if let Some(list) = values.strip_prefix("in (") {
        let list = split(list.strip_suffix(')')?)?;
        let list: Vec<String> = list.into_iter().map(value).collect();
        return Some(vec![format!("values({})", list.join(", "))]);
    }
    let with = values.strip_prefix("with (")?.strip_suffix(')')?;
    let (modulus, remainder) = with.split_once(',')?;
    let modulus = modulus.trim().strip_prefix("modulus ")?;
    let remainder = remainder.trim().strip_prefix("remainder ")?;
    Some(vec![
        format!("modulus = {modulus}"),
        format!("remainder = {remainder}"),
    ])
}

/// Splits `1, 'a') to (2, 'b')`.
fn split_range(text: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let middle = text.char_indices().find(|(at, c)| {
        quoted ^= *c == '\'';
        !quoted && text[*at..].starts_with(") to (")
    });
    let (at, _) = middle?;
    let to = text[at..].strip_prefix(") to (")?.strip_suffix(')')?;
    Some((&text[..at], to))
}

fn range_end(key: &str, values: &str) -> Option<String> {
    let values: Vec<String> = split(values)?.into_iter().map(value).collect();
    Some(match &values[..] {
        [one] => format!("{key} = {one}"),
        several => format!("{key}({})", several.join(", ")),
    })
}

/// Writes a value as Rust.
fn value(sql: &str) -> String {
    let literal = sql
        .strip_prefix('\'')
        .and_then(|rest| rest.strip_suffix('\''));
    if let Some(text) = literal {
        return format!("{:?}", text.replace("''", "'"));
    }
    let word = sql.to_ascii_lowercase();
    let is_known = ["minvalue", "maxvalue", "null", "true", "false"].contains(&word.as_str());
    let digits = word.strip_prefix('-').unwrap_or(&word);
    let is_number =
        digits.parse::<f64>().is_ok() && digits.starts_with(|c: char| c.is_ascii_digit());
    if is_known || is_number {
        word
    } else {
        format!("sql({sql:?})")
    }
}

/// Splits at the commas outside of quotes and parentheses.
fn split(text: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    let (mut depth, mut quote, mut start) = (0_usize, None, 0);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), _) => quote = (open != c).then_some(open),
            (None, '\'' | '"') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.checked_sub(1)?,
            (None, ',') if depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            (None, _) => {}
        }
    }
    parts.push(text[start..].trim());
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_columns_and_expressions() {
        let column = |name: &str| IndexOn::Column(name.to_owned());
        let expression = |text: &str| IndexOn::Expression(text.to_owned());
        assert_eq!(key("created_at"), Some(vec![column("created_at")]));
        assert_eq!(
            key("\"Order\", id"),
            Some(vec![column("Order"), column("id")])
        );
        assert_eq!(
            key("date_trunc('day, or so'::text, at), (a + b)"),
            Some(vec![
                expression("date_trunc('day, or so'::text, at)"),
                expression("(a + b)")
            ])
        );
        assert_eq!(key("name text_pattern_ops"), None);
        assert_eq!(key("name COLLATE \"C\""), None);
    }

    #[test]
    fn a_bound_is_written_as_items() {
        let is = |sql: &str, items: &[&str]| assert_eq!(bound(sql).unwrap(), items);
        is("default", &["default"]);
        is(
            "for values from ('2026-01-01 00:00:00+00') to (MAXVALUE)",
            &[r#"from = "2026-01-01 00:00:00+00""#, "to = maxvalue"],
        );
        is(
            "for values from ('a) to (', -1) to ('it''s', 2.5)",
            &[r#"from("a) to (", -1)"#, r#"to("it's", 2.5)"#],
        );
        is(
            "for values in ('de', NULL, true)",
            &[r#"values("de", null, true)"#],
        );
        is(
            "for values with (modulus 4, remainder 3)",
            &["modulus = 4", "remainder = 3"],
        );
        is("for values in (now())", &[r#"values(sql("now()"))"#]);
        assert_eq!(bound("for values of something"), None);
    }
}
