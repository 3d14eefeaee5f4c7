//! `#[grant(select, update(status), to = "app")]` on the struct.

use syn::parse::ParseStream;
use syn::token::Paren;
use syn::{Attribute, Ident, LitStr};

use super::roles::roles;
use super::value::{fields, flag};
use super::{Reader, Slot, attribute_key};
use crate::util::errors::Errors;
use crate::util::{suggest, symbol};

/// The privileges on a table, most common first, and whether one can be on single columns.
const PRIVILEGES: [(&str, bool); 8] = [
    ("select", true),
    ("insert", true),
    ("update", true),
    ("delete", false),
    ("truncate", false),
    ("references", true),
    ("trigger", false),
    ("maintain", false),
];

/// Privileges of roles on the table or on some of its columns.
pub(crate) struct GrantAttr {
    /// The attribute name `grant`.
    pub(crate) key: Ident,
    /// The privileges.
    pub(crate) privileges: Vec<PrivilegeAttr>,
    /// The roles.
    pub(crate) to: Slot<Vec<LitStr>>,
    /// True if the roles may pass the privileges on.
    pub(crate) with_grant_option: Slot<()>,
}

/// A privilege.
pub(crate) struct PrivilegeAttr {
    /// The word of SQL.
    pub(crate) word: Ident,
    /// The fields; none for the whole table.
    pub(crate) columns: Vec<Ident>,
}

impl GrantAttr {
    pub(crate) fn parse(attribute: &Attribute, errors: &mut Errors) -> Self {
        let mut grant = Self {
            key: attribute_key(attribute),
            privileges: Vec::new(),
            to: Slot::default(),
            with_grant_option: Slot::default(),
        };
        let mut reader = Reader::new(symbol::GRANT, errors);
        reader.read(attribute, |reader, input| {
            let word = reader.ident(input)?;
            match word.to_string().as_str() {
                "to" => reader.set(&mut grant.to, word.clone(), roles(input, &word)?),
                "with_grant_option" => {
                    flag(input, &word)?;
                    reader.set(&mut grant.with_grant_option, word, ());
                }
                _ => grant
                    .privileges
                    .push(PrivilegeAttr::parse(reader, input, word)?),
            }
            Ok(())
        });
        let message = "`#[grant]` has no privilege; write `#[grant(select, to = \"app\")]`";
        reader.require(!grant.privileges.is_empty(), &grant.key, message);
        let message = "`#[grant]` has no role; add `to = \"app\"`";
        reader.require(grant.to.is_set(), &grant.key, message);
        grant
    }
}

impl PrivilegeAttr {
    fn parse(reader: &mut Reader<'_>, input: ParseStream<'_>, word: Ident) -> syn::Result<Self> {
        let known = PRIVILEGES.iter().find(|(name, _)| word == name);
        let Some((_, can_be_on_columns)) = known else {
            let names = PRIVILEGES.map(|(name, _)| name);
            let remedy = match word.to_string().as_str() {
                "all" => "list the privileges: `select, insert, update, delete`".to_owned(),
                unknown => suggest::remedy(unknown, &names),
            };
            let message = format!("unknown privilege `{word}` in `#[grant]`; {remedy}");
            return Err(syn::Error::new(word.span(), message));
        };
        if !input.peek(Paren) {
            let columns = Vec::new();
            return Ok(Self { word, columns });
        }
        let columns = fields(reader, input, &word)?;
        if !can_be_on_columns {
            let message = format!("privilege `{word}` is on the whole table; write `{word}`");
            return Err(syn::Error::new(word.span(), message));
        }
        if columns.is_empty() {
            let message = format!("`{word}` names no column; write `{word}` or `{word}(a, b)`");
            return Err(syn::Error::new(word.span(), message));
        }
        Ok(Self { word, columns })
    }
}
