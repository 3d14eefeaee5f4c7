//! What was measured, as a table.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use schema_benchmarks::Workload;

use crate::DRIVERS;
use crate::callgrind::Cost;

/// By driver, and by workload.
pub(crate) type Figures = BTreeMap<String, BTreeMap<String, Cost>>;

/// What the others are divided by.
const REFERENCE: &str = "tokio-postgres";

pub(crate) fn cost(figures: &Figures, driver: &str, workload: Workload) -> Option<Cost> {
    figures.get(driver)?.get(workload.name()).copied()
}

/// One line per driver; those that were not measured now as they are recorded.
pub(crate) fn table(measured: &Figures, recorded: &Figures) -> String {
    let mut table = format!("{:<18}", "client instructions");
    for workload in Workload::ALL {
        let title = format!("{}, per {}", workload.name(), workload.unit());
        let _ = write!(table, " | {title:<32}");
    }
    table.push('\n');
    let _ = write!(table, "{:<19}", "");
    for _ in Workload::ALL {
        let _ = write!(
            table,
            " | {:>12} {:>7} {:>11}",
            "instructions", "ratio", "allocations"
        );
    }
    table.push('\n');
    for driver in DRIVERS {
        let (figures, note) = if measured.contains_key(driver) {
            (measured, "")
        } else if recorded.contains_key(driver) {
            (recorded, "  (recorded)")
        } else {
            continue;
        };
        let _ = write!(table, "{driver:<19}");
        for workload in Workload::ALL {
            let reference =
                cost(measured, REFERENCE, workload).or(cost(recorded, REFERENCE, workload));
            match (cost(figures, driver, workload), reference) {
                (Some(cost), reference) => {
                    let ratio = reference.map_or_else(String::new, |reference| {
                        format!("{:.2}", cost.instructions / reference.instructions)
                    });
                    let _ = write!(
                        table,
                        " | {:>12.0} {ratio:>7} {:>11.1}",
                        cost.instructions, cost.allocations
                    );
                }
                (None, _) => {
                    let _ = write!(table, " | {:>12} {:>7} {:>11}", "-", "", "");
                }
            }
        }
        table.push_str(note);
        table.push('\n');
    }
    table
}
