//! Access: roles, privileges and policies.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ObjectId;

/// A [role](<https://www.postgresql.org/docs/current/sql-createrole.html>). Passwords are not part of a model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The name.
    pub name: String,
    /// Its rights, such as the right to connect.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub attributes: BTreeSet<RoleAttribute>,
    /// The roles that it is a member of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub member_of: Vec<String>,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// A right of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleAttribute {
    /// Connect.
    Login,
    /// Everything.
    Superuser,
    /// Create databases.
    CreateDatabase,
    /// Create roles.
    CreateRole,
    /// Use the privileges of the roles that it is a member of.
    Inherit,
    /// Read and write rows that policies hide.
    BypassRowSecurity,
    /// Start a replication.
    Replication,
}

/// The [privileges](<https://www.postgresql.org/docs/current/ddl-priv.html>) of a role on an object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The object; a column for privileges on a column.
    pub on: ObjectId,
    /// The role, or `public` for all roles.
    pub role: String,
    /// The privilege, such as `select`.
    pub privilege: Privilege,
    /// True if the role may pass it on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub grantable: bool,
}

/// A privilege.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Privilege {
    /// `select`.
    Select,
    /// `insert`.
    Insert,
    /// `update`.
    Update,
    /// `delete`.
    Delete,
    /// `truncate`.
    Truncate,
    /// `references`.
    References,
    /// `trigger`.
    Trigger,
    /// `maintain`.
    Maintain,
    /// `usage`.
    Usage,
    /// `create`.
    Create,
    /// `execute`.
    Execute,
}

impl Privilege {
    /// Returns the word of SQL for the privilege.
    ///
    /// ```
    /// assert_eq!(schema_ddl::model::Privilege::Select.word(), "select");
    /// ```
    pub const fn word(self) -> &'static str {
        match self {
            Self::Select => "select",
            Self::Insert => "insert",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::Truncate => "truncate",
            Self::References => "references",
            Self::Trigger => "trigger",
            Self::Maintain => "maintain",
            Self::Usage => "usage",
            Self::Create => "create",
            Self::Execute => "execute",
        }
    }
}

/// A [policy](<https://www.postgresql.org/docs/current/ddl-rowsecurity.html>) of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The name.
    pub name: String,
    /// True if it widens the access, false if it restricts it: `as restrictive`.
    pub permissive: bool,
    /// The statements that it applies to.
    pub command: PolicyCommand,
    /// The roles that it applies to. If there are none, it applies to all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// The condition on rows that exist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub using: Option<String>,
    /// The condition on rows that are written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with_check: Option<String>,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// The statements that a policy applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PolicyCommand {
    /// All.
    All,
    /// `select`.
    Select,
    /// `insert`.
    Insert,
    /// `update`.
    Update,
    /// `delete`.
    Delete,
}
