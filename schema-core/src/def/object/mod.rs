//! The definitions of objects that belong to no table.

mod function;
mod grant;
mod role;
mod sequence;

pub use function::FunctionDef;
pub use grant::{GrantDef, GrantOn};
pub use role::RoleDef;
pub use sequence::SequenceDef;

/// An object that belongs to no table. [`Schema::with`](crate::ddl::Schema::with) adds them to a schema.
///
/// ```
/// use schema_core::prelude::*;
///
/// # #[table(name = "patients")]
/// # struct Patient { id: i64 }
/// const SCHEMA: Schema = schema![Patient].with(&[
///     Object::Role(RoleDef::new("app").login()),
///     Object::Sequence(SequenceDef::new("invoice_numbers").start(1000)),
///     Object::Extension("pg_trgm"),
/// ]);
///
/// let model = SCHEMA.model()?;
/// assert_eq!(model.roles[0].name, "app");
/// assert_eq!(model.sequences[0].options.start, Some(1000));
/// assert_eq!(model.extensions[0].name, "pg_trgm");
/// # Ok::<(), schema_core::ddl::DdlError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Object {
    /// An [extension](https://www.postgresql.org/docs/current/sql-createextension.html), by its name. Those that columns
    /// and indexes need are found without it.
    Extension(&'static str),
    /// A role.
    Role(RoleDef),
    /// A sequence that belongs to no column.
    Sequence(SequenceDef),
    /// A function or procedure.
    Function(FunctionDef),
    /// Privileges on an object that is not a table of the program.
    Grant(GrantDef),
}
