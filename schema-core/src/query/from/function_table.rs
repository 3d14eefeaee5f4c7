//! Functions that return rows, under the name of a struct.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-TABLEFUNCTIONS>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{From, FromItem, LateralItem, ValueRow};
use crate::expr::Inferred;
use crate::expr::function::{ArgumentList, ArgumentsIn, Record, RowTypes, SetCall, SetFunction};
use crate::query::clause::{Body, Tail};
use crate::query::select::{FullRows, UnboxedSelect};
use crate::scope::{Constant, SuppliedBy};
use crate::sql::{Token, fragment};
use crate::table::{Impossible, Source, SourceColumns};
use crate::tuples::for_each_tuple;

/// The rows of the function `F` with the arguments `A`, under the name of the source `S`; with their numbers if
/// `ORDINALITY`.
///
/// ```
/// use schema_core::prelude::*;
///
/// sql_function! {
///     set fn regexp_split_to_table(text: String, pattern: String) -> String;
/// }
///
/// #[table(name = "notes")]
/// struct Note {
///     #[column(primary_key)]
///     id: i64,
///     body: String,
/// }
///
/// #[derive(Selectable)]
/// struct Word {
///     word: String,
///     number: i64,
/// }
///
/// let words = Note
///     .select()
///     .inner_join_lateral(regexp_split_to_table(Note.body, " ").with_ordinality(Word))
///     .filter(Word.number.le(3))
///     .columns((Note.id, Word.word));
/// assert_eq!(
///     words.to_sql(),
///     concat!(
///         r#"select "notes"."id", "Word"."word" from "notes" "#,
///         r#"cross join lateral regexp_split_to_table("notes"."body", $1::text) "#,
///         r#"with ordinality as "Word" ("word", "number") where "Word"."number" <= $2"#,
///     )
/// );
/// ```
pub struct FunctionTable<S, F, A, const ORDINALITY: bool = false> {
    call: SetCall<F, A>,
    source: PhantomData<fn() -> S>,
}

impl<S, F, A: Clone, const ORDINALITY: bool> Clone for FunctionTable<S, F, A, ORDINALITY> {
    fn clone(&self) -> Self {
        Self {
            call: self.call.clone(),
            source: PhantomData,
        }
    }
}

impl<S, F, A: Copy, const ORDINALITY: bool> Copy for FunctionTable<S, F, A, ORDINALITY> {}

impl<S, F, A: fmt::Debug, const ORDINALITY: bool> fmt::Debug
    for FunctionTable<S, F, A, ORDINALITY>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FunctionTable").field(&self.call).finish()
    }
}

/// The kind of arguments that read no table, so that the function can be the first in `from`.
#[diagnostic::on_unimplemented(
    message = "the arguments of this function read a table; join it there by `.inner_join_lateral(…)`",
    label = "nothing before it in `from`"
)]
pub trait OfValues {}

#[diagnostic::do_not_recommend]
impl OfValues for Constant {}
// With several impls, the compiler explains none of them.
#[diagnostic::do_not_recommend]
impl OfValues for Impossible {}

/// A struct whose fields have the types `T`, a tuple.
#[diagnostic::on_unimplemented(
    message = "the fields of `{Self}` are not the columns of this function, which are `{T}`",
    label = "expected a struct with fields of these types"
)]
pub trait FieldsAre<T> {}

#[diagnostic::do_not_recommend]
impl<R: ValueRow<Fields: FitRows<T>>, T> FieldsAre<T> for R {}

/// The types of fields that the columns `T` of a function can be read as.
pub trait FitRows<T> {}

#[diagnostic::do_not_recommend]
impl<F> FitRows<Record> for F {}

/// The types of columns, and of the number of the row after them.
#[diagnostic::on_unimplemented(
    message = "Postgres cannot number the rows of a function that returns records; use `.as_alias(…)`",
    label = "no `with ordinality`"
)]
pub trait WithNumber {
    /// The types, with an `i64`.
    type Numbered;
}

