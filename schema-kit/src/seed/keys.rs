//! The values of foreign keys: those of rows that exist.

use std::collections::HashMap;

use fake::RngExt as _;
use fake::rand::seq::SliceRandom as _;
use schema_ddl::model::{ForeignKey, Name};
use schema_ddl::sql::quote;
use sqlx::{AssertSqlSafe, PgConnection};

use super::Random;

/// The most referenced rows that are read of a table.
const MOST: usize = 500_000;
/// The share of NULLs where they are allowed.
const NULLS: f64 = 0.1;

/// The keys of the rows of a table.
#[derive(Debug, Default)]
pub(super) struct Pool {
    rows: Vec<Vec<Option<String>>>,
}

impl Pool {
    pub(super) const fn new(rows: Vec<Vec<Option<String>>>) -> Self {
        Self { rows }
    }

    /// Reads the referenced columns.
    pub(super) async fn read(
        connection: &mut PgConnection,
        table: &Name,
        columns: &[String],
    ) -> sqlx::Result<Self> {
        let quoted: Vec<String> = columns.iter().map(|one| quote::name(one)).collect();
        let texts: Vec<String> = quoted.iter().map(|one| format!("{one}::text")).collect();
        let present: Vec<String> = quoted
            .iter()
            .map(|one| format!("{one} is not null"))
            .collect();
        let sql = format!(
            "select array[{}] from {table} where {} order by {} limit {MOST}",
            texts.join(", "),
            present.join(" and "),
            quoted.join(", "),
        );
        let rows = sqlx::query_scalar(AssertSqlSafe(sql))
            .persistent(false)
            .fetch_all(connection)
            .await?;
        Ok(Self { rows })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn rows(&self) -> &[Vec<Option<String>>] {
        &self.rows
    }
}

/// The places of rows by some of their values.
type ByPart = HashMap<Vec<Option<String>>, Vec<usize>>;

/// Sets the columns of one foreign key.
#[derive(Debug)]
pub(super) struct Filler {
    /// The places of the columns in the row.
    slots: Vec<usize>,
    pool: Pool,
    /// For each column, true if it may be NULL so that the row references none.
    free: Vec<bool>,
    /// For each referenced row at most one row: the order in which they are used.
    shuffled: Option<Vec<usize>>,
    /// The rows of the pool by the values at some of the places.
    by_part: HashMap<Vec<usize>, ByPart>,
}

impl Filler {
    pub(super) fn new(
        slots: Vec<usize>,
        pool: Pool,
        free: Vec<bool>,
        unique: bool,
        random: &mut Random,
    ) -> Self {
        let shuffled = unique.then(|| {
            let mut places: Vec<usize> = (0..pool.rows.len()).collect();
            places.shuffle(random);
            places
        });
        Self {
            slots,
            pool,
            free,
            shuffled,
            by_part: HashMap::new(),
        }
    }

    /// Sets the columns that have no value yet. Returns false if no row fits to those that have one.
    pub(super) fn fill(
        &mut self,
        values: &mut [Option<String>],
        assigned: &mut [bool],
        number: u64,
        random: &mut Random,
    ) -> bool {
        let fixed: Vec<usize> = (0..self.slots.len())
            .filter(|at| assigned[self.slots[*at]])
            .collect();
        if fixed.len() == self.slots.len() {
            return true;
        }
        let row = self.choose(&fixed, values, number, random);
        let mut is_null = false;
        for (at, slot) in self.slots.iter().enumerate() {
            if assigned[*slot] {
                continue;
            }
            match row {
                Some(row) => values[*slot].clone_from(&self.pool.rows[row][at]),
                None if self.free[at] => is_null = true,
                // Another foreign key sets it.
                None => continue,
            }
            assigned[*slot] = true;
        }
        row.is_some() || is_null
    }

    /// Chooses a referenced row, or NULL.
    fn choose(
        &mut self,
        fixed: &[usize],
        values: &[Option<String>],
        number: u64,
        random: &mut Random,
    ) -> Option<usize> {
        let is_optional = self.free.contains(&true);
        if self.pool.is_empty() || (is_optional && random.random_bool(NULLS)) {
            return None;
        }
        if fixed.is_empty() {
            return Some(match &self.shuffled {
                Some(places) => {
                    let count = places.len() as u64;
                    places[usize::try_from(number % count).unwrap_or_default()]
                }
                None => random.random_range(0..self.pool.rows.len()),
            });
        }
        let part: Vec<Option<String>> = fixed
            .iter()
            .map(|at| values[self.slots[*at]].clone())
            .collect();
        let rows = &self.pool.rows;
        let by_part = self.by_part.entry(fixed.to_vec()).or_insert_with(|| {
            let mut by_part = ByPart::new();
            for (at, row) in rows.iter().enumerate() {
                let part = fixed.iter().map(|at| row[*at].clone()).collect();
                by_part.entry(part).or_default().push(at);
            }
            by_part
        });
        let candidates = by_part.get(&part)?;
        Some(candidates[random.random_range(0..candidates.len())])
    }
}

/// Returns the foreign key's error if it needs a row and there is none.
pub(super) fn no_row(table: &Name, constraint: &ForeignKey) -> super::SeedError {
    super::SeedError::NoReferencedRow {
        table: table.clone(),
        constraint: constraint.name.clone(),
        referenced: constraint.table.clone(),
    }
}
