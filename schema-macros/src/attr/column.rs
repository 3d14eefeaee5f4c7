//! `#[column(…)]` on a field. Several of them on one field are merged.

use proc_macro2::TokenTree;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Field, Ident, LitStr, Token};

use super::value::{equals, flag, parenthesized, sql, sql_text, string};
use super::{DefaultValue, Reader, Reference, ReferenceOptions, Slot};
use crate::util::errors::Errors;
use crate::util::{suggest, symbol, synonyms};

/// The valid keys, most common first: a message lists as many as fit.
const KEYS: [&str; 19] = [
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
    "not_valid",
    "not_enforced",
    "renamed_from",
    "updated_at",
];

/// The `#[column]` attributes of a field.
#[derive(Default)]
pub(crate) struct ColumnAttr {
    /// The column's name in the database.
    pub(crate) name: Slot<LitStr>,
    /// The column is the primary key by itself.
    pub(crate) primary_key: Slot<()>,
    /// The database assigns the values.
    pub(crate) identity: Slot<Identity>,
    /// The value that the database stores if an insert omits the column.
    pub(crate) default: Slot<DefaultValue>,
    /// No two rows may have the same value.
    pub(crate) unique: Slot<()>,
    /// An index on this column.
    pub(crate) index: Slot<()>,
    /// The column of another table that this one references.
    pub(crate) references: Slot<Reference>,
    /// The reaction to changes of the referenced row.
    pub(crate) options: ReferenceOptions,
    /// The SQL type, if it is not the default for the Rust type.
    pub(crate) sql_type: Slot<LitStr>,
    /// The expression from which the database computes the value.
    pub(crate) generated: Slot<Generated>,
    /// The collation of a text column.
    pub(crate) collate: Slot<LitStr>,
    /// The name that the column had before.
    pub(crate) renamed_from: Slot<LitStr>,
    /// True if each update sets the column to `now()`.
    pub(crate) updated_at: Slot<()>,
    /// A condition on the value, in SQL.
    pub(crate) check: Slot<LitStr>,
    /// True if an invalid attribute contains a word similar to `default`, `identity` or `generated`. The insert type
    /// then omits the column, so that code that inserts rows does not repeat the error.
    pub(crate) may_have_default: bool,
    /// True if the value of `references` could not be parsed.
    pub(crate) lost_reference: bool,
}

impl ColumnAttr {
    pub(crate) fn parse(field: &Field, errors: &mut Errors) -> Self {
        let mut column = Self::default();
        let attributes = field.attrs.iter();
        for attribute in attributes.filter(|attribute| attribute.path().is_ident(symbol::COLUMN)) {
            let earlier = errors.len();
            column.read(attribute, errors);
            column.may_have_default |= errors.len() > earlier && mentions_default(attribute);
        }
        if let Some(ident) = &field.ident {
            column.check(ident, errors);
        }
        column
    }

