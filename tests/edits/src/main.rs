//! What the compiler says to an edit of a schema: applies each edit of a folder to a copy of a small application,
//! checks the copy, and judges the first error.
//!
//! ```text
//! cargo run -p schema-edits -- [folder] [--app folder] [--record] [--only name]…
//! ```
//!
//! The folder, `tests/edits/cases` unless given, holds a TOML file for each edit ([`edit::Edit`]), and
//! `recorded.json`, which a run is compared with: the program fails where an edit gets a worse message than recorded.
//! `--only` tries the named edits alone, and shows all errors of each. `--record` writes that file, and for the repository's own folder `docs/compile-errors.md` too.

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

/// An edit, and what came of it.
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
            // There is nowhere left to report that writing to standard error failed.
            drop(writeln!(stderr, "error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Whether no edit has a worse message than recorded.
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
            bail!("`--record` with `--only` would forget the other edits; leave one of them out");
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
