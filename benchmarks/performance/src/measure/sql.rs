//! SQL generation, without a server.

use anyhow::{Context as _, Result};
use measurements::{Place, Sample};
use workloads::generate::TEXTS;

use super::instructions::{ALLOCATIONS, INSTRUCTIONS};
use crate::callgrind;
use crate::drivers::{self, Profile};
use crate::record::Record;

/// The tables of this part.
pub(crate) const SQL: &str = "SQL";
const REPETITIONS: u32 = 1_000;

/// The libraries that generate SQL, with their programs; schema is the first.
pub(crate) const GENERATORS: [(&str, &str); 3] = [
    ("schema", "generator-schema"),
    ("sea-query", "generator-sea-query"),
    ("Diesel", "generator-diesel"),
];

/// Counts the cost of generating a text.
pub(crate) fn measure(generators: &[(&str, &str)], record: &mut Record) -> Result<()> {
    for (name, row) in TEXTS {
        eprintln!("counting {row}");
        for (driver, program) in generators {
            let program = drivers::executable(program, Profile::Release)?;
            let arguments = [name, &REPETITIONS.to_string()];
            let counts = callgrind::count_if_done(&program, &arguments)
                .with_context(|| format!("{row}, {driver}"))?;
            let Some(counts) = counts else { continue };
            let counts = counts.per(REPETITIONS);
            for (unit, value) in [
                (INSTRUCTIONS, counts.instructions),
                (ALLOCATIONS, counts.allocations),
            ] {
                let place = Place {
                    table: &format!("{SQL}, {unit}"),
                    row,
                    x: None,
                    driver,
                };
                record.add(place, unit, Sample::exact(value));
            }
        }
    }
    Ok(())
}
