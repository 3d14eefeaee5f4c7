//! Wall time on one connection. The drivers take turns, and each turn is compared with hand-written sqlx.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use measurements::{Place, Sample};
use workloads::Workload;

use super::same;
use super::turns::Turns;
use crate::drivers::{Driver, Profile, SQLX};
use crate::record::Record;
use crate::server::Server;

/// The tables.
pub(crate) const RATIO: &str = "wall time";
pub(crate) const MICROSECONDS: &str = "wall time of one operation";

/// The length of a turn.
const TURN: Duration = Duration::from_millis(15);
/// The maximum number of repetitions in a turn.
const MOST_REPETITIONS: f64 = 1_000.0;
/// The time limit for a workload, once there are enough rounds.
const TIME: Duration = Duration::from_secs(5);
const ROUNDS: std::ops::RangeInclusive<usize> = 7..=51;

/// Measures the workloads with the drivers.
pub(crate) fn measure(
    server: &Server,
    workloads: impl Iterator<Item = Workload>,
    drivers: &[Driver],
    record: &mut Record,
) -> Result<()> {
    let profile = Profile::Release;
    for workload in workloads {
        eprintln!("timing {workload}");
        let able = Driver::of(workload.kind, drivers, profile)?;
        same::check(server, workload, &able, profile)?;
        let mut runners = able
            .iter()
            .map(|driver| Runner::start(*driver, &server.url(workload), workload))
            .collect::<Result<Vec<_>>>()?;
        rounds(&mut runners, || same::clean(server, workload))?;
        add(workload, &runners, record)?;
    }
    record.add_missing(RATIO, drivers, profile)
}

/// Runs the drivers in turns, each round starting with another one.
fn rounds(runners: &mut [Runner], clean: impl Fn() -> Result<()>) -> Result<()> {
    for runner in runners.iter_mut() {
        runner.calibrate()?;
        clean()?;
    }
    let began = Instant::now();
    for round in 0..*ROUNDS.end() {
        if round >= *ROUNDS.start() && began.elapsed() > TIME {
            break;
        }
        let first = round % runners.len();
        let (before, after) = runners.split_at_mut(first);
        for runner in after.iter_mut().chain(before) {
            runner.turn()?;
        }
        clean()?;
    }
    Ok(())
}

/// Records each driver's time, and its ratio to sqlx in the same round.
fn add(workload: Workload, runners: &[Runner], record: &mut Record) -> Result<()> {
    let reference = runners.iter().find(|runner| runner.driver == SQLX);
    let reference = reference.context("sqlx was not measured")?;
    let (row, x) = workload.row();
    for runner in runners {
        let ratios = runner.times.iter().zip(&reference.times);
        let ratios = ratios.map(|(time, reference)| time / reference).collect();
        let microseconds = runner.times.iter().map(|time| time / 1_000.0).collect();
        for (table, unit, tries) in [
            (RATIO, "times sqlx", ratios),
            (MICROSECONDS, "µs", microseconds),
        ] {
            let driver = runner.driver.name;
            let place = Place {
                table,
                row,
                x,
                driver,
            };
            record.add(place, unit, Sample::of(tries).context("no rounds")?);
        }
    }
    Ok(())
}

/// A driver's program.
struct Runner {
    driver: Driver,
    turns: Turns,
    repetitions: u32,
    /// Nanoseconds per operation, for each round.
    times: Vec<f64>,
}

impl Runner {
    fn start(driver: Driver, url: &str, workload: Workload) -> Result<Self> {
        let mut program = Command::new(driver.executable(Profile::Release)?);
        program.args(["time", url, &workload.to_string()]);
        Ok(Self {
            driver,
            turns: Turns::start(&mut program)?,
            repetitions: 1,
            times: Vec::new(),
        })
    }

    /// Finds the number of repetitions that fill a turn. The first repetitions prepare the statement.
    fn calibrate(&mut self) -> Result<()> {
        self.run()?;
        let time = self.run()?;
        let repetitions = TURN.as_secs_f64() * 1e9 / time;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 1 and 1,000"
        )]
        {
            self.repetitions = repetitions.clamp(1.0, MOST_REPETITIONS) as u32;
        }
        self.run()?;
        Ok(())
    }

    fn turn(&mut self) -> Result<()> {
        let time = self.run()?;
        self.times.push(time);
        Ok(())
    }

    /// Returns the nanoseconds per operation.
    fn run(&mut self) -> Result<f64> {
        let nanoseconds = self.turns.run(self.repetitions);
        let nanoseconds = nanoseconds.context(self.driver.name)?;
        Ok(nanoseconds / f64::from(self.repetitions))
    }
}
