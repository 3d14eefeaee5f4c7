//! Questions about a public database, Chinook. Each is asked twice: by a typed query, and by SQL written by hand that
//! plain sqlx runs. Both must have the same rows, and some.
//!
//! The rows are in [`data`](data/README.md). Statements that change rows run in transactions that are rolled back.
#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests and their helpers fail by panicking"
)]

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt as _;

/// Lists the questions of a file.
macro_rules! questions {
    ($($question:ident),+ $(,)?) => {
        pub(crate) async fn ask(db: &schema_tests::db::TestDb, answers: &mut crate::Answers) {
            $(answers.compare(stringify!($question), $question(db)).await;)+
        }
    };
}

mod changes;
mod derived;
mod groups;
mod joins;
mod json;
mod load;
mod pages;
mod recursive;
mod same;
mod sets;
mod subqueries;
mod tables;
mod text;
mod time;
mod updates;
mod values;
mod windows;

/// The questions asked so far.
#[derive(Default)]
pub(crate) struct Answers {
    number: usize,
    different: Vec<&'static str>,
}

impl Answers {
    /// Asks a question, whose future panics if the answers differ. The panic prints how; the others are asked all the same.
    async fn compare(&mut self, question: &'static str, asked: impl Future<Output = ()>) {
        self.number += 1;
        if AssertUnwindSafe(asked).catch_unwind().await.is_err() {
            self.different.push(question);
        }
    }
}

/// A single test, since the rows are loaded only once.
#[test]
fn each_question_has_the_answer_of_sql_by_hand() {
    load::chinook(async |db| {
        let mut answers = Answers::default();
        changes::ask(&db, &mut answers).await;
        derived::ask(&db, &mut answers).await;
        groups::ask(&db, &mut answers).await;
        joins::ask(&db, &mut answers).await;
        json::ask(&db, &mut answers).await;
        pages::ask(&db, &mut answers).await;
        recursive::ask(&db, &mut answers).await;
        sets::ask(&db, &mut answers).await;
        subqueries::ask(&db, &mut answers).await;
        text::ask(&db, &mut answers).await;
        time::ask(&db, &mut answers).await;
        updates::ask(&db, &mut answers).await;
        values::ask(&db, &mut answers).await;
        windows::ask(&db, &mut answers).await;

        println!("{} questions", answers.number);
        assert!(answers.number >= 100, "only {} questions", answers.number);
        assert_eq!(answers.different, [""; 0], "questions with other answers");
    });
}
