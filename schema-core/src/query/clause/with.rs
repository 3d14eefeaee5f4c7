//! `with`: queries that a statement refers to by name.
//!
//! <https://www.postgresql.org/docs/current/queries-with.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use crate::exec::{Executable, Query, Statement};
use crate::expr::{Inferred, Subquery};
use crate::query::from::{SubqueryRow, column_names};
use crate::row::{Decoder, TypedDecoder};
use crate::scope::{DefinedIn, Here, Named, OtherThan, Outer, There};
use crate::sql::{Fragment, Token, fragment};
use crate::table::{Impossible, Source, SourceColumns};

/// Begins a statement with a query that it refers to by name: the constant of the struct that the query selects into.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "orders")]
/// struct Order {
///     #[column(primary_key)]
///     id: i64,
///     patient_id: i64,
/// }
///
/// #[derive(Selectable)]
/// struct PatientTotal {
///     patient_id: i64,
///     orders: i64,
/// }
///
/// alias!(Other = PatientTotal);
///
/// let totals = Order
///     .select()
///     .group_by(Order.patient_id)
///     .columns(SelectPatientTotal { patient_id: Order.patient_id, orders: count() });
/// let equal = with(totals).query(
///     PatientTotal
///         .select()
///         .inner_join(Other, PatientTotal.orders.eq(Other.orders).and(PatientTotal.patient_id.lt(Other.patient_id)))
///         .columns((PatientTotal.patient_id, Other.patient_id)),
/// );
/// assert_eq!(
///     equal.to_sql(),
///     concat!(
///         r#"with "PatientTotal" ("patient_id", "orders") as "#,
///         r#"(select "orders"."patient_id", count(*) from "orders" group by "orders"."patient_id") "#,
///         r#"select "PatientTotal"."patient_id", "Other"."patient_id" from "PatientTotal" "#,
///         r#"join "PatientTotal" as "Other" on "PatientTotal"."orders" = "Other"."orders" "#,
///         r#"and "PatientTotal"."patient_id" < "Other"."patient_id""#,
///     )
/// );
/// ```
#[hide_bounds]
pub fn with<
    Q: NamedQuery<Row = R> + Subquery<Needs = N> + Inferred<N, Is: CompletedBy<(), I>>,
    R,
    N,
    I,
>(
    query: Q,
) -> With<Cte<(), R, Q>> {
    With(Cte {
        previous: (),
        query,
        relation: PhantomData,
    })
}

/// The definitions `D` of a `with` clause, before the statement that uses them.
#[derive(Debug, Clone, Copy)]
#[must_use = "the statement is missing: `.query(…)`"]
pub struct With<D>(D);

/// The definition of a query `Q` under the name of `R`, after other definitions.
pub struct Cte<D, R, Q> {
    previous: D,
    query: Q,
    relation: PhantomData<fn() -> R>,
}

impl<D: Clone, R, Q: Clone> Clone for Cte<D, R, Q> {
    fn clone(&self) -> Self {
        Self {
            previous: self.previous.clone(),
            query: self.query.clone(),
            relation: PhantomData,
        }
    }
}

impl<D: Copy, R, Q: Copy> Copy for Cte<D, R, Q> {}

impl<D: fmt::Debug, R: SubqueryRow, Q> fmt::Debug for Cte<D, R, Q> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(R::NAME.name).field(&self.previous).finish()
    }
}

/// A query that a `with` clause can define: its columns have names.
#[diagnostic::on_unimplemented(
    message = "this query cannot be defined by `with`",
    label = "expected a `select` of a struct with `#[derive(Selectable)]`",
    note = "`.columns(SelectTotal {{ … }})` gives each column the name of a field"
)]
pub trait NamedQuery: Subquery {
    /// The struct that the query selects into. It is unknown if that is not a struct with named columns.
    type Row: SubqueryRow;
}

impl<Q, R> NamedQuery for Q
where
    Q: Subquery<Decoder: Decoder<Row = R>>,
    R: SubqueryRow,
{
    type Row = <R::Columns<R> as SourceColumns>::Source;
}

/// The definitions of a `with` clause, and their names. Bounds are on the names, since an error that named the definitions
/// would print each query.
pub trait Defines {
    /// The names, as a list: `Defined<Total, ()>`.
    type Names;
}

/// A list of names that `with` defines: the name of `R`, before the list `Rest`.
#[derive(Debug)]
pub struct Defined<R, Rest>(PhantomData<(R, Rest)>);

impl Defines for () {
    type Names = ();
}

impl<D: Defines, R, Q> Defines for Cte<D, R, Q> {
    type Names = Defined<R, D::Names>;
}

