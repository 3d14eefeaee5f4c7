//! `#[primary_key(a, b, name = "…", include(c), deferrable)]` on the struct.

use syn::token::Paren;
use syn::{Attribute, Ident, LitStr, Token};

use super::value::{fields, string};
use super::{DeferrableOptions, Reader, Slot, attribute_key};
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
    /// Fields that its index stores in addition.
    pub(crate) include: Slot<Vec<Ident>>,
    /// The time at which it is checked.
    pub(crate) time: DeferrableOptions,
}

const KEYS: [&str; 4] = ["name", "include", "deferrable", "initially_deferred"];

impl PrimaryKeyAttr {
    pub(crate) fn parse(attribute: &Attribute, errors: &mut Errors) -> Self {
        let mut primary_key = Self {
            key: attribute_key(attribute),
            columns: Vec::new(),
            name: Slot::default(),
            include: Slot::default(),
            time: DeferrableOptions::default(),
        };
        let mut reader = Reader::new(symbol::PRIMARY_KEY, errors);
        reader.read(attribute, |reader, input| {
            let word = reader.ident(input)?;
            let has_value = input.peek(Token![=]);
            match word.to_string().as_str() {
                "name" if has_value => {
                    reader.set(&mut primary_key.name, word.clone(), string(input, &word)?);
                }
                "include" if input.peek(Paren) => {
                    let columns = fields(reader, input, &word)?;
                    reader.set(&mut primary_key.include, word, columns);
                }
                _ if primary_key.time.read(reader, input, &word)? => {}
                _ if has_value => return Err(reader.unknown_key(&word, &KEYS)),
                _ => primary_key.columns.push(word),
            }
            Ok(())
        });
        let message = "`#[primary_key]` names no column; write `#[primary_key(a, b)]`";
        reader.require(!primary_key.columns.is_empty(), &primary_key.key, message);
        primary_key
    }
}
