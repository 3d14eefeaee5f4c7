//! `#[column(…)]` on a field. Several of them on one field are read as one.

use proc_macro2::TokenTree;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Field, Ident, LitStr, Token};

use super::value::{equals, flag, parenthesized, sql, sql_text, string};
use super::{DefaultValue, Reader, Reference, ReferenceOptions, Slot};
use crate::errors::Errors;
use crate::{suggest, symbol};

/// The known keys, the common ones first: a message shows as many as fit.
const KEYS: [&str; 15] = [
    "name",
    "primary_key",
    "identity",
    "default",
    "unique",
    "references",
    "index",
    "check",
    "sql_type",
    "generated",
    "collate",
    "on_delete",
    "on_update",
    "deferrable",
    "initially_deferred",
];

/// What the `#[column]` attributes of a field say.
#[derive(Default)]
pub(crate) struct ColumnAttr {
    /// The column's name in the database.
    pub(crate) name: Slot<LitStr>,
    /// The column alone is the primary key.
    pub(crate) primary_key: Slot<()>,
    /// The database numbers the rows.
    pub(crate) identity: Slot<Identity>,
    /// What the database writes where an insert says nothing.
    pub(crate) default: Slot<DefaultValue>,
    /// No two rows have the same value.
    pub(crate) unique: Slot<()>,
    /// An index of this column alone.
    pub(crate) index: Slot<()>,
    /// The column of another table that this one points to.
    pub(crate) references: Slot<Reference>,
    /// What happens when the other row changes.
    pub(crate) options: ReferenceOptions,
    /// The SQL type, where it is not the one of the Rust type.
    pub(crate) sql_type: Slot<LitStr>,
    /// The database computes the value.
    pub(crate) generated: Slot<Generated>,
    /// The collation of a text.
    pub(crate) collate: Slot<LitStr>,
    /// A condition on the value, as SQL.
    pub(crate) check: Slot<LitStr>,
    /// Whether something that could not be read looks like the key of a value that the database fills in. The insert
    /// type then leaves the column out, so that the mistake is not reported a second time where rows are inserted.
    pub(crate) may_be_filled: bool,
    /// Whether it references what could not be read.
    pub(crate) lost_reference: bool,
}

impl ColumnAttr {
    pub(crate) fn parse(field: &Field, errors: &mut Errors) -> Self {
        let mut column = Self::default();
        let attributes = field.attrs.iter();
        for attribute in attributes.filter(|attribute| attribute.path().is_ident(symbol::COLUMN)) {
            let earlier = errors.len();
            column.read(attribute, errors);
            column.may_be_filled |= errors.len() > earlier && mentions_a_fill(attribute);
        }
        if let Some(ident) = &field.ident {
            column.check(ident, errors);
        }
        column
    }

    fn read(&mut self, attribute: &Attribute, errors: &mut Errors) {
        Reader::new(symbol::COLUMN, errors).read(attribute, |reader, input| {
            let word = reader.word(input)?;
            let key = reader.known_key(word, &KEYS)?;
            if self.read_constraint(reader, input, &key)?
                || self.options.read(reader, input, &key)?
            {
                return Ok(());
            }
            match key.to_string().as_str() {
                "name" => reader.set(&mut self.name, key.clone(), string(input, &key)?),
                "identity" => reader.set(
                    &mut self.identity,
                    key.clone(),
                    Identity::parse(input, &key)?,
                ),
                "default" => reader.set(
                    &mut self.default,
                    key.clone(),
                    DefaultValue::parse(input, &key)?,
                ),
                "sql_type" => reader.set(&mut self.sql_type, key.clone(), sql(input, &key)?),
                "generated" => reader.set(
                    &mut self.generated,
                    key.clone(),
                    Generated::parse(input, &key)?,
                ),
                "collate" => reader.set(&mut self.collate, key.clone(), sql(input, &key)?),
                _ => return Err(reader.unknown_key(&key, &KEYS)),
            }
            Ok(())
        });
    }

    /// Reads a key that becomes a constraint or an index of the table.
    fn read_constraint(
        &mut self,
        reader: &mut Reader<'_>,
        input: ParseStream<'_>,
        key: &Ident,
    ) -> syn::Result<bool> {
        let owned = key.clone();
        let slot = match key.to_string().as_str() {
            "primary_key" => &mut self.primary_key,
            "unique" => &mut self.unique,
            "index" => &mut self.index,
            "references" => {
                match Reference::parse(input, key) {
                    Ok(reference) => reader.set(&mut self.references, owned, reference),
                    Err(error) => {
                        self.lost_reference = true;
                        return Err(error);
                    }
                }
                return Ok(true);
            }
            "check" => {
                reader.set(&mut self.check, owned, sql(input, key)?);
                return Ok(true);
            }
            _ => return Ok(false),
        };
        reader.flag(input, key);
        reader.set(slot, owned, ());
        Ok(true)
    }

