//! Runs a program under callgrind and reads the counts.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::{self, Command};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context as _, Result, ensure};
use workloads::program::count::COUNTED;

use crate::drivers;

/// The total counts of a program between its marks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Counts {
    pub(crate) instructions: f64,
    pub(crate) allocations: f64,
    pub(crate) bytes: f64,
}

impl Counts {
    /// Divides the counts by a number of units.
    pub(crate) fn per(self, units: u32) -> Self {
        let units = f64::from(units);
        Self {
            instructions: self.instructions / units,
            allocations: self.allocations / units,
            bytes: self.bytes / units,
        }
    }
}

/// Runs `program count …` and counts in [`workloads::program::count::counted`].
pub(crate) fn count(program: &Path, arguments: &[&str]) -> Result<Counts> {
    let counts = count_if_done(program, arguments)?;
    counts.with_context(|| format!("{} does not support the workload", program.display()))
}

/// Like the function above, but returns `None` if the program does not support the workload.
pub(crate) fn count_if_done(program: &Path, arguments: &[&str]) -> Result<Option<Counts>> {
    let (output, profile) = run(program, arguments)?;
    let allocated: Option<(f64, f64)> = serde_json::from_str(&output)
        .with_context(|| format!("{} did not print its allocations", program.display()))?;
    let Some((allocations, bytes)) = allocated else {
        return Ok(None);
    };
    Ok(Some(Counts {
        instructions: total(&profile)?,
        allocations,
        bytes,
    }))
}

/// Counts instructions by function.
pub(crate) fn functions(program: &Path, arguments: &[&str]) -> Result<HashMap<String, f64>> {
    by_function(&run(program, arguments)?.1)
}

/// Returns the program's output and callgrind's profile.
fn run(program: &Path, arguments: &[&str]) -> Result<(String, String)> {
    static RUN: AtomicU32 = AtomicU32::new(0);
    let run = RUN.fetch_add(1, Ordering::Relaxed);
    let profile = std::env::temp_dir().join(format!("schema-benchmarks.{}.{run}", process::id()));
    let output = drivers::run(
        Command::new("valgrind")
            .args(["--quiet", "--tool=callgrind"])
            .arg(format!("--callgrind-out-file={}", profile.display()))
            .arg(format!("--toggle-collect={COUNTED}"))
            .arg(program)
            .arg("count")
            .args(arguments),
    )
    .context("under callgrind")?;
    let text = String::from_utf8_lossy(&fs::read(&profile)?).into_owned();
    fs::remove_file(&profile)?;
    Ok((output, text))
}

/// Reads callgrind's format: <https://valgrind.org/docs/manual/cl-format.html>.
fn total(profile: &str) -> Result<f64> {
    let line = profile
        .lines()
        .find_map(|line| line.strip_prefix("totals:"));
    let total = line.context("callgrind's profile has no totals")?;
    let total: f64 = total.trim().parse()?;
    ensure!(total > 0.0, "callgrind did not see the function to count");
    Ok(total)
}

/// The instructions of each function, without those of its callees.
fn by_function(profile: &str) -> Result<HashMap<String, f64>> {
    // A name is only written out at the first use of its number.
    let mut names = HashMap::new();
    let mut functions: HashMap<String, f64> = HashMap::new();
    let mut function = "";
    let mut is_call = false;
    for line in profile.lines() {
        if let Some(name) = line.strip_prefix("fn=") {
            function = resolve(&mut names, name);
        } else if let Some(name) = line.strip_prefix("cfn=") {
            let _ = resolve(&mut names, name);
        } else if line.starts_with("calls=") {
            is_call = true;
        } else if line.starts_with(|first: char| first.is_ascii_digit() || "+-*".contains(first)) {
            // The line after `calls=` has the cost of the callee, which is counted there.
            if !is_call && let Some(cost) = line.split_whitespace().nth(1) {
                *functions.entry(function.to_owned()).or_default() += cost.parse::<f64>()?;
            }
            is_call = false;
        }
    }
    Ok(functions)
}

/// Resolves `(12) name`, or `(12)` for a name that was written out before.
fn resolve<'a>(names: &mut HashMap<&'a str, &'a str>, text: &'a str) -> &'a str {
    match text.split_once(' ') {
        Some((number, name)) => {
            names.insert(number, name);
            name
        }
        None => names.get(text).copied().unwrap_or(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_total() {
        let profile = "fn=(1) main\n1 10\n\ntotals: 1234\n";
        assert!(total(profile).is_ok_and(|total| (total - 1_234.0).abs() < 0.5));
    }

    #[test]
    fn rejects_other_formats() {
        assert!(total("events: Ir\n").is_err());
        assert!(total("totals: 0\n").is_err());
    }

    #[test]
    fn callees_are_counted_separately() {
        let profile = "fn=(1) main\n1 10\ncfn=(2) malloc\ncalls=3 0\n1 30\n+1 5\n\nfn=(2)\n9 30\n";
        let functions = by_function(profile).unwrap();
        let main = functions.get("main").copied().unwrap_or_default();
        let malloc = functions.get("malloc").copied().unwrap_or_default();
        assert!((main - 15.0).abs() < 0.1 && (malloc - 30.0).abs() < 0.1);
    }
}
