//! Functions of pgvector: <https://github.com/pgvector/pgvector#reference>.
//!
//! The distances are methods: [`VectorMethods`](crate::expr::VectorMethods). [`Vector`] and
//! [`HalfVector`] have `+`, `-` and `*`, and [`avg`](crate::expr::avg) and
//! [`sum`](crate::expr::sum). `.cast::<HalfVector<3>>()` converts them to each other.
//!
//! # Indexes of expressions
//!
//! An index of half the size, or of a 32nd of it, contains an expression of the column. A query that is ordered by the
//! distance of the same expression uses it. The nearest rows by such an index are candidates, which are then ordered by the
//! exact distance:
//!
//! ```
//! use schema_core::prelude::*;
//! use schema_core::expr::function::vector::binary_quantize;
//!
//! #[table(name = "notes")]
//! #[index(hnsw(sql("binary_quantize(embedding)::bit(3)").bit_hamming_ops))]
//! #[index(hnsw(sql("embedding::halfvec(3)").halfvec_cosine_ops))]
//! struct Note {
//!     #[column(primary_key, identity)]
//!     id: i64,
//!     embedding: Vector<3>,
//! }
//!
//! #[derive(Selectable)]
//! struct Candidate { id: i64, embedding: Vector<3> }
//!
//! let query = Vector::from([0.1, -0.2, 0.3]);
//! let query = param!(&query);
//! let candidates = Note
//!     .select()
//!     .order_by(binary_quantize(Note.embedding).hamming_distance(binary_quantize(value(query))))
//!     .limit(20)
//!     .columns(SelectCandidate { id: Note.id, embedding: Note.embedding })
//!     .as_table();
//! let nearest = candidates
//!     .select()
//!     .order_by(Candidate.embedding.cosine_distance(query))
//!     .limit(5)
//!     .columns(Candidate.id);
//! assert_eq!(
//!     nearest.to_sql(),
//!     concat!(
//!         r#"select "Candidate"."id" from (select "notes"."id", "notes"."embedding" from "notes" "#,
//!         r#"order by binary_quantize("notes"."embedding")::bit(3) <~> binary_quantize($1::vector)::bit(3) "#,
//!         r#"limit $2) as "Candidate" ("id", "embedding") "#,
//!         r#"order by "Candidate"."embedding" <=> $1 limit $3"#,
//!     )
//! );
//!
//! let half = HalfVector::from([0.1, -0.2, 0.3]);
//! let nearest = Note.select().order_by(Note.embedding.cast::<HalfVector<3>>().cosine_distance(half)).limit(5);
//! assert_eq!(
//!     nearest.columns(Note.id).to_sql(),
//!     r#"select "notes"."id" from "notes" order by "notes"."embedding"::halfvec(3) <=> $1 limit $2"#
//! );
//! ```

use schema_macros::hide_bounds;

use super::{Argument, Call, Function};
use crate::expr::binary::{binary, operator};
use crate::expr::{Cast, Expression, IntoArgument, Op};
use crate::types::{Bits, HalfVector, NeverNull, SparseVector, SqlType, Vector};

/// A [`Vector`].
#[diagnostic::on_unimplemented(
    message = "this is for vectors, of type `Vector<N>`, and the expression is of type `{Self}`",
    label = "expected `Vector<N>`"
)]
pub trait PlainVector: SqlType {}

/// A [`HalfVector`] or a [`SparseVector`].
#[diagnostic::on_unimplemented(
    message = "this is for `HalfVector<N>` and `SparseVector<N>`, and the expression is of type `{Self}`",
    label = "expected `HalfVector<N>` or `SparseVector<N>`",
    note = "the norm of a `Vector` is `vector_norm`"
)]
pub trait HalfOrSparseVector: SqlType {}

/// A [`Vector`], [`HalfVector`] or [`SparseVector`].
#[diagnostic::on_unimplemented(
    message = "this is for vectors, and the expression is of type `{Self}`",
    label = "expected a `Vector<N>`, `HalfVector<N>` or `SparseVector<N>`"
)]
pub trait AnyVector: SqlType {}

/// A [`Vector`] or [`HalfVector`], which contain all of their elements.
#[diagnostic::on_unimplemented(
    message = "this is for `Vector<N>` and `HalfVector<N>`, and the expression is of type `{Self}`",
    label = "expected `Vector<N>` or `HalfVector<N>`"
)]
pub trait DenseVector: SqlType {
    /// The number of dimensions.
    const DIMENSIONS: usize;
    /// A bit for each element.
    type Bits: SqlType;
    /// A vector of another length.
    type WithLength<const M: usize>: SqlType;
}

