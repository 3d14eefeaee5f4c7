//! The figures that are kept in the repository, and what they are for.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use schema_benchmarks::{Result, Workload};

use crate::DRIVERS;
use crate::report::{Figures, cost};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/instructions.json");
/// How much more than what is recorded is not noticed.
const TOLERANCE: f64 = 1.02;

/// At most this many times what a peer takes.
struct Target {
    workload: Workload,
    peer: &'static str,
    ratio: f64,
}

const TARGETS: [Target; 2] = [
    Target {
        workload: Workload::Find,
        peer: "tokio-postgres",
        ratio: 1.0,
    },
    Target {
        workload: Workload::FetchAll,
        peer: "diesel-async",
        ratio: 1.0,
    },
];

/// What the file holds, by the Cargo profile that the drivers were built with.
type File = BTreeMap<String, Figures>;

/// What is recorded for one profile.
pub(crate) struct Recorded {
    pub(crate) figures: Figures,
    profile: String,
}

impl Recorded {
    pub(crate) fn read(profile: &str) -> Result<Self> {
        Ok(Self {
            figures: read_file()?.remove(profile).unwrap_or_default(),
            profile: profile.to_owned(),
        })
    }

    pub(crate) fn write(self) -> Result<()> {
        let mut file = read_file()?;
        file.insert(self.profile, self.figures);
        fs::write(PATH, serde_json::to_string_pretty(&file)? + "\n")?;
        Ok(())
    }

    /// Takes over what was measured; what was not stays.
    pub(crate) fn update(&mut self, measured: Figures) {
        self.figures.extend(measured);
    }

    /// Fails where ours costs more than is recorded, or more than its targets.
    pub(crate) fn check(&self, measured: &Figures) -> Result<()> {
        let ours = DRIVERS[0];
        let mut failures = Vec::new();
        for workload in Workload::ALL {
            let now = cost(measured, ours, workload).ok_or("ours was not measured")?;
            let name = workload.name();
            let before = cost(&self.figures, ours, workload)
                .ok_or_else(|| format!("`{name}` is not recorded; run with `--record`"))?;
            for (what, now, before) in [
                ("instructions", now.instructions, before.instructions),
                ("allocations", now.allocations, before.allocations),
            ] {
                if now > before * TOLERANCE {
                    failures.push(format!(
                        "`{name}` takes {now} {what}, where {before} are recorded"
                    ));
                } else if now * TOLERANCE < before {
                    eprintln!(
                        "`{name}` takes {now} {what}, less than the {before} recorded: run with `--record`"
                    );
                }
            }
        }
        for Target {
            workload,
            peer,
            ratio,
        } in TARGETS
        {
            let name = workload.name();
            let now = cost(measured, ours, workload).ok_or("ours was not measured")?;
            let theirs = cost(measured, peer, workload)
                .or_else(|| cost(&self.figures, peer, workload))
                .ok_or_else(|| {
                    format!("`{name}` of {peer} is not recorded; run with `--all --record`")
                })?;
            let most = theirs.instructions * ratio;
            if now.instructions > most {
                failures.push(format!(
                    "`{name}` takes {} instructions, where at most {most:.0} are wanted: {ratio} times {peer}",
                    now.instructions
                ));
            }
        }
        if failures.is_empty() {
            Ok(())
        } else {
            Err(failures.join("\n").into())
        }
    }
}

fn read_file() -> Result<File> {
    if !Path::new(PATH).exists() {
        return Ok(File::new());
    }
    let text = fs::read_to_string(PATH)?;
    Ok(serde_json::from_str(&text).map_err(|error| format!("{PATH}: {error}"))?)
}
