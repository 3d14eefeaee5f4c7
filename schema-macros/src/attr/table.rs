//! `#[table(name = "…", schema = "…", crate = path)]`.

use proc_macro2::TokenStream;
use syn::{LitStr, Path};

use super::value::{equals, string};
use super::{Reader, Slot};
use crate::util::errors::Errors;
use crate::util::{suggest, symbol, synonyms};

const KEYS: [&str; 3] = ["name", "schema", "crate"];

/// The arguments of `#[table(…)]`.
#[derive(Default)]
pub(crate) struct TableAttr {
    /// The table's name in the database.
    pub(crate) name: Slot<LitStr>,
    /// The Postgres schema that contains the table.
    pub(crate) schema: Slot<LitStr>,
    /// The path of `schema_core`.
    pub(crate) krate: Slot<Path>,
}

impl TableAttr {
    pub(crate) fn parse(args: TokenStream, errors: &mut Errors) -> Self {
        let mut table = Self::default();
        Reader::new(symbol::TABLE, errors).read_tokens(args, |reader, input| {
            if let Ok(name) = input.parse::<LitStr>() {
                let shown = suggest::excerpt(&name.value());
                let message =
                    format!("`#[table]` has no unnamed value; write `name = \"{shown}\"`");
                reader.errors.at(&name, message);
                table.name = Slot::default();
                return Ok(());
            }
            let key = reader.ident(input)?;
            match key.to_string().as_str() {
                "name" => reader.set(&mut table.name, key.clone(), string(input, &key)?),
                "schema" => reader.set(&mut table.schema, key.clone(), string(input, &key)?),
                "crate" => {
                    equals(input, &key, "schema_core")?;
                    reader.set(&mut table.krate, key, input.call(Path::parse_mod_style)?);
                }
                word => {
                    return Err(match synonyms::of_table(word) {
                        Some(remedy) => reader.unknown(&key, remedy),
                        None if input.is_empty() && suggest::nearest(word, &KEYS).is_none() => {
                            reader.unknown(&key, &format!("write `name = \"{word}\"`"))
                        }
                        None => reader.unknown_key(&key, &KEYS),
                    });
                }
            }
            Ok(())
        });
        table
    }
}
