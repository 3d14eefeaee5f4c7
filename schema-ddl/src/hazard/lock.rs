//! The locks of statements.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::Name;

/// A lock that a statement takes on relations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// The mode.
    pub mode: LockMode,
    /// The tables, the views or the indexes.
    pub relations: Vec<Name>,
}

/// A [mode of a lock](<https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES>), the weakest one first.
///
/// ```
/// use schema_ddl::hazard::LockMode;
///
/// assert_eq!(LockMode::ShareRowExclusive.to_string(), "SHARE ROW EXCLUSIVE");
/// assert!(LockMode::Share.blocks_writes() && !LockMode::Share.blocks_reads());
/// assert_eq!(LockMode::from_catalog("AccessExclusiveLock"), Some(LockMode::AccessExclusive));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LockMode {
    /// `ACCESS SHARE`, the lock of `select`.
    AccessShare,
    /// `ROW SHARE`, the lock of `select for update`.
    RowShare,
    /// `ROW EXCLUSIVE`, the lock of `insert`, `update` and `delete`.
    RowExclusive,
    /// `SHARE UPDATE EXCLUSIVE`: other changes of the table and `vacuum` wait.
    ShareUpdateExclusive,
    /// `SHARE`: writes wait.
    Share,
    /// `SHARE ROW EXCLUSIVE`: writes wait.
    ShareRowExclusive,
    /// `EXCLUSIVE`: writes wait.
    Exclusive,
    /// `ACCESS EXCLUSIVE`: reads and writes wait.
    AccessExclusive,
}

impl LockMode {
    /// All modes, the weakest one first.
    pub const ALL: [Self; 8] = [
        Self::AccessShare,
        Self::RowShare,
        Self::RowExclusive,
        Self::ShareUpdateExclusive,
        Self::Share,
        Self::ShareRowExclusive,
        Self::Exclusive,
        Self::AccessExclusive,
    ];

    /// True if `insert`, `update` and `delete` wait for it.
    pub const fn blocks_writes(self) -> bool {
        matches!(
            self,
            Self::Share | Self::ShareRowExclusive | Self::Exclusive | Self::AccessExclusive
        )
    }

    /// True if `select` waits for it.
    pub const fn blocks_reads(self) -> bool {
        matches!(self, Self::AccessExclusive)
    }

    /// Returns the words of the manual and of `lock table`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::AccessShare => "ACCESS SHARE",
            Self::RowShare => "ROW SHARE",
            Self::RowExclusive => "ROW EXCLUSIVE",
            Self::ShareUpdateExclusive => "SHARE UPDATE EXCLUSIVE",
            Self::Share => "SHARE",
            Self::ShareRowExclusive => "SHARE ROW EXCLUSIVE",
            Self::Exclusive => "EXCLUSIVE",
            Self::AccessExclusive => "ACCESS EXCLUSIVE",
        }
    }

    /// Returns the mode with this name in the view `pg_locks`, such as `AccessExclusiveLock`.
    pub fn from_catalog(name: &str) -> Option<Self> {
        let name = name.strip_suffix("Lock")?;
        Self::ALL
            .into_iter()
            .find(|mode| mode.words().replace(' ', "").eq_ignore_ascii_case(name))
    }
}

/// Writes the words of the manual.
impl fmt::Display for LockMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}
