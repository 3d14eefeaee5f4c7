//! The histories that other tools keep.

use std::fmt;

use schema_ddl::sql::quote;
use sqlx::{AssertSqlSafe, PgConnection};

/// A tool with migrations of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Tool {
    /// `sqlx migrate`, which keeps `_sqlx_migrations`.
    Sqlx,
    /// Drizzle Kit, which keeps `drizzle.__drizzle_migrations`.
    Drizzle,
    /// Prisma Migrate, which keeps `_prisma_migrations`.
    Prisma,
    /// Diesel, which keeps `__diesel_schema_migrations`.
    Diesel,
}

impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlx => "sqlx",
            Self::Drizzle => "Drizzle",
            Self::Prisma => "Prisma",
            Self::Diesel => "Diesel",
        })
    }
}

/// The history of another tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignHistory {
    /// The tool.
    pub tool: Tool,
    /// Its table, as SQL spells it.
    pub table: String,
    /// The migrations, the oldest first.
    pub migrations: Vec<ForeignMigration>,
}

/// A migration in the history of another tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignMigration {
    /// The name, or what the tool records in its place: a version, or a hash.
    pub name: String,
    /// When it was applied, as the server prints it, if the tool records that.
    pub applied_at: Option<String>,
    /// True if it was applied to its end.
    pub is_finished: bool,
}

impl Tool {
    const ALL: [Self; 4] = [Self::Sqlx, Self::Drizzle, Self::Prisma, Self::Diesel];

    const fn table(self) -> &'static str {
        match self {
            Self::Sqlx => super::SQLX,
            Self::Drizzle => "__drizzle_migrations",
            Self::Prisma => "_prisma_migrations",
            Self::Diesel => "__diesel_schema_migrations",
        }
    }

    /// The query of a table's rows. Each row is read as JSON, because the tools' versions have different columns.
    fn query(self, table: &str) -> String {
        let (name, time, finished, order) = match self {
            Self::Sqlx => (
                "concat(r ->> 'version', ' ', r ->> 'description')",
                "r ->> 'installed_on'",
                "(r ->> 'success')::bool",
                "(r ->> 'version')::int8",
            ),
            Self::Drizzle => (
                "coalesce(r ->> 'name', r ->> 'hash', '')",
                "to_timestamp((r ->> 'created_at')::float8 / 1000)::text",
                "true",
                "(r ->> 'id')::int8",
            ),
            // A migration that was rolled back with `migrate resolve` is applied again in another row.
            Self::Prisma => (
                "coalesce(r ->> 'migration_name', '')",
                "r ->> 'finished_at'",
                "r ->> 'finished_at' is not null",
                "r ->> 'started_at'",
            ),
            Self::Diesel => (
                "coalesce(r ->> 'version', '')",
                "r ->> 'run_on'",
                "true",
                "r ->> 'version'",
            ),
        };
        let filter = match self {
            Self::Prisma => "where r ->> 'rolled_back_at' is null",
            _ => "",
        };
        format!(
            "select {name} as name, {time} as applied_at, {finished} as is_finished \
             from (select to_jsonb(t) as r from {table} t) rows {filter} order by {order}"
        )
    }
}

/// Finds the histories of other tools in the schemas of the search path, and in that of Drizzle.
pub(crate) async fn find(connection: &mut PgConnection) -> sqlx::Result<Vec<ForeignHistory>> {
    let names: Vec<&str> = Tool::ALL.iter().map(|tool| tool.table()).collect();
    let tables: Vec<(String, String)> = sqlx::query_as(
        "select n.nspname::text, c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace \
         where c.relkind in ('r', 'p') and c.relname = any($1) \
         and (n.nspname = any(current_schemas(false)) or n.nspname = 'drizzle') \
         order by array_position(current_schemas(false), n.nspname), n.nspname",
    )
    .bind(names)
    .fetch_all(&mut *connection)
    .await?;
    let mut found = Vec::new();
    for tool in Tool::ALL {
        for (schema, name) in tables.iter().filter(|(_, name)| name == tool.table()) {
            let table = quote::qualified(Some(schema), name);
            let rows: Vec<(String, Option<String>, bool)> =
                sqlx::query_as(AssertSqlSafe(tool.query(&table)))
                    .fetch_all(&mut *connection)
                    .await?;
            let migrations = rows
                .into_iter()
                .map(|(name, applied_at, is_finished)| ForeignMigration {
                    name,
                    applied_at,
                    is_finished,
                })
                .collect();
            found.push(ForeignHistory {
                tool,
                table,
                migrations,
            });
        }
    }
    Ok(found)
}
