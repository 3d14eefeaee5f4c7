//! Runs Cargo and measures it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::signal::{Signal, killpg};
use nix::sys::time::TimeValLike as _;
use nix::unistd::Pid;
use serde::Deserialize;

/// Prefixes of environment variables that configure Cargo, or that Cargo sets for the programs it runs.
const SETTINGS: [&str; 9] = [
    "CARGO_BUILD_",
    "CARGO_ENCODED_",
    "CARGO_INCREMENTAL",
    "CARGO_MANIFEST_",
    "CARGO_PKG_",
    "CARGO_PROFILE_",
    "CARGO_TARGET_",
    "RUSTC_",
    "RUSTFLAGS",
];

/// The measurements of a run of Cargo.
#[derive(Debug, Clone, Default)]
pub(crate) struct Run {
    /// Seconds until it exited.
    pub(crate) wall: f64,
    /// Seconds of processor time of Cargo and its child processes.
    pub(crate) cpu: f64,
    /// Seconds until the first error.
    pub(crate) first_error: Option<f64>,
    /// The number of crates, compiled or up to date, without the leaf.
    pub(crate) crates: usize,
    errors: String,
    success: bool,
}

/// A line of `--message-format=json`.
#[derive(Deserialize)]
struct Message {
    reason: String,
    package_id: Option<String>,
    #[serde(rename = "message")]
    diagnostic: Option<Diagnostic>,
}

#[derive(Deserialize)]
struct Diagnostic {
    level: String,
    rendered: Option<String>,
}

/// Cargo in the directory of a package.
pub(crate) struct Cargo {
    directory: PathBuf,
}

impl Cargo {
    pub(crate) fn new(directory: &Path) -> Self {
        Self {
            directory: directory.to_owned(),
        }
    }

    pub(crate) fn target(&self) -> PathBuf {
        self.directory.join("target")
    }

    /// Clears environment variables that are meant for this program.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("cargo");
        command
            .args(arguments)
            .current_dir(&self.directory)
            .stdin(Stdio::null())
            .env("CARGO_TERM_COLOR", "never");
        for (name, _) in std::env::vars_os() {
            if SETTINGS
                .iter()
                .any(|setting| name.to_string_lossy().starts_with(setting))
            {
                command.env_remove(&name);
            }
        }
        command
    }

    /// Fetches all dependencies, so that no measured run uses the network.
    pub(crate) fn fetch(&self, locked: bool) -> Result<()> {
        let mut arguments = vec!["fetch", "--quiet"];
        if locked {
            arguments.push("--locked");
        }
        let status = self.command(&arguments).status().context("cargo")?;
        ensure!(
            status.success(),
            "cargo fetch failed in {}",
            self.directory.display()
        );
        Ok(())
    }

    /// Updates all dependencies.
    pub(crate) fn update(&self) -> Result<()> {
        let status = self.command(&["update"]).status().context("cargo")?;
        ensure!(
            status.success(),
            "cargo update fails in {}",
            self.directory.display()
        );
        Ok(())
    }

    /// Runs Cargo to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Result<Run> {
        self.run_until(arguments, false)
    }

    /// Runs Cargo until the first error, then stops it.
    pub(crate) fn run_to_first_error(&self, arguments: &[&str]) -> Result<Run> {
        self.run_until(arguments, true)
    }

    fn run_until(&self, arguments: &[&str], first_error: bool) -> Result<Run> {
        let before = processor_seconds()?;
        let log = File::create(self.directory.join("cargo.log"))?;
        let start = Instant::now();
        let mut child = self
            .command(arguments)
            .args(["--offline", "--message-format=json"])
            .stdout(Stdio::piped())
            .stderr(log)
            .process_group(0)
            .spawn()
            .context("cargo")?;
        let group = Pid::from_raw(i32::try_from(child.id())?);
        let stdout = child.stdout.take().context("cargo has no output")?;

        let mut run = Run::default();
        let mut crates = BTreeSet::new();
        for line in BufReader::new(stdout).lines() {
            let message: Message = serde_json::from_str(&line?)?;
            if message.reason == "compiler-artifact" {
                crates.extend(message.package_id);
            } else if let Some(diagnostic) = message.diagnostic.filter(|it| it.level == "error") {
                if run.first_error.is_none() {
                    run.first_error = Some(start.elapsed().as_secs_f64());
                }
                run.errors += &diagnostic.rendered.unwrap_or_default();
                if first_error {
                    killpg(group, Signal::SIGTERM)?;
                    break;
                }
            }
        }
        run.success = child.wait()?.success();
        run.wall = start.elapsed().as_secs_f64();
        run.cpu = processor_seconds()? - before;
        run.crates = crates.len().saturating_sub(1);
        Ok(run)
    }

    /// Returns the package's code after macro expansion.
    ///
    /// The unstable flag is set for the package itself only. Otherwise all dependencies would be compiled again.
    pub(crate) fn expand(&self) -> Result<String> {
        let wrapper = self.directory.join("unstable-rustc");
        fs::write(&wrapper, "#!/bin/sh\nRUSTC_BOOTSTRAP=1 exec \"$@\"\n")?;
        fs::set_permissions(&wrapper, fs::Permissions::from_mode(0o755))?;
        let output = self
            .command(&["rustc", "--quiet", "--offline", "--profile", "check"])
            .args(["--", "-Zunpretty=expanded"])
            .env("RUSTC_WORKSPACE_WRAPPER", wrapper)
            .output()?;
        if !output.status.success() {
            bail!("{}", String::from_utf8_lossy(&output.stderr));
        }
        Ok(String::from_utf8(output.stdout)?)
    }
}

impl Run {
    /// Fails if the compiler reported errors.
    pub(crate) fn assert_success(self, name: &str) -> Result<Self> {
        ensure!(
            self.success,
            "the crate of {name} does not compile:\n{}",
            self.errors
        );
        Ok(self)
    }
}

/// The processor time of all child processes that have been waited for, and of theirs.
fn processor_seconds() -> Result<f64> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let microseconds = (usage.user_time() + usage.system_time()).num_microseconds();
    #[expect(clippy::cast_precision_loss, reason = "no program runs for 285 years")]
    Ok(microseconds as f64 / 1e6)
}
