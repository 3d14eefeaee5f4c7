//! The crate that is generated and compiled for a driver.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::cargo::{Cargo, Run};
use crate::description::{Description, FILES, in_file};
use crate::drivers::Driver;

/// A driver's crate.
pub(crate) struct App {
    pub(crate) driver: &'static dyn Driver,
    directory: PathBuf,
    cargo: Cargo,
}

impl App {
    /// Writes the manifest, but no code.
    pub(crate) fn new(driver: &'static dyn Driver, root: &Path) -> Result<Self> {
        let directory = root.join(driver.package());
        let app = Self {
            driver,
            cargo: Cargo::new(&directory),
            directory,
        };
        let manifest = format!(
            "[package]\nname = \"{}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{}",
            driver.package(),
            driver.manifest()
        );
        app.put("Cargo.toml", &manifest)?;
        app.put("src/main.rs", "fn main() {}\n")?;
        app.put("Cargo.lock", driver.lock())?;
        Ok(app)
    }

    pub(crate) fn name(&self) -> &'static str {
        self.driver.name()
    }

    /// Fetches all dependencies in the versions of the lock file.
    pub(crate) fn fetch(&self) -> Result<()> {
        self.cargo.fetch(self.driver.locked())
    }

    /// Updates all dependencies to the newest versions that the manifest allows.
    pub(crate) fn updated_lock(&self) -> Result<String> {
        self.cargo.update()?;
        Ok(fs::read_to_string(self.directory.join("Cargo.lock"))?)
    }

    /// Writes changed files only.
    pub(crate) fn write(&self, description: &Description) -> Result<()> {
        let with_queries = !description.queries.is_empty();
        for file in 0..FILES {
            let mut text = self.driver.tables_header().to_owned();
            for table in in_file(&description.tables, file) {
                text += &self.driver.table(table);
            }
            self.put(&format!("src/tables/g{file}.rs"), &text)?;
            if with_queries {
                let text = self.queries(description, file);
                self.put(&format!("src/queries/q{file}.rs"), &text)?;
            }
        }
        let modules = lines(|file| format!("mod g{file};\npub use g{file}::*;\n"));
        let tables = modules + &self.driver.all_tables(description);
        self.put("src/tables.rs", &tables)?;
        let queries = lines(|file| format!("pub mod q{file};\n"));
        self.put("src/queries.rs", &queries)?;
        self.put("src/main.rs", &self.main(with_queries))
    }

    fn queries(&self, description: &Description, file: usize) -> String {
        let connection = self.driver.connection();
        let mut text = self.driver.queries_header().to_owned();
        let mut calls = String::new();
        for query in in_file(&description.queries, file) {
            text += &self.driver.query(query);
            calls += &format!(
                "    println!(\"{{:?}}\", q{}({}).await);\n",
                query.number, connection.argument
            );
        }
        let parameter = connection.parameter;
        text + &format!("\npub async fn run({parameter}) {{\n{calls}}}\n")
    }

    fn main(&self, with_queries: bool) -> String {
        let allow = "#![allow(dead_code, unused_imports)]\n\nmod tables;\n";
        if !with_queries {
            return format!("{allow}\nfn main() {{}}\n");
        }
        let connection = self.driver.connection();
        let calls = lines(|file| {
            format!(
                "    queries::q{file}::run({}).await;\n",
                connection.argument
            )
        });
        format!(
            r#"{allow}mod queries;

async fn run({parameter}) {{
{calls}}}

#[tokio::main(flavor = "current_thread")]
async fn main() {{
    let url = std::env::args().nth(1).unwrap_or_default();
    {connect}
    run({lend}).await;
}}
"#,
            parameter = connection.parameter,
            connect = connection.connect,
            lend = connection.lend,
        )
    }

    /// Runs `cargo check`.
    pub(crate) fn check(&self) -> Result<Run> {
        self.cargo.run(&["check"])?.assert_success(self.name())
    }

    /// Runs `cargo build`.
    pub(crate) fn build(&self) -> Result<Run> {
        self.cargo.run(&["build"])?.assert_success(self.name())
    }

    /// Runs `cargo build --release`.
    pub(crate) fn build_release(&self) -> Result<Run> {
        let run = self.cargo.run(&["build", "--release"])?;
        run.assert_success(self.name())
    }

    /// Runs `cargo check` on code with an error, until the first error or the end.
    pub(crate) fn check_with_error(&self, to_the_end: bool) -> Result<Run> {
        if to_the_end {
            self.cargo.run(&["check"])
        } else {
            self.cargo.run_to_first_error(&["check"])
        }
    }

    /// Returns the code after macro expansion.
    pub(crate) fn expand(&self) -> Result<String> {
        self.cargo.expand()
    }

    /// Updates the modification time of a file, like an editor that saves it unchanged.
    pub(crate) fn touch(&self) -> Result<()> {
        let path = self.directory.join("src/main.rs");
        let file = fs::File::options().append(true).open(path)?;
        Ok(file.set_modified(std::time::SystemTime::now())?)
    }

    /// Removes the build of the crate itself and touches its sources.
    pub(crate) fn forget(&self) -> Result<()> {
        let prefix = self.driver.package().replace('-', "_") + "-";
        let incremental = self.cargo.target().join("debug/incremental");
        if incremental.exists() {
            for entry in fs::read_dir(incremental)? {
                let entry = entry?;
                if entry.file_name().to_string_lossy().starts_with(&prefix) {
                    fs::remove_dir_all(entry.path())?;
                }
            }
        }
        self.touch()
    }

    /// Removes the code of the crate and its build directory.
    pub(crate) fn clear(&self) -> Result<()> {
        if self.cargo.target().exists() {
            fs::remove_dir_all(self.cargo.target())?;
        }
        self.put("src/main.rs", "fn main() {}\n")
    }

    /// The path of the built program.
    pub(crate) fn executable(&self, profile: &str) -> PathBuf {
        self.cargo
            .target()
            .join(profile)
            .join(self.driver.package())
    }

    fn put(&self, path: &str, text: &str) -> Result<()> {
        let path = self.directory.join(path);
        if fs::read_to_string(&path).is_ok_and(|before| before == text) {
            return Ok(());
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, text).with_context(|| path.display().to_string())
    }
}

/// Concatenates lines generated for each file.
fn lines(of_file: impl Fn(usize) -> String) -> String {
    (0..FILES).map(of_file).collect()
}
