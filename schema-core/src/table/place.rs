//! A column's place among those of its table, and who writes it, as a type.

use std::marker::PhantomData;

/// Inserts and updates may write the column, whose place is `N`.
#[derive(Debug)]
pub struct ByUser<N>(PhantomData<N>);

/// Only the server writes the column, whose place is `N`: `identity` (always) or `generated`.
#[derive(Debug)]
pub struct ByServer<N>(PhantomData<N>);

/// A column's place in [`TableDef::columns`](super::TableDef::columns). A type: a constant in each column's impl would be
/// checked as a function is.
pub trait Place {
    /// From 0.
    const INDEX: usize;
}

impl<N: Place> Place for ByUser<N> {
    const INDEX: usize = N::INDEX;
}

impl<N: Place> Place for ByServer<N> {
    const INDEX: usize = N::INDEX;
}

/// A number of several digits, `((D1, D2), D3)`.
impl<Tens: Place, Digit: Place> Place for (Tens, Digit) {
    const INDEX: usize = Tens::INDEX * 10 + Digit::INDEX;
}

macro_rules! digits {
    ($($digit:ident $index:literal)*) => {$(
        #[doc = concat!("The digit ", $index, ".")]
        #[derive(Debug)]
        pub enum $digit {}

        impl Place for $digit {
            const INDEX: usize = $index;
        }
    )*};
}

digits!(D0 0 D1 1 D2 2 D3 3 D4 4 D5 5 D6 6 D7 7 D8 8 D9 9);

#[cfg(test)]
mod tests {
    use super::{ByServer, ByUser, D0, D1, D2, D5, D6, D9, Place};

    #[test]
    fn digits_are_read_from_left_to_right() {
        assert_eq!(<ByServer<D0> as Place>::INDEX, 0);
        assert_eq!(<ByUser<D9> as Place>::INDEX, 9);
        assert_eq!(<ByUser<(D1, D0)> as Place>::INDEX, 10);
        // The most columns that Postgres takes are 1600.
        assert_eq!(<(((D1, D5), D9), D2) as Place>::INDEX, 1592);
        assert_eq!(<((D6, D1), D0) as Place>::INDEX, 610);
    }
}
