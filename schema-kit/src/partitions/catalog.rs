//! Reads a partitioned table and its partitions.

use chrono::NaiveDate;
use schema_ddl::model::Name;
use sqlx::PgConnection;
use sqlx::postgres::types::Oid;

use super::PartitionError;
use super::every::{KeyType, Period};

/// The columns and the type of the partition key. A part of the key that is an expression has the number 0.
const KEY: &str = "
select c.oid, p.partstrat = 'r' and p.partnatts = 1, a.attname::text, t.typname::text
from pg_class c
left join pg_partitioned_table p on p.partrelid = c.oid
left join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0] and a.attnum > 0
left join pg_type t on t.oid = a.atttypid and t.typnamespace = 'pg_catalog'::regnamespace
where c.oid = to_regclass($1)";

/// The partitions whose bounds meet those of `$2` and `$3`. The bounds are printed with the settings of the session, so
/// these must be ISO dates in UTC.
const EXISTING: &str = "
with bounds as (
    select n.nspname::text as schema, c.relname::text as name,
        regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \\((.*)\\) TO \\((.*)\\)') as bound
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    join pg_namespace n on n.oid = c.relnamespace
    where i.inhparent = $1
), times as (
    select schema, name,
        case bound[1] when 'MINVALUE' then '-infinity' else trim('''' from bound[1]) end::timestamptz as lower,
        case bound[2] when 'MAXVALUE' then 'infinity' else trim('''' from bound[2]) end::timestamptz as upper
    from bounds
    where bound is not null
)
select schema, name, lower <= $2::date::timestamptz and upper >= $3::date::timestamptz
from times
where lower < $3::date::timestamptz and upper > $2::date::timestamptz
order by lower";

/// The partitions that end before `$2`.
const ENDED: &str = "
with bounds as (
    select n.nspname::text as schema, c.relname::text as name,
        regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \\((.*)\\)') as bound
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    join pg_namespace n on n.oid = c.relnamespace
    where i.inhparent = $1
)
select schema, name
from bounds
where bound is not null and bound[1] <> 'MAXVALUE'
    and trim('''' from bound[1])::timestamptz <= $2::date::timestamptz
order by trim('''' from bound[1])::timestamptz";

/// The default partition.
const DEFAULT: &str = "
select n.nspname::text, c.relname::text
from pg_partitioned_table p
join pg_class c on c.oid = p.partdefid
join pg_namespace n on n.oid = c.relnamespace
where p.partrelid = $1";

/// A table: its id, whether its key is the range of one column, that column, and its type.
type KeyRow = (Oid, Option<bool>, Option<String>, Option<String>);

/// The key of a table that is partitioned by time.
pub(super) struct Key {
    pub(super) oid: Oid,
    pub(super) column: String,
    pub(super) data_type: KeyType,
}

impl Key {
    /// Looks up the table.
    pub(super) async fn read(
        connection: &mut PgConnection,
        table: &Name,
    ) -> Result<Self, PartitionError> {
        let row: Option<KeyRow> = sqlx::query_as(KEY)
            .bind(table.to_string())
            .fetch_optional(connection)
            .await?;
        let (oid, by_range, column, data_type) =
            row.ok_or_else(|| PartitionError::MissingTable {
                table: table.clone(),
            })?;
        let data_type = data_type.and_then(|name| KeyType::parse(&name));
        match (by_range, column, data_type) {
            (Some(true), Some(column), Some(data_type)) => Ok(Self {
                oid,
                column,
                data_type,
            }),
            _ => Err(PartitionError::NotByTime {
                table: table.clone(),
            }),
        }
    }

    /// Waits until no other caller works on the table. The lock ends with the transaction.
    pub(super) async fn lock(&self, connection: &mut PgConnection) -> sqlx::Result<()> {
        sqlx::query("select pg_advisory_xact_lock(hashtextextended('schema_kit.partitions', $1))")
            .bind(i64::from(self.oid.0))
            .execute(connection)
            .await?;
        Ok(())
    }

    /// Returns the partitions that meet the period, and for each whether it contains the whole period.
    pub(super) async fn existing(
        &self,
        connection: &mut PgConnection,
        period: &Period,
    ) -> sqlx::Result<Vec<(Name, bool)>> {
        let rows: Vec<(String, String, bool)> = sqlx::query_as(EXISTING)
            .bind(self.oid)
            .bind(period.from.to_string())
            .bind(period.to.to_string())
            .fetch_all(connection)
            .await?;
        let name =
            |(schema, name, whole): (String, String, bool)| (Name::in_schema(schema, name), whole);
        Ok(rows.into_iter().map(name).collect())
    }

    /// Returns the partitions without rows at or after the day.
    pub(super) async fn ended(
        &self,
        connection: &mut PgConnection,
        before: NaiveDate,
    ) -> sqlx::Result<Vec<Name>> {
        let rows: Vec<(String, String)> = sqlx::query_as(ENDED)
            .bind(self.oid)
            .bind(before.to_string())
            .fetch_all(connection)
            .await?;
        let name = |(schema, name): (String, String)| Name::in_schema(schema, name);
        Ok(rows.into_iter().map(name).collect())
    }

    /// Returns the default partition.
    pub(super) async fn default(
        &self,
        connection: &mut PgConnection,
    ) -> sqlx::Result<Option<Name>> {
        let row: Option<(String, String)> = sqlx::query_as(DEFAULT)
            .bind(self.oid)
            .fetch_optional(connection)
            .await?;
        Ok(row.map(|(schema, name)| Name::in_schema(schema, name)))
    }
}

/// The settings that determine how the server prints times.
pub(super) struct Settings {
    date_style: String,
    time_zone: String,
}

impl Settings {
    /// Sets ISO dates in UTC until the end of the transaction, and returns the settings before.
    pub(super) async fn iso(connection: &mut PgConnection) -> sqlx::Result<Self> {
        let (date_style, time_zone) =
            sqlx::query_as("select current_setting('DateStyle'), current_setting('TimeZone')")
                .fetch_one(&mut *connection)
                .await?;
        let iso = Self {
            date_style: String::from("ISO, YMD"),
            time_zone: String::from("UTC"),
        };
        iso.restore(connection).await?;
        Ok(Self {
            date_style,
            time_zone,
        })
    }

    /// Sets these settings until the end of the transaction.
    pub(super) async fn restore(&self, connection: &mut PgConnection) -> sqlx::Result<()> {
        sqlx::query("select set_config('DateStyle', $1, true), set_config('TimeZone', $2, true)")
            .bind(&self.date_style)
            .bind(&self.time_zone)
            .execute(connection)
            .await?;
        Ok(())
    }
}
