//! Errors of the server: the constraints and tables they name. The other files of `pg/errors` are about rows, and about
//! the statements and settings of one session.

#[path = "../pg/errors/attributed.rs"]
mod attributed;
#[path = "../pg/errors/constraint.rs"]
mod constraint;

use schema_tests::db::TestDb;
use sqlx::{AssertSqlSafe, Executor as _};

async fn sql(db: &TestDb, sql: &str) {
    db.pool()
        .execute(AssertSqlSafe(sql.to_owned()))
        .await
        .unwrap();
}
