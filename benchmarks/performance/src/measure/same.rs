//! Checks that the drivers do the same work before they are measured.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use workloads::{Kind, Workload};

use crate::drivers::{self, Driver, Profile};
use crate::server::Server;

/// Fails if a driver reads or writes other rows than the first.
pub(crate) fn check(
    server: &Server,
    workload: Workload,
    drivers: &[Driver],
    profile: Profile,
) -> Result<()> {
    let mut first: Option<(Driver, String)> = None;
    for driver in drivers {
        // The floor decodes nothing, so there is nothing to compare.
        if driver.name == "sqlx floor" {
            continue;
        }
        let found = found(server, workload, *driver, profile)
            .with_context(|| format!("{workload}, {}", driver.name))?;
        let (reference, expected) = first.get_or_insert_with(|| (*driver, found.clone()));
        ensure!(
            *expected == found,
            "{workload}: {} and {} differ: {}",
            driver.name,
            reference.name,
            difference(expected, &found),
        );
    }
    clean(server, workload)
}

/// The rows that the driver read, sorted, or those that it wrote.
fn found(server: &Server, workload: Workload, driver: Driver, profile: Profile) -> Result<String> {
    clean(server, workload)?;
    let text = drivers::run(Command::new(driver.executable(profile)?).args([
        "show",
        &server.url(workload),
        &workload.to_string(),
    ]))?;
    let Some(table) = workload.kind.writes() else {
        let mut lines: Vec<&str> = text.lines().map(str::trim).collect();
        lines.sort_unstable();
        ensure!(
            lines.iter().any(|line| !line.is_empty()),
            "it reads nothing"
        );
        return Ok(lines.join("\n"));
    };
    let columns = match table {
        "new_users" => "(name, hair_color)",
        "items" => "(id, quantity, description)",
        _ => "(owner_id, quantity, active, name, description, created_at, price)",
    };
    let sql =
        format!("select string_agg({columns}::text, e'\\n' order by {columns}::text) from {table}");
    let written = server.text(workload, &sql)?;
    written.context("it writes nothing")
}

/// Removes the written rows.
pub(crate) fn clean(server: &Server, workload: Workload) -> Result<()> {
    match workload.kind.writes() {
        None => Ok(()),
        Some("items") => {
            debug_assert_eq!(workload.kind, Kind::Update);
            let sql = "update items set quantity = id % 1000,
                    description = 'The description of item number ' || id || ', which is a bit longer'
                where quantity < 0";
            server.execute(workload, sql)?;
            server.execute(workload, "vacuum items")
        }
        Some(table) => server.execute(workload, &format!("truncate {table} restart identity")),
    }
}

/// Finds the first line that differs.
fn difference(expected: &str, found: &str) -> String {
    let lines = expected.lines().zip(found.lines());
    match lines
        .into_iter()
        .find(|(expected, found)| expected != found)
    {
        Some((expected, found)) => format!("`{expected}` and `{found}`"),
        None => format!(
            "{} and {} lines",
            expected.lines().count(),
            found.lines().count()
        ),
    }
}
