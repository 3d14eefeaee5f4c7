//! Joins, and what they do to the scope.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-JOIN>

use std::fmt;
use std::marker::PhantomData;

use crate::scope::{AddSource, Require, Scope};
use crate::sql::{Fragment, Token, fragment};
use crate::table::{Column, ColumnMarker, ReferencedBy, Source};

/// A kind of join of the scope `S` with the source `R`, which needs `N` from the statement around it.
pub trait JoinKind<S, R, N = ()>: JoinText {
    /// The scope with the source.
    type Scope: Scope;
}

/// The text of a kind of join.
pub trait JoinText: 'static {
    /// The text, with its spaces.
    const TEXT: &'static str;
    /// True if it finds rows without a row of the other side.
    const OUTER: bool;
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $text:literal $outer:literal, $scope:ident => $left:ty, $source:ident => $right:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}

        impl JoinText for $name {
            const TEXT: &'static str = $text;
            const OUTER: bool = $outer;
        }

        impl<$scope: Scope, $source: Source> JoinKind<$scope, $source> for $name
        where
            $left: AddSource<$right>,
        {
            type Scope = <$left as AddSource<$right>>::Scope;
        }

        impl<$scope: Scope, $source: Source, Item, Rest> JoinKind<$scope, $source, (Item, Rest)> for $name
        where
            $left: AddSource<$right, Scope: Require<(Item, Rest), Scope: Scope>>,
        {
            type Scope = <<$left as AddSource<$right>>::Scope as Require<(Item, Rest)>>::Scope;
        }
    )*};
}

kinds! {
    /// `join`
    Inner " join " false, S => S, R => R;
    /// `left join`
    Left " left join " true, S => S, R => Option<R>;
    /// `right join`
    Right " right join " true, S => S::Nulled, R => R;
    /// `full join`
    Full " full join " true, S => S::Nulled, R => Option<R>;
}

/// `from … join source on condition`
pub struct Join<F, K, V, E> {
    from: F,
    source: V,
    on: E,
    kind: PhantomData<fn() -> K>,
}

impl<F, K, V, E> Join<F, K, V, E> {
    pub(crate) const fn new(from: F, source: V, on: E) -> Self {
        Self {
            from,
            source,
            on,
            kind: PhantomData,
        }
    }
}

impl<F: Clone, K, V: Clone, E: Clone> Clone for Join<F, K, V, E> {
    fn clone(&self) -> Self {
        Self::new(self.from.clone(), self.source.clone(), self.on.clone())
    }
}

impl<F: Copy, K, V: Copy, E: Copy> Copy for Join<F, K, V, E> {}

impl<F: fmt::Debug, K: JoinText, V: fmt::Debug, E: fmt::Debug> fmt::Debug for Join<F, K, V, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(K::TEXT.trim())
            .field(&self.from)
            .field(&self.source)
            .field(&self.on)
            .finish()
    }
}

fragment!(impl[F: Fragment, K: JoinText, V: Fragment, E: Fragment] Join<F, K, V, E> {
    (from: F), [&[Token::Joined(K::OUTER), Token::Text(K::TEXT)]], (source: V), " on ", (on: E),
});

/// `from … cross join source`
#[derive(Debug, Clone, Copy)]
pub struct Cross<F, V> {
    from: F,
    source: V,
}

impl<F, V> Cross<F, V> {
    pub(crate) const fn new(from: F, source: V) -> Self {
        Self { from, source }
    }
}

fragment!(impl[F: Fragment, V: Fragment] Cross<F, V> {
    (from: F), [&[Token::Joined(false)]], " cross join ", (source: V),
});

/// `column = referenced column`
pub struct KeyJoin<N, C, R> {
    key: Column<N, C>,
    table: PhantomData<fn() -> R>,
}

impl<N, C, R> KeyJoin<N, C, R> {
    pub(crate) const fn new(key: Column<N, C>) -> Self {
        Self {
            key,
            table: PhantomData,
        }
    }
}

impl<N, C, R> Clone for KeyJoin<N, C, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<N, C, R> Copy for KeyJoin<N, C, R> {}

impl<N: Source, C: ColumnMarker, R> fmt::Debug for KeyJoin<N, C, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("KeyJoin").field(&self.key).finish()
    }
}

fragment!(impl[N: Source, C: ColumnMarker, R: ReferencedBy<C>] KeyJoin<N, C, R> {
    (key: Column<N, C>), " = ", [<R as Source>::REFERENCE],
    [&[Token::Text("."), Token::Name(<R as ReferencedBy<C>>::COLUMN)]],
});
