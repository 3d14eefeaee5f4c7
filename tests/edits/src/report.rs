//! The page: `docs/compile-errors.md`.

use std::fmt::{self, Display, Formatter};

use anyhow::Result;

use crate::Row;
use crate::peers::{self, PeerResult, Peers};
use crate::summary::{Totals, as_peer, caught, median, share};

/// A page about the rows.
#[derive(Debug)]
pub(crate) struct Report<'r> {
    rows: &'r [Row],
    /// The other libraries, on the page about the repository's own edits.
    peers: Option<Peers>,
}

impl<'r> Report<'r> {
    pub(crate) fn new(rows: &'r [Row], beside_peers: bool) -> Result<Self> {
        let peers = if beside_peers {
            Some(peers::read()?)
        } else {
            None
        };
        Ok(Self { rows, peers })
    }
}

impl Display for Report<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(INTRODUCTION)?;
        summary(f, self.rows)?;
        table(f, self.rows)?;
        accepted(f, self.rows)?;
        if let Some(peers) = &self.peers {
            beside_peers(f, self.rows, peers)?;
        }
        messages(f, self.rows)
    }
}

const INTRODUCTION: &str = "\
# Compile errors

An edit of the schema shows each line that no longer fits. This page is what `cargo check` of rustc 1.95 says to edits
and mistakes, each made alone in the application `tests/edits/app`. `cargo run -p schema-edits -- --record` writes it,
from the files of `tests/edits/cases`.

";

fn summary(f: &mut Formatter<'_>, rows: &[Row]) -> fmt::Result {
    let to_catch = rows.iter().filter(|row| !row.edit.must_compile()).count();
    let all: Vec<_> = caught(rows).collect();
    let count = |holds: fn(&crate::judge::First) -> bool| {
        share(
            all.iter().filter(|(_, first)| holds(first)).count(),
            all.len(),
        )
    };
    let lines = || all.iter().map(|(_, first)| first.lines).collect::<Vec<_>>();
    let exact = all
        .iter()
        .filter(|(row, _)| row.verdict.errors == row.edit.uses && row.verdict.strays == 0)
        .count();
    let errors = all.iter().map(|(row, _)| row.verdict.errors).collect();
    let output = all
        .iter()
        .map(|(row, _)| row.verdict.output_lines)
        .collect();
    writeln!(f, "| | |\n|---|---|")?;
    writeln!(f, "| caught | {} |", share(all.len(), to_catch))?;
    writeln!(
        f,
        "| first caret on a line to change | {} |",
        count(|first| first.on_line)
    )?;
    writeln!(
        f,
        "| one error per mistake or use, none elsewhere | {} |",
        share(exact, all.len())
    )?;
    writeln!(
        f,
        "| headline names it | {} |",
        count(|first| first.headline_names)
    )?;
    writeln!(
        f,
        "| headline or label names it | {} |",
        count(|first| first.editor_names)
    )?;
    writeln!(f, "| says what to do | {} |", count(|first| first.remedy))?;
    writeln!(f, "| lines per error, median | {} |", median(lines()))?;
    writeln!(
        f,
        "| lines per error, most | {} |",
        lines().into_iter().max().unwrap_or(0)
    )?;
    writeln!(f, "| errors, median | {} |", median(errors))?;
    writeln!(f, "| lines of output, median | {} |", median(output))
}

fn table(f: &mut Formatter<'_>, rows: &[Row]) -> fmt::Result {
    f.write_str(LEGEND)?;
    let mut group = "";
    for row in rows.iter().filter(|row| !accepts(row)) {
        if row.edit.group != group {
            group = &row.edit.group;
            writeln!(f, "\n### {group}\n")?;
            writeln!(
                f,
                "| edit | errors | caret | names | remedy | lines | longest | output | s |"
            )?;
            writeln!(f, "|---|--:|---|---|---|--:|--:|--:|--:|")?;
        }
        let Some(first) = &row.verdict.first else {
            writeln!(f, "| {} | **not caught** | | | | | | | |", row.edit.title)?;
            continue;
        };
        let uses = match row.edit.uses {
            n if n == row.verdict.errors => String::new(),
            n => format!(" for {n}"),
        };
        let names = match (first.headline_names, first.editor_names) {
            (true, _) => "yes",
            (false, true) => "label",
            (false, false) => "**no**",
        };
        writeln!(
            f,
            "| [{}](#{}) | {}{uses} | {} | {names} | {} | {} | {} | {} | {:.1} |",
            row.edit.title,
            row.edit.name,
            row.verdict.errors,
            yes(first.on_line),
            yes(first.remedy),
            first.lines,
            first.longest,
            row.verdict.output_lines,
            first.time.as_secs_f64(),
        )?;
    }
    Ok(())
}

const LEGEND: &str = "
## Edits and mistakes

`errors`: how many there are; `3 for 2`, where there should be 2, one for each mistake or each use of what is gone.
`caret`: whether the first error points to a line that must be changed. `names`: whether its headline names what is
wrong, such as the column and the table; `label`: only with the text at the caret. `remedy`: whether it says what to
do. `lines`: of the first error; `longest`: characters of its longest line; `output`: lines of all that cargo prints.
Lines are those that are not blank. `s`: seconds from the edit to the first error.
";

