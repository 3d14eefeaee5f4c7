//! The repetitions: the ways take turns, so that a noisy minute affects all of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use measurements::{Place, Results, Sample};

use crate::command::{Run, Tool};
use crate::database::Databases;
use crate::project::{self, Files, Project};
use crate::way::{Library, WAYS, Way};

/// The table of wall times.
pub(crate) const TIMES: &str = "the day";
/// The table of processor times.
pub(crate) const PROCESSOR: &str = "the day, processor";
/// The table of the compiler's answers to the edited struct.
pub(crate) const ERRORS: &str = "errors";

/// Builds everything that the day needs before the edit.
const BUILD: Tool = Tool::Cargo(&["build", "--quiet", "--bins"]);
/// Builds and runs the program.
pub(crate) const RUN: Tool = Tool::Cargo(&["run", "--quiet", "--bin", "clinic"]);

/// The lines that the program prints.
const PRINTED: usize = 4;

/// The programs and the databases.
pub(crate) struct Bench {
    pub(crate) projects: Vec<Project>,
    pub(crate) databases: Databases,
    update_locks: bool,
}

/// Seconds by row and way: wall time and processor time.
type Times = BTreeMap<(&'static str, &'static str), (Vec<f64>, Vec<f64>)>;

impl Bench {
    pub(crate) fn new(directory: &Path, databases: Databases, update_locks: bool) -> Result<Self> {
        fs::create_dir_all(directory)?;
        let projects = Library::ALL.map(|library| Project::new(library, directory));
        Ok(Self {
            projects: projects.into(),
            databases,
            update_locks,
        })
    }

    /// Makes each program as it is before the edit, with its database, and builds it.
    pub(crate) async fn set_up(&mut self) -> Result<()> {
        for project in &mut self.projects {
            let library = project.library;
            eprintln!(
                "{}: building the program as it is before the edit",
                library.name()
            );
            project.start()?;
            fetch(project, self.update_locks)?;
            let url = self.databases.url(library)?;
            self.databases.create(library).await?;
            library.migrate().succeed(&project.directory, &url)?;
            self.databases.fill(library).await?;
            BUILD.succeed(&project.directory, &url)?;
            if let Some(finish) = library.finish() {
                finish.succeed(&project.directory, &url)?;
            }
            project.keep()?;
        }
        Ok(())
    }

    /// Restores the program and the database of a library, and returns the URL.
    pub(crate) async fn restore(&mut self, library: Library, overlay: &Files) -> Result<String> {
        let url = self.databases.url(library)?;
        self.databases.restore(library).await?;
        let project = self.project(library)?;
        project.restore()?;
        project.write(overlay)?;
        Ok(url)
    }

    pub(crate) fn project(&self, library: Library) -> Result<&Project> {
        let project = self.projects.iter().find(|it| it.library == library);
        project.context("each library has a project")
    }

    /// Makes the day several times in each way.
    pub(crate) async fn measure(&mut self, runs: usize, results: &mut Results) -> Result<()> {
        let mut times = Times::new();
        let mut printed = None;
        for round in 1..=runs {
            for way in &WAYS {
                let output = self.day(way, &mut times).await?;
                eprintln!("{round} of {runs}, {}", way.name);
                let expected = printed.get_or_insert_with(|| rows(&output));
                ensure!(
                    *expected == rows(&output),
                    "the program of {} prints something else:\n{output}",
                    way.name
                );
            }
            for way in WAYS.iter().filter(|way| way.overlay.is_none()) {
                self.errors(way, &mut times, results).await?;
            }
        }
        for ((row, way), (wall, cpu)) in times {
            for (table, seconds) in [(TIMES, wall), (PROCESSOR, cpu)] {
                let sample = Sample::of(seconds).context("nothing was measured")?;
                results.put(Place::new(table, row, way), "s", sample);
            }
        }
        Ok(())
    }

