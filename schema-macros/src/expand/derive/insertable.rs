//! `#[derive(Insertable)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::derive::Insertable;
use crate::expand::columns_of;
use crate::util::names::unraw;

/// Implements `InsertRow`. The generated code checks that the columns exist, that their types match the fields, and
/// that no required column is missing.
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
        // Variables keep the span of the macro: hygiene would not resolve them to those of `bind` otherwise.
        let (binder, rows) = (quote!(__binder), quote!(&__rows));
        let column = quote_spanned!(ident.span()=> &__columns.#column);
        quote_spanned!(ty.span()=> #binder.column(#column, #rows, |__row| &__row.#ident)?;)
    });
    let name = unraw(ident);
    // Not at the span of the struct: there the `unused_qualifications` lint fires if the user imports the trait.
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
                fn bind<'__r>(
                    __rows: impl ::core::iter::Iterator<Item = &'__r Self> + ::core::clone::Clone,
                    __binder: &mut __p::Binder<'_>,
                ) -> ::core::result::Result<(), __p::BoxDynError>
                where
                    Self: '__r,
                {
                    let __columns = #columns;
                    #(#binds)*
                    ::core::result::Result::Ok(())
                }
            }
            #check
        };
    }
}
