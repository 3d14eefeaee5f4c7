//! Reading a row into the struct.

use proc_macro2::TokenStream;
use quote::quote;

use super::Expand;

impl Expand<'_> {
    /// Reads the columns by ordinal, in the order of the fields.
    pub(super) fn decode_row(&self) -> TokenStream {
        let row = self.row;
        let fields = self.table.columns.iter().map(|column| {
            let ident = column.ident;
            let marker = self.marker(ident);
            quote!(#ident: __row.column::<#marker>()?)
        });
        quote! {
            #[automatically_derived]
            impl __p::DecodeRow for #row {
                fn decode(__row: &mut __p::RowReader<'_>) -> ::core::result::Result<Self, __p::BoxDynError> {
                    ::core::result::Result::Ok(Self { #(#fields,)* })
                }
            }
        }
    }
}
