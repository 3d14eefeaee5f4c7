//! Comments of the database, which are doc comments of the source.

/// Returns the comment that `#[table]` reads from the doc comment that is written for this one.
fn read_back(comment: &str) -> String {
    let lines: Vec<&str> = comment.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

/// Changes a comment to what can be written. Returns the reason if that is another one.
pub(in crate::pull) fn reduce(comment: &mut Option<String>) -> Option<String> {
    let text = comment.as_ref()?;
    let written = read_back(text);
    if written == *text {
        return None;
    }
    *comment = Some(written).filter(|written| !written.is_empty());
    Some("the spaces at the ends of the lines of its comment".into())
}

/// Writes a comment as doc comments, each line with the indentation.
pub(super) fn write(source: &mut String, comment: Option<&str>, indent: &str) {
    for line in comment.unwrap_or_default().lines() {
        let text = if line.chars().any(char::is_control) {
            let line = format!(" {line}");
            format!("#[doc = {line:?}]")
        } else if line.is_empty() {
            String::from("///")
        } else {
            format!("/// {line}")
        };
        source.push_str(indent);
        source.push_str(&text);
        source.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_written_as_it_is_read() {
        let mut kept = Some("One.\n\n  Two.".to_owned());
        assert_eq!(reduce(&mut kept), None);
        let mut source = String::new();
        write(&mut source, kept.as_deref(), "    ");
        assert_eq!(source, "    /// One.\n    ///\n    ///   Two.\n");

        let mut changed = Some(" a \r\n".to_owned());
        assert!(reduce(&mut changed).is_some());
        assert_eq!(changed.as_deref(), Some("a"));
        let mut empty = Some(" ".to_owned());
        assert!(reduce(&mut empty).is_some());
        assert_eq!(empty, None);
    }

    #[test]
    fn a_control_character_is_escaped() {
        let mut source = String::new();
        write(&mut source, Some("a\tb"), "");
        assert_eq!(source, "#[doc = \" a\\tb\"]\n");
    }
}
