//! Running a program under callgrind, and reading what it counted.

use std::fs;
use std::path::Path;
use std::process::{self, Command};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context as _, Result, ensure};
use workloads::program::count::COUNTED;

use crate::drivers;

/// What a program did between its marks, in all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Counts {
    pub(crate) instructions: f64,
    pub(crate) allocations: f64,
    pub(crate) bytes: f64,
}

impl Counts {
    /// What one of so many units took.
    pub(crate) fn per(self, units: u32) -> Self {
        let units = f64::from(units);
        Self {
            instructions: self.instructions / units,
            allocations: self.allocations / units,
            bytes: self.bytes / units,
        }
    }
}

/// Runs `program count …`, and counts what it does in [`workloads::program::count::counted`].
pub(crate) fn count(program: &Path, arguments: &[&str]) -> Result<Counts> {
    let counts = count_if_done(program, arguments)?;
    counts.with_context(|| format!("{} does not do it", program.display()))
}

/// The same; `None` where the program says that it does not do that.
pub(crate) fn count_if_done(program: &Path, arguments: &[&str]) -> Result<Option<Counts>> {
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
    let allocated: Option<(f64, f64)> = serde_json::from_str(&output)
        .with_context(|| format!("{} does not print what it allocates", program.display()))?;
    let Some((allocations, bytes)) = allocated else {
        return Ok(None);
    };
    Ok(Some(Counts {
        instructions: total(&text)?,
        allocations,
        bytes,
    }))
}

/// Reads callgrind's format: <https://valgrind.org/docs/manual/cl-format.html>.
fn total(profile: &str) -> Result<f64> {
    let line = profile
        .lines()
        .find_map(|line| line.strip_prefix("totals:"));
    let total = line.context("callgrind's profile has no totals")?;
    let total: f64 = total.trim().parse()?;
    ensure!(
        total > 0.0,
        "callgrind saw nothing of what is to be counted"
    );
    Ok(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_total() {
        assert_eq!(
            total("fn=(1) main\n1 10\n\ntotals: 1234\n").ok(),
            Some(1234.0)
        );
    }

    #[test]
    fn refuses_what_is_no_profile() {
        assert!(total("events: Ir\n").is_err());
        assert!(total("totals: 0\n").is_err());
    }
}
