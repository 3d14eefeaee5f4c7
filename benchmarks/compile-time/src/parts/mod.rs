//! The parts of the measurement. Each can be run separately.

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
    /// The expansion of a table: lines, items, impls.
    Expansion,
    /// Building all dependencies.
    Cold,
    /// `cargo check`: fresh, after a touch, after an edit.
    Check,
    /// The time from an edit to the error it causes.
    Error,
    /// `cargo build`: fresh, after an edit; the size of the program.
    Build,
    /// `cargo check` for smaller and larger numbers of tables.
    Scale,
    /// `cargo build --release`; only on request.
    Release,
}

impl Part {
    /// True if the part is measured by default.
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
