//! Rows in lists and subqueries: `("a"."x", "a"."y") in (select …)`.
//!
//! <https://www.postgresql.org/docs/current/functions-subquery.html#FUNCTIONS-SUBQUERY-IN>

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use crate::expr::binary::precedence;
use crate::expr::macros::{condition, expression};
use crate::expr::{
    Expression, Expressions, ExpressionsIn, InOperator, InScope, IntoExpr, Param, SingleColumn,
    Subquery,
};
use crate::scope::{Kind, NeedList, SuppliedBy};
use crate::sql::{Arguments, Fragment, Token, fragment};
use crate::tuples::for_each_of_eight;
use crate::types::{ArrayElement, NeverNull, Nullability, SqlType, Value};

/// Rows that a row with the fields `L` can be searched in: a list of tuples, or a subquery. `X` is the fragment.
#[diagnostic::on_unimplemented(
    message = "this is neither a list of tuples nor a subquery",
    label = "expected a list or a `select`",
    note = "a list is a `Vec`, a slice or an array of tuples with a value for each field of the row"
)]
pub trait RowsOperand<L, X> {
    /// The decoder of the subquery's rows. That of a list fits.
    type Decoder;
    /// Converts the rows.
    fn into_rows(self) -> X;
}

/// A list of tuples, sent as an array for each field.
#[derive(Debug, Clone, Copy)]
pub struct RowList<L, V, R> {
    rows: V,
    marker: PhantomData<fn() -> (L, R)>,
}

impl<L, V: AsRef<[R]>, R: RowValues<L>> Fragment for RowList<L, V, R> {
    const TOKENS: &'static [Token] = &[
        Token::Text("select * from unnest("),
        Token::Sub(R::TOKENS),
        Token::Text(")"),
    ];

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        R::bind(self.rows.as_ref(), arguments)
    }
}

macro_rules! lists {
    ($([$($generics:tt)*] $list:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)* R: RowValues<L>, L> RowsOperand<L, RowList<L, Self, R>> for $list {
            type Decoder = ListRows;

            fn into_rows(self) -> RowList<L, Self, R> {
                RowList { rows: self, marker: PhantomData }
            }
        }
    )*};
}

lists! {
    [] Vec<R>;
    ['a,] &'a Vec<R>;
    ['a,] &'a [R];
    [const N: usize,] [R; N];
    ['a, const N: usize,] &'a [R; N];
}

/// A subquery with a column for each field of a row.
#[derive(Debug, Clone, Copy)]
pub struct RowQuery<Q>(Q);

fragment!(impl[Q: Fragment] RowQuery<Q> { (0: Q) });

#[diagnostic::do_not_recommend]
impl<Q: Subquery<Query = X>, X, L> RowsOperand<L, RowQuery<X>> for Q {
    type Decoder = Q::Decoder;

    fn into_rows(self) -> RowQuery<X> {
        RowQuery(self.into_query())
    }
}

/// Rows of a list or of a subquery.
pub trait RowLists: Fragment {
    /// The list of sources and names that the surrounding statement must supply.
    type Needs: NeedList;
}

impl<L, V: AsRef<[R]>, R: RowValues<L>> RowLists for RowList<L, V, R> {
    type Needs = ();
}

impl<Q: Subquery> RowLists for RowQuery<Q> {
    type Needs = Q::Needs;
}

/// `(a, b) in (rows)`, where the columns of the rows have the nullability `N`.
pub struct RowIn<O, L, R, N> {
    operator: PhantomData<fn() -> (O, N)>,
    fields: L,
    rows: R,
}

impl<O, L, R, N> RowIn<O, L, R, N> {
    pub(super) const fn new(fields: L, rows: R) -> Self {
        Self {
            operator: PhantomData,
            fields,
            rows,
        }
    }
}

impl<O, L: Clone, R: Clone, N> Clone for RowIn<O, L, R, N> {
    fn clone(&self) -> Self {
        Self::new(self.fields.clone(), self.rows.clone())
    }
}

impl<O, L: Copy, R: Copy, N> Copy for RowIn<O, L, R, N> {}

impl<O: InOperator, L: fmt::Debug, R: fmt::Debug, N> fmt::Debug for RowIn<O, L, R, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut tuple = f.debug_tuple(O::TEXT.trim());
        tuple.field(&self.fields).field(&self.rows).finish()
    }
}

fragment!(impl[O: InOperator, L: Fragment, R: Fragment, N] RowIn<O, L, R, N> {
    "(", (fields: L), ")", [&[Token::Text(O::TEXT)]], (rows: R), ")",
});

expression!(impl[O: InOperator, L: Expressions, R: RowLists, N] RowIn<O, L, R, N> {
    base: bool,
    kind: <L::Kind as Kind>::And<<R::Needs as NeedList>::Kind>,
    precedence: precedence::LIKE,
});

condition!(impl[O: InOperator, L: Expressions, R: RowLists, N] RowIn<O, L, R, N>);

impl<O, L, R, N, S, I, J> InScope<S, (I, J)> for RowIn<O, L, R, N>
where
    O: InOperator,
    L: ExpressionsIn<S, I>,
    R: RowLists<Needs: SuppliedBy<S, J>>,
    N: Nullability,
{
    type Null = <L::Any as Nullability>::Or<N>;
}

/// A tuple of values for a row with the fields `L`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not have the fields of this row",
    label = "expected tuples with a value for each field"
)]
pub trait RowValues<L>: Sized {
    /// The parameters: an array for each field.
    const TOKENS: &'static [Token];
    /// Appends the arrays.
    ///
    /// # Errors
    /// If a value cannot be encoded.
    fn bind(rows: &[Self], arguments: &mut Arguments) -> Result<(), BoxDynError>;
}

