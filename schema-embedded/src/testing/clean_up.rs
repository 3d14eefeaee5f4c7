//! Namespaces left over from killed test runs.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sqlx::{AssertSqlSafe, Executor as _, PgConnection};

/// Age from which a namespace is assumed to be left over from a killed run.
const ABANDONED_AFTER: Duration = Duration::from_hours(1);

pub(super) fn since_1970() -> Duration {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
}

/// Drops the namespaces left over from killed test runs.
pub(super) async fn drop_abandoned(connection: &mut PgConnection) -> sqlx::Result<()> {
    let schemas: Vec<String> = sqlx::query_scalar(
        r"select nspname::text from pg_namespace where nspname ~ '^test_\d+_\d+_\d+$'",
    )
    .fetch_all(&mut *connection)
    .await?;
    for schema in schemas {
        if is_abandoned(&schema, since_1970()) {
            let sql = format!("drop schema if exists {schema} cascade");
            connection.execute(AssertSqlSafe(sql)).await?;
        }
    }
    Ok(())
}

fn is_abandoned(schema: &str, now: Duration) -> bool {
    let created = schema
        .split('_')
        .nth(1)
        .and_then(|seconds| seconds.parse().ok())
        .map(Duration::from_secs);
    created.is_some_and(|created| created + ABANDONED_AFTER < now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::namespace::new_schema_name;

    #[test]
    fn only_old_namespaces_are_abandoned() {
        let now = Duration::from_secs(10_000);
        assert!(is_abandoned("test_6399_7_0", now));
        assert!(!is_abandoned("test_6400_7_0", now));
        assert!(!is_abandoned("test_10001_7_0", now));
        assert!(!is_abandoned(&new_schema_name(), since_1970()));
    }
}
