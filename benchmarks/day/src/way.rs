//! The ways to make the day.

use crate::command::Tool;

/// A library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Library {
    Schema,
    Sqlx,
    Diesel,
}

impl Library {
    pub(crate) const ALL: [Self; 3] = [Self::Schema, Self::Sqlx, Self::Diesel];

    /// The name of its folder in `apps`, and of its database.
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Sqlx => "sqlx",
            Self::Diesel => "diesel",
        }
    }

    /// The name in the tables.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Sqlx => "sqlx",
            Self::Diesel => "Diesel",
        }
    }

    /// The command that brings the database up to date.
    pub(crate) const fn migrate(self) -> Tool {
        match self {
            Self::Schema => Tool::Cargo(&["run", "--bin", "schema", "--", "push", "--yes"]),
            Self::Sqlx => Tool::Sqlx(&["migrate", "run"]),
            Self::Diesel => Tool::Diesel(&["migration", "run"]),
        }
    }

    /// What follows when the program runs: the migration for production, or the file with which CI builds without a server.
    pub(crate) const fn finish(self) -> Option<Tool> {
        match self {
            Self::Schema => Some(Tool::Cargo(&[
                "run", "--bin", "schema", "--", "generate", "priority",
            ])),
            Self::Sqlx => Some(Tool::Cargo(&["sqlx", "prepare"])),
            Self::Diesel => None,
        }
    }
}

/// A library, and the way in which it is used.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Way {
    /// The name in the tables.
    pub(crate) name: &'static str,
    pub(crate) library: Library,
    /// A folder with files that differ from those of the library.
    pub(crate) overlay: Option<&'static str>,
    /// The command that changes the database before the program runs, if the program does not do it.
    pub(crate) migrate: Option<Tool>,
    /// What follows, if this way differs from no other in it.
    pub(crate) finish: Option<Tool>,
}

/// All ways.
pub(crate) const WAYS: [Way; 4] = [
    Way {
        name: "schema",
        library: Library::Schema,
        overlay: None,
        migrate: Some(Library::Schema.migrate()),
        finish: Library::Schema.finish(),
    },
    Way {
        name: "schema, pushed at start",
        library: Library::Schema,
        overlay: Some("started"),
        migrate: None,
        finish: None,
    },
    Way {
        name: "sqlx",
        library: Library::Sqlx,
        overlay: None,
        migrate: Some(Library::Sqlx.migrate()),
        finish: Library::Sqlx.finish(),
    },
    Way {
        name: "Diesel",
        library: Library::Diesel,
        overlay: None,
        migrate: Some(Library::Diesel.migrate()),
        finish: Library::Diesel.finish(),
    },
];