/// The decoder of a query whose columns have the types of a row with the fields `L`.
#[diagnostic::on_unimplemented(
    message = "this subquery does not select the fields of this row",
    label = "expected a column of the same type for each field",
    note = "select them by `.columns((Table.first, Table.second))`"
)]
pub trait RowColumns<L> {
    /// The nullability of the columns together.
    type Null: Nullability;
}

// A single impl, so that an error does not list those of `ColumnsFor`.
#[diagnostic::do_not_recommend]
impl<D: ColumnsFor<L>, L> RowColumns<L> for D {
    type Null = D::Null;
}

/// See [`RowColumns`].
pub trait ColumnsFor<L> {
    /// The nullability of the columns together.
    type Null: Nullability;
}

/// The decoder of a list of tuples, which fits every row of the same types.
#[derive(Debug)]
pub enum ListRows {}

impl<L> ColumnsFor<L> for ListRows {
    type Null = NeverNull;
}

macro_rules! tuple {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        impl<$($name, $other: Expression<Base: ArrayElement>),+> RowValues<($($other,)+)> for ($($name,)+)
        where
            $($name: IntoExpr<$other::Base, $other::Subject, Expr = Param<$other::Base, $name>>
                + Value<$other::Base>,)+
        {
            const TOKENS: &'static [Token] = &[$(
                Token::Text(if $index > 0 { ", " } else { "" }),
                Token::array::<$other::Base>(),
                Token::Text("::"),
                Token::Text($other::Base::DATA_TYPE.name),
                Token::Text("[]"),
            )+];

            fn bind(rows: &[Self], arguments: &mut Arguments) -> Result<(), BoxDynError> {
                $(arguments.push_values::<$other::Base, $name, _>(rows.iter().map(|row| &row.$index))?;)+
                Ok(())
            }
        }

        impl<$($name: SingleColumn<Base = $other::Base>, $other: Expression),+> ColumnsFor<($($other,)+)>
            for ($($name,)+)
        {
            type Null = tuple!(@ $($name)+);
        }
    };
    (@ $name:ident) => { $name::Null };
    (@ $name:ident $($rest:ident)+) => { <$name::Null as Nullability>::Or<tuple!(@ $($rest)+)> };
}

for_each_of_eight!(tuple);
