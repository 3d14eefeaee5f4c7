//! `#[exclude(room with "=", period with "&&", where = "…")]` on the struct.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::token::Paren;
use syn::{Attribute, Ident, LitStr, Token};

use super::index::PartAttr;
use super::value::{sql, string};
use super::{DeferrableOptions, Keyed, Method, Reader, Slot, Target, attribute_key};
use crate::util::errors::Errors;
use crate::util::{suggest, symbol};

const KEYS: [&str; 4] = ["name", "where", "deferrable", "initially_deferred"];

/// An exclusion constraint.
pub(crate) struct ExcludeAttr {
    /// The attribute name `exclude`.
    pub(crate) key: Ident,
    /// The index method, if specified.
    pub(crate) method: Option<Keyed<Method>>,
    /// The columns and expressions, each with its operator.
    pub(crate) parts: Vec<ExcludePartAttr>,
    /// The condition on the rows that are compared, in SQL.
    pub(crate) filter: Slot<LitStr>,
    /// The time at which it is checked.
    pub(crate) options: DeferrableOptions,
    /// The constraint's name in the database.
    pub(crate) name: Slot<LitStr>,
}

/// `room with "="`.
pub(crate) struct ExcludePartAttr {
    pub(crate) target: Target<Ident>,
    /// The operator class.
    pub(crate) class: Option<Ident>,
    pub(crate) operator: LitStr,
}

impl ExcludeAttr {
    pub(crate) fn parse(attribute: &Attribute, errors: &mut Errors) -> Self {
        let mut exclude = Self {
            key: attribute_key(attribute),
            method: None,
            parts: Vec::new(),
            filter: Slot::default(),
            options: DeferrableOptions::default(),
            name: Slot::default(),
        };
        let mut reader = Reader::new(symbol::EXCLUDE, errors);
        reader.read(attribute, |reader, input| exclude.item(reader, input));
        let message =
            "`#[exclude]` has no columns; write `#[exclude(room with \"=\", period with \"&&\")]`";
        reader.require(!exclude.parts.is_empty(), &exclude.key, message);
        exclude
    }

    fn item(&mut self, reader: &mut Reader<'_>, input: ParseStream<'_>) -> syn::Result<()> {
        let word = reader.ident(input)?;
        let has_value = input.peek(Token![=]);
        match word.to_string().as_str() {
            "name" if has_value => {
                reader.set(&mut self.name, word.clone(), string(input, &word)?);
            }
            "where" if has_value => {
                reader.set(&mut self.filter, word.clone(), sql(input, &word)?);
            }
            _ if has_value => return Err(Self::unknown_pair(reader, input, &word)),
            _ if input.peek(Paren) && word != "sql" => return self.group(reader, input, word),
            _ if !has_operator(input) && self.options.read(reader, input, &word)? => {}
            _ => self.parts.push(ExcludePartAttr::parse(input, &word)?),
        }
        Ok(())
    }

    /// The error for `key = value`. A value that is an operator was meant for a column.
    fn unknown_pair(reader: &Reader<'_>, input: ParseStream<'_>, word: &Ident) -> syn::Error {
        let value = input.fork();
        let operator = value
            .parse::<Token![=]>()
            .and_then(|_| value.parse::<LitStr>())
            .map(|literal| literal.value());
        match operator {
            Ok(operator) if is_operator(&operator) => {
                let message = format!(
                    "`{word}` is not a key of `#[exclude]`; write `{word} with \"{operator}\"`"
                );
                syn::Error::new(word.span(), message)
            }
            _ => reader.unknown_key(word, &KEYS),
        }
    }

    /// Parses `gist(…)`.
    fn group(
        &mut self,
        reader: &mut Reader<'_>,
        input: ParseStream<'_>,
        key: Ident,
    ) -> syn::Result<()> {
        let name = key.to_string();
        let Some(value) = Method::from_name(&name) else {
            let remedy = suggest::remedy(&name, &["gist", "spgist", "btree", "hash"]);
            let message = format!("unknown index method `{name}`; {remedy}");
            return Err(syn::Error::new(key.span(), message));
        };
        if !self.parts.is_empty() {
            let message = format!(
                "a column of this constraint is outside `{name}(…)`; move all columns inside"
            );
            return Err(syn::Error::new(key.span(), message));
        }
        reader.group(input, |reader, input| {
            let word = reader.ident(input)?;
            self.parts.push(ExcludePartAttr::parse(input, &word)?);
            Ok(())
        })?;
        self.method = Some(Keyed { key, value });
        Ok(())
    }
}

impl ExcludePartAttr {
    fn parse(input: ParseStream<'_>, word: &Ident) -> syn::Result<Self> {
        let part = PartAttr::parse(input, word.clone())?;
        let modifiers = part.modifiers;
        let direction = modifiers.direction.as_ref().map(|one| &one.key);
        let nulls = modifiers.nulls.as_ref().map(|one| &one.key);
        let collate = modifiers.collate.as_ref().map(|one| &one.key);
        if let Some(key) = direction.or(nulls).or(collate) {
            let message = format!("`{key}` has no effect in `#[exclude]`; remove it");
            return Err(syn::Error::new(key.span(), message));
        }
        if !has_operator(input) {
            let message = format!("`{word}` has no operator; write `{word} with \"=\"`");
            return Err(syn::Error::new(word.span(), message));
        }
        input.call(Ident::parse_any)?;
        let operator: LitStr = input.parse().map_err(|error: syn::Error| {
            syn::Error::new(
                error.span(),
                "`with` expects an operator; write `with \"=\"`",
            )
        })?;
        if !is_operator(&operator.value()) {
            let shown = suggest::excerpt(&operator.value());
            let message =
                format!("`{shown}` is not an operator; write one such as `\"=\"` or `\"&&\"`");
            return Err(syn::Error::new(operator.span(), message));
        }
        Ok(Self {
            target: part.target,
            class: modifiers.class,
            operator,
        })
    }
}

/// True if `with` follows.
fn has_operator(input: ParseStream<'_>) -> bool {
    let next = input.fork().call(Ident::parse_any);
    next.is_ok_and(|word| word == "with")
}

/// True for the characters of an operator.
fn is_operator(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| "+-*/<>=~!@#%^&|`?".contains(c))
}
