//! The growth of the cost with the columns of a row, and with the joins and parameters of a query. The other workloads
//! cover the growth with the number of rows.

use std::fmt::Write as _;
use std::hint::black_box;

use crate::program::count::counted;
use crate::program::{print_json, runtime};
use crate::{Error, Result};

/// The dimension of growth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dimension {
    /// The columns of each row.
    Columns,
    /// The left joins of a query that reads one row.
    Joins,
    /// The conditions of a query that reads one row, with a parameter each.
    Parameters,
}

/// The database with the tables.
pub const DATABASE: &str = "schema_benchmarks_scale";
/// The number of rows of the tables for [`Dimension::Columns`].
pub const ROWS: u32 = 100;
/// The repeating group of columns of a row. The first column of the first group is the key.
const COLUMNS: [&str; 5] = ["bigint", "text", "integer", "text", "timestamptz"];
/// The maximum number of joins and of parameters.
const MOST_JOINS: u32 = 8;
const MOST_PARAMETERS: u32 = 32;

impl Dimension {
    /// All dimensions.
    pub const ALL: [Self; 3] = [Self::Columns, Self::Joins, Self::Parameters];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Columns => "columns",
            Self::Joins => "joins",
            Self::Parameters => "parameters",
        }
    }

    /// The name of its row in tables.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Columns => "a row, by its columns",
            Self::Joins => "a query of one row, by its left joins",
            Self::Parameters => "a query of one row, by its parameters",
        }
    }

    /// The sizes to measure.
    pub const fn sizes(self) -> &'static [u32] {
        match self {
            Self::Columns => &[5, 10, 20, 40, 60],
            Self::Joins => &[0, 1, 2, 3, 4, 5, 6, 7, MOST_JOINS],
            Self::Parameters => &[1, 2, 4, 8, 16, MOST_PARAMETERS],
        }
    }

    /// The divisor of the cost of one repetition.
    pub const fn units(self) -> u32 {
        match self {
            Self::Columns => ROWS,
            Self::Joins | Self::Parameters => 1,
        }
    }

    /// The number of repetitions that give a reproducible figure.
    pub const fn repetitions(self) -> u32 {
        match self {
            Self::Columns => 30,
            Self::Joins | Self::Parameters => 200,
        }
    }
}

/// A library on one connection.
pub trait Scaled: Sized {
    /// Connects.
    fn connect(url: &str) -> impl Future<Output = Result<Self>>;

    /// Reads all rows of a table with this many columns and returns their number.
    fn columns(&mut self, columns: u32) -> impl Future<Output = Result<usize>>;

    /// Reads a row of a chain of tables and returns the number of rows.
    fn joins(&mut self, joins: u32) -> impl Future<Output = Result<usize>>;

    /// Reads a row by this many conditions and returns the number of rows.
    fn parameters(&mut self, parameters: u32) -> impl Future<Output = Result<usize>>;
}

/// The SQL that creates the tables: `wide_5` and so on, `link_0` and so on, `numbers`.
pub fn create() -> Result<String> {
    let mut sql = String::new();
    for &columns in Dimension::Columns.sizes() {
        let types: Vec<&str> = COLUMNS
            .into_iter()
            .cycle()
            .take(usize::try_from(columns)?)
            .collect();
        write!(sql, "create table wide_{columns} (c0 bigint primary key")?;
        for (place, sql_type) in types.iter().enumerate().skip(1) {
            write!(sql, ", c{place} {sql_type} not null")?;
        }
        write!(sql, "); insert into wide_{columns} select i")?;
        for sql_type in types.iter().skip(1) {
            let value = match *sql_type {
                "text" => "'The text of row ' || i",
                "timestamptz" => "'2024-01-01T00:00:00Z'::timestamptz + i * interval '1 hour'",
                _ => "i * 7",
            };
            write!(sql, ", {value}")?;
        }
        writeln!(sql, " from generate_series(1, {ROWS}) as i;")?;
    }
    for link in 0..=MOST_JOINS {
        writeln!(
            sql,
            "create table link_{link} (id bigint primary key, next bigint not null, name text not null);
            insert into link_{link} values (1, 1, 'The name of a link');"
        )?;
    }
    let columns: Vec<String> = (1..=MOST_PARAMETERS)
        .map(|i| format!("n{i} integer not null"))
        .collect();
    let values: Vec<String> = (1..=MOST_PARAMETERS).map(|i| i.to_string()).collect();
    writeln!(
        sql,
        "create table numbers (id bigint primary key, {});
        insert into numbers values (1, {});",
        columns.join(", "),
        values.join(", ")
    )?;
    Ok(sql)
}

/// The program of a library. `count <url> <dimension> <size> <repetitions>` prints the allocations.
pub fn main<S: Scaled>() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ["count", url, name, size, repetitions] = arguments[..] else {
        return Err("expected `count`, a url, a dimension, a size and a number".into());
    };
    let dimension = Dimension::ALL
        .into_iter()
        .find(|dimension| dimension.name() == name)
        .ok_or("unknown dimension")?;
    let (size, repetitions) = (size.parse()?, repetitions.parse()?);
    let runtime = runtime()?;
    let mut library = runtime.block_on(async {
        let mut library = S::connect(url).await?;
        let rows = repeat(&mut library, dimension, size, 1).await?;
        if rows != usize::try_from(dimension.units())? {
            return Err(format!("{rows} rows were read").into());
        }
        Ok::<_, Error>(library)
    })?;
    let mut result = Ok(0);
    let allocated = counted(&mut || {
        result = runtime.block_on(repeat(&mut library, dimension, size, repetitions));
    });
    result?;
    print_json(&(allocated.count, allocated.bytes))
}

async fn repeat<S: Scaled>(
    library: &mut S,
    dimension: Dimension,
    size: u32,
    repetitions: u32,
) -> Result<usize> {
    let mut rows = 0;
    for _ in 0..repetitions {
        rows = black_box(match dimension {
            Dimension::Columns => library.columns(size).await?,
            Dimension::Joins => library.joins(size).await?,
            Dimension::Parameters => library.parameters(size).await?,
        });
    }
    Ok(rows)
}
