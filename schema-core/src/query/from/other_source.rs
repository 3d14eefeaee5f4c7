//! The other sources of an update or delete: `"patients", "doctors"` after `from` or `using`.
//!
//! <https://www.postgresql.org/docs/current/sql-update.html>,
//! <https://www.postgresql.org/docs/current/sql-delete.html>

use crate::sql::{Fragment, Token, fragment};

/// The sources `F`, and the source `V`.
#[derive(Debug, Clone, Copy)]
pub struct OtherSource<F, V> {
    others: F,
    source: V,
}

impl<F, V> OtherSource<F, V> {
    pub(crate) const fn new(others: F, source: V) -> Self {
        Self { others, source }
    }
}

/// A list of sources, which may be absent.
pub trait OtherSources: Fragment {
    /// True if there is none.
    const EMPTY: bool;
    /// The text between the list and a further source.
    const COMMA: &'static str = if Self::EMPTY { "" } else { ", " };
}

impl OtherSources for () {
    const EMPTY: bool = true;
}

impl<F: OtherSources, V: Fragment> OtherSources for OtherSource<F, V> {
    const EMPTY: bool = false;
}

fragment!(impl[F: OtherSources, V: Fragment] OtherSource<F, V> {
    (others: F), [&[Token::Text(F::COMMA)]], (source: V),
});

/// Returns the keyword before the list, if there is one: ` from ` or ` using `.
pub(crate) const fn keyword<F: OtherSources>(keyword: &'static str) -> &'static str {
    if F::EMPTY { "" } else { keyword }
}
