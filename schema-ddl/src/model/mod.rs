//! An owned description of a schema. Everything here is plain data.
//!
//! Names are without quotes. SQL that the server keeps as an expression (a default, a check, the query of a view) is text.
//! Texts are compared as they are, so two models are only comparable if their expressions have the same form: both as
//! written, or both as the server prints them.

mod access;
mod column;
mod constraint;
mod data_type;
mod default_privileges;
mod index;
mod name;
mod object;
mod rename;
mod routine;
mod sequence;
mod swap;
mod table;
mod user_type;
mod view;

use serde::{Deserialize, Serialize};

pub use access::{Grant, Policy, PolicyCommand, Privilege, Role, RoleAttribute};
pub use column::{Column, Generated, Identity};
pub use constraint::{
    Action, Check, Deferrable, Exclusion, ExclusionElement, ForeignKey, Match, PrimaryKey, Unique,
};
pub use data_type::DataType;
pub use default_privileges::{DefaultGrant, DefaultPrivileges, ObjectClass};
pub use index::{Index, IndexElement, IndexOn};
pub use name::Name;
pub use object::{Kind, ObjectId};
pub use routine::{Routine, RoutineKind, Trigger, UPDATED_AT_PREFIX};
pub use sequence::{Sequence, SequenceOptions};
pub use swap::is_of_swap;
#[cfg(feature = "online")]
pub(crate) use swap::swap_object;
#[cfg(feature = "hazard")]
pub(crate) use swap::{swap_name, swap_proof, swap_trigger};
pub use table::{AttachedIndex, PartitionBy, PartitionOf, PartitionStrategy, RowSecurity, Table};
pub use user_type::{Composite, Domain, Enum, Field};
pub use view::View;

/// All objects of a schema.
///
/// ```
/// use schema_ddl::model::{Column, DataType, Model, Name, Table};
///
/// let model = Model {
///     tables: vec![Table {
///         columns: vec![Column::new("id", DataType::parse("bigint"))],
///         ..Table::new(Name::new("patients"))
///     }],
///     ..Model::default()
/// };
/// assert_eq!(model.table(&Name::new("patients")).unwrap().columns[0].name, "id");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Model {
    /// Postgres schemas, except the one that is used if a name has none.
    pub namespaces: Vec<Namespace>,
    /// Extensions.
    pub extensions: Vec<Extension>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Enums.
    pub enums: Vec<Enum>,
    /// Domains.
    pub domains: Vec<Domain>,
    /// Composite types.
    pub composites: Vec<Composite>,
    /// Sequences, except those of identity columns.
    pub sequences: Vec<Sequence>,
    /// Functions and procedures.
    pub routines: Vec<Routine>,
    /// Tables, also partitioned tables and partitions.
    pub tables: Vec<Table>,
    /// Views and materialized views.
    pub views: Vec<View>,
    /// Privileges of roles on objects.
    pub grants: Vec<Grant>,
    /// Functions and types that `public` cannot use, although Postgres lets it by default.
    pub not_public: Vec<ObjectId>,
    /// Privileges of roles on objects that are created later.
    pub default_privileges: Vec<DefaultPrivileges>,
}

impl Model {
    /// Returns the table with this name.
    pub fn table(&self, name: &Name) -> Option<&Table> {
        self.tables.iter().find(|table| table.name == *name)
    }

    /// Returns the view or the materialized view with this name.
    pub fn view(&self, name: &Name) -> Option<&View> {
        self.views.iter().find(|view| view.name == *name)
    }

    /// Returns the enum with this name.
    pub fn enumeration(&self, name: &Name) -> Option<&Enum> {
        self.enums.iter().find(|def| def.name == *name)
    }
}

/// A Postgres [schema](https://www.postgresql.org/docs/current/ddl-schemas.html), a namespace of tables and types.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Namespace {
    /// The name.
    pub name: String,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// An [extension](https://www.postgresql.org/docs/current/sql-createextension.html).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The name.
    pub name: String,
    /// The version. If it is `None`, any version is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}
