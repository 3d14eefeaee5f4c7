//! Compares the text of a statement with the expected one, and keeps the statement for a server.

use expect_test::Expect;
use schema_core::exec::Statement;
use schema_core::sql::{Fragment, SqlWriter};
use sqlx::SqlStr;
use sqlx::postgres::PgArguments;

/// The statements of a case.
#[derive(Default)]
pub(crate) struct Texts {
    /// Skips the comparison of the texts, which have a test of their own.
    pub(crate) quiet: bool,
    pub(crate) statements: Vec<(SqlStr, PgArguments)>,
}

impl Texts {
    /// Checks that both renderings of the statement are this text, [`wrapped`], and that each parameter has a value.
    #[track_caller]
    #[allow(clippy::needless_pass_by_value, reason = "so that a case needs no `&`")]
    pub(crate) fn is<Q: Statement + Fragment>(&mut self, statement: Q, expected: Expect) {
        let quiet = self.quiet;
        self.check(statement, |text| {
            if !quiet {
                expected.assert_eq(&wrapped(text));
            }
        });
    }

    /// Like [`is`](Self::is), for a text that is too long to read.
    #[track_caller]
    pub(crate) fn check<Q: Statement + Fragment>(
        &mut self,
        statement: Q,
        assert: impl FnOnce(&str),
    ) {
        let text = statement.to_sql().into_owned();
        assert(&text);
        let mut written = SqlWriter::new();
        statement.write(&mut written);
        assert_eq!(
            text,
            written.finish(),
            "the constant text and the written one"
        );
        let (sql, arguments) = statement.into_sqlx().unwrap();
        assert_eq!(text, sql.as_str());
        assert_eq!(
            numbers(&text),
            (1..=sqlx::Arguments::len(&arguments)).collect::<Vec<_>>(),
            "the numbers of the parameters in {text}"
        );
        self.statements.push((sql, arguments));
    }
}

/// Breaks a long text into lines, before clauses and where a line is full. Only spaces become line breaks, so the
/// comparison stays exact.
fn wrapped(text: &str) -> String {
    const WIDTH: usize = 78;
    assert!(!text.contains('\n'), "the text has lines already: {text}");
    if text.len() <= WIDTH {
        return text.to_owned();
    }
    let words: Vec<&str> = text.split(' ').collect();
    let mut lines = String::new();
    let mut width = 0;
    let mut is_quoted = false;
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            let is_full = width + 1 + word.len() > WIDTH;
            let is_break = !is_quoted && (is_full || begins_clause(&words, at));
            lines.push(if is_break { '\n' } else { ' ' });
            width = if is_break { 0 } else { width + 1 };
        }
        lines.push_str(word);
        width += word.len();
        is_quoted ^= word.matches('"').count() % 2 == 1;
    }
    lines
}

fn begins_clause(words: &[&str], at: usize) -> bool {
    let previous = words[at - 1];
    let is_before = |next: &str| words.get(at + 1) == Some(&next);
    match words[at] {
        "from" => previous != "distinct",
        "on" => is_before("conflict"),
        "group" | "order" => is_before("by"),
        "left" | "right" | "full" | "cross" => is_before("join"),
        "join" => !["left", "right", "full", "cross"].contains(&previous),
        "select" | "values" | "where" | "having" | "limit" | "returning" => true,
        _ => false,
    }
}

/// The numbers of the parameters, in the order in which the text has them first. A `$` before no digit is the root of a path
/// into JSON.
fn numbers(text: &str) -> Vec<usize> {
    let mut numbers = Vec::new();
    for rest in text.split('$').skip(1) {
        let end = rest.find(|c: char| !c.is_ascii_digit());
        let digits = &rest[..end.unwrap_or(rest.len())];
        if digits.is_empty() {
            continue;
        }
        let number = digits.parse().unwrap();
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}

/// A case: its name, and the function that checks its statements.
pub(crate) type Case = (&'static str, fn(&mut Texts));

/// Makes each function a test and lists all of them in `CASES`.
macro_rules! cases {
    ($(fn $name:ident($sql:ident) $body:block)*) => {
        $(
            #[test]
            fn $name() {
                bodies::$name(&mut $crate::texts::Texts::default());
            }
        )*

        mod bodies {
            #[allow(clippy::wildcard_imports, reason = "the imports of the tests")]
            use super::*;

            $(
                #[allow(clippy::too_many_lines, reason = "a case is a list of statements")]
                pub(super) fn $name($sql: &mut $crate::texts::Texts) $body
            )*
        }

        pub(crate) const CASES: &[$crate::texts::Case] = &[
            $((concat!(module_path!(), "::", stringify!($name)), bodies::$name)),*
        ];
    };
}
