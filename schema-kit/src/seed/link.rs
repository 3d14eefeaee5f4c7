//! Sets foreign keys of cycles after all tables are filled.

use std::collections::HashSet;

use fake::RngExt as _;
use schema_ddl::model::{ForeignKey, Table};
use schema_ddl::sql::quote;
use sqlx::{AssertSqlSafe, PgConnection};

use super::Random;
use super::keys::Pool;

/// The share of references that remain NULL.
const NULLS: f64 = 0.2;

/// The place of a row, also in a partition.
const PLACE: &str = "tableoid::text || ctid::text";

/// Returns the places of all rows of a table.
pub(super) async fn places(
    connection: &mut PgConnection,
    table: &Table,
) -> sqlx::Result<HashSet<String>> {
    let sql = format!("select {PLACE} from {}", table.name);
    let places: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql))
        .persistent(false)
        .fetch_all(connection)
        .await?;
    Ok(places.into_iter().collect())
}

/// A foreign key, and the columns that are set.
#[derive(Debug)]
pub(super) struct Link<'a> {
    pub(super) table: &'a Table,
    pub(super) constraint: &'a ForeignKey,
    pub(super) free: &'a [String],
    /// True if the columns may remain NULL.
    pub(super) optional: bool,
    /// True if no two rows may reference the same row.
    pub(super) unique: bool,
    /// True if the table references itself.
    pub(super) itself: bool,
    /// The places of rows that existed before. They are not changed.
    pub(super) existing: Option<&'a HashSet<String>>,
}

/// A row: its place in the table, the values of the foreign key, and those of the referenced columns if the table
/// references itself.
type Target = (String, Vec<Option<String>>, Vec<Option<String>>);

impl Link<'_> {
    /// Chooses a referenced row for each row, and sets the foreign key.
    pub(super) async fn run(
        &self,
        connection: &mut PgConnection,
        random: &mut Random,
    ) -> sqlx::Result<()> {
        let key = self.constraint;
        let mut targets = self.targets(&mut *connection).await?;
        if let Some(existing) = self.existing {
            targets.retain(|(place, ..)| !existing.contains(place));
        }
        let pool = if self.itself {
            // In the same order as the rows, so that each references one before it.
            let own = targets.iter_mut().map(|(.., own)| std::mem::take(own));
            Pool::new(own.collect())
        } else {
            Pool::read(&mut *connection, &key.table, &key.references).await?
        };
        let mut places = Vec::new();
        let mut values: Vec<Vec<Option<String>>> = vec![Vec::new(); self.free.len()];
        let mut next = 0;
        for (number, (place, own, _)) in targets.into_iter().enumerate() {
            let Some(row) = self.choose(&pool, &own, number, &mut next, random) else {
                continue;
            };
            places.push(place);
            for (list, column) in values.iter_mut().zip(self.free) {
                let at = key.columns.iter().position(|one| one == column);
                list.push(at.and_then(|at| row.get(at)).cloned().flatten());
            }
        }
        if places.is_empty() {
            return Ok(());
        }
        let sql = self.update();
        let mut query = sqlx::query(AssertSqlSafe(sql))
            .persistent(false)
            .bind(places);
        for list in values {
            query = query.bind(list);
        }
        query.execute(connection).await?;
        Ok(())
    }

    /// Reads the rows without a reference, in the order of their keys.
    async fn targets(&self, connection: &mut PgConnection) -> sqlx::Result<Vec<Target>> {
        let key = self.constraint;
        let columns: Vec<String> = key
            .columns
            .iter()
            .map(|one| format!("{}::text", quote::name(one)))
            .collect();
        // The same order in each run.
        let order = match &self.table.primary_key {
            Some(primary_key) => quote::names(&primary_key.columns),
            None => String::from("tableoid, ctid"),
        };
        let free: Vec<String> = self
            .free
            .iter()
            .map(|one| format!("{} is null", quote::name(one)))
            .collect();
        let filter = if self.optional {
            format!("where {}", free.join(" and "))
        } else {
            String::new()
        };
        let references = key.references.iter();
        let references: Vec<String> = references
            .filter(|_| self.itself)
            .map(|one| format!("{}::text", quote::name(one)))
            .collect();
        let sql = format!(
            "select {PLACE}, array[{}], array[{}]::text[] from {} {filter} order by {order}",
            columns.join(", "),
            references.join(", "),
            self.table.name,
        );
        sqlx::query_as(AssertSqlSafe(sql))
            .persistent(false)
            .fetch_all(connection)
            .await
    }

    /// Chooses a row that agrees with the columns that already have a value.
    fn choose<'p>(
        &self,
        pool: &'p Pool,
        own: &[Option<String>],
        number: usize,
        next: &mut usize,
        random: &mut Random,
    ) -> Option<&'p Vec<Option<String>>> {
        if self.optional && random.random_bool(NULLS) {
            return None;
        }
        // A table that references itself becomes a tree: each row references one before it.
        let count = match (self.itself, self.optional) {
            (true, true) => number,
            (true, false) => number + 1,
            (false, _) => usize::MAX,
        };
        let rows = pool.rows();
        let rows = &rows[..rows.len().min(count)];
        if self.unique {
            let row = rows.get(*next)?;
            *next += 1;
            return Some(row);
        }
        let columns = &self.constraint.columns;
        let is_fixed = |at: usize| !self.free.contains(&columns[at]);
        let agrees = |row: &&Vec<Option<String>>| {
            (0..columns.len()).all(|at| !is_fixed(at) || row.get(at) == own.get(at))
        };
        if (0..columns.len()).any(is_fixed) {
            let rows: Vec<_> = rows.iter().filter(agrees).collect();
            return match rows.len() {
                0 => None,
                count => rows.get(random.random_range(0..count)).copied(),
            };
        }
        match rows.len() {
            0 => None,
            count => rows.get(random.random_range(0..count)),
        }
    }

    /// Returns the statement: `$1` are the places of rows, and each further parameter the values of a column.
    fn update(&self) -> String {
        let mut sets = Vec::new();
        let mut names = Vec::new();
        let mut lists = Vec::new();
        for (at, column) in self.free.iter().enumerate() {
            let data_type = self
                .table
                .column(column)
                .map(|column| column.data_type.to_string());
            let data_type = data_type.unwrap_or_else(|| String::from("text"));
            sets.push(format!("{} = v.c{at}::{data_type}", quote::name(column)));
            names.push(format!("c{at}"));
            lists.push(format!("${}::text[]", at + 2));
        }
        format!(
            "update {} as t set {} from unnest($1::text[], {}) as v(place, {}) \
             where t.tableoid::text || t.ctid::text = v.place",
            self.table.name,
            sets.join(", "),
            lists.join(", "),
            names.join(", "),
        )
    }
}
