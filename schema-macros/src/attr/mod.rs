//! PARSE: the syntax of each attribute into a struct, one attribute per file. A mistake in one item of an attribute
//! is reported, and reading goes on after the next comma.

mod check;
mod column;
mod default;
mod foreign_key;
mod index;
mod method;
mod primary_key;
mod table;
mod unique;
mod value;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, LitStr, Meta, Token};

pub(crate) use self::check::CheckAttr;
pub(crate) use self::column::{ColumnAttr, Generated, Identity};
pub(crate) use self::default::DefaultValue;
pub(crate) use self::foreign_key::{
    Action, ActionKind, Deferrable, ForeignKeyAttr, Reference, ReferenceOptions,
};
pub(crate) use self::index::{Direction, IndexAttr, Modifiers, Nulls, StorageParameter, Target};
pub(crate) use self::method::Method;
pub(crate) use self::primary_key::PrimaryKeyAttr;
pub(crate) use self::table::TableAttr;
pub(crate) use self::unique::UniqueAttr;
pub(crate) use self::value::{equals, flag, string};

use self::value::skip_item;
use crate::errors::Errors;
use crate::suggest;

/// A value with the key that gave it: conflicts blame the key.
pub(crate) struct Keyed<T> {
    pub(crate) key: Ident,
    pub(crate) value: T,
}

/// A key that may be written once.
pub(crate) struct Slot<T>(Option<Keyed<T>>);

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Slot<T> {
    pub(crate) fn key(&self) -> Option<&Ident> {
        self.0.as_ref().map(|keyed| &keyed.key)
    }

    pub(crate) fn is_set(&self) -> bool {
        self.0.is_some()
    }

    pub(crate) fn keyed(self) -> Option<Keyed<T>> {
        self.0
    }

    pub(crate) fn value(self) -> Option<T> {
        self.0.map(|keyed| keyed.value)
    }
}

/// Reads one attribute, and knows what to call it in messages.
pub(crate) struct Reader<'e> {
    attribute: &'static str,
    /// How many problems there were before this attribute.
    earlier: usize,
    /// Whether the key of this item is a guess. The guess was reported, and is not to be followed by its own mistakes.
    guessed: bool,
    pub(crate) errors: &'e mut Errors,
}

impl<'e> Reader<'e> {
    pub(crate) fn new(attribute: &'static str, errors: &'e mut Errors) -> Self {
        let earlier = errors.len();
        Self {
            attribute,
            earlier,
            guessed: false,
            errors,
        }
    }

    /// Reads the items between the parentheses of an attribute.
    pub(crate) fn read(
        &mut self,
        attribute: &Attribute,
        item: impl FnMut(&mut Self, ParseStream<'_>) -> syn::Result<()>,
    ) {
        let result = match &attribute.meta {
            Meta::Path(_) => Ok(()),
            Meta::List(list) => list.parse_args_with(|input: ParseStream<'_>| {
                self.items(input, item);
                Ok(())
            }),
            Meta::NameValue(pair) => {
                let name = self.attribute;
                let message = format!("`#[{name}]` takes no value; write `#[{name}(…)]`");
                Err(syn::Error::new_spanned(pair, message))
            }
        };
        self.errors.keep(result);
    }

    /// Reads the items of an attribute macro.
    pub(crate) fn read_tokens(
        &mut self,
        tokens: TokenStream,
        item: impl FnMut(&mut Self, ParseStream<'_>) -> syn::Result<()>,
    ) {
        let read = |input: ParseStream<'_>| {
            self.items(input, item);
            Ok(())
        };
        let result = read.parse2(tokens);
        self.errors.keep(result);
    }

