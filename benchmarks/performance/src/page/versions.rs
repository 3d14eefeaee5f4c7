//! The versions of the libraries, from the lock files.

use std::fs;

use anyhow::{Context as _, Result};

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

/// Lists them in one line.
pub(super) fn table() -> Result<String> {
    let mut versions = Vec::new();
    for (lock, crates) in LOCKS {
        let path = paths::benchmarks().join(lock);
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        for name in crates {
            let version = version(&text, name).with_context(|| format!("no {name} in {lock}"))?;
            versions.push(format!("{name} {version}"));
        }
    }
    Ok(format!("The libraries: {}.", versions.join(", ")))
}

fn version<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let (_, package) = lock.split_once(&format!("\nname = \"{name}\"\nversion = \""))?;
    package.split('"').next()
}
