//! Judges the quality of a message.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};

use crate::check::{Child, Diagnostic, Outcome, count_lines};
use crate::edit::Edit;

/// The judgement of the compiler's output for an edit.
#[derive(Debug)]
pub(crate) struct Verdict {
    /// Number of errors.
    pub(crate) errors: usize,
    /// Number of errors on lines that need no change.
    pub(crate) strays: usize,
    /// Number of lines of output.
    pub(crate) output_lines: usize,
    /// The errors as a terminal shows them.
    pub(crate) texts: Vec<String>,
    /// The first error, if any.
    pub(crate) first: Option<First>,
}

/// The first error.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a column of the table"
)]
pub(crate) struct First {
    /// Its first line, without `error[E0609]: `.
    pub(crate) headline: String,
    /// The text as a terminal shows it.
    pub(crate) text: String,
    /// The caret is on a line to change.
    pub(crate) on_line: bool,
    /// Number of non-blank lines.
    pub(crate) lines: usize,
    /// Length of the longest line in characters.
    pub(crate) longest: usize,
    /// The headline contains all required names.
    pub(crate) headline_names: bool,
    /// The headline and the text at the caret, which an editor shows, together contain all required names.
    pub(crate) editor_names: bool,
    /// The message tells the user what to do.
    pub(crate) remedy: bool,
    /// Time from the edit to the message.
    pub(crate) time: Duration,
}

impl Verdict {
    /// A one-line summary for the terminal.
    pub(crate) fn brief(&self, edit: &Edit) -> String {
        let Some(first) = &self.first else {
            let as_expected = if edit.must_compile() {
                "as expected"
            } else {
                "NOT CAUGHT"
            };
            return format!("compiles, {as_expected}");
        };
        let mut text = format!(
            "{} of {} errors, {} lines",
            self.errors, edit.uses, first.lines
        );
        for (bad, what) in [
            (!first.on_line, "OTHER LINE"),
            (!first.headline_names, "NAMELESS"),
            (!first.remedy, "no remedy"),
            (self.strays > 0, "STRAYS"),
            (edit.must_compile(), "CAUGHT BUT SHOULD COMPILE"),
        ] {
            if bad {
                text.push_str(", ");
                text.push_str(what);
            }
        }
        text
    }
}

pub(crate) fn judge(edit: &Edit, outcome: &Outcome, app: &Path) -> Result<Verdict> {
    let places = places(edit, app)?;
    let on_line = |error: &Diagnostic| {
        error.location().is_some_and(|(file, line)| {
            places
                .iter()
                .any(|(path, number)| Path::new(file) == *path && line == *number)
        })
    };
    let first = match (outcome.errors.first(), outcome.first_error) {
        (Some(error), Some(time)) => Some(First::new(edit, error, on_line(error), time)),
        _ if outcome.succeeded => None,
        _ => bail!("cargo failed without an error:\n{}", outcome.other),
    };
    Ok(Verdict {
        errors: outcome.errors.len(),
        strays: outcome
            .errors
            .iter()
            .filter(|error| !on_line(error))
            .count(),
        output_lines: if first.is_some() { outcome.lines } else { 0 },
        texts: outcome
            .errors
            .iter()
            .map(|error| error.rendered.clone())
            .collect(),
        first,
    })
}

impl First {
    fn new(edit: &Edit, error: &Diagnostic, on_line: bool, time: Duration) -> Self {
        let shown = format!("{}\n{}", error.message, error.label().unwrap_or_default());
        let text = error.rendered.trim_end();
        Self {
            headline: error.message.clone(),
            on_line,
            lines: count_lines(text),
            longest: text
                .lines()
                .map(|line| line.chars().count())
                .max()
                .unwrap_or(0),
            headline_names: names_all(&error.message, &edit.names),
            editor_names: names_all(&shown, &edit.names),
            remedy: says_what_to_do(error),
            text: text.to_owned(),
            time,
        }
    }
}

/// Finds the lines to change in the edited copy.
fn places<'e>(edit: &'e Edit, app: &Path) -> Result<Vec<(&'e Path, usize)>> {
    let mut places = Vec::new();
    for place in &edit.line_to_change {
        let path = app.join(&place.file);
        let text = fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}", place.file.display()))?;
        let lines = text.lines().enumerate();
        let before = places.len();
        places.extend(
            lines
                .filter(|(_, line)| line.contains(&place.text))
                .map(|(i, _)| (place.file.as_path(), i + 1)),
        );
        ensure!(
            places.len() > before,
            "no line of {} contains `{}` after the edit",
            place.file.display(),
            place.text
        );
    }
    Ok(places)
}

/// True if the text contains all the names.
fn names_all(text: &str, names: &[String]) -> bool {
    names
        .iter()
        .all(|name| name.split('|').any(|name| has_name(text, name)))
}

/// True if the name is a word of the text or, if it begins with a capital, part of a word.
fn has_name(text: &str, name: &str) -> bool {
    let part = name.chars().next().is_some_and(char::is_uppercase);
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(name).any(|(start, _)| {
        let before = text.get(..start).and_then(|text| text.chars().next_back());
        let after = text
            .get(start + name.len()..)
            .and_then(|text| text.chars().next());
        part || !(before.is_some_and(inside) || after.is_some_and(inside))
    })
}

/// True if one of our headlines has a remedy after a semicolon, if rustc names what is missing, or if a note or help
/// does more than explain the origin of a bound.
fn says_what_to_do(error: &Diagnostic) -> bool {
    let headline = &error.message;
    headline.contains("; ")
        || headline.contains("did you mean")
        || headline.starts_with("missing field")
        || error.children.iter().any(is_remedy)
}

fn is_remedy(child: &Child) -> bool {
    let explains = [
        "required ",
        "the full name for the type",
        "consider using `--verbose`",
        "expected ",
        "the trait ",
        "the following other types",
        "this error originates",
        "multiple `impl`s",
        "type annotations",
        "associated function defined here",
        "method defined here",
        "function defined here",
        "found ",
    ];
    let message = child.message.trim();
    matches!(child.level.as_str(), "note" | "help")
        && !message.contains("defined here")
        && !message.starts_with('`')
        && !explains.iter().any(|start| message.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::has_name;

    #[test]
    fn a_name_is_a_whole_word() {
        assert!(has_name("no field `age` on type", "age"));
        assert!(!has_name("no field `page` on type", "age"));
    }

    #[test]
    fn a_name_with_a_capital_is_part_of_a_word() {
        assert!(has_name("initializer of `NewPatient`", "Patient"));
    }
}
