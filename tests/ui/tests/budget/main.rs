//! Limits on the length and content of compile errors, checked for all `.stderr` files.
//!
//! The files have what a user sees in an editor, or where the output is no terminal: rustc shortens types to 140 columns,
//! and to the width of a terminal if there is one. The user's own source lines do not count for the width. Where types
//! are shortened, rustc adds a line with the file that has them in full; trybuild removes it, and this test counts it.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "tests")]

mod checker;
mod exceptions;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use exceptions::{EXCEPTIONS, Exception, LONG, WIDE};

/// Maximum number of lines of an error about a macro's input or a name.
const PLAIN: usize = 8;
/// Maximum number of lines of an error about a type or a trait.
const TYPE: usize = 20;
/// Maximum median of the numbers of lines of all errors.
const MEDIAN: usize = 7;
/// Maximum width of a line, in columns.
const WIDTH: usize = 120;
/// Maximum number of lines of a case; the aim is 20.
const CASE: usize = 23;

/// Maximum number of wide lines of [steps](is_step), in all cases together. It can only become smaller.
const WIDE_STEPS: usize = 74;

/// Minimum share of the cases that produce one error, in percent.
const SINGLE: usize = 90;

/// Internal types and traits, which a user should not have to know.
const INTERNAL: &[&str] = &[
    "Op<",
    "Unary<",
    "Param<",
    "Raw<",
    "Body<",
    "Tail<",
    "Nested<",
    "Outer<",
    "AggregateCall<",
    "Grouped<",
    "Set<",
    "Call<",
    "InScope",
    "HasColumn",
    "At<",
    "ConditionOn",
    "SelectedFrom",
    "ReturnedFrom",
    "SetFrom",
    "OrderedBy",
    "Selection",
    "IntoExpr",
    "Assign",
    "ColumnType",
    "ColumnMarker",
    "JoinKind",
    "`Place`",
    "Place<",
    "BinaryOperator",
    "Never",
    "Impossible",
    "__private",
    // Paths in `const _`. The module of a table's columns, `user_::id`, is not hidden.
    "`_::",
    "<_::",
    " _::",
];

/// One error of a `.stderr` file.
struct Report<'a> {
    lines: Vec<&'a str>,
}

impl<'a> Report<'a> {
    /// Splits a file into its errors, each of which begins with `error`.
    fn all(stderr: &'a str) -> Vec<Self> {
        let mut reports: Vec<Self> = Vec::new();
        for line in stderr.trim_end().lines() {
            if is_headline(line) {
                reports.push(Report { lines: Vec::new() });
            }
            if let Some(report) = reports.last_mut() {
                report.lines.push(line);
            }
        }
        for report in &mut reports {
            while report.lines.last() == Some(&"") {
                report.lines.pop();
            }
        }
        reports
    }

    /// The number of lines that a user sees: one more than here if types are shortened.
    fn length(&self) -> usize {
        let shortened = self
            .lines
            .iter()
            .any(|line| line.contains("consider using `--verbose`"));
        self.lines.len() + usize::from(shortened)
    }

    fn headline(&self) -> &'a str {
        self.lines[0]
    }

    /// True for mismatched types, unsatisfied bounds, and methods that depend on such a bound.
    fn is_about_types(&self) -> bool {
        let codes = [
            "E0015", "E0061", "E0271", "E0277", "E0283", "E0308", "E0599",
        ];
        codes
            .iter()
            .any(|code| self.headline().contains(&format!("[{code}]")))
    }

    /// The file, line and column of the first `-->`.
    fn location(&self) -> Option<(&'a str, usize, usize)> {
        let mut location = self
            .lines
            .get(1)?
            .trim_start()
            .strip_prefix("--> ")?
            .split(':');
        let (file, line, column) = (location.next()?, location.next()?, location.next()?);
        Some((file, line.parse().ok()?, column.parse().ok()?))
    }

    /// Lists the violated limits; `source` is the program of the case.
    fn problems(&self, case: &str, source: &str) -> Vec<String> {
        let mut problems = Vec::new();
        let most = if self.is_about_types() { TYPE } else { PLAIN };
        let length = self.length();
        if length > most && LONG.iter().all(|(long, _)| *long != case) {
            problems.push(format!("has {length} lines, the limit is {most}"));
        }
        if self.headline().contains("__") {
            problems.push("has a hidden name in its headline".to_owned());
        }
        for word in INTERNAL {
            if self.headline().contains(word) {
                problems.push(format!("names `{word}` in its headline"));
            }
        }
        for line in &self.lines {
            let width = line.chars().count();
            let is_wide = WIDE.iter().any(|(wide, _)| *wide == case);
            if width > WIDTH && !is_wide && !is_source(line) && !is_step(line) {
                problems.push(format!("has a line of {width} columns: {line}"));
            }
            if line.contains("$RUST") {
                problems.push(format!(
                    "quotes the standard library, whose source may not be installed: {line}"
                ));
            }
        }
        match self.location() {
            Some((file, line, column)) if file == format!("fail/{case}.rs") => {
                problems.extend(misplaced(source, line, column));
            }
            _ => problems.push("does not point to the user's program".to_owned()),
        }
        problems
    }
}

fn is_headline(line: &str) -> bool {
    line.starts_with("error:") || line.starts_with("error[")
}

/// True for a quoted line of the user's program: `12 |     let …`.
fn is_source(line: &str) -> bool {
    let number = line.trim_start().split(' ').next().unwrap_or_default();
    !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit())
}

