//! The clauses of a statement, as types; `()` is a clause that is not there.

use sqlx::error::BoxDynError;

use crate::expr::binary::binary;
use crate::expr::{Binary, Expression};
use crate::sql::{Arguments, Fragment, SqlWriter, Token, fragment};
use crate::table::{Column, ColumnMarker, Source};

impl Fragment for () {
    const TOKENS: &'static [Token] = &[];

    #[inline]
    fn bind(&self, _arguments: &mut Arguments) -> Result<(), BoxDynError> {
        Ok(())
    }
}

/// The clauses of a `select`, in their order.
#[derive(Debug, Clone, Copy)]
pub struct Clauses<F, W = (), G = (), H = (), O = (), L = ()> {
    pub(crate) from: F,
    pub(crate) filter: W,
    pub(crate) group: G,
    pub(crate) having: H,
    pub(crate) order: O,
    pub(crate) limit: L,
}

fragment!(
    impl[F: Fragment, W: Fragment, G: Fragment, H: Fragment, O: Fragment, L: Fragment]
    Clauses<F, W, G, H, O, L> {
        (from: F), (filter: W), (group: G), (having: H), (order: O), (limit: L),
    }
);

/// The clauses with another in one place. No function: there would be one more for each call in each query, and the names
/// of a query's types are long.
macro_rules! with_clause {
    ($clauses:expr, from: $new:expr) => {
        Clauses {
            from: $new,
            filter: $clauses.filter,
            group: $clauses.group,
            having: $clauses.having,
            order: $clauses.order,
            limit: $clauses.limit,
        }
    };
    ($clauses:expr, filter: $new:expr) => {
        Clauses {
            from: $clauses.from,
            filter: $new,
            group: $clauses.group,
            having: $clauses.having,
            order: $clauses.order,
            limit: $clauses.limit,
        }
    };
    ($clauses:expr, group: $new:expr) => {
        Clauses {
            from: $clauses.from,
            filter: $clauses.filter,
            group: $new,
            having: $clauses.having,
            order: $clauses.order,
            limit: $clauses.limit,
        }
    };
    ($clauses:expr, having: $new:expr) => {
        Clauses {
            from: $clauses.from,
            filter: $clauses.filter,
            group: $clauses.group,
            having: $new,
            order: $clauses.order,
            limit: $clauses.limit,
        }
    };
    ($clauses:expr, order: $new:expr) => {
        Clauses {
            from: $clauses.from,
            filter: $clauses.filter,
            group: $clauses.group,
            having: $clauses.having,
            order: $new,
            limit: $clauses.limit,
        }
    };
    ($clauses:expr, limit: $new:expr) => {
        Clauses {
            from: $clauses.from,
            filter: $clauses.filter,
            group: $clauses.group,
            having: $clauses.having,
            order: $clauses.order,
            limit: $new,
        }
    };
}
pub(super) use with_clause;

/// ` from "patients"`
#[derive(Debug)]
pub struct From<S>(pub(crate) std::marker::PhantomData<fn() -> S>);

impl<S> Clone for From<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for From<S> {}

fragment!(impl[S: Source] From<S> { " from ", [S::FROM] });

/// ` where condition`
#[derive(Debug, Clone, Copy)]
pub struct Where<E>(pub(crate) E);

fragment!(impl[E: Fragment] Where<E> { " where ", (0: E) });

/// ` having condition`
#[derive(Debug, Clone, Copy)]
pub struct Having<E>(pub(crate) E);

fragment!(impl[E: Fragment] Having<E> { " having ", (0: E) });

/// A clause that takes one condition more.
pub trait And<E> {
    /// The clause with the condition.
    type With;
    /// The clause with the condition.
    fn and(self, condition: E) -> Self::With;
}

macro_rules! conditions {
    ($($clause:ident)*) => {$(
        impl<L: Expression, R: Expression> And<R> for $clause<L> {
            type With = $clause<Binary<crate::expr::And, L, R>>;

            fn and(self, condition: R) -> Self::With {
                $clause(binary!(self.0, condition))
            }
        }
    )*};
}

conditions!(Where Having);

impl<E> And<E> for () {
    type With = Where<E>;

