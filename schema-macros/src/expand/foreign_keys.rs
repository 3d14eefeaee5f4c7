//! Joins along a foreign key.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Expand, columns_of};
use crate::fallback;

impl Expand<'_> {
    /// What a column references, for foreign keys of one column; of several on one column the first.
    pub(super) fn foreign_keys(&self) -> TokenStream {
        let mut seen = HashSet::new();
        let impls = self.table.foreign_keys.iter().filter_map(|key| {
            let ([column], [reference]) = (&key.columns[..], &key.references[..]) else {
                return None;
            };
            let column = self
                .table
                .columns
                .get(column.index)
                .filter(|_| seen.insert(column.index))?;
            let marker = self.marker(column.ident);
            let (table, columns) = (&key.table, columns_of(&key.table));
            Some(quote! {
                impl __p::KeyTo<#table> for #marker {
                    const COLUMN: &'static str = __p::name_of(&#columns.#reference);
                }
            })
        });
        let impls: Vec<TokenStream> = impls.collect();
        let lost = self.lost_references();
        quote!(#(#impls)* #lost)
    }

    /// The columns whose reference could not be read: to a table that the compiler says nothing more about.
    fn lost_references(&self) -> TokenStream {
        let lost = fallback::lost_type(self.row);
        let columns = self.table.columns.iter();
        let impls = columns
            .filter(|column| column.lost_reference)
            .map(|column| {
                let marker = self.marker(column.ident);
                quote! {
                    impl __p::KeyTo<#lost> for #marker {
                        const COLUMN: &'static str = "";
                    }
                }
            });
        quote!(#(#impls)*)
    }
}
