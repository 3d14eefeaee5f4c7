//! The folder of migrations.
//!
//! The layout is that of `sqlx migrate`, with a snapshot beside each migration:
//!
//! | file | contents |
//! |---|---|
//! | `{version}_{name}.up.sql`, or `{version}_{name}.sql` | the SQL that applies it |
//! | `{version}_{name}.down.sql` | the SQL that reverts it |
//! | `{version}_{name}.snapshot.json` | the schema after it, and the version of the snapshot it was made from |
//! | `schema.lock` | fingerprints of the structs at the last migration, for `schema_core::check_migrations!` |
//!
//! The version is the time in UTC as `YYYYMMDDHHMMSS`, or any other positive number.

mod error;
mod lock;
mod snapshot;
mod squash;
#[cfg(test)]
mod tests;
mod version;
mod write;

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub use error::FolderError;
pub use lock::Lock;
pub use snapshot::Snapshot;
pub use squash::Squash;
pub use write::NewMigration;

use super::Text;
use write::io_error;

/// The migrations of a folder. See [`NewMigration`] for an example.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    migrations: Vec<Migration>,
    ignored: Vec<PathBuf>,
}

/// One migration.
#[derive(Debug, Clone)]
pub struct Migration {
    /// The number that orders the migrations.
    pub version: i64,
    /// The name, as the file has it.
    pub name: String,
    /// The script that applies it.
    pub up: Script,
    /// The script that reverts it.
    pub down: Option<Script>,
    /// The schema after it.
    pub snapshot: Option<Snapshot>,
}

/// A file of SQL.
#[derive(Debug, Clone)]
pub struct Script {
    /// The file.
    pub path: PathBuf,
    /// Its contents.
    pub sql: String,
    /// Its statements.
    pub text: Text,
}

impl Folder {
    /// Reads all migrations, in the order of their versions.
    ///
    /// # Errors
    ///
    /// If a file is not named as a migration, two have the same version, one has no `.up.sql`, a file cannot be read, or a
    /// [`Squash`] was interrupted.
    /// Conflicting snapshots are no error here: see [`head`](Self::head).
    pub fn read(path: impl AsRef<Path>) -> Result<Self, FolderError> {
        let path = path.as_ref();
        let (files, ignored) = list(path)?;
        if let Some((squash, left)) = squash::interrupted(&files)? {
            return Err(FolderError::InterruptedSquash {
                path: squash.path,
                left: left.into_iter().next().unwrap_or_default(),
            });
        }
        let folder = Self::of(files)?;
        if let Some((migration, squash)) = squash::within(&folder.migrations) {
            return Err(FolderError::WithinSquash {
                path: migration.up.path.clone(),
                squash: squash.up.path.clone(),
            });
        }
        Ok(Self { ignored, ..folder })
    }

    /// Reads the migrations of these files.
    fn of(files: Vec<File>) -> Result<Self, FolderError> {
        let mut by_version: BTreeMap<i64, Vec<File>> = BTreeMap::new();
        for file in files {
            by_version.entry(file.version).or_default().push(file);
        }
        let migrations = by_version
            .into_values()
            .map(Migration::read)
            .collect::<Result<_, _>>()?;
        Ok(Self {
            migrations,
            ignored: Vec::new(),
        })
    }

    /// The migrations, in the order of their versions.
    pub fn migrations(&self) -> &[Migration] {
        &self.migrations
    }

    /// Returns the migration with this version.
    pub fn migration(&self, version: i64) -> Option<&Migration> {
        let index = self
            .migrations
            .binary_search_by_key(&version, |migration| migration.version)
            .ok()?;
        self.migrations.get(index)
    }

    /// The other files and folders, which have no effect.
    pub fn ignored(&self) -> &[PathBuf] {
        &self.ignored
    }

    /// Returns the snapshot that the next migration is made from.
    ///
    /// # Errors
    ///
    /// If two snapshots are made from the same one, or the one that another is made from is missing.
    pub fn head(&self) -> Result<Option<&Snapshot>, FolderError> {
        snapshot::check(self.snapshots())?;
        Ok(self.snapshots().last())
    }

    /// Returns the snapshots that no other one is made from. More than one means that branches were merged.
    pub fn heads(&self) -> Vec<&Snapshot> {
        snapshot::heads(self.snapshots())
    }

