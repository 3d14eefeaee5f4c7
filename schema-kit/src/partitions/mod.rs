//! Partitions of time that are created ahead, and detached when they are old.
//!
//! [`ensure`] creates the missing partitions of a table that is partitioned by ranges of a `date`, `timestamp` or
//! `timestamptz` column. Call it regularly, for example at the start of the program.

mod catalog;
mod error;
mod every;

use chrono::NaiveDate;
use schema_ddl::model::Name;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

use self::catalog::{Key, Settings};
use self::every::{Period, periods};

pub use self::error::PartitionError;
pub use self::every::Every;

/// Creates the missing partitions for the period that contains `from` and the `ahead` periods after it, and returns their
/// names.
///
/// A period that lies within an existing partition is complete, whatever that partition's name is. With a `timestamptz`
/// column, periods begin and end at midnight UTC. All partitions are created, or none. Callers on the same table take turns.
///
/// Creating a partition locks the table exclusively for a short time, so set `lock_timeout` if long queries read it.
///
/// ```no_run
/// use chrono::Utc;
/// use schema_ddl::model::Name;
/// use schema_kit::partitions::{self, Every};
/// use sqlx::{Connection as _, PgConnection};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mut connection = PgConnection::connect("postgres://localhost/shop").await?;
/// // The partition of this month and those of the next three.
/// let today = Utc::now().date_naive();
/// let created = partitions::ensure(&mut connection, &Name::new("orders"), Every::Month, 3, today).await?;
/// for partition in created {
///     println!("created {partition}");
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// If the table is not partitioned by time, a partition would overlap an existing one, the default partition contains rows
/// of a new one, or a query fails.
pub async fn ensure(
    connection: &mut PgConnection,
    table: &Name,
    every: Every,
    ahead: u32,
    from: NaiveDate,
) -> Result<Vec<Name>, PartitionError> {
    let periods = periods(table, every, ahead, from)?;
    let mut transaction = connection.begin().await?;
    let key = Key::read(&mut transaction, table).await?;
    key.lock(&mut transaction).await?;
    let settings = Settings::iso(&mut transaction).await?;
    let default = key.default(&mut transaction).await?;
    let mut created = Vec::new();
    for period in periods {
        if is_complete(&mut transaction, &key, &period).await? {
            continue;
        }
        if let Some(default) = &default {
            check_default(&mut transaction, &key, default, &period).await?;
        }
        if let Err(error) = create(&mut transaction, table, &key, &period).await {
            // Rows that arrived after the count.
            if let (Some(default), PartitionError::Database(_)) = (&default, &error) {
                check_default(&mut transaction, &key, default, &period).await?;
            }
            return Err(error);
        }
        created.push(period.name);
    }
    settings.restore(&mut transaction).await?;
    transaction.commit().await?;
    Ok(created)
}

/// Returns true if the period lies within a partition.
async fn is_complete(
    connection: &mut PgConnection,
    key: &Key,
    period: &Period,
) -> Result<bool, PartitionError> {
    match key.existing(connection, period).await?.into_iter().next() {
        None => Ok(false),
        Some((_, true)) => Ok(true),
        Some((existing, false)) => Err(PartitionError::Overlap {
            partition: period.name.clone(),
            from: period.from,
            to: period.to,
            existing,
        }),
    }
}

/// Fails if the default partition contains rows of the period.
async fn check_default(
    connection: &mut PgConnection,
    key: &Key,
    default: &Name,
    period: &Period,
) -> Result<(), PartitionError> {
    let count = every::count(default, &key.column, key.data_type, period);
    let rows: i64 = sqlx::query_scalar(AssertSqlSafe(count))
        .persistent(false)
        .fetch_one(connection)
        .await?;
    if rows == 0 {
        return Ok(());
    }
    Err(PartitionError::RowsInDefault {
        default: default.clone(),
        rows,
        partition: period.name.clone(),
        from: period.from,
        to: period.to,
    })
}

async fn create(
    connection: &mut PgConnection,
    table: &Name,
    key: &Key,
    period: &Period,
) -> Result<(), PartitionError> {
    let create = period.create(table, key.data_type);
    // So that the transaction remains usable after an error.
    let mut savepoint = connection.begin().await?;
    let result = savepoint.execute(AssertSqlSafe(create)).await;
    let Err(error) = result else {
        return Ok(savepoint.commit().await?);
    };
    savepoint.rollback().await?;
    let code = error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code);
    // Duplicate table, or duplicate type: a partition also has a type with its name.
    if matches!(code.as_deref(), Some("42P07" | "42710")) {
        return Err(PartitionError::NameTaken {
            partition: period.name.clone(),
            table: table.clone(),
        });
    }
    Err(error.into())
}

/// Detaches the partitions whose rows are all before the day, and returns their names. They remain as tables of their own.
///
/// Detaching a partition locks the table exclusively for a short time. All partitions are detached, or none.
///
/// ```no_run
/// use chrono::NaiveDate;
/// use schema_ddl::model::Name;
/// use schema_kit::partitions;
/// use sqlx::{Connection as _, PgConnection};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mut connection = PgConnection::connect("postgres://localhost/shop").await?;
/// let before = NaiveDate::from_ymd_opt(2025, 1, 1).ok_or("no such day")?;
/// for old in partitions::detach_before(&mut connection, &Name::new("orders"), before).await? {
///     println!("detached {old}; archive and drop it");
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// If the table is not partitioned by time or a query fails.
pub async fn detach_before(
    connection: &mut PgConnection,
    table: &Name,
    before: NaiveDate,
) -> Result<Vec<Name>, PartitionError> {
    let mut transaction = connection.begin().await?;
    let key = Key::read(&mut transaction, table).await?;
    key.lock(&mut transaction).await?;
    let settings = Settings::iso(&mut transaction).await?;
    let ended = key.ended(&mut transaction, before).await?;
    for partition in &ended {
        let detach = every::detach(table, partition);
        transaction.execute(AssertSqlSafe(detach)).await?;
    }
    settings.restore(&mut transaction).await?;
    transaction.commit().await?;
    Ok(ended)
}
