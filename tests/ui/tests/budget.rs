//! What each compile error may cost its reader, held over all `.stderr` files.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Lines of an error about a macro's input or a name.
const PLAIN: usize = 8;
/// Lines of an error about a type or a trait; 10 are aimed at.
const TYPE: usize = 23;
/// Columns of a line.
const WIDTH: usize = 120;
/// Lines of a case; 20 are aimed at.
const CASE: usize = 23;

/// Cases that may cost more, each with its reason.
const EXCEPTIONS: &[Exception] = &[
    Exception::errors("attribute/two_mistakes", 2, "it makes two mistakes"),
    Exception::errors(
        "attribute/invalid_still_usable",
        3,
        "it makes three mistakes",
    ),
    Exception::errors(
        "attribute/not_rust",
        2,
        "the compiler reads what is no Rust once more, since the macro must not swallow it",
    ),
    Exception::errors(
        "derive/insertable_not_a_table",
        2,
        "two bodies of what the derive expands to name the table",
    ),
];

/// Cases whose headline may be wider, each with its reason.
const WIDE: &[(&str, &str)] = &[];

struct Exception {
    case: &'static str,
    errors: usize,
    reason: &'static str,
}

impl Exception {
    const fn errors(case: &'static str, errors: usize, reason: &'static str) -> Self {
        Self {
            case,
            errors,
            reason,
        }
    }

    fn of(case: &str) -> Option<&'static Self> {
        EXCEPTIONS.iter().find(|exception| exception.case == case)
    }
}

/// Types and traits that a user has not written and need not know.
const INTERNAL: &[&str] = &[
    "Binary<",
    "Unary<",
    "Param<",
    "Raw<",
    "Clauses<",
    "AggregateCall<",
    "Grouped<",
    "Set<",
    "Call<",
    "InScope",
    "HasTable",
    "HasColumn",
    "At<",
    "ConditionOn",
    "SelectedFrom",
    "ReturnedFrom",
    "SetTo",
    "OrderedBy",
    "Selection",
    "IntoExpr",
    "Assign",
    "ColumnType",
    "ColumnMarker",
    "JoinKind",
    "Place",
    "BinaryOperator",
    "Never",
    "Impossible",
    "__private",
    "_::",
];

/// One error of a `.stderr` file.
struct Report<'a> {
    lines: Vec<&'a str>,
}

impl<'a> Report<'a> {
    /// The errors of a file; each begins with `error`.
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

    fn headline(&self) -> &'a str {
        self.lines[0]
    }

    /// Whether it is about types that do not fit, bounds that do not hold, or a method behind one.
    fn is_about_types(&self) -> bool {
        let codes = ["E0271", "E0277", "E0308", "E0599"];
        codes
            .iter()
            .any(|code| self.headline().contains(&format!("[{code}]")))
    }

    /// The file, line and column that it points to.
    fn place(&self) -> Option<(&'a str, usize, usize)> {
        let mut place = self
            .lines
            .get(1)?
            .trim_start()
            .strip_prefix("--> ")?
            .split(':');
        let (file, line, column) = (place.next()?, place.next()?, place.next()?);
        Some((file, line.parse().ok()?, column.parse().ok()?))
    }

    /// What is wrong with it, in a case whose text is `source`.
    fn problems(&self, case: &str, source: &str) -> Vec<String> {
        let mut problems = Vec::new();
        let most = if self.is_about_types() { TYPE } else { PLAIN };
        if self.lines.len() > most {
            problems.push(format!("has {} lines of {most}", self.lines.len()));
        }
        for word in INTERNAL {
            if self.headline().contains(word) {
                problems.push(format!("says `{word}` in its headline"));
            }
        }
        for line in &self.lines {
            let width = line.chars().count();
            let is_wide = is_headline(line) && WIDE.iter().any(|(wide, _)| *wide == case);
            if width > WIDTH && !is_wide && !is_shortened(line) {
                problems.push(format!("has a line of {width} columns: {line}"));
            }
            if line.contains("$RUST") {
                problems.push(format!(
                    "shows the standard library, whose source need not be there: {line}"
                ));
            }
        }
        match self.place() {
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

/// Lines whose types the compiler writes in full for trybuild, which passes `--verbose`, and cuts for everybody else
/// to the width of the terminal.
fn is_shortened(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '|', '^', '-', '_', '=']);
    [
        "note: required for `",
        "note: required by a bound in `",
        "required by this bound in `",
        "help: the trait `",
        "note: this error originates in ",
        "which is required by `",
        "doesn't satisfy `",
        "`",
    ]
    .iter()
    .any(|beginning| line.starts_with(beginning))
}

/// A place that is the macro's and not the user's.
fn misplaced(source: &str, line: usize, column: usize) -> Option<String> {
    let text = source.lines().nth(line - 1)?;
    let before: String = text.chars().take(column - 1).collect();
    let blamed: String = text.chars().skip(column - 1).collect();
    let whole = blamed.starts_with("#[table") || before.trim_start().starts_with("#[derive(");
    whole.then(|| format!("points to the whole macro: {text}"))
}

