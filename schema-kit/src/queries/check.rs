//! Checks the queries of a program against a model.

use schema_ddl::model::{IndexOn, Model, Name};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _};

use super::catalog::Catalog;
use super::mismatch::mismatches;
use super::plan::{Distance, Plan};
use super::prepare::{self, Prepared};
use super::{ExpectedType, Found, Problem, QueriesError, Report};
use crate::normal::scratch::{self, SCRATCH};

/// What [`check`] assumes.
///
/// ```
/// use schema_ddl::model::Name;
/// use schema_kit::queries::Options;
///
/// let options = Options { large: vec![Name::new("orders")] };
/// assert_eq!(options.large.len(), 1);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Tables with so many rows that a statement must not read all of them. The partitions of a table count as the table.
    pub large: Vec<Name>,
}

/// Prepares each query in a scratch schema that is created from the model and rolled back, and asks the server for its plan.
///
/// The tables are empty, so the server would read each of them row by row. It is told to avoid that (`enable_seqscan = off`),
/// with the default costs. So an access without an index means that no index can serve the condition. The reverse is not
/// certain: with many rows, the server may still read all of them because it expects that to be faster.
///
/// Nullability is checked for columns of tables. For columns of views, and for expressions, the server does not tell.
///
/// Use a connection for this alone: sqlx remembers the types of the scratch schema. The user needs the privilege to create
/// Postgres schemas, and if the model has Postgres schemas that exist in this database, also to rename these until the
/// rollback. Other sessions see nothing of it.
///
/// ```no_run
/// use schema_core::prelude::*;
/// use schema_ddl::model::Name;
/// use schema_kit::queries::{self, Options};
/// use sqlx::{Connection as _, PgConnection};
///
/// #[table(name = "notes")]
/// struct Note {
///     #[column(primary_key, identity)]
///     id: i64,
///     text: String,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let found = queries::read("target/release/notes")?;
/// let model = schema![Note].model()?;
/// let mut connection = PgConnection::connect("postgres://localhost/notes").await?;
/// let options = Options { large: vec![Name::new("notes")] };
/// for report in queries::check(&mut connection, &found, &model, &options).await? {
///     print!("{report}");
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// If the server refuses a statement that creates the schema, or the connection fails. A query that the server refuses is a
/// [`Problem`], not an error.
pub async fn check(
    connection: &mut PgConnection,
    found: &[Found],
    model: &Model,
    options: &Options,
) -> Result<Vec<Report>, QueriesError> {
    let all: Vec<&Found> = found.iter().collect();
    in_scratch(connection, model, &all, async |connection, catalog| {
        set_planner(connection).await?;
        let mut reports = Vec::with_capacity(found.len());
        for query in found {
            let mut lists = query.sent();
            let first = lists.next().unwrap_or_default();
            let checked = Checked {
                catalog,
                query,
                sent: first,
                model,
                options,
            };
            let mut report = checked.in_savepoint(connection).await?;
            for sent in lists {
                let other = Checked { sent, ..checked };
                add(
                    &mut report.problems,
                    other.in_savepoint(connection).await?.problems,
                );
            }
            reports.push(report);
        }
        Ok(reports)
    })
    .await
}

/// Adds the problems that are not in the list.
pub(super) fn add(problems: &mut Vec<Problem>, others: Vec<Problem>) {
    for other in others {
        if !problems.contains(&other) {
            problems.push(other);
        }
    }
}

/// Runs a function in a scratch schema, which is rolled back.
pub(super) async fn in_scratch<T>(
    connection: &mut PgConnection,
    model: &Model,
    found: &[&Found],
    run: impl AsyncFnOnce(&mut PgConnection, &Catalog) -> Result<T, QueriesError>,
) -> Result<T, QueriesError> {
    // A statement that was prepared in another scratch schema must not be used again.
    connection.clear_cached_statements().await?;
    let mut transaction = connection.begin().await?;
    let result = create_and_run(&mut transaction, model, found, run).await;
    transaction.rollback().await?;
    connection.clear_cached_statements().await?;
    result
}

