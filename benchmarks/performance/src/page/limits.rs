//! The table of limits.

use std::fmt::Write as _;

use crate::figures::Figures;
use crate::limits::limits;

pub(super) fn table(figures: &Figures) -> String {
    let mut text =
        String::from("| figure | limit | measured | | floor of sqlx |\n|---|--:|--:|---|--:|\n");
    for limit in limits(figures) {
        let held = match limit.holds() {
            Some(true) => "held",
            Some(false) => "**missed**",
            None => "not measured",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "| {} | {} | {} | {held} | {} |",
            limit.what,
            limit.most,
            ratio(limit.figure),
            ratio(limit.floor)
        );
    }
    text.pop();
    text
}

fn ratio(value: Option<f64>) -> String {
    match value {
        None => String::new(),
        Some(value) if value >= 10.0 || value.fract() == 0.0 => format!("{value:.0}"),
        Some(value) => format!("{value:.3}"),
    }
}
