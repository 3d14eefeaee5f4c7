//! Makes one migration of several.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::ops::RangeBounds;
use std::path::{Path, PathBuf};

use schema_ddl::model::Model;

use super::snapshot::Snapshot;
use super::write::{replace, slug, sync};
use super::{File, Folder, FolderError, Lock, Migration, Role, Script, list};
use crate::migrate::text::squashed::{body, part};
use crate::migrate::{Text, TextError};

/// One migration in place of several.
///
/// Its text is the texts of all, one after the other, so SQL by hand stays. Before each is a mark `-- schema: squashes …`
/// with its version. Its version is that of the last one, so those after it stay as they are. The way back is theirs in the
/// opposite order, if each has one; the snapshot is the last one of theirs.
///
/// A database that has applied all of them counts the new one as applied: the next run of `migrate` writes that to its
/// history. A database that has applied none runs it. One that has applied some needs the old files first, and the error
/// names what is missing.
///
/// ```
/// use schema_kit::migrate::{Folder, NewMigration, Squash};
///
/// let directory = tempfile::tempdir()?;
/// let first = NewMigration::new("create notes", "create table notes (id bigint);\n");
/// let second = NewMigration::new("fill notes", "insert into notes values (1)\n");
/// let versions = [
///     Folder::write(directory.path(), &first)?,
///     Folder::write(directory.path(), &second)?,
/// ];
///
/// let squash = Squash::new(&Folder::read(directory.path())?, "start", ..)?;
/// assert_eq!(squash.removed.len(), 2);
/// squash.write()?;
///
/// let folder = Folder::read(directory.path())?;
/// let [migration] = folder.migrations() else { panic!("{folder:?}") };
/// assert_eq!(migration.version, versions[1]);
/// let sql: Vec<&str> = migration.up.text.statements().iter().map(|one| &*one.sql).collect();
/// assert_eq!(sql, ["create table notes (id bigint)", "insert into notes values (1)"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Squash {
    /// The version: that of the last migration in it.
    pub version: i64,
    /// The versions of the migrations in it.
    pub squashed: Vec<i64>,
    /// The file of the new migration.
    pub path: PathBuf,
    /// Its SQL.
    pub up: String,
    /// The SQL that reverts it.
    pub down: Option<String>,
    /// The first migration without a down script, which is the reason why the new one has none.
    pub without_down: Option<PathBuf>,
    /// The old files, which [`write`](Self::write) removes.
    pub removed: Vec<PathBuf>,
    /// The other files to be written: the down script, the snapshot, and the one that is made from it.
    others: Vec<(PathBuf, String)>,
    /// The version in `schema.lock` to be replaced.
    locked: Option<i64>,
}

impl Squash {
    /// Makes one migration of those with a version in the range. Changes nothing yet.
    ///
    /// # Errors
    ///
    /// If the range has fewer than two migrations, the last one already has this name, or the folder has conflicting
    /// snapshots.
    pub fn new(
        folder: &Folder,
        name: &str,
        range: impl RangeBounds<i64>,
    ) -> Result<Self, FolderError> {
        folder.head()?;
        let migrations: Vec<&Migration> = folder
            .migrations()
            .iter()
            .filter(|migration| range.contains(&migration.version))
            .collect();
        let (Some(last), true) = (migrations.last(), migrations.len() > 1) else {
            return Err(FolderError::NothingToSquash);
        };
        let name = slug(name)?;
        if name == last.name {
            return Err(FolderError::SameName { name });
        }
        let up = up(&migrations)?;
        let without_down = migrations.iter().find(|migration| migration.down.is_none());
        let down = match without_down {
            Some(_) => None,
            None => Some(down(&migrations)?),
        };
        let directory = last.up.path.parent().unwrap_or(Path::new(""));
        let file = |end: &str| directory.join(format!("{}_{name}.{end}", last.version));
        let mut others: Vec<(PathBuf, String)> = Vec::new();
        others.extend(down.clone().map(|down| (file("down.sql"), down)));
        let snapshot = migrations
            .iter()
            .rev()
            .find_map(|one| one.snapshot.as_ref());
        if let Some(snapshot) = snapshot {
            let parent = migrations.iter().find_map(|one| one.snapshot.as_ref());
            let parent = parent.and_then(|first| first.parent);
            let path = file("snapshot.json");
            others.push((path.clone(), json(&path, parent, &snapshot.model()?)?));
            others.extend(later(folder, snapshot.version, last.version)?);
        }
        Ok(Self {
            version: last.version,
            squashed: migrations.iter().map(|one| one.version).collect(),
            path: file(if down.is_some() { "up.sql" } else { "sql" }),
            up,
            down,
            without_down: without_down.map(|one| one.up.path.clone()),
            removed: removed(&migrations),
            others,
            locked: snapshot.map(|snapshot| snapshot.version),
        })
    }

