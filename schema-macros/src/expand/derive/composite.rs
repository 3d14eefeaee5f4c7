//! `#[derive(PgComposite)]`.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use crate::derive::PgComposite;
use crate::expand::option;
use crate::util::names::unraw;

/// Implements `SqlType` for the struct, and generates the constant with its fields.
pub(crate) fn composite(parsed: &PgComposite<'_>) -> TokenStream {
    let constant = constant(parsed);
    let fields = fields(parsed);
    let sql_type = sql_type(parsed);
    let (ident, krate) = (&parsed.original.ident, &parsed.krate);
    quote! {
        #constant
        const _: () = {
            use #krate::__private as __p;

            #fields
            #sql_type

            #[automatically_derived]
            impl __p::ArrayElement for #ident {}
        };
    }
}

/// `struct AddressFields { street: CompositeField<Address, 0>, … }` and `const Address: AddressFields = …;`
fn constant(parsed: &PgComposite<'_>) -> TokenStream {
    let (ident, krate, vis) = (&parsed.original.ident, &parsed.krate, &parsed.original.vis);
    let name = format_ident!("{}Fields", unraw(ident), span = ident.span());
    let names: Vec<_> = parsed.fields.iter().map(|field| field.ident).collect();
    let visibilities = parsed.fields.iter().map(|field| &field.original.vis);
    let docs = parsed
        .fields
        .iter()
        .map(|field| format!("The field `{}`.", field.sql_name.value));
    let indices = (0..names.len()).map(Literal::usize_unsuffixed);
    let doc = format!(
        "The fields of the composite type `{}`.",
        parsed.sql_name.value
    );
    let reason = format!("`{ident}` is both the type of the values and the list of its fields");
    quote! {
        #[doc = #doc]
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
        #vis struct #name {
            #(
                #[doc = #docs]
                #visibilities #names: #krate::__private::CompositeField<#ident, #indices>,
            )*
        }

        #[doc = #doc]
        #[allow(non_upper_case_globals, dead_code, reason = #reason)]
        #vis const #ident: #name = #name {
            #(#names: #krate::__private::CompositeField::NEW,)*
        };
    }
}

/// The type of each field appears only here, so that one that is not valid gives a single error.
fn fields(parsed: &PgComposite<'_>) -> TokenStream {
    let ident = &parsed.original.ident;
    let impls = parsed.fields.iter().enumerate().map(|(index, field)| {
        let index = Literal::usize_unsuffixed(index);
        let (ty, name) = (&field.original.ty, &field.sql_name.value);
        let field_type = quote_spanned!(ty.span()=> type Type = #ty;);
        quote! {
            #[automatically_derived]
            impl __p::HasField<#index> for #ident {
                #field_type
                const NAME: &'static str = #name;
            }
        }
    });
    quote!(#(#impls)*)
}

fn sql_type(parsed: &PgComposite<'_>) -> TokenStream {
    let ident = &parsed.original.ident;
    let name = &parsed.sql_name.value;
    let schema = parsed.sql_schema.as_ref().map(|schema| &schema.value);
    let quoted = match schema {
        Some(schema) => format!("\"{schema}\".\"{name}\""),
        None => format!("\"{name}\""),
    };
    let check = schema
        .is_none()
        .then(|| quote_spanned!(parsed.sql_name.span=> const _: () = __p::check_type_name(#name);));
    let schema = option(schema);
    let names: Vec<_> = parsed.fields.iter().map(|field| field.ident).collect();
    let count = Literal::usize_unsuffixed(names.len());
    let indices: Vec<_> = (0..names.len()).map(Literal::usize_unsuffixed).collect();
    let values = quote!(&[#(__p::composite_value::<Self, #indices>(&self.#names)),*]);
    quote! {
        #[automatically_derived]
        impl __p::SqlType for #ident {
            const DATA_TYPE: __p::DataType = __p::DataType::composite(
                #quoted,
                const {
                    &__p::CompositeDef {
                        schema: #schema,
                        name: #name,
                        fields: const { &[#(__p::composite_field::<Self, #indices>()),*] },
                    }
                },
            );
            fn encode(
                &self,
                __buffer: &mut __p::PgArgumentBuffer,
            ) -> ::core::result::Result<(), __p::BoxDynError> {
                let mut __fields = __p::CompositeWriter::new(__buffer);
                #(__fields.field::<Self, #indices>(&self.#names)?;)*
                __fields.finish();
                ::core::result::Result::Ok(())
            }
            fn decode(__bytes: &[u8]) -> ::core::result::Result<Self, __p::BoxDynError> {
                let mut __fields = __p::CompositeReader::new(__bytes, #count)?;
                let __value = Self {
                    #(#names: __fields.field::<Self, #indices>()?,)*
                };
                __fields.finish()?;
                ::core::result::Result::Ok(__value)
            }
            fn literal(&self, __sql: &mut ::std::string::String) {
                __p::composite_literal(#values, #quoted, __sql);
            }
            fn text(&self) -> ::std::string::String {
                __p::composite_text(#values)
            }
        }
        #check
    }
}
