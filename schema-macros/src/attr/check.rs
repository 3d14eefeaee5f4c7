//! `#[check("price > 0")]` and `#[check(name = "…", "price > 0", not_valid)]` on the struct.

use syn::{Attribute, Ident, LitStr};

use super::value::{sql_text, string};
use super::{Reader, Slot, ValidityOptions, attribute_key};
use crate::util::errors::Errors;
use crate::util::symbol;

const KEYS: [&str; 3] = ["name", "not_valid", "not_enforced"];

/// A check constraint.
pub(crate) struct CheckAttr {
    /// The attribute name `check`.
    pub(crate) key: Ident,
    /// The condition, in SQL.
    pub(crate) condition: Slot<LitStr>,
    /// The constraint's name in the database.
    pub(crate) name: Slot<LitStr>,
    /// The rows that it is checked for.
    pub(crate) validity: ValidityOptions,
}

impl CheckAttr {
    pub(crate) fn parse(attribute: &Attribute, errors: &mut Errors) -> Self {
        let key = attribute_key(attribute);
        let mut check = Self {
            key: key.clone(),
            condition: Slot::default(),
            name: Slot::default(),
            validity: ValidityOptions::default(),
        };
        let mut reader = Reader::new(symbol::CHECK, errors);
        reader.read(attribute, |reader, input| {
            if input.peek(LitStr) {
                let literal: LitStr = input.parse()?;
                let mut key = key.clone();
                key.set_span(literal.span());
                reader.set(&mut check.condition, key, sql_text(literal, "check")?);
                return Ok(());
            }
            let word = reader.ident(input)?;
            if check.validity.read(reader, input, &word)? {
                return Ok(());
            }
            if word != "name" {
                return Err(reader.unknown_key(&word, &KEYS));
            }
            reader.set(&mut check.name, word.clone(), string(input, &word)?);
            Ok(())
        });
        let message = "`#[check]` has no condition; write `#[check(\"price > 0\")]`";
        reader.require(check.condition.is_set(), &check.key, message);
        check
    }
}
