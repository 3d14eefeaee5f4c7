//! The names under which a query reads relations.

use super::Relation;
use crate::def::TableName;
use crate::sql::{Path, Token};

/// A name under which a query reads a relation: the relation's own, or an [alias](crate::alias!).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table",
    label = "expected a struct with `#[table]`, or an `alias!` of one"
)]
pub trait Source: Sized + 'static {
    /// The relation that the rows come from.
    type Relation: Relation;
    /// The name, as a type.
    type Id;
    /// The text before the dot of a column: `"patients"`, `"manager"`.
    const REFERENCE: &'static [Token];
    /// The name without its Postgres schema, as `for update of` requires it.
    const LABEL: &'static [Token] = Self::REFERENCE;
    /// The path to the rows, if they are those that a foreign key references.
    const PATH: Option<&'static Path> = None;
}

/// A source that a query can begin with or join by its name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is a row of this statement, not a table",
    label = "expected a table, or an `alias!` of one",
    note = "a query or join reads the table itself"
)]
pub trait NamedSource: Source {
    /// The text in `from`: `"patients"`, `"employees" as "manager"`.
    const FROM: &'static [Token];
}

#[diagnostic::do_not_recommend]
impl<T: Relation> NamedSource for T {
    const FROM: &'static [Token] = <T as Source>::REFERENCE;
}

impl<T: Relation> Source for T {
    type Relation = T;
    type Id = T::Id;
    const REFERENCE: &'static [Token] = match T::NAME {
        TableName { schema: None, name } => &[Token::Name(name)],
        TableName {
            schema: Some(schema),
            name,
        } => &[Token::Name(schema), Token::Text("."), Token::Name(name)],
    };
    const LABEL: &'static [Token] = &[Token::Name(T::NAME.name)];
}
