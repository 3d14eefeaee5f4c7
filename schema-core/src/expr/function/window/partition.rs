//! The partitions of a window: columns, expressions, and in a grouped query also aggregates and grouped expressions.

use super::super::{AggregateCall, AggregateModifiers, ArgumentList, CountAll, Function};
use crate::expr::{
    Cube, Expression, GroupItemIn, GroupKey, GroupingSets, InScope, IntoGroupItem, PlainItem,
    PrimaryKeyColumns, Repeatable, Rollup,
};
use crate::scope::{Constant, GroupedBy, Kind, PerRow, kind_of};
use crate::sql::{Fragment, fragment};
use crate::table::{Column, ColumnMarker, Source};
use crate::tuples::for_each_tuple;

/// `partition by …`
#[derive(Debug, Clone, Copy)]
pub struct PartitionBy<G>(G);

impl<G> PartitionBy<G> {
    pub(super) const fn new(items: G) -> Self {
        Self(items)
    }
}

fragment!(impl[G: Fragment] PartitionBy<G> { "partition by ", (0: G) });

/// An argument of `partition_by`, which is converted into the tuple `X`.
#[diagnostic::on_unimplemented(
    message = "only columns, expressions and aggregates can partition a window, not a window function or a value",
    label = "expected a column or an expression of this query, or a tuple of them",
    note = "a value in the expression must be a shared parameter: `let limit = param!(18);`"
)]
pub trait IntoPartition<X> {
    /// Converts the argument into the tuple.
    fn into_partition(self) -> X;
}

#[diagnostic::do_not_recommend]
impl<E: IntoPartitionItem> IntoPartition<(E::Item,)> for E {
    fn into_partition(self) -> (E::Item,) {
        (self.into_partition_item(),)
    }
}

/// One of the columns and expressions that partition a window.
#[diagnostic::on_unimplemented(
    message = "only columns, expressions and aggregates can partition a window, not a window function or a value",
    label = "expected a column or an expression of this query, or a tuple of them",
    note = "a value in the expression must be a shared parameter: `let limit = param!(18);`"
)]
pub trait IntoPartitionItem {
    /// The column, the expression as [`GroupedBy`], or the aggregate as [`PartitionedBy`].
    type Item: Fragment;
    /// Converts the column or expression.
    fn into_partition_item(self) -> Self::Item;
}

#[diagnostic::do_not_recommend]
impl<E: IntoGroupItem> IntoPartitionItem for E {
    type Item = E::Item;

    fn into_partition_item(self) -> E::Item {
        self.into_item()
    }
}

/// An expression that partitions a window, although it cannot be grouped by.
#[derive(Debug, Clone, Copy)]
pub struct PartitionedBy<E>(E);

fragment!(impl[E: Fragment] PartitionedBy<E> { (0: E) });

macro_rules! partitioned {
    ($([$($generics:tt)*] $type:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> IntoPartitionItem for $type {
            type Item = PartitionedBy<Self>;

            fn into_partition_item(self) -> PartitionedBy<Self> {
                PartitionedBy(self)
            }
        }
    )*};
}

partitioned! {
    [] CountAll;
    [F: Function<A::Types>, A: ArgumentList, M: AggregateModifiers] AggregateCall<F, A, M>;
    [E: Expression] GroupKey<E>;
}

impl<E: InScope<S, I>, S, I> GroupItemIn<S, I> for PartitionedBy<E> {}

#[diagnostic::do_not_recommend]
impl<E> PlainItem for PartitionedBy<E> {}

// It appears once in the text, and nothing is compared with it.
#[diagnostic::do_not_recommend]
impl<E> Repeatable for PartitionedBy<E> {}

/// The partitions of a window, in the scope `S`.
pub trait PartitionIn<S, I>: Fragment {}

impl<S> PartitionIn<S, ()> for () {}

/// The partitions of a window, with their kind.
pub trait PartitionKind: Fragment {
    /// The kind of the expressions together.
    type Kind: Kind;
}

impl PartitionKind for () {
    type Kind = Constant;
}

/// One of the partitions, with its kind.
pub trait PartitionItemKind {
    /// The kind.
    type Kind: Kind;
}

impl<T: Source, C: ColumnMarker> PartitionItemKind for Column<T, C> {
    type Kind = PerRow;
}

impl<E> PartitionItemKind for GroupedBy<E> {
    type Kind = PerRow;
}

impl<S> PartitionItemKind for PrimaryKeyColumns<S> {
    type Kind = PerRow;
}

// Not a `PlainItem`, so there is an error already.
impl<G> PartitionItemKind for Rollup<G> {
    type Kind = PerRow;
}

impl<G> PartitionItemKind for Cube<G> {
    type Kind = PerRow;
}

impl<G, L> PartitionItemKind for GroupingSets<G, L> {
    type Kind = PerRow;
}

impl<E: Expression> PartitionItemKind for PartitionedBy<E> {
    type Kind = E::Kind;
}

macro_rules! tuple {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<$($name: IntoPartitionItem),+> IntoPartition<($($name::Item,)+)> for ($($name,)+) {
            fn into_partition(self) -> ($($name::Item,)+) {
                ($(self.$index.into_partition_item(),)+)
            }
        }

        impl<S, $($name: GroupItemIn<S, $place> + Fragment, $place),+> PartitionIn<S, ($($place,)+)>
            for PartitionBy<($($name,)+)>
        {
        }

        impl<$($name: PartitionItemKind + Fragment),+> PartitionKind for PartitionBy<($($name,)+)> {
            type Kind = kind_of!($($name)+);
        }
    };
}

for_each_tuple!(tuple);
