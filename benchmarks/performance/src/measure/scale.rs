//! The growth of the cost with columns, joins and parameters.

use anyhow::{Context as _, Result};
use measurements::{Place, Sample};
use workloads::scale::Dimension;

use super::instructions::INSTRUCTIONS;
use crate::callgrind;
use crate::drivers::{self, Profile};
use crate::record::Record;
use crate::server::Server;

/// The table.
pub(crate) const SCALE: &str = "scale";

/// The libraries with their programs; schema is the first.
pub(crate) const LIBRARIES: [(&str, &str); 2] =
    [("schema", "scale-schema"), ("sqlx", "scale-sqlx")];

/// Counts instructions for each size.
pub(crate) fn measure(
    server: &Server,
    libraries: &[(&str, &str)],
    record: &mut Record,
) -> Result<()> {
    let url = server.scale_url_through_proxy()?;
    for dimension in Dimension::ALL {
        eprintln!("counting by {}", dimension.name());
        let repetitions = dimension.repetitions();
        for (driver, program) in libraries {
            let program = drivers::executable(program, Profile::Release)?;
            for &size in dimension.sizes() {
                let arguments = [
                    &url,
                    dimension.name(),
                    &size.to_string(),
                    &repetitions.to_string(),
                ];
                let counts = callgrind::count(&program, &arguments)
                    .with_context(|| format!("{size} {}, {driver}", dimension.name()))?
                    .per(repetitions * dimension.units());
                let place = Place {
                    table: SCALE,
                    row: dimension.title(),
                    x: Some(f64::from(size)),
                    driver,
                };
                record.add(place, INSTRUCTIONS, Sample::exact(counts.instructions));
            }
        }
    }
    Ok(())
}
