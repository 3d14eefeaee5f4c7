//! Running a driver under callgrind, and reading what it counted.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::{self, Command};

use schema_benchmarks::{Result, Workload};
use serde::{Deserialize, Serialize};

/// What one unit of a workload costs the client.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Cost {
    pub(crate) instructions: f64,
    pub(crate) allocations: f64,
}

/// What a driver's run cost in all.
struct Total {
    instructions: u64,
    allocations: u64,
}

/// The functions of the C library by which Rust's allocator gets memory.
const ALLOCATORS: [&str; 5] = [
    "malloc",
    "calloc",
    "realloc",
    "posix_memalign",
    "aligned_alloc",
];

pub(crate) fn measure(driver: &Path, url: &str, workload: Workload) -> Result<Cost> {
    let repetitions = workload.repetitions();
    let once = run(driver, url, workload, repetitions)?;
    let twice = run(driver, url, workload, 2 * repetitions)?;
    let units = f64::from(repetitions) * f64::from(workload.units());
    Ok(Cost {
        instructions: per_unit(once.instructions, twice.instructions, units),
        allocations: per_unit(once.allocations, twice.allocations, units),
    })
}

/// To one decimal: what is behind it differs from run to run.
fn per_unit(once: u64, twice: u64, units: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "far below 2⁵³")]
    let difference = twice.saturating_sub(once) as f64;
    (difference / units * 10.0).round() / 10.0
}

fn run(driver: &Path, url: &str, workload: Workload, repetitions: u32) -> Result<Total> {
    let profile =
        std::env::temp_dir().join(format!("schema-benchmarks.{}.callgrind", process::id()));
    let output = Command::new("valgrind")
        .arg("--tool=callgrind")
        .arg(format!("--callgrind-out-file={}", profile.display()))
        .arg(driver)
        .args([url, workload.name(), &repetitions.to_string()])
        .output()
        .map_err(|error| format!("valgrind does not start: {error}"))?;
    if !output.status.success() {
        let error = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{} fails under callgrind: {error}", driver.display()).into());
    }
    let text = String::from_utf8_lossy(&fs::read(&profile)?).into_owned();
    fs::remove_file(&profile)?;
    parse(&text)
}

/// Reads callgrind's format: <https://valgrind.org/docs/manual/cl-format.html>.
fn parse(profile: &str) -> Result<Total> {
    let mut total = Total {
        instructions: 0,
        allocations: 0,
    };
    // A name is spelled out where its number is used first.
    let mut names = HashMap::new();
    let mut called = "";
    for line in profile.lines() {
        if let Some(name) = line.strip_prefix("fn=") {
            let _ = resolve(&mut names, name);
        } else if let Some(name) = line.strip_prefix("cfn=") {
            called = resolve(&mut names, name);
        } else if let Some(calls) = line.strip_prefix("calls=") {
            if ALLOCATORS.contains(&called) {
                total.allocations += first_number(calls)?;
            }
        } else if let Some(instructions) = line.strip_prefix("totals:") {
            total.instructions = first_number(instructions)?;
        }
    }
    if total.instructions == 0 || total.allocations == 0 {
        return Err("callgrind's profile has no totals, or no calls of `malloc`".into());
    }
    Ok(total)
}

/// `(12) name`, or `(12)` for a name that was spelled out before.
fn resolve<'a>(names: &mut HashMap<&'a str, &'a str>, text: &'a str) -> &'a str {
    match text.split_once(' ') {
        Some((number, name)) => {
            names.insert(number, name);
            name
        }
        None => names.get(text).copied().unwrap_or(text),
    }
}

fn first_number(text: &str) -> Result<u64> {
    let number = text.split_whitespace().next().unwrap_or_default();
    Ok(number.parse()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_calls_by_name() {
        let total = parse(
            "fn=(1) main\n1 10\ncfn=(2) malloc\ncalls=3 0\n1 30\ncfn=(3) free\ncalls=5 0\n1 5\n\
             fn=(4) other\ncfn=(2)\ncalls=4 0\n1 9\n\ntotals: 1234\n",
        )
        .unwrap();
        assert_eq!((total.instructions, total.allocations), (1234, 7));
    }

    #[test]
    fn refuses_what_is_no_profile() {
        assert!(parse("events: Ir\n").is_err());
    }
}
