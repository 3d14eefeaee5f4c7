//! The foreign keys that joins follow.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::Expand;
use crate::expand::columns_of;
use crate::recover::fallback;

impl Expand<'_> {
    /// Implements `KeyTo` for each foreign key with a single column. If a column has several, the first one counts.
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

    /// Implements `KeyTo` with the [lost type](crate::recover#the-lost-type) for references that could not be parsed.
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
