//! Postgres accepts every text of the cases.

use schema_tests::db;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};

use crate::texts::{Case, Texts};
use crate::{ddl, tables};

const CASES: &[&[Case]] = &[
    crate::aggregate::CASES,
    crate::arithmetic::CASES,
    crate::conflict::CASES,
    crate::delete::CASES,
    crate::derived::CASES,
    crate::dynamic::CASES,
    crate::function::CASES,
    crate::insert::CASES,
    crate::insert_many::CASES,
    crate::join::CASES,
    crate::json::CASES,
    crate::length::CASES,
    crate::list::CASES,
    crate::logic::CASES,
    crate::operator::CASES,
    crate::order::CASES,
    crate::param::CASES,
    crate::raw::CASES,
    crate::returning::CASES,
    crate::select::CASES,
    crate::subquery::CASES,
    crate::update::CASES,
    crate::vector::CASES,
    crate::window::CASES,
    crate::with::CASES,
];

/// Plans each statement with its parameters, which checks their types too.
#[test]
fn postgres_accepts_every_statement() {
    db::run(async |db| {
        // In a single transaction that is rolled back: one table is in a Postgres schema of its own, which other
        // tests would see.
        let mut transaction = db.pool().begin().await.unwrap();
        let script = tables::SCHEMA.create().unwrap();
        script.execute(&mut *transaction).await.unwrap();
        let mut rejected = Vec::new();
        let mut count = 0;
        for (name, case) in CASES.iter().copied().flatten() {
            let mut texts = Texts {
                quiet: true,
                ..Texts::default()
            };
            case(&mut texts);
            for (sql, arguments) in texts.statements {
                count += 1;
                let mut savepoint = transaction.begin().await.unwrap();
                let explain = AssertSqlSafe(format!("explain {}", sql.as_str()));
                let plan = savepoint
                    .execute(sqlx::query_with(explain, arguments))
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
            "{} of {count}:\n{}",
            rejected.len(),
            rejected.join("\n")
        );
        assert!(count > 200, "only {count} statements");
    });
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
