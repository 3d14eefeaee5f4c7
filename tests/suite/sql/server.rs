//! Postgres accepts every text of the cases.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use schema_tests::db;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};

use crate::texts::{Case, Texts};
use crate::{ddl, tables};

pub(crate) const CASES: &[&[Case]] = &[
    crate::aggregate::CASES,
    crate::arithmetic::CASES,
    crate::array::CASES,
    crate::boxed::CASES,
    crate::case::CASES,
    crate::cast::CASES,
    crate::composite::CASES,
    crate::conflict::CASES,
    crate::delete::CASES,
    crate::derived::CASES,
    crate::distinct_on::CASES,
    crate::dynamic::CASES,
    crate::frame::CASES,
    crate::from::CASES,
    crate::function::CASES,
    crate::function_table::CASES,
    crate::grouping_set::CASES,
    crate::insert::CASES,
    crate::insert_from::CASES,
    crate::insert_many::CASES,
    crate::join::CASES,
    crate::json::CASES,
    crate::json_function::CASES,
    crate::json_path::CASES,
    crate::json_table::CASES,
    crate::length::CASES,
    crate::limited::CASES,
    crate::list::CASES,
    crate::lock::CASES,
    crate::logic::CASES,
    crate::merge::CASES,
    crate::modifiers::CASES,
    crate::number::CASES,
    crate::operator::CASES,
    crate::order::CASES,
    crate::page::CASES,
    crate::param::CASES,
    crate::pattern::CASES,
    crate::quantified::CASES,
    crate::range::CASES,
    crate::raw::CASES,
    crate::recursive::CASES,
    crate::request::CASES,
    crate::returning::CASES,
    crate::row::CASES,
    crate::select::CASES,
    crate::set_operation::CASES,
    crate::subquery::CASES,
    crate::text::CASES,
    crate::time::CASES,
    crate::truncate::CASES,
    crate::update::CASES,
    crate::value::CASES,
    crate::values::CASES,
    crate::vector::CASES,
    crate::window::CASES,
    crate::with::CASES,
];

/// Plans each statement with its parameters, which checks their types too.
#[test]
fn postgres_accepts_every_statement() {
    let count = accepted(CASES.iter().copied().flatten());
    assert!(count > 200, "only {count} statements");
}

#[test]
#[ignore = "needs Postgres 18; runs with DATABASE_URL set and --include-ignored"]
fn postgres_18_accepts_its_statements() {
    accepted(crate::postgres_18::CASES);
}

#[test]
#[ignore = "the embedded Postgres has other numbers of address families, and no stop words but the English ones; runs with DATABASE_URL set and --include-ignored"]
fn a_native_postgres_accepts_its_statements() {
    accepted(crate::network::CASES);
    accepted(crate::text_search::CASES);
}

/// Returns the number of statements, all of which the server accepts.
fn accepted<'a>(cases: impl IntoIterator<Item = &'a Case>) -> usize {
    let cases: Vec<Case> = cases.into_iter().copied().collect();
    let total = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&total);
    db::run(async move |db| {
        // In a single transaction that is rolled back: one table is in a Postgres schema of its own, which other
        // tests would see.
        let mut transaction = db.pool().begin().await.unwrap();
        let script = tables::SCHEMA.create().unwrap();
        script.execute(&mut *transaction).await.unwrap();
        let mut rejected = Vec::new();
        for (name, case) in cases {
            let mut texts = Texts {
                quiet: true,
                ..Texts::default()
            };
            case(&mut texts);
            for (sql, arguments) in texts.statements {
                counted.fetch_add(1, Ordering::Relaxed);
                let mut savepoint = transaction.begin().await.unwrap();
                let plan = if sql.as_str().starts_with("truncate") {
                    // It has no plan.
                    sql.as_str().to_owned()
                } else {
                    format!("explain {}", sql.as_str())
                };
                let plan = savepoint
                    .execute(sqlx::query_with(AssertSqlSafe(plan), arguments))
                    .await;
                if let Err(error) = plan {
                    rejected.push(format!("{name}: {error}\n    {}", sql.as_str()));
                }
                savepoint.rollback().await.unwrap();
            }
        }
        transaction.rollback().await.unwrap();
        assert!(
            rejected.is_empty(),
            "{}:\n{}",
            rejected.len(),
            rejected.join("\n")
        );
    });
    total.load(Ordering::Relaxed)
}

#[test]
fn postgres_accepts_the_scripts() {
    db::run(async |db| {
        let mut transaction = db.pool().begin().await.unwrap();
        for schema in [ddl::SCHEMA, ddl::CYCLE, tables::SCHEMA] {
            for script in [
                schema.create().unwrap(),
                schema.create_if_not_exists().unwrap(),
                schema.drop().unwrap(),
                schema.create_if_not_exists().unwrap(),
            ] {
                script.execute(&mut *transaction).await.unwrap();
            }
        }
        transaction.rollback().await.unwrap();
    });
}
