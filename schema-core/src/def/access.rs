//! The definitions of a table's policies, grants and triggers.

pub use schema_ddl::model::{PolicyCommand, Privilege, RowSecurity};

/// The policies, grants and triggers of a table.
///
/// ```
/// use schema_core::def::RowSecurity;
/// use schema_core::prelude::*;
///
/// #[table(name = "orders", row_level_security)]
/// #[policy(name = "own", to = "app", using = "owner = current_user")]
/// #[grant(select, update(note), to = "app")]
/// struct Order {
///     owner: String,
///     note: String,
/// }
///
/// let access = Order::DEF.access;
/// assert_eq!(access.row_security, RowSecurity::Enabled);
/// assert_eq!(access.policies[0].using, Some("owner = current_user"));
/// assert_eq!(access.grants[0].privileges[1].columns, ["note"]);
/// ```
#[derive(Debug)]
pub struct AccessDef {
    /// The use of the policies.
    pub row_security: RowSecurity,
    /// The policies.
    pub policies: &'static [PolicyDef],
    /// The privileges of roles on the table and its columns.
    pub grants: &'static [TableGrantDef],
    /// The triggers.
    pub triggers: &'static [TriggerDef],
    /// The names of the columns that a trigger sets to `now()` with each update, without quotes.
    pub updated_at: &'static [&'static str],
}

impl AccessDef {
    /// A table without any of them.
    pub const NONE: &'static Self = &Self {
        row_security: RowSecurity::Off,
        policies: &[],
        grants: &[],
        triggers: &[],
        updated_at: &[],
    };
}

/// A [policy](https://www.postgresql.org/docs/current/ddl-rowsecurity.html).
#[derive(Debug, Clone, Copy)]
pub struct PolicyDef {
    /// The name, without quotes.
    pub name: &'static str,
    /// The statements that it applies to.
    pub command: PolicyCommand,
    /// The roles that it applies to. If there are none, it applies to all.
    pub to: &'static [&'static str],
    /// True if it restricts what other policies allow: `as restrictive`.
    pub restrictive: bool,
    /// The condition on rows that exist, as SQL text.
    pub using: Option<&'static str>,
    /// The condition on rows that are written, as SQL text.
    pub with_check: Option<&'static str>,
}

/// Privileges of roles on a table.
#[derive(Debug, Clone, Copy)]
pub struct TableGrantDef {
    /// The privileges.
    pub privileges: &'static [PrivilegeDef],
    /// The roles, or `public` for all roles.
    pub to: &'static [&'static str],
    /// True if the roles may pass them on: `with grant option`.
    pub grantable: bool,
}

/// A privilege on a table or on some of its columns.
#[derive(Debug, Clone, Copy)]
pub struct PrivilegeDef {
    /// The privilege.
    pub privilege: Privilege,
    /// The names of the columns, without quotes. If there are none, it is a privilege on the table.
    pub columns: &'static [&'static str],
}

/// A [trigger](https://www.postgresql.org/docs/current/sql-createtrigger.html).
#[derive(Debug, Clone, Copy)]
pub struct TriggerDef {
    /// The name, without quotes.
    pub name: &'static str,
    /// True if it fires before the change, false if after it.
    pub before: bool,
    /// The changes that fire it.
    pub events: &'static [TriggerEvent],
    /// True if it fires for each row, false if it fires once for each statement.
    pub for_each_row: bool,
    /// The condition on which it fires, as SQL text.
    pub when: Option<&'static str>,
    /// The call of the function, as SQL text: `touch()`.
    pub execute: &'static str,
}

/// A change that fires a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TriggerEvent {
    /// `insert`.
    Insert,
    /// `update`, or `update of` the columns with these names, if there are any.
    Update(&'static [&'static str]),
    /// `delete`.
    Delete,
    /// `truncate`.
    Truncate,
}
