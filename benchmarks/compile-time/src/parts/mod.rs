//! The parts of the measurement, each of which can be run alone.

mod build;
mod check;
mod cold;
mod error;
mod expansion;
mod release;
mod scale;

use anyhow::Result;
use clap::ValueEnum;

use crate::bench::Bench;

/// A part of the measurement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The code that a table expands to: lines, items, impls.
    Expansion,
    /// Building all dependencies.
    Cold,
    /// `cargo check`: from nothing, after a touch, after an edit.
    Check,
    /// From an edit to the error that it causes.
    Error,
    /// `cargo build`: from nothing, after an edit; the size of the program.
    Build,
    /// `cargo check` of fewer tables and of more.
    Scale,
    /// `cargo build --release`: only where it is asked for.
    Release,
}

impl Part {
    /// Whether it is measured if no part is asked for.
    pub(crate) fn is_default(self) -> bool {
        self != Self::Release
    }

    pub(crate) fn measure(self, bench: &mut Bench) -> Result<()> {
        match self {
            Self::Expansion => expansion::measure(bench),
            Self::Cold => cold::measure(bench),
            Self::Check => check::measure(bench),
            Self::Error => error::measure(bench),
            Self::Build => build::measure(bench),
            Self::Scale => scale::measure(bench),
            Self::Release => release::measure(bench),
        }
    }
}
