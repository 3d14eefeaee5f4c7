//! `#[table(name = "…", schema = "…", crate = path)]`.

use proc_macro2::TokenStream;
use syn::{LitStr, Path};

use super::value::{equals, string};
use super::{Reader, Slot};
use crate::util::errors::Errors;
use crate::util::symbol;

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
            let key = reader.ident(input)?;
            match key.to_string().as_str() {
                "name" => reader.set(&mut table.name, key.clone(), string(input, &key)?),
                "schema" => reader.set(&mut table.schema, key.clone(), string(input, &key)?),
                "crate" => {
                    equals(input, &key, "schema_core")?;
                    reader.set(&mut table.krate, key, input.call(Path::parse_mod_style)?);
                }
                _ => return Err(reader.unknown_key(&key, &KEYS)),
            }
            Ok(())
        });
        table
    }
}
