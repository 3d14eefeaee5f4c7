//! `#[derive(Params)]`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;
use syn::spanned::Spanned;

use crate::derive::Params;
use crate::util::names::unraw;

/// A constant with a placeholder for each field. The struct has named fields, so its name is free for it.
pub(crate) fn params(parsed: &Params<'_>) -> TokenStream {
    let (ident, krate, vis) = (&parsed.original.ident, &parsed.krate, &parsed.original.vis);
    let name = unraw(ident);
    let placeholders = format_ident!("{}Placeholders", name);
    let fields: Vec<&Ident> = parsed
        .fields
        .iter()
        .filter_map(|field| field.ident.as_ref())
        .collect();
    let names = fields.iter().map(|field| unraw(field));
    let struct_fields =
        parsed
            .fields
            .iter()
            .zip(&fields)
            .enumerate()
            .map(|(index, (field, name))| {
                let vis = &field.vis;
                let doc = format!("The placeholder of field `{name}`.");
                quote!(#[doc = #doc] #vis #name: #krate::__private::Placeholder<#ident, #index>)
            });
    let impls = parsed
        .fields
        .iter()
        .zip(&fields)
        .enumerate()
        .map(|(index, (field, name))| {
            let ty = &field.ty;
            let type_of_field = quote_spanned!(ty.span()=> type Type = #ty;);
            quote! {
                #[automatically_derived]
                impl __p::ParamField<#index> for #ident {
                    #type_of_field
                    fn get(&self) -> &Self::Type {
                        &self.#name
                    }
                }
            }
        });
    let struct_doc = format!("The placeholders of [`{name}`]: a field for each of its fields.");
    let const_doc = format!("The placeholders of `{name}`.");
    let reason = "the constant has the name of its struct, and a query need not use every field";
    quote! {
        #[doc = #struct_doc]
        #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
        #[allow(dead_code, reason = "a query need not use every field")]
        #vis struct #placeholders {
            #(#struct_fields,)*
        }
        #[doc = #const_doc]
        #[allow(non_upper_case_globals, dead_code, reason = #reason)]
        #vis const #ident: #placeholders = #placeholders {
            #(#fields: #krate::__private::Placeholder::NEW,)*
        };
        const _: () = {
            use #krate::__private as __p;

            #[automatically_derived]
            impl __p::Params for #ident {
                const NAME: &'static str = #name;
                const FIELDS: &'static [&'static str] = &[#(#names),*];
            }
            #(#impls)*
        };
    }
}
