//! The file `schema.lock`, which `schema_core::check_migrations!` reads during compilation.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::write::{io_error, replace};
use super::{Folder, FolderError};

/// The name of the file.
pub(super) const FILE: &str = "schema.lock";

const HEADER: &str = "\
# Written by `generate`. `schema_core::check_migrations!` compares the structs with it during compilation.
# A merge conflict here means that two branches changed the schema: delete the files of the migration that no database
# has applied, and generate it again.
";
const MIGRATION: &str = "migration ";

/// The file `schema.lock` of a folder: the version of the last snapshot, and the fingerprints of the structs at that time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// The version of the snapshot. It is `None` if the file is damaged, for example by a merge conflict.
    pub version: Option<i64>,
    /// The lines of [`Schema::fingerprints`](schema_core::ddl::Schema::fingerprints).
    pub fingerprints: String,
}

impl Lock {
    /// Reads the file of a folder, if it exists.
    ///
    /// # Errors
    ///
    /// If the file cannot be read.
    pub fn read(folder: impl AsRef<Path>) -> Result<Option<Self>, FolderError> {
        let path = folder.as_ref().join(FILE);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(Self::parse(&text))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(io_error(&path, error)),
        }
    }

    /// Writes the file of a folder, in place of the one that it has.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn write(&self, folder: impl AsRef<Path>) -> Result<(), FolderError> {
        let folder = folder.as_ref();
        let path = folder.join(FILE);
        let version = self.version.unwrap_or_default();
        let text = format!("{HEADER}{MIGRATION}{version}\n{}", self.fingerprints);
        replace(&path, &text)
    }

    fn parse(text: &str) -> Self {
        let mut versions = Vec::new();
        let mut fingerprints = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(version) = line.strip_prefix(MIGRATION) {
                versions.push(version.parse().ok());
            } else {
                fingerprints.push_str(line);
                fingerprints.push('\n');
            }
        }
        let version = match versions[..] {
            [version] => version,
            _ => None,
        };
        Self {
            version,
            fingerprints,
        }
    }
}

impl Folder {
    /// Writes `schema.lock` after a migration. Without fingerprints, the structs are as the file has them.
    pub(super) fn write_lock(
        path: &Path,
        version: i64,
        fingerprints: Option<&str>,
    ) -> Result<(), FolderError> {
        let fingerprints = match fingerprints {
            Some(fingerprints) => fingerprints.to_owned(),
            None => match Lock::read(path)? {
                Some(lock) => lock.fingerprints,
                None => return Ok(()),
            },
        };
        let version = Some(version);
        Lock {
            version,
            fingerprints,
        }
        .write(path)
    }
}
