//! Functions and configurations of full-text search.
//!
//! <https://www.postgresql.org/docs/current/textsearch.html>
//!
//! A configuration is a type, such as [`English`]; one of your own is a line of
//! [`text_search_config!`](crate::text_search_config!). It is written into the text of the query, so that the query
//! matches an index of the same expression:
//!
//! ```
//! use schema_core::expr::function::text_search::{English, to_tsvector, websearch_to_tsquery};
//! use schema_core::prelude::*;
//!
//! #[table(name = "articles")]
//! #[index(gin(sql("to_tsvector('english', body)")))]
//! struct Article {
//!     #[column(primary_key)]
//!     id: i64,
//!     body: String,
//! }
//!
//! let words = to_tsvector(English, Article.body);
//! let found = Article
//!     .select()
//!     .filter(words.matches_query(websearch_to_tsquery(English, "\"quick fox\" -dog")))
//!     .columns(Article.id);
//! assert_eq!(
//!     found.to_sql(),
//!     concat!(
//!         r#"select "articles"."id" from "articles" where to_tsvector('english'::regconfig, "articles"."body") @@ "#,
//!         r#"websearch_to_tsquery('english'::regconfig, $1::text)"#,
//!     )
//! );
//! ```
//!
//! A generated column is faster if documents are long: see [`TsVector`].

mod config;

use schema_macros::hide_bounds;

pub use self::config::{
    Arabic, Armenian, Basque, Catalan, Configuration, Danish, Dutch, English, Finnish, French,
    German, Greek, Hindi, Hungarian, Indonesian, IntoConfiguration, Irish, Italian, Lithuanian,
    Nepali, Norwegian, Portuguese, Romanian, Russian, Serbian, Simple, Spanish, Swedish, Tamil,
    TextSearchConfig, Turkish, Yiddish,
};
use super::{Argument, Call, Function};
use crate::expr::{Expression, IntoArgument, TextType};
#[cfg(feature = "json")]
use crate::types::{Json, JsonContent};
use crate::types::{NeverNull, RegConfig, SqlType, TsQuery, TsVector, Weight};

/// A type of documents: text, or JSON, whose strings are the document.
#[diagnostic::on_unimplemented(
    message = "this is for text or JSON, and the expression is of type `{Self}`",
    label = "not a document"
)]
pub trait Document: SqlType {}

#[diagnostic::do_not_recommend]
impl Document for String {}
#[diagnostic::do_not_recommend]
impl Document for crate::types::CiText {}
#[cfg(feature = "json")]
#[diagnostic::do_not_recommend]
impl Document for serde_json::Value {}
#[cfg(feature = "json")]
#[diagnostic::do_not_recommend]
impl<T: JsonContent> Document for Json<T> {}

/// `to_tsvector(config, document)`
#[derive(Debug)]
pub enum ToTsvector {}

// For all types: the bound is only on the function, so that a mistake is one error.
impl<D: SqlType> Function<(RegConfig, D)> for ToTsvector {
    type Parameters = (RegConfig, D);
    type Output = TsVector;
    type Null = NeverNull;
    const OPEN: &'static str = "to_tsvector(";
    const CLOSE: &'static str = ")";
}

/// `to_tsvector(config, document)`: the words of a text, or of the strings in JSON, in normal form.
#[hide_bounds]
pub fn to_tsvector<C: IntoConfiguration<X>, X: Expression, D: Expression<Base: Document>>(
    config: C,
    document: D,
) -> Call<ToTsvector, (Argument<X>, Argument<D>)> {
    Call::new((
        Argument::new(config.into_configuration()),
        Argument::new(document),
    ))
}