    /// Returns true if the migration with this version was squashed into another one.
    pub(crate) fn has_squashed(&self, version: i64) -> bool {
        let squashed = self
            .migrations
            .iter()
            .flat_map(|one| one.up.text.squashed());
        squashed.into_iter().any(|one| one.version == version)
    }

    fn snapshots(&self) -> impl Iterator<Item = &Snapshot> + Clone {
        self.migrations
            .iter()
            .filter_map(|migration| migration.snapshot.as_ref())
    }
}

impl Migration {
    /// The name with spaces, as sqlx records it.
    pub(crate) fn description(&self) -> String {
        self.name.replace('_', " ")
    }

    fn read(files: Vec<File>) -> Result<Self, FolderError> {
        let mut up: Option<File> = None;
        let (mut down, mut snapshot) = (None, None);
        for file in &files {
            let other = files
                .iter()
                .find(|other| other.path != file.path && other.clashes(file));
            if let Some(other) = other {
                return Err(FolderError::DuplicateVersion {
                    version: file.version,
                    first: file.path.clone(),
                    second: other.path.clone(),
                });
            }
        }
        for file in files {
            match file.role {
                Role::Up => up = Some(file),
                Role::Down => down = Some(file),
                Role::Snapshot => snapshot = Some(file),
            }
        }
        let Some(up) = up else {
            let path = down.or(snapshot).map(|file| file.path).unwrap_or_default();
            return Err(FolderError::MissingUp { path });
        };
        Ok(Self {
            version: up.version,
            down: down.map(|file| Script::read(file.path)).transpose()?,
            snapshot: snapshot
                .map(|file| Snapshot::parse(file.version, &file.path, read(&file.path)?))
                .transpose()?,
            name: up.name,
            up: Script::read(up.path)?,
        })
    }
}

impl Script {
    fn read(path: PathBuf) -> Result<Self, FolderError> {
        let sql = read(&path)?;
        match Text::parse(&sql) {
            Ok(text) => Ok(Self { path, sql, text }),
            Err(source) => Err(FolderError::Text { path, source }),
        }
    }
}

/// The name of a file, in its parts.
#[derive(Debug, Clone)]
struct File {
    version: i64,
    name: String,
    role: Role,
    path: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Role {
    Up,
    Down,
    Snapshot,
}

/// The ends of the names, the longer ones first.
const ENDS: [(&str, Role); 4] = [
    (".up.sql", Role::Up),
    (".down.sql", Role::Down),
    (".sql", Role::Up),
    (".snapshot.json", Role::Snapshot),
];

impl File {
    /// Returns true if two files of one version belong to different migrations.
    fn clashes(&self, other: &Self) -> bool {
        self.role == other.role || self.name != other.name
    }

    fn parse(path: &Path, name: &str) -> Option<Self> {
        let (stem, role) = ENDS
            .iter()
            .find_map(|(end, role)| Some((name.strip_suffix(end)?, *role)))?;
        let (version, name) = stem.split_once('_')?;
        let version = version.parse().ok().filter(|version| *version > 0)?;
        Some(Self {
            version,
            name: name.to_owned(),
            role,
            path: path.to_owned(),
        })
    }
}

/// Returns the files of migrations, and all others, each sorted by name.
fn list(folder: &Path) -> Result<(Vec<File>, Vec<PathBuf>), FolderError> {
    let entries = fs::read_dir(folder).map_err(|source| match source.kind() {
        ErrorKind::NotFound => FolderError::NotFound {
            path: folder.to_owned(),
        },
        _ => io_error(folder, source),
    })?;
    let mut paths = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<PathBuf>, _>>()
        .map_err(|source| io_error(folder, source))?;
    paths.sort();
    let (mut files, mut ignored) = (Vec::new(), Vec::new());
    for path in paths {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let looks_like_one = ENDS.iter().any(|(end, _)| name.ends_with(end))
            && !name.starts_with('.')
            && path.is_file();
        if name == lock::FILE {
            continue;
        }
        if !looks_like_one {
            ignored.push(path);
        } else if let Some(file) = File::parse(&path, &name) {
            files.push(file);
        } else {
            return Err(FolderError::BadName { path });
        }
    }
    Ok((files, ignored))
}

fn read(path: &Path) -> Result<String, FolderError> {
    fs::read_to_string(path).map_err(|source| io_error(path, source))
}
