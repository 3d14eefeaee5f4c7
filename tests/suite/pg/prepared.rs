//! Prepared queries, batches, and what requests name.

use schema_core::expr::{all, any};
use schema_core::prelude::*;
use schema_core::query::Batch;
use schema_core::query::dynamic::{Comparison, Filterable, Pickable, Sortable};
use schema_tests::db::{self, TestDb};
use serde_json::json;

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum Level {
    Low,
    High,
}

#[table(name = "books")]
#[derive(Debug, PartialEq)]
struct Book {
    #[column(primary_key)]
    id: i64,
    title: String,
    pages: Option<i32>,
    level: Option<Level>,
}

#[derive(Params)]
struct Longer {
    pages: i32,
    level: Option<Level>,
}

async fn books(db: &TestDb) {
    create!(db, Book);
    for (id, title, pages, level) in [
        (1, "A", Some(100), Some(Level::Low)),
        (2, "B", Some(300), Some(Level::High)),
        (3, "C", None, None),
        (4, "D", Some(200), None),
    ] {
        let insert = Book.insert(NewBook {
            id,
            title: title.into(),
        });
        let insert = insert.set(Book.pages, pages).set(Book.level, level);
        insert.execute(db.pool()).await.unwrap();
    }
}

#[test]
fn a_prepared_query_runs_with_other_values() {
    db::run(async |db| {
        books(&db).await;
        let query = Book
            .select()
            .filter(Book.pages.gt(Longer.pages))
            .filter(Book.level.is_not_distinct_from(Longer.level))
            .order_by(Book.id)
            .columns(Book.id)
            .prepare::<Longer>()
            .unwrap();
        for (pages, level, expected) in [
            (50, Some(Level::Low), vec![1]),
            (50, Some(Level::High), vec![2]),
            (50, None, vec![4]),
            (250, None, vec![]),
        ] {
            let bound = query.bind(Longer { pages, level });
            assert_eq!(bound.fetch_all(db.pool()).await.unwrap(), expected);
        }
        let known: i64 = sqlx::query_scalar(
            "select count(*) from pg_prepared_statements where statement like '%not distinct from%' \
             and statement not like '%pg_prepared%'",
        )
        .fetch_one(db.pool())
        .await
        .unwrap();
        assert!(
            known <= 1,
            "one text, one prepared statement on a connection: {known}"
        );
    });
}

#[derive(Params)]
struct Chosen {
    ids: Vec<i64>,
    without: Vec<String>,
}

/// A placeholder is a list, after `eq_any` and `ne_all` as well as in `any`.
#[test]
fn a_prepared_query_has_lists() {
    db::run(async |db| {
        books(&db).await;
        let chosen = |ids: &[i64], without: &[&str]| Chosen {
            ids: ids.to_vec(),
            without: without.iter().map(ToString::to_string).collect(),
        };
        let books = Book.select().order_by(Book.id).columns(Book.id);
        let query = books
            .filter(Book.id.eq_any(Chosen.ids))
            .filter(Book.title.ne_all(Chosen.without))
            .prepare::<Chosen>()
            .unwrap();
        let any = books
            .filter(Book.id.eq(any(Chosen.ids)))
            .filter(Book.title.ne(all(Chosen.without)))
            .prepare::<Chosen>()
            .unwrap();
        for (ids, without, expected) in [
            (&[1, 2, 9][..], &["B"][..], vec![1]),
            (&[3, 4], &[], vec![3, 4]),
            (&[], &[], vec![]),
        ] {
            let found = query.bind(chosen(ids, without)).fetch_all(db.pool()).await;
            assert_eq!(found.unwrap(), expected);
            let found = any.bind(chosen(ids, without)).fetch_all(db.pool()).await;
            assert_eq!(found.unwrap(), expected);
        }
    });
}

#[test]
fn a_prepared_statement_changes_rows() {
    db::run(async |db| {
        books(&db).await;
        let update = Book
            .update()
            .set(Book.level, Longer.level)
            .filter(Book.pages.gt(Longer.pages))
            .prepare::<Longer>()
            .unwrap();
        let bound = update.bind(Longer {
            pages: 150,
            level: None,
        });
        assert_eq!(bound.execute(db.pool()).await.unwrap(), 2);
        let high = Book.select().filter(Book.level.eq(Level::High));
        assert_eq!(high.fetch_all(db.pool()).await.unwrap(), []);
    });
}

