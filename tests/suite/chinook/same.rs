//! Comparing a typed statement with SQL written by hand.

use std::fmt::Debug;

use schema_core::exec::Executable;
use schema_core::prelude::*;
use schema_core::sql::Fragment;
use schema_tests::db::TestDb;
use sqlx::postgres::PgRow;
use sqlx::{AssertSqlSafe, FromRow, PgConnection};

/// Asserts that both return the same rows in the same order, and some.
pub(crate) async fn same<Q>(db: &TestDb, query: Q, sql: &'static str)
where
    Q: Query<Row: Debug + PartialEq + Send + Unpin + for<'r> FromRow<'r, PgRow>>,
{
    same_as(db, query, sql, |row: Q::Row| row).await;
}

/// The same for rows that are not a flat tuple: `row` builds one from the columns of the SQL.
pub(crate) async fn same_as<Q, H>(
    db: &TestDb,
    query: Q,
    sql: &'static str,
    row: impl Fn(H) -> Q::Row,
) where
    Q: Query<Row: Debug + PartialEq>,
    H: Send + Unpin + for<'r> FromRow<'r, PgRow>,
{
    let typed: Vec<Q::Row> = query.fetch_all(db.pool()).await.unwrap();
    let by_hand: Vec<H> = sqlx::query_as(sql).fetch_all(db.pool()).await.unwrap();
    assert!(!by_hand.is_empty(), "no rows: {sql}");
    assert_eq!(typed, by_hand.into_iter().map(row).collect::<Vec<_>>());
}

/// Asserts that both change the same number of rows, and that the rows of `seen` change in the same way.
pub(crate) async fn same_effect(
    db: &TestDb,
    statement: impl Executable + Fragment,
    sql: &'static str,
    seen: &str,
) {
    let mut transaction = db.pool().begin().await.unwrap();
    let before = rows(&mut transaction, seen).await;
    let typed = statement.execute(&mut *transaction).await.unwrap();
    let after_typed = rows(&mut transaction, seen).await;
    transaction.rollback().await.unwrap();

    let mut transaction = db.pool().begin().await.unwrap();
    let by_hand = sqlx::query(sql).execute(&mut *transaction).await.unwrap();
    let after_by_hand = rows(&mut transaction, seen).await;
    transaction.rollback().await.unwrap();

    assert_eq!(typed, by_hand.rows_affected(), "{sql}");
    assert_ne!(before, after_by_hand, "no change: {sql}");
    assert_eq!(after_typed, after_by_hand);
}

/// The same for statements that return rows, in any order.
pub(crate) async fn same_changed_rows<Q>(db: &TestDb, statement: Q, sql: &'static str, seen: &str)
where
    Q: Query<Row: Debug + Send + Unpin + for<'r> FromRow<'r, PgRow>>,
{
    let mut transaction = db.pool().begin().await.unwrap();
    let before = rows(&mut transaction, seen).await;
    let typed: Vec<Q::Row> = statement.fetch_all(&mut *transaction).await.unwrap();
    let after_typed = rows(&mut transaction, seen).await;
    transaction.rollback().await.unwrap();

    let mut transaction = db.pool().begin().await.unwrap();
    let by_hand = sqlx::query_as(sql).fetch_all(&mut *transaction);
    let by_hand: Vec<Q::Row> = by_hand.await.unwrap();
    let after_by_hand = rows(&mut transaction, seen).await;
    transaction.rollback().await.unwrap();

    assert!(!by_hand.is_empty(), "no rows: {sql}");
    assert_eq!(sorted(&typed), sorted(&by_hand));
    assert_ne!(before, after_by_hand, "no change: {sql}");
    assert_eq!(after_typed, after_by_hand);
}

/// The rows of a query as text.
async fn rows(connection: &mut PgConnection, query: &str) -> Vec<String> {
    let sql = format!("select seen::text from ({query}) as seen order by 1");
    let rows = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(connection);
    rows.await.unwrap()
}

fn sorted<R: Debug>(rows: &[R]) -> Vec<String> {
    let mut rows: Vec<_> = rows.iter().map(|row| format!("{row:?}")).collect();
    rows.sort();
    rows
}