async fn create_and_run<T>(
    connection: &mut PgConnection,
    model: &Model,
    found: &[&Found],
    run: impl AsyncFnOnce(&mut PgConnection, &Catalog) -> Result<T, QueriesError>,
) -> Result<T, QueriesError> {
    let mut schemas = scratch::create_with_own_names(connection, model).await?;
    schemas.insert(SCRATCH.to_owned());
    let catalog = Catalog::read(connection, schemas, found).await?;
    run(connection, &catalog).await
}

/// Settings of the planner, so that plans do not depend on the server's configuration.
const PLANNER: [&str; 9] = [
    // `execute` then plans for any values, as `explain (generic_plan)` does.
    "plan_cache_mode = force_generic_plan",
    "enable_seqscan = off",
    "max_parallel_workers_per_gather = 0",
    "jit = off",
    "seq_page_cost = 1",
    "random_page_cost = 4",
    "cpu_tuple_cost = 0.01",
    "cpu_index_tuple_cost = 0.005",
    "cpu_operator_cost = 0.0025",
];

async fn set_planner(connection: &mut PgConnection) -> sqlx::Result<()> {
    for setting in PLANNER {
        let statement = AssertSqlSafe(format!("set local {setting}"));
        sqlx::raw_sql(statement).execute(&mut *connection).await?;
    }
    Ok(())
}

/// A query, with the types of the parameters that it is checked with.
#[derive(Clone, Copy)]
struct Checked<'a> {
    catalog: &'a Catalog,
    query: &'a Found,
    sent: &'a [Option<ExpectedType>],
    model: &'a Model,
    options: &'a Options,
}

impl Checked<'_> {
    async fn in_savepoint(&self, connection: &mut PgConnection) -> sqlx::Result<Report> {
        let mut savepoint = connection.begin().await?;
        let report = self.report(&mut savepoint).await?;
        savepoint.rollback().await?;
        prepare::forget(connection, self.query).await?;
        Ok(report)
    }

    async fn report(&self, connection: &mut PgConnection) -> sqlx::Result<Report> {
        let Self {
            catalog,
            query,
            model,
            ..
        } = self;
        let mut report = Report {
            sql: query.sql.clone(),
            parameters: Vec::new(),
            accesses: Vec::new(),
            problems: Vec::new(),
        };
        let prepared = match prepare::prepare(connection, catalog, &query.sql, self.sent).await? {
            Ok(prepared) => prepared,
            Err(problem) => {
                report.problems.push(problem);
                return Ok(report);
            }
        };
        report.problems = column_problems(catalog, query, &prepared);
        report.parameters = prepared.parameters;
        if !has_plan(&query.sql) {
            return Ok(report);
        }
        let plan = match self.explain(connection).await? {
            Ok(plan) => plan,
            Err(problem) => {
                report.problems.push(problem);
                return Ok(report);
            }
        };
        let outside = plan.outside.iter().cloned();
        report
            .problems
            .extend(outside.map(|table| Problem::Outside { table }));
        report
            .problems
            .extend(scan_problems(&plan, model, self.options));
        if !plan.sorted_by.is_empty() {
            // Another condition may be served by an index instead, and the rest sorted. So this asks whether there is one at
            // all.
            let statement = "set local enable_sort = off; set local enable_incremental_sort = off";
            sqlx::raw_sql(statement).execute(&mut *connection).await?;
            if let Ok(unsorted) = self.explain(connection).await? {
                let distances = unsorted.sorted_by.iter();
                report
                    .problems
                    .extend(distances.map(|distance| no_index(distance, model)));
            }
        }
        report.accesses = plan.accesses;
        Ok(report)
    }

    /// Returns the plan for any values of the parameters.
    async fn explain(&self, connection: &mut PgConnection) -> sqlx::Result<Result<Plan, Problem>> {
        let sql = &self.query.sql;
        if self.sent.is_empty() {
            return self.plan(connection, sql).await;
        }
        // `explain` itself accepts no types of parameters.
        let types = self.catalog.sql_types(self.sent);
        let prepare = format!("prepare {PREPARED} ({types}) as {sql}");
        if let Err(error) = sqlx::raw_sql(AssertSqlSafe(prepare))
            .execute(&mut *connection)
            .await
        {
            return prepare::refused(sql, self.sent, error).map(Err);
        }
        let nulls = vec!["null"; self.sent.len()].join(", ");
        // The statement survives the rollback.
        let mut savepoint = connection.begin().await?;
        let plan = self
            .plan(&mut savepoint, &format!("execute {PREPARED} ({nulls})"))
            .await?;
        savepoint.rollback().await?;
        let deallocate = AssertSqlSafe(format!("deallocate {PREPARED}"));
        sqlx::raw_sql(deallocate).execute(&mut *connection).await?;
        Ok(plan)
    }

    async fn plan(
        &self,
        connection: &mut PgConnection,
        statement: &str,
    ) -> sqlx::Result<Result<Plan, Problem>> {
        let statement = format!("explain (generic_plan, verbose, format json) {statement}");
        let rows = sqlx::raw_sql(AssertSqlSafe(statement))
            .fetch_all(&mut *connection)
            .await;
        let rows = match rows {
            Ok(rows) => rows,
            Err(error) => return prepare::refused(&self.query.sql, self.sent, error).map(Err),
        };
        let mut text = String::new();
        for row in &rows {
            // The type is `json`, in text format.
            text.push_str(row.try_get_unchecked(0)?);
        }
        let json: Value =
            serde_json::from_str(&text).map_err(|error| sqlx::Error::Decode(error.into()))?;
        Ok(Ok(Plan::read(&json, &self.catalog.schemas)))
    }
}

