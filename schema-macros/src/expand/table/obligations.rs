//! The checks that the compiler performs on types. The macro decides nothing about a type from its tokens.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::Expand;
use crate::expand::columns_of;
use crate::model::{Column, ForeignKey};

impl<'a> Expand<'a> {
    /// Calls in a function that never runs, each with the span where an error is reported.
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
        let updated_at = self.table.columns.iter();
        let updated_at = updated_at.filter(|column| column.updated_at.is_some());
        let updated_at = updated_at.map(|column| self.updated_at(column));
        let mut calls = optional.chain(references).chain(updated_at).peekable();
        if calls.peek().is_none() {
            return TokenStream::new();
        }
        quote! {
            const _: fn() = || {
                #(#calls)*
            };
        }
    }

    /// Checks that a column written as `Option<…>` is nullable: the insert type omits it.
    fn optional(&self, column: &'a Column<'_>) -> TokenStream {
        let marker = self.marker(column.ident);
        quote_spanned!(column.ty.span()=> __p::optional::<#marker>();)
    }

    /// Checks that a column that each update sets to `now()` has a type for it.
    fn updated_at(&self, column: &'a Column<'_>) -> TokenStream {
        let (row, ident) = (self.row, column.ident);
        quote_spanned!(column.ty.span()=> __p::Referenced(__p::columns::<#row>().#ident).updated_at();)
    }

    /// Checks that both sides of a foreign key have the same types, and that the referenced columns are unique.
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
