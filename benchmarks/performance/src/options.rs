//! What can be asked for on the command line.

use clap::{Parser, ValueEnum};

/// Measures schema beside its peers, and writes docs/performance.md.
#[derive(Debug, Parser)]
pub(crate) struct Options {
    /// Measures this part alone; the figures of the others stay as they are
    #[arg(long, value_enum, value_name = "PART")]
    pub(crate) only: Vec<Part>,

    /// Measures nothing: writes the page from the figures that are there
    #[arg(long, conflicts_with_all = ["only", "short"])]
    pub(crate) report: bool,

    /// Counts ours alone, in some minutes, and fails where a count is more than 2 % above what is recorded
    #[arg(long, conflicts_with = "only")]
    pub(crate) short: bool,

    /// Writes down what `--short` counted, after a change that is meant, and does not fail
    #[arg(long, requires = "short")]
    pub(crate) record: bool,
}

/// What is measured, each into a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Making SQL alone: instructions and allocations
    Sql,
    /// How the cost grows with columns, joins and parameters: instructions
    Scale,
    /// Each workload on one connection: instructions and allocations
    RunTime,
    /// Where the instructions of a look-up and of a row go
    Anatomy,
    /// A look-up and a row, built with link-time optimization: instructions
    Lto,
    /// Each workload on one connection: wall time beside sqlx
    WallTime,
    /// Many tasks on a pool: throughput and latency
    Load,
    /// 10,000 rows: the most memory in use
    Memory,
    /// Tables and queries in the compiler
    CompileTime,
}

impl Part {
    /// Its name on the command line, and of its file.
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
            Self::CompileTime => "compile-time",
        }
    }

    /// Those that are asked for: all, if none is named.
    pub(crate) fn asked(options: &Options) -> Vec<Self> {
        if options.only.is_empty() {
            Self::value_variants().to_vec()
        } else {
            options.only.clone()
        }
    }
}
