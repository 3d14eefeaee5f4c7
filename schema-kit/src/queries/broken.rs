//! The queries that a change of the schema breaks.

use std::fmt;

use schema_ddl::model::Model;
use serde::Serialize;
use sqlx::{Connection as _, PgConnection};

use super::catalog::Catalog;
use super::check::{add, column_problems, in_scratch};
use super::prepare;
use super::{ExpectedType, Found, Problem, QueriesError};

/// A query that fails after a change of the schema.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Broken {
    /// The text.
    pub sql: String,
    /// Why it fails.
    pub problems: Vec<Problem>,
}

/// Writes the text, and below it the problems, one a line.
impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.sql)?;
        self.problems
            .iter()
            .try_for_each(|problem| writeln!(f, "    {problem}"))
    }
}

/// Returns the queries that work with the schema `from` and fail with the schema `to`. Both are created in a scratch schema
/// that is rolled back, as for [`check`](super::check()).
///
/// If `found` are the queries of the program that runs now, these are the ones that a migration breaks before the new program
/// is deployed.
///
/// ```no_run
/// use schema_ddl::model::Model;
/// use schema_kit::queries;
/// use sqlx::{Connection as _, PgConnection};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let (from, to) = (Model::default(), Model::default());
/// let found = queries::read("target/release/clinic")?;
/// let mut connection = PgConnection::connect("postgres://localhost/clinic").await?;
/// for query in queries::broken_by(&mut connection, &found, &from, &to).await? {
///     print!("{query}");
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// If the server refuses a statement that creates a schema, or the connection fails.
pub async fn broken_by(
    connection: &mut PgConnection,
    found: &[Found],
    from: &Model,
    to: &Model,
) -> Result<Vec<Broken>, QueriesError> {
    let all: Vec<&Found> = found.iter().collect();
    let broken = failing(connection, &all, to).await?;
    if broken.is_empty() {
        return Ok(Vec::new());
    }
    // The other schema is created only for these.
    let failed: Vec<&Found> = broken.iter().map(|(query, _)| *query).collect();
    let before = failing(connection, &failed, from).await?;
    let mut result = Vec::new();
    for (query, mut problems) in broken {
        if let Some((_, old)) = before.iter().find(|(other, _)| *other == query) {
            // A query that did not work at all cannot break; one that fails for some rows can.
            if old
                .iter()
                .any(|problem| matches!(problem, Problem::Refused { .. }))
            {
                continue;
            }
            problems.retain(|problem| !old.contains(problem));
        }
        if !problems.is_empty() {
            let sql = query.sql.clone();
            result.push(Broken { sql, problems });
        }
    }
    Ok(result)
}

/// Returns the queries that fail with a schema, each with the reasons.
async fn failing<'q>(
    connection: &mut PgConnection,
    found: &[&'q Found],
    model: &Model,
) -> Result<Vec<(&'q Found, Vec<Problem>)>, QueriesError> {
    in_scratch(connection, model, found, async |connection, catalog| {
        let mut failing = Vec::new();
        for &query in found {
            let mut problems = Vec::new();
            for sent in query.sent() {
                let mut savepoint = connection.begin().await?;
                let others = failures(&mut savepoint, catalog, query, sent).await?;
                savepoint.rollback().await?;
                prepare::forget(connection, query).await?;
                add(&mut problems, others);
            }
            if !problems.is_empty() {
                failing.push((query, problems));
            }
        }
        Ok(failing)
    })
    .await
}

async fn failures(
    connection: &mut PgConnection,
    catalog: &Catalog,
    query: &Found,
    sent: &[Option<ExpectedType>],
) -> sqlx::Result<Vec<Problem>> {
    let prepared = prepare::prepare(connection, catalog, &query.sql, sent).await?;
    let mut problems = match prepared {
        Ok(prepared) => column_problems(catalog, query, &prepared),
        Err(problem) => vec![problem],
    };
    problems.retain(Problem::is_failure);
    Ok(problems)
}
