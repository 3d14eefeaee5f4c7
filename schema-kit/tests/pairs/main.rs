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
//! from the steps that were made must be open. Half of these plans end half way, and another plan does the rest. After each of
//! these pairs comes another one, of a table whose columns get other types, with their indexes and constraints.
//!
//! Every second pair is also changed by migrations: `generate` writes them from the schemas as they are written, `migrate`
//! applies them, and must come to the same schema as the plan; `rollback` must restore the first schema, and its rows
//! unless a danger says that values are lost.
//!
//! A run prints the changes of each kind of object and of each property ([`coverage`]), and those that it did not make. A
//! whole run fails if there are such, or if it did not choose each alternative of the generator.
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
mod coverage;
mod database;
mod dump;
mod generate;
mod migrate;
mod prove;
mod rewrite;
mod rows;

use std::collections::BTreeMap;
use std::env;
use std::time::{Duration, Instant};

use schema_tests::choices::{self, Choices, shrink};
use schema_tests::db;

use self::coverage::Coverage;
use self::database::Target;
use self::prove::{Proof, Way, prove};

/// The seed of the first pair. The next pair has the next seed.
const SEED: &str = "SCHEMA_PAIRS_SEED";
/// The number of pairs.
const PAIRS: &str = "SCHEMA_PAIRS";
/// The number of pairs of a whole run.
const ALL: u64 = 500;
/// How long a failure is shrunk.
const SHRUNK: Duration = Duration::from_secs(40);
/// The number of failures after which a run ends.
const REPORTED: usize = 5;

fn number(variable: &str, default: u64) -> u64 {
    let value = env::var(variable).ok();
    value.map_or(default, |value| value.parse().unwrap())
}

/// How a pair is proved.
#[derive(Debug, Clone, Copy)]
struct Course {
    way: Way,
    with_migrations: bool,
    /// True for a pair of a table whose columns get other types.
    is_retyped: bool,
}

impl Course {
    const fn of_seed(seed: u64) -> Self {
        Self {
            way: match seed % 6 {
                0 => Way::Interrupted,
                3 => Way::Online,
                _ => Way::Plain,
            },
            with_migrations: (seed / 6).is_multiple_of(2),
            is_retyped: false,
        }
    }

    /// Each pair that is changed online is followed by another one, of a table whose columns get other types.
    fn all_of_seed(seed: u64) -> Vec<Self> {
        let first = Self::of_seed(seed);
        let second = Self {
            is_retyped: true,
            ..first
        };
        let both = [first, second].into_iter();
        both.filter(|one| !one.is_retyped || one.way != Way::Plain)
            .collect()
    }
}

/// Makes the pair of these choices and proves it.
async fn attempt(c: &mut Choices, target: &mut Target, course: Course) -> Result<Proof, String> {
    c.begin(true);
    let pair = if course.is_retyped {
        generate::retyped_pair(c)
    } else {
        generate::pair(c, &target.user)
    };
    prove(target, course.way, course.with_migrations, &pair).await
}

/// Shrinks a pair that fails, and describes it.
async fn shrunk(choices: &Choices, target: &mut Target, course: Course) -> String {
    let start = Instant::now();
    let numbers = shrink(choices.numbers(), async |numbers| {
        let mut choices = Choices::replay(numbers.to_vec());
        start.elapsed() < SHRUNK && attempt(&mut choices, target, course).await.is_err()
    })
    .await;
    let mut choices = Choices::replay(numbers);
    match attempt(&mut choices, target, course).await {
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

/// What a run has found.
#[derive(Debug, Default)]
struct Run {
    changed: usize,
    split: usize,
    swapped: usize,
    rewritten: usize,
    migrated: usize,
    /// The pairs whose rows do not fit, by the error.
    refused: BTreeMap<String, usize>,
    failures: Vec<String>,
    alternatives: choices::Coverage,
    coverage: Coverage,
}

impl Run {
    fn add(&mut self, proof: Proof) {
        self.changed += usize::from(proof.actions > 0);
        self.split += usize::from(proof.split);
        self.rewritten += proof.rewritten;
        if proof.refused.is_none() {
            self.swapped += proof.swapped;
        }
        self.migrated += usize::from(proof.migrated);
        self.coverage.extend(proof.coverage);
        if let Some(code) = proof.refused {
            *self.refused.entry(code).or_default() += 1;
        }
    }

    fn print(&self, pairs: u64) {
        print(&format!(
            "not changed by this run: {}",
            self.coverage.missing().join(", ")
        ));
        print(&format!(
            "{pairs} pairs, {} with changes, {} in several transactions, {} by migrations; {} columns replaced, {} tables written again; refused because of rows: {:?}\n{}\n{} alternatives:{}",
            self.changed,
            self.split,
            self.migrated,
            self.swapped,
            self.rewritten,
            self.refused,
            self.coverage,
            self.alternatives.len(),
            self.alternatives.list()
        ));
    }

    /// Fails if a whole run has tested too little.
    fn check(&self, pairs: u64) {
        let by_rows: usize = self.refused.values().sum();
        assert!(
            (by_rows as u64) * 2 < pairs,
            "{by_rows} pairs failed because of rows"
        );
        let Self {
            changed,
            split,
            swapped,
            rewritten,
            migrated,
            ..
        } = self;
        assert!(*changed > 490, "only {changed} pairs have changes");
        assert!(*split > 100, "only {split} plans have several transactions");
        assert!(*migrated > 110, "only {migrated} pairs by migrations");
        assert!(*swapped > 60, "only {swapped} columns were replaced");
        assert!(
            *rewritten > 80,
            "only {rewritten} tables were written again"
        );
        let mut missing = self.alternatives.missing();
        missing.extend(self.coverage.missing());
        assert!(missing.is_empty(), "never made:\n{}", missing.join("\n"));
    }
}

#[test]
#[ignore = "needs a database of its own and the native server; runs with DATABASE_URL set and --include-ignored"]
fn every_pair_converges() {
    db::run_concurrent(async |db| {
        let mut target = Target::create(&db).await;
        let first = number(SEED, 1);
        let pairs = number(PAIRS, ALL);
        let mut run = Run::default();
        let start = Instant::now();
        for seed in first..first + pairs {
            for course in Course::all_of_seed(seed) {
                let mut choices = Choices::of_seed(seed);
                let result = attempt(&mut choices, &mut target, course).await;
                run.alternatives.add(&choices);
                match result {
                    Ok(proof) => run.add(proof),
                    Err(error) => {
                        progress(&format!("{SEED}={seed}: {error}; shrinking"));
                        let report = shrunk(&choices, &mut target, course).await;
                        run.failures
                            .push(format!("{SEED}={seed} {PAIRS}=1\n{report}"));
                    }
                }
            }
            let made = seed + 1 - first;
            if made.is_multiple_of(100) {
                progress(&format!("{made} pairs in {} s", start.elapsed().as_secs()));
            }
            if run.failures.len() == REPORTED {
                break;
            }
        }
        target.drop(&db).await;
        run.print(pairs);
        assert!(run.failures.is_empty(), "{}", run.failures.join("\n\n"));
        if pairs >= ALL {
            run.check(pairs);
        }
    });
}