/// Functions that make a query from a text.
macro_rules! queries {
    ($($(#[$doc:meta])* $name:ident $function:ident $open:literal;)*) => {$(
        #[doc = concat!("`", $open, "config, text)`")]
        #[derive(Debug)]
        pub enum $name {}

        impl Function<(RegConfig, String)> for $name {
            type Parameters = (RegConfig, String);
            type Output = TsQuery;
            type Null = NeverNull;
            const OPEN: &'static str = $open;
            const CLOSE: &'static str = ")";
        }

        $(#[$doc])*
        #[hide_bounds]
        pub fn $function<C: IntoConfiguration<X>, X: Expression, E: Expression, V: IntoArgument<String, $name, E>>(
            config: C,
            text: V,
        ) -> Call<$name, (Argument<X>, Argument<E>)> {
            Call::new((Argument::new(config.into_configuration()), Argument::new(text.into_argument())))
        }
    )*};
}

queries! {
    /// `to_tsquery(config, text)`: the query in the syntax of `tsquery`, with `&`, `|`, `!` and `<->`. The server rejects a
    /// text that has another syntax, such as a user's input.
    ToTsquery to_tsquery "to_tsquery(";
    /// `plainto_tsquery(config, text)`: the query that requires all words of the text.
    PlaintoTsquery plainto_tsquery "plainto_tsquery(";
    /// `phraseto_tsquery(config, text)`: the query that requires the words of the text one after the other.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::expr::function::text_search::{German, numnode, phraseto_tsquery};
    /// # #[table(name = "articles")]
    /// # struct Article { #[column(primary_key)] id: i64, title: String }
    /// let phrase = phraseto_tsquery(German, Article.title);
    /// assert_eq!(
    ///     Article.select().columns((phrase, numnode(phrase))).to_sql(),
    ///     concat!(
    ///         r#"select phraseto_tsquery('german'::regconfig, "articles"."title"), "#,
    ///         r#"numnode(phraseto_tsquery('german'::regconfig, "articles"."title")) from "articles""#,
    ///     )
    /// );
    /// ```
    PhrasetoTsquery phraseto_tsquery "phraseto_tsquery(";
    /// `websearch_to_tsquery(config, text)`: the query of a user's input, with quotes, `or` and `-`, as web searches have
    /// them. Every text is valid.
    WebsearchToTsquery websearch_to_tsquery "websearch_to_tsquery(";
}

/// `ts_headline(config, document, query)`
#[derive(Debug)]
pub enum TsHeadline {}

impl<D: SqlType> Function<(RegConfig, D, TsQuery)> for TsHeadline {
    type Parameters = (RegConfig, D, TsQuery);
    type Output = String;
    type Null = NeverNull;
    const OPEN: &'static str = "ts_headline(";
    const CLOSE: &'static str = ")";
}

impl<D: SqlType> Function<(RegConfig, D, TsQuery, String)> for TsHeadline {
    type Parameters = (RegConfig, D, TsQuery, String);
    type Output = String;
    type Null = NeverNull;
    const OPEN: &'static str = "ts_headline(";
    const CLOSE: &'static str = ")";
}

/// `ts_headline(config, text, query)`: a part of the text with the words of the query between `<b>` and `</b>`. The text is
/// not escaped: sanitize the result before a browser shows it.
#[allow(
    clippy::type_complexity,
    reason = "a call lists the types of its arguments"
)]
#[hide_bounds]
pub fn ts_headline<
    C: IntoConfiguration<X>,
    X: Expression,
    D: Expression<Base: TextType>,
    Q: Expression,
    V: IntoArgument<TsQuery, TsHeadline, Q>,
>(
    config: C,
    text: D,
    query: V,
) -> Call<TsHeadline, (Argument<X>, Argument<D>, Argument<Q>)> {
    Call::new((
        Argument::new(config.into_configuration()),
        Argument::new(text),
        Argument::new(query.into_argument()),
    ))
}

/// `ts_headline(config, text, query, options)`: [`ts_headline`] with options such as `StartSel=*, StopSel=*, MaxWords=20`.
///
/// ```
/// # use schema_core::prelude::*;
/// # use schema_core::expr::function::text_search::{English, plainto_tsquery, ts_headline, ts_headline_with};
/// # #[table(name = "articles")]
/// # struct Article { #[column(primary_key)] id: i64, body: String }
/// let query = plainto_tsquery(English, param!("cats"));
/// let headlines = Article.select().columns((
///     ts_headline(English, Article.body, query),
///     ts_headline_with(English, Article.body, query, "MaxWords=20"),
/// ));
/// assert_eq!(
///     headlines.to_sql(),
///     concat!(
///         r#"select ts_headline('english'::regconfig, "articles"."body", "#,
///         r#"plainto_tsquery('english'::regconfig, $1::text)), "#,
///         r#"ts_headline('english'::regconfig, "articles"."body", "#,
///         r#"plainto_tsquery('english'::regconfig, $1::text), $2::text) from "articles""#,
///     )
/// );
/// ```
#[allow(
    clippy::type_complexity,
    reason = "a call lists the types of its arguments"
)]
#[hide_bounds]
pub fn ts_headline_with<
    C: IntoConfiguration<X>,
    X: Expression,
    D: Expression<Base: TextType>,
    Q: Expression,
    V: IntoArgument<TsQuery, TsHeadline, Q>,
    O: Expression,
    W: IntoArgument<String, TsHeadline, O>,
>(
    config: C,
    text: D,
    query: V,
    options: W,
) -> Call<TsHeadline, (Argument<X>, Argument<D>, Argument<Q>, Argument<O>)> {
    Call::new((
        Argument::new(config.into_configuration()),
        Argument::new(text),
        Argument::new(query.into_argument()),
        Argument::new(options.into_argument()),
    ))
}

