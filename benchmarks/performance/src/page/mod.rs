//! Generates docs/performance.md from the texts in the folder `text`, with tables and plots of the figures.
//!
//! A line in double braces is a directive:
//!
//! | directive | replaced by |
//! |---|---|
//! | `{{limits}}` | the limits, and whether they are met |
//! | `{{versions}}` | the versions of the libraries |
//! | `{{measured <part>}}` | the machine and the command of a part |
//! | `{{table <part> / <table> / <noun>}}` | a table; the noun belongs to the number that rows differ in |
//! | `{{breakdown <part> / <table>}}` | a table of parts that add up |
//! | `{{plot <name>}}` | a plot, which is written to a separate file |

mod limits;
mod number;
mod plot;
mod plots;
mod table;
mod versions;

use std::fs;

use anyhow::{Context as _, Result, bail};
use clap::ValueEnum as _;

use crate::figures::Figures;
use crate::options::Part;
use crate::paths;

/// The texts in page order.
const TEXTS: [&str; 10] = [
    include_str!("../../text/introduction.md"),
    include_str!("../../text/run_time.md"),
    include_str!("../../text/pool.md"),
    include_str!("../../text/memory.md"),
    include_str!("../../text/node.md"),
    include_str!("../../text/sql.md"),
    include_str!("../../text/scale.md"),
    include_str!("../../text/compile_time.md"),
    include_str!("../../text/sqlx.md"),
    include_str!("../../text/method.md"),
];

/// Writes the page and its plots.
pub(crate) fn write() -> Result<()> {
    let figures = Figures::read()?;
    let mut page = String::new();
    for line in TEXTS.join("\n").lines() {
        let directive = line
            .strip_prefix("{{")
            .and_then(|line| line.strip_suffix("}}"));
        match directive {
            Some(directive) => page += &replace(directive, &figures).context(line.to_owned())?,
            None => page += line,
        }
        page.push('\n');
    }
    let path = paths::repository().join("docs/performance.md");
    fs::write(&path, page).with_context(|| path.display().to_string())?;
    eprintln!("wrote docs/performance.md");
    Ok(())
}

fn replace(directive: &str, figures: &Figures) -> Result<String> {
    let (name, rest) = directive.split_once(' ').unwrap_or((directive, ""));
    let arguments: Vec<&str> = rest.split(" / ").collect();
    match (name, &arguments[..]) {
        ("limits", _) => Ok(limits::table(figures)),
        ("versions", _) => versions::table(),
        ("measured", [part]) => Ok(measured(figures, parse(part)?)),
        ("table", [part, table, noun]) => Ok(table::table(figures, parse(part)?, table, noun)),
        ("breakdown", [part, table]) => Ok(table::breakdown(figures, parse(part)?, table)),
        ("plot", [name]) => plots::write(name, figures),
        _ => bail!("unknown directive"),
    }
}

fn parse(part: &str) -> Result<Part> {
    Part::from_str(part, false).map_err(anyhow::Error::msg)
}

/// The machine and the command of a part.
fn measured(figures: &Figures, part: Part) -> String {
    match figures.part(part) {
        None if part == Part::Node => {
            "Not measured, because Node or npm is not installed.".to_owned()
        }
        None => "Not measured yet.".to_owned(),
        Some(results) => format!(
            "Measured on: {}. Again: `{}`",
            results.machine, results.command
        ),
    }
}