    /// Makes the day once, and returns what the changed program prints.
    async fn day(&mut self, way: &Way, times: &mut Times) -> Result<String> {
        let overlay = match way.overlay {
            Some(name) => project::layer(way.library, name)?,
            None => Files::new(),
        };
        let url = self.restore(way.library, &overlay).await?;
        let project = self.project(way.library)?;
        let directory = &project.directory;
        BUILD.succeed(directory, &url)?;
        let edit = project::layer(way.library, "after")?;

        project.write(&edit)?;
        let mut total = (0.0, 0.0);
        let mut add = |row, run: &Run, times: &mut Times| {
            total = (total.0 + run.wall, total.1 + run.cpu);
            put(times, row, way.name, run.wall, run.cpu);
        };
        if let Some(migrate) = way.migrate {
            add(
                "the database is changed",
                &migrate.succeed(directory, &url)?,
                times,
            );
        }
        let run = RUN.succeed(directory, &url)?;
        add(
            "the program is built, and has printed its rows",
            &run,
            times,
        );
        put(
            times,
            "from the edit to the running query",
            way.name,
            total.0,
            total.1,
        );
        if let Some(finish) = way.finish {
            let run = finish.succeed(directory, &url)?;
            put(
                times,
                "the files for CI and production",
                way.name,
                run.wall,
                run.cpu,
            );
        }
        Ok(run.stdout)
    }

    /// Edits only the structs, and records what the compiler says. With Diesel, the database is changed before, because
    /// its structs are checked against the tables that are generated from it.
    async fn errors(&mut self, way: &Way, times: &mut Times, results: &mut Results) -> Result<()> {
        let url = self.restore(way.library, &Files::new()).await?;
        let project = self.project(way.library)?;
        BUILD.succeed(&project.directory, &url)?;
        let mut edit = project::layer(way.library, "after")?;
        let structs = Path::new("src/tables.rs");
        edit.retain(|path, _| path == structs || path.starts_with("migrations"));
        if way.library == Library::Diesel {
            project.write(&edit)?;
            way.library.migrate().succeed(&project.directory, &url)?;
        }
        project.write(&edit)?;
        let run = BUILD.run(&project.directory, &url)?;
        ensure!(
            !run.success,
            "{}: the edited struct fits everything",
            way.name
        );
        put(
            times,
            "the compiler names what does not fit the structs",
            way.name,
            run.wall,
            run.cpu,
        );
        let lines = run.stderr.lines().filter(|line| !line.is_empty());
        let errors = run.stderr.lines().filter(|line| is_error(line));
        for (row, count) in [
            ("errors", errors.count()),
            ("lines of output", lines.count()),
        ] {
            let count = u32::try_from(count)?;
            results.put(
                Place::new(ERRORS, row, way.name),
                "",
                Sample::exact(count.into()),
            );
        }
        Ok(())
    }
}

/// True for the first line of an error, other than the one that counts them.
pub(crate) fn is_error(line: &str) -> bool {
    let is_sum =
        line.starts_with("error: could not compile") || line.starts_with("error: aborting");
    line.starts_with("error") && !is_sum
}

/// The rows that the program prints, without the plan before them.
fn rows(output: &str) -> Vec<String> {
    let lines: Vec<_> = output.lines().collect();
    let rows = lines.iter().skip(lines.len().saturating_sub(PRINTED));
    rows.map(ToString::to_string).collect()
}

fn put(times: &mut Times, row: &'static str, way: &'static str, wall: f64, cpu: f64) {
    let (walls, cpus) = times.entry((row, way)).or_default();
    walls.push(wall);
    cpus.push(cpu);
}

/// Fetches the crates in the versions of the lock file, so that no measured command uses the network.
fn fetch(project: &Project, update: bool) -> Result<()> {
    let lock = project::lock(project.library);
    let steps: &[&[&str]] = if update {
        &[&["update", "--quiet"], &["fetch", "--quiet"]]
    } else {
        &[&["fetch", "--quiet", "--locked"]]
    };
    for arguments in steps {
        let mut cargo = Command::new("cargo");
        let status = cargo
            .args(*arguments)
            .current_dir(&project.directory)
            .status()?;
        ensure!(
            status.success(),
            "cargo {} failed in {}",
            arguments.join(" "),
            project.directory.display()
        );
    }
    if update {
        fs::copy(project.directory.join("Cargo.lock"), lock)?;
    }
    Ok(())
}