#[diagnostic::do_not_recommend]
impl<const N: usize> PlainVector for Vector<N> {}

macro_rules! vectors {
    ($($bound:ident: $($vector:ident)*;)*) => {$($(
        #[diagnostic::do_not_recommend]
        impl<const N: usize> $bound for $vector<N> {}
    )*)*};
}

vectors! {
    HalfOrSparseVector: HalfVector SparseVector;
    AnyVector: Vector HalfVector SparseVector;
}

macro_rules! dense {
    ($($vector:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<const N: usize> DenseVector for $vector<N> {
            const DIMENSIONS: usize = N;
            type Bits = Bits<N>;
            type WithLength<const M: usize> = $vector<M>;
        }
    )*};
}

dense!(Vector HalfVector);

functions_of! {
    /// The number of dimensions.
    vector_dims<T: DenseVector>(vector) -> i32;
    /// The Euclidean norm of a [`Vector`].
    vector_norm<T: PlainVector>(vector) -> f64;
    /// The Euclidean norm of a half-precision or sparse vector.
    l2_norm<T: HalfOrSparseVector>(vector) -> f64;
    /// The vector with the same direction, and a Euclidean norm of 1.
    l2_normalize<T: AnyVector>(vector) -> T;
}

/// The function `inner_product`, for messages.
#[allow(
    non_camel_case_types,
    reason = "the type has the function's name, for messages"
)]
#[derive(Debug)]
pub enum inner_product {}

// For all types: the bound is only on the function, so that a mistake is one error.
impl<T: SqlType> Function<(T, T)> for inner_product {
    type Parameters = (T, T);
    type Output = f64;
    type Null = NeverNull;
    const OPEN: &'static str = "inner_product(";
    const CLOSE: &'static str = ")";
}

/// The inner product of two vectors of the same type. An index applies to
/// [`negative_inner_product`](crate::expr::VectorMethods::negative_inner_product).
///
/// `inner_product(…)` in SQL.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::expr::function::vector::inner_product;
///
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, embedding: Vector<3> }
/// let query = Vector::from([0.1, 0.2, 0.3]);
/// assert_eq!(
///     Note.select().columns(inner_product(Note.embedding, &query)).to_sql(),
///     r#"select inner_product("notes"."embedding", $1::vector) from "notes""#
/// );
/// ```
#[hide_bounds]
pub fn inner_product<
    A: Expression<Base: AnyVector> + Expression<Base = T>,
    T: SqlType,
    V: IntoArgument<T, inner_product, X>,
    X,
>(
    vector: A,
    other: V,
) -> Call<inner_product, (Argument<A>, Argument<X>)> {
    Call::new((Argument::new(vector), Argument::new(other.into_argument())))
}

/// The function [`binary_quantize`].
#[derive(Debug)]
pub enum BinaryQuantize {}

impl<T: DenseVector> Function<(T,)> for BinaryQuantize {
    type Parameters = (T,);
    type Output = T::Bits;
    type Null = NeverNull;
    const OPEN: &'static str = "binary_quantize(";
    const CLOSE: &'static str = ")";
}

/// A bit for each element: 1 if it is positive. The cast to the number of bits is what an index needs.
///
/// `binary_quantize(…)::bit(n)` in SQL. See the [module](self) for a search by bits.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::expr::function::vector::binary_quantize;
///
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, embedding: Vector<3> }
/// assert_eq!(
///     Note.select().columns(binary_quantize(Note.embedding)).to_sql(),
///     r#"select binary_quantize("notes"."embedding")::bit(3) from "notes""#
/// );
/// ```
#[hide_bounds]
pub fn binary_quantize<E: Expression<Base: DenseVector<Bits = B>>, B: SqlType>(
    vector: E,
) -> Cast<Call<BinaryQuantize, (Argument<E>,)>, B, NeverNull> {
    Cast::new(Call::new((Argument::new(vector),)))
}

/// The function [`subvector`].
#[derive(Debug)]
pub enum Subvector<const START: usize, const COUNT: usize> {}

/// The text after the vector: `, 1, 3)`.
struct Bounds<const START: usize, const COUNT: usize>;

impl<const START: usize, const COUNT: usize> Bounds<START, COUNT> {
    const BYTES: ([u8; 48], usize) = {
        let text = push(([0; 48], 0), b", ");
        let text = push_number(text, START);
        let text = push(text, b", ");
        push(push_number(text, COUNT), b")")
    };