    /// Writes the new files, and then removes the old ones.
    ///
    /// If that is interrupted, [`Folder::read`] fails with [`FolderError::InterruptedSquash`] until
    /// [`finish`](Self::finish) has removed the others.
    ///
    /// # Errors
    ///
    /// If a file cannot be written or removed.
    pub fn write(&self) -> Result<(), FolderError> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        // The first one to appear has the marks, with which an interrupted run is recognized.
        replace(&self.path, &self.up)?;
        for (path, text) in &self.others {
            replace(path, text)?;
        }
        if let Some(lock) = Lock::read(folder)?
            && lock.version.is_some()
            && lock.version == self.locked
        {
            let version = Some(self.version);
            Lock { version, ..lock }.write(folder)?;
        }
        sync(folder)?;
        remove(&self.removed)
    }

    /// Finishes an interrupted [`write`](Self::write) of a folder, and returns the new file.
    ///
    /// ```
    /// use schema_kit::migrate::Squash;
    ///
    /// let directory = tempfile::tempdir()?;
    /// assert_eq!(Squash::finish(directory.path())?, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If a file cannot be read, written or removed.
    pub fn finish(folder: impl AsRef<Path>) -> Result<Option<PathBuf>, FolderError> {
        let (files, _) = list(folder.as_ref())?;
        let Some((squash, left)) = interrupted(&files)? else {
            return Ok(None);
        };
        // The old scripts are removed first. If all are there, the other new files may be missing.
        let old = files
            .iter()
            .filter(|file| file.name != squash.name || file.version != squash.version);
        if let Ok(old) = Folder::of(old.cloned().collect())
            && let Ok(again) = Self::of_parts(&old, &squash, &left)
        {
            again.write()?;
        } else {
            remove(&left)?;
        }
        Ok(Some(squash.path))
    }

    /// Makes the same migration again, if all its parts are there.
    fn of_parts(old: &Folder, squash: &File, left: &[PathBuf]) -> Result<Self, FolderError> {
        let first = old
            .migrations()
            .iter()
            .find(|migration| left.contains(&migration.up.path))
            .map_or(i64::MAX, |migration| migration.version);
        let again = Self::new(old, &squash.name, first..=squash.version)?;
        if again.up == super::read(&squash.path)? {
            Ok(again)
        } else {
            Err(FolderError::NothingToSquash)
        }
    }
}

/// Returns a squashed migration with the files of those in it that are still there.
pub(super) fn interrupted(files: &[File]) -> Result<Option<(File, Vec<PathBuf>)>, FolderError> {
    for file in files.iter().filter(|file| file.role == Role::Up) {
        let Some(text) = marked(file)? else {
            continue;
        };
        let versions: BTreeSet<i64> = text.squashed().iter().map(|one| one.version).collect();
        let is_left = |other: &&File| {
            versions.contains(&other.version)
                && (other.version != file.version || other.name != file.name)
        };
        let mut left: Vec<&File> = files.iter().filter(is_left).collect();
        left.sort_by_key(|file| file.role != Role::Up);
        if !left.is_empty() {
            let left = left.iter().map(|file| file.path.clone()).collect();
            return Ok(Some((file.clone(), left)));
        }
    }
    Ok(None)
}

