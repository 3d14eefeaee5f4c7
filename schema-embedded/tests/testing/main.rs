//! Tests in namespaces of their own.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod guide;
mod page;

use std::panic::{self, AssertUnwindSafe};
use std::sync::Barrier;
use std::thread;

use schema_core::prelude::*;
use schema_embedded::testing::{self, TestDb, TestSetup};
use sqlx::PgPool;

#[table(name = "notes")]
struct Note {
    #[column(primary_key, identity)]
    id: i64,
    #[column(unique)]
    text: String,
    embedding: Vector<3>,
}

#[table(schema = "clinic", name = "patients")]
struct Patient {
    id: i64,
}

fn note() -> NewNote {
    NewNote {
        text: "milk".to_owned(),
        embedding: Vector::from([1.0, 2.0, 3.0]),
    }
}

#[test]
fn each_test_has_its_own_rows() {
    for _ in 0..2 {
        testing::test(schema![Note], async |pool| {
            Note.insert(note()).execute(&pool).await.unwrap();
            let count = Note.select().columns(count()).fetch_one(&pool).await;
            assert_eq!(count.unwrap(), 1);
        });
    }
}

#[test]
fn the_result_of_the_test_is_returned() {
    let run = || -> Result<i64, Error> {
        testing::test(schema![Note], async |pool| {
            Note.insert(note()).execute(&pool).await?;
            Note.insert(note())
                .returning(Note.id)
                .fetch_one(&pool)
                .await
        })
    };
    assert!(run().unwrap_err().is_unique_violation());
}

#[test]
fn extensions_are_not_part_of_the_namespace() {
    TestSetup::new(schema![Note])
        .extensions(["pg_trgm"])
        .optional_extensions(["there_is_no_such_extension"])
        .run(async |db: TestDb<PgPool>| {
            let sql = "select extname::text, extnamespace::regnamespace::text from pg_extension \
                       where extname in ('vector', 'pg_trgm') order by 1";
            let found: Vec<(String, String)> =
                sqlx::query_as(sql).fetch_all(db.pool()).await.unwrap();
            let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names, ["pg_trgm", "vector"]);
            assert!(found.iter().all(|(_, schema)| schema != db.schema()));
        });
}

#[test]
fn the_namespace_is_dropped_even_after_a_panic() {
    let mut schema = String::new();
    let panicked = panic::catch_unwind(AssertUnwindSafe(|| {
        TestSetup::new(schema![Note]).run(async |db: TestDb| {
            db.schema().clone_into(&mut schema);
            let _open = db.pool().begin().await.unwrap();
            panic::panic_any("on purpose");
        });
    }));
    assert_eq!(panicked.unwrap_err().downcast_ref(), Some(&"on purpose"));
    TestSetup::new(schema![]).run(async |db: TestDb<PgPool>| {
        let exists: bool = sqlx::query_scalar("select to_regnamespace($1) is not null")
            .bind(&schema)
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert!(!exists && schema.starts_with("test_"));
    });
}

#[test]
fn a_table_that_all_tests_would_share_is_refused() {
    let panicked = panic::catch_unwind(|| {
        testing::test(schema![Patient], async |_| ());
    });
    let message = panicked.unwrap_err();
    let message = message.downcast_ref::<String>().unwrap();
    assert!(
        message.contains("table `clinic.patients` names its Postgres schema"),
        "{message}"
    );
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn tests_run_at_the_same_time_on_a_server() {
    let both_run = Barrier::new(2);
    let run = || {
        TestSetup::new(schema![Note])
            .concurrent()
            .run(async |db: TestDb| {
                let first = db.pool().acquire().await.unwrap();
                let second = db.pool().acquire().await.unwrap();
                both_run.wait();
                drop((first, second));
            });
    };
    thread::scope(|scope| {
        scope.spawn(run);
        scope.spawn(run);
    });
}
