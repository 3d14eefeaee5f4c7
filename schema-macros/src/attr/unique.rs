//! `#[unique(a, b, name = "…", nulls_not_distinct, include(c), deferrable)]` on the struct.

use syn::token::Paren;
use syn::{Attribute, Ident, LitStr, Token};

use super::value::{fields, flag, string};
use super::{DeferrableOptions, Reader, Slot, attribute_key};
use crate::util::errors::Errors;
use crate::util::symbol;

const KEYS: [&str; 5] = [
    "name",
    "nulls_not_distinct",
    "include",
    "deferrable",
    "initially_deferred",
];

/// A unique constraint on one or more columns.
pub(crate) struct UniqueAttr {
    /// The attribute name `unique`.
    pub(crate) key: Ident,
    /// The fields, in the order of the constraint.
    pub(crate) columns: Vec<Ident>,
    /// The constraint's name in the database.
    pub(crate) name: Slot<LitStr>,
    /// True if NULLs are equal to each other.
    pub(crate) nulls_not_distinct: Slot<()>,
    /// Fields that its index stores in addition.
    pub(crate) include: Slot<Vec<Ident>>,
    /// The time at which it is checked.
    pub(crate) time: DeferrableOptions,
}

impl UniqueAttr {
    pub(crate) fn parse(attribute: &Attribute, errors: &mut Errors) -> Self {
        let mut unique = Self {
            key: attribute_key(attribute),
            columns: Vec::new(),
            name: Slot::default(),
            nulls_not_distinct: Slot::default(),
            include: Slot::default(),
            time: DeferrableOptions::default(),
        };
        let mut reader = Reader::new(symbol::UNIQUE, errors);
        reader.read(attribute, |reader, input| {
            let word = reader.ident(input)?;
            let has_value = input.peek(Token![=]);
            match word.to_string().as_str() {
                "name" if has_value => {
                    reader.set(&mut unique.name, word.clone(), string(input, &word)?);
                }
                "nulls_not_distinct" => {
                    flag(input, &word)?;
                    reader.set(&mut unique.nulls_not_distinct, word, ());
                }
                "include" if input.peek(Paren) => {
                    let columns = fields(reader, input, &word)?;
                    reader.set(&mut unique.include, word, columns);
                }
                _ if unique.time.read(reader, input, &word)? => {}
                _ if has_value => return Err(reader.unknown_key(&word, &KEYS)),
                _ => unique.columns.push(word),
            }
            Ok(())
        });
        let message = "`#[unique]` names no column; write `#[unique(a, b)]`";
        reader.require(!unique.columns.is_empty(), &unique.key, message);
        unique
    }
}