fn yes(holds: bool) -> &'static str {
    if holds { "yes" } else { "**no**" }
}

/// Whether the row must compile, and does.
fn accepts(row: &Row) -> bool {
    row.edit.must_compile() && row.verdict.first.is_none()
}

fn accepted(f: &mut Formatter<'_>, rows: &[Row]) -> fmt::Result {
    let mut accepted = rows.iter().filter(|row| accepts(row)).peekable();
    if accepted.peek().is_none() {
        return Ok(());
    }
    writeln!(f, "\n## Edits that compile\n\n| edit | why |\n|---|---|")?;
    for row in accepted {
        let reasons = [
            row.edit
                .fits
                .as_ref()
                .map(|why| format!("nothing is wrong: {why}")),
            row.edit
                .uncatchable
                .as_ref()
                .map(|why| format!("no compiler can know: {why}")),
        ];
        let reason = reasons.into_iter().flatten().collect::<String>();
        writeln!(f, "| {} | {reason} |", row.edit.title)?;
    }
    Ok(())
}

fn beside_peers(f: &mut Formatter<'_>, rows: &[Row], peers: &Peers) -> fmt::Result {
    f.write_str(BESIDE)?;
    let ours: Vec<PeerResult> = rows.iter().filter_map(as_peer).collect();
    let mut columns = vec![("schema", ours.as_slice())];
    columns.extend(
        peers
            .peers
            .iter()
            .map(|peer| (peer.name.as_str(), peer.results.as_slice())),
    );
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    writeln!(f, "| | {} |", names.join(" | "))?;
    writeln!(f, "|---|{}", "---|".repeat(names.len()))?;
    let totals: Vec<Totals> = columns
        .iter()
        .map(|(_, results)| Totals::of(results))
        .collect();
    let mut line = |what: &str, cell: &dyn Fn(&Totals) -> String| {
        let cells: Vec<String> = totals.iter().map(cell).collect();
        writeln!(f, "| {what} | {} |", cells.join(" | "))
    };
    line("caught", &|t| share(t.caught, t.tried))?;
    line("first caret on a line to change", &|t| {
        share(t.on_line, t.caught)
    })?;
    line("errors, median", &|t| median(t.errors.clone()))?;
    line("errors, most", &|t| most(&t.errors))?;
    line("lines of output, median", &|t| median(t.lines.clone()))?;
    line("lines of output, most", &|t| most(&t.lines))?;
    line("lines of output for each error, median", &|t| {
        let errors = t.errors.iter().map(|errors| (*errors).max(1));
        median(
            t.lines
                .iter()
                .zip(errors)
                .map(|(lines, errors)| lines.div_ceil(errors))
                .collect(),
        )
    })?;
    writeln!(f, "\n| # | edit | {} |", names.join(" | "))?;
    writeln!(f, "|--:|---|{}", "---|".repeat(names.len()))?;
    for number in 1.. {
        let Some(title) = peers.titles.get(&u32::to_string(&number)) else {
            break;
        };
        write!(f, "| {number} | {title} |")?;
        for (_, results) in &columns {
            let results = results.iter().filter(|result| result.row == number);
            let cells: Vec<String> = results.map(cell).collect();
            write!(f, " {} |", cells.join("<br>"))?;
        }
        writeln!(f)?;
    }
    writeln!(f, "\nVersions: {}.", versions(peers))
}

const BESIDE: &str = "
## Beside other libraries

The same 28 edits and mistakes in applications of the same size, one for each library, with the same compiler. A cell
is the number of errors and the lines of output; *elsewhere*, where the first error is not on a line to change; **no**,
where `cargo check` passes. Several results are several ways to make the edit, none an edit that does not exist there.
The figures of the other libraries are those of `tests/edits/peers.toml`.

";

fn most(numbers: &[usize]) -> String {
    numbers
        .iter()
        .max()
        .map_or_else(String::new, usize::to_string)
}

fn cell(result: &PeerResult) -> String {
    if !result.caught {
        return "**no**".to_owned();
    }
    let place = if result.line { "" } else { " *elsewhere*" };
    format!("{} / {}{place}", result.errors, result.lines)
}

fn versions(peers: &Peers) -> String {
    let versions = peers
        .peers
        .iter()
        .map(|peer| format!("{} {}", peer.name, peer.version));
    versions.collect::<Vec<_>>().join("; ")
}

fn messages(f: &mut Formatter<'_>, rows: &[Row]) -> fmt::Result {
    writeln!(f, "\n## The messages\n\nThe first error of each.")?;
    for row in rows {
        if let Some(first) = &row.verdict.first {
            let (name, title) = (&row.edit.name, &row.edit.title);
            writeln!(
                f,
                "\n<a id=\"{name}\"></a>**{title}**\n\n```text\n{}\n```",
                first.text
            )?;
        }
    }
    Ok(())
}
