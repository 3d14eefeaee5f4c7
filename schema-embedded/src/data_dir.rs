//! The data directory of an embedded server.

use std::env;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::Error;

const PREFIX: &str = "schema-embedded-";
const LOCK: &str = "owner.lock";

/// The data directory of one server, removed on drop.
///
/// The owner holds a lock on a file in it. If a process is killed, or exits with a server in a `static`, the directory
/// remains but the lock does not. The next process can then remove the directory.
#[derive(Debug)]
pub(crate) struct DataDir {
    dir: TempDir,
    _lock: File,
}

impl DataDir {
    pub(crate) fn create() -> Result<Self, Error> {
        let parent = env::temp_dir();
        remove_abandoned(&parent);
        Self::create_in(&parent).map_err(|source| Error::DataDir { parent, source })
    }

    fn create_in(parent: &Path) -> io::Result<Self> {
        let dir = tempfile::Builder::new().prefix(PREFIX).tempdir_in(parent)?;
        // Lock the file before giving it its name, so that another process never sees it unlocked.
        let unnamed = dir.path().join("owner.lock.new");
        let lock = File::create_new(&unnamed)?;
        lock.lock()?;
        fs::rename(unnamed, dir.path().join(LOCK))?;
        Ok(Self { dir, _lock: lock })
    }

    /// The path of the directory.
    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    /// The installation directory of Postgres inside it.
    pub(crate) fn root(&self) -> PathBuf {
        self.dir.path().join("root")
    }
}

/// Removes the directories in `parent` whose owner no longer runs, as far as permissions allow.
fn remove_abandoned(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(PREFIX) && is_abandoned(&entry.path()) {
            // Ignore failures: the next start tries again.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn is_abandoned(dir: &Path) -> bool {
    File::open(dir.join(LOCK)).is_ok_and(|lock| lock.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removes_only_the_directories_of_dead_processes() {
        let parent = TempDir::new().unwrap();
        let alive = DataDir::create_in(parent.path()).unwrap();
        let abandoned = parent.path().join(format!("{PREFIX}abandoned"));
        let starting = parent.path().join(format!("{PREFIX}starting"));
        let foreign = parent.path().join("foreign");
        for dir in [&abandoned, &starting, &foreign] {
            fs::create_dir(dir).unwrap();
        }
        for dir in [&abandoned, &foreign] {
            fs::write(dir.join(LOCK), "").unwrap();
        }

        remove_abandoned(parent.path());

        assert!(alive.path().exists());
        assert!(!abandoned.exists());
        assert!(starting.exists());
        assert!(foreign.exists());
    }
}
