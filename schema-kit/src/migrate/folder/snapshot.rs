//! The snapshot beside a migration.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use schema_ddl::model::Model;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::FolderError;
use super::write::io_error;

/// The newest format that this version reads, and the one that it writes.
pub(super) const FORMAT: u32 = 1;

/// The schema after a migration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The version of its migration.
    pub version: i64,
    /// The version of the snapshot that it was made from. It is `None` for the first one.
    pub parent: Option<i64>,
    /// The file.
    pub path: PathBuf,
    json: String,
}

#[derive(Serialize, Deserialize)]
struct File<M> {
    format: u32,
    parent: Option<i64>,
    model: M,
}

/// Only what all formats have.
#[derive(Deserialize)]
struct Header {
    format: u32,
}

impl Snapshot {
    /// Reads a snapshot file of any name.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, is no snapshot, or has a newer format.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, FolderError> {
        let path = path.as_ref();
        let json = fs::read_to_string(path).map_err(|source| io_error(path, source))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let version = name
            .split_once('_')
            .and_then(|(version, _)| version.parse().ok());
        Self::parse(version.unwrap_or_default(), path, json)
    }

    /// Reads the header of a snapshot. The model is read by [`model`](Self::model).
    pub(super) fn parse(version: i64, path: &Path, json: String) -> Result<Self, FolderError> {
        let damaged = |source| FolderError::DamagedSnapshot {
            path: path.to_owned(),
            source,
        };
        let Header { format: found } = serde_json::from_str(&json).map_err(damaged)?;
        if found > FORMAT {
            let path = path.to_owned();
            return Err(FolderError::NewerSnapshot { path, found });
        }
        let file: File<IgnoredAny> = serde_json::from_str(&json).map_err(damaged)?;
        Ok(Self {
            version,
            parent: file.parent,
            path: path.to_owned(),
            json,
        })
    }

    /// Reads the model.
    ///
    /// # Errors
    ///
    /// [`FolderError::DamagedSnapshot`].
    pub fn model(&self) -> Result<Model, FolderError> {
        match serde_json::from_str::<File<Model>>(&self.json) {
            Ok(file) => Ok(file.model),
            Err(source) => Err(FolderError::DamagedSnapshot {
                path: self.path.clone(),
                source,
            }),
        }
    }

    /// The text of a snapshot file.
    pub(super) fn json(parent: Option<i64>, model: &Model) -> serde_json::Result<String> {
        let mut json = serde_json::to_string_pretty(&File {
            format: FORMAT,
            parent,
            model,
        })?;
        json.push('\n');
        Ok(json)
    }
}

/// Checks that each snapshot is made from the one before it.
pub(super) fn check<'a>(snapshots: impl Iterator<Item = &'a Snapshot>) -> Result<(), FolderError> {
    let mut children: BTreeMap<Option<i64>, &Snapshot> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for snapshot in snapshots {
        if let Some(first) = children.insert(snapshot.parent, snapshot) {
            return Err(FolderError::Conflict {
                first: first.path.clone(),
                second: snapshot.path.clone(),
                parent: snapshot.parent,
            });
        }
        if let Some(parent) = snapshot.parent.filter(|parent| !seen.contains(parent)) {
            return Err(FolderError::MissingParent {
                path: snapshot.path.clone(),
                parent,
            });
        }
        seen.insert(snapshot.version);
    }
    Ok(())
}

/// Returns the snapshots that no other one is made from.
pub(super) fn heads<'a>(
    snapshots: impl Iterator<Item = &'a Snapshot> + Clone,
) -> Vec<&'a Snapshot> {
    let parents: BTreeSet<i64> = snapshots.clone().filter_map(|one| one.parent).collect();
    snapshots
        .filter(|one| !parents.contains(&one.version))
        .collect()
}