functions! {
    /// The vector with these words, without positions.
    array_to_tsvector(words: Vec<String>) -> TsVector;
    /// The number of words in a vector.
    length(vector: TsVector) -> i32;
    /// The number of words and operators in a query.
    numnode(query: TsQuery) -> i32;
    /// The part of a query that an index can use, as text; `T` if there is none.
    querytree(query: TsQuery) -> String;
    /// The vector with this weight for each position.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::expr::function::text_search::{Simple, setweight, strip, to_tsvector};
    /// # use schema_core::types::Weight;
    /// # #[table(name = "articles")]
    /// # struct Article { #[column(primary_key)] id: i64, title: String }
    /// let words = to_tsvector(Simple, Article.title);
    /// assert_eq!(
    ///     Article.select().columns((setweight(words, Weight::A), strip(words))).to_sql(),
    ///     concat!(
    ///         r#"select setweight(to_tsvector('simple'::regconfig, "articles"."title"), $1::"char"), "#,
    ///         r#"strip(to_tsvector('simple'::regconfig, "articles"."title")) from "articles""#,
    ///     )
    /// );
    /// ```
    setweight(vector: TsVector, weight: Weight) -> TsVector;
    /// The vector without positions and weights.
    strip(vector: TsVector) -> TsVector;
    /// The vector without a word.
    ts_delete(vector: TsVector, word: String) -> TsVector;
    /// The vector with the positions of these weights only.
    ts_filter(vector: TsVector, weights: Vec<Weight>) -> TsVector;
    /// The rank of a document: how often the words of the query occur.
    ts_rank(vector: TsVector, query: TsQuery) -> f32;
    /// The rank of a document: how near to each other the words of the query are.
    ts_rank_cd(vector: TsVector, query: TsQuery) -> f32;
    /// The query with each part that equals `target` replaced.
    ts_rewrite(query: TsQuery, target: TsQuery, substitute: TsQuery) -> TsQuery;
    /// The query that requires `second` right after `first`.
    tsquery_phrase(first: TsQuery, second: TsQuery) -> TsQuery;
    /// The words of a vector.
    tsvector_to_array(vector: TsVector) -> Vec<String>;
    /// The text without accents, by the extension [`unaccent`](https://www.postgresql.org/docs/current/unaccent.html).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::expr::function::text_search::unaccent;
    /// # #[table(name = "articles")]
    /// # struct Article { #[column(primary_key)] id: i64, title: String }
    /// assert_eq!(
    ///     Article.select().filter(unaccent(Article.title).ilike("hotel%")).columns(Article.id).to_sql(),
    ///     r#"select "articles"."id" from "articles" where unaccent("articles"."title") ilike $1"#
    /// );
    /// ```
    unaccent(text: String) -> String;
}

// `functions!` does not take the name in SQL.
crate::sql_function! {
    /// [`ts_rank`] with the weights of D, C, B and A, in this order, and flags such as 32, which divides the rank by
    /// itself plus 1.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::expr::function::text_search::{ts_rank_cd_with, ts_rank_with};
    /// # use schema_core::types::{TsQuery, TsVector};
    /// # #[table(name = "articles")]
    /// # struct Article { #[column(primary_key)] id: i64, search: TsVector }
    /// let cat = TsQuery::word("cat");
    /// let ranks = (
    ///     ts_rank_with([0.1, 0.2, 0.4, 1.0], Article.search, &cat, 32),
    ///     ts_rank_cd_with([0.1, 0.2, 0.4, 1.0], Article.search, &cat, 0),
    /// );
    /// assert_eq!(
    ///     Article.select().columns(ranks).to_sql(),
    ///     concat!(
    ///         r#"select ts_rank($1::real[], "articles"."search", $2::tsquery, $3::integer), "#,
    ///         r#"ts_rank_cd($4::real[], "articles"."search", $5::tsquery, $6::integer) from "articles""#,
    ///     )
    /// );
    /// ```
    #[hide_bounds]
    pub fn ts_rank_with(weights: Vec<f32>, vector: TsVector, query: TsQuery, flags: i32) -> f32 = "ts_rank";
    /// [`ts_rank_cd`] with weights and flags, as in [`ts_rank_with`].
    #[hide_bounds]
    pub fn ts_rank_cd_with(weights: Vec<f32>, vector: TsVector, query: TsQuery, flags: i32) -> f32 = "ts_rank_cd";
    /// The query that requires `second` in this distance after `first`.
    #[hide_bounds]
    pub fn tsquery_phrase_at(first: TsQuery, second: TsQuery, distance: i32) -> TsQuery = "tsquery_phrase";
}
