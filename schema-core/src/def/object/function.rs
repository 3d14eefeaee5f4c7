//! Functions and procedures.

/// A [function](https://www.postgresql.org/docs/current/sql-createfunction.html) or procedure, written in SQL.
///
/// The name with the types of the arguments identifies it. The text is the whole statement, which can be in a file:
/// `include_str!("touch.sql")`. `create` and `create or replace` mean the same here.
///
/// ```
/// use schema_core::prelude::*;
///
/// const SCHEMA: Schema = Schema::new(&[]).with(&[Object::Function(FunctionDef::new(
///     "with_tax(numeric)",
///     "create function with_tax(net numeric) returns numeric language sql immutable return net * 1.2",
/// ))]);
///
/// let model = SCHEMA.model()?;
/// assert_eq!(model.routines[0].arguments, "numeric");
/// assert!(model.routines[0].definition.starts_with("create or replace function with_tax(net numeric)"));
/// # Ok::<(), schema_core::ddl::DdlError>(())
/// ```
///
/// A text that creates something else is a mistake that each script and command reports:
///
/// ```
/// use schema_core::prelude::*;
///
/// const SCHEMA: Schema = Schema::new(&[]).with(&[Object::Function(FunctionDef::new(
///     "with_tax(numeric)",
///     "create function with_tax(net bigint) returns bigint language sql return net * 2",
/// ))]);
///
/// assert_eq!(
///     SCHEMA.check().unwrap_err().to_string(),
///     "function `with_tax(numeric)` has another argument in its text: `net bigint` is no `numeric`; correct one of them"
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FunctionDef {
    /// The name and the types of the arguments, as SQL spells them: `total(bigint)`, `clinic.total(bigint)`. Arguments that
    /// are only `out` do not count.
    pub signature: &'static str,
    /// The statement `create function …` or `create procedure …`.
    pub text: &'static str,
}

impl FunctionDef {
    /// A function by its name, the types of its arguments, and the statement that creates it.
    #[must_use]
    pub const fn new(signature: &'static str, text: &'static str) -> Self {
        Self { signature, text }
    }
}
