//! What the type checker is asked: nothing about a type is read from its tokens.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{Expand, columns_of};
use crate::ast::{Column, ForeignKey};

impl Expand<'_> {
    /// Calls in a function that never runs, each at the place to blame.
    pub(super) fn obligations(&self) -> TokenStream {
        let optional = self
            .table
            .columns
            .iter()
            .filter(|column| column.written_optional);
        let optional = optional.map(|column| self.optional(column));
        let references = self
            .table
            .foreign_keys
            .iter()
            .map(|key| self.references(key));
        let calls = optional.chain(references);
        let (row, fields) = (
            self.row,
            self.table.columns.iter().map(|column| column.ident),
        );
        quote! {
            const _: fn(&#row) = |__row| {
                // A column is used by being in the table, even if no program reads the field.
                let _ = (#(&__row.#fields,)*);
                #(#calls)*
            };
        }
    }

    /// A column that is left out of the insert type because it is written `Option<…>` takes NULL.
    fn optional(&self, column: &Column<'_>) -> TokenStream {
        let marker = self.marker(column.ident);
        quote_spanned!(column.ty.span()=> __p::optional::<#marker>();)
    }

    /// The two sides of a foreign key have the same types, and the other side is unique.
    fn references(&self, key: &ForeignKey) -> TokenStream {
        let (table, references) = (columns_of(&key.table), &key.references);
        let columns: Vec<_> = self.table.columns_of(&key.columns).collect();
        let parts = columns.iter().zip(references).map(|(column, reference)| {
            let marker = self.marker(column.ident);
            quote_spanned! {column.ty.span()=>
                let __referenced = __p::Referenced(#table.#reference);
                __referenced.by::<#marker>();
            }
        });
        let span = key
            .columns
            .first()
            .map_or_else(|| key.origin.key.span(), |column| column.ident.span());
        let of = &key.table;
        let unique = if let [reference] = &references[..] {
            quote_spanned!(reference.span()=> __p::unique::<#of, _>(#table.#reference);)
        } else {
            quote_spanned!(span=> __p::unique::<#of, _>((#(#table.#references),*));)
        };
        quote! {
            #(#parts)*
            #unique
        }
    }
}