macro_rules! numbered {
    ($($name:ident $index:tt $other:ident $place:ident),+) => {
        impl<$($name),+> WithNumber for ($($name,)+) {
            type Numbered = ($($name,)+ i64,);
        }

        #[diagnostic::do_not_recommend]
        impl<$($name),+> FitRows<Self> for ($($name,)+) {}
    };
}

for_each_tuple!(numbered);

#[hide_bounds]
impl<F: SetFunction<A::Types>, A: ArgumentList> SetCall<F, A> {
    /// The rows as a table, under the name of a struct with `#[derive(Selectable)]`, or of an [alias](crate::alias!) of it.
    /// Its fields have the types of the function's columns.
    #[expect(unused_variables, reason = "the type of the constant is the name")]
    pub fn as_alias<
        V: SourceColumns<Source = S> + Inferred<S, Is: Source<Relation: FieldsAre<F::Rows>>>,
        S,
    >(
        self,
        alias: V,
    ) -> FunctionTable<S, F, A> {
        FunctionTable {
            call: self,
            source: PhantomData,
        }
    }

    /// `with ordinality`: like [`as_alias`](Self::as_alias), with a further field of type `i64` for the number of the row,
    /// from 1.
    #[expect(unused_variables, reason = "the type of the constant is the name")]
    pub fn with_ordinality<
        V: SourceColumns<Source = S>
            + Inferred<S, Is: Source<Relation: FieldsAre<<F::Rows as WithNumber>::Numbered>>>,
        S,
    >(
        self,
        alias: V,
    ) -> FunctionTable<S, F, A, true>
    where
        F: SetFunction<A::Types, Rows: WithNumber>,
    {
        FunctionTable {
            call: self,
            source: PhantomData,
        }
    }
}

#[hide_bounds]
impl<S: Source<Relation: ValueRow>, F: SetFunction<A::Types>, A: ArgumentList, const O: bool>
    FunctionTable<S, F, A, O>
{
    const NAMES: &'static [Token] = if <F::Rows as RowTypes>::STATED {
        &[
            Token::Text(" ("),
            Token::List(<S::Relation as ValueRow>::DEFINITIONS),
            Token::Text(")"),
        ]
    } else {
        super::column_names::<S>()
    };

    /// `select`: all columns, unless `columns` follows. The arguments of the function read no columns.
    pub fn select(self) -> UnboxedSelect<(S,), FullRows<(S,)>, Body<From<Self>>>
    where
        A: ArgumentList<Kind: OfValues>,
    {
        UnboxedSelect {
            projection: FullRows(PhantomData),
            body: Body {
                from: From(self),
                filter: (),
                group: (),
            },
            tail: Tail::NEW,
            scope: PhantomData,
        }
    }
}

fragment!(impl[S: Source<Relation: ValueRow>, F: SetFunction<A::Types>, A: ArgumentList, const O: bool]
    FunctionTable<S, F, A, O> {
        (call: SetCall<F, A>), [&[Token::Text(if O { " with ordinality as " } else { " as " })]],
        [S::REFERENCE], [Self::NAMES],
    }
);

#[diagnostic::do_not_recommend]
impl<S, F, A, const O: bool> FromItem for FunctionTable<S, F, A, O>
where
    S: Source<Relation: ValueRow>,
    F: SetFunction<A::Types>,
    A: ArgumentList<Kind = Constant>,
{
    type Source = S;
    type From = Self;
    type Needs = ();

    fn into_from(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<S, F, A, const O: bool> LateralItem<S, Reads<A, F::Parameters>> for FunctionTable<S, F, A, O>
where
    S: Source<Relation: ValueRow>,
    F: SetFunction<A::Types>,
    A: ArgumentList,
{
}

/// What a function needs from the query that it is joined to: its arguments `A`, for the parameters `P`.
#[derive(Debug)]
pub struct Reads<A, P>(PhantomData<fn() -> (A, P)>);

impl<A: ArgumentsIn<Q, I, P>, P, Q, I> SuppliedBy<Q, I> for Reads<A, P> {}
