//! What the type checker is asked: nothing about a type is read from its tokens.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{Expand, columns_of};
use crate::ast::{Column, ForeignKey, Index, IndexPart};
use crate::attr::Target;

impl<'a> Expand<'a> {
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
        let classes = self.table.indexes.iter().flat_map(|index| {
            index
                .parts
                .iter()
                .filter_map(|part| self.class(index, part))
        });
        let mut calls = optional.chain(references).chain(classes).peekable();
        if calls.peek().is_none() {
            return TokenStream::new();
        }
        quote! {
            const _: fn() = || {
                #(#calls)*
            };
        }
    }

    /// A column that is left out of the insert type because it is written `Option<…>` takes NULL.
    fn optional(&self, column: &'a Column<'_>) -> TokenStream {
        let marker = self.marker(column.ident);
        quote_spanned!(column.ty.span()=> __p::optional::<#marker>();)
    }

    /// An operator class of vectors stands on a column of such vectors.
    fn class(&self, index: &Index, part: &IndexPart) -> Option<TokenStream> {
        let (Target::Column(column), Some(class)) = (&part.target, &part.modifiers.class) else {
            return None;
        };
        let name = class.to_string();
        if !index.method.vector_classes().contains(&name.as_str()) {
            return None;
        }
        let of = match name.split('_').next()? {
            "vector" => quote!(Vectors),
            "halfvec" => quote!(HalfVectors),
            "sparsevec" => quote!(SparseVectors),
            "bit" => quote!(BitStrings),
            _ => return None,
        };
        let span = column.ident.span();
        let (module, name) = (Ident::new(&self.module.to_string(), span), &column.ident);
        Some(quote_spanned!(span=> __p::operator_class::<#module::#name, __p::#of>();))
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
