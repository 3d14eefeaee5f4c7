//! Takes the expressions of an example apart.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::lexer::{closing, next, replace_word, split, split_at};
use crate::source::Example;

/// An expression, and its text.
pub(crate) struct Pair {
    pub(crate) rust: String,
    pub(crate) sql: String,
}

/// The selected expressions and the conditions of an example.
pub(crate) fn pairs(example: &Example) -> Vec<Pair> {
    let text = example.text();
    let mut pairs = Vec::new();
    if let (Some(columns), Some(selected)) = (columns(&example.rust), selected(&text)) {
        let selected = split(selected, ',');
        if columns.len() == selected.len() {
            pairs.extend(
                columns
                    .iter()
                    .zip(&selected)
                    .map(|(rust, sql)| pair(rust, sql)),
            );
        }
    }
    if let (Some(rust), Some(sql)) = (condition(&example.rust), filtered(&text)) {
        let (rust_parts, sql_parts) = (operands(rust), split_at(sql, " or "));
        if rust_parts.len() == sql_parts.len() {
            pairs.extend(
                rust_parts
                    .iter()
                    .zip(&sql_parts)
                    .map(|(rust, sql)| pair(rust, sql)),
            );
        } else {
            pairs.push(pair(rust, sql));
        }
    }
    for pair in &mut pairs {
        for variable in example.variables.iter().rev() {
            inline(&mut pair.rust, variable);
        }
    }
    pairs.retain(|pair| !is_name(pair));
    pairs
}

/// The statement of an example on one line, after the variables that are too long to be replaced by their values.
pub(crate) fn on_one_line(example: &Example) -> String {
    let mut lines = vec![pair(&example.rust, "").rust];
    for variable in example.variables.iter().rev() {
        let before = lines.clone();
        for line in &mut lines {
            inline(line, variable);
        }
        if lines == before {
            lines.insert(0, pair(variable, "").rust);
        }
    }
    lines.join(" ").replace(", }", " }")
}

/// Whether the pair is only a column or a variable, which shows nothing.
fn is_name(pair: &Pair) -> bool {
    let is_column = pair.sql.starts_with('"') && !pair.sql.contains([' ', '[', ':']);
    let is_variable = pair.rust.chars().all(|c| c.is_alphanumeric() || c == '_');
    is_column || is_variable
}

/// Replaces variables by their values, if those are short.
fn inline(rust: &mut String, variable: &str) {
    const LONGEST: usize = 70;
    let (names, value) = variable.split_once(" = ").unwrap_or_default();
    let names = names.trim_start_matches("let ");
    // The value alone may not have the type.
    if names.contains(": ") {
        return;
    }
    let value = pair(value.trim_end_matches(';'), "").rust;
    let [names, values] = [names, &value].map(|list| {
        let is_tuple = names.starts_with(['(', '[']) && list.ends_with([')', ']']);
        let inner = list.get(1..list.len().saturating_sub(1));
        inner
            .filter(|_| is_tuple)
            .map_or(vec![list], |list| split(list, ','))
    });
    for (name, value) in names.iter().zip(values) {
        let (name, value) = (name.trim(), value.trim());
        if value.len() > LONGEST {
            continue;
        }
        if let Some(result) = value.strip_prefix("|| ") {
            *rust = rust.replace(&format!("{name}()"), result);
        } else if !value.starts_with('|') {
            *rust = replace_word(rust, name, value);
        }
    }
}

fn pair(rust: &str, sql: &str) -> Pair {
    let words: Vec<&str> = rust.split_whitespace().collect();
    let rust = words.join(" ").replace(" .", ".").replace("( ", "(");
    Pair {
        rust: rust.replace(", )", ")").replace(" )", ")"),
        sql: renumbered(sql.trim()),
    }
}

/// The parameters numbered from 1.
fn renumbered(sql: &str) -> String {
    let mut numbers: Vec<&str> = Vec::new();
    let mut parts = sql.split('$');
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        let end = part
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(part.len());
        let number = &part[..end];
        if !numbers.contains(&number) {
            numbers.push(number);
        }
        let position = numbers
            .iter()
            .position(|other| *other == number)
            .unwrap_or(0);
        _ = write!(text, "${}{}", position + 1, &part[end..]);
    }
    text
}

