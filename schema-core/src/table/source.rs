//! The names under which a query reads relations.

use super::Relation;
use crate::def::TableName;
use crate::sql::Token;

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
    /// The text in `from`: `"patients"`, `"employees" as "manager"`.
    const FROM: &'static [Token];
    /// The text before the dot of a column: `"patients"`, `"manager"`.
    const REFERENCE: &'static [Token];
}

impl<T: Relation> Source for T {
    type Relation = T;
    type Id = T::Id;
    const FROM: &'static [Token] = Self::REFERENCE;
    const REFERENCE: &'static [Token] = match T::NAME {
        TableName { schema: None, name } => &[Token::Name(name)],
        TableName {
            schema: Some(schema),
            name,
        } => &[Token::Name(schema), Token::Text("."), Token::Name(name)],
    };
}
