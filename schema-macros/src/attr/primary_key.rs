//! `#[primary_key(a, b, name = "…")]` on the struct.

use syn::{Attribute, Ident, LitStr, Token};

use super::value::string;
use super::{Reader, Slot, attribute_key};
use crate::util::errors::Errors;
use crate::util::symbol;

/// A primary key of one or more columns.
pub(crate) struct PrimaryKeyAttr {
    /// The attribute name `primary_key`.
    pub(crate) key: Ident,
    /// The fields, in the order of the key.
    pub(crate) columns: Vec<Ident>,
    /// The constraint's name in the database.
    pub(crate) name: Slot<LitStr>,
}

impl PrimaryKeyAttr {
    pub(crate) fn parse(attribute: &Attribute, errors: &mut Errors) -> Self {
        let mut primary_key = Self {
            key: attribute_key(attribute),
            columns: Vec::new(),
            name: Slot::default(),
        };
        let mut reader = Reader::new(symbol::PRIMARY_KEY, errors);
        reader.read(attribute, |reader, input| {
            let word = reader.ident(input)?;
            if !input.peek(Token![=]) {
                primary_key.columns.push(word);
            } else if word == "name" {
                reader.set(&mut primary_key.name, word.clone(), string(input, &word)?);
            } else {
                return Err(reader.unknown_key(&word, &["name"]));
            }
            Ok(())
        });
        let message = "`#[primary_key]` names no column; write `#[primary_key(a, b)]`";
        reader.require(!primary_key.columns.is_empty(), &primary_key.key, message);
        primary_key
    }
}
