//! Random queries over random tables, built through the public API.
//!
//! The server prepares each query with the types of our values, and runs it. The test fails if
//!
//! - the server refuses the query;
//! - a column has another type or number than the query's decoder says;
//! - a column is NULL that is never NULL by our types. The tables have few rows, and many NULLs;
//! - one text has parameters of different types: statements are cached by their text.
//!
//! A query is made by functions that return boxed parts, so that the types of a few hundred functions are compiled rather
//! than those of fifteen thousand queries. [`choices`](schema_tests::choices) decides what is made, and shrinks a query that fails.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::many_single_char_names,
    reason = "tests, which name operands `a` and `b`"
)]

mod aggregate;
mod combine;
mod conditions;
mod correlated;
mod expression;
mod run;
mod select;
mod special;
mod tables;
mod write;

use std::collections::{BTreeMap, HashMap};
use std::env;

use schema_tests::db::{self, TestDb};
use sqlx::{Connection as _, PgConnection};

use self::run::{Made, Outcome};
use schema_tests::choices::{Choices, Coverage, shrink};
use schema_tests::choose;

/// The seed of the first query. The next query has the next seed.
const SEED: &str = "SCHEMA_RANDOM_SEED";
/// The number of different queries.
const QUERIES: &str = "SCHEMA_RANDOM_QUERIES";
/// The number of seeds for which the tables have the same rows.
const SAME_ROWS: u64 = 400;
/// The number of different failures after which a run ends.
const REPORTED: usize = 20;
/// The number of statements that a connection keeps prepared.
const PREPARED: usize = 50;

/// Makes the query of these choices.
fn statement(c: &mut Choices, postgres_18: bool) -> Made {
    c.begin(postgres_18);
    choose!(c, "statement"; ;
        "select" => select::from_one_table(c),
        "join" => select::from_join(c),
        "select, again" => select::from_one_table(c),
        "join, again" => select::from_join(c),
        "derived table" => combine::derived(c),
        "with" => combine::named(c),
        "set operation" => combine::set_operation(c),
        "function" => combine::function_table(c),
        "other clauses" => combine::other_select(c),
        "aggregate" => aggregate::aggregate(c),
        "group by" => aggregate::group(c),
        "window" => aggregate::window(c),
        "insert" => write::insert(c),
        "update" => write::update(c),
        "delete" => write::delete(c),
        "merge" => write::merge(c),
    )
}

fn number(variable: &str, default: u64) -> u64 {
    let value = env::var(variable).ok();
    value.map_or(default, |value| value.parse().unwrap())
}

/// Counts of the queries of a run.
#[derive(Debug, Default)]
struct Summary {
    coverage: Coverage,
    /// The types of the parameters of each text.
    parameters: HashMap<String, Vec<String>>,
    /// The errors that depend on data, by their code.
    errors: BTreeMap<String, usize>,
    with_rows: usize,
    without_rows: usize,
    /// The queries that failed: the seed and the error, and the shrunk query.
    failures: Vec<(String, String)>,
}

impl Summary {
    /// Notes a query that the server accepted.
    fn add(&mut self, sql: String, outcome: Outcome) -> Result<(), String> {
        match outcome.rows {
            Ok(0) => self.without_rows += 1,
            Ok(_) => self.with_rows += 1,
            Err(code) => *self.errors.entry(code).or_default() += 1,
        }
        match self.parameters.get(&sql) {
            Some(types) if *types != outcome.parameters => Err(format!(
                "the parameters are {:?}, and were {types:?} with the same text",
                outcome.parameters
            )),
            Some(_) => Ok(()),
            None => {
                self.parameters.insert(sql, outcome.parameters);
                Ok(())
            }
        }
    }
}

