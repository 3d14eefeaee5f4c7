//! Roles.

/// A [role](https://www.postgresql.org/docs/current/sql-createrole.html) of the server.
///
/// Roles belong to all databases of a server. So `schema-kit` creates a role that is missing, gives it what the definition
/// says, and never drops one. A password is set by hand.
///
/// ```
/// use schema_core::prelude::*;
/// use schema_ddl::diff::{Renames, diff};
/// use schema_ddl::model::Model;
///
/// const SCHEMA: Schema = Schema::new(&[]).with(&[
///     Object::Role(RoleDef::new("readers")),
///     Object::Role(RoleDef::new("app").login().member_of(&["readers"])),
/// ]);
///
/// let actions = diff(&Model::default(), &SCHEMA.model()?, &Renames::default())?;
/// let sql: Vec<&String> = actions.iter().flat_map(|action| &action.statements).collect();
/// assert_eq!(
///     sql,
///     [r#"create role "readers""#, r#"create role "app" login"#, r#"grant "readers" to "app""#]
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[expect(
    clippy::struct_excessive_bools,
    reason = "each one is an attribute of `create role`"
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleDef {
    /// The name, without quotes.
    pub name: &'static str,
    /// True if the role can connect.
    pub login: bool,
    /// False if the role must `set role` to use the privileges of the roles that it is a member of.
    pub inherit: bool,
    /// True if policies do not apply to the role.
    pub bypass_row_level_security: bool,
    /// True if the role can create databases.
    pub create_database: bool,
    /// True if the role can create roles.
    pub create_role: bool,
    /// The roles that it is a member of.
    pub member_of: &'static [&'static str],
}

impl RoleDef {
    /// A role that cannot connect.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            login: false,
            inherit: true,
            bypass_row_level_security: false,
            create_database: false,
            create_role: false,
            member_of: &[],
        }
    }

    /// Lets the role connect.
    #[must_use]
    pub const fn login(mut self) -> Self {
        self.login = true;
        self
    }

    /// Lets the role use the privileges of other roles only after `set role`.
    #[must_use]
    pub const fn no_inherit(mut self) -> Self {
        self.inherit = false;
        self
    }

    /// Lets the role read and write all rows, whatever policies say.
    #[must_use]
    pub const fn bypass_row_level_security(mut self) -> Self {
        self.bypass_row_level_security = true;
        self
    }

    /// Lets the role create databases.
    #[must_use]
    pub const fn create_database(mut self) -> Self {
        self.create_database = true;
        self
    }

    /// Lets the role create roles.
    #[must_use]
    pub const fn create_role(mut self) -> Self {
        self.create_role = true;
        self
    }

    /// Makes the role a member of others.
    #[must_use]
    pub const fn member_of(mut self, roles: &'static [&'static str]) -> Self {
        self.member_of = roles;
        self
    }
}
