//! The pieces of a constant text.

/// A piece of a constant text.
#[derive(Debug, Clone, Copy)]
pub enum Token {
    /// SQL, as it stands.
    Text(&'static str),
    /// The next parameter: `$1`, `$2`, …
    Param,
    /// The tokens of a part: concatenation that copies nothing.
    Sub(&'static [Token]),
    /// Column names, `", "` between them, each behind the table's name and a dot where there is one.
    Names(&'static str, &'static [&'static str]),
    /// Parameters, `", "` between them, as many as there are names.
    Params(usize),
}
