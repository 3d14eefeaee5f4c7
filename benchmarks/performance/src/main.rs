//! The runner: measures everything and writes docs/performance.md.

mod callgrind;
mod compile_time;
mod drivers;
mod embeddings;
mod figures;
mod limits;
mod measure;
mod options;
mod page;
mod parts;
mod paths;
mod proxy;
mod record;
mod server;
mod short;

use anyhow::Result;
use clap::Parser as _;

use crate::options::{Options, Part};

fn main() -> Result<()> {
    let options = Options::parse();
    if options.short {
        return short::run(options.record);
    }
    let measured = if options.report {
        Ok(())
    } else {
        parts::measure(&Part::asked(&options))
    };
    page::write()?;
    measured
}
