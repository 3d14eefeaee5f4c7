//! The errors of a folder of migrations.

use std::io;
use std::path::PathBuf;

use super::super::TextError;
use super::snapshot::FORMAT;

/// A folder of migrations that cannot be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FolderError {
    /// There is no such folder.
    #[error("the folder of migrations `{}` does not exist; create it, or correct its path", .path.display())]
    NotFound {
        /// The folder.
        path: PathBuf,
    },
    /// The operating system refuses to read or write a file.
    #[error("could not read or write `{}`", .path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The operating system's error.
        source: io::Error,
    },
    /// A file is not named as a migration.
    #[error(
        "`{}` is not named as a migration; rename it to `<version>_<name>.up.sql` with a version such as 20260131120000, or \
         move it out of the folder", .path.display()
    )]
    BadName {
        /// The file.
        path: PathBuf,
    },
    /// Two migrations have the same version.
    #[error(
        "`{}` and `{}` have the same version {version}; rename the files of the one that no database has applied",
        .first.display(), .second.display()
    )]
    DuplicateVersion {
        /// The version.
        version: i64,
        /// One file.
        first: PathBuf,
        /// The other file.
        second: PathBuf,
    },
    /// A migration has only a down script or a snapshot.
    #[error("`{}` has no `.up.sql` beside it; restore that file, or delete this one", .path.display())]
    MissingUp {
        /// The file that exists.
        path: PathBuf,
    },
    /// A migration cannot be split into statements.
    #[error("`{}` cannot be read", .path.display())]
    Text {
        /// The file.
        path: PathBuf,
        /// The mistake.
        source: TextError,
    },
    /// A snapshot was written by a newer version of this crate.
    #[error(
        "the snapshot `{}` has format {found}, but this version of schema-kit reads formats up to {}; update schema-kit",
        .path.display(), FORMAT
    )]
    NewerSnapshot {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: u32,
    },
    /// A snapshot is not what this crate writes.
    #[error(
        "the snapshot `{}` is damaged; restore it from version control, and resolve merge conflicts by generating the later \
         migration again", .path.display()
    )]
    DamagedSnapshot {
        /// The file.
        path: PathBuf,
        /// The mistake.
        source: serde_json::Error,
    },
    /// Two snapshots were made from the same one, in two branches.
    #[error(
        "`{}` and `{}` are both made from {}; delete the files of the one that no database has applied, and generate it \
         again", .first.display(), .second.display(), parent_name(*.parent)
    )]
    Conflict {
        /// The snapshot with the lower version.
        first: PathBuf,
        /// The snapshot with the higher version.
        second: PathBuf,
        /// The version of the snapshot that both are made from, or `None` if it is an empty database.
        parent: Option<i64>,
    },
    /// The snapshot that another one is made from is not in the folder.
    #[error(
        "`{}` is made from the snapshot of version {parent}, which is not before it in the folder; restore that snapshot",
        .path.display()
    )]
    MissingParent {
        /// The snapshot.
        path: PathBuf,
        /// The missing version.
        parent: i64,
    },
    /// A migration and the one that it was squashed into are both in the folder.
    #[error(
        "`{}` is also a part of `{}`: a squash was interrupted, or a merge brought the file back; run `squash`, which removes \
         what is left", .left.display(), .path.display()
    )]
    InterruptedSquash {
        /// The script of the squashed migration.
        path: PathBuf,
        /// A file that should be removed.
        left: PathBuf,
    },
    /// A migration is between those that were squashed, for example from another branch.
    #[error(
        "`{}` has a version within those that `{}` squashes, and would run before it; rename its files to a later version",
        .path.display(), .squash.display()
    )]
    WithinSquash {
        /// The script between them.
        path: PathBuf,
        /// The script of the squashed migration.
        squash: PathBuf,
    },
    /// There are fewer than two migrations to squash.
    #[error("there are not two migrations to squash; write them first, or name other versions")]
    NothingToSquash,
    /// The squashed migration has the name of the last one in it.
    #[error("the last migration has the name `{name}`; give the squashed one another name")]
    SameName {
        /// The name.
        name: String,
    },
    /// The statements of a migration would not be the same after others.
    #[error(
        "`{}` and those after it do not have the same statements in one file; look for a statement that is not closed",
        .path.display()
    )]
    NotSquashable {
        /// The first script.
        path: PathBuf,
    },
    /// A name of a migration has no letter and no digit.
    #[error("`{name}` is not a valid name for a migration; use letters and digits")]
    BadDescription {
        /// The name.
        name: String,
    },
}

fn parent_name(parent: Option<i64>) -> String {
    parent.map_or_else(
        || "an empty database".to_owned(),
        |parent| format!("the snapshot of version {parent}"),
    )
}
