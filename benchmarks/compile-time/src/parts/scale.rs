//! Smaller and larger numbers of tables, with three queries each.

use anyhow::Result;

use super::check::{again, prepare};
use crate::app::App;
use crate::bench::{BY_TABLES, Bench};
use crate::description::Description;
use crate::drivers::TYPED_PEERS;

/// Numbers of tables, and whether the peers are measured too. With 300 tables, some peers take minutes. With 100, part
/// `check` has measured them; schema is measured again, because the machine's speed may have changed since.
const TABLES: [(usize, bool); 4] = [(10, true), (30, true), (100, false), (300, false)];

pub(super) fn measure(bench: &mut Bench) -> Result<()> {
    for (tables, with_peers) in TABLES {
        let all = std::mem::take(&mut bench.apps);
        let (measured, others): (Vec<App>, Vec<App>) = all
            .into_iter()
            .partition(|app| with_peers || !TYPED_PEERS.contains(&app.name()));
        bench.apps = measured;
        let result = at(bench, tables);
        bench.apps.extend(others);
        result?;
    }
    Ok(())
}

fn at(bench: &mut Bench, tables: usize) -> Result<()> {
    prepare(bench, &Description::new(tables))?;
    for (row, fresh, seconds) in [
        ("fresh check", true, 15.0),
        ("check after a touch", false, 5.0),
    ] {
        let what = format!("{row} of {tables} tables");
        let runs = again(bench, &what, fresh, seconds)?;
        #[expect(clippy::cast_precision_loss, reason = "there are hundreds of tables")]
        bench.record(BY_TABLES, row, Some(tables as f64), &runs);
    }
    Ok(())
}
