//! Parses a struct that is still being typed, so that completion and the rest of the crate find the table. The compiler
//! reports the syntax error itself before any macro runs.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::parse::discouraged::Speculative as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Field, Fields, FieldsNamed, Generics, Ident, ItemStruct, Token, Visibility, braced,
};

use crate::recover::fallback;
use crate::util::errors::Errors;

/// The struct, with the [lost type](super#the-lost-type) for fields that cannot be parsed.
pub(crate) fn salvage(tokens: TokenStream, errors: &mut Errors) -> Option<ItemStruct> {
    let read = |input: ParseStream<'_>| {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        let struct_token = input.parse()?;
        let ident = input.parse()?;
        let generics: Generics = input.parse()?;
        let content;
        let brace_token = braced!(content in input);
        let named = fields(&content, &ident, errors);
        while input.parse::<TokenTree>().is_ok() {}
        Ok(ItemStruct {
            attrs,
            vis,
            struct_token,
            ident,
            generics,
            fields: Fields::Named(FieldsNamed { brace_token, named }),
            semi_token: None,
        })
    };
    read.parse2(tokens).ok()
}

fn fields(
    input: ParseStream<'_>,
    row: &Ident,
    errors: &mut Errors,
) -> Punctuated<Field, Token![,]> {
    let mut fields = Punctuated::new();
    while !input.is_empty() {
        let ahead = input.fork();
        match ahead.call(Field::parse_named) {
            Ok(field) if ahead.is_empty() || ahead.peek(Token![,]) => {
                input.advance_to(&ahead);
                fields.push(field);
            }
            _ => fields.extend(lost_field(input, row, errors)),
        }
        while input.peek(Token![,]) && input.parse::<Token![,]>().is_ok() {}
    }
    fields
}

/// Parses the name of a field whose type is invalid, and skips the rest up to the next field.
fn lost_field(input: ParseStream<'_>, row: &Ident, errors: &mut Errors) -> Option<Field> {
    let head = |input: ParseStream<'_>| -> syn::Result<_> {
        let attrs = input.call(Attribute::parse_outer)?;
        Ok((
            attrs,
            input.call(Visibility::parse)?,
            input.call(Ident::parse)?,
        ))
    };
    let ahead = input.fork();
    let field = head(&ahead).ok();
    input.advance_to(&ahead);
    let mut first = field.is_none();
    while !input.is_empty() && !input.peek(Token![,]) {
        let next = input.peek(Token![#]) || input.peek(Token![pub]);
        if (next && !first) || input.parse::<TokenTree>().is_err() {
            break;
        }
        first = false;
    }
    let (attrs, vis, ident) = field?;
    errors.at(
        &ident,
        format!("the type of field `{ident}` is missing or incomplete; write `{ident}: Type`"),
    );
    let lost = fallback::lost_type(row);
    let field = quote!(#(#attrs)* #vis #ident: #lost);
    Field::parse_named.parse2(field).ok()
}
