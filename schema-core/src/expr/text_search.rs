//! The operators of full-text search: `@@`, `||`, `&&`, `!!`, `<->`.
//!
//! <https://www.postgresql.org/docs/current/functions-textsearch.html>

use schema_macros::hide_bounds;

use super::binary::{CLOSE, OPEN, binary, operator, parenthesis_if, precedence};
use super::group::group_item;
use super::like::Concat;
use super::macros::expression;
use super::{Containment, Expression, InScope, IntoExpr, Op};
use crate::sql::fragment;
use crate::types::{SqlType, TsQuery, TsVector};

operator! {
    /// `@@`
    MatchesQuery " @@ " OTHER;
    /// `&&`
    AndQuery " && " OTHER;
    /// `<->`
    FollowedBy " <-> " OTHER;
}

/// The type of a document: [`TsVector`].
#[diagnostic::on_unimplemented(
    message = "this is for a `TsVector`, and the expression is of type `{Self}`; write `to_tsvector(English, …)`",
    label = "not a document as a list of its words"
)]
pub trait TsVectorType: SqlType {}

#[diagnostic::do_not_recommend]
impl TsVectorType for TsVector {}

/// The type of a query: [`TsQuery`].
#[diagnostic::on_unimplemented(
    message = "this is for a `TsQuery`, and the expression is of type `{Self}`; write `to_tsquery(English, …)`",
    label = "not a query of full-text search"
)]
pub trait TsQueryType: SqlType {}

#[diagnostic::do_not_recommend]
impl TsQueryType for TsQuery {}

/// `contains`: true if a query has every word of the other one.
#[diagnostic::do_not_recommend]
impl Containment for TsQuery {
    type Part = Self;
}

/// The operators of full-text search. [`function::text_search`](super::function::text_search) has the functions and the
/// configurations.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::expr::function::text_search::{English, ts_rank, websearch_to_tsquery};
/// use schema_core::types::TsVector;
///
/// # #[table(name = "articles")]
/// # struct Article { #[column(primary_key)] id: i64, search: TsVector }
/// let query = websearch_to_tsquery(English, param!("cats -dogs"));
/// let best = Article
///     .select()
///     .filter(Article.search.matches_query(query))
///     .order_by(ts_rank(Article.search, query).desc())
///     .columns(Article.id);
/// assert_eq!(
///     best.to_sql(),
///     concat!(
///         r#"select "articles"."id" from "articles" "#,
///         r#"where "articles"."search" @@ websearch_to_tsquery('english'::regconfig, $1::text) "#,
///         r#"order by ts_rank("articles"."search", websearch_to_tsquery('english'::regconfig, $1::text)) desc"#,
///     )
/// );
/// ```
#[hide_bounds]
pub trait TextSearchMethods: Expression {
    /// `self @@ query`: true if the document matches the query.
    fn matches_query<R: IntoExpr<TsQuery, Self::Subject, Expr = X>, X>(
        self,
        query: R,
    ) -> Op<MatchesQuery, Self, X>
    where
        Self::Base: TsVectorType,
    {
        binary!(self, query.into_expr())
    }

    /// `self || other`: the words of both documents. The positions of the second one follow those of the first one.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::expr::function::text_search::{Simple, to_tsvector};
    /// # #[table(name = "articles")]
    /// # struct Article { #[column(primary_key)] id: i64, title: String, body: String }
    /// let words = to_tsvector(Simple, Article.title).concat_vector(to_tsvector(Simple, Article.body));
    /// assert_eq!(
    ///     Article.select().columns(words).to_sql(),
    ///     concat!(
    ///         r#"select to_tsvector('simple'::regconfig, "articles"."title") || "#,
    ///         r#"to_tsvector('simple'::regconfig, "articles"."body") from "articles""#,
    ///     )
    /// );
    /// ```
    fn concat_vector<R: IntoExpr<TsVector, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<Concat, Self, X, TsVector>
    where
        Self::Base: TsVectorType,
    {
        binary!(self, other.into_expr())
    }

    /// `self && other`: the query that requires both.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::expr::function::text_search::{English, plainto_tsquery, to_tsquery};
    /// # use schema_core::types::TsVector;
    /// # #[table(name = "articles")]
    /// # struct Article { #[column(primary_key)] id: i64, search: TsVector }
    /// let cats = plainto_tsquery(English, "cats");
    /// let query = cats.and_query(to_tsquery(English, "dogs | birds").not_query());
    /// assert_eq!(
    ///     Article.select().filter(Article.search.matches_query(query)).columns(Article.id).to_sql(),
    ///     concat!(
    ///         r#"select "articles"."id" from "articles" where "articles"."search" @@ "#,
    ///         r#"(plainto_tsquery('english'::regconfig, $1::text) && (!!to_tsquery('english'::regconfig, $2::text)))"#,
    ///     )
    /// );
    /// ```
    fn and_query<R: IntoExpr<TsQuery, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<AndQuery, Self, X, TsQuery>
    where
        Self::Base: TsQueryType,
    {
        binary!(self, other.into_expr())
    }

    /// `self || other`: the query that requires one of the two.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::TsQuery;
    /// # #[table(name = "alerts")]
    /// # struct Alert { #[column(primary_key)] id: i64, query: TsQuery }
    /// assert_eq!(
    ///     Alert.select().columns(Alert.query.or_query(TsQuery::word("cat"))).to_sql(),
    ///     r#"select "alerts"."query" || $1 from "alerts""#
    /// );
    /// ```
    fn or_query<R: IntoExpr<TsQuery, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<Concat, Self, X, TsQuery>
    where
        Self::Base: TsQueryType,
    {
        binary!(self, other.into_expr())
    }

    /// `!!self`: the query that excludes what this one requires.
    fn not_query(self) -> NotQuery<Self>
    where
        Self::Base: TsQueryType,
    {
        NotQuery { operand: self }
    }

    /// `self <-> other`: the query that requires the words of `other` right after those of this one.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::TsQuery;
    /// # #[table(name = "alerts")]
    /// # struct Alert { #[column(primary_key)] id: i64, query: TsQuery }
    /// assert_eq!(
    ///     Alert.select().columns(Alert.query.followed_by(TsQuery::word("cat"))).to_sql(),
    ///     r#"select "alerts"."query" <-> $1 from "alerts""#
    /// );
    /// ```
    fn followed_by<R: IntoExpr<TsQuery, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<FollowedBy, Self, X, TsQuery>
    where
        Self::Base: TsQueryType,
    {
        binary!(self, other.into_expr())
    }
}

impl<E: Expression> TextSearchMethods for E {}

/// `!!query`, from [`not_query`](TextSearchMethods::not_query).
#[derive(Debug, Clone, Copy)]
pub struct NotQuery<E> {
    operand: E,
}

impl<E: Expression> NotQuery<E> {
    /// True if the operand needs parentheses.
    const PARENTHESES: bool = E::PRECEDENCE <= precedence::OTHER;
}

fragment!(impl[E: Expression] NotQuery<E> {
    "!!", [parenthesis_if(Self::PARENTHESES, OPEN)], (operand: E), [parenthesis_if(Self::PARENTHESES, CLOSE)],
});

expression!(impl[E: Expression] NotQuery<E> { base: TsQuery, kind: E::Kind, precedence: OTHER });

group_item!(impl[E: Expression] NotQuery<E>, E);

impl<E: InScope<S, I>, S, I> InScope<S, (I,)> for NotQuery<E> {
    type Null = E::Null;
}
