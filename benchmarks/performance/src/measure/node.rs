//! CPU time and peak memory, compared with Drizzle and Prisma on Node.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use measurements::{Place, Sample};
use workloads::generate::TEXTS;
use workloads::{Kind, Workload};

use super::memory::{MEMORY, mebibytes};
use super::turns::Turns;
use crate::drivers::{self, Profile, SCHEMA};
use crate::options::Part;
use crate::paths;
use crate::record::Record;
use crate::server::Server;

/// The tables.
const CPU: &str = "CPU time";
const SQL_CPU: &str = "CPU time of generating SQL";

const FIND: Workload = Workload {
    kind: Kind::Find,
    rows: 1,
};
const ITEMS: Workload = Workload {
    kind: Kind::Items,
    rows: 10_000,
};
const CPU_ROWS: [(Workload, &str); 2] = [
    (FIND, "look-up by primary key"),
    (ITEMS, "10,000 rows of 8 columns"),
];
/// Each row of the table of memory, with its repetitions.
const MEMORY_ROWS: [(Workload, u32, &str); 4] = [
    (FIND, 0, "after connecting"),
    (FIND, 2_000, "look-up by primary key, 2,000 times"),
    (ITEMS, 1, "10,000 rows of 8 columns, once"),
    (ITEMS, 20, "10,000 rows of 8 columns, 20 times"),
];
/// The number of processes for each figure of memory.
const TRIES: usize = 5;

/// The drivers of the peers, in `benchmarks/node`.
const PEERS: [(&str, &str); 4] = [
    ("Drizzle", "drizzle.mjs"),
    ("Drizzle, prepared", "drizzle-prepared.mjs"),
    ("Prisma", "prisma.mjs"),
    ("Prisma, prepared", "prisma-prepared.mjs"),
];
/// The peers that do not generate SQL alone, with the reason.
const NO_SQL: [(&str, &str); 2] = [
    (
        "Drizzle, prepared",
        "the text is generated once, when the statement is prepared",
    ),
    (
        "Prisma",
        "it has no API that returns the text without running it",
    ),
];

/// The CPU time of a turn.
const TURN: Duration = Duration::from_millis(400);
/// The number of turns before the measured ones, for the just-in-time compiler.
const WARM_UP: usize = 5;
const ROUNDS: usize = 11;

/// Measures and records everything; skipped if Node is not installed.
pub(crate) fn measure(server: &Server, machine: &str) -> Result<()> {
    let part = Part::Node.name();
    let (Some(node), Some(_)) = (version("node"), version("npm")) else {
        eprintln!("{part}: skipped, because Node or npm is not installed");
        return Ok(());
    };
    install()?;
    let node = node.trim_start_matches('v');
    let mut record = Record::new(part, &format!("{machine}, Node {node}"));
    let programs = programs()?;
    for (workload, row) in CPU_ROWS {
        eprintln!("CPU time of {workload}");
        check(server, workload, &programs)?;
        let arguments = ["time", &server.url(workload), &workload.to_string()];
        let times = cpu_times(&programs, &arguments)?;
        add(Place::new(CPU, row, ""), times, 1_000.0, "µs", &mut record)?;
    }
    for (workload, repetitions, row) in MEMORY_ROWS {
        eprintln!("memory of {row}");
        for program in &programs {
            let memory = peak_memory(program, server, workload, repetitions)?;
            record.add(Place::new(MEMORY, row, program.name), "MiB", memory);
        }
    }
    let generators = [
        Program::new(
            SCHEMA.name,
            drivers::executable("generator-schema", Profile::Release)?,
        ),
        Program::on_node("Drizzle", "drizzle-generator.mjs"),
    ];
    for (name, row) in TEXTS {
        eprintln!("CPU time of {row}");
        let times = cpu_times(&generators, &["time", name])?;
        add(Place::new(SQL_CPU, row, ""), times, 1.0, "ns", &mut record)?;
        for (driver, reason) in NO_SQL {
            record.add_note(Place::new(SQL_CPU, row, driver), reason);
        }
    }
    record.write(part)
}

/// The version that a program prints, if it is installed.
fn version(program: &str) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Installs the packages of the lock file, and generates Prisma's client.
fn install() -> Result<()> {
    // Their scripts would download Prisma's Rust engines, which are not used.
    for arguments in [
        &["ci", "--ignore-scripts", "--no-audit", "--no-fund"][..],
        &["run", "generate"],
    ] {
        eprintln!("npm {}", arguments.join(" "));
        let mut npm = Command::new("npm");
        npm.args(arguments).current_dir(folder());
        drivers::run(&mut npm)?;
    }
    Ok(())
}

fn folder() -> PathBuf {
    paths::benchmarks().join("node")
}

/// A program that runs the workloads.
struct Program {
    /// The name in tables.
    name: &'static str,
    executable: PathBuf,
    script: Option<PathBuf>,
}

impl Program {
    fn new(name: &'static str, executable: PathBuf) -> Self {
        Self {
            name,
            executable,
            script: None,
        }
    }

    fn on_node(name: &'static str, script: &str) -> Self {
        Self {
            name,
            executable: PathBuf::from("node"),
            script: Some(folder().join(script)),
        }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.executable);
        command.args(&self.script).args(arguments);
        command
    }
}

