//! `#[derive(Insertable)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::columns_of;
use crate::derive::Insertable;

/// The struct as rows of a table: its columns exist, take its types, and are all that an insert must give.
pub(crate) fn insertable(parsed: &Insertable<'_>) -> TokenStream {
    let (ident, krate, table) = (&parsed.original.ident, &parsed.krate, &parsed.table);
    let (impl_generics, type_generics, where_clause) = parsed.original.generics.split_for_impl();
    let columns = columns_of(table);
    let names = parsed.fields.iter().map(|field| {
        let column = &field.column;
        quote_spanned!(column.span()=> __p::name_of(&#columns.#column))
    });
    let binds = parsed.fields.iter().map(|field| {
        let (ident, column, ty) = (field.ident, &field.column, &field.original.ty);
        // The names of variables keep the span of the macro, so that they are the ones of `bind`.
        let (binder, rows) = (quote!(__binder), quote!(__rows));
        let column = quote_spanned!(ident.span()=> &__columns.#column);
        quote_spanned!(ty.span()=> #binder.column(#column, #rows, |__row| &__row.#ident)?;)
    });
    let name = ident.to_string();
    // Without the span of the struct: a user who imports the trait would be told that its path is too long.
    let def = quote!(<#table as __p::Table>::DEF);
    let check = quote_spanned!(ident.span()=>
        const _: () = __p::check_insert(#def, __COLUMNS, #name);
    );
    quote! {
        const _: () = {
            use #krate::__private as __p;

            const __COLUMNS: &[&str] = &[#(#names),*];

            #[automatically_derived]
            impl #impl_generics __p::InsertRow<#table> for #ident #type_generics #where_clause {
                type Row = Self;
                fn into_row(self) -> Self {
                    self
                }
                const COLUMNS: &'static [&'static str] = __COLUMNS;
                fn bind(
                    __rows: &[Self],
                    __binder: &mut __p::Binder<'_>,
                ) -> ::core::result::Result<(), __p::BoxDynError> {
                    let __columns = #columns;
                    #(#binds)*
                    ::core::result::Result::Ok(())
                }
            }
            #check
        };
    }
}
