//! Writes the files of a migration.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use chrono::Utc;
use schema_ddl::model::Model;
use tempfile::NamedTempFile;

use super::snapshot::Snapshot;
use super::{Folder, FolderError, version};

/// Longest name of a migration, in characters, so that file names stay readable.
const LONGEST_NAME: usize = 80;

/// A migration to be written.
///
/// ```
/// use schema_ddl::model::Model;
/// use schema_kit::migrate::{Folder, NewMigration};
///
/// let directory = tempfile::tempdir()?;
/// let mut new = NewMigration::new("create notes", "create table notes (id bigint);\n");
/// new.down = Some("drop table notes;\n".to_owned());
/// new.snapshot = Some(Model::default());
/// let version = Folder::write(directory.path(), &new)?;
///
/// let folder = Folder::read(directory.path())?;
/// let migration = &folder.migrations()[0];
/// assert_eq!(migration.version, version);
/// assert_eq!(migration.name, "create_notes");
/// assert_eq!(migration.up.text.statements()[0].sql, "create table notes (id bigint)");
/// assert_eq!(folder.head()?.unwrap().model()?, Model::default());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct NewMigration {
    /// A few words about the change. They become part of the file names.
    pub name: String,
    /// The SQL that applies it.
    pub up: String,
    /// The SQL that reverts it.
    pub down: Option<String>,
    /// The schema after it.
    pub snapshot: Option<Model>,
    /// The [fingerprints](schema_core::ddl::Schema::fingerprints) of the structs, for `schema.lock`. If there are none and
    /// there is a snapshot, the file keeps those that it has.
    pub fingerprints: Option<String>,
}

impl NewMigration {
    /// A migration that only goes up, without a snapshot.
    pub fn new(name: impl Into<String>, up: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            up: up.into(),
            down: None,
            snapshot: None,
            fingerprints: None,
        }
    }
}

impl Folder {
    /// Writes the files of a migration, and returns its version. Creates the folder.
    ///
    /// Existing files are never changed, except `schema.lock`, which is written last. Of the others, the `.up.sql` is
    /// the last one to appear, and each appears with all its contents, so a reader or a crash never sees a part of a
    /// migration as a whole one.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read or written, or has conflicting snapshots.
    pub fn write(path: impl AsRef<Path>, new: &NewMigration) -> Result<i64, FolderError> {
        let path = path.as_ref();
        fs::create_dir_all(path).map_err(|source| io_error(path, source))?;
        let folder = Self::read(path)?;
        let latest = folder
            .migrations()
            .last()
            .map(|migration| migration.version);
        let version = version::next(latest, Utc::now());
        let stem = format!("{version}_{}", slug(&new.name)?);
        let mut files = Vec::new();
        if let Some(down) = &new.down {
            files.push((path.join(format!("{stem}.down.sql")), down.clone()));
        }
        if let Some(model) = &new.snapshot {
            let file = path.join(format!("{stem}.snapshot.json"));
            let parent = folder.head()?.map(|head| head.version);
            let json = Snapshot::json(parent, model)
                .map_err(|source| io_error(&file, io::Error::other(source)))?;
            files.push((file, json));
        }
        let extension = if new.down.is_some() { "up.sql" } else { "sql" };
        files.push((path.join(format!("{stem}.{extension}")), new.up.clone()));
        persist(path, &files)?;
        if new.snapshot.is_some() {
            Self::write_lock(path, version, new.fingerprints.as_deref())?;
        }
        Ok(version)
    }
}

/// Writes all files under temporary names, then gives them their names. Removes them again if that fails.
fn persist(folder: &Path, files: &[(PathBuf, String)]) -> Result<(), FolderError> {
    let mut written = Vec::new();
    for (path, text) in files {
        let file = temporary(folder, text).map_err(|source| io_error(path, source))?;
        written.push((path, file));
    }
    let mut named: Vec<&PathBuf> = Vec::new();
    for (path, file) in written {
        if let Err(error) = file.persist_noclobber(path) {
            for path in named {
                // The first error is the one to report.
                let _ = fs::remove_file(path);
            }
            return Err(io_error(path, error.error));
        }
        named.push(path);
    }
    Ok(())
}

/// Writes a file under a temporary name, then gives it its name.
pub(super) fn replace(path: &Path, text: &str) -> Result<(), FolderError> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let file = temporary(folder, text).map_err(|source| io_error(path, source))?;
    file.persist(path)
        .map_err(|error| io_error(path, error.error))?;
    Ok(())
}

/// Waits until the names of a folder's files are on the disk.
pub(super) fn sync(folder: &Path) -> Result<(), FolderError> {
    #[cfg(unix)]
    fs::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|source| io_error(folder, source))?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

pub(super) fn temporary(folder: &Path, text: &str) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".tmp-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any new file: the system removes what the user's mask excludes.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Returns a name as part of a file name: letters and digits, with `_` between the words.
pub(super) fn slug(name: &str) -> Result<String, FolderError> {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        let name = name.to_owned();
        return Err(FolderError::BadDescription { name });
    }
    Ok(words.join("_").chars().take(LONGEST_NAME).collect())
}

pub(super) fn io_error(path: &Path, source: io::Error) -> FolderError {
    FolderError::Io {
        path: path.to_owned(),
        source,
    }
}
