//! Full-text search and trigrams.

use expect_test::expect;
use schema_core::expr::function::text_search::{
    Danish, English, Simple, TextSearchConfig, array_to_tsvector, length, numnode,
    phraseto_tsquery, plainto_tsquery, querytree, setweight, strip, to_tsquery, to_tsvector,
    ts_delete, ts_filter, ts_headline, ts_headline_with, ts_rank, ts_rank_cd, ts_rank_cd_with,
    ts_rank_with, ts_rewrite, tsquery_phrase, tsquery_phrase_at, tsvector_to_array,
    websearch_to_tsquery,
};
use schema_core::expr::function::trigram::{
    show_trgm, similarity, strict_word_similarity, word_similarity,
};
use schema_core::prelude::*;
use schema_core::text_search_config;
use schema_core::types::{TsQuery, Weight};

use crate::tables::Article;

text_search_config! {
    Default = "pg_catalog.simple";
}

cases! {
    fn documents_and_queries(sql) {
        let articles = Article.select();
        sql.is(
            articles.filter(Article.search.matches_query(TsQuery::word("cat"))).columns(Article.id),
            expect![[r#"select "articles"."id" from "articles" where "articles"."search" @@ $1"#]],
        );
        sql.is(
            articles.columns((
                to_tsvector(English, Article.body).matches_query(to_tsquery(English, "cat & dog")),
                to_tsvector(Default, Article.data).matches_query(plainto_tsquery(Default, "cat")),
            )),
            expect![[r#"
                select to_tsvector('english'::regconfig, "articles"."body") @@
                to_tsquery('english'::regconfig, $1::text),
                to_tsvector('pg_catalog.simple'::regconfig, "articles"."data") @@
                plainto_tsquery('pg_catalog.simple'::regconfig, $2::text)
                from "articles""#]],
        );
        sql.is(
            articles.columns((
                phraseto_tsquery(Danish, "kat"),
                websearch_to_tsquery(Simple, Article.title),
                to_tsvector(Simple, Article.title).concat_vector(Article.search),
            )),
            expect![[r#"
                select phraseto_tsquery('danish'::regconfig, $1::text),
                websearch_to_tsquery('simple'::regconfig, "articles"."title"),
                to_tsvector('simple'::regconfig, "articles"."title") || "articles"."search"
                from "articles""#]],
        );
        assert_eq!(Default::SQL, "'pg_catalog.simple'::regconfig");
    }

    fn combined_queries(sql) {
        let (cat, dog) = (TsQuery::word("cat"), TsQuery::word("dog"));
        let q = Article.query;
        sql.is(
            Article.select().columns((
                q.and_query(&cat),
                q.or_query(&cat).and_query(q),
                q.not_query(),
                q.and_query(q).not_query(),
                q.not_query().not_query(),
                q.followed_by(&dog),
                q.contains(&cat),
                q.contained_by(cat.clone()),
            )),
            expect![[r#"
                select "articles"."query" && $1, "articles"."query" || $2 &&
                "articles"."query", !!"articles"."query", !!("articles"."query" &&
                "articles"."query"), !!(!!"articles"."query"), "articles"."query" <-> $3,
                "articles"."query" @> $4, "articles"."query" <@ $5
                from "articles""#]],
        );
    }

    fn functions_of_vectors_and_queries(sql) {
        let (vector, query) = (Article.search, Article.query);
        sql.is(
            Article.select().columns((
                ts_rank(vector, query),
                ts_rank_cd(vector, query),
                ts_rank_with([0.1, 0.2, 0.4, 1.0], vector, query, 1),
                ts_rank_cd_with(vec![0.1_f32], vector, query, 2),
                ts_headline(English, Article.body, query),
                ts_headline_with(English, Article.body, query, "MaxWords=9"),
            )),
            expect![[r#"
                select ts_rank("articles"."search", "articles"."query"),
                ts_rank_cd("articles"."search", "articles"."query"), ts_rank($1::real[],
                "articles"."search", "articles"."query", $2::integer), ts_rank_cd($3::real[],
                "articles"."search", "articles"."query", $4::integer),
                ts_headline('english'::regconfig, "articles"."body", "articles"."query"),
                ts_headline('english'::regconfig, "articles"."body", "articles"."query",
                $5::text)
                from "articles""#]],
        );
        sql.is(
            Article.select().columns((
                setweight(vector, Weight::A),
                strip(vector),
                length(vector),
                ts_delete(vector, "cat"),
                ts_filter(vector, [Weight::A, Weight::B]),
                tsvector_to_array(vector),
                array_to_tsvector(["cat"]),
            )),
            expect![[r#"
                select setweight("articles"."search", $1::"char"), strip("articles"."search"),
                length("articles"."search"), ts_delete("articles"."search", $2::text),
                ts_filter("articles"."search", $3::"char"[]),
                tsvector_to_array("articles"."search"), array_to_tsvector($4::text[])
                from "articles""#]],
        );
        sql.is(
            Article.select().columns((
                numnode(query),
                querytree(query),
                ts_rewrite(query, TsQuery::word("cat"), query),
                tsquery_phrase(query, query),
                tsquery_phrase_at(query, query, 3),
            )),
            expect![[r#"
                select numnode("articles"."query"), querytree("articles"."query"),
                ts_rewrite("articles"."query", $1::tsquery, "articles"."query"),
                tsquery_phrase("articles"."query", "articles"."query"),
                tsquery_phrase("articles"."query", "articles"."query", $2::integer)
                from "articles""#]],
        );
    }

    fn similar_texts(sql) {
        let title = Article.title;
        sql.is(
            Article.select().columns((
                title.similar_text("cat"),
                title.has_similar_words("cat"),
                title.has_strictly_similar_words("cat"),
                title.words_similar(Article.body),
                title.words_strictly_similar(Article.body),
                title.text_distance("cat"),
                title.word_distance("cat"),
                title.strict_word_distance("cat"),
            )),
            expect![[r#"
                select "articles"."title" % $1, "articles"."title" %> $2, "articles"."title"
                %>> $3, "articles"."title" <% "articles"."body", "articles"."title" <<%
                "articles"."body", "articles"."title" <-> $4, "articles"."title" <->> $5,
                "articles"."title" <->>> $6
                from "articles""#]],
        );
        sql.is(
            Article.select().columns((
                show_trgm(title),
                similarity(title, "cat"),
                word_similarity("cat", title),
                strict_word_similarity("cat", Article.body),
            )),
            expect![[r#"
                select show_trgm("articles"."title"), similarity("articles"."title",
                $1::text), word_similarity($2::text, "articles"."title"),
                strict_word_similarity($3::text, "articles"."body")
                from "articles""#]],
        );
    }
}
