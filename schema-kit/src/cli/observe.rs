//! Prints what happens during a run.

use std::io::{self, Write as _};

use crate::migrate::Event;

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
