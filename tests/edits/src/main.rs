//! Judges the compile errors that edits of a schema cause: applies each edit of a folder to a copy of a small
//! application, checks the copy, and judges the first error.
//!
//! ```text
//! cargo run -p schema-edits -- [folder] [--app folder] [--record] [--only name]…
//! ```
//!
//! The folder defaults to `tests/edits/cases`. It contains a TOML file for each edit ([`edit::Edit`]) and
//! `recorded.json`, the results of an earlier run: the program fails if a message is worse than recorded.
//!
//! - `--only` tries the named edits only, and prints all errors of each.
//! - `--record` writes `recorded.json` and, for the repository's own folder, `docs/compile-errors.md`.

mod app;
mod arguments;
mod check;
mod edit;
mod judge;
mod peers;
mod record;
mod report;
mod summary;

use std::fs;
use std::io::{self, Write as _};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};

use crate::app::App;
use crate::arguments::Arguments;
use crate::edit::Edit;
use crate::judge::Verdict;
use crate::record::Record;
use crate::report::Report;

/// An edit and its result.
#[derive(Debug)]
struct Row {
    edit: Edit,
    verdict: Verdict,
}

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let mut stderr = io::stderr().lock();
            // A failure to write to standard error cannot be reported anywhere.
            drop(writeln!(stderr, "error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Returns false if a message is worse than recorded.
fn run() -> Result<bool> {
    let arguments = Arguments::parse(std::env::args_os().skip(1))?;
    let edits = edit::read(&arguments.edits, &arguments.only)?;
    let app = App::copy(&arguments.app)?;
    app.check_unedited()?;
    let mut rows = Vec::new();
    for edit in edits {
        let verdict = app
            .try_edit(&edit)
            .with_context(|| format!("edit `{}`", edit.name))?;
        let mut stderr = io::stderr().lock();
        writeln!(stderr, "{}: {}", edit.name, verdict.brief(&edit))?;
        if !arguments.only.is_empty() {
            for text in &verdict.texts {
                writeln!(stderr, "{text}")?;
            }
        }
        rows.push(Row { edit, verdict });
    }
    app.restore()?;
    finish(&arguments, &rows)
}

fn finish(arguments: &Arguments, rows: &[Row]) -> Result<bool> {
    let whole = arguments.only.is_empty();
    let report = Report::new(rows, arguments.is_own_folder() && whole)?;
    if arguments.record {
        if !whole {
            bail!("`--record` with `--only` would drop the other edits; remove one of the options");
        }
        Record::of(rows).write(&arguments.edits)?;
        if arguments.is_own_folder() {
            let page = app::root().join("docs/compile-errors.md");
            fs::write(&page, report.to_string())
                .with_context(|| format!("cannot write {}", page.display()))?;
            return Ok(true);
        }
    }
    let mut stdout = io::stdout().lock();
    write!(stdout, "{report}")?;
    let Some(record) = Record::read(&arguments.edits)? else {
        return Ok(true);
    };
    let changes = record.compare(rows, whole);
    for change in &changes.better {
        writeln!(stdout, "better: {change}")?;
    }
    for change in &changes.worse {
        writeln!(stdout, "WORSE: {change}")?;
    }
    Ok(changes.worse.is_empty())
}