/// What is wrong with a case: its text, and what the compiler says.
fn problems(case: &str, source: &str, stderr: &str) -> Vec<String> {
    let mut problems = Vec::new();
    if !source.starts_with("// ") {
        problems.push("does not say in its first line why it must fail".to_owned());
    }
    if source.lines().count() > CASE {
        problems.push(format!("is a program of over {CASE} lines"));
    }
    if stderr.lines().any(|line| line.starts_with("warning")) {
        problems.push("gives a warning".to_owned());
    }
    let reports = Report::all(stderr);
    let expected = Exception::of(case).map_or(1, |exception| exception.errors);
    if reports.len() != expected {
        problems.push(format!(
            "gives {} errors, and {expected} expected",
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
    let cases = files.map(|file| {
        let case = file.strip_prefix(&root).unwrap().with_extension("");
        (case.to_str().unwrap().to_owned(), file.with_extension(""))
    });
    cases.collect()
}

#[test]
fn each_error_is_worth_its_reading() {
    let cases = cases();
    assert!(cases.len() > 150, "only {} cases were found", cases.len());
    let mut all = Vec::new();
    let mut lengths = [Vec::new(), Vec::new()];
    for (case, path) in &cases {
        let read = |extension| fs::read_to_string(path.with_extension(extension));
        let (Ok(source), Ok(stderr)) = (read("rs"), read("stderr")) else {
            panic!("`{case}` needs both a program and what the compiler says of it");
        };
        let found = problems(case, &source, &stderr);
        all.extend(found.into_iter().map(|problem| format!("{case} {problem}")));
        for report in Report::all(&stderr) {
            lengths[usize::from(report.is_about_types())].push(report.lines.len());
        }
    }
    let kinds = [("macros and names", 5), ("types", 10)];
    for (lengths, (kind, aim)) in lengths.iter_mut().zip(kinds) {
        lengths.sort_unstable();
        let (median, most) = (lengths[lengths.len() / 2], lengths[lengths.len() - 1]);
        if median > aim {
            all.push(format!(
                "{kind}: median {median} lines, and {aim} are aimed at"
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
fn each_exception_is_needed_and_has_a_reason() {
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
        let width = stderr.lines().next().map_or(0, |line| line.chars().count());
        assert!(
            width > WIDTH,
            "the headline of `{case}` has {width} columns"
        );
        assert!(!reason.is_empty());
    }
}

mod checker {
    use super::{is_shortened, problems};

    const SOURCE: &str =
        "// Why.\n#[table(name = \"users\")]\nstruct User {}\nfn main() { User.nam; }\n";
    const GOOD: &str =
        "error[E0609]: no field `nam` on type `UserColumns`\n --> fail/column/x.rs:4:18\n  |\n";

    fn of(stderr: &str) -> Vec<String> {
        problems("column/x", SOURCE, stderr)
    }

    #[test]
    fn takes_a_good_error() {
        assert_eq!(of(GOOD), [""; 0]);
    }

    #[test]
    fn counts_errors() {
        assert_eq!(
            of(&format!("{GOOD}\n{GOOD}")),
            ["gives 2 errors, and 1 expected"]
        );
        assert_eq!(of(""), ["gives 0 errors, and 1 expected"]);
        assert_eq!(of(&format!("warning: unused\n{GOOD}")), ["gives a warning"]);
    }

    #[test]
    fn counts_lines() {
        assert_eq!(
            of(&format!("{GOOD}{}", "  |\n".repeat(6))),
            ["has 9 lines of 8"]
        );
        let about_types = GOOD.replace("E0609", "E0277");
        assert_eq!(of(&format!("{about_types}{}", "  |\n".repeat(20))), [""; 0]);
        assert_eq!(
            of(&format!("{about_types}{}", "  |\n".repeat(21))),
            ["has 24 lines of 23"]
        );
    }

    #[test]
    fn measures_lines() {
        let wide = "x".repeat(121);
        assert_eq!(
            of(&format!("{GOOD}{wide}\n")),
            [format!("has a line of 121 columns: {wide}")]
        );
        assert!(is_shortened(
            "   = note: required for `Column<A, b>` to implement `X`"
        ));
        assert!(!is_shortened("   = note: add it to `group_by`"));
    }

    #[test]
    fn reads_headlines() {
        let stderr = GOOD.replace("UserColumns", "Binary<Eq, Param<i32, i32>>");
        assert_eq!(
            of(&stderr),
            [
                "says `Binary<` in its headline",
                "says `Param<` in its headline"
            ]
        );
    }

    #[test]
    fn looks_where_the_caret_is() {
        let macro_line = GOOD.replace("4:18", "2:1");
        assert_eq!(
            of(&macro_line),
            ["points to the whole macro: #[table(name = \"users\")]"]
        );
        let elsewhere = GOOD.replace("fail/column/x.rs", "$WORKSPACE/schema-core/src/lib.rs");
        assert_eq!(of(&elsewhere), ["does not point to the user's program"]);
        let std = format!("{GOOD}  --> $RUST/core/src/panic.rs\n");
        assert_eq!(of(&std).len(), 1);
    }

    #[test]
    fn reads_the_program() {
        assert_eq!(
            problems("column/x", &SOURCE.replace("// Why.\n", "\n"), GOOD),
            ["does not say in its first line why it must fail"]
        );
        assert_eq!(
            problems("column/x", &format!("{SOURCE}{}", "//\n".repeat(20)), GOOD),
            ["is a program of over 23 lines"]
        );
    }
}
