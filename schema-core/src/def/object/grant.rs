//! Privileges on objects that are not tables.

use crate::def::Privilege;

/// [Privileges](https://www.postgresql.org/docs/current/ddl-priv.html) of a role on an object that is not a table. For
/// tables, see the attribute `#[grant(…)]` of [`#[table]`](macro@crate::table).
///
/// The owner of an object has all privileges without it, and all roles can execute functions and use types.
///
/// ```
/// use schema_core::prelude::*;
///
/// const SCHEMA: Schema = Schema::new(&[]).with(&[
///     Object::Sequence(SequenceDef::new("invoice_numbers")),
///     Object::Grant(GrantDef::new(&[Privilege::Usage], GrantOn::Sequence("invoice_numbers"), "app")),
/// ]);
///
/// assert_eq!(SCHEMA.model()?.grants[0].on.to_string(), r#"sequence "invoice_numbers""#);
/// # Ok::<(), schema_core::ddl::DdlError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GrantDef {
    /// The privileges.
    pub privileges: &'static [Privilege],
    /// The object.
    pub on: GrantOn,
    /// The Postgres schema of the object. If it is `None`, the connection's `search_path` applies.
    pub schema: Option<&'static str>,
    /// The role, or `public` for all roles.
    pub to: &'static str,
    /// True if the role may pass them on: `with grant option`.
    pub grantable: bool,
}

/// The object of a [`GrantDef`]. Names are without quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrantOn {
    /// A Postgres schema.
    Schema(&'static str),
    /// A sequence.
    Sequence(&'static str),
    /// A function or procedure, with the types of its arguments: `total(bigint)`.
    Function(&'static str),
    /// An enum.
    Enum(&'static str),
    /// A domain.
    Domain(&'static str),
    /// A composite type.
    Composite(&'static str),
    /// A view.
    View(&'static str),
    /// A materialized view.
    MaterializedView(&'static str),
}

impl GrantDef {
    /// Privileges of a role on an object.
    #[must_use]
    pub const fn new(privileges: &'static [Privilege], on: GrantOn, to: &'static str) -> Self {
        Self {
            privileges,
            on,
            schema: None,
            to,
            grantable: false,
        }
    }

    /// Names the Postgres schema of the object.
    #[must_use]
    pub const fn in_schema(mut self, schema: &'static str) -> Self {
        self.schema = Some(schema);
        self
    }

    /// Lets the role pass the privileges on.
    #[must_use]
    pub const fn with_grant_option(mut self) -> Self {
        self.grantable = true;
        self
    }
}