    /// The rules between the keys of one column.
    fn check(&self, column: &Ident, errors: &mut Errors) {
        if let (Some(_), Some(key)) = (self.identity.key(), self.default.key()) {
            errors.at(
                key,
                format!("identity column `{column}` cannot have a default; remove `default`"),
            );
        }
        if let (Some(_), Some(key)) = (self.identity.key(), self.generated.key()) {
            errors.at(
                key,
                format!("column `{column}` is an identity and generated; remove one of the two"),
            );
        }
        if let (Some(_), Some(key)) = (self.generated.key(), self.default.key()) {
            errors.at(
                key,
                format!("generated column `{column}` cannot have a default; remove `default`"),
            );
        }
        if self.references.is_set() || self.lost_reference {
            return;
        }
        for key in self.options.keys() {
            errors.at(
                key,
                format!("column `{column}` has `{key}` and references nothing; add `references = Table.column`"),
            );
        }
    }
}

/// Whether a word of the attribute is nearly one of the keys that make an insert without the column possible.
fn mentions_a_fill(attribute: &Attribute) -> bool {
    let syn::Meta::List(list) = &attribute.meta else {
        return false;
    };
    let filling = ["default", "identity", "generated"];
    list.tokens.clone().into_iter().any(|token| {
        matches!(token, TokenTree::Ident(word) if suggest::similar(&word.to_string(), &filling).is_some())
    })
}

/// How the database numbers rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Identity {
    /// An insert cannot give a number.
    Always,
    /// An insert may give a number.
    ByDefault,
}

impl Identity {
    fn parse(input: ParseStream<'_>, key: &Ident) -> syn::Result<Self> {
        if !input.peek(Token![=]) {
            return flag(input, key).map(|()| Self::Always);
        }
        input.parse::<Token![=]>()?;
        let unknown = |span| {
            syn::Error::new(
                span,
                "unknown kind of `identity`; write `always` or `by_default`",
            )
        };
        let word: Ident = input
            .parse()
            .map_err(|error: syn::Error| unknown(error.span()))?;
        match word.to_string().as_str() {
            "always" => Ok(Self::Always),
            "by_default" => Ok(Self::ByDefault),
            _ => Err(unknown(word.span())),
        }
    }
}

/// A value that the database computes.
pub(crate) struct Generated {
    /// Whether the value is kept, and not computed at each read.
    pub(crate) stored: bool,
    /// The expression.
    pub(crate) sql: LitStr,
}

impl Generated {
    fn parse(input: ParseStream<'_>, key: &Ident) -> syn::Result<Self> {
        if input.peek(syn::token::Paren) {
            return parenthesized(input, GENERATED, |content| {
                let word = content.call(Ident::parse_any).map_err(problem)?;
                let stored = Self::stored(&word)?;
                content.parse::<Token![,]>().map_err(problem)?;
                Self::parse_sql(content, stored)
            });
        }
        equals(input, key, "\"…\"")?;
        Self::parse_sql(input, true)
    }

    fn parse_sql(input: ParseStream<'_>, stored: bool) -> syn::Result<Self> {
        let literal = input.parse().map_err(problem)?;
        let sql = sql_text(literal, "generated")?;
        Ok(Self { stored, sql })
    }

    fn stored(word: &Ident) -> syn::Result<bool> {
        match word.to_string().as_str() {
            "stored" => Ok(true),
            "virtual" => Ok(false),
            unknown => {
                let remedy = suggest::instead_of(unknown, &["stored", "virtual"]);
                let message = format!("unknown kind of generated column `{unknown}`; {remedy}");
                Err(syn::Error::new(word.span(), message))
            }
        }
    }
}

const GENERATED: &str =
    "`generated` takes an SQL expression; write `generated = \"…\"` or `generated(virtual, \"…\")`";

#[expect(clippy::needless_pass_by_value, reason = "the argument of `map_err`")]
fn problem(error: syn::Error) -> syn::Error {
    syn::Error::new(error.span(), GENERATED)
}
