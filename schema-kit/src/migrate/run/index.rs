//! Indexes that an interrupted build left.

use sqlx::{AssertSqlSafe, Executor as _, PgConnection};

/// An index that exists.
#[derive(Debug)]
pub(super) struct Index {
    /// As SQL spells it.
    pub(super) sql: String,
    pub(super) is_valid: bool,
    /// The server process that builds it.
    pub(super) builder: Option<i32>,
}

impl Index {
    /// Finds the index of a table. The table is as SQL spells it.
    pub(super) async fn find(
        connection: &mut PgConnection,
        name: &str,
        table: &str,
    ) -> sqlx::Result<Option<Self>> {
        let row: Option<(String, bool, Option<i32>)> = sqlx::query_as(
            "select format('%I.%I', n.nspname, c.relname) as sql, i.indisvalid as is_valid, \
             (select p.pid from pg_stat_progress_create_index p \
              where p.index_relid = c.oid and p.datname = current_database() limit 1) as builder \
             from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace \
             where c.relname = $1 and i.indrelid = to_regclass($2)",
        )
        .bind(name)
        .bind(table)
        .fetch_optional(connection)
        .await?;
        Ok(row.map(|(sql, is_valid, builder)| Self {
            sql,
            is_valid,
            builder,
        }))
    }

    /// Drops the index while others use its table.
    pub(super) async fn drop(&self, connection: &mut PgConnection) -> sqlx::Result<()> {
        let index = &self.sql;
        let sql = format!("drop index concurrently if exists {index}");
        connection.execute(AssertSqlSafe(sql)).await?;
        Ok(())
    }
}
