//! Builds and lists the measured programs.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use workloads::Kind;

use crate::paths;

/// A program that runs the workloads with one library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Driver {
    /// The name in tables.
    pub(crate) name: &'static str,
    /// The name of the program without `driver-`.
    program: &'static str,
    /// Supports [`workloads::Pool`].
    pub(crate) pool: bool,
    /// Built without the peers.
    ours: bool,
}

const fn driver(name: &'static str, program: &'static str, pool: bool) -> Driver {
    Driver {
        name,
        program,
        pool,
        ours: false,
    }
}

/// The driver of this library.
pub(crate) const SCHEMA: Driver = Driver {
    ours: true,
    ..driver("schema", "schema", true)
};
/// This library on its own pool.
pub(crate) const SCHEMA_POOL: Driver = Driver {
    ours: true,
    ..driver("schema", "schema-pool", true)
};
/// The driver of this library, on sqlx's pool.
pub(crate) const SCHEMA_ON_SQLX_POOL: Driver = Driver {
    name: "schema, sqlx's pool",
    ..SCHEMA
};
/// The driver with its own workspace.
const TOASTY: &str = "toasty";
/// The programs that generate SQL with a peer.
const PEER_GENERATORS: [&str; 2] = ["generator-sea-query", "generator-diesel"];
/// The reference for wall time.
pub(crate) const SQLX: Driver = driver("sqlx", "sqlx", true);

/// All drivers, in the order of the tables.
pub(crate) const DRIVERS: [Driver; 8] = [
    SCHEMA,
    SQLX,
    driver("sqlx FromRow", "sqlx-from-row", false),
    driver("tokio-postgres", "tokio-postgres", true),
    driver("diesel-async", "diesel-async", true),
    driver("SeaORM", "sea-orm", true),
    driver(TOASTY, "toasty", true),
    Driver {
        ours: true,
        ..driver("sqlx floor", "sqlx-floor", false)
    },
];

/// The build profile of the programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Cargo's default, like most programs.
    Release,
    /// Like `diesel_bench`: link-time optimization and a single codegen unit.
    Lto,
}

impl Profile {
    const fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Lto => "lto",
        }
    }
}

impl Driver {
    /// The path of the program, which must have been built.
    pub(crate) fn executable(self, profile: Profile) -> Result<PathBuf> {
        executable(&format!("driver-{}", self.program), profile)
    }

    /// The workloads that the driver does not support, with the reasons.
    pub(crate) fn cannot(self, profile: Profile) -> Result<Vec<(String, String)>> {
        let output = run(Command::new(self.executable(profile)?).arg("cannot"))?;
        Ok(serde_json::from_str(&output)?)
    }

    /// The drivers that support a workload.
    pub(crate) fn of(kind: Kind, drivers: &[Self], profile: Profile) -> Result<Vec<Self>> {
        let mut able = Vec::new();
        for driver in drivers {
            let cannot = driver.cannot(profile)?;
            if !cannot.iter().any(|(title, _)| title == kind.title()) {
                able.push(*driver);
            }
        }
        Ok(able)
    }
}

/// The path of a program, which must have been built.
pub(crate) fn executable(name: &str, profile: Profile) -> Result<PathBuf> {
    let path = paths::target()?.join(profile.name()).join(name);
    ensure!(path.exists(), "{} has not been built", path.display());
    Ok(path)
}

/// Builds the programs: only schema's, or also those of the peers.
///
/// Schema's programs are always built without the peers. With them, Cargo would build some dependencies with other
/// features, and the different memory layout changes the count of instructions by up to 3 %.
pub(crate) fn build(peers: bool, profile: Profile) -> Result<()> {
    // `--locked`: the number of instructions depends on the versions of the dependencies.
    let common = ["build", "--locked", "--profile", profile.name()];
    let of_drivers = |ours: bool| {
        let drivers = DRIVERS.iter().filter(move |driver| driver.ours == ours);
        let names = drivers.filter(|driver| driver.name != TOASTY);
        names.flat_map(|driver| ["--bin".to_owned(), format!("driver-{}", driver.program)])
    };
    let mut ours: Vec<String> = common.map(str::to_owned).to_vec();
    match profile {
        Profile::Release => ours.push("--bins".to_owned()),
        // Linking is slow, and the others are not measured with this profile.
        Profile::Lto => ours.extend(of_drivers(true)),
    }
    cargo("Cargo.toml", &ours)?;
    if !peers {
        return Ok(());
    }
    cargo("toasty/Cargo.toml", &common.map(str::to_owned))?;
    let mut theirs: Vec<String> = common.map(str::to_owned).to_vec();
    theirs.extend(["--features".to_owned(), "peers".to_owned()]);
    theirs.extend(of_drivers(false));
    if profile == Profile::Release {
        for generator in PEER_GENERATORS {
            theirs.extend(["--bin".to_owned(), generator.to_owned()]);
        }
    }
    cargo("Cargo.toml", &theirs)
}

fn cargo(manifest: &str, arguments: &[String]) -> Result<()> {
    eprintln!("building {manifest}");
    let status = Command::new("cargo")
        .args(arguments)
        .arg("--target-dir")
        .arg(paths::target()?)
        .arg("--manifest-path")
        .arg(paths::benchmarks().join(manifest))
        .status()
        .context("could not start cargo")?;
    ensure!(status.success(), "could not build {manifest}");
    Ok(())
}

/// Runs a program and returns its output.
pub(crate) fn run(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .with_context(|| format!("could not start {command:?}"))?;
    if !output.status.success() {
        bail!(
            "{command:?} fails: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8(output.stdout)?)
}
