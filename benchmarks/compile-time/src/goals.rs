//! What the figures must show.

use std::fmt::Write as _;

use crate::bench::{COMPILE_TIME, DEPENDENCIES, EXPANSION};
use crate::drivers::{OURS, SQLX, TYPED_PEERS};
use crate::results::{Key, Results};

/// Ours at most so many times the fastest typed peer.
const RATIO: f64 = 0.25;
const ROWS: [&str; 4] = [
    "fresh check",
    "check after a touch",
    "edit to first error",
    "incremental build after an edit of a query",
];
/// Lines that a table of 13 columns expands to, as the compiler writes them and as rustfmt does.
const LINES: f64 = 700.0;
/// Our dependencies at most so many times those of sqlx.
const COLD: f64 = 1.1;

/// A line for each goal.
pub(crate) fn report(results: &Results) -> String {
    let mut text = String::from("\ngoals\n");
    for row in ROWS {
        let value = |driver: &str| results.value(&Key::new(COMPILE_TIME, row, driver));
        let fastest = TYPED_PEERS
            .iter()
            .filter_map(|peer| Some((value(peer)?, *peer)))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        let compared = value(OURS).zip(fastest).map(|(ours, (theirs, peer))| {
            let words = format!(
                "{ours:.2} s, {:.2} times {peer}'s {theirs:.2} s",
                ours / theirs
            );
            (ours <= RATIO * theirs, words)
        });
        line(
            &mut text,
            &format!("{row}: at most {RATIO} times the fastest peer"),
            compared,
        );
    }
    for row in ["lines", "lines, formatted"] {
        let lines = results.value(&Key::new(EXPANSION, row, OURS));
        let compared = lines.map(|lines| (lines <= LINES, format!("{lines:.0}")));
        line(
            &mut text,
            &format!("expansion, {row}: at most {LINES} for a table"),
            compared,
        );
    }
    for (table, unit) in [
        (DEPENDENCIES, "time"),
        ("dependencies, processor", "processor time"),
    ] {
        let value = |driver| results.value(&Key::new(table, "cold build", driver));
        let compared = value(OURS).zip(value(SQLX)).map(|(ours, sqlx)| {
            let words = format!("{ours:.1} s, {:.2} times {sqlx:.1} s", ours / sqlx);
            (ours <= COLD * sqlx, words)
        });
        line(
            &mut text,
            &format!("dependencies, {unit}: at most {COLD} times sqlx alone"),
            compared,
        );
    }
    text
}

fn line(text: &mut String, goal: &str, compared: Option<(bool, String)>) {
    let (mark, words) = match compared {
        Some((true, words)) => ("holds ", words),
        Some((false, words)) => ("MISSED", words),
        None => ("      ", "not measured".to_owned()),
    };
    let _ = writeln!(text, "  {mark}  {goal}: {words}");
}