/// A list of names without the name of `R`.
#[diagnostic::on_unimplemented(
    message = "`{R}` is defined by this `with` already; select the other query into another struct",
    label = "a second query with rows of type `{R}`"
)]
pub trait LacksName<R> {}

#[diagnostic::do_not_recommend]
impl<R> LacksName<R> for () {}
#[diagnostic::do_not_recommend]
impl<R: Source, T: OtherThan<R>, Rest: LacksName<R>> LacksName<R> for Defined<T, Rest> {}

/// A list of needs that a `with` clause with the names `D` supplies. The compiler infers the places `I`.
///
/// It has a single impl, so that an error does not list the impls of [`SuppliedByWith`].
pub trait CompletedBy<D, I> {}

impl<N: SuppliedByWith<D, I>, D, I> CompletedBy<D, I> for N {}

/// A list of needs that a `with` clause with the names `D` supplies: it contains only these names.
pub trait SuppliedByWith<D, I> {}

impl<D> SuppliedByWith<D, ()> for () {}
impl<D: DefinedIn<T, I>, T, Rest: SuppliedByWith<D, J>, I, J> SuppliedByWith<D, (I, J)>
    for (Named<T>, Rest)
{
}
impl<D, T: OuterOfWith, Rest: SuppliedByWith<D, J>, J> SuppliedByWith<D, (Here, J)>
    for (Outer<T>, Rest)
{
}

/// A source that a query in `with` can read from an outer query: there is none.
#[diagnostic::on_unimplemented(
    message = "a query in `with` cannot read columns of an outer query",
    label = "correlated with `{Self}`",
    note = "join `{Self}` in this query, or use the query in `exists(…)`, `scalar(…)` or a lateral join"
)]
pub trait OuterOfWith {}

// With several impls, the compiler explains none of them.
#[diagnostic::do_not_recommend]
impl OuterOfWith for Impossible {}
#[diagnostic::do_not_recommend]
impl OuterOfWith for () {}

#[diagnostic::do_not_recommend]
impl<R, Rest> DefinedIn<R, Here> for Defined<R, Rest> {}
#[diagnostic::do_not_recommend]
impl<R, Rest: DefinedIn<T, I>, T, I> DefinedIn<T, There<I>> for Defined<R, Rest> {}

#[hide_bounds]
impl<D: Defines> With<D> {
    /// Defines another query, which can refer to those before it.
    pub fn with<
        Q: NamedQuery<Row = R> + Subquery<Needs = N> + Inferred<N, Is: CompletedBy<D::Names, I>>,
        R,
        N,
        I,
    >(
        self,
        query: Q,
    ) -> With<Cte<D, R, Q>>
    where
        D::Names: LacksName<R>,
    {
        With(Cte {
            previous: self.0,
            query,
            relation: PhantomData,
        })
    }

    /// The statement, which can refer to the definitions. See [`with`].
    pub fn query<Q: Subquery<Needs = N> + Inferred<N, Is: CompletedBy<D::Names, I>>, N, I>(
        self,
        query: Q,
    ) -> WithQuery<D, Q> {
        WithQuery {
            definitions: self.0,
            query,
        }
    }
}

/// The text between two definitions.
pub trait Definitions: Fragment {
    /// A comma, if there is a definition.
    const SEPARATOR: &'static str;
}

impl Definitions for () {
    const SEPARATOR: &'static str = "";
}

impl<D: Definitions, R: SubqueryRow, Q: Fragment> Definitions for Cte<D, R, Q> {
    const SEPARATOR: &'static str = ", ";
}

fragment!(impl[D: Definitions, R: SubqueryRow, Q: Fragment] Cte<D, R, Q> {
    (previous: D), [&[Token::Text(D::SEPARATOR)]],
    [R::REFERENCE], [column_names::<R>()], " as (", (query: Q), ")",
});

/// `with definitions query`
#[derive(Clone, Copy)]
#[must_use = "a query does nothing until it is fetched"]
pub struct WithQuery<D, Q> {
    definitions: D,
    query: Q,
}

impl<D, Q> fmt::Debug for WithQuery<D, Q>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WithQuery").field(&self.to_sql()).finish()
    }
}

fragment!(impl[D: Definitions, Q: Fragment] WithQuery<D, Q> {
    "with ", (definitions: D), " ", (query: Q),
});

impl<D, Q> Statement for WithQuery<D, Q> {}
#[diagnostic::do_not_recommend]
impl<D, Q: Executable> Executable for WithQuery<D, Q> {}

#[diagnostic::do_not_recommend]
impl<D: Definitions, Q: Subquery<Decoder: Decoder>> Query for WithQuery<D, Q> {
    type Row = <Q::Decoder as Decoder>::Row;
    type Decoder = TypedDecoder<Q::Decoder>;

    fn decoder(&self) -> Self::Decoder {
        TypedDecoder::NEW
    }
}
