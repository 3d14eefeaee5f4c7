//! Windows: `partition by … order by … rows between … and …`.
//!
//! <https://www.postgresql.org/docs/current/sql-expressions.html#SYNTAX-WINDOW-FUNCTIONS>

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::frame::{
    EndAfter, ExcludeCurrentRow, ExcludeGroup, ExcludeNothing, ExcludeTies, Frame, FrameBound,
    FrameNull, FrameStart, GroupFrame, RangeFrame, RowFrame,
};
use super::partition::{IntoPartition, PartitionBy, PartitionIn, PartitionKind};
use crate::expr::{Inferred, IntoOrdering, OrderingList, PlainItems, Repeatable};
use crate::scope::{Constant, Kind};
use crate::sql::{Arguments, Fragment, SqlWriter, Token, fragment};
use crate::types::Nullability;

/// A window: its partitions `P`, its order `O` and its frame `R`. Each may be absent.
#[derive(Debug, Clone, Copy)]
pub struct Window<P = (), O = (), R = ()> {
    partition: P,
    order: O,
    frame: R,
}

/// An argument of `over`: a window, or `()` for the window of all rows.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a window",
    label = "expected `partition_by(…)` or `()`",
    note = "`order_by(…)` is a window as well, and `()` is the window of all rows"
)]
pub trait IntoWindow<P, O, R> {
    /// Returns the window.
    fn into_window(self) -> Window<P, O, R>;
}

#[diagnostic::do_not_recommend]
impl<P, O, R> IntoWindow<P, O, R> for Window<P, O, R> {
    fn into_window(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl IntoWindow<(), (), ()> for () {
    fn into_window(self) -> Window {
        Window {
            partition: (),
            order: (),
            frame: (),
        }
    }
}

/// `order by …` of a window or an aggregate, after a space if something precedes it.
#[derive(Debug, Clone, Copy)]
pub struct WindowOrder<O, const SPACE: bool>(pub(in crate::expr::function) O);

impl<O, const SPACE: bool> WindowOrder<O, SPACE> {
    const ORDER_BY: &'static str = if SPACE { " order by " } else { "order by " };
}

// Not declared by `fragment!`: an empty list of orderings has no `order by`.
impl<O: OrderingList, const SPACE: bool> Fragment for WindowOrder<O, SPACE> {
    const TOKENS: &'static [Token] = &[Token::Text(Self::ORDER_BY), Token::Sub(O::TOKENS)];
    const STATIC: bool = O::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.0.write_list(sql, &mut { Self::ORDER_BY });
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)
    }
}

fragment!(impl[P: Fragment, O: Fragment, R: Fragment] Window<P, O, R> {
    (partition: P), (order: O), (frame: R),
});

/// `partition by …`: a window with a partition for each value of a column, an expression, or a tuple of them.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, patient_id: i64 }
/// let newest_first = partition_by(Order.patient_id).order_by(Order.id.desc());
/// let numbered = Order.select().columns((Order.id, row_number().over(newest_first)));
/// assert_eq!(
///     numbered.to_sql(),
///     r#"select "orders"."id", row_number() over (partition by "orders"."patient_id" order by "orders"."id" desc) from "orders""#
/// );
/// ```
///
/// In a grouped query, aggregates and grouped expressions can be partitions as well:
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, patient_id: i64, price: f64 }
/// let ranked = rank().over(partition_by(count()).order_by(sum(Order.price).desc()));
/// assert_eq!(
///     Order.select().group_by(Order.patient_id).columns((Order.patient_id, ranked)).to_sql(),
///     r#"select "orders"."patient_id", rank() over (partition by count(*) order by sum("orders"."price") desc) "#.to_owned()
///         + r#"from "orders" group by "orders"."patient_id""#
/// );
/// ```
#[hide_bounds]
pub fn partition_by<G: IntoPartition<X> + Inferred<X, Is: Repeatable + PlainItems>, X>(
    expressions: G,
) -> Window<PartitionBy<X>> {
    Window {
        partition: PartitionBy::new(expressions.into_partition()),
        order: (),
        frame: (),
    }
}

