//! Full-text search on a server, with NULLs.

use schema_core::expr::function::text_search::{
    English, Simple, array_to_tsvector, length, numnode, phraseto_tsquery, plainto_tsquery,
    querytree, setweight, strip, to_tsquery, to_tsvector, ts_delete, ts_filter, ts_headline,
    ts_headline_with, ts_rank, ts_rank_cd, ts_rank_cd_with, ts_rank_with, ts_rewrite,
    tsquery_phrase, tsquery_phrase_at, tsvector_to_array, websearch_to_tsquery,
};
use schema_core::prelude::*;
use schema_core::types::{TsQuery, TsVector, Weight};
use schema_tests::db::{self, TestDb};
use sqlx::{AssertSqlSafe, Row as _};

#[table(name = "articles")]
#[index(gin(search))]
#[index(gin(sql("to_tsvector('english', body)")), name = "articles_body")]
struct Article {
    #[column(primary_key)]
    id: i32,
    title: String,
    body: Option<String>,
    #[column(
        generated = "setweight(to_tsvector('english', title), 'A') || to_tsvector('english', coalesce(body, ''))"
    )]
    search: TsVector,
    data: Option<serde_json::Value>,
}

async fn articles(db: &TestDb) {
    create!(db, Article);
    let rows = [
        (
            1,
            "Quick foxes",
            Some("The quick brown fox jumps over lazy dogs."),
        ),
        (2, "Dogs", None),
        (
            3,
            "Cats & mice",
            Some("A cat sleeps; the fox runs, and a brown dog sleeps."),
        ),
    ];
    for (id, title, body) in rows {
        let new = NewArticle {
            id,
            title: title.to_owned(),
        };
        let data = body.map(|body| serde_json::json!({ "text": body }));
        let new = Article
            .insert(new)
            .set(Article.body, body.map(str::to_owned))
            .set(Article.data, data);
        new.execute(db.pool()).await.unwrap();
    }
}

macro_rules! ids {
    ($db:ident, $condition:expr) => {
        Article
            .select()
            .filter($condition)
            .order_by(Article.id)
            .columns(Article.id)
            .fetch_all($db.pool())
            .await
            .unwrap()
    };
}

macro_rules! values {
    ($db:ident, $expression:expr) => {
        Article
            .select()
            .order_by(Article.id)
            .columns($expression)
            .fetch_all($db.pool())
            .await
            .unwrap()
    };
}

#[test]
fn documents_match_queries() {
    db::run(async |db| {
        articles(&db).await;
        let s = Article.search;
        assert_eq!(
            ids!(db, s.matches_query(to_tsquery(English, "fox & !cat"))),
            [1]
        );
        assert_eq!(
            ids!(db, s.matches_query(plainto_tsquery(English, "dog foxes"))),
            [1, 3]
        );
        assert_eq!(
            ids!(db, s.matches_query(phraseto_tsquery(English, "brown dog"))),
            [3]
        );
        assert_eq!(
            ids!(
                db,
                s.matches_query(websearch_to_tsquery(English, "\"brown fox\" or mice"))
            ),
            [1, 3]
        );
        assert_eq!(
            ids!(
                db,
                s.matches_query(TsQuery::word("dog").with_weights(&[Weight::A]))
            ),
            [2]
        );
        let words = to_tsvector(Simple, Article.body);
        assert_eq!(
            ids!(db, words.matches_query(TsQuery::prefix("dog"))),
            [1, 3]
        );
        let found: Vec<Option<bool>> =
            values!(db, words.matches_query(plainto_tsquery(Simple, "dogs")));
        assert_eq!(found, [Some(true), None, Some(false)]);
        let in_json =
            to_tsvector(English, Article.data).matches_query(plainto_tsquery(English, "cats"));
        assert_eq!(ids!(db, in_json), [3]);
        let both = to_tsvector(Simple, Article.title).concat_vector(words);
        assert_eq!(
            ids!(
                db,
                both.matches_query(TsQuery::word("foxes").and(TsQuery::word("fox")))
            ),
            [1]
        );
    });
}

