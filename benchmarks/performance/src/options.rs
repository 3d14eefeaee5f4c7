//! The command line.

use clap::{Parser, ValueEnum};

/// Measures schema and its peers, and writes docs/performance.md.
#[derive(Debug, Parser)]
pub(crate) struct Options {
    /// Measures only this part; the figures of other parts are kept
    #[arg(long, value_enum, value_name = "PART")]
    pub(crate) only: Vec<Part>,

    /// Measures nothing; writes the page from the recorded figures
    #[arg(long, conflicts_with_all = ["only", "short"])]
    pub(crate) report: bool,

    /// Counts only schema, in a few minutes, and fails if a count is more than 2 % above the recorded one
    #[arg(long, conflicts_with = "only")]
    pub(crate) short: bool,

    /// Records the counts of `--short` after an intended change, and does not fail
    #[arg(long, requires = "short")]
    pub(crate) record: bool,
}

/// The parts of the measurement. Each has its own file of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// SQL generation: instructions and allocations
    Sql,
    /// The growth of the cost with columns, joins and parameters: instructions
    Scale,
    /// Each workload on one connection: instructions and allocations
    RunTime,
    /// A breakdown of the instructions of a look-up and of a row
    Anatomy,
    /// A look-up and a row, built with link-time optimization: instructions
    Lto,
    /// Each workload on one connection: wall time compared with sqlx
    WallTime,
    /// Many tasks on a pool: throughput and latency
    Load,
    /// 10,000 rows: peak memory
    Memory,
    /// CPU time and memory compared with Drizzle and Prisma; skipped if Node is not installed
    Node,
    /// Compile time of tables and queries
    CompileTime,
}

impl Part {
    /// The name on the command line and of the file.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sql => "sql",
            Self::Scale => "scale",
            Self::RunTime => "run-time",
            Self::Anatomy => "anatomy",
            Self::Lto => "lto",
            Self::WallTime => "wall-time",
            Self::Load => "load",
            Self::Memory => "memory",
            Self::Node => "node",
            Self::CompileTime => "compile-time",
        }
    }

    /// The selected parts; all by default.
    pub(crate) fn asked(options: &Options) -> Vec<Self> {
        if options.only.is_empty() {
            Self::value_variants().to_vec()
        } else {
            options.only.clone()
        }
    }
}