/// The name of the prepared statement whose plan is read.
const PREPARED: &str = "schema_kit_query";

/// Returns the columns that differ from what the program expects.
pub(super) fn column_problems(
    catalog: &Catalog,
    query: &Found,
    prepared: &Prepared,
) -> Vec<Problem> {
    let rows = query.rows.iter();
    let mut problems: Vec<Problem> = rows
        .flat_map(|expected| mismatches(catalog, expected, &prepared.columns))
        .collect();
    problems.dedup();
    problems
}

/// Returns true for a statement that `explain` accepts.
fn has_plan(sql: &str) -> bool {
    let word = sql.split_whitespace().next().unwrap_or_default();
    word.starts_with('(')
        || [
            "select", "insert", "update", "delete", "merge", "with", "values",
        ]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}

/// Returns the large tables of which every row is read.
fn scan_problems(plan: &Plan, model: &Model, options: &Options) -> Vec<Problem> {
    let mut problems = Vec::new();
    for scan in &plan.scans {
        let parent = model
            .table(&scan.table)
            .and_then(|table| table.partition_of.as_ref())
            .map(|partition| &partition.parent);
        let names = [Some(&scan.table), parent];
        let Some(table) = names
            .into_iter()
            .flatten()
            .find(|name| options.large.contains(name))
        else {
            continue;
        };
        let table = table.clone();
        let problem = match scan.condition.clone() {
            Some(condition) => Problem::NoIndex { table, condition },
            None => Problem::ReadsAll { table },
        };
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    problems
}

/// Returns the problem of a distance that no index serves.
fn no_index(distance: &Distance, model: &Model) -> Problem {
    let mut operator_class = None;
    let mut other_indexes = Vec::new();
    if let Some((table, column)) = &distance.column
        && let Some(table) = model.table(table)
        && let Some(column) = table.columns.iter().find(|one| one.name == *column)
        && let Some(suffix) = class_suffix(distance.operator)
        && let of_type @ ("vector" | "halfvec" | "sparsevec" | "bit") =
            column.data_type.name.name.as_str()
    {
        operator_class = Some(format!("{of_type}_{suffix}"));
        let others = table.indexes.iter().filter(|index| {
            let is_column =
                |on: &IndexOn| matches!(on, IndexOn::Column(name) if *name == column.name);
            matches!(index.method.as_str(), "hnsw" | "ivfflat")
                && index.elements.iter().any(|element| is_column(&element.on))
        });
        other_indexes.extend(others.map(|index| index.name.clone()));
    }
    Problem::NoDistanceIndex {
        distance: distance.sql.clone(),
        operator_class,
        other_indexes,
    }
}

/// Returns the end of the name of the operator class for a distance of pgvector.
fn class_suffix(operator: &str) -> Option<&'static str> {
    Some(match operator {
        "<->" => "l2_ops",
        "<=>" => "cosine_ops",
        "<#>" => "ip_ops",
        "<+>" => "l1_ops",
        "<~>" => "hamming_ops",
        "<%>" => "jaccard_ops",
        _ => return None,
    })
}
