//! The programs that are measured, and building them.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use workloads::Kind;

use crate::paths;

/// A program that does the workloads with one library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Driver {
    /// As tables call it.
    pub(crate) name: &'static str,
    /// The program is `driver-` and this.
    program: &'static str,
    /// Whether it has a pool.
    pub(crate) pool: bool,
    /// Whether it is built without the peers.
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

/// Ours.
pub(crate) const SCHEMA: Driver = Driver {
    ours: true,
    ..driver("schema", "schema", true)
};
/// It has a workspace of its own.
const TOASTY: &str = "toasty";
/// The programs that make SQL with a peer.
const PEER_GENERATORS: [&str; 2] = ["generator-sea-query", "generator-diesel"];
/// What wall time is compared with.
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

/// How the programs are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As most programs are.
    Release,
    /// As `diesel_bench` is: with link-time optimization, in one unit.
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
    /// The program, which is built already.
    pub(crate) fn executable(self, profile: Profile) -> Result<PathBuf> {
        executable(&format!("driver-{}", self.program), profile)
    }

    /// What the driver does not do, and why.
    pub(crate) fn cannot(self, profile: Profile) -> Result<Vec<(String, String)>> {
        let output = run(Command::new(self.executable(profile)?).arg("cannot"))?;
        Ok(serde_json::from_str(&output)?)
    }

    /// The drivers that do this.
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

/// A program that is built already.
pub(crate) fn executable(name: &str, profile: Profile) -> Result<PathBuf> {
    let path = paths::target()?.join(profile.name()).join(name);
    ensure!(path.exists(), "{} is not built", path.display());
    Ok(path)
}

/// Builds the programs: ours alone, or those of the peers too.
///
/// Ours are built without the peers either way: with these, Cargo builds some crates below with other features, and the
/// same program finds its memory laid out otherwise, which is worth up to 3 % of its instructions.
pub(crate) fn build(peers: bool, profile: Profile) -> Result<()> {
    // `--locked`: another version of a dependency takes another count of instructions.
    let common = ["build", "--locked", "--profile", profile.name()];
    let of_drivers = |ours: bool| {
        let drivers = DRIVERS.iter().filter(move |driver| driver.ours == ours);
        let names = drivers.filter(|driver| driver.name != TOASTY);
        names.flat_map(|driver| ["--bin".to_owned(), format!("driver-{}", driver.program)])
    };
    let mut ours: Vec<String> = common.map(str::to_owned).to_vec();
    match profile {
        Profile::Release => ours.push("--bins".to_owned()),
        // Linking takes long, and the others are not measured so.
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
        .context("cargo does not start")?;
    ensure!(status.success(), "{manifest} is not built");
    Ok(())
}

/// Runs a program and gives what it prints.
pub(crate) fn run(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .with_context(|| format!("{command:?} does not start"))?;
    if !output.status.success() {
        bail!(
            "{command:?} fails: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8(output.stdout)?)
}
