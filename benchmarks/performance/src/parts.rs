//! Measures the selected parts one after another.

use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use workloads::{Kind, Workload};

use crate::compile_time;
use crate::drivers::{self, DRIVERS, Profile};
use crate::embeddings::VECTORS;
use crate::measure::{anatomy, instructions, load, memory, node, scale, sql, wall_time};
use crate::options::Part;
use crate::record::Record;
use crate::server::Server;

/// Measures each part and records its results. If a part fails, the others are still measured.
pub(crate) fn measure(parts: &[Part]) -> Result<()> {
    let mut failed = Vec::new();
    if parts.iter().any(|part| *part != Part::CompileTime) {
        let peers = parts.iter().any(|part| *part != Part::Node);
        drivers::build(peers, Profile::Release)?;
        let server = Server::start(VECTORS)?;
        let machine = format!("{}, {}", measurements::machine(), server.version()?);
        for part in parts.iter().filter(|part| **part != Part::CompileTime) {
            try_part(*part, &mut failed, || on_server(*part, &server, &machine));
        }
    }
    // Before the server starts, so that the compiler has both cores to itself.
    if parts.contains(&Part::CompileTime) {
        try_part(Part::CompileTime, &mut failed, compile_time::measure);
    }
    if failed.is_empty() {
        Ok(())
    } else {
        bail!("not measured: {}", failed.join(", "))
    }
}

fn try_part(part: Part, failed: &mut Vec<&str>, measure: impl FnOnce() -> Result<()>) {
    let began = Instant::now();
    let result = measure().with_context(|| format!("part `{}`", part.name()));
    eprintln!("{}: {} s", part.name(), began.elapsed().as_secs());
    if let Err(error) = result {
        eprintln!("{error:?}");
        failed.push(part.name());
    }
}

fn on_server(part: Part, server: &Server, machine: &str) -> Result<()> {
    if part == Part::Node {
        return node::measure(server, machine);
    }
    let mut record = Record::new(part.name(), machine);
    let into = &mut record;
    match part {
        Part::Sql => sql::measure(&sql::GENERATORS, into)?,
        Part::Scale => scale::measure(server, &scale::LIBRARIES, into)?,
        Part::RunTime => {
            instructions::measure(server, Workload::all(), &DRIVERS, Profile::Release, into)?;
        }
        Part::Anatomy => anatomy::measure(server, &DRIVERS, into)?,
        Part::Lto => {
            drivers::build(true, Profile::Lto)?;
            let workloads = Workload::all()
                .filter(|workload| matches!(workload.kind, Kind::Find | Kind::Items));
            instructions::measure(server, workloads, &DRIVERS, Profile::Lto, into)?;
        }
        Part::WallTime => wall_time::measure(server, Workload::all(), &DRIVERS, into)?,
        Part::Load => load::measure(server, &DRIVERS, into)?,
        Part::Memory => memory::measure(server, &DRIVERS, into)?,
        Part::Node | Part::CompileTime => return Ok(()),
    }
    record.write(part.name())
}
