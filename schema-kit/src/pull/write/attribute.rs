//! Attributes.

/// The length of a line.
const WIDTH: usize = 100;

/// Appends `#[name(items)]` on one line, or an item on each line if that is too long.
pub(super) fn write(source: &mut String, indent: &str, name: &str, items: &[String]) {
    let line = format!("{indent}#[{name}({})]", items.join(", "));
    let is_short = line.chars().count() <= WIDTH && !line.contains('\n');
    if is_short || items.len() < 2 {
        source.push_str(&line);
        source.push('\n');
        return;
    }
    push(source, format!("{indent}#[{name}(\n"));
    for (at, item) in items.iter().enumerate() {
        let comma = if at + 1 < items.len() { "," } else { "" };
        push(source, format!("{indent}    {item}{comma}\n"));
    }
    push(source, format!("{indent})]\n"));
}

/// Appends a text.
pub(super) fn push(source: &mut String, text: impl AsRef<str>) {
    source.push_str(text.as_ref());
}

/// Writes a text as a literal of Rust.
pub(super) fn literal(text: &str) -> String {
    format!("{text:?}")
}

/// Writes `key = "text"`.
pub(super) fn pair(key: &str, text: &str) -> String {
    format!("{key} = {}", literal(text))
}
