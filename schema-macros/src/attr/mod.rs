//! PARSE: turns the syntax of each attribute into a struct, one attribute per file. After an error in one item of an
//! attribute, parsing continues after the next comma.

mod check;
mod column;
mod default;
mod foreign_key;
mod grant;
mod index;
mod method;
mod policy;
mod primary_key;
mod roles;
mod table;
mod trigger;
mod unique;
mod value;
mod view;

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
pub(crate) use self::grant::{GrantAttr, PrivilegeAttr};
pub(crate) use self::index::{Direction, IndexAttr, Modifiers, Nulls, StorageParameter, Target};
pub(crate) use self::method::Method;
pub(crate) use self::policy::{PolicyAttr, PolicyCommand};
pub(crate) use self::primary_key::PrimaryKeyAttr;
pub(crate) use self::table::{RowSecurity, TableAttr};
pub(crate) use self::trigger::{EventAttr, TriggerAttr};
pub(crate) use self::unique::UniqueAttr;
pub(crate) use self::value::{equals, flag, sql, string};
pub(crate) use self::view::ViewAttr;

use self::value::skip_item;
use crate::util::errors::Errors;
use crate::util::suggest;

/// A value with its key; errors about conflicts are reported at the key.
pub(crate) struct Keyed<T> {
    pub(crate) key: Ident,
    pub(crate) value: T,
}

/// A key that may appear once.
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

    pub(crate) fn get(&self) -> Option<&T> {
        self.0.as_ref().map(|keyed| &keyed.value)
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

/// Parses one attribute, and names it in messages.
pub(crate) struct Reader<'e> {
    attribute: &'static str,
    /// The number of errors before this attribute.
    errors_before: usize,
    /// True if the key of this item is a guess for a misspelled one. Its value then reports no further errors.
    guessed: bool,
    pub(crate) errors: &'e mut Errors,
}

impl<'e> Reader<'e> {
    pub(crate) fn new(attribute: &'static str, errors: &'e mut Errors) -> Self {
        let errors_before = errors.len();
        Self {
            attribute,
            errors_before,
            guessed: false,
            errors,
        }
    }

    /// Parses the items in the parentheses of an attribute.
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

    /// Parses the arguments of an attribute macro.
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

    /// Parses comma-separated items up to the end of `input`.
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

    /// Parses items in parentheses.
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

    /// Reports a missing part, unless the attribute has other errors: the part may be there but invalid.
    pub(crate) fn require(&mut self, is_present: bool, key: &Ident, message: &str) {
        if !is_present && self.errors.len() == self.errors_before {
            self.errors.at(key, message);
        }
    }

    /// Stores the value of a key, or reports a duplicate key.
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

    /// Reports an unknown key, and returns `key` in its place: its effect on the column is kept.
    pub(crate) fn guess(&mut self, word: &Ident, key: &str, remedy: &str) -> Ident {
        let error = self.unknown(word, remedy);
        self.errors.push(error);
        self.guessed = true;
        Ident::new(key, word.span())
    }

    /// Returns the key if it is known. Otherwise reports it and returns the most similar known key, if there is one:
    /// its effect on the column is kept, so that code that uses the column reports no further errors.
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

    /// Parses a key without a value, and skips a value that is there by mistake.
    pub(crate) fn flag(&mut self, input: ParseStream<'_>, key: &Ident) {
        if let Err(error) = flag(input, key) {
            if !self.guessed {
                self.errors.push(error);
            }
            skip_item(input);
        }
    }

    /// The error for an unknown key.
    pub(crate) fn unknown_key(&self, key: &Ident, known: &[&str]) -> syn::Error {
        self.unknown(key, &suggest::remedy(&key.to_string(), known))
    }

    /// The error for an unknown key with a remedy.
    pub(crate) fn unknown(&self, key: &Ident, remedy: &str) -> syn::Error {
        let attribute = self.attribute;
        syn::Error::new(
            key.span(),
            format!("unknown key `{key}` in `#[{attribute}]`; {remedy}"),
        )
    }

    /// Parses a key or the name of a field.
    pub(crate) fn ident(&self, input: ParseStream<'_>) -> syn::Result<Ident> {
        let attribute = self.attribute;
        if let Ok(literal) = input.fork().parse::<LitStr>() {
            let name = suggest::excerpt(&literal.value());
            let message = format!(
                "unexpected string in `#[{attribute}]`; write the field as `{name}`, without quotes"
            );
            return Err(syn::Error::new(literal.span(), message));
        }
        input.call(Ident::parse_any).map_err(|error| {
            syn::Error::new(
                error.span(),
                format!("expected an identifier in `#[{attribute}]`; write a key or a field name"),
            )
        })
    }
}

/// The name of an attribute, where errors about the whole attribute are reported.
pub(crate) fn attribute_key(attribute: &Attribute) -> Ident {
    let segment = attribute.path().segments.last();
    segment.map_or_else(
        || Ident::new("attribute", proc_macro2::Span::call_site()),
        |segment| segment.ident.clone(),
    )
}

/// The text of the doc comments in `attributes`.
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
    // The line break keeps blank lines: an empty string has no lines.
    Some(literal.value() + "\n")
}
