//! Privileges of objects that do not exist yet.

use serde::{Deserialize, Serialize};

use super::Privilege;

/// The [privileges](<https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html>) on objects of one class that a
/// role creates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefaultPrivileges {
    /// The role that creates the objects.
    pub creator: String,
    /// The Postgres schema in which it creates them. If it is `None`, they are those of all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The class of objects.
    pub on: ObjectClass,
    /// The privileges. Those of a `schema` come in addition to those of all. Those of all are complete, except for what the
    /// creator itself can do.
    pub grants: Vec<DefaultGrant>,
}

/// A class of objects, as `alter default privileges` distinguishes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectClass {
    /// Tables and views.
    Tables,
    /// Sequences.
    Sequences,
    /// Functions and procedures. All roles can execute them unless the defaults are changed.
    Routines,
    /// Types. All roles can use them unless the defaults are changed.
    Types,
    /// Postgres schemas.
    Schemas,
}

/// A privilege that a role gets.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefaultGrant {
    /// The role, or `public` for all roles.
    pub role: String,
    /// The privilege.
    pub privilege: Privilege,
    /// True if the role may pass it on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub grantable: bool,
}

impl ObjectClass {
    /// Returns the word of SQL for the class.
    ///
    /// ```
    /// assert_eq!(schema_ddl::model::ObjectClass::Tables.word(), "tables");
    /// ```
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tables => "tables",
            Self::Sequences => "sequences",
            Self::Routines => "routines",
            Self::Types => "types",
            Self::Schemas => "schemas",
        }
    }

    /// Returns the privileges that Postgres itself gives to roles other than the creator.
    pub fn built_in(self) -> Vec<DefaultGrant> {
        let privilege = match self {
            Self::Routines => Privilege::Execute,
            Self::Types => Privilege::Usage,
            Self::Tables | Self::Sequences | Self::Schemas => return Vec::new(),
        };
        vec![DefaultGrant {
            role: "public".to_owned(),
            privilege,
            grantable: false,
        }]
    }
}