    fn and(self, condition: E) -> Where<E> {
        Where(condition)
    }
}

/// ` group by "status"`
#[derive(Debug, Clone, Copy)]
pub struct GroupBy<G>(pub(crate) G);

fragment!(impl[G: Fragment] GroupBy<G> { " group by ", (0: G) });

/// An ordering, and one behind it for rows that are equal in the first.
#[derive(Debug, Clone, Copy)]
pub struct Then<A, B>(pub(crate) A, pub(crate) B);

/// ` order by ordering`
#[derive(Debug, Clone, Copy)]
pub struct OrderBy<O>(pub(crate) O);

/// A list of orderings, which at run time may turn out to be empty.
pub trait OrderingList: Fragment {
    /// Whether there is nothing to order by.
    fn is_empty(&self) -> bool;

    /// Writes the orderings, each behind `before`, which is a comma for all but the first one.
    fn write_list(&self, sql: &mut SqlWriter, before: &mut &'static str);
}

/// Writes an ordering of a list.
fn write_item(item: &impl Fragment, sql: &mut SqlWriter, before: &mut &'static str) {
    sql.text(before);
    item.write(sql);
    *before = ", ";
}

impl<E: Fragment, D: crate::expr::Direction> OrderingList for crate::expr::Ordering<E, D> {
    fn is_empty(&self) -> bool {
        false
    }

    fn write_list(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        write_item(self, sql, before);
    }
}

impl<S: Source, C: ColumnMarker> OrderingList for Column<S, C> {
    fn is_empty(&self) -> bool {
        false
    }

    fn write_list(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        write_item(self, sql, before);
    }
}

impl<S> OrderingList for crate::expr::BoxedOrdering<'_, S> {
    fn is_empty(&self) -> bool {
        false
    }

    fn write_list(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        write_item(self, sql, before);
    }
}

impl<O: OrderingList> OrderingList for Vec<O> {
    fn is_empty(&self) -> bool {
        self.iter().all(O::is_empty)
    }

    fn write_list(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        for ordering in self {
            ordering.write_list(sql, before);
        }
    }
}

impl<A: OrderingList, B: OrderingList> OrderingList for Then<A, B> {
    fn is_empty(&self) -> bool {
        self.0.is_empty() && self.1.is_empty()
    }

    fn write_list(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        self.0.write_list(sql, before);
        self.1.write_list(sql, before);
    }
}

impl<A: OrderingList, B: OrderingList> Fragment for Then<A, B> {
    const TOKENS: &'static [Token] = &[
        Token::Sub(A::TOKENS),
        Token::Text(", "),
        Token::Sub(B::TOKENS),
    ];
    const STATIC: bool = A::STATIC && B::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.write_list(sql, &mut "");
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)?;
        self.1.bind(arguments)
    }
}

impl<O: OrderingList> Fragment for OrderBy<O> {
    const TOKENS: &'static [Token] = &[Token::Text(" order by "), Token::Sub(O::TOKENS)];
    const STATIC: bool = O::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.0.write_list(sql, &mut " order by ");
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)
    }
}

/// An `order by` that takes one ordering more.
pub trait ThenBy<B> {
    /// The clause with the ordering.
    type With: Fragment;
    /// The clause with the ordering.
    fn then_by(self, ordering: B) -> Self::With;
}

impl<B: OrderingList> ThenBy<B> for () {
    type With = OrderBy<B>;

    fn then_by(self, ordering: B) -> Self::With {
        OrderBy(ordering)
    }
}

impl<A: OrderingList, B: OrderingList> ThenBy<B> for OrderBy<A> {
    type With = OrderBy<Then<A, B>>;

    fn then_by(self, ordering: B) -> Self::With {
        OrderBy(Then(self.0, ordering))
    }
}