fn programs() -> Result<Vec<Program>> {
    let executable = SCHEMA.executable(Profile::Release)?;
    let mut programs = vec![Program::new(SCHEMA.name, executable)];
    programs.extend(PEERS.map(|(name, script)| Program::on_node(name, script)));
    Ok(programs)
}

/// Fails if a program reads other rows than the first.
fn check(server: &Server, workload: Workload, programs: &[Program]) -> Result<()> {
    let arguments = ["show", &server.url(workload), &workload.to_string()];
    let mut first = None;
    for program in programs {
        let found = rows(&drivers::run(&mut program.command(&arguments))?);
        let first = first.get_or_insert_with(|| found.clone());
        ensure!(
            *first == found && !found.is_empty(),
            "{workload}: {} reads other rows than {}",
            program.name,
            SCHEMA.name
        );
    }
    Ok(())
}

/// The rows that a program prints, sorted, with times in milliseconds, the precision of JavaScript.
fn rows(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut rows: Vec<String> = lines
        .map(|line| {
            let words: Vec<String> = line.split(' ').map(in_milliseconds).collect();
            words.join(" ")
        })
        .collect();
    rows.sort_unstable();
    rows
}

/// Cuts `2024-01-01T00:00:00.000001Z` to milliseconds; leaves other words unchanged.
fn in_milliseconds(word: &str) -> String {
    match word.strip_suffix('Z') {
        Some(time) if time.contains('T') && time.contains(':') => {
            let (seconds, fraction) = time.split_once('.').unwrap_or((time, ""));
            format!("{seconds}.{fraction:0<3.3}Z")
        }
        _ => word.to_owned(),
    }
}

/// A running program with its CPU times in nanoseconds per operation, one for each round.
struct Runner {
    name: &'static str,
    turns: Turns,
    repetitions: u32,
    times: Vec<f64>,
}

/// Runs the programs in turns, each round starting with another one.
fn cpu_times(programs: &[Program], arguments: &[&str]) -> Result<Vec<Runner>> {
    let mut runners = Vec::new();
    for program in programs {
        let mut runner = Runner {
            name: program.name,
            turns: Turns::start(&mut program.command(arguments))?,
            repetitions: 1,
            times: Vec::new(),
        };
        runner.warm_up().context(program.name)?;
        runners.push(runner);
    }
    for round in 0..ROUNDS {
        let first = round % runners.len();
        let (before, after) = runners.split_at_mut(first);
        for runner in after.iter_mut().chain(before) {
            let time = runner.turn().context(runner.name)?;
            runner.times.push(time / f64::from(runner.repetitions));
        }
    }
    Ok(runners)
}

impl Runner {
    /// Finds the number of repetitions that fill a turn when the program is warm.
    fn warm_up(&mut self) -> Result<()> {
        let most = nanoseconds(TURN);
        while self.turn()? < most / 4.0 && self.repetitions < u32::MAX {
            self.repetitions = self.repetitions.saturating_mul(2);
        }
        for _ in 0..WARM_UP {
            let repetitions = f64::from(self.repetitions) * most / self.turn()?;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the cast saturates"
            )]
            {
                self.repetitions = repetitions.max(1.0) as u32;
            }
        }
        Ok(())
    }

    /// The nanoseconds of CPU time that the repetitions use.
    fn turn(&mut self) -> Result<f64> {
        let before = self.turns.cpu()?;
        self.turns.run(self.repetitions)?;
        Ok(nanoseconds(self.turns.cpu()?.saturating_sub(before)))
    }
}

fn nanoseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e9
}

/// Records the times of a row, divided by the nanoseconds of the unit.
fn add(
    place: Place<'_>,
    runners: Vec<Runner>,
    divisor: f64,
    unit: &str,
    record: &mut Record,
) -> Result<()> {
    for runner in runners {
        let driver = runner.name;
        let times = runner.times.iter().map(|time| time / divisor).collect();
        let sample = Sample::of(times).context("no rounds")?;
        record.add(Place { driver, ..place }, unit, sample);
    }
    Ok(())
}

/// The peak memory after a number of repetitions, each time in a new process.
fn peak_memory(
    program: &Program,
    server: &Server,
    workload: Workload,
    repetitions: u32,
) -> Result<Sample> {
    let arguments = ["time", &server.url(workload), &workload.to_string()];
    let mut tries = Vec::new();
    for _ in 0..TRIES {
        let mut turns = Turns::start(&mut program.command(&arguments))?;
        turns.run(repetitions).context(program.name)?;
        tries.push(mebibytes(turns.peak_memory()?));
    }
    Sample::of(tries).context("no tries")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_cut_to_milliseconds() {
        let text = "\n2 \"Zoe T: Z\" 2024-01-01T01:01:01.123456Z \n1 false 2024-01-01T01:01:01Z\n";
        let cut = [
            "1 false 2024-01-01T01:01:01.000Z",
            "2 \"Zoe T: Z\" 2024-01-01T01:01:01.123Z",
        ];
        assert_eq!(rows(text), cut);
        assert_eq!(rows(&cut.join("\n")), cut);
    }
}
