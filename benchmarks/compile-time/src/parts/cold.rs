//! A cold build of the dependencies of an empty program.

use anyhow::Result;
use measurements::Place;

use crate::app::App;
use crate::bench::{Bench, DEPENDENCIES};
use crate::drivers::{OURS, SQLX};

/// Several runs of schema and sqlx, which are compared most closely, and one of each other driver.
fn seconds(app: &App) -> f64 {
    if [OURS, SQLX].contains(&app.name()) {
        60.0
    } else {
        1.0
    }
}

pub(super) fn measure(bench: &mut Bench) -> Result<()> {
    let runs = bench.interleave_for("cold build", seconds, |app, _| {
        app.clear()?;
        app.build()
    })?;
    bench.record(DEPENDENCIES, "cold build", None, &runs);
    let counts: Vec<(&str, usize)> = bench
        .apps
        .iter()
        .zip(&runs)
        .filter_map(|(app, runs)| Some((app.name(), runs.first()?.crates)))
        .collect();
    for (name, crates) in counts {
        let place = Place::new(DEPENDENCIES, "crates", name);
        #[expect(clippy::cast_precision_loss, reason = "there are hundreds of crates")]
        bench.record_exact(place, "crates", crates as f64);
    }
    Ok(())
}