#[test]
fn a_batch_returns_a_tuple() {
    db::run(async |db| {
        books(&db).await;
        let batch = || {
            Batch::new()
                .fetch_all(Book.select().order_by(Book.id).columns(Book.title).limit(2))
                .execute(Book.delete().filter(Book.id.eq(1)))
                .fetch_one(Book.select().columns(count()))
                .fetch_optional(Book.find(1))
        };
        let mut connection = db.pool().acquire().await.unwrap();
        let results = batch().run(&mut *connection).await.unwrap();
        drop(connection);
        assert_eq!(results, (vec!["A".into(), "B".into()], 1, 3, None));
        let (titles, deleted, ..) = batch().run_in_transaction(db.pool()).await.unwrap();
        assert_eq!((titles, deleted), (vec!["B".into(), "C".into()], 0));
    });
}

#[test]
fn a_batch_in_a_transaction_is_all_or_nothing() {
    db::run(async |db| {
        books(&db).await;
        let batch = || {
            Batch::new()
                .execute(Book.delete().filter(Book.id.le(2)))
                .execute(Book.insert(NewBook {
                    id: 3,
                    title: String::new(),
                }))
                .execute(Book.delete().all_rows())
        };
        let count = || Book.select().columns(count());

        let error = batch().run_in_transaction(db.pool()).await.unwrap_err();
        assert!(error.is_unique_violation());
        assert_eq!(count().fetch_one(db.pool()).await.unwrap(), 4);

        let mut transaction = db.pool().begin().await.unwrap();
        let error = batch().run_in_transaction(&mut *transaction).await;
        assert!(error.unwrap_err().is_unique_violation());
        assert_eq!(count().fetch_one(&mut *transaction).await.unwrap(), 4);
        transaction.rollback().await.unwrap();

        assert!(
            batch()
                .run(db.pool())
                .await
                .unwrap_err()
                .is_unique_violation()
        );
        assert_eq!(count().fetch_one(db.pool()).await.unwrap(), 2);
        let missing = Batch::new().fetch_one(Book.find(1)).run(db.pool()).await;
        assert!(missing.unwrap_err().is_not_found());
    });
}

#[test]
fn what_a_request_names() {
    db::run(async |db| {
        books(&db).await;
        let sortable = Sortable::<(Book,)>::new()
            .by("pages", Book.pages)
            .by("id", Book.id);
        let filterable = Filterable::<(Book,)>::new()
            .by("title", Book.title)
            .by("pages", Book.pages);
        let pickable = Pickable::<(Book,)>::new()
            .by("title", Book.title)
            .by("pages", Book.pages);
        let ids = Book.select().columns(Book.id);

        let sorted = ids.order_by(sortable.parse("-pages,-id").unwrap());
        assert_eq!(sorted.fetch_all(db.pool()).await.unwrap(), [3, 2, 4, 1]);
        for (name, comparison, value, expected) in [
            ("pages", Comparison::GreaterOrEqual, "200", vec![2, 4]),
            ("pages", Comparison::Missing, "", vec![3]),
            ("pages", Comparison::OneOf, "100,200", vec![1, 4]),
            ("title", Comparison::IlikePattern, "d", vec![4]),
            ("title", Comparison::Equal, "' or true --", vec![]),
        ] {
            let condition = filterable.condition(name, comparison, value).unwrap();
            let found = ids.filter(condition).order_by(Book.id).fetch_all(db.pool());
            assert_eq!(found.await.unwrap(), expected);
        }
        let objects = Book.select().order_by(Book.id).filter(Book.id.ge(3));
        let objects = objects.columns(pickable.parse("pages,title").unwrap());
        assert_eq!(
            objects.fetch_all(db.pool()).await.unwrap(),
            [
                json!({"pages": null, "title": "C"}),
                json!({"pages": 200, "title": "D"})
            ]
        );
    });
}
