//! `#[derive(PgNewtype)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::derive::PgNewtype;

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
                const DATA_TYPE: __p::DataType = __p::newtype_data_type::<Self>();
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
                    __p::newtype_literal(self, __sql);
                }
                fn text(&self) -> ::std::string::String {
                    __p::newtype_text(self)
                }
            }
            #array
        };
    }
}
