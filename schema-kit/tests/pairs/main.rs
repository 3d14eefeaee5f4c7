//! Random pairs of schemas: a database with the first one and rows becomes one with the second.
//!
//! For each pair the test creates the first schema, fills its tables, and changes it to the second. It fails if
//!
//! - the server refuses a statement for another reason than the rows, or a refused change leaves something behind;
//! - a second comparison finds a difference;
//! - a value is lost whose table and column are in both schemas with the same type;
//! - the way back does not restore the first schema;
//! - a table gets another file, although no danger of the plan says that it is written again;
//! - `pg_dump` prints the schema that was changed and the same one, newly created, in different ways. It knows nothing of
//!   this crate, so it sees what both sides of a comparison overlook.
//!
//! Every third pair is changed online: in several transactions, without long locks. If its rows do not fit, the way back
//! from the steps that were made must be open. Half of these plans end half way, and another plan does the rest.
//!
//! `PG_DUMP` is the path of `pg_dump`, if it is not on the `PATH`. It must not be older than the server.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::many_single_char_names,
    reason = "tests, in which the choices are `c`"
)]

mod apply;
mod dump;
mod generate;
mod prove;
mod rewrite;

use std::collections::BTreeMap;
use std::env;

use schema_tests::choices::{Choices, Coverage, shrink};
use schema_tests::db;
use sqlx::PgConnection;

use self::prove::{Proof, Way, prove};

/// The seed of the first pair. The next pair has the next seed.
const SEED: &str = "SCHEMA_PAIRS_SEED";
/// The number of pairs.
const PAIRS: &str = "SCHEMA_PAIRS";
/// The number of pairs of a whole run.
const ALL: u64 = 500;
/// The number of failures after which a run ends.
const REPORTED: usize = 5;

fn number(variable: &str, default: u64) -> u64 {
    let value = env::var(variable).ok();
    value.map_or(default, |value| value.parse().unwrap())
}

/// Makes the pair of these choices and proves it.
async fn attempt(
    c: &mut Choices,
    connection: &mut PgConnection,
    url: &str,
    way: Way,
) -> Result<Proof, String> {
    c.begin(true);
    let (first, second) = generate::pair(c);
    prove(connection, url, way, &first, &second).await
}

/// Shrinks a pair that fails, and describes it.
async fn shrunk(choices: &Choices, connection: &mut PgConnection, url: &str, way: Way) -> String {
    let numbers = shrink(choices.numbers(), async |numbers| {
        attempt(&mut Choices::replay(numbers.to_vec()), connection, url, way)
            .await
            .is_err()
    })
    .await;
    let mut choices = Choices::replay(numbers);
    match attempt(&mut choices, connection, url, way).await {
        Ok(_) => "only after other pairs".to_owned(),
        Err(error) => format!("{error}\n\n{}", choices.tree()),
    }
}

#[expect(clippy::print_stderr, reason = "a failure is shrunk for some seconds")]
fn progress(text: &str) {
    eprintln!("{text}");
}

#[expect(clippy::print_stdout, reason = "the coverage of the run")]
fn print(text: &str) {
    println!("{text}");
}

#[test]
#[ignore = "drops and creates its schema, which needs the native server; runs with DATABASE_URL set and --include-ignored"]
fn every_pair_converges() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let first = number(SEED, 1);
        let pairs = number(PAIRS, ALL);
        let mut coverage = Coverage::default();
        let mut refused: BTreeMap<String, usize> = BTreeMap::new();
        let (mut changed, mut split, mut rewritten) = (0, 0, 0);
        let mut failures: Vec<String> = vec![];
        for seed in first..first + pairs {
            let way = match seed % 6 {
                0 => Way::Interrupted,
                3 => Way::Online,
                _ => Way::Plain,
            };
            let mut choices = Choices::of_seed(seed);
            let result = attempt(&mut choices, &mut connection, db.url(), way).await;
            coverage.add(&choices);
            match result {
                Ok(proof) => {
                    changed += usize::from(proof.actions > 0);
                    split += usize::from(proof.split);
                    rewritten += proof.rewritten;
                    if let Some(code) = proof.refused {
                        *refused.entry(code).or_default() += 1;
                    }
                }
                Err(error) => {
                    progress(&format!("{SEED}={seed}: {error}; shrinking"));
                    let report = shrunk(&choices, &mut connection, db.url(), way).await;
                    failures.push(format!("{SEED}={seed} {PAIRS}=1\n{report}"));
                }
            }
            if failures.len() == REPORTED {
                break;
            }
        }
        print(&format!(
            "{pairs} pairs, {changed} with changes, {split} in several transactions; {rewritten} tables written again; refused because of rows: {refused:?}\n{} alternatives:{}",
            coverage.len(),
            coverage.list()
        ));
        assert!(failures.is_empty(), "{}", failures.join("\n\n"));
        if pairs < ALL {
            return; // the pair of a failure
        }
        let by_rows: usize = refused.values().sum();
        assert!(
            (by_rows as u64) * 2 < pairs,
            "{by_rows} pairs failed because of rows"
        );
        assert!(changed > 470, "only {changed} pairs have changes");
        assert!(split > 90, "only {split} plans have several transactions");
        assert!(rewritten > 30, "only {rewritten} tables were written again");
        let missing = coverage.missing();
        assert!(missing.is_empty(), "never made:\n{}", missing.join("\n"));
    });
}
