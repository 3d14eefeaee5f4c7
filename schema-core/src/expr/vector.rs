//! The distances of [pgvector](https://github.com/pgvector/pgvector#querying).

use super::binary::{binary, operator};
use super::macros::expression;
use super::{InScope, IntoExpr, Op};
use crate::expr::Expression;
use crate::sql::fragment;
use crate::types::{Bits, HalfVector, SparseVector, SqlType, Vector};
use schema_macros::hide_bounds;

operator! {
    /// `<->`
    L2Distance " <-> " OTHER, class "_l2_ops";
    /// `<#>`
    NegativeInnerProduct " <#> " OTHER, class "_ip_ops";
    /// `<=>`
    CosineDistance " <=> " OTHER, class "_cosine_ops";
    /// `<+>`
    L1Distance " <+> " OTHER, class "_l1_ops";
    /// `<~>`
    HammingDistance " <~> " OTHER, class "_hamming_ops";
    /// `<%>`
    JaccardDistance " <%> " OTHER, class "_jaccard_ops";
}

/// A vector type: [`Vector`], [`HalfVector`] or [`SparseVector`]. `O` is always the distance `D`; it is a parameter so
/// that another type produces a single error: see "One error per mistake" in `docs/architecture.md`.
#[diagnostic::on_unimplemented(
    message = "type `{Self}` has no such distance; use a `Vector<N>`, `HalfVector<N>` or `SparseVector<N>`",
    label = "not a vector"
)]
pub trait VectorType<D, O>: SqlType {
    /// The type itself.
    type Vector: SqlType;
}

#[diagnostic::do_not_recommend]
impl<D, const N: usize> VectorType<D, D> for Vector<N> {
    type Vector = Self;
}
#[diagnostic::do_not_recommend]
impl<D, const N: usize> VectorType<D, D> for HalfVector<N> {
    type Vector = Self;
}
#[diagnostic::do_not_recommend]
impl<D, const N: usize> VectorType<D, D> for SparseVector<N> {
    type Vector = Self;
}

/// A bit string, [`Bits`]. `O` is always the distance `D`, as in [`VectorType`].
#[diagnostic::on_unimplemented(
    message = "this distance is for bit strings, and the expression is of type `{Self}`",
    label = "expected `Bits<N>`"
)]
pub trait BitType<D, O>: SqlType {
    /// The type itself.
    type Bits: SqlType;
}

#[diagnostic::do_not_recommend]
impl<D, const N: usize> BitType<D, D> for Bits<N> {
    type Bits = Self;
}

/// The distances of vectors and bit strings.
///
/// pgvector applies the conditions of a query after the scan of an index, so a query with a limit could find fewer rows than
/// there are. If the column has an index `using hnsw` or `ivfflat` for the distance, a query that is ordered by it, with a
/// limit and a filter or join, turns on [iterative scans](https://github.com/pgvector/pgvector#iterative-index-scans) for
/// itself. That requires pgvector 0.8; see [`without_iterative_scan`](Self::without_iterative_scan), and
/// [`setting`](super::setting) for other settings. Rows by an index `using ivfflat` are then only nearly in order.
///
/// A distance is an expression: queries can filter by it, order by it and
/// select it.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, embedding: Vector<3> }
/// let query = Vector::from([0.1, 0.2, 0.3]);
/// let distance = Note.embedding.cosine_distance(&query);
/// let nearest = Note
///     .select()
///     .filter(distance.lt(0.3))
///     .order_by(distance.asc())
///     .limit(5)
///     .columns((Note.id, distance));
/// assert_eq!(
///     nearest.to_sql(),
///     r#"select "notes"."id", "notes"."embedding" <=> $1 from "notes" where "notes"."embedding" <=> $2 < $3 order by "notes"."embedding" <=> $4 limit $5"#
/// );
/// ```
#[hide_bounds]
pub trait VectorMethods: Expression {
    /// `self <-> other`: the Euclidean distance.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, embedding: Vector<3> }
    /// let nearest = Note.embedding.l2_distance(Vector::from([0.1, 0.2, 0.3])).asc();
    /// assert_eq!(
    ///     Note.select().order_by(nearest).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" order by "notes"."embedding" <-> $1"#
    /// );
    /// ```
    fn l2_distance<
        R: IntoExpr<<Self::Base as VectorType<L2Distance, O>>::Vector, Self::Subject, Expr = X>,
        O,
        X,
    >(
        self,
        other: R,
    ) -> Op<O, Self, X, f64>
    where
        Self::Base: VectorType<L2Distance, O>,
    {
        binary!(self, other.into_expr())
    }

    /// `self <#> other`: the negative inner product, so that the smallest value is the most similar vector.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, embedding: Vector<3> }
    /// let nearest = Note.embedding.negative_inner_product(Vector::from([0.1, 0.2, 0.3])).asc();
    /// assert_eq!(
    ///     Note.select().order_by(nearest).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" order by "notes"."embedding" <#> $1"#
    /// );
    /// ```
    fn negative_inner_product<
        R: IntoExpr<
                <Self::Base as VectorType<NegativeInnerProduct, O>>::Vector,
                Self::Subject,
                Expr = X,
            >,
        O,
        X,
    >(
        self,
        other: R,
    ) -> Op<O, Self, X, f64>
    where
        Self::Base: VectorType<NegativeInnerProduct, O>,
    {
        binary!(self, other.into_expr())
    }

