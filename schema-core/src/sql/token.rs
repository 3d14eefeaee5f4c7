//! The pieces of a constant text.

use crate::table::TableDef;

/// A piece of a constant text.
#[derive(Debug, Clone, Copy)]
pub enum Token {
    /// SQL, as it stands.
    Text(&'static str),
    /// The next parameter: `$1`, `$2`, …
    Param,
    /// The tokens of a part: concatenation that copies nothing.
    Sub(&'static [Self]),
    /// A name, which is quoted.
    Name(&'static str),
    /// Names, each quoted and behind the same tokens, `", "` between them.
    Names(&'static [Self], &'static [&'static str]),
    /// Names of a table's columns, quoted, `", "` between them; of columns that are arrays, with a cast to their type.
    Casts(&'static [&'static str], &'static TableDef),
    /// So many parameters, `", "` between them.
    Params(usize),
}
