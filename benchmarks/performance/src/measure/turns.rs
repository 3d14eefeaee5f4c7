//! A program that runs a number of repetitions for each line of its standard input.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

/// The running program. It is killed on drop.
pub(crate) struct Turns {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Turns {
    /// Starts the program.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("could not start {command:?}"))?;
        let input = child.stdin.take();
        let output = child.stdout.take();
        Ok(Self {
            input: input.context("the driver has no standard input")?,
            output: BufReader::new(output.context("the driver has no standard output")?),
            child,
        })
    }

    /// Runs the repetitions and returns the nanoseconds they took.
    pub(crate) fn run(&mut self, repetitions: u32) -> Result<f64> {
        writeln!(self.input, "{repetitions}")?;
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            bail!("the driver ends: {}", self.child.wait()?);
        }
        Ok(line.trim().parse()?)
    }

    /// The CPU time used so far, by all threads, in user and kernel mode.
    ///
    /// Reads `schedstat`, which is exact: <https://docs.kernel.org/scheduler/sched-stats.html>.
    pub(crate) fn cpu(&self) -> Result<Duration> {
        let mut nanoseconds = 0;
        for thread in fs::read_dir(self.process("task"))? {
            let text = fs::read_to_string(thread?.path().join("schedstat"))?;
            let time = text.split(' ').next().context("`schedstat` is empty")?;
            nanoseconds += time.parse::<u64>()?;
        }
        Ok(Duration::from_nanos(nanoseconds))
    }

    /// The peak memory so far, in KiB.
    ///
    /// Reads `VmHWM`: <https://man7.org/linux/man-pages/man5/proc_pid_status.5.html>.
    pub(crate) fn peak_memory(&self) -> Result<u64> {
        let status = fs::read_to_string(self.process("status"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let size = line.and_then(|line| line.trim().strip_suffix(" kB"));
        Ok(size.context("`VmHWM` is missing")?.parse()?)
    }

    fn process(&self, file: &str) -> PathBuf {
        PathBuf::from(format!("/proc/{}/{file}", self.child.id()))
    }
}

impl Drop for Turns {
    fn drop(&mut self) {
        // Closing its input ends the program; otherwise kill it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
