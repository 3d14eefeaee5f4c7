//! Totals over all edits.

use crate::Row;
use crate::peers::PeerResult;

/// Formats a share: `37 of 40 (92 %)`.
pub(crate) fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    format!("{part} of {whole} ({} %)", 100 * part / whole)
}

/// The median; the mean of the two middle numbers if their count is even.
pub(crate) fn median(mut numbers: Vec<usize>) -> String {
    numbers.sort_unstable();
    let at = |i: usize| numbers.get(i).copied().unwrap_or(0);
    let high = at(numbers.len() / 2);
    let low = at(numbers.len().saturating_sub(1) / 2);
    let sum = low + high;
    let half = if sum % 2 == 0 { "" } else { ".5" };
    format!("{}{half}", sum / 2)
}

/// The rows with an error that the compiler should report and does.
pub(crate) fn caught(rows: &[Row]) -> impl Iterator<Item = (&Row, &crate::judge::First)> {
    rows.iter()
        .filter(|row| !row.edit.must_compile())
        .filter_map(|row| row.verdict.first.as_ref().map(|first| (row, first)))
}

/// The totals of one library.
#[derive(Debug)]
pub(crate) struct Totals {
    pub(crate) tried: usize,
    pub(crate) caught: usize,
    pub(crate) on_line: usize,
    pub(crate) errors: Vec<usize>,
    pub(crate) lines: Vec<usize>,
}

impl Totals {
    pub(crate) fn of(results: &[PeerResult]) -> Self {
        let caught = || results.iter().filter(|result| result.caught);
        Self {
            tried: results.len(),
            caught: caught().count(),
            on_line: caught().filter(|result| result.line).count(),
            errors: caught().map(|result| result.errors).collect(),
            lines: caught().map(|result| result.lines).collect(),
        }
    }
}

/// Converts a row to the form of the other libraries.
pub(crate) fn as_peer(row: &Row) -> Option<PeerResult> {
    let first = row.verdict.first.as_ref();
    Some(PeerResult {
        row: row.edit.peer_row?,
        caught: first.is_some(),
        line: first.is_some_and(|first| first.on_line),
        errors: row.verdict.errors,
        lines: row.verdict.output_lines,
    })
}

#[cfg(test)]
mod tests {
    use super::{median, share};

    #[test]
    fn median_is_the_middle_one() {
        assert_eq!(median(vec![9, 1, 5]), "5");
        assert_eq!(median(vec![4, 1, 3, 2]), "2.5");
        assert_eq!(median(Vec::new()), "0");
    }

    #[test]
    fn share_rounds_down() {
        assert_eq!(share(2, 3), "2 of 3 (66 %)");
        assert_eq!(share(0, 0), "–");
    }
}