    /// Reads items separated by commas to the end of `input`.
    pub(crate) fn items(
        &mut self,
        input: ParseStream<'_>,
        mut item: impl FnMut(&mut Self, ParseStream<'_>) -> syn::Result<()>,
    ) {
        while !input.is_empty() {
            self.guessed = false;
            let mut result = item(self, input);
            if result.is_ok() && !input.is_empty() && !input.peek(Token![,]) {
                result = Err(input.error("unexpected token; separate the items with `,`"));
            }
            if let Err(error) = result {
                if !self.guessed {
                    self.errors.push(error);
                }
                skip_item(input);
            }
            if input.peek(Token![,]) {
                self.errors.keep(input.parse::<Token![,]>());
            }
        }
    }

    /// Reads items in parentheses.
    pub(crate) fn group(
        &mut self,
        input: ParseStream<'_>,
        item: impl FnMut(&mut Self, ParseStream<'_>) -> syn::Result<()>,
    ) -> syn::Result<()> {
        let content;
        syn::parenthesized!(content in input);
        self.items(&content, item);
        Ok(())
    }

    /// Reports that something is missing in the attribute, unless a part of it could not be read: that part may be it.
    pub(crate) fn require(&mut self, there: bool, key: &Ident, message: &str) {
        if !there && self.errors.len() == self.earlier {
            self.errors.at(key, message);
        }
    }

    /// Stores a value under a key, unless the key has one already.
    pub(crate) fn set<T>(&mut self, slot: &mut Slot<T>, key: Ident, value: T) {
        if slot.is_set() {
            if self.guessed {
                return;
            }
            let message = format!("duplicate `{key}` in `#[{}]`; remove one", self.attribute);
            self.errors.at(&key, message);
        } else {
            slot.0 = Some(Keyed { key, value });
        }
    }

    /// The key, or the one that is nearly it, after a report: read on as it was meant, so that what the key says of
    /// the column is not missed wherever the column is used.
    pub(crate) fn known_key(&mut self, key: Ident, known: &[&str]) -> syn::Result<Ident> {
        let word = key.to_string();
        if known.contains(&word.as_str()) {
            return Ok(key);
        }
        let error = self.unknown_key(&key, known);
        let Some(near) = suggest::nearest(&word, known) else {
            return Err(error);
        };
        self.errors.push(error);
        self.guessed = true;
        Ok(Ident::new(near, key.span()))
    }

    /// Reads a key that has no value, over a value that it should not have.
    pub(crate) fn flag(&mut self, input: ParseStream<'_>, key: &Ident) {
        if let Err(error) = flag(input, key) {
            if !self.guessed {
                self.errors.push(error);
            }
            skip_item(input);
        }
    }

    /// The error for a key that the attribute does not have.
    pub(crate) fn unknown_key(&self, key: &Ident, known: &[&str]) -> syn::Error {
        let remedy = suggest::instead_of(&key.to_string(), known);
        let attribute = self.attribute;
        syn::Error::new(
            key.span(),
            format!("unknown key `{key}` in `#[{attribute}]`; {remedy}"),
        )
    }

    /// Reads a word that is a key or the name of a field.
    pub(crate) fn word(&self, input: ParseStream<'_>) -> syn::Result<Ident> {
        let attribute = self.attribute;
        if let Ok(literal) = input.fork().parse::<LitStr>() {
            let name = suggest::excerpt(&literal.value());
            let message = format!(
                "unexpected string in `#[{attribute}]`; write a field as `{name}`, without quotes"
            );
            return Err(syn::Error::new(literal.span(), message));
        }
        input.call(Ident::parse_any).map_err(|error| {
            syn::Error::new(
                error.span(),
                format!("expected a word in `#[{attribute}]`; write a key or a field's name"),
            )
        })
    }
}

/// The word that names an attribute, to blame when the attribute as a whole is wrong.
pub(crate) fn attribute_key(attribute: &Attribute) -> Ident {
    let segment = attribute.path().segments.last();
    segment.map_or_else(
        || Ident::new("attribute", proc_macro2::Span::call_site()),
        |segment| segment.ident.clone(),
    )
}

/// The text of the doc comments among `attributes`.
pub(crate) fn doc_comment(attributes: &[Attribute]) -> Option<String> {
    let lines: Vec<String> = attributes.iter().filter_map(doc_line).collect();
    let text = lines
        .iter()
        .flat_map(|block| block.lines())
        .map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end())
        .collect::<Vec<_>>()
        .join("\n");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn doc_line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &attribute.meta else {
        return None;
    };
    if !pair.path.is_ident("doc") {
        return None;
    }
    let literal: LitStr = syn::parse2(pair.value.to_token_stream()).ok()?;
    // A blank line of a comment is a text without lines.
    Some(literal.value() + "\n")
}