    /// `self <=> other`: the cosine distance, from 0 (same direction) to 2 (opposite directions).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, embedding: Vector<3> }
    /// let nearest = Note.embedding.cosine_distance(Vector::from([0.1, 0.2, 0.3])).asc();
    /// assert_eq!(
    ///     Note.select().order_by(nearest).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" order by "notes"."embedding" <=> $1"#
    /// );
    /// ```
    fn cosine_distance<
        R: IntoExpr<<Self::Base as VectorType<CosineDistance, O>>::Vector, Self::Subject, Expr = X>,
        O,
        X,
    >(
        self,
        other: R,
    ) -> Op<O, Self, X, f64>
    where
        Self::Base: VectorType<CosineDistance, O>,
    {
        binary!(self, other.into_expr())
    }

    /// `self <+> other`: the taxicab distance.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, embedding: Vector<3> }
    /// let nearest = Note.embedding.l1_distance(Vector::from([0.1, 0.2, 0.3])).asc();
    /// assert_eq!(
    ///     Note.select().order_by(nearest).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" order by "notes"."embedding" <+> $1"#
    /// );
    /// ```
    fn l1_distance<
        R: IntoExpr<<Self::Base as VectorType<L1Distance, O>>::Vector, Self::Subject, Expr = X>,
        O,
        X,
    >(
        self,
        other: R,
    ) -> Op<O, Self, X, f64>
    where
        Self::Base: VectorType<L1Distance, O>,
    {
        binary!(self, other.into_expr())
    }

    /// `self <~> other`: the number of bits that differ.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, hash: Bits<4> }
    /// let nearest = Note.hash.hamming_distance(Bits::from([true, false, true, true])).asc();
    /// assert_eq!(
    ///     Note.select().order_by(nearest).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" order by "notes"."hash" <~> $1"#
    /// );
    /// ```
    fn hamming_distance<
        R: IntoExpr<<Self::Base as BitType<HammingDistance, O>>::Bits, Self::Subject, Expr = X>,
        O,
        X,
    >(
        self,
        other: R,
    ) -> Op<O, Self, X, f64>
    where
        Self::Base: BitType<HammingDistance, O>,
    {
        binary!(self, other.into_expr())
    }

    /// `self <%> other`: the Jaccard distance between the sets of bits that are 1.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, hash: Bits<4> }
    /// let nearest = Note.hash.jaccard_distance(Bits::from([true, false, true, true])).asc();
    /// assert_eq!(
    ///     Note.select().order_by(nearest).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" order by "notes"."hash" <%> $1"#
    /// );
    /// ```
    fn jaccard_distance<
        R: IntoExpr<<Self::Base as BitType<JaccardDistance, O>>::Bits, Self::Subject, Expr = X>,
        O,
        X,
    >(
        self,
        other: R,
    ) -> Op<O, Self, X, f64>
    where
        Self::Base: BitType<JaccardDistance, O>,
    {
        binary!(self, other.into_expr())
    }

    /// The same distance, but a query that is ordered by it and has a filter and a limit does not turn on iterative scans of
    /// a vector index. It is faster, and may return fewer rows than the limit although there are more.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// #[table(name = "notes")]
    /// #[index(hnsw(embedding.vector_l2_ops))]
    /// struct Note {
    ///     #[column(primary_key)]
    ///     id: i64,
    ///     draft: bool,
    ///     embedding: Vector<3>,
    /// }
    ///
    /// let query = Vector::from([0.1, 0.2, 0.3]);
    /// let distance = Note.embedding.l2_distance(&query);
    /// let drafts = Note.select().filter(Note.draft).limit(5).columns(Note.id);
    /// assert_eq!(
    ///     drafts.order_by(distance).to_sql(),
    ///     concat!(
    ///         r#"select "notes"."id" from "notes" "#,
    ///         r#"where (select set_config('hnsw.iterative_scan', 'strict_order', true)) is not null "#,
    ///         r#"and "notes"."draft" order by "notes"."embedding" <-> $1 limit $2"#,
    ///     )
    /// );
    /// assert_eq!(
    ///     drafts.order_by(distance.without_iterative_scan()).to_sql(),
    ///     r#"select "notes"."id" from "notes" where "notes"."draft" order by "notes"."embedding" <-> $1 limit $2"#
    /// );
    /// ```
    fn without_iterative_scan(self) -> WithoutIterativeScan<Self>
    where
        Self: Expression<Base = f64>,
    {
        WithoutIterativeScan(self)
    }
}

impl<E: Expression> VectorMethods for E {}

/// A distance, from [`without_iterative_scan`](VectorMethods::without_iterative_scan).
#[derive(Debug, Clone, Copy)]
pub struct WithoutIterativeScan<E>(E);

fragment!(impl[E: Expression] WithoutIterativeScan<E> { (0: E) });

expression!(impl[E: Expression] WithoutIterativeScan<E> {
    base: E::Base,
    kind: E::Kind,
    precedence: E::PRECEDENCE,
});

impl<E: InScope<S, I>, S, I> InScope<S, (I,)> for WithoutIterativeScan<E> {
    type Null = E::Null;
}
