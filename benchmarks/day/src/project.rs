//! The program of a library, before and after the edit.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::repository;
use crate::way::Library;

/// The text of each file, by its path in the program's folder.
pub(crate) type Files = BTreeMap<PathBuf, String>;

/// Files that this library's program shares with `examples/change_day`.
const SHARED: [&str; 2] = ["tables.rs", "orders.rs"];

/// A folder with the program of a library.
pub(crate) struct Project {
    pub(crate) library: Library,
    pub(crate) directory: PathBuf,
    /// All files before the edit, with those that tools have made.
    before: Files,
}

impl Project {
    pub(crate) fn new(library: Library, root: &Path) -> Self {
        Self {
            library,
            directory: root.join(library.folder()),
            before: Files::new(),
        }
    }

    /// Writes the program as it is before the edit, and nothing else.
    pub(crate) fn start(&mut self) -> Result<()> {
        self.before = common(self.library)?;
        self.before.extend(layer(self.library, "before")?);
        self.restore()
    }

    /// Takes the files as they are now, with those that tools have made, for the state before the edit.
    pub(crate) fn keep(&mut self) -> Result<()> {
        self.before = read(&self.directory)?;
        Ok(())
    }

    /// Writes the state before the edit.
    pub(crate) fn restore(&self) -> Result<()> {
        if self.directory.exists() {
            for path in read(&self.directory)?.keys() {
                if !self.before.contains_key(path) {
                    remove(&self.directory, path)?;
                }
            }
        }
        self.write(&self.before)
    }

    /// Writes files, unless they have that text already.
    pub(crate) fn write(&self, files: &Files) -> Result<()> {
        for (path, text) in files {
            let path = self.directory.join(path);
            if fs::read_to_string(&path).is_ok_and(|now| now == *text) {
                continue;
            }
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(&path, text).with_context(|| path.display().to_string())?;
        }
        Ok(())
    }
}

/// Removes a file, and the folders that are empty without it: Diesel takes each for a migration.
fn remove(directory: &Path, path: &Path) -> Result<()> {
    fs::remove_file(directory.join(path))?;
    for folder in path.ancestors().skip(1) {
        let folder = directory.join(folder);
        if folder == directory || fs::read_dir(&folder)?.next().is_some() {
            break;
        }
        fs::remove_dir(folder)?;
    }
    Ok(())
}

/// Returns the files that are the same before and after the edit.
fn common(library: Library) -> Result<Files> {
    let mut files = layer(library, "common")?;
    let root = repository().display().to_string();
    if let Some(manifest) = files.get_mut(Path::new("Cargo.toml")) {
        *manifest = manifest.replace("{root}", &root);
    }
    let lock = lock(library);
    if lock.exists() {
        files.insert("Cargo.lock".into(), fs::read_to_string(lock)?);
    }
    Ok(files)
}

/// The path of a lock file.
pub(crate) fn lock(library: Library) -> PathBuf {
    let name = format!("benchmarks/day/locks/{}.lock", library.folder());
    repository().join(name)
}

/// Returns the files of a folder in `apps`: `common`, `before`, `after`, or an overlay.
pub(crate) fn layer(library: Library, name: &str) -> Result<Files> {
    let apps = repository().join("benchmarks/day/apps");
    let mut files = read(&apps.join(library.folder()).join(name))?;
    if library == Library::Schema && matches!(name, "before" | "after") {
        let example = repository().join("examples/change_day").join(name);
        for file in SHARED {
            let text = fs::read_to_string(example.join(file))?;
            files.insert(Path::new("src").join(file), text);
        }
    }
    Ok(files)
}

/// Reads a folder, without the folder of builds.
fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(inner) = folders.pop() {
        let path = folder.join(&inner);
        let entries = fs::read_dir(&path).with_context(|| path.display().to_string())?;
        for entry in entries {
            let entry = entry?;
            let inner = inner.join(entry.file_name());
            if entry.file_type()?.is_file() {
                files.insert(inner, fs::read_to_string(entry.path())?);
            } else if entry.file_name() != "target" {
                folders.push(inner);
            }
        }
    }
    Ok(files)
}
