//! A description of the machine.

use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

/// Describes the processor, its cores, the operating system and the compiler in one line.
pub fn machine() -> String {
    let cores = available_parallelism().map_or(1, usize::from);
    [
        processor(),
        Some(format!("{cores} cores")),
        operating_system(),
        compiler(),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}

fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

fn operating_system() -> Option<String> {
    let text = fs::read_to_string("/etc/os-release").ok()?;
    let name = text
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    Some(name.trim_matches('"').to_owned())
}

fn compiler() -> Option<String> {
    let output = Command::new("rustc").arg("--version").output().ok()?;
    let version = String::from_utf8(output.stdout).ok()?;
    // Drop the commit and date in parentheses.
    Some(version.split(" (").next()?.trim().to_owned())
}