/// Returns a file that is not in a squashed migration, but has a version within it.
pub(super) fn within(migrations: &[Migration]) -> Option<(&Migration, &Migration)> {
    let mut before: Option<&Migration> = None;
    for migration in migrations {
        let first = migration.up.text.squashed().first();
        if let (Some(first), Some(before)) = (first, before)
            && before.version >= first.version
        {
            return Some((before, migration));
        }
        before = Some(migration);
    }
    None
}

/// Reads a script if it is one of a squashed migration.
fn marked(file: &File) -> Result<Option<Text>, FolderError> {
    let sql = super::read(&file.path)?;
    if !sql.starts_with("-- schema: squashes ") {
        return Ok(None);
    }
    Ok(Some(Script::read(file.path.clone())?.text))
}

fn up(migrations: &[&Migration]) -> Result<String, FolderError> {
    let parts = migrations.iter().map(|migration| {
        let stem = format!("{}_{}", migration.version, migration.name);
        part(&stem, &migration.up.sql).map_err(|source| text_error(&migration.up, source))
    });
    let up = parts.collect::<Result<Vec<_>, _>>()?.join("\n");
    let old = migrations.iter().flat_map(|one| one.up.text.checksums());
    check(&up, &old.collect::<Vec<_>>(), migrations)?;
    Ok(up)
}

fn down(migrations: &[&Migration]) -> Result<String, FolderError> {
    let (mut parts, mut old) = (Vec::new(), Vec::new());
    for migration in migrations.iter().rev() {
        if let Some(script) = &migration.down {
            let body = body(&script.sql).map_err(|source| text_error(script, source))?;
            let (version, name) = (migration.version, &migration.name);
            parts.push(format!(
                "-- {version}_{name}\n-- schema: transaction\n{body}"
            ));
            old.extend(script.text.checksums());
        }
    }
    let down = parts.join("\n");
    check(&down, &old, migrations)?;
    Ok(down)
}

/// Checks that the statements are those of the parts.
fn check(sql: &str, old: &[Vec<u8>], migrations: &[&Migration]) -> Result<(), FolderError> {
    if Text::parse(sql).is_ok_and(|text| text.checksums() == old) {
        return Ok(());
    }
    let path = migrations.first().map(|one| one.up.path.clone());
    Err(FolderError::NotSquashable {
        path: path.unwrap_or_default(),
    })
}

/// Returns the snapshot that is made from the last one, if that has another version than the new migration.
fn later(folder: &Folder, old: i64, new: i64) -> Result<Option<(PathBuf, String)>, FolderError> {
    let Some(later) = folder
        .snapshots()
        .find(|one| one.parent == Some(old) && one.version > new)
    else {
        return Ok(None);
    };
    let path = later.path.clone();
    let text = json(&path, Some(new), &later.model()?)?;
    Ok(Some((path, text)))
}

fn json(path: &Path, parent: Option<i64>, model: &Model) -> Result<String, FolderError> {
    Snapshot::json(parent, model).map_err(|source| FolderError::Io {
        path: path.to_owned(),
        source: io::Error::other(source),
    })
}

/// The files of migrations, the scripts first: see [`Squash::finish`].
fn removed(migrations: &[&Migration]) -> Vec<PathBuf> {
    let ups = migrations.iter().map(|one| one.up.path.clone());
    let others = migrations.iter().flat_map(|one| {
        let down = one.down.as_ref().map(|down| down.path.clone());
        let snapshot = one.snapshot.as_ref().map(|snapshot| snapshot.path.clone());
        down.into_iter().chain(snapshot)
    });
    ups.chain(others).collect()
}

fn remove(paths: &[PathBuf]) -> Result<(), FolderError> {
    for path in paths {
        fs::remove_file(path).map_err(|source| super::io_error(path, source))?;
    }
    Ok(())
}

fn text_error(script: &Script, source: TextError) -> FolderError {
    FolderError::Text {
        path: script.path.clone(),
        source,
    }
}
