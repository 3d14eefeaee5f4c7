//! The operators of text: `like`, `ilike`, regular expressions, `similar to`, `||`.
//!
//! <https://www.postgresql.org/docs/current/functions-matching.html>

use schema_macros::hide_bounds;

use super::binary::{CLOSE, OPEN, binary, operator, parenthesis_if, precedence};
use super::{Collated, InScope, IntoCollation, IntoExpr, Op, Operator, Param};
use crate::expr::Expression;
use crate::sql::fragment;
use crate::types::{ArrayElement, ColumnType, SqlType};

operator! {
    /// `like`
    Like " like " LIKE;
    /// `not like`
    NotLike " not like " LIKE;
    /// `ilike`
    Ilike " ilike " LIKE;
    /// `not ilike`
    NotIlike " not ilike " LIKE;
    /// `~`
    Matches " ~ " OTHER;
    /// `!~`
    NotMatches " !~ " OTHER;
    /// `~*`
    Imatches " ~* " OTHER;
    /// `!~*`
    NotImatches " !~* " OTHER;
    /// `similar to`
    SimilarTo " similar to " LIKE;
    /// `not similar to`
    NotSimilarTo " not similar to " LIKE;
    /// `||`
    Concat " || " OTHER;
}

/// An operator with a pattern whose escape character can be chosen: `like` and its siblings.
pub trait Escapable: Operator {}

macro_rules! escapable {
    ($($name:ident)*) => {$(impl Escapable for $name {})*};
}

escapable!(Like NotLike Ilike NotIlike SimilarTo NotSimilarTo);

/// `pattern escape character`
#[derive(Debug, Clone)]
pub struct Escaped<R> {
    pattern: R,
    character: Param<String, String>,
}

const fn loose<R: Expression>() -> bool {
    R::PRECEDENCE <= precedence::LIKE
}

fragment!(impl[R: Expression] Escaped<R> {
    [parenthesis_if(loose::<R>(), OPEN)], (pattern: R), [parenthesis_if(loose::<R>(), CLOSE)],
    " escape ", (character: Param<String, String>),
});

// Only these two traits: it is part of a comparison.
impl<R: Expression> Expression for Escaped<R> {
    type Base = R::Base;
    type Kind = R::Kind;
    type Subject = R::Subject;
    const PRECEDENCE: u8 = precedence::ATOM;
}

impl<R: InScope<S, I>, S, I> InScope<S, I> for Escaped<R> {
    type Null = R::Null;
}

impl<O: Escapable, L, R: Expression> Op<O, L, R> {
    /// `self escape character`: this character, and not `\`, before `%` or `_` matches it literally.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "offers")]
    /// # struct Offer { #[column(primary_key)] id: i64, text: String }
    /// assert_eq!(
    ///     Offer.select().filter(Offer.text.like("50#% off%").escape('#')).columns(Offer.id).to_sql(),
    ///     r#"select "offers"."id" from "offers" where "offers"."text" like $1 escape $2"#
    /// );
    /// ```
    pub fn escape(self, character: char) -> Op<O, L, Escaped<R>> {
        binary!(
            self.left,
            Escaped {
                pattern: self.right,
                character: Param::new(character.to_string()),
            }
        )
    }
}

/// A text type: `String`, or [`CiText`](crate::types::CiText).
#[diagnostic::on_unimplemented(
    message = "this is for text, and the expression is of type `{Self}`; cast it by `.cast::<String>()`",
    label = "not text"
)]
pub trait TextType: SqlType {}

#[diagnostic::do_not_recommend]
impl TextType for String {}
#[diagnostic::do_not_recommend]
impl TextType for crate::types::CiText {}

