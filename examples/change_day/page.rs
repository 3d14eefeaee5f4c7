//! The blocks of `docs/change-day.md`.
//!
//! | comment before the block | the block |
//! |---|---|
//! | `<!-- diff <library> <file> -->` | the changed lines of a file |
//! | `<!-- file <path> -->` | a file |
//! | `<!-- output <section> -->` | a section of the example's output |
//! | `<!-- error -->` | the error of the UI test `day/row_lacks_new_columns` |

use std::fs;
use std::path::Path;

/// Unchanged lines around a change.
const CONTEXT: usize = 1;

/// Returns the page with the blocks as they must be.
pub(crate) fn filled(page: &str, root: &Path) -> String {
    let mut filled = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        filled += line;
        filled.push('\n');
        let comment = line.strip_prefix("<!-- ");
        let comment = comment.and_then(|line| line.strip_suffix(" -->"));
        let Some(block) = comment.and_then(|comment| block(comment, root)) else {
            continue;
        };
        let fence = lines.next().unwrap();
        assert!(fence.starts_with("```"), "no block after {line}");
        lines.find(|line| *line == "```").unwrap();
        filled += &[fence, "\n", block.trim_matches('\n'), "\n```\n"].concat();
    }
    filled
}

fn block(comment: &str, root: &Path) -> Option<String> {
    let read = |path: &str| {
        let text = fs::read_to_string(root.join(path));
        text.unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    let (kind, rest) = comment.split_once(' ').unwrap_or((comment, ""));
    match kind {
        "file" => Some(read(rest)),
        "output" => Some(section(&read("examples/change_day/output.txt"), rest)),
        "error" => Some(error(
            &read("tests/ui/fail/day/row_lacks_new_columns.stderr"),
            &read("tests/ui/fail/day/row_lacks_new_columns.rs"),
            &read("examples/change_day/before/orders.rs"),
        )),
        "diff" => {
            let (library, file) = rest.split_once(' ').unwrap();
            let path = |state: &str| match library {
                "schema" => format!("examples/change_day/{state}/{file}"),
                _ => format!("benchmarks/day/apps/{library}/{state}/src/{file}"),
            };
            let (before, after) = (read(&path("before")), read(&path("after")));
            Some(diff(&before, &after).replace("pub(crate) ", "pub "))
        }
        _ => None,
    }
}

/// Returns the lines below a heading of the output.
fn section(output: &str, heading: &str) -> String {
    let mut lines = output.lines();
    let found = lines.find(|line| {
        line.strip_prefix("# ")
            .is_some_and(|line| line.starts_with(heading))
    });
    assert!(found.is_some(), "the output has no section {heading}");
    let lines: Vec<_> = lines.take_while(|line| !line.starts_with("# ")).collect();
    lines.join("\n")
}

/// Returns the error with the place that it has in the file from which the case is copied.
fn error(stderr: &str, case: &str, original: &str) -> String {
    let (_, function) = case.split_once("\npub(crate) fn draft").unwrap();
    let (function, _) = function.split_once("\n}\n").unwrap();
    let at = |text: &str| text[..text.find(function).unwrap()].lines().count();
    let (in_case, in_original) = (at(case), at(original));
    let place = stderr.split_once("row_lacks_new_columns.rs:").unwrap().1;
    let number: usize = place.split_once(':').unwrap().0.parse().unwrap();
    let (old, new) = (
        number.to_string(),
        (number - in_case + in_original).to_string(),
    );
    let margin = " ".repeat(new.len() - old.len());
    let mut text = String::new();
    for line in stderr.lines() {
        let line = if line.contains("-->") {
            let place = format!("fail/day/row_lacks_new_columns.rs:{old}");
            let here = line.replace(&place, &format!("src/orders.rs:{new}"));
            format!("{margin}{here}")
        } else if line.starts_with("error") {
            line.to_owned()
        } else if let Some(rest) = line.strip_prefix(&old) {
            format!("{new}{rest}")
        } else {
            format!("{margin}{line}")
        };
        text += &line;
        text.push('\n');
    }
    text
}

/// Returns the changed lines, with a few others around them.
fn diff(before: &str, after: &str) -> String {
    let (before, after): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    let lengths = lengths(&before, &after);
    let mut lines = Vec::new();
    let (mut old, mut new) = (0, 0);
    while old < before.len() || new < after.len() {
        if before.get(old) == after.get(new) {
            lines.push((' ', before[old]));
            (old, new) = (old + 1, new + 1);
        } else if new == after.len()
            || (old < before.len() && lengths[old + 1][new] >= lengths[old][new + 1])
        {
            lines.push(('-', before[old]));
            old += 1;
        } else {
            lines.push(('+', after[new]));
            new += 1;
        }
    }
    let is_near = |at: usize| {
        let around = at.saturating_sub(CONTEXT)..(at + CONTEXT + 1).min(lines.len());
        lines[around].iter().any(|(sign, _)| *sign != ' ')
    };
    let mut text = String::new();
    for (at, (sign, line)) in lines.iter().enumerate() {
        if is_near(at) {
            text += format!("{sign}{line}").trim_end();
            text.push('\n');
        } else if at > 0 && is_near(at - 1) && (at..lines.len()).any(is_near) {
            text += "@@\n";
        }
    }
    text
}

/// The lengths of the longest common subsequences of all ends of the lists.
fn lengths(before: &[&str], after: &[&str]) -> Vec<Vec<usize>> {
    let mut lengths = vec![vec![0; after.len() + 1]; before.len() + 1];
    for old in (0..before.len()).rev() {
        for new in (0..after.len()).rev() {
            lengths[old][new] = if before[old] == after[new] {
                lengths[old + 1][new + 1] + 1
            } else {
                lengths[old + 1][new].max(lengths[old][new + 1])
            };
        }
    }
    lengths
}
