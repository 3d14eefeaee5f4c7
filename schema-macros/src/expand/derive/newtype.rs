//! `#[derive(PgNewtype)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::derive::{Domain, PgNewtype};
use crate::expand::option;

/// Implements `SqlType` through the inner value. The inner type appears only once, in `Newtype::Inner`, so that a type
/// that is not a valid column type gives a single error.
pub(crate) fn newtype(parsed: &PgNewtype<'_>) -> TokenStream {
    let (ident, krate, inner) = (&parsed.original.ident, &parsed.krate, parsed.inner);
    let inner_type = quote_spanned!(inner.span()=> type Inner = #inner;);
    let (impl_generics, type_generics, where_clause) = parsed.original.generics.split_for_impl();
    let phantoms = parsed.phantoms.iter();
    let phantoms = phantoms.map(|ty| quote_spanned!(ty.span()=> __p::phantom::<#ty>()));
    let array = parsed.is_array_element.then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics __p::ArrayElement for #ident #type_generics #where_clause {}
        }
    });
    let domain = parsed.domain.as_ref();
    let data_type = domain.map_or_else(|| quote!(__p::newtype_data_type::<Self>()), data_type);
    let literal = domain.map_or_else(
        || quote!(__p::newtype_literal(self, __sql)),
        |domain| {
            let quoted = quoted(domain);
            quote!(__p::domain_literal(__p::Newtype::inner(self), #quoted, __sql))
        },
    );
    let check = domain.filter(|domain| domain.sql_schema.is_none());
    let check = check.map(|domain| {
        let name = &domain.sql_name;
        let value = &name.value;
        quote_spanned!(name.span=> const _: () = __p::check_type_name(#value);)
    });
    quote! {
        const _: () = {
            use #krate::__private as __p;

            #[automatically_derived]
            impl #impl_generics __p::Newtype for #ident #type_generics #where_clause {
                #inner_type
                fn inner(&self) -> &Self::Inner {
                    &self.0
                }
                fn new(__inner: Self::Inner) -> Self {
                    Self(__inner #(, #phantoms)*)
                }
            }

            #[automatically_derived]
            impl #impl_generics __p::SqlType for #ident #type_generics #where_clause {
                const DATA_TYPE: __p::DataType = #data_type;
                fn encode(
                    &self,
                    __buffer: &mut __p::PgArgumentBuffer,
                ) -> ::core::result::Result<(), __p::BoxDynError> {
                    __p::newtype_encode(self, __buffer)
                }
                fn decode(__bytes: &[u8]) -> ::core::result::Result<Self, __p::BoxDynError> {
                    __p::newtype_decode(__bytes)
                }
                fn literal(&self, __sql: &mut ::std::string::String) {
                    #literal;
                }
                fn text(&self) -> ::std::string::String {
                    __p::newtype_text(self)
                }
            }
            #array
            #check
        };
    }
}

/// The name of a domain in SQL.
fn quoted(domain: &Domain) -> String {
    let name = &domain.sql_name.value;
    match &domain.sql_schema {
        Some(schema) => format!("\"{}\".\"{name}\"", schema.value),
        None => format!("\"{name}\""),
    }
}

fn data_type(domain: &Domain) -> TokenStream {
    let (quoted, name) = (quoted(domain), &domain.sql_name.value);
    let schema = option(domain.sql_schema.as_ref().map(|schema| &schema.value));
    let check = option(domain.check.as_ref().map(syn::LitStr::value));
    quote! {
        __p::DataType::domain(
            #quoted,
            const {
                &__p::DomainDef {
                    schema: #schema,
                    name: #name,
                    base: __p::newtype_data_type::<Self>(),
                    check: #check,
                }
            },
        )
    }
}
