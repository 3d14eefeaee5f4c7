//! Fills one table.

use schema_ddl::model::{ForeignKey, Match, Model};
use schema_ddl::sql::quote;
use sqlx::{AssertSqlSafe, PgConnection};

use super::columns;
use super::copy::{Copy, Refusal};
use super::keys::{self, Filler, Pool};
use super::order::{How, Step};
use super::progress::{Event, Progress};
use super::table::{Row, Rows};
use super::{Random, SeedError};

/// The most rows of a statement.
const MOST: usize = 5000;
/// The number of bytes after which a statement receives no more rows.
const LARGEST: usize = 8 << 20;
/// How often a row that the server refuses is replaced.
const ATTEMPTS: u32 = 300;

/// The rows that a table is to receive.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) rows: u64,
    /// True if fewer rows are an error.
    pub(super) exactly: bool,
    /// True if the table can contain rows already.
    pub(super) append: bool,
}

/// Fills a table and returns the number of rows.
pub(super) async fn fill(
    connection: &mut PgConnection,
    model: &Model,
    step: &Step<'_>,
    wanted: Wanted,
    random: Random,
    progress: &dyn Progress,
) -> Result<u64, SeedError> {
    let slots = columns::slots(model, step)?;
    let mut rows = Rows::new(model, step.table, slots, random)?;
    references(connection, step, &mut rows).await?;
    reserve(connection, step, &mut rows, wanted.rows).await?;
    if wanted.append {
        read_existing(connection, &mut rows).await?;
    }
    insert(connection, &mut rows, wanted, progress).await
}

/// Reads the rows that the table references.
async fn references(
    connection: &mut PgConnection,
    step: &Step<'_>,
    rows: &mut Rows,
) -> Result<(), SeedError> {
    let table = step.table;
    for key in &step.keys {
        let constraint = key.constraint;
        let places = constraint.columns.iter().filter_map(|one| rows.place(one));
        let places: Vec<usize> = places.collect();
        match &key.how {
            How::Now => {
                let pool =
                    Pool::read(&mut *connection, &constraint.table, &constraint.references).await?;
                let free = free(step, constraint);
                if pool.is_empty() && !free.contains(&true) {
                    return Err(keys::no_row(&table.name, constraint));
                }
                let is_unique = rows.is_unique(&places);
                let filler = Filler::new(places, pool, free, is_unique, &mut rows.random);
                rows.fillers.push(filler);
            }
            How::Itself => {
                let referenced = constraint.references.iter().map(|one| rows.place(one));
                let Some(referenced) = referenced.collect::<Option<Vec<usize>>>() else {
                    return Err(SeedError::Cycle {
                        tables: vec![table.name.clone()],
                    });
                };
                for (column, referenced) in places.into_iter().zip(referenced) {
                    rows.reference_itself(column, referenced);
                }
            }
            How::AfterNull(_) | How::AfterAny(_) => {}
        }
    }
    Ok(())
}

/// Returns for each column whether it may be NULL so that the row references none. One that another foreign key sets may
/// not, unless all may.
fn free(step: &Step<'_>, constraint: &ForeignKey) -> Vec<bool> {
    let is_nullable = |name: &String| {
        let column = step.table.column(name);
        column.is_some_and(|column| column.nullable)
    };
    let is_shared = |name: &String| {
        let mut others = step.keys.iter().map(|key| key.constraint);
        others.any(|other| other.name != constraint.name && other.columns.contains(name))
    };
    let columns = constraint.columns.iter();
    let all = columns.clone().all(is_nullable);
    let needs_all = constraint.match_type == Match::Full;
    columns
        .map(|name| all || (!needs_all && is_nullable(name) && !is_shared(name)))
        .collect()
}

/// Takes numbers of the sequences whose values must be known in advance.
async fn reserve(
    connection: &mut PgConnection,
    step: &Step<'_>,
    rows: &mut Rows,
    count: u64,
) -> Result<(), SeedError> {
    for (place, column) in rows.of_sequences() {
        // Rows that the server refuses take a number, too.
        let count = i64::try_from(count)
            .unwrap_or(i64::MAX)
            .saturating_add(1000);
        let numbers: Vec<Option<String>> = sqlx::query_scalar(
            "select nextval(pg_get_serial_sequence($1, $2))::text from generate_series(1, $3)",
        )
        .persistent(false)
        .bind(step.table.name.to_string())
        .bind(&column)
        .bind(count)
        .fetch_all(&mut *connection)
        .await?;
        rows.set_sequence(place, numbers.into_iter().flatten().collect());
    }
    Ok(())
}

