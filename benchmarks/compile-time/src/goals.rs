//! The goals for the figures.

use std::fmt::Write as _;

use measurements::{Place, Results};

use crate::bench::{COMPILE_TIME, DEPENDENCIES, EXPANSION};
use crate::drivers::{OURS, SQLX, TYPED_PEERS};

/// Maximum ratio of schema to the fastest typed peer.
const RATIO: f64 = 0.25;
const ROWS: [&str; 4] = [
    "fresh check",
    "check after a touch",
    "edit to first error",
    "incremental build after an edit of a query",
];
/// Maximum lines of expansion of a table of 13 columns, as printed by the compiler and as formatted by rustfmt.
const LINES: f64 = 700.0;
/// Maximum ratio of our dependencies to those of sqlx.
const COLD: f64 = 1.1;

/// Formats a line for each goal.
pub(crate) fn report(results: &Results) -> String {
    let mut text = String::from("\ngoals\n");
    for row in ROWS {
        let of = |driver: &str| value(results, Place::new(COMPILE_TIME, row, driver));
        let fastest = TYPED_PEERS
            .iter()
            .filter_map(|peer| Some((of(peer)?, *peer)))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        let compared = of(OURS).zip(fastest).map(|(ours, (theirs, peer))| {
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
        let lines = value(results, Place::new(EXPANSION, row, OURS));
        let compared = lines.map(|lines| (lines <= LINES, format!("{lines:.0}")));
        line(
            &mut text,
            &format!("expansion, {row}: at most {LINES} per table"),
            compared,
        );
    }
    for (table, unit) in [
        (DEPENDENCIES, "time"),
        ("dependencies, processor", "processor time"),
    ] {
        let of = |driver| value(results, Place::new(table, "cold build", driver));
        let compared = of(OURS).zip(of(SQLX)).map(|(ours, sqlx)| {
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

fn value(results: &Results, place: Place<'_>) -> Option<f64> {
    Some(results.get(place)?.value)
}

fn line(text: &mut String, goal: &str, compared: Option<(bool, String)>) {
    let (mark, words) = match compared {
        Some((true, words)) => ("holds ", words),
        Some((false, words)) => ("MISSED", words),
        None => ("      ", "not measured".to_owned()),
    };
    let _ = writeln!(text, "  {mark}  {goal}: {words}");
}
