//! Reading a row into the struct.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{AT_ONCE, Expand};

impl Expand<'_> {
    /// Reads the columns by ordinal, in the order of the fields.
    pub(super) fn decode_row(&self) -> TokenStream {
        let row = self.row;
        let columns = &self.table.columns;
        let reads = columns.chunks(AT_ONCE).enumerate().map(|(i, chunk)| {
            let markers = chunk.iter().map(|column| self.marker(column.ident));
            let values = (0..chunk.len()).map(|j| value(i * AT_ONCE + j));
            quote!(let (#(#values,)*) = __row.columns::<(#(#markers,)*)>()?;)
        });
        let fields = columns.iter().enumerate().map(|(i, column)| {
            let (ident, value) = (column.ident, value(i));
            quote!(#ident: #value)
        });
        quote! {
            #[automatically_derived]
            impl __p::DecodeRow for #row {
                fn decode(__row: &mut __p::RowReader<'_>) -> ::core::result::Result<Self, __p::BoxDynError> {
                    #(#reads)*
                    ::core::result::Result::Ok(Self { #(#fields,)* })
                }
            }
        }
    }
}

/// The name of a value that was read. Not that of the field: there may be a constant of that name.
fn value(index: usize) -> Ident {
    format_ident!("__value{index}")
}
