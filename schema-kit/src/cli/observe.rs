//! Prints what happens during a run.

use std::io::{self, Write as _};

use indicatif::{ProgressBar, ProgressStyle};

use crate::migrate::Event;
use crate::seed;

/// Prints an event to the standard error.
pub(super) fn print(event: &Event<'_>) {
    let text = match event {
        Event::WaitingForLock { holders } => {
            format!("waiting for another run of migrations (server process {holders:?})")
        }
        Event::Started {
            migration,
            is_rollback,
        } if migration.version > 0 => {
            let verb = if *is_rollback {
                "reverting"
            } else {
                "applying"
            };
            format!("{verb} {} {}", migration.version, migration.name)
        }
        Event::Retry {
            place,
            attempt,
            delay,
        } => format!(
            "statement {} did not get its lock (attempt {attempt}); again in {:.1} s",
            place.statement,
            delay.as_secs_f64()
        ),
        Event::Batch { place, rows } => {
            format!("statement {} changed {rows} rows so far", place.statement)
        }
        Event::InvalidIndex { index, .. } => {
            format!("dropping the invalid index {index}, which an interrupted build left")
        }
        Event::IndexProgress {
            phase, done, total, ..
        } if *total > 0 => format!("{phase}: {} %", done.saturating_mul(100) / total),
        Event::Finished {
            migration, elapsed, ..
        } if migration.version > 0 => {
            format!("done in {:.1} s", elapsed.as_secs_f64())
        }
        _ => return,
    };
    // A closed terminal is no error.
    let _ = writeln!(io::stderr(), "{text}");
}

/// A progress bar for fake data.
#[derive(Debug)]
pub(super) struct SeedBar(ProgressBar);

impl SeedBar {
    pub(super) fn new(is_shown: bool) -> Self {
        let bar = if is_shown {
            ProgressBar::new(0)
        } else {
            ProgressBar::hidden()
        };
        if let Ok(style) = ProgressStyle::with_template("{msg:24} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        Self(bar)
    }
}

impl seed::Progress for SeedBar {
    fn event(&self, event: &seed::Event<'_>) {
        match event {
            seed::Event::TableStarted { table, rows } => {
                self.0.set_message(table.to_string());
                self.0.set_length(*rows);
                self.0.set_position(0);
            }
            seed::Event::Rows { done, .. } => self.0.set_position(*done),
            seed::Event::TableFinished { .. } => self.0.finish_and_clear(),
        }
    }
}
