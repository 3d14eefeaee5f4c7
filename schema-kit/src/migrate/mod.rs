//! Migrations: the folder that contains them, and the runner that applies them.

mod error;
mod folder;
mod history;
mod observer;
mod run;
pub mod text;

pub use error::{MigrateError, Place};
pub use folder::{Folder, FolderError, Lock, Migration, NewMigration, Script, Snapshot, Squash};
pub use history::{ForeignHistory, ForeignMigration, Tool};
pub use observer::{Event, Observer};
pub use run::{Baseline, MigrationState, MigrationStatus, Migrator};
pub use text::{Squashed, Statement, Text, TextError};