    fn read(&mut self, attribute: &Attribute, errors: &mut Errors) {
        Reader::new(symbol::COLUMN, errors).read(attribute, |reader, input| {
            let word = reader.ident(input)?;
            let key = Self::key(reader, word)?;
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
                "renamed_from" => {
                    reader.set(&mut self.renamed_from, key.clone(), string(input, &key)?);
                }
                _ => return Err(reader.unknown_key(&key, &KEYS)),
            }
            Ok(())
        });
    }

    /// The key that a word is or stands for.
    fn key(reader: &mut Reader<'_>, word: Ident) -> syn::Result<Ident> {
        let text = word.to_string();
        if KEYS.contains(&text.as_str()) {
            return Ok(word);
        }
        let Some(synonym) = synonyms::of_column(&text) else {
            return reader.known_key(word, &KEYS);
        };
        match synonym.key {
            Some(key) => Ok(reader.guess(&word, key, synonym.remedy)),
            None => Err(reader.unknown(&word, synonym.remedy)),
        }
    }

    /// Parses a key that declares a constraint, an index or a trigger.
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
            "updated_at" => &mut self.updated_at,
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

    /// Rules across the keys of one column.
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
                format!("column `{column}` cannot be both `identity` and `generated`; remove one"),
            );
        }
        if let (Some(_), Some(key)) = (self.generated.key(), self.default.key()) {
            errors.at(
                key,
                format!("generated column `{column}` cannot have a default; remove `default`"),
            );
        }
        let by_server = self.generated.key().or(self.identity.key());
        if let (Some(key), Some(other)) = (self.updated_at.key(), by_server) {
            errors.at(
                key,
                format!("column `{column}` cannot be both `{other}` and `updated_at`; remove one"),
            );
        }
        if self.references.is_set() && self.check.is_set() {
            for key in self.options.validity.keys() {
                let message = format!(
                    "`{key}` of column `{column}` can mean `references` or `check`; write `#[check(\"…\")]` on the struct"
                );
                errors.at(key, message);
            }
        }
        if self.references.is_set() || self.lost_reference {
            return;
        }
        for key in self.options.actions() {
            errors.at(
                key,
                format!("column `{column}` has `{key}` but no `references`; add `references = Table.column`"),
            );
        }
        if !self.unique.is_set() && !self.primary_key.is_set() {
            for key in self.options.time.keys() {
                let message = format!(
                    "column `{column}` has `{key}` but no `references`, `unique` or `primary_key`; add one of them"
                );
                errors.at(key, message);
            }
        }
        if !self.check.is_set() {
            for key in self.options.validity.keys() {
                let message = format!(
                    "column `{column}` has `{key}` but no `references` or `check`; add one of them"
                );
                errors.at(key, message);
            }
        }
    }
}

/// True if the attribute contains a word similar to one of the keys that make the column optional in an insert.
fn mentions_default(attribute: &Attribute) -> bool {
    let syn::Meta::List(list) = &attribute.meta else {
        return false;
    };
    let keys = ["default", "identity", "generated", "updated_at"];
    list.tokens.clone().into_iter().any(|token| {
        matches!(token, TokenTree::Ident(word) if suggest::similar(&word.to_string(), &keys).is_some())
    })
}

/// The kind of an identity column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Identity {
    /// An insert cannot set the value.
    Always,
    /// An insert may set the value.
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
                "unknown `identity` kind; write `always` or `by_default`",
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

/// A generated column.
pub(crate) struct Generated {
    /// True if the value is stored rather than computed on each read.
    pub(crate) stored: bool,
    /// The expression.
    pub(crate) sql: LitStr,
}

impl Generated {
    fn parse(input: ParseStream<'_>, key: &Ident) -> syn::Result<Self> {
        if input.peek(syn::token::Paren) {
            return parenthesized(input, GENERATED, |content| {
                let word = content.call(Ident::parse_any).map_err(usage)?;
                let stored = Self::stored(&word)?;
                content.parse::<Token![,]>().map_err(usage)?;
                Self::parse_sql(content, stored)
            });
        }
        equals(input, key, "\"…\"")?;
        Self::parse_sql(input, true)
    }

    fn parse_sql(input: ParseStream<'_>, stored: bool) -> syn::Result<Self> {
        let literal = input.parse().map_err(usage)?;
        let sql = sql_text(literal, "generated")?;
        Ok(Self { stored, sql })
    }

    fn stored(word: &Ident) -> syn::Result<bool> {
        match word.to_string().as_str() {
            "stored" => Ok(true),
            "virtual" => Ok(false),
            unknown => {
                let remedy = suggest::remedy(unknown, &["stored", "virtual"]);
                let message = format!("unknown generated column kind `{unknown}`; {remedy}");
                Err(syn::Error::new(word.span(), message))
            }
        }
    }
}

const GENERATED: &str = "`generated` expects an SQL expression; write `generated = \"…\"` or `generated(virtual, \"…\")`";

#[expect(clippy::needless_pass_by_value, reason = "passed to `map_err`")]
fn usage(error: syn::Error) -> syn::Error {
    syn::Error::new(error.span(), GENERATED)
}