    const TEXT: &'static str = {
        let (bytes, length) = const { &Self::BYTES };
        match std::str::from_utf8(bytes.split_at(*length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    };
}

/// Appends bytes to the first ones of an array.
const fn push((mut bytes, mut length): ([u8; 48], usize), more: &[u8]) -> ([u8; 48], usize) {
    let mut i = 0;
    while i < more.len() {
        bytes[length] = more[i];
        length += 1;
        i += 1;
    }
    (bytes, length)
}

/// Appends the digits of a number to the first bytes of an array.
const fn push_number(text: ([u8; 48], usize), number: usize) -> ([u8; 48], usize) {
    let text = if number < 10 {
        text
    } else {
        push_number(text, number / 10)
    };
    push(text, &[b"0123456789"[number % 10]])
}

impl<T: DenseVector, const START: usize, const COUNT: usize> Function<(T,)>
    for Subvector<START, COUNT>
{
    type Parameters = (T,);
    type Output = T::WithLength<COUNT>;
    type Null = NeverNull;
    const OPEN: &'static str = "subvector(";
    const CLOSE: &'static str = {
        assert!(
            START >= 1 && COUNT >= 1,
            "a subvector has at least one element, and the first one of a vector has the number 1"
        );
        assert!(
            START - 1 + COUNT <= T::DIMENSIONS,
            "this subvector ends after the vector"
        );
        Bounds::<START, COUNT>::TEXT
    };
}

/// `COUNT` elements, from the one with the number `START`, which is 1 for the first. The numbers are part of the text, so that
/// an index of the same expression applies. Numbers outside of the vector are an error of `cargo build`; `cargo check` does not
/// compute constants of generic types.
///
/// `subvector(…)::vector(n)` in SQL.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::expr::function::vector::subvector;
///
/// #[table(name = "notes")]
/// #[index(hnsw(sql("subvector(embedding, 1, 2)::vector(2)").vector_cosine_ops))]
/// struct Note {
///     #[column(primary_key, identity)]
///     id: i64,
///     embedding: Vector<3>,
/// }
///
/// let query = Vector::from([0.1, 0.2]);
/// let nearest = Note.select().order_by(subvector::<1, 2, _, _>(Note.embedding).cosine_distance(&query)).limit(20);
/// assert_eq!(
///     nearest.columns(Note.id).to_sql(),
///     r#"select "notes"."id" from "notes" order by subvector("notes"."embedding", 1, 2)::vector(2) <=> $1 limit $2"#
/// );
/// ```
#[hide_bounds]
pub fn subvector<
    const START: usize,
    const COUNT: usize,
    E: Expression<Base: DenseVector<WithLength<COUNT> = V>>,
    V: SqlType,
>(
    vector: E,
) -> Cast<Call<Subvector<START, COUNT>, (Argument<E>,)>, V, NeverNull> {
    Cast::new(Call::new((Argument::new(vector),)))
}

operator! {
    /// `||`
    ConcatVectors " || " OTHER => true;
}

/// The elements of two vectors one after the other, a vector of length `LENGTH`. The server rejects another length.
///
/// `(a || b)::vector(n)` in SQL.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::expr::function::vector::vector_concat;
///
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, title: Vector<2>, body: Vector<3> }
/// let both = vector_concat::<5, _, _, _>(Note.title, Note.body);
/// assert_eq!(
///     Note.select().columns(both).to_sql(),
///     r#"select ("notes"."title" || "notes"."body")::vector(5) from "notes""#
/// );
/// ```
#[hide_bounds]
pub fn vector_concat<
    const LENGTH: usize,
    A: Expression<Base: DenseVector<WithLength<LENGTH> = V>>,
    B: Expression<Base: DenseVector<WithLength<LENGTH> = V>>,
    V: SqlType,
>(
    first: A,
    second: B,
) -> Cast<Op<ConcatVectors, A, B, V>, V, NeverNull> {
    Cast::new(binary!(first, second))
}

#[cfg(test)]
mod tests {
    use super::Bounds;

    #[test]
    fn writes_the_bounds() {
        assert_eq!(Bounds::<1, 3>::TEXT, ", 1, 3)");
        assert_eq!(Bounds::<1_024, 16_000>::TEXT, ", 1024, 16000)");
        assert_eq!(
            Bounds::<{ usize::MAX }, 10>::TEXT,
            ", 18446744073709551615, 10)"
        );
    }
}
