//! Runs a command in the folder of a program, and measures it.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike as _;

/// Prefixes of the variables that configure Cargo, or that Cargo sets for the programs that it runs.
const SETTINGS: [&str; 6] = [
    "CARGO_BUILD_",
    "CARGO_INCREMENTAL",
    "CARGO_PROFILE_",
    "CARGO_TARGET_",
    "RUSTC_",
    "RUSTFLAGS",
];

/// A program and its arguments.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Tool {
    Cargo(&'static [&'static str]),
    Sqlx(&'static [&'static str]),
    Diesel(&'static [&'static str]),
}

/// A command that was run.
#[derive(Debug)]
pub(crate) struct Run {
    /// Seconds until it exited.
    pub(crate) wall: f64,
    /// Seconds of processor time of it and its child processes.
    pub(crate) cpu: f64,
    pub(crate) success: bool,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Tool {
    /// Runs the command.
    pub(crate) fn run(self, directory: &Path, url: &str) -> Result<Run> {
        let (program, arguments) = match self {
            Self::Cargo(arguments) => ("cargo", arguments),
            Self::Sqlx(arguments) => ("sqlx", arguments),
            Self::Diesel(arguments) => ("diesel", arguments),
        };
        let mut command = Command::new(program);
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if SETTINGS.iter().any(|setting| text.starts_with(setting)) {
                command.env_remove(&name);
            }
        }
        command
            .args(arguments)
            .current_dir(directory)
            .stdin(Stdio::null())
            .env("DATABASE_URL", url)
            .env("CARGO_TERM_COLOR", "never")
            .env("CARGO_NET_OFFLINE", "true");
        let before = processor_seconds()?;
        let start = Instant::now();
        let output = command
            .output()
            .with_context(|| format!("`{program}` does not start; see benchmarks/day/README.md"))?;
        Ok(Run {
            wall: start.elapsed().as_secs_f64(),
            cpu: processor_seconds()? - before,
            success: output.status.success(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        })
    }

    /// Runs the command, which must succeed.
    pub(crate) fn succeed(self, directory: &Path, url: &str) -> Result<Run> {
        let run = self.run(directory, url)?;
        ensure!(
            run.success,
            "{self:?} failed in {}:\n{}{}",
            directory.display(),
            run.stdout,
            run.stderr
        );
        Ok(run)
    }
}

/// The processor time of all child processes that have been waited for, and of theirs.
fn processor_seconds() -> Result<f64> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let microseconds = (usage.user_time() + usage.system_time()).num_microseconds();
    #[expect(clippy::cast_precision_loss, reason = "no program runs for 285 years")]
    Ok(microseconds as f64 / 1e6)
}
