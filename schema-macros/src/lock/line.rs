//! A line of `schema.lock`: `table "clinic"."patients" 0x0123456789abcdef`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitInt, LitStr, Token};

/// The kinds of lines, in the order of `ddl::drift` of `schema-core`.
const KINDS: [&str; 8] = [
    "table",
    "type",
    "extension",
    "function",
    "grants",
    "role",
    "sequence",
    "view",
];

/// An object with its fingerprint.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Line {
    /// The place of the kind in [`KINDS`].
    kind: u8,
    schema: Option<String>,
    name: String,
    fingerprint: u64,
}

impl Parse for Line {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let word = Ident::parse_any(input)?;
        let kind = (0..).zip(KINDS).find(|(_, kind)| word == kind);
        let Some((kind, _)) = kind else {
            return Err(syn::Error::new(
                word.span(),
                "expected the kind of an object",
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
            kind,
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
