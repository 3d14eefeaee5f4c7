//! Joins, and what they do to the scope.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-JOIN>

use std::fmt;
use std::marker::PhantomData;

use crate::expr::{Push, Scope};
use crate::sql::{Fragment, Token, fragment};
use crate::table::{Column, ColumnMarker, ReferencedBy, Source};

/// A kind of join of the tables `S` with the table `T`.
pub trait JoinKind<S, T>: JoinText {
    /// The scope with the table.
    type Scope: Scope;
}

/// The text of a kind of join.
pub trait JoinText: 'static {
    /// The text, with its spaces.
    const TEXT: &'static str;
}

/// The scope of the tables `S` joined with the table `T`.
pub(super) type JoinedScope<K, S, T> = <K as JoinKind<S, T>>::Scope;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $text:literal, $scope:ident => $left:ty, $table:ident => $right:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}

        impl JoinText for $name {
            const TEXT: &'static str = $text;
        }

        impl<$scope: Scope, $table: Source> JoinKind<$scope, $table> for $name
        where
            $left: Push<$right>,
        {
            type Scope = <$left as Push<$right>>::With;
        }
    )*};
}

kinds! {
    /// `join`
    Inner " join ", S => S, T => T;
    /// `left join`
    Left " left join ", S => S, T => Option<T>;
    /// `right join`
    Right " right join ", S => S::Nulled, T => T;
    /// `full join`
    Full " full join ", S => S::Nulled, T => Option<T>;
}

/// `from … join table on condition`
pub struct Join<F, K, T, E> {
    from: F,
    on: E,
    marker: PhantomData<fn() -> (K, T)>,
}

impl<F, K, T, E> Join<F, K, T, E> {
    pub(crate) const fn new(from: F, on: E) -> Self {
        Self {
            from,
            on,
            marker: PhantomData,
        }
    }
}

impl<F: Clone, K, T, E: Clone> Clone for Join<F, K, T, E> {
    fn clone(&self) -> Self {
        Self::new(self.from.clone(), self.on.clone())
    }
}

impl<F: Copy, K, T, E: Copy> Copy for Join<F, K, T, E> {}

impl<F: fmt::Debug, K: JoinText, T, E: fmt::Debug> fmt::Debug for Join<F, K, T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(K::TEXT.trim())
            .field(&self.from)
            .field(&self.on)
            .finish()
    }
}

fragment!(impl[F: Fragment, K: JoinText, T: Source, E: Fragment] Join<F, K, T, E> {
    (from: F), [&[Token::Text(K::TEXT)]], [T::FROM], " on ", (on: E),
});

/// `from … cross join table`
pub struct Cross<F, T> {
    from: F,
    marker: PhantomData<fn() -> T>,
}

impl<F, T> Cross<F, T> {
    pub(crate) const fn new(from: F) -> Self {
        Self {
            from,
            marker: PhantomData,
        }
    }
}

impl<F: Clone, T> Clone for Cross<F, T> {
    fn clone(&self) -> Self {
        Self::new(self.from.clone())
    }
}

impl<F: Copy, T> Copy for Cross<F, T> {}

impl<F: fmt::Debug, T> fmt::Debug for Cross<F, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("cross join").field(&self.from).finish()
    }
}

fragment!(impl[F: Fragment, T: Source] Cross<F, T> { (from: F), " cross join ", [T::FROM] });

/// `column = referenced column`
pub struct KeyJoin<N, C, T> {
    key: Column<N, C>,
    table: PhantomData<fn() -> T>,
}

impl<N, C, T> KeyJoin<N, C, T> {
    pub(crate) const fn new(key: Column<N, C>) -> Self {
        Self {
            key,
            table: PhantomData,
        }
    }
}

impl<N, C, T> Clone for KeyJoin<N, C, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<N, C, T> Copy for KeyJoin<N, C, T> {}

impl<N: Source, C: ColumnMarker, T> fmt::Debug for KeyJoin<N, C, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("KeyJoin").field(&self.key).finish()
    }
}

fragment!(impl[N: Source, C: ColumnMarker, T: ReferencedBy<C>] KeyJoin<N, C, T> {
    (key: Column<N, C>), " = ", [<T as Source>::REFERENCE],
    [&[Token::Text("."), Token::Name(<T as ReferencedBy<C>>::COLUMN)]],
});
