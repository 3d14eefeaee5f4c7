//! As much of the syntax of Rust and SQL as the page needs: brackets, quotes and comments.

/// The position after the character, quoted text or comment at `at`.
pub(crate) fn next(source: &str, at: usize) -> usize {
    let rest = &source[at..];
    if rest.starts_with("//") {
        return at + rest.find('\n').unwrap_or(rest.len());
    }
    if let Some(raw) = rest.strip_prefix("r#\"") {
        return at + 3 + raw.find("\"#").unwrap() + 2;
    }
    if rest.starts_with('"') {
        return at + quoted(rest, '"');
    }
    // A lifetime has no second quote nearby.
    if rest.starts_with('\'') {
        let length = quoted(rest, '\'');
        if rest.get(..length).is_some_and(|text| !text.contains('\n')) {
            return at + length;
        }
    }
    at + rest.chars().next().map_or(1, char::len_utf8)
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == quote && !is_escaped {
            return at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    1
}

/// The position of the bracket that closes the one at `open`.
pub(crate) fn closing(source: &str, open: usize) -> usize {
    let mut depth = 0;
    let mut at = open;
    while at < source.len() {
        match source.as_bytes()[at] {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            }
            _ => {}
        }
        at = next(source, at);
    }
    panic!("a bracket is not closed: {}", &source[open..]);
}

/// The parts between separators that are in no bracket and no quotes. An empty last part is left out.
pub(crate) fn split(source: &str, separator: char) -> Vec<&str> {
    split_at(source, &separator.to_string())
}

/// Like [`split`], at a text.
pub(crate) fn split_at<'a>(source: &'a str, separator: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < source.len() {
        if source[at..].starts_with(separator) {
            parts.push(&source[start..at]);
            start = at + separator.len();
            at = start;
        } else if b"([{".contains(&source.as_bytes()[at]) {
            at = closing(source, at) + 1;
        } else if source[at..].starts_with("::<") {
            at = after_generics(source, at);
        } else {
            at = next(source, at);
        }
    }
    if !source[start..].trim().is_empty() {
        parts.push(&source[start..]);
    }
    parts
}

/// The position after `::<…>`.
fn after_generics(source: &str, at: usize) -> usize {
    let mut depth = 0;
    for (offset, c) in source[at..].char_indices() {
        match c {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return at + offset + 1;
        }
    }
    source.len()
}

/// Whether the code contains the name as a variable.
pub(crate) fn find_word(code: &str, name: &str) -> bool {
    word_at(code, name).is_some()
}

/// The code with the value in place of the variable.
pub(crate) fn replace_word(code: &str, name: &str, value: &str) -> String {
    let (mut replaced, mut rest) = (String::new(), code);
    while let Some(at) = word_at(rest, name) {
        replaced.push_str(&rest[..at]);
        replaced.push_str(value);
        rest = &rest[at + name.len()..];
    }
    replaced + rest
}

fn word_at(code: &str, name: &str) -> Option<usize> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(name)
        .map(|(at, _)| at)
        .filter(|_| !name.is_empty())
        .find(|at| {
            let is_field = code[..*at].ends_with(|c| is_part(c) || c == '.' || c == '"');
            let after = &code[at + name.len()..];
            !is_field && !after.starts_with(|c| is_part(c) || c == '(' || c == '"')
        })
}
