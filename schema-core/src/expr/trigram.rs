//! The operators of the extension [`pg_trgm`](https://www.postgresql.org/docs/current/pgtrgm.html): `%`, `<%`, `<<%`, `<->`.

use schema_macros::hide_bounds;

use super::binary::{binary, operator};
use super::vector::L2Distance;
use super::{Expression, IntoExpr, Op, TextType};

operator! {
    /// `%`
    SimilarText " % " OTHER;
    /// `%>`
    HasSimilarWords " %> " OTHER;
    /// `%>>`
    HasStrictlySimilarWords " %>> " OTHER;
    /// `<%`
    WordsSimilar " <% " OTHER;
    /// `<<%`
    WordsStrictlySimilar " <<% " OTHER;
    /// `<->>`
    WordDistance " <->> " OTHER;
    /// `<->>>`
    StrictWordDistance " <->>> " OTHER;
}

/// The operators of `pg_trgm` on text. They compare with the thresholds that the settings of the extension specify, and an
/// index with `gin_trgm_ops` or `gist_trgm_ops` supports them. [`function::trigram`](super::function::trigram) has the
/// functions.
///
/// ```
/// # use schema_core::prelude::*;
/// #[table(name = "patients")]
/// #[index(gin(name.gin_trgm_ops))]
/// struct Patient {
///     #[column(primary_key)]
///     id: i64,
///     name: String,
/// }
///
/// let similar = Patient
///     .select()
///     .filter(Patient.name.similar_text("Jon"))
///     .order_by(Patient.name.text_distance("Jon").asc())
///     .columns(Patient.id);
/// assert_eq!(
///     similar.to_sql(),
///     r#"select "patients"."id" from "patients" where "patients"."name" % $1 order by "patients"."name" <-> $2"#
/// );
/// ```
///
/// `schema![…]` creates the extension if a table has such an index.
#[hide_bounds]
pub trait TrigramMethods: Expression {
    /// `self % other`: true if the texts are similar.
    fn similar_text<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<SimilarText, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, other.into_expr())
    }

    /// `self %> words`: true if a part of this text is similar to the words.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: String }
    /// let found = Note.body.has_similar_words("hart").or(Note.body.has_strictly_similar_words("lung"));
    /// assert_eq!(
    ///     Note.select().filter(found).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" where "notes"."body" %> $1 or "notes"."body" %>> $2"#
    /// );
    /// ```
    fn has_similar_words<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        words: R,
    ) -> Op<HasSimilarWords, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, words.into_expr())
    }

    /// `self %>> words`: true if whole words of this text are similar to the words.
    fn has_strictly_similar_words<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        words: R,
    ) -> Op<HasStrictlySimilarWords, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, words.into_expr())
    }

    /// `self <% text`: true if a part of the text is similar to this one.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "tags")]
    /// # struct Tag { #[column(primary_key)] id: i64, name: String }
    /// let columns = (Tag.name.words_similar("a long text"), Tag.name.words_strictly_similar("a long text"));
    /// assert_eq!(
    ///     Tag.select().columns(columns).to_sql(),
    ///     r#"select "tags"."name" <% $1, "tags"."name" <<% $2 from "tags""#
    /// );
    /// ```
    fn words_similar<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        text: R,
    ) -> Op<WordsSimilar, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, text.into_expr())
    }

    /// `self <<% text`: true if whole words of the text are similar to this one.
    fn words_strictly_similar<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        text: R,
    ) -> Op<WordsStrictlySimilar, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, text.into_expr())
    }

    /// `self <-> other`: the distance of the texts, which is 1 minus their similarity.
    fn text_distance<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<L2Distance, Self, X, f32>
    where
        Self::Base: TextType,
    {
        binary!(self, other.into_expr())
    }

    /// `self <->> words`: the distance of the words from the nearest part of this text.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: String }
    /// let columns = (Note.body.word_distance("hart"), Note.body.strict_word_distance("hart"));
    /// assert_eq!(
    ///     Note.select().columns(columns).to_sql(),
    ///     r#"select "notes"."body" <->> $1, "notes"."body" <->>> $2 from "notes""#
    /// );
    /// ```
    fn word_distance<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        words: R,
    ) -> Op<WordDistance, Self, X, f32>
    where
        Self::Base: TextType,
    {
        binary!(self, words.into_expr())
    }

    /// `self <->>> words`: the distance of the words from the nearest whole words of this text.
    fn strict_word_distance<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        words: R,
    ) -> Op<StrictWordDistance, Self, X, f32>
    where
        Self::Base: TextType,
    {
        binary!(self, words.into_expr())
    }
}

impl<E: Expression> TrigramMethods for E {}
