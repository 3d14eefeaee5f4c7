//! Modifiers of aggregates: `distinct`, `order by`, `filter (where …)`.
//!
//! <https://www.postgresql.org/docs/current/sql-expressions.html#SYNTAX-AGGREGATES>

use std::marker::PhantomData;

use super::super::{Argument, Function, WindowOrder, WindowOrderIn};
use super::ArrayItem;
use crate::expr::binary::binary;
use crate::expr::{Expression, InScope, Op, OrderingList, Repeatable, Sorted, operators};
use crate::scope::{Here, There};
use crate::sql::{Fragment, Token, fragment};
use crate::tuples::for_each_tuple;
use crate::types::NeverNull;

/// `count(*)` with modifiers.
#[derive(Debug)]
pub enum CountRows {}

impl Function<()> for CountRows {
    type Parameters = ();
    type Output = i64;
    type Null = NeverNull;
    const OPEN: &'static str = "count(*";
    const CLOSE: &'static str = ")";
}

/// The modifiers of an aggregate: [`OnlyDistinct`] or `()`, its order and its [`FilterWhere`], each of which may be absent.
#[derive(Debug, Clone, Copy)]
pub struct Modifiers<D = (), O = (), W = ()> {
    pub(super) distinct: PhantomData<D>,
    pub(super) order: O,
    pub(super) filter: W,
}

/// `distinct` of an aggregate.
#[derive(Debug, Clone, Copy)]
pub struct OnlyDistinct;

/// ` filter (where condition)`
#[derive(Debug, Clone, Copy)]
pub struct FilterWhere<E>(pub(super) E);

fragment!(impl[E: Fragment] FilterWhere<E> { " filter (where ", (0: E), ")" });

/// `()`, or [`OnlyDistinct`].
pub trait DistinctText {
    /// The text before the arguments.
    const TOKENS: &'static [Token];
}

impl DistinctText for () {
    const TOKENS: &'static [Token] = &[];
}

impl DistinctText for OnlyDistinct {
    const TOKENS: &'static [Token] = &[Token::Text("distinct ")];
}

/// The modifiers of an aggregate: `()` for none, or [`Modifiers`].
pub trait AggregateModifiers {
    /// [`OnlyDistinct`] or `()`.
    type Distinct;
    /// The order, with its `order by`.
    type Order: Fragment;
    /// The filter.
    type Filter: Fragment;
    /// The text before the arguments.
    const DISTINCT: &'static [Token];
    /// Returns the order.
    fn order(&self) -> &Self::Order;
    /// Returns the filter.
    fn filter(&self) -> &Self::Filter;
}

impl AggregateModifiers for () {
    type Distinct = ();
    type Order = ();
    type Filter = ();
    const DISTINCT: &'static [Token] = &[];

    #[inline]
    fn order(&self) -> &() {
        self
    }

    #[inline]
    fn filter(&self) -> &() {
        self
    }
}

impl<D: DistinctText, O: Fragment, W: Fragment> AggregateModifiers for Modifiers<D, O, W> {
    type Distinct = D;
    type Order = O;
    type Filter = W;
    const DISTINCT: &'static [Token] = D::TOKENS;

    #[inline]
    fn order(&self) -> &O {
        &self.order
    }

    #[inline]
    fn filter(&self) -> &W {
        &self.filter
    }
}

/// Modifiers whose expressions are read in the scope `S`, the rows that the aggregate is computed from.
pub trait ModifiersIn<S, I>: AggregateModifiers {}

impl<D, O, W, S, I, J> ModifiersIn<S, (I, J)> for Modifiers<D, O, W>
where
    D: DistinctText,
    O: WindowOrderIn<S, I>,
    W: FilterIn<S, J>,
{
}

/// A filter in the scope `S`, which may be absent.
pub trait FilterIn<S, I>: Fragment {}

impl<S> FilterIn<S, ()> for () {}
impl<E: InScope<S, I>, S, I> FilterIn<S, I> for FilterWhere<E> {}

/// Modifiers without `distinct`, which becomes part of `N`. If they are ordered, then by arguments of the aggregate, `A`.
#[diagnostic::on_unimplemented(
    message = "this aggregate is `distinct` already, or is ordered by something other than its arguments",
    label = "cannot be `distinct`"
)]
pub trait MakeDistinct<A, N, I> {
    /// Adds `distinct`.
    fn make_distinct(self) -> N;
}

#[diagnostic::do_not_recommend]
impl<A> MakeDistinct<A, Modifiers<OnlyDistinct>, ()> for () {
    fn make_distinct(self) -> Modifiers<OnlyDistinct> {
        modifiers((), ())
    }
}

#[diagnostic::do_not_recommend]
impl<A, W> MakeDistinct<A, Modifiers<OnlyDistinct, (), W>, ()> for Modifiers<(), (), W> {
    fn make_distinct(self) -> Modifiers<OnlyDistinct, (), W> {
        modifiers((), self.filter)
    }
}

