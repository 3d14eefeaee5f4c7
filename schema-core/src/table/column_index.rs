//! A column's index in its table, who writes it, and whether it is the primary key, as a type.

use std::marker::PhantomData;

use super::Source;

/// Column `N`, which inserts and updates may write.
#[derive(Debug)]
pub struct ByUser<N>(PhantomData<N>);

/// Column `N`, which every row to insert contains, and updates may write.
#[derive(Debug)]
pub struct Required<N>(PhantomData<N>);

/// Column `N`, which only the server writes: `identity` (always) or `generated`.
#[derive(Debug)]
pub struct ByServer<N>(PhantomData<N>);

/// Column `N`, which is the whole primary key of the table.
#[derive(Debug)]
pub struct KeyIndex<N>(PhantomData<N>);

/// A column's index in [`TableDef::columns`](crate::def::TableDef::columns).
///
/// It is a type because a constant is slower to compile: the compiler checks one in each column's impl like a function.
pub trait ColumnIndex {
    /// [`SoleKey`] if the column alone is the primary key.
    type Role: KeyRole;
    /// The index as a chain of bits, followed by `Rest`, so that two columns can be compared: see [`Differs`](super::Differs).
    type Bits<Rest>;
    /// The index, from 0.
    const INDEX: usize;
}

/// The index of a column that a statement may set.
pub trait Writable {}

impl<N> Writable for ByUser<N> {}
impl<N> Writable for Required<N> {}

/// The index of a column that a row to insert may lack.
pub trait Omissible {}

impl<N> Omissible for ByUser<N> {}
impl<N> Omissible for ByServer<N> {}

/// The role of a column in its table's primary key: [`SoleKey`] or [`NotAKey`].
pub trait KeyRole {
    /// The list of the tables whose key is grouped: `Rest`, and `T` if this is its key.
    type Keys<T: Source, Rest>;
}

/// The column alone is the primary key.
#[derive(Debug)]
pub enum SoleKey {}

/// The column is not the primary key, or is one of several columns of it.
#[derive(Debug)]
pub enum NotAKey {}

impl KeyRole for SoleKey {
    type Keys<T: Source, Rest> = (T, Rest);
}

impl KeyRole for NotAKey {
    type Keys<T: Source, Rest> = Rest;
}

impl<N: ColumnIndex> ColumnIndex for ByUser<N> {
    type Role = N::Role;
    type Bits<Rest> = N::Bits<Rest>;
    const INDEX: usize = N::INDEX;
}

impl<N: ColumnIndex> ColumnIndex for Required<N> {
    type Role = N::Role;
    type Bits<Rest> = N::Bits<Rest>;
    const INDEX: usize = N::INDEX;
}

impl<N: ColumnIndex> ColumnIndex for ByServer<N> {
    type Role = N::Role;
    type Bits<Rest> = N::Bits<Rest>;
    const INDEX: usize = N::INDEX;
}

impl<N: ColumnIndex> ColumnIndex for KeyIndex<N> {
    type Role = SoleKey;
    type Bits<Rest> = N::Bits<Rest>;
    const INDEX: usize = N::INDEX;
}

/// A number of several digits, `((D1, D2), D3)`.
impl<Tens: ColumnIndex, Digit: ColumnIndex> ColumnIndex for (Tens, Digit) {
    type Role = NotAKey;
    // The last digit first: consecutive columns then differ in the first bits.
    type Bits<Rest> = Digit::Bits<Tens::Bits<Rest>>;
    const INDEX: usize = Tens::INDEX * 10 + Digit::INDEX;
}

macro_rules! digits {
    ($($digit:ident $index:literal $a:tt $b:tt $c:tt $d:tt;)*) => {$(
        #[doc = concat!("The digit ", $index, ".")]
        #[derive(Debug)]
        pub enum $digit {}

        impl ColumnIndex for $digit {
            type Role = NotAKey;
            type Bits<Rest> = *$a *$b *$c *$d Rest;
            const INDEX: usize = $index;
        }
    )*};
}

digits! {
    D0 0 const const const const;
    D1 1 mut const const const;
    D2 2 const mut const const;
    D3 3 mut mut const const;
    D4 4 const const mut const;
    D5 5 mut const mut const;
    D6 6 const mut mut const;
    D7 7 mut mut mut const;
    D8 8 const const const mut;
    D9 9 mut const const mut;
}

#[cfg(test)]
mod tests {
    use super::{ByServer, ByUser, ColumnIndex, D0, D1, D2, D5, D6, D9, KeyIndex};

    #[test]
    fn digits_are_read_from_left_to_right() {
        assert_eq!(<ByServer<D0> as ColumnIndex>::INDEX, 0);
        assert_eq!(<ByUser<D9> as ColumnIndex>::INDEX, 9);
        assert_eq!(<ByUser<KeyIndex<(D1, D0)>> as ColumnIndex>::INDEX, 10);
        // Postgres allows at most 1600 columns.
        assert_eq!(<(((D1, D5), D9), D2) as ColumnIndex>::INDEX, 1592);
        assert_eq!(<((D6, D1), D0) as ColumnIndex>::INDEX, 610);
    }
}
