//! Runs the plan of a pair.

use schema_ddl::diff::Transaction;
use schema_kit::plan::Plan;
use sqlx::{AssertSqlSafe, Executor as _, PgConnection};

/// The statement that the server refused.
pub(crate) struct Refused {
    pub(crate) statement: String,
    pub(crate) error: sqlx::Error,
}

impl Refused {
    pub(crate) fn code(&self) -> String {
        let error = self.error.as_database_error();
        let code = error.and_then(sqlx::error::DatabaseError::code);
        code.unwrap_or_default().into_owned()
    }

    /// True if the rows do not fit: a NULL, a value that cannot be cast, a duplicate.
    pub(crate) fn is_by_rows(&self) -> bool {
        let code = self.code();
        code.starts_with("22") || code.starts_with("23")
    }
}

pub(crate) fn listed(plan: &Plan) -> String {
    let statements: Vec<String> = plan.statements().map(|sql| format!("    {sql};")).collect();
    statements.join("\n")
}

/// Runs a plan in one transaction, except for the steps that need others.
///
/// No schema uses a label of an enum in the change that adds it.
pub(crate) async fn apply(connection: &mut PgConnection, plan: &Plan) -> Result<(), Refused> {
    apply_begin(connection, plan, usize::MAX).await
}

/// Runs the first changes of a plan, to the end of their transaction.
pub(crate) async fn apply_begin(
    connection: &mut PgConnection,
    plan: &Plan,
    length: usize,
) -> Result<(), Refused> {
    let mut is_open = false;
    for (at, change) in plan.changes.iter().enumerate() {
        let is_shared = matches!(
            change.transaction,
            Transaction::Inside | Transaction::CommitAfter
        );
        if is_open && !is_shared {
            run(connection, "commit").await?;
            is_open = false;
        }
        if at >= length && !is_open {
            return Ok(());
        }
        if is_shared && !is_open {
            run(connection, "begin").await?;
            is_open = true;
        }
        for statement in &change.statements {
            let result = match change.transaction {
                Transaction::Batches => batches(connection, statement).await,
                _ => run(connection, statement).await.map(|_| ()),
            };
            if let Err(refused) = result {
                if is_open {
                    run(connection, "rollback").await?;
                }
                return Err(refused);
            }
        }
    }
    if is_open {
        run(connection, "commit").await?;
    }
    Ok(())
}

async fn batches(connection: &mut PgConnection, statement: &str) -> Result<(), Refused> {
    while run(connection, statement).await? > 0 {}
    Ok(())
}

async fn run(connection: &mut PgConnection, statement: &str) -> Result<u64, Refused> {
    match connection
        .execute(AssertSqlSafe(statement.to_owned()))
        .await
    {
        Ok(result) => Ok(result.rows_affected()),
        Err(error) => Err(Refused {
            statement: statement.to_owned(),
            error,
        }),
    }
}