/// The arguments of the last `columns`, or of `typed!`.
fn columns(rust: &str) -> Option<Vec<&str>> {
    if let Some(open) = rust.find("typed!(").map(|at| at + "typed!".len()) {
        let inner = &rust[open + 1..closing(rust, open)];
        return Some(split(inner.split_once("):")?.1, ','));
    }
    let argument = argument(rust, ".columns(")?;
    if argument.starts_with('(') && closing(argument, 0) == argument.len() - 1 {
        return Some(split(&argument[1..argument.len() - 1], ','));
    }
    Some(vec![argument])
}

fn condition(rust: &str) -> Option<&str> {
    (rust.matches(".filter(").count() == 1)
        .then(|| argument(rust, ".filter("))
        .flatten()
}

fn argument<'a>(rust: &'a str, method: &str) -> Option<&'a str> {
    let mut found = None;
    let mut at = 0;
    while at < rust.len() {
        if rust[at..].starts_with(method) {
            let open = at + method.len() - 1;
            let end = closing(rust, open);
            found = Some(rust[open + 1..end].trim().trim_end_matches(',').trim_end());
            at = end;
        }
        at = next(rust, at);
    }
    found
}

/// `a.or(b).or(c)` in parts.
fn operands(rust: &str) -> Vec<&str> {
    let mut operands = Vec::new();
    let mut rest = rust;
    while let [first, ..] = split_at(rest, ".or(")[..] {
        if first.len() == rest.len() {
            break;
        }
        let is_first = operands.is_empty();
        let open = first.len() + ".or".len();
        let end = closing(rest, open);
        if is_first {
            operands.push(first);
        }
        operands.push(&rest[open + 1..end]);
        rest = &rest[end + 1..];
    }
    if operands.is_empty() || !rest.is_empty() {
        return vec![rust];
    }
    operands
}

fn selected(text: &str) -> Option<&str> {
    let list = text.strip_prefix("select ")?;
    let mut end = 0;
    for part in split_at(list, " from ") {
        end += part.len();
        if !part.ends_with("distinct") {
            break;
        }
        end += " from ".len();
    }
    Some(&list[..end])
}

fn filtered(text: &str) -> Option<&str> {
    let [_, filter] = split_at(text, " where ")[..] else {
        return None;
    };
    [" order by ", " group by ", " limit ", " returning "]
        .iter()
        .try_fold(filter, |filter, clause| {
            split_at(filter, clause).first().copied()
        })
}

/// What the pair shows: the words and operators of its text, and the functions of its code.
pub(crate) fn features(pair: &Pair) -> BTreeSet<String> {
    const HELPERS: [&str; 16] = [
        "value",
        "vec",
        "from",
        "new",
        "unwrap",
        "parse",
        "into",
        "d",
        "bytes",
        "columns",
        "select",
        "filter",
        "path",
        "from_seconds",
        "json",
        "i",
    ];
    let mut features = BTreeSet::new();
    let (mut bare, mut at) = (String::new(), 0);
    while at < pair.sql.len() {
        let end = next(&pair.sql, at);
        let is_quoted = pair.sql[at..].starts_with(['"', '\'']);
        bare.push_str(if is_quoted { "" } else { &pair.sql[at..end] });
        at = end;
    }
    for word in bare.split([' ', '(', ')', ',', '[', ']', '.']) {
        let word = word.split("::").next().unwrap_or_default();
        let is_value = word.starts_with('$') || word.parse::<f64>().is_ok();
        if !word.is_empty() && !is_value {
            features.insert(word.to_owned());
        }
    }
    let is_cast = pair.rust.contains(".cast::<");
    if is_cast || pair.rust.starts_with("value(") && !pair.sql.contains(' ') {
        features.insert(pair.sql.rsplit("::").next().unwrap_or_default().to_owned());
    }
    for part in pair.rust.split('(') {
        let name = part
            .rsplit(|c: char| !c.is_alphanumeric() && c != '_')
            .next();
        if let Some(name) = name.filter(|name| !name.is_empty() && !HELPERS.contains(name)) {
            features.insert(format!("{name}("));
        }
    }
    features
}