async fn run(db: &TestDb, queries: u64) -> Summary {
    let mut connection = db.pool().acquire().await.unwrap();
    sqlx::query("set statement_timeout = '5s'")
        .execute(&mut *connection)
        .await
        .unwrap();
    let postgres_18 = db.server_version_num() >= 180_000;
    let create = tables::SCHEMA.create().unwrap();
    create.execute(&mut *connection).await.unwrap();
    let mut summary = Summary::default();
    let queries = usize::try_from(queries).unwrap();
    let mut seed = number(SEED, 1);
    let last = seed + 3 * queries as u64;
    let mut rows = None;
    while summary.parameters.len() < queries && seed < last {
        if rows != Some(seed / SAME_ROWS) {
            rows = Some(seed / SAME_ROWS);
            tables::fill(seed / SAME_ROWS, &mut connection).await;
        }
        if connection.cached_statements_size() > PREPARED {
            connection.clear_cached_statements().await.unwrap();
        }
        let mut choices = Choices::of_seed(seed);
        let made = statement(&mut choices, postgres_18);
        let sql = made.sql().to_owned();
        let is_known = summary.parameters.contains_key(&sql);
        let result = made.check(&mut connection, is_known).await;
        summary.coverage.add(&choices);
        let result = result.and_then(|outcome| summary.add(sql, outcome));
        if let Err(error) = result {
            progress(&format!("{SEED}={seed}: {error}; shrinking"));
            let report = shrunk(&choices, &mut connection, postgres_18).await;
            if summary.failures.iter().all(|(_, other)| *other != report) {
                let title = format!("{SEED}={seed} {QUERIES}=1 fails: {error}");
                summary.failures.push((title, report));
            }
            if summary.failures.len() == REPORTED {
                break;
            }
        }
        seed += 1;
    }
    summary
}

/// Shrinks a query that fails, and describes it.
async fn shrunk(choices: &Choices, connection: &mut PgConnection, postgres_18: bool) -> String {
    let numbers = shrink(choices.numbers(), async |numbers| {
        connection.clear_cached_statements().await.unwrap();
        let made = statement(&mut Choices::replay(numbers.to_vec()), postgres_18);
        made.check(connection, false).await.is_err()
    })
    .await;
    connection.clear_cached_statements().await.unwrap();
    let mut choices = Choices::replay(numbers);
    let made = statement(&mut choices, postgres_18);
    let sql = made.sql().to_owned();
    let error = match made.check(connection, false).await {
        Ok(_) => "only after other queries".to_owned(),
        Err(error) => error,
    };
    format!("shrunk: {error}\n{sql}\n\n{}", choices.tree())
}

#[expect(clippy::print_stderr, reason = "a failure is shrunk for some seconds")]
fn progress(text: &str) {
    eprintln!("{text}");
}

#[expect(clippy::print_stdout, reason = "the coverage of the run")]
fn print(summary: &Summary) {
    println!(
        "{} different queries; {} returned or changed rows, {} none; errors of data: {:?}\n{} alternatives:{}",
        summary.parameters.len(),
        summary.with_rows,
        summary.without_rows,
        summary.errors,
        summary.coverage.len(),
        summary.coverage.list(),
    );
}

/// Fails with the shrunk queries.
fn assert_no_failure(summary: &Summary) {
    let failures = summary.failures.iter();
    let failures: Vec<_> = failures
        .map(|(title, report)| format!("{title}\n{report}\n"))
        .collect();
    assert!(
        failures.is_empty(),
        "{} failures:\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
#[ignore = "the embedded Postgres has other numbers of address families, so it refuses our `inet` values; runs with DATABASE_URL set and --include-ignored"]
fn a_server_accepts_random_queries() {
    db::run(async |db| {
        let queries = number(QUERIES, 15_000);
        let summary = run(&db, queries).await;
        print(&summary);
        assert_no_failure(&summary);
        if queries < 15_000 {
            return; // one query of a failure
        }
        assert_eq!(summary.parameters.len(), 15_000);
        let errors: usize = summary.errors.values().sum();
        assert!(errors * 4 < 15_000, "{errors} errors of data");
        assert!(
            summary.with_rows > 5_000,
            "only {} queries with rows",
            summary.with_rows
        );
        let missing = summary.coverage.missing();
        assert!(missing.is_empty(), "never made:\n{}", missing.join("\n"));
    });
}
