//! Runs `cargo check --message-format=json` and reads its output.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::app;

/// The result of a check.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// Cargo exited successfully.
    pub(crate) succeeded: bool,
    /// The errors in order of output.
    pub(crate) errors: Vec<Diagnostic>,
    /// Number of non-blank lines that a terminal would show.
    pub(crate) lines: usize,
    /// Time from the start to the first error.
    pub(crate) first_error: Option<Duration>,
    /// Cargo's own output.
    pub(crate) other: String,
}

/// A compiler message.
#[derive(Debug, Deserialize)]
pub(crate) struct Diagnostic {
    /// The headline.
    pub(crate) message: String,
    level: String,
    spans: Vec<Span>,
    /// Notes and helps.
    pub(crate) children: Vec<Child>,
    /// The text as a terminal shows it.
    #[serde(default)]
    pub(crate) rendered: String,
}

#[derive(Debug, Deserialize)]
struct Span {
    is_primary: bool,
    label: Option<String>,
}

/// A note or a help below a message.
#[derive(Debug, Deserialize)]
pub(crate) struct Child {
    pub(crate) message: String,
    pub(crate) level: String,
}

/// A line of cargo's output.
#[derive(Debug, Deserialize)]
struct Line {
    reason: String,
    message: Option<Diagnostic>,
}

impl Diagnostic {
    /// The text at the caret.
    pub(crate) fn label(&self) -> Option<&str> {
        let primary = self.spans.iter().find(|span| span.is_primary)?;
        primary.label.as_deref()
    }

    /// The file and line of the caret, as a terminal shows them.
    pub(crate) fn location(&self) -> Option<(&str, usize)> {
        let (_, location) = self.rendered.split_once("--> ")?;
        let mut parts = location.lines().next()?.rsplitn(3, ':');
        let (_column, line, file) = (parts.next()?, parts.next()?, parts.next()?);
        Some((file, line.parse().ok()?))
    }
}

/// Counts the non-blank lines.
pub(crate) fn count_lines(text: &str) -> usize {
    text.lines().filter(|line| !line.trim().is_empty()).count()
}

/// Removes everything that differs between machines: the paths of the repository and the registry, and the names of
/// the files that rustc writes long types to.
fn without_paths(text: &str) -> String {
    let mut text = text.replace(&format!("{}/", app::root().display()), "");
    for (start, end) in [("/", "/registry/src/"), ("long-type-", ".txt")] {
        let mut rest = std::mem::take(&mut text);
        while let Some((before, after)) = rest.split_once(end) {
            let cut = before.rfind(start).filter(|_| start != "/").or_else(|| {
                let path = before.rfind([' ', '\'', '(']).map(|i| i + 1);
                path.filter(|_| start == "/")
            });
            text.push_str(before.get(..cut.unwrap_or(before.len())).unwrap_or(before));
            rest = after.to_owned();
        }
        text.push_str(&rest);
    }
    text
}

/// Checks the package in the folder, offline and with its own target folder.
pub(crate) fn check(folder: &Path, target: &Path) -> Result<Outcome> {
    fs::create_dir_all(target)?;
    // A pipe could fill up while this process reads standard output only; a file cannot.
    let log = target.join("cargo.log");
    let start = Instant::now();
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args([
            "check",
            "--quiet",
            "--offline",
            "--message-format=json",
            "--target-dir",
        ])
        .arg(target)
        .current_dir(folder)
        // As in a user's editor, whatever environment this program was started in.
        .env("CARGO_INCREMENTAL", "1")
        .env("CARGO_TERM_COLOR", "never")
        .env_remove("RUSTFLAGS")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(File::create(&log)?)
        .spawn()
        .context("cannot start cargo")?;
    let stdout = cargo.stdout.take().context("cargo has no output")?;
    let mut errors = Vec::new();
    let mut seen = HashSet::new();
    let mut lines = 0;
    let mut first_error = None;
    for line in BufReader::new(stdout).lines() {
        let line = line?;
        let line: Line = serde_json::from_str(&line)
            .with_context(|| format!("cargo wrote a line that is not JSON: {line}"))?;
        let Some(mut message) = line
            .message
            .filter(|_| line.reason == "compiler-message")
            .filter(|message| !message.message.starts_with("aborting due to"))
        else {
            continue;
        };
        message.rendered = without_paths(&message.rendered);
        // Cargo shows a repeated message only once.
        if !seen.insert(message.rendered.clone()) {
            continue;
        }
        lines += count_lines(&message.rendered);
        if message.level.starts_with("error") {
            first_error.get_or_insert_with(|| start.elapsed());
            errors.push(message);
        }
    }
    let succeeded = cargo.wait()?.success();
    let other = fs::read_to_string(&log)?;
    lines += count_lines(&other);
    Ok(Outcome {
        succeeded,
        errors,
        lines,
        first_error,
        other,
    })
}

#[cfg(test)]
mod tests {
    use super::without_paths;
    use crate::app;

    #[test]
    fn machine_specific_paths_are_removed() {
        let root = app::root().display();
        let text = format!(
            "  --> {root}/schema-core/src/a.rs:1:2\n  ::: /home/ana/.cargo/registry/src/index-1/b.rs:3\n written to '{root}/target/x.long-type-123.txt'\n"
        );
        assert_eq!(
            without_paths(&text),
            "  --> schema-core/src/a.rs:1:2\n  ::: index-1/b.rs:3\n written to 'target/x.'\n"
        );
    }
}
