//! `#[derive(JsonTable)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::derive::{JsonColumn, JsonTable, Place};
use crate::util::names::unraw;

/// Implements `JsonTableRow`: the text after the JSON in the call of `json_table`.
pub(crate) fn json_table(parsed: &JsonTable<'_>) -> TokenStream {
    let (ident, krate) = (&parsed.original.ident, &parsed.krate);
    let start = format!(", {} columns (", literal(&parsed.path));
    let columns = parsed.columns.iter().map(column);
    let checks = parsed.columns.iter().filter_map(check);
    quote! {
        const _: () = {
            use #krate::__private as __p;

            #(#checks)*

            #[automatically_derived]
            impl __p::JsonTableRow for #ident {
                type Named<S> = S;
                const COLUMNS: &'static [__p::Token] = &[
                    __p::Token::Text(#start),
                    __p::Token::List(&[#(&[#columns]),*]),
                    __p::Token::Text(")"),
                ];
            }
        };
    }
}

/// The check of the type of a field that is no value of the JSON, at the type.
fn check(column: &JsonColumn<'_>) -> Option<TokenStream> {
    let ty = &column.original.ty;
    let check = match column.place {
        Place::Ordinality => quote_spanned!(ty.span()=> __p::ordinality_type::<#ty>()),
        Place::Exists(_) => quote_spanned!(ty.span()=> __p::exists_type::<#ty>()),
        Place::Key | Place::Path(_) => return None,
    };
    Some(quote!(const _: () = #check;))
}

/// The tokens of a column: `"name" text path '$.author.name' error on empty error on error`.
fn column(column: &JsonColumn<'_>) -> TokenStream {
    let name = unraw(column.ident);
    let ty = &column.original.ty;
    let path = match &column.place {
        Place::Ordinality => {
            return quote!(__p::Token::Name(#name), __p::Token::Text(" for ordinality"));
        }
        Place::Exists(path) => {
            let rest = format!(" boolean exists path {}", literal(path));
            return quote!(__p::Token::Name(#name), __p::Token::Text(#rest));
        }
        Place::Key => String::new(),
        Place::Path(path) => format!(" path {}", literal(path)),
    };
    let data_type = quote_spanned!(ty.span()=> __p::json_column_type::<#ty>());
    let missing = quote_spanned!(ty.span()=> __p::json_missing::<#ty>());
    quote! {
        __p::Token::Name(#name), __p::Token::Text(" "), __p::Token::Sub(#data_type),
        __p::Token::Text(#path), __p::Token::Text(#missing)
    }
}

/// A string of SQL.
fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
