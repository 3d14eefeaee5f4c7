//! Wall time on one connection: the drivers in turn, each time compared with hand-written sqlx.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use measurements::{Place, Sample};
use workloads::Workload;

use super::same;
use crate::drivers::{Driver, Profile, SQLX};
use crate::record::Record;
use crate::server::Server;

/// The tables.
pub(crate) const RATIO: &str = "wall time";
pub(crate) const MICROSECONDS: &str = "wall time of one operation";

/// How long a driver is measured before it is the next one's turn.
const TURN: Duration = Duration::from_millis(15);
/// The most repetitions in a turn.
const MOST_REPETITIONS: f64 = 1_000.0;
/// How long a workload is measured at most, if there were rounds enough.
const TIME: Duration = Duration::from_secs(5);
const ROUNDS: std::ops::RangeInclusive<usize> = 7..=51;

/// Measures workloads with drivers.
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

/// Has the drivers do it in turn, each round beginning with another.
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

/// Adds each driver's time, and what it is beside sqlx's in the same round.
fn add(workload: Workload, runners: &[Runner], record: &mut Record) -> Result<()> {
    let reference = runners.iter().find(|runner| runner.driver == SQLX);
    let reference = reference.context("sqlx is not measured")?;
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

/// A driver's program, which waits to be told how often.
struct Runner {
    driver: Driver,
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    repetitions: u32,
    /// The nanoseconds of one operation, in each round.
    times: Vec<f64>,
}

impl Runner {
    fn start(driver: Driver, url: &str, workload: Workload) -> Result<Self> {
        let mut child = Command::new(driver.executable(Profile::Release)?)
            .args(["time", url, &workload.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        Ok(Self {
            driver,
            input: child.stdin.take().context("it has no input")?,
            output: BufReader::new(child.stdout.take().context("it has no output")?),
            child,
            repetitions: 1,
            times: Vec::new(),
        })
    }

    /// Finds how many repetitions take as long as a turn. The first ones prepare the statement.
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

    /// The nanoseconds of one operation.
    fn run(&mut self) -> Result<f64> {
        writeln!(self.input, "{}", self.repetitions)?;
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            bail!("{} ends: {}", self.driver.name, self.child.wait()?);
        }
        let nanoseconds: f64 = line.trim().parse()?;
        Ok(nanoseconds / f64::from(self.repetitions))
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        // Its input ends here, and so does it; if not, it is ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
