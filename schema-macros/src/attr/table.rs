//! `#[table(name = "…", schema = "…", insert(name = NewName, derive(Default)), renamed_from = "…", row_level_security,
//! crate = path)]`.

use proc_macro2::TokenStream;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Ident, LitStr, Path, Token};

use super::value::{equals, flag, string};
use super::{Reader, Slot, StorageParameter};
use crate::util::errors::Errors;
use crate::util::{suggest, symbol, synonyms};

const KEYS: [&str; 8] = [
    "name",
    "schema",
    "insert",
    "renamed_from",
    "with",
    "unlogged",
    "row_level_security",
    "crate",
];
const INSERT_KEYS: [&str; 2] = ["name", "derive"];

/// The arguments of `#[table(…)]`.
#[derive(Default)]
pub(crate) struct TableAttr {
    /// The table's name in the database.
    pub(crate) name: Slot<LitStr>,
    /// The Postgres schema that contains the table.
    pub(crate) schema: Slot<LitStr>,
    /// The name that the table had before, in the same Postgres schema.
    pub(crate) renamed_from: Slot<LitStr>,
    /// The struct of the required columns of an insert.
    pub(crate) insert: Slot<InsertAttr>,
    /// The use of policies.
    pub(crate) row_level_security: Slot<RowSecurity>,
    /// The storage parameters.
    pub(crate) with: Slot<Vec<StorageParameter>>,
    /// The table is not in the write-ahead log.
    pub(crate) unlogged: Slot<()>,
    /// The path of `schema_core`.
    pub(crate) krate: Slot<Path>,
}

/// The use of a table's policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowSecurity {
    /// They apply, except to the table's owner.
    Enabled,
    /// They apply to the owner as well.
    Forced,
}

impl RowSecurity {
    fn parse(input: ParseStream<'_>, key: &Ident) -> syn::Result<Self> {
        if !input.peek(Token![=]) {
            return flag(input, key).map(|()| Self::Enabled);
        }
        input.parse::<Token![=]>()?;
        let word: Ident = input.parse()?;
        if word == "forced" {
            return Ok(Self::Forced);
        }
        let message = format!("unknown `{key}`; write `{key}`, or `{key} = forced`");
        Err(syn::Error::new(word.span(), message))
    }
}

/// The arguments of `insert(…)`.
#[derive(Default)]
pub(crate) struct InsertAttr {
    /// The name of the struct, instead of `New…`.
    pub(crate) name: Slot<Ident>,
    /// Derives in addition to those that are copied from the table's struct.
    pub(crate) derives: Vec<Path>,
}

impl InsertAttr {
    fn parse(reader: &mut Reader<'_>, input: ParseStream<'_>, key: &Ident) -> syn::Result<Self> {
        if !input.peek(syn::token::Paren) {
            let message = "`insert` needs keys in parentheses; write `insert(derive(Default))`";
            return Err(syn::Error::new(key.span(), message));
        }
        let mut insert = Self::default();
        reader.group(input, |reader, input| {
            let key = reader.ident(input)?;
            match key.to_string().as_str() {
                "name" => {
                    equals(input, &key, "NewName")?;
                    let name = reader.ident(input)?;
                    reader.set(&mut insert.name, key, name);
                }
                "derive" => {
                    let content;
                    syn::parenthesized!(content in input);
                    let paths = Punctuated::<Path, Token![,]>::parse_terminated_with(
                        &content,
                        Path::parse_mod_style,
                    )?;
                    insert.derives.extend(paths);
                }
                _ => return Err(reader.unknown_key(&key, &INSERT_KEYS)),
            }
            Ok(())
        })?;
        Ok(insert)
    }
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
                "renamed_from" => {
                    reader.set(&mut table.renamed_from, key.clone(), string(input, &key)?);
                }
                "insert" => {
                    let insert = InsertAttr::parse(reader, input, &key)?;
                    reader.set(&mut table.insert, key, insert);
                }
                "row_level_security" => {
                    let security = RowSecurity::parse(input, &key)?;
                    reader.set(&mut table.row_level_security, key, security);
                }
                "with" if input.peek(syn::token::Paren) => {
                    let parameters = StorageParameter::parse_list(reader, input)?;
                    reader.set(&mut table.with, key, parameters);
                }
                "with" => {
                    let message = "`with` expects a list; write `with(fillfactor = 70)`";
                    return Err(syn::Error::new(key.span(), message));
                }
                "unlogged" => {
                    flag(input, &key)?;
                    reader.set(&mut table.unlogged, key, ());
                }
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