/// `order by …`: a window of all rows in this order.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, price: i32 }
/// let totals = Order.select().columns((Order.id, sum(Order.price).over(order_by(Order.id))));
/// assert_eq!(
///     totals.to_sql(),
///     r#"select "orders"."id", sum("orders"."price") over (order by "orders"."id") from "orders""#
/// );
/// ```
#[hide_bounds]
pub fn order_by<O: OrderingList<List = X>, X>(ordering: O) -> Window<(), WindowOrder<X, false>> {
    Window {
        partition: (),
        order: WindowOrder(ordering.into_list()),
        frame: (),
    }
}

#[hide_bounds]
impl<P> Window<P> {
    /// Adds `order by …`: the order of the rows in each partition.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, patient_id: i64 }
    /// let ranked = rank().over(partition_by(Order.patient_id).order_by(Order.id));
    /// assert_eq!(
    ///     Order.select().columns(ranked).to_sql(),
    ///     r#"select rank() over (partition by "orders"."patient_id" order by "orders"."id") from "orders""#
    /// );
    /// ```
    pub fn order_by<O: OrderingList<List = X>, X>(
        self,
        ordering: O,
    ) -> Window<P, WindowOrder<X, true>> {
        Window {
            partition: self.partition,
            order: WindowOrder(ordering.into_list()),
            frame: (),
        }
    }
}

macro_rules! frames {
    ($window:expr, $start:expr, $end:expr) => {
        Window {
            partition: $window.partition,
            order: $window.order,
            frame: Frame::new($start.into_bound(), $end.into_bound()),
        }
    };
}

#[hide_bounds]
impl<P, O> Window<P, O> {
    /// Adds `rows between start and end`: the rows of the frame, counted from the current one.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: f64 }
    /// use schema_core::expr::function::{current_row, preceding};
    ///
    /// let last_three = order_by(Order.id).rows_between(preceding(2), current_row());
    /// assert_eq!(
    ///     Order.select().columns(avg(Order.price).over(last_three)).to_sql(),
    ///     r#"select avg("orders"."price") over (order by "orders"."id" "#.to_owned()
    ///         + r#"rows between $1 preceding and current row) from "orders""#
    /// );
    /// ```
    pub fn rows_between<
        A: FrameBound<RowFrame, X> + Inferred<X, Is: FrameStart>,
        B: FrameBound<RowFrame, Y> + Inferred<Y, Is: EndAfter<X, N>>,
        X,
        Y,
        N,
    >(
        self,
        start: A,
        end: B,
    ) -> Window<P, O, Frame<RowFrame, X, Y, N>> {
        frames!(self, start, end)
    }
}

#[hide_bounds]
impl<P, O, const SPACE: bool> Window<P, WindowOrder<O, SPACE>> {
    /// Adds `groups between start and end`: like `rows_between`, but it counts groups of rows that are equal in the order.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: f64 }
    /// use schema_core::expr::function::{following, preceding};
    ///
    /// let near = order_by(Order.price).groups_between(preceding(1), following(1));
    /// assert_eq!(
    ///     Order.select().columns(count().over(near)).to_sql(),
    ///     r#"select count(*) over (order by "orders"."price" groups between $1 preceding and $2 following) from "orders""#
    /// );
    /// ```
    pub fn groups_between<
        A: FrameBound<GroupFrame, X> + Inferred<X, Is: FrameStart>,
        B: FrameBound<GroupFrame, Y> + Inferred<Y, Is: EndAfter<X, N>>,
        X,
        Y,
        N,
    >(
        self,
        start: A,
        end: B,
    ) -> Window<P, WindowOrder<O, SPACE>, Frame<GroupFrame, X, Y, N>> {
        frames!(self, start, end)
    }