#[diagnostic::do_not_recommend]
impl<A, O: SortedBy<OnlyDistinct, A, I>, W, I>
    MakeDistinct<A, Modifiers<OnlyDistinct, WindowOrder<O, true>, W>, I>
    for Modifiers<(), WindowOrder<O, true>, W>
{
    fn make_distinct(self) -> Modifiers<OnlyDistinct, WindowOrder<O, true>, W> {
        modifiers(self.order, self.filter)
    }
}

/// Modifiers without an order. The order becomes part of `N`.
#[diagnostic::on_unimplemented(
    message = "this aggregate is ordered already; name all orderings in one `order_by((…, …))`",
    label = "a second `order_by`"
)]
pub trait AddOrder<X, N> {
    /// Adds the order.
    fn add_order(self, ordering: X) -> N;
}

#[diagnostic::do_not_recommend]
impl<X> AddOrder<X, Modifiers<(), WindowOrder<X, true>>> for () {
    fn add_order(self, ordering: X) -> Modifiers<(), WindowOrder<X, true>> {
        modifiers(WindowOrder(ordering), ())
    }
}

#[diagnostic::do_not_recommend]
impl<D, W, X> AddOrder<X, Modifiers<D, WindowOrder<X, true>, W>> for Modifiers<D, (), W> {
    fn add_order(self, ordering: X) -> Modifiers<D, WindowOrder<X, true>, W> {
        modifiers(WindowOrder(ordering), self.filter)
    }
}

/// Modifiers to which a condition can be added. It becomes part of `N`.
pub trait AddFilter<X, N> {
    /// Adds the condition.
    fn add_filter(self, condition: X) -> N;
}

impl<X> AddFilter<X, Modifiers<(), (), FilterWhere<X>>> for () {
    fn add_filter(self, condition: X) -> Modifiers<(), (), FilterWhere<X>> {
        modifiers((), FilterWhere(condition))
    }
}

impl<D, O, X> AddFilter<X, Modifiers<D, O, FilterWhere<X>>> for Modifiers<D, O> {
    fn add_filter(self, condition: X) -> Modifiers<D, O, FilterWhere<X>> {
        modifiers(self.order, FilterWhere(condition))
    }
}

impl<D, O, E, X> AddFilter<X, Modifiers<D, O, FilterWhere<Op<operators::And, E, X>>>>
    for Modifiers<D, O, FilterWhere<E>>
{
    fn add_filter(self, condition: X) -> Modifiers<D, O, FilterWhere<Op<operators::And, E, X>>> {
        modifiers(self.order, FilterWhere(binary!(self.filter.0, condition)))
    }
}

const fn modifiers<D, O, W>(order: O, filter: W) -> Modifiers<D, O, W> {
    Modifiers {
        distinct: PhantomData,
        order,
        filter,
    }
}

/// Arguments of an aggregate that can be `distinct`: at least one.
#[diagnostic::on_unimplemented(
    message = "`count(*)` counts rows, which are all distinct; write `count_distinct(column)`",
    label = "no argument"
)]
pub trait DistinctArguments {}

macro_rules! arguments {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<$($name),+> DistinctArguments for ($(Argument<$name>,)+) {}
    };
}

for_each_tuple!(arguments);

/// An ordering of an aggregate with the arguments `A`. If the aggregate is [`OnlyDistinct`], it can be ordered only by them.
#[diagnostic::on_unimplemented(
    message = "an aggregate that is `distinct` can be ordered only by its arguments, each alone",
    label = "not an argument of the aggregate"
)]
pub trait SortedBy<D, A, I> {}

#[diagnostic::do_not_recommend]
impl<O: OrderingList, A> SortedBy<(), A, ()> for O {}

#[diagnostic::do_not_recommend]
impl<E: Expression, A: HasArgument<E, I>, I> SortedBy<OnlyDistinct, A, (I,)> for E {}

#[diagnostic::do_not_recommend]
impl<E: Expression, D, A: HasArgument<E, I>, I> SortedBy<OnlyDistinct, A, There<I>>
    for Sorted<E, D>
{
}

/// Arguments of an aggregate, `E` among them.
pub trait HasArgument<E, I> {}

impl<E: Repeatable> HasArgument<E, Here> for (Argument<E>,) {}
impl<E: Repeatable> HasArgument<E, There<Here>> for (Argument<ArrayItem<E>>,) {}
impl<E: Repeatable, B> HasArgument<E, Here> for (Argument<E>, Argument<B>) {}
impl<A, E: Repeatable> HasArgument<E, There<Here>> for (Argument<A>, Argument<E>) {}

/// Modifiers of an aggregate over a window, which Postgres computes without `distinct` and `order by`.
#[diagnostic::on_unimplemented(
    message = "an aggregate with `distinct` or `order_by` cannot have a window; remove it, or order the window",
    label = "Postgres accepts only `filter` before `over`"
)]
pub trait OverModifiers {}

#[diagnostic::do_not_recommend]
impl OverModifiers for () {}
#[diagnostic::do_not_recommend]
impl<W> OverModifiers for Modifiers<(), (), W> {}
