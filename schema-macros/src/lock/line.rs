//! A line of `schema.lock`: `table "clinic"."patients" 0x0123456789abcdef`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitInt, LitStr, Token};

/// A table or a type with its fingerprint.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Line {
    is_type: bool,
    schema: Option<String>,
    name: String,
    fingerprint: u64,
}

impl Parse for Line {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let kind = Ident::parse_any(input)?;
        let is_type = match kind.to_string().as_str() {
            "table" => false,
            "type" => true,
            _ => return Err(syn::Error::new(kind.span(), "expected `table` or `type`")),
        };
        let mut name = input.parse::<LitStr>()?.value();
        let mut schema = None;
        if input.peek(Token![.]) {
            input.parse::<Token![.]>()?;
            schema = Some(name);
            name = input.parse::<LitStr>()?.value();
        }
        let fingerprint = input.parse::<LitInt>()?.base10_parse()?;
        Ok(Self {
            is_type,
            schema,
            name,
            fingerprint,
        })
    }
}

impl Line {
    /// The line as a `Locked` of `schema-core`.
    pub(crate) fn tokens(&self) -> TokenStream {
        let Self {
            is_type,
            schema,
            name,
            fingerprint,
        } = self;
        let is_table = !is_type;
        let schema = schema.as_ref().map_or_else(
            || quote!(::core::option::Option::None),
            |schema| quote!(::core::option::Option::Some(#schema)),
        );
        quote!((#is_table, #schema, #name, #fingerprint))
    }
}