    /// Adds `range between start and end`: the rows whose value differs from that of the current row by at most an offset.
    /// The offset of a time is an `Interval`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: f64 }
    /// use schema_core::expr::function::{following, preceding};
    ///
    /// let similar = order_by(Order.price).range_between(preceding(0.5), following(0.5));
    /// assert_eq!(
    ///     Order.select().columns(count().over(similar)).to_sql(),
    ///     r#"select count(*) over (order by "orders"."price" range between "#.to_owned()
    ///         + r#"$1::double precision preceding and $2::double precision following) from "orders""#
    /// );
    /// ```
    #[expect(clippy::type_complexity, reason = "the window with its frame")]
    pub fn range_between<
        A: FrameBound<RangeFrame<O>, X> + Inferred<X, Is: FrameStart>,
        B: FrameBound<RangeFrame<O>, Y> + Inferred<Y, Is: EndAfter<X, N>>,
        X,
        Y,
        N,
    >(
        self,
        start: A,
        end: B,
    ) -> Window<P, WindowOrder<O, SPACE>, Frame<RangeFrame<O>, X, Y, N>> {
        frames!(self, start, end)
    }
}

macro_rules! exclude {
    ($($(#[$meta:meta])* $method:ident $exclusion:ident;)*) => {
        #[hide_bounds]
        impl<P, O, U, A, B, N> Window<P, O, Frame<U, A, B, N, ExcludeNothing>> {$(
            $(#[$meta])*
            pub fn $method(self) -> Window<P, O, Frame<U, A, B, N, $exclusion>> {
                Window {
                    partition: self.partition,
                    order: self.order,
                    frame: self.frame.exclude(),
                }
            }
        )*}
    };
}

exclude! {
    /// Adds `exclude current row` to the frame.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: f64 }
    /// use schema_core::expr::function::{unbounded_following, unbounded_preceding};
    ///
    /// let others = order_by(Order.id)
    ///     .rows_between(unbounded_preceding(), unbounded_following())
    ///     .exclude_current_row();
    /// assert_eq!(
    ///     Order.select().columns(max(Order.price).over(others)).to_sql(),
    ///     r#"select max("orders"."price") over (order by "orders"."id" rows between "#.to_owned()
    ///         + r#"unbounded preceding and unbounded following exclude current row) from "orders""#
    /// );
    /// ```
    exclude_current_row ExcludeCurrentRow;
    /// Adds `exclude group` to the frame: without the current row and the rows that are equal to it in the order.
    exclude_group ExcludeGroup;
    /// Adds `exclude ties` to the frame: without the rows that are equal to the current one in the order, but with itself.
    exclude_ties ExcludeTies;
}

/// A window whose expressions are read in the scope `S`.
pub trait WindowIn<S, I>: Fragment {
    /// [`Nullable`](crate::types::Nullable) if the frame of a row can be empty.
    type Null: Nullability;
}

impl<S, P, O, R, I, J> WindowIn<S, (I, J)> for Window<P, O, R>
where
    P: PartitionIn<S, I>,
    O: WindowOrderIn<S, J>,
    R: FrameNull + Fragment,
{
    type Null = R::Null;
}

/// A window with the kind of its partitions and its order together.
pub trait WindowKind: Fragment {
    /// The kind.
    type Kind: Kind;
}

impl<P: PartitionKind, O: WindowOrderKind, R: Fragment> WindowKind for Window<P, O, R> {
    type Kind = <P::Kind as Kind>::And<O::Kind>;
}

/// The order of a window, with its kind.
pub trait WindowOrderKind: Fragment {
    /// The kind.
    type Kind: Kind;
}

impl WindowOrderKind for () {
    type Kind = Constant;
}

impl<O: OrderingList, const SPACE: bool> WindowOrderKind for WindowOrder<O, SPACE> {
    type Kind = O::Kind;
}

/// The order of a window, in the scope `S`.
pub trait WindowOrderIn<S, I>: Fragment {}

impl<S> WindowOrderIn<S, ()> for () {}
impl<S, O: IntoOrdering<S, I>, I, const SPACE: bool> WindowOrderIn<S, I> for WindowOrder<O, SPACE> {}
