//! Reading a row into the struct.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{AT_ONCE, Expand};

impl Expand<'_> {
    /// Reads the columns by ordinal, in the order of the fields.
    pub(super) fn decode_row(&self) -> TokenStream {
        let row = self.row;
        let columns = &self.table.columns;
        let values: Vec<Ident> = (0..columns.len()).map(value).collect();
        let markers: Vec<_> = columns.iter().map(|c| self.marker(c.ident)).collect();
        let (read, markers) = (values.chunks(AT_ONCE), markers.chunks(AT_ONCE));
        let fields = columns.iter().map(|column| column.ident);
        quote! {
            #[automatically_derived]
            impl __p::DecodeRow for #row {
                fn decode(__row: &mut __p::RowReader<'_>) -> ::core::result::Result<Self, __p::BoxDynError> {
                    #(let (#(#read,)*) = __row.columns::<(#(#markers,)*)>()?;)*
                    ::core::result::Result::Ok(Self { #(#fields: #values,)* })
                }
            }
        }
    }
}

/// The name of a value that was read. Not that of the field: there may be a constant of that name.
fn value(index: usize) -> Ident {
    format_ident!("__value{index}")
}