/// The operators of text.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64,
/// # #[column(unique)] name: String, age: Option<i32> }
/// let query = Patient.select().filter(Patient.name.ilike("%ana%")).columns(Patient.name.concat("!"));
/// assert_eq!(
///     query.to_sql(),
///     r#"select "patients"."name" || $1 from "patients" where "patients"."name" ilike $2"#
/// );
/// ```
#[hide_bounds]
pub trait TextMethods: Expression {
    /// `self like pattern`: `%` matches any characters, `_` a single one. `\` before either matches it literally.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.like("An_%")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" like $1"#
    /// );
    /// ```
    fn like<R: IntoExpr<String, Self::Subject, Expr = X>, X>(self, pattern: R) -> Op<Like, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self not like pattern`: see [`like`](Self::like).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.not_like("An%")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" not like $1"#
    /// );
    /// ```
    fn not_like<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Op<NotLike, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self ilike pattern`: [`like`](Self::like) without regard to case.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.ilike("an%")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" ilike $1"#
    /// );
    /// ```
    fn ilike<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Op<Ilike, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self not ilike pattern`: see [`ilike`](Self::ilike).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.not_ilike("an%")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" not ilike $1"#
    /// );
    /// ```
    fn not_ilike<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Op<NotIlike, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self ~ pattern`: true if the POSIX regular expression matches some part of the text.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.matches("^An.$")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" ~ $1"#
    /// );
    /// ```
    fn matches<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Op<Matches, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self !~ pattern`: see [`matches`](Self::matches).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.not_matches("^An")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" !~ $1"#
    /// );
    /// ```
    fn not_matches<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Op<NotMatches, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self ~* pattern`: [`matches`](Self::matches) without regard to case.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.imatches("^an")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" ~* $1"#
    /// );
    /// ```
    fn imatches<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Op<Imatches, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self !~* pattern`: see [`imatches`](Self::imatches).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.not_imatches("^an")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" !~* $1"#
    /// );
    /// ```
    fn not_imatches<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Op<NotImatches, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self similar to pattern`: a pattern of SQL, in which `|`, `*`, `+`, `?`, `{…}`, `(…)` and `[…]` have their meaning from
    /// regular expressions, and `%` and `_` that of [`like`](Self::like). It must match the whole text.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.similar_to("(An|Be)%")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" similar to $1"#
    /// );
    /// ```
    fn similar_to<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Op<SimilarTo, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self not similar to pattern`: see [`similar_to`](Self::similar_to).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.not_similar_to("An_")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" not similar to $1"#
    /// );
    /// ```
    fn not_similar_to<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Op<NotSimilarTo, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self collate "name"`: the text with another collation, which determines how it is sorted and compared.
    ///
    /// ```
    /// # use schema_core::expr::collation;
    /// # use schema_core::prelude::*;
    /// collation!(pub Spanish = "es-x-icu");
    ///
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// let query = Patient
    ///     .select()
    ///     .filter(Patient.name.collate(collation::C).lt("b"))
    ///     .order_by(Patient.name.collate(Spanish).desc());
    /// assert_eq!(
    ///     query.columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" collate "C" < $1 order by "patients"."name" collate "es-x-icu" desc"#
    /// );
    /// ```
    fn collate<V: IntoCollation<C>, C>(self, collation: V) -> Collated<Self, C>
    where
        Self::Base: TextType,
    {
        let _ = collation;
        Collated::new(self)
    }

    /// `self || other`: the two joined together. They are texts, byte strings or arrays.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, tags: Vec<String> }
    /// assert_eq!(
    ///     Patient.select().columns((Patient.name.concat(" (patient)"), Patient.tags.concat(["new"]))).to_sql(),
    ///     r#"select "patients"."name" || $1, "patients"."tags" || $2 from "patients""#
    /// );
    /// ```
    fn concat<R, X>(self, other: R) -> Op<Concat, Self, X, Self::Base>
    where
        Self::Base: Concatenable,
        R: IntoExpr<<Self::Base as Concatenable>::Part, Self::Subject, Expr = X>,
    {
        binary!(self, other.into_expr())
    }
}

impl<E: Expression> TextMethods for E {}

/// A type whose values can be joined by `||`: text, bytes and arrays.
#[diagnostic::on_unimplemented(
    message = "values of type `{Self}` cannot be joined by `||`; cast a number to text by `.cast::<String>()`",
    label = "neither text nor an array"
)]
pub trait Concatenable: SqlType {
    /// The type of the right operand.
    type Part: SqlType;
}

#[diagnostic::do_not_recommend]
impl Concatenable for String {
    type Part = Self;
}
#[diagnostic::do_not_recommend]
impl Concatenable for Vec<u8> {
    type Part = Self;
}
#[diagnostic::do_not_recommend]
impl<E: ColumnType<Base: ArrayElement>> Concatenable for Vec<E> {
    type Part = Self;
}
