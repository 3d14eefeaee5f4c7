//! `#[derive(JsonPaths)]`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;
use syn::spanned::Spanned;

use crate::derive::{JsonField, JsonPaths, Shape};

/// Implements `JsonShape`: a struct gets a companion with a path for each field.
pub(crate) fn json_paths(parsed: &JsonPaths<'_>) -> TokenStream {
    let (ident, krate) = (&parsed.original.ident, &parsed.krate);
    let items = match &parsed.shape {
        Shape::Object(fields) => object(ident, fields),
        Shape::Newtype(inner) => shape(
            ident,
            &quote_spanned!(inner.span()=> <#inner as __p::JsonShape>::Paths<P>),
        ),
        Shape::Value => shape(ident, &quote!(__p::JsonAt<P, Self>)),
    };
    quote! {
        const _: () = {
            use #krate::__private as __p;

            #items
        };
    }
}

fn shape(ident: &Ident, paths: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __p::JsonShape for #ident {
            type Paths<P: __p::JsonPlace> = #paths;
        }
    }
}

/// The fields by number, the companion struct, and its value. Its items are public, because they can be part of the types of
/// queries wherever the payload is used. The types of the fields, which can be private, appear only in fields.
fn object(ident: &Ident, fields: &[JsonField<'_>]) -> TokenStream {
    let (companion, keys) = (
        format_ident!("{ident}Paths"),
        format_ident!("{ident}Fields"),
    );
    let impls = fields.iter().enumerate().map(|(index, field)| {
        let key = &field.key;
        let literal = format!("'{}'", key.replace('\'', "''"));
        quote! {
            #[automatically_derived]
            impl __p::JsonFieldOf<#index> for #keys {
                const KEY: &'static str = #literal;
                const NAME: &'static str = #key;
            }
        }
    });
    let paths = fields.iter().enumerate().map(|(index, field)| {
        let (name, ty) = (field.ident, &field.original.ty);
        let doc = format!("The field `{name}`.");
        let mut place = quote!(__p::JsonStep<P, #keys, #index>);
        if field.is_optional {
            place = quote!(__p::JsonOptional<#place>);
        }
        let shape = if field.is_opaque {
            quote!(__p::Opaque<#ty>)
        } else {
            quote!(#ty)
        };
        // If no path leads into the type, the length is the only error.
        let length = quote_spanned!(ty.span()=> __p::json_type::<#shape>());
        let shape = quote!(<[#shape; #length] as __p::ElementOf>::Element);
        let paths = quote!(<#shape as __p::JsonShape>::Paths<#place>);
        quote!(#[doc = #doc] pub #name: #paths)
    });
    let names = fields.iter().map(|field| field.ident);
    let shape = shape(ident, &quote!(#companion<P>));
    let doc = format!("The typed paths into the JSON of `{ident}`.");
    let keys_doc = format!("Represents the fields of `{ident}`.");
    quote! {
        #[doc = #keys_doc]
        #[derive(::core::fmt::Debug)]
        pub enum #keys {}

        #(#impls)*

        #[doc = #doc]
        #[allow(dead_code, non_snake_case, private_interfaces, reason = "the fields are those of the payload")]
        pub struct #companion<P: __p::JsonPlace> {
            #(#paths),*
        }

        #[automatically_derived]
        impl<P: __p::JsonPlace> ::core::clone::Clone for #companion<P> {
            fn clone(&self) -> Self {
                *self
            }
        }

        #[automatically_derived]
        impl<P: __p::JsonPlace> ::core::marker::Copy for #companion<P> {}

        #[automatically_derived]
        impl<P: __p::JsonPlace> __p::NewPath for #companion<P> {
            const NEW: Self = #companion { #(#names: __p::NewPath::NEW),* };
        }

        #[automatically_derived]
        impl<P: __p::JsonPlace> #companion<P> {
            /// The JSON at this place.
            #[allow(dead_code, private_interfaces, reason = "a program need not read the whole object")]
            pub fn json(self) -> __p::JsonAt<P, #ident> {
                __p::NewPath::NEW
            }
        }

        #shape
    }
}