/// Reads the values of unique columns that exist.
async fn read_existing(connection: &mut PgConnection, rows: &mut Rows) -> sqlx::Result<()> {
    let table = rows.table.clone();
    let mut count = 0;
    for unique in rows.uniques() {
        let columns: Vec<String> = unique
            .columns
            .iter()
            .map(|one| format!("{}::text", quote::name(one)))
            .collect();
        let sql = format!("select array[{}] from {table}", columns.join(", "));
        let existing: Vec<Vec<Option<String>>> = sqlx::query_scalar(AssertSqlSafe(sql))
            .persistent(false)
            .fetch_all(&mut *connection)
            .await?;
        count = existing.len();
        for row in existing {
            if let Some(key) = unique.key(row.iter().map(Option::as_deref)) {
                unique.take(key);
            }
        }
    }
    rows.number = count as u64;
    Ok(())
}

/// Inserts the rows. Batches become smaller where the server refuses rows, and larger again afterwards.
async fn insert(
    connection: &mut PgConnection,
    rows: &mut Rows,
    mut wanted: Wanted,
    progress: &dyn Progress,
) -> Result<u64, SeedError> {
    let copy = Copy::new(&rows.table, &rows.columns());
    let mut batch: Vec<Row> = Vec::new();
    let (mut done, mut size) = (0_u64, MOST);
    let mut bytes = 0;
    while done < wanted.rows {
        let missing = usize::try_from(wanted.rows - done).unwrap_or(usize::MAX);
        while batch.len() < size.min(missing) && bytes < LARGEST {
            match rows.next() {
                Ok(row) => {
                    bytes += row.values.iter().flatten().map(String::len).sum::<usize>();
                    batch.push(row);
                }
                Err(constraint) => {
                    let possible = done + batch.len() as u64;
                    if wanted.exactly || possible == 0 {
                        return Err(SeedError::Exhausted {
                            table: rows.table.clone(),
                            constraint,
                            rows: possible,
                            wanted: wanted.rows,
                        });
                    }
                    wanted.rows = possible;
                    break;
                }
            }
        }
        let count = size.min(batch.len());
        if count == 0 {
            break;
        }
        let values = batch[..count].iter().map(|row| row.values.as_slice());
        match copy.run(&mut *connection, values).await? {
            Ok(()) => {
                batch.drain(..count);
                bytes = 0;
                done += count as u64;
                size = (size * 2).min(MOST);
                progress.event(&Event::Rows {
                    table: &rows.table,
                    done,
                    rows: wanted.rows,
                });
            }
            Err(refusal) => size = replace(rows, &mut batch[..count], refusal)?,
        }
    }
    Ok(done)
}

/// Replaces a refused row, and returns the number of rows to try next.
fn replace(rows: &mut Rows, batch: &mut [Row], refusal: Refusal) -> Result<usize, SeedError> {
    let at = match refusal.row {
        Some(at) if at < batch.len() => at,
        // Find the row by trying fewer.
        _ if batch.len() > 1 => return Ok(batch.len() / 2),
        _ => 0,
    };
    let refused = batch[at].refused + 1;
    let error = |constraint, error| SeedError::Refused {
        table: rows.table.clone(),
        constraint,
        attempts: refused,
        source: error,
    };
    if refused >= ATTEMPTS {
        return Err(error(refusal.constraint, refusal.error));
    }
    // Values that exist are still not to be used.
    if !refusal.is_duplicate {
        rows.forget(&batch[at]);
    }
    match rows.next() {
        Ok(row) => batch[at] = Row { refused, ..row },
        Err(constraint) => {
            let constraint = refusal.constraint.or(Some(constraint));
            return Err(SeedError::Refused {
                table: rows.table.clone(),
                constraint,
                attempts: refused,
                source: refusal.error,
            });
        }
    }
    // The rows before are good. After a second refusal, the row is tried alone.
    Ok(at.max(1))
}
