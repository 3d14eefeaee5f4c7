//! Holds a statement's text against what is expected, and keeps the statement for a server.

use expect_test::Expect;
use schema_core::exec::Statement;
use schema_core::sql::SqlWriter;
use sqlx::SqlStr;
use sqlx::postgres::PgArguments;

/// The statements of a case.
#[derive(Default)]
pub(crate) struct Texts {
    /// Only the statements are wanted: their texts have a test of their own.
    pub(crate) quiet: bool,
    pub(crate) statements: Vec<(SqlStr, PgArguments)>,
}

impl Texts {
    /// The statement has this text, in both renderings, and a value for each parameter.
    #[track_caller]
    #[allow(clippy::needless_pass_by_value, reason = "so that a case needs no `&`")]
    pub(crate) fn is<Q: Statement>(&mut self, statement: Q, expected: Expect) {
        let quiet = self.quiet;
        self.check(statement, |text| {
            if !quiet {
                expected.assert_eq(text);
            }
        });
    }

    /// As [`is`](Self::is), of a text that is too long to be read.
    #[track_caller]
    pub(crate) fn check<Q: Statement>(&mut self, statement: Q, assert: impl FnOnce(&str)) {
        let text = statement.to_sql().into_owned();
        assert(&text);
        let mut written = SqlWriter::new();
        statement.write(&mut written);
        assert_eq!(text, written.finish(), "the constant and what is written");
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

/// The numbers behind `$`, in the order of the text.
fn numbers(text: &str) -> Vec<usize> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_digit());
            rest[..end.unwrap_or(rest.len())].parse().unwrap()
        })
        .collect()
}

/// A case: its name, and what it says of statements.
pub(crate) type Case = (&'static str, fn(&mut Texts));

/// Makes each function a test, and `CASES` a list of all.
macro_rules! cases {
    ($(fn $name:ident($sql:ident) $body:block)*) => {
        $(
            #[test]
            fn $name() {
                bodies::$name(&mut $crate::texts::Texts::default());
            }
        )*

        mod bodies {
            #[allow(clippy::wildcard_imports, reason = "what the tests import")]
            use super::*;

            $(pub(super) fn $name($sql: &mut $crate::texts::Texts) $body)*
        }

        pub(crate) const CASES: &[$crate::texts::Case] = &[
            $((concat!(module_path!(), "::", stringify!($name)), bodies::$name)),*
        ];
    };
}
