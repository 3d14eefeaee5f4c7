//! The short form, for every change: counts schema's reproducible figures and compares them with the recorded ones.

use std::fs;

use anyhow::{Result, bail};
use measurements::{Measurement, Results};
use workloads::Workload;

use crate::compile_time;
use crate::drivers::{self, Profile, SCHEMA};
use crate::figures::Figures;
use crate::limits::{Limit, limits};
use crate::measure::instructions::{self, ALLOCATIONS};
use crate::measure::{scale, sql};
use crate::options::Part;
use crate::page;
use crate::paths;
use crate::record::Record;
use crate::server::Server;

/// The tolerated increase over the recorded figure.
const TOLERANCE: f64 = 1.02;
/// The minimum number of embeddings. The number does not matter to the client.
const VECTORS: u32 = 1_000;

/// Counts, then compares or records.
pub(crate) fn run(record: bool) -> Result<()> {
    let mut figures = Figures::read()?;
    let before = limits(&figures);
    let counted = count()?;
    let mut failures = Vec::new();
    for (part, results) in counted {
        let mut recorded = 0;
        for now in results.measurements {
            if let Some(then) = recorded_value(&figures, part, &now) {
                recorded += 1;
                compare(&now, then, &mut failures);
            } else if !record {
                failures.push(format!("{} is not recorded", name(&now)));
            }
            figures.part_mut(part).replace(now);
        }
        eprintln!("{}: {recorded} figures compared", part.name());
    }
    if record {
        for part in [Part::Sql, Part::Scale, Part::RunTime, Part::CompileTime] {
            if let Some(results) = figures.part(part) {
                results.write(&paths::results(part.name()))?;
            }
        }
        return page::write();
    }
    failures.extend(newly_missed(&before, &limits(&figures)));
    if failures.is_empty() {
        return Ok(());
    }
    bail!(
        "{}\nif that is intended, run with `--short --record`",
        failures.join("\n")
    )
}

fn count() -> Result<Vec<(Part, Results)>> {
    drivers::build(false, Profile::Release)?;
    let server = Server::start(VECTORS)?;
    let mut run_time = Record::new(Part::RunTime.name(), "");
    instructions::measure(
        &server,
        Workload::all(),
        &[SCHEMA],
        Profile::Release,
        &mut run_time,
    )?;
    let mut sql = Record::new(Part::Sql.name(), "");
    sql::measure(&sql::GENERATORS[..1], &mut sql)?;
    let mut scale = Record::new(Part::Scale.name(), "");
    scale::measure(&server, &scale::LIBRARIES[..1], &mut scale)?;
    Ok(vec![
        (Part::RunTime, run_time.into_results()),
        (Part::Sql, sql.into_results()),
        (Part::Scale, scale.into_results()),
        (Part::CompileTime, expansion()?),
    ])
}

/// Counts the lines of a table's expansion, using the program that measures compile time.
fn expansion() -> Result<Results> {
    let path = std::env::temp_dir().join(format!("expansion.{}.json", std::process::id()));
    compile_time::expansion(&path)?;
    let results = Results::read(&path)?.unwrap_or_default();
    fs::remove_file(&path)?;
    Ok(results)
}

fn recorded_value(figures: &Figures, part: Part, now: &Measurement) -> Option<f64> {
    let recorded = figures.part(part)?.get(now.place())?;
    Some(recorded.value)
}

fn compare(now: &Measurement, then: f64, failures: &mut Vec<String>) {
    // A query has few allocations. Over many repetitions, the growth of a buffer adds a fraction of one.
    let slack = if now.table == ALLOCATIONS { 0.1 } else { 0.0 };
    if now.value > then * TOLERANCE + slack {
        failures.push(format!(
            "{}: {} {}, but {then} are recorded",
            name(now),
            now.value,
            now.unit
        ));
    } else if now.value * TOLERANCE + slack < then {
        eprintln!(
            "{}: {} {}, less than the {then} recorded; run with `--short --record`",
            name(now),
            now.value,
            now.unit
        );
    }
}

fn name(measurement: &Measurement) -> String {
    let x = measurement.x.map(|x| format!(" ({x})")).unwrap_or_default();
    format!("{}: {}{x}", measurement.table, measurement.row)
}

/// Limits that the recorded figures met and the new ones miss.
fn newly_missed(before: &[Limit], after: &[Limit]) -> Vec<String> {
    before
        .iter()
        .zip(after)
        .filter(|(before, after)| before.holds() == Some(true) && after.holds() == Some(false))
        .map(|(_, limit)| {
            format!(
                "{}: {:.3}, above the limit of {}",
                limit.what,
                limit.figure.unwrap_or_default(),
                limit.most
            )
        })
        .collect()
}
