//! Counts the rows that a plan loses, or that make it fail.

use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

use super::{Plan, PlanError};

impl Plan {
    /// Counts the rows of each danger in the database. Changes nothing there.
    ///
    /// A count that fails stays `None`: it can use something that does not exist before the plan has run.
    ///
    /// # Errors
    ///
    /// If the connection is lost.
    pub async fn count(&mut self, connection: &mut PgConnection) -> Result<(), PlanError> {
        let changes = self.changes.iter_mut();
        for danger in changes.flat_map(|change| &mut change.dangers) {
            let Some(query) = &danger.hazard.count else {
                continue;
            };
            let mut transaction = connection.begin_with("begin read only").await?;
            let count = sqlx::query_scalar(AssertSqlSafe(query.clone()))
                .persistent(false)
                .fetch_one(&mut *transaction)
                .await;
            transaction.rollback().await?;
            danger.rows = count.ok();
        }
        Ok(())
    }
}