#[test]
fn queries_are_combined() {
    db::run(async |db| {
        articles(&db).await;
        let (fox, dog) = (
            plainto_tsquery(English, "fox"),
            plainto_tsquery(English, "dog"),
        );
        let s = Article.search;
        assert_eq!(ids!(db, s.matches_query(fox.and_query(dog))), [1, 3]);
        assert_eq!(ids!(db, s.matches_query(fox.or_query(dog))), [1, 2, 3]);
        assert_eq!(ids!(db, s.matches_query(fox.not_query())), [2]);
        assert_eq!(
            ids!(
                db,
                s.matches_query(fox.not_query().and_query(dog).not_query())
            ),
            [1, 3]
        );
        let brown = plainto_tsquery(English, "brown");
        assert_eq!(ids!(db, s.matches_query(brown.followed_by(fox))), [1]);
        assert_eq!(ids!(db, s.matches_query(tsquery_phrase(brown, dog))), [3]);
        assert_eq!(
            ids!(db, s.matches_query(tsquery_phrase_at(brown, fox, 1))),
            [1]
        );
        assert_eq!(ids!(db, fox.and_query(dog).contains(fox)), [1, 2, 3]);
        let (parts, tree, rewritten) = Article
            .select()
            .filter(Article.id.eq(1))
            .columns((
                numnode(fox.and_query(dog)),
                querytree(fox.and_query(dog.not_query())),
                ts_rewrite(fox.and_query(dog), dog, TsQuery::word("cat")),
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!((parts, tree.as_str()), (3, "'fox'"));
        assert_eq!(rewritten, TsQuery::word("cat").and(TsQuery::word("fox")));
    });
}

#[test]
fn ranks_and_headlines() {
    db::run(async |db| {
        articles(&db).await;
        let dogs = plainto_tsquery(English, "dogs");
        let ranks: Vec<(f32, f32)> = values!(
            db,
            (
                ts_rank(Article.search, dogs),
                ts_rank_cd(Article.search, dogs)
            )
        );
        assert!(ranks[1] > ranks[0] && ranks[0].0 > 0.0, "{ranks:?}");
        let weights = [0.0_f32, 0.0, 0.0, 1.0];
        let ranks: Vec<(f32, f32)> = values!(
            db,
            (
                ts_rank_with(weights, Article.search, dogs, 0),
                ts_rank_cd_with(weights, Article.search, dogs, 32),
            )
        );
        assert!(ranks[1] > ranks[0], "{ranks:?}");
        let headlines: Vec<(Option<String>, Option<String>)> = values!(
            db,
            (
                ts_headline(English, Article.body, dogs),
                ts_headline_with(English, Article.body, dogs, "StartSel=*, StopSel=*"),
            )
        );
        assert_eq!(
            headlines[0],
            (
                Some("The quick brown fox jumps over lazy <b>dogs</b>.".to_owned()),
                Some("The quick brown fox jumps over lazy *dogs*.".to_owned())
            )
        );
        assert_eq!(headlines[1], (None, None));
    });
}

#[test]
fn vectors_are_taken_apart() {
    db::run(async |db| {
        articles(&db).await;
        let words: Vec<(Option<i32>, Option<Vec<String>>)> = values!(
            db,
            (
                length(to_tsvector(English, Article.body)),
                tsvector_to_array(to_tsvector(English, Article.body)),
            )
        );
        assert_eq!(words[0].0, Some(6));
        assert_eq!(
            words[0].1.as_deref().unwrap(),
            ["brown", "dog", "fox", "jump", "lazi", "quick"]
        );
        assert_eq!(words[1], (None, None));
        let vectors: Vec<(TsVector, TsVector, TsVector, TsVector, TsVector)> = values!(
            db,
            (
                strip(Article.search),
                setweight(to_tsvector(Simple, Article.title), Weight::B),
                ts_delete(Article.search, "dog"),
                ts_filter(Article.search, [Weight::A]),
                array_to_tsvector(["b", "a"]),
            )
        );
        let (stripped, weighted, without, only, made) = &vectors[1];
        assert_eq!(stripped.to_string(), "'dog'");
        assert_eq!(weighted.to_string(), "'dogs':1B");
        assert_eq!(without.to_string(), "");
        assert_eq!(only.to_string(), "'dog':1A");
        assert_eq!(made.to_string(), "'a' 'b'");
    });
}

#[test]
fn a_query_uses_the_index_of_the_same_expression() {
    db::run(async |db| {
        articles(&db).await;
        let found = to_tsvector(English, Article.body).matches_query(to_tsquery(English, "fox"));
        let query = Article.select().filter(found).columns(Article.id);
        let text = query.to_sql().replace("$1", "'fox'");
        let mut transaction = db.pool().begin().await.unwrap();
        sqlx::query("set local enable_seqscan = off")
            .execute(&mut *transaction)
            .await
            .unwrap();
        let plan = sqlx::query(AssertSqlSafe(format!("explain {text}")));
        let plan = plan.fetch_all(&mut *transaction).await.unwrap();
        let lines: Vec<String> = plan.iter().map(|row| row.get(0)).collect();
        assert!(
            lines.iter().any(|line| line.contains("articles_body")),
            "{lines:?}"
        );
        transaction.rollback().await.unwrap();
    });
}
