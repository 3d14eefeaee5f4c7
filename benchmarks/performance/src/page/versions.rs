//! The versions of the libraries, from the lock files of Cargo and npm.

use std::fs;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::paths;

const LOCKS: [(&str, &[&str]); 2] = [
    (
        "Cargo.lock",
        &[
            "sqlx",
            "tokio-postgres",
            "diesel",
            "diesel-async",
            "sea-orm",
            "sea-query",
        ],
    ),
    ("toasty/Cargo.lock", &["toasty"]),
];
/// The packages of npm, with their names in the page.
const NPM_LOCK: &str = "node/package-lock.json";
const NPM: [(&str, &str); 3] = [
    ("drizzle-orm", "drizzle-orm"),
    ("pg", "node-postgres"),
    ("@prisma/client", "Prisma"),
];

/// Lists them in one line.
pub(super) fn table() -> Result<String> {
    let mut versions = Vec::new();
    for (lock, crates) in LOCKS {
        let text = read(lock)?;
        for name in crates {
            let version = version(&text, name).with_context(|| format!("no {name} in {lock}"))?;
            versions.push(format!("{name} {version}"));
        }
    }
    let lock: Value = serde_json::from_str(&read(NPM_LOCK)?)?;
    for (package, name) in NPM {
        let version = lock["packages"][format!("node_modules/{package}")]["version"].as_str();
        let version = version.with_context(|| format!("no {package} in {NPM_LOCK}"))?;
        versions.push(format!("{name} {version}"));
    }
    Ok(format!("The libraries: {}.", versions.join(", ")))
}

fn read(lock: &str) -> Result<String> {
    let path = paths::benchmarks().join(lock);
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

fn version<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let (_, package) = lock.split_once(&format!("\nname = \"{name}\"\nversion = \""))?;
    package.split('"').next()
}
