//! The selected columns.

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use crate::expr::{Inferred, KnownDecoder, SelectedFrom, SelectionKind};
use crate::query::UnboxedSelect;
use crate::query::clause::OrderKind;
use crate::row::Decoder;
use crate::scope::{DecodeScope, Kind, Nested, PerRow, Scope, SelectedIn};
use crate::sql::{Arguments, Fragment, SqlWriter, Token, fragment};
use crate::tuples::for_each_scope;

/// The selected columns of a query.
#[diagnostic::on_unimplemented(
    message = "a grouped query must select `columns`",
    label = "the columns of a group are missing",
    note = "add `.columns(…)` before this: the grouped columns, and aggregates such as `count()`"
)]
pub trait Projection: Fragment {
    /// The decoder of a row.
    type Decoder: Decoder;
    /// The kind of the columns: constant, per row, or aggregate.
    type Kind: Kind;
    /// True if a row of the query combines several rows of `from` and `where`: after `distinct`, or if the columns are
    /// aggregates.
    const COMBINES_ROWS: bool = <Self::Kind as Kind>::AGGREGATE;
}

/// The kind of the selected columns, also if the selection is not complete yet.
pub trait ProjectedKind {
    /// The kind.
    type Kind: Kind;
}

impl<S> ProjectedKind for FullRows<S> {
    type Kind = PerRow;
}

impl<E: SelectionKind, D> ProjectedKind for Columns<E, D> {
    type Kind = E::Kind;
}

impl<P: ProjectedKind> ProjectedKind for Distinct<P> {
    type Kind = P::Kind;
}

/// All columns of all sources of the scope `S`: the projection unless `columns` is called.
pub struct FullRows<S>(pub(crate) PhantomData<fn() -> S>);

impl<S> Clone for FullRows<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for FullRows<S> {}

impl<S> fmt::Debug for FullRows<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FullRows")
    }
}

// One impl for each arity rather than one for every scope, so that an error about a grouped query does not mention the
// scope's own trait.
macro_rules! all {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        all!([$($name),+] ($($name,)+));
    };
    ([$($generics:ident),+] $scope:ty) => {
        impl<$($generics),+> Fragment for FullRows<$scope>
        where
            $scope: Scope,
        {
            const TOKENS: &'static [Token] = <$scope as Scope>::COLUMNS;

            #[inline]
            fn bind(&self, _arguments: &mut Arguments) -> Result<(), BoxDynError> {
                Ok(())
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($generics),+> Projection for FullRows<$scope>
        where
            $scope: Scope<Row: Send>,
        {
            type Decoder = DecodeScope<$scope>;
            type Kind = PerRow;
        }
    };
}

for_each_scope!(all);
all!([R, E] Nested<R, E>);

/// The selected columns `E`, which `D` decodes.
pub struct Columns<E, D> {
    pub(crate) expressions: E,
    pub(crate) decoder: PhantomData<fn() -> D>,
}

impl<E: Clone, D> Clone for Columns<E, D> {
    fn clone(&self) -> Self {
        Self {
            expressions: self.expressions.clone(),
            decoder: PhantomData,
        }
    }
}

impl<E: Copy, D> Copy for Columns<E, D> {}

impl<E: fmt::Debug, D> fmt::Debug for Columns<E, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Columns").field(&self.expressions).finish()
    }
}

fragment!(impl[E: Fragment, D] Columns<E, D> { (expressions: E) });

#[diagnostic::do_not_recommend]
impl<E: SelectionKind, D: Decoder> Projection for Columns<E, D> {
    type Decoder = D;
    type Kind = E::Kind;
}

/// `distinct`: one of several equal rows.
#[derive(Debug, Clone, Copy)]
pub struct Distinct<P>(pub(crate) P);

// Not declared by `fragment!`: the values note that the query is distinct.
impl<P: Fragment> Fragment for Distinct<P> {
    const TOKENS: &'static [Token] = &[Token::SelectDistinct, Token::Sub(P::TOKENS)];
    const STATIC: bool = P::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.distinct();
        self.0.write(sql);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        arguments.note_distinct();
        self.0.bind(arguments)
    }
}

#[diagnostic::do_not_recommend]
impl<P: Projection> Projection for Distinct<P> {
    type Decoder = P::Decoder;
    type Kind = P::Kind;
    const COMBINES_ROWS: bool = true;
}

/// `1`: nothing but the fact that there is a row.
#[derive(Debug, Clone, Copy)]
pub struct One;

fragment!(impl[] One { "1" });

/// A projection of all columns, which can be narrowed to `E`.
#[diagnostic::on_unimplemented(
    message = "this query has its `columns` already",
    label = "a second `columns`",
    note = "name all of them in one call, as a tuple"
)]
pub trait SelectsAll<E, Only> {
    /// The projection of these columns.
    fn only(self, columns: E) -> Only;
}

#[diagnostic::do_not_recommend]
impl<S, E> SelectsAll<E, E> for FullRows<S> {
    fn only(self, columns: E) -> E {
        columns
    }
}

#[diagnostic::do_not_recommend]
impl<S, E> SelectsAll<E, Distinct<E>> for Distinct<FullRows<S>> {
    fn only(self, columns: E) -> Distinct<E> {
        Distinct(columns)
    }
}

/// A projection without `distinct`.
#[diagnostic::on_unimplemented(
    message = "this query has its `distinct` already",
    label = "a second `distinct`"
)]
pub trait NotDistinctYet {}

#[diagnostic::do_not_recommend]
impl<S> NotDistinctYet for FullRows<S> {}
#[diagnostic::do_not_recommend]
impl<E, D> NotDistinctYet for Columns<E, D> {}

#[hide_bounds]
impl<S, P, B, T> UnboxedSelect<S, P, B, T> {
    /// `select distinct`: one of several equal rows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().distinct().columns(Patient.age).to_sql(),
    ///     r#"select distinct "patients"."age" from "patients""#
    /// );
    /// ```
    pub fn distinct(self) -> UnboxedSelect<S, Distinct<P>, B, T>
    where
        P: NotDistinctYet,
    {
        UnboxedSelect {
            projection: Distinct(self.projection),
            body: self.body,
            tail: self.tail,
            scope: PhantomData,
        }
    }

    /// Selects these columns instead of all: an expression, a tuple, `Patient.all()`, or the struct that
    /// `#[derive(Selectable)]` generates.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let query = Patient.select().columns((Patient.name, Patient.age.is_null()));
    /// assert_eq!(query.to_sql(), r#"select "patients"."name", "patients"."age" is null from "patients""#);
    /// ```
    pub fn columns<
        E: SelectionKind<Kind = K>
            + SelectedFrom<S, I, D, K>
            + Inferred<K, Is: SelectedIn<S, T::Kind>>,
        I,
        D,
        K,
        X,
        Only,
    >(
        self,
        columns: E,
    ) -> UnboxedSelect<S, Only, B, T>
    where
        P: SelectsAll<Columns<X, D>, Only>,
        D: KnownDecoder<Selected<E> = X>,
        T: OrderKind,
    {
        let columns = Columns {
            expressions: D::selected(columns),
            decoder: PhantomData,
        };
        UnboxedSelect {
            projection: self.projection.only(columns),
            body: self.body,
            tail: self.tail,
            scope: PhantomData,
        }
    }
}
