//! `with`: queries that a statement refers to by name.
//!
//! <https://www.postgresql.org/docs/current/queries-with.html>

mod options;
mod recursive;

use std::fmt;
use std::marker::PhantomData;

pub use options::{
    BreadthFirst, CteOption, CteOptions, CycleBy, DefinitionOptions, DepthFirst, IsCycle,
    Materialized, NamedColumns, NotMaterialized, SearchBy, SearchOrder, is_cycle, search_order,
};
pub use recursive::{RecursiveQuery, with_recursive};

use schema_macros::hide_bounds;

use crate::def::TableDef;
use crate::exec::{Changes, Executable, Query, Statement};
use crate::expr::{Inferred, Subquery};
use crate::query::from::{SubqueryRow, column_names};
use crate::row::{Decoder, TypedDecoder};
use crate::scope::{DefinedIn, Here, OtherThan, Outer, There, UsedName};
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
    Q: NamedQuery<Row = R> + WithBody<Needs = N> + Inferred<N, Is: CompletedBy<(), I>>,
    R,
    N,
    I,
>(
    query: Q,
) -> With<Plain, Cte<(), R, Q>> {
    With::new(Cte::new((), query))
}

/// `with`
#[derive(Debug)]
pub enum Plain {}

/// `with recursive`
#[derive(Debug)]
pub enum Recursive {}

/// The keyword of a `with` clause.
pub trait WithKeyword: 'static {
    /// The keyword, with its space.
    const TEXT: &'static str;
}

impl WithKeyword for Plain {
    const TEXT: &'static str = "with ";
}

impl WithKeyword for Recursive {
    const TEXT: &'static str = "with recursive ";
}

/// The definitions `D` of a `with` clause, before the statement that uses them.
#[must_use = "the statement is missing: `.query(…)`"]
pub struct With<K, D> {
    definitions: D,
    keyword: PhantomData<fn() -> K>,
}

impl<K, D> With<K, D> {
    const fn new(definitions: D) -> Self {
        Self {
            definitions,
            keyword: PhantomData,
        }
    }
}

impl<K, D: Clone> Clone for With<K, D> {
    fn clone(&self) -> Self {
        Self::new(self.definitions.clone())
    }
}

impl<K, D: Copy> Copy for With<K, D> {}

impl<K, D: fmt::Debug> fmt::Debug for With<K, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("With").field(&self.definitions).finish()
    }
}

/// The definition of a query `Q` under the name of `R`, after other definitions. `M` are its options.
pub struct Cte<D, R, Q, M = DefinitionOptions> {
    previous: D,
    query: Q,
    marker: PhantomData<fn() -> (R, M)>,
}

impl<D, R, Q, M> Cte<D, R, Q, M> {
    const fn new(previous: D, query: Q) -> Self {
        Self {
            previous,
            query,
            marker: PhantomData,
        }
    }

    fn with<N>(self) -> Cte<D, R, Q, N> {
        Cte::new(self.previous, self.query)
    }
}

impl<D: Clone, R, Q: Clone, M> Clone for Cte<D, R, Q, M> {
    fn clone(&self) -> Self {
        Self::new(self.previous.clone(), self.query.clone())
    }
}

impl<D: Copy, R, Q: Copy, M> Copy for Cte<D, R, Q, M> {}

impl<D: fmt::Debug, R: SubqueryRow, Q, M> fmt::Debug for Cte<D, R, Q, M> {
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
pub trait NamedQuery: WithBody {
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

/// A statement that can follow a `with` clause, or be defined by it.
#[diagnostic::on_unimplemented(
    message = "this is not a statement that can follow `with`",
    label = "expected a `select`, `insert`, `update` or `delete`",
    note = "a grouped query must select `columns`"
)]
pub trait WithBody: Fragment {
    /// The list of names that the `with` clause must define: see [`scope`](crate::scope).
    type Needs;
    /// The decoder of its rows; `()` if it returns none.
    type Decoder;
}

#[diagnostic::do_not_recommend]
impl<Q: Subquery> WithBody for Q {
    type Needs = Q::Needs;
    type Decoder = Q::Decoder;
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

impl<D: Defines, R, Q, M> Defines for Cte<D, R, Q, M> {
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
    for (UsedName<T>, Rest)
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
impl<K, D: Defines> With<K, D> {
    /// Defines another query, which can refer to those before it.
    pub fn with<
        Q: NamedQuery<Row = R> + WithBody<Needs = N> + Inferred<N, Is: CompletedBy<D::Names, I>>,
        R,
        N,
        I,
    >(
        self,
        query: Q,
    ) -> With<K, Cte<D, R, Q>>
    where
        D::Names: LacksName<R>,
    {
        With::new(Cte::new(self.definitions, query))
    }

    /// The statement, which can refer to the definitions: a `select`, or an `insert`, `update` or `delete`. See [`with`].
    pub fn query<Q: WithBody<Needs = N> + Inferred<N, Is: CompletedBy<D::Names, I>>, N, I>(
        self,
        query: Q,
    ) -> WithQuery<K, D, Q> {
        WithQuery {
            definitions: self.definitions,
            query,
            keyword: PhantomData,
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

impl<D: Definitions, R: SubqueryRow, Q: Fragment, M: CteOptions> Definitions for Cte<D, R, Q, M> {
    const SEPARATOR: &'static str = ", ";
}

fragment!(impl[D: Definitions, R: SubqueryRow, Q: Fragment, M: CteOptions] Cte<D, R, Q, M> {
    (previous: D), [&[Token::Text(D::SEPARATOR)]],
    [R::REFERENCE], [column_names::<R>()], " as ", [&[Token::Text(M::STORED)]], "(", (query: Q), ")", [M::AFTER],
});

/// `with definitions query`
#[must_use = "a query does nothing until it is fetched"]
pub struct WithQuery<K, D, Q> {
    definitions: D,
    query: Q,
    keyword: PhantomData<fn() -> K>,
}

impl<K, D: Clone, Q: Clone> Clone for WithQuery<K, D, Q> {
    fn clone(&self) -> Self {
        Self {
            definitions: self.definitions.clone(),
            query: self.query.clone(),
            keyword: PhantomData,
        }
    }
}

impl<K, D: Copy, Q: Copy> Copy for WithQuery<K, D, Q> {}

impl<K, D, Q: Statement> fmt::Debug for WithQuery<K, D, Q>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WithQuery").field(&self.to_sql()).finish()
    }
}

fragment!(impl[K: WithKeyword, D: Definitions, Q: Fragment] WithQuery<K, D, Q> {
    [&[Token::Text(K::TEXT)]], (definitions: D), " ", (query: Q),
});

impl<K, D, Q: Statement> Statement for WithQuery<K, D, Q> {
    const TABLE: Option<&'static TableDef> = Q::TABLE;
}

#[diagnostic::do_not_recommend]
impl<K, D, Q: Changes> Executable for WithQuery<K, D, Q> {}

#[diagnostic::do_not_recommend]
impl<K: WithKeyword, D: Definitions, Q: Statement + WithBody<Decoder: Decoder>> Query
    for WithQuery<K, D, Q>
{
    type Row = <Q::Decoder as Decoder>::Row;
    type Decoder = TypedDecoder<Q::Decoder>;

    fn decoder(&self) -> Self::Decoder {
        TypedDecoder::NEW
    }
}
