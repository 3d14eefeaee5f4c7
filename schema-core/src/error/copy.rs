//! Errors of `copy`: the row and the column.

use sqlx::error::BoxDynError;

/// The error of a row that could not be encoded.
#[derive(Debug, thiserror::Error)]
#[error("in row {number}")]
pub(crate) struct InRow {
    pub(crate) number: u64,
    pub(crate) source: BoxDynError,
}

/// Returns true if a server's context is about the row of a `copy`: `COPY people, line 2, column age`. The statement of a
/// trigger is on lines before that.
pub(super) fn is_context(context: &str) -> bool {
    context.starts_with("COPY ")
}

/// Returns the number of the row.
pub(super) fn row(context: &str) -> Option<u64> {
    let line = context.lines().last()?;
    let (_, after) = line.strip_prefix("COPY ")?.split_once(", line ")?;
    let end = after.find(|c: char| !c.is_ascii_digit());
    after[..end.unwrap_or(after.len())].parse().ok()
}

/// Returns the name of the column.
pub(super) fn column(context: &str) -> Option<&str> {
    let (_, after) = context.split_once(", line ")?;
    let (_, name) = after.split_once(", column ")?;
    // A value follows in text formats.
    Some(name.split_once(": ").map_or(name, |(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_row_and_the_column() {
        let context = "COPY people, line 12, column age";
        assert_eq!((row(context), column(context)), (Some(12), Some("age")));
        let context = "COPY a, b, line 3";
        assert_eq!((row(context), column(context)), (Some(3), None));
        let context = "PL/pgSQL function f() line 1 at RAISE\nCOPY people, line 4";
        assert_eq!((is_context(context), row(context)), (false, Some(4)));
        assert_eq!(row("unnamed portal parameter $2"), None);
    }
}
