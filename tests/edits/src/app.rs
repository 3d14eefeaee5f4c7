//! A copy of the application, to try edits on.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::check::{self, Outcome};
use crate::edit::Edit;
use crate::judge::{self, Verdict};

/// The repository's folder.
pub(crate) fn root() -> &'static Path {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    folder.ancestors().nth(2).unwrap_or(folder)
}

/// The copy, in `target/edits`.
#[derive(Debug)]
pub(crate) struct App {
    original: PathBuf,
    copy: PathBuf,
    target: PathBuf,
}

impl App {
    /// Copies the application and makes the paths of its dependencies absolute. Also copies the repository's lock file,
    /// so that Cargo fetches nothing.
    pub(crate) fn copy(original: &Path) -> Result<Self> {
        let place = root().join("target/edits");
        let app = Self {
            original: original.to_owned(),
            copy: place.join("app"),
            target: place.join("check"),
        };
        if app.copy.exists() {
            fs::remove_dir_all(&app.copy)?;
        }
        copy_folder(original, &app.copy)?;
        app.write_manifest()?;
        let lock = root().join("Cargo.lock");
        fs::copy(&lock, app.copy.join("Cargo.lock"))
            .with_context(|| format!("cannot copy {}", lock.display()))?;
        Ok(app)
    }

    fn write_manifest(&self) -> Result<()> {
        let path = self.original.join("Cargo.toml");
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{} is not an application", self.original.display()))?;
        let mut manifest: toml::Table =
            toml::from_str(&text).with_context(|| path.display().to_string())?;
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let Some(toml::Value::Table(dependencies)) = manifest.get_mut(kind) else {
                continue;
            };
            for dependency in dependencies.iter_mut().map(|(_, dependency)| dependency) {
                if let Some(toml::Value::String(path)) = dependency.get_mut("path") {
                    let absolute = self.original.join(&*path).canonicalize();
                    let absolute = absolute.with_context(|| format!("no folder {path}"))?;
                    *path = absolute.display().to_string();
                }
            }
        }
        manifest
            .entry("workspace")
            .or_insert_with(|| toml::Value::Table(toml::Table::new()));
        fs::write(self.copy.join("Cargo.toml"), toml::to_string(&manifest)?)?;
        Ok(())
    }

    /// Checks the unedited application, which also builds its dependencies.
    pub(crate) fn check_unedited(&self) -> Result<()> {
        let outcome = self.check()?;
        match outcome.errors.first() {
            None if outcome.succeeded => Ok(()),
            None => bail!(
                "the application does not compile before any edit:\n{}",
                outcome.other
            ),
            Some(error) => bail!(
                "the application does not compile before any edit:\n{}",
                error.rendered
            ),
        }
    }

    /// Applies the edit, checks, reverts the edit, and judges the result.
    pub(crate) fn try_edit(&self, edit: &Edit) -> Result<Verdict> {
        let files = edit.apply(&self.original)?;
        for (file, text) in &files {
            fs::write(self.copy.join(file), text)?;
        }
        let outcome = self.check()?;
        let verdict = judge::judge(edit, &outcome, &self.copy);
        for file in files.keys() {
            fs::write(
                self.copy.join(file),
                fs::read_to_string(self.original.join(file))?,
            )?;
        }
        verdict
    }

    /// Restores the original sources.
    pub(crate) fn restore(&self) -> Result<()> {
        copy_folder(&self.original.join("src"), &self.copy.join("src"))
    }

    fn check(&self) -> Result<Outcome> {
        check::check(&self.copy, &self.target)
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let (name, path) = (entry.file_name(), entry.path());
        if entry.file_type()?.is_file() {
            // Not `fs::copy`, which would make the copy of a read-only file read-only.
            fs::write(to.join(name), fs::read(path)?)?;
        } else if name != "target" && name != ".git" {
            copy_folder(&path, &to.join(name))?;
        }
    }
    Ok(())
}
