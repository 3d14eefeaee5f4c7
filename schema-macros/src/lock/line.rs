//! A line of `schema.lock`: `table "clinic"."patients" 0x0123456789abcdef`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitInt, LitStr, Token};

/// A table, a type or a view with its fingerprint.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Line {
    /// The index of its kind in [`KINDS`].
    kind: u8,
    schema: Option<String>,
    name: String,
    fingerprint: u64,
}

/// The kinds, in the order in which the comparison looks for them.
const KINDS: [&str; 3] = ["table", "type", "view"];

impl Parse for Line {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let kind = Ident::parse_any(input)?;
        let known = (0_u8..).zip(KINDS).find(|(_, word)| kind == word);
        let Some((index, _)) = known else {
            return Err(syn::Error::new(
                kind.span(),
                "expected `table`, `type` or `view`",
            ));
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
            kind: index,
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
            kind,
            schema,
            name,
            fingerprint,
        } = self;
        let schema = schema.as_ref().map_or_else(
            || quote!(::core::option::Option::None),
            |schema| quote!(::core::option::Option::Some(#schema)),
        );
        quote!((#kind, #schema, #name, #fingerprint))
    }
}