/// True for a line that rustc adds for an impl between the method and the bound that fails. It names the argument's type,
/// and shortens it to half of the output's width, but not more. A tuple of columns, or an operator, is such an impl, and
/// makes the caret point to the part of the argument that is wrong.
fn is_step(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '=']);
    line.starts_with("note: required for `")
}

/// Reports an error that blames the whole macro instead of a token of the user's.
fn misplaced(source: &str, line: usize, column: usize) -> Option<String> {
    let text = source.lines().nth(line - 1)?;
    let before: String = text.chars().take(column - 1).collect();
    let blamed: String = text.chars().skip(column - 1).collect();
    let whole = blamed.starts_with("#[table") || before.trim_start().starts_with("#[derive(");
    whole.then(|| format!("points to the whole macro: {text}"))
}

/// Checks the program and the compiler output of a case.
fn problems(case: &str, source: &str, stderr: &str) -> Vec<String> {
    let mut problems = Vec::new();
    if !source.starts_with("// ") {
        problems.push("does not explain in its first line why it must fail".to_owned());
    }
    if source.lines().count() > CASE {
        problems.push(format!("has a program of more than {CASE} lines"));
    }
    if stderr.lines().any(|line| line.starts_with("warning")) {
        problems.push("produces a warning".to_owned());
    }
    let reports = Report::all(stderr);
    let expected = Exception::of(case).map_or(1, |exception| exception.errors);
    if reports.len() != expected {
        problems.push(format!(
            "produces {} errors instead of {expected}",
            reports.len()
        ));
    }
    problems.extend(
        reports
            .iter()
            .flat_map(|report| report.problems(case, source)),
    );
    problems
}

fn cases() -> BTreeMap<String, PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fail");
    let files = |directory: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(directory).unwrap();
        entries.map(|entry| entry.unwrap().path()).collect()
    };
    let files = files(&root).into_iter().flat_map(|topic| files(&topic));
    // A case can have a folder of files that it reads.
    let cases = files.filter(|file| file.is_file()).map(|file| {
        let case = file.strip_prefix(&root).unwrap().with_extension("");
        (case.to_str().unwrap().to_owned(), file.with_extension(""))
    });
    cases.collect()
}

#[test]
fn every_error_is_within_its_limits() {
    let cases = cases();
    assert!(cases.len() > 150, "found only {} cases", cases.len());
    let mut all = Vec::new();
    let mut lengths = [Vec::new(), Vec::new()];
    let (mut single, mut wide_steps) = (0, 0);
    for (case, path) in &cases {
        let read = |extension| fs::read_to_string(path.with_extension(extension));
        let (Ok(source), Ok(stderr)) = (read("rs"), read("stderr")) else {
            panic!("`{case}` needs both an `.rs` and a `.stderr` file");
        };
        let found = problems(case, &source, &stderr);
        all.extend(found.into_iter().map(|problem| format!("{case} {problem}")));
        single += usize::from(Report::all(&stderr).len() == 1);
        let steps = stderr.lines().filter(|line| is_step(line));
        wide_steps += steps.filter(|line| line.chars().count() > WIDTH).count();
        for report in Report::all(&stderr) {
            lengths[usize::from(report.is_about_types())].push(report.length());
        }
    }
    if single * 100 < cases.len() * SINGLE {
        all.push(format!(
            "{single} of {} cases produce one error",
            cases.len()
        ));
    }
    if wide_steps > WIDE_STEPS {
        all.push(format!(
            "{wide_steps} wide lines name the steps to a bound, the limit is {WIDE_STEPS}"
        ));
    }
    let mut together = lengths.concat();
    together.sort_unstable();
    let median = together[together.len() / 2];
    if median > MEDIAN {
        all.push(format!("the median is {median} lines, the aim is {MEDIAN}"));
    }
    println!(
        "{} errors, median {median} lines, {wide_steps} wide steps",
        together.len()
    );
    let kinds = [("macros and names", 5), ("types", 9)];
    for (lengths, (kind, aim)) in lengths.iter_mut().zip(kinds) {
        lengths.sort_unstable();
        let (median, most) = (lengths[lengths.len() / 2], lengths[lengths.len() - 1]);
        if median > aim {
            all.push(format!(
                "{kind}: the median is {median} lines, the aim is {aim}"
            ));
        }
        println!(
            "{kind}: {} errors, median {median} lines, at most {most}",
            lengths.len()
        );
    }
    assert!(
        all.is_empty(),
        "{} problems:\n{}",
        all.len(),
        all.join("\n")
    );
}

#[test]
fn every_exception_is_needed_and_has_a_reason() {
    let cases = cases();
    for Exception {
        case,
        errors,
        reason,
    } in EXCEPTIONS
    {
        let path = cases
            .get(*case)
            .unwrap_or_else(|| panic!("there is no case `{case}`"));
        let stderr = fs::read_to_string(path.with_extension("stderr")).unwrap();
        let reports = Report::all(&stderr);
        assert_eq!(reports.len(), *errors, "errors of `{case}`");
        assert!(!reason.is_empty());
    }
    for (case, reason) in WIDE {
        let stderr = fs::read_to_string(cases[*case].with_extension("stderr")).unwrap();
        let is_wide = |line: &str| line.chars().count() > WIDTH;
        assert!(
            stderr
                .lines()
                .any(|line| is_wide(line) && !is_source(line) && !is_step(line)),
            "`{case}` has no wide line"
        );
        assert!(!reason.is_empty());
    }
    for (case, reason) in LONG {
        let stderr = fs::read_to_string(cases[*case].with_extension("stderr")).unwrap();
        let reports = Report::all(&stderr);
        assert!(
            reports.iter().any(|report| report.length() > TYPE),
            "length of `{case}`"
        );
        assert!(!reason.is_empty());
    }
}