macro_rules! tuples {
    ($([$first:ident $first_index:tt $($name:ident $index:tt)*])*) => {$(
        impl<$first: Fragment, $($name: Fragment),*> Fragment for ($first, $($name,)*) {
            const TOKENS: &'static [Token] =
                &[Token::Sub($first::TOKENS), $(Token::Text(", "), Token::Sub($name::TOKENS)),*];
            const STATIC: bool = $first::STATIC $(&& $name::STATIC)*;

            fn write(&self, sql: &mut SqlWriter) {
                self.$first_index.write(sql);
                $(
                    sql.text(", ");
                    self.$index.write(sql);
                )*
            }

            #[inline]
            fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
                self.$first_index.bind(arguments)?;
                $(self.$index.bind(arguments)?;)*
                Ok(())
            }
        }

        impl<$first: OrderingList, $($name: OrderingList),*> OrderingList for ($first, $($name,)*) {
            fn is_empty(&self) -> bool {
                self.$first_index.is_empty() $(&& self.$index.is_empty())*
            }

            fn write_list(&self, sql: &mut SqlWriter, before: &mut &'static str) {
                self.$first_index.write_list(sql, before);
                $(self.$index.write_list(sql, before);)*
            }
        }
    )*};
}

tuples! {
    [A 0]
    [A 0 B 1]
    [A 0 B 1 C 2]
    [A 0 B 1 C 2 D 3]
    [A 0 B 1 C 2 D 3 E 4]
    [A 0 B 1 C 2 D 3 E 4 F 5]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12 N 13]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12 N 13 O 14]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12 N 13 O 14 P 15]
}

/// ` limit $1`
#[derive(Debug, Clone, Copy)]
pub struct Limit(pub(crate) Option<i64>);

/// ` offset $1`
#[derive(Debug, Clone, Copy)]
pub struct Offset<L> {
    pub(crate) limit: L,
    pub(crate) rows: Option<i64>,
}

impl Fragment for Limit {
    const TOKENS: &'static [Token] = &[Token::Text(" limit "), Token::Param];

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        arguments.push::<i64, i64>(self.0.as_ref())
    }
}

impl<L: Fragment> Fragment for Offset<L> {
    const TOKENS: &'static [Token] =
        &[Token::Sub(L::TOKENS), Token::Text(" offset "), Token::Param];

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.limit.bind(arguments)?;
        arguments.push::<i64, i64>(self.rows.as_ref())
    }
}

/// A query's `limit` and `offset` so far, which take a `limit` yet.
#[diagnostic::on_unimplemented(
    message = "this query has a `limit` already",
    label = "a second `limit`"
)]
pub trait NoLimit<With> {
    /// The clauses with the limit.
    fn with_limit(self, rows: Option<i64>) -> With;
}

/// A query's `limit` and `offset` so far, which take an `offset` yet.
#[diagnostic::on_unimplemented(
    message = "this query has an `offset` already",
    label = "a second `offset`"
)]
pub trait NoOffset: Sized + Fragment {
    /// The clauses with the offset.
    fn with_offset(self, rows: Option<i64>) -> Offset<Self> {
        Offset { limit: self, rows }
    }
}

#[diagnostic::do_not_recommend]
impl NoLimit<Limit> for () {
    fn with_limit(self, rows: Option<i64>) -> Limit {
        Limit(rows)
    }
}

#[diagnostic::do_not_recommend]
impl NoLimit<Offset<Limit>> for Offset<()> {
    fn with_limit(self, rows: Option<i64>) -> Offset<Limit> {
        Limit(rows).with_offset(self.rows)
    }
}

#[diagnostic::do_not_recommend]
impl NoOffset for () {}
#[diagnostic::do_not_recommend]
impl NoOffset for Limit {}

/// A number of rows: any whole number, or `Option` of one, where `None` is no limit.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` is not a number of rows; give a whole number",
    label = "expected a whole number, or `Option` of one"
)]
pub trait RowCount {
    /// The number; over 2⁶³ there are no rows anyway.
    fn rows(self) -> Option<i64>;
}

macro_rules! row_counts {
    ($($type:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl RowCount for $type {
            fn rows(self) -> Option<i64> {
                Some(i64::try_from(self).unwrap_or(i64::MAX))
            }
        }
    )*};
}

row_counts!(i32 i64 u8 u16 u32 u64 usize);

#[diagnostic::do_not_recommend]
impl<N: RowCount> RowCount for Option<N> {
    fn rows(self) -> Option<i64> {
        self.and_then(N::rows)
    }
}
