//! The struct of required columns, and its insert.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Path};

use super::{CHUNK, Expand, docs};

/// The derives that the insert struct copies from the table's struct; the fields have the same types.
const DERIVES: [&str; 3] = ["Debug", "Clone", "PartialEq"];

impl Expand<'_> {
    /// `struct NewMedicalOrder { patient_id: i64 }`
    pub(super) fn new_struct(&self) -> TokenStream {
        let (new, vis, cfgs) = (&self.new, self.vis, &self.cfgs);
        let doc = docs::new_struct(self.table);
        let derives = self.derives();
        let field_docs = self.required().map(docs::new_field);
        let field_vis = self.required().map(|column| &column.original.vis);
        let idents = self.required().map(|column| column.ident);
        let types = self.required().map(|column| column.ty);
        quote! {
            #(#cfgs)*
            #[doc = #doc]
            #[derive(#(#derives),*)]
            #[allow(
                missing_docs, missing_debug_implementations, dead_code,
                reason = "its fields and derives follow the struct of the table"
            )]
            #vis struct #new {
                #(
                    #(#[doc = #field_docs])*
                    #field_vis #idents: #types,
                )*
            }
        }
    }

    /// The copied derives, with the paths that the user wrote, and those of `insert(derive(…))`.
    fn derives(&self) -> Vec<Path> {
        let attributes = self.table.original.attrs.iter();
        let paths = attributes
            .filter(|a| a.path().is_ident("derive"))
            .flat_map(derived);
        let known = |path: &Path| {
            let last = path.segments.last();
            last.is_some_and(|segment| DERIVES.iter().any(|name| segment.ident == name))
        };
        let copied = paths.filter(known);
        copied
            .chain(self.table.insert_derives.iter().cloned())
            .collect()
    }

    pub(super) fn insert(&self) -> TokenStream {
        let (row, new) = (self.row, &self.new);
        let names = self.required().map(|column| &column.sql_name.value);
        let columns: Vec<_> = self.required().map(|column| column.ident).collect();
        let markers: Vec<_> = columns.iter().map(|column| self.marker(column)).collect();
        let (columns, markers) = (columns.chunks(CHUNK), markers.chunks(CHUNK));
        quote! {
            #[automatically_derived]
            impl __p::InsertRow<#row> for #new {
                type Row = Self;
                fn into_row(self) -> Self {
                    self
                }
                const COLUMNS: &'static [&'static str] = &[#(#names),*];
                fn bind<'__r>(
                    __rows: impl ::core::iter::Iterator<Item = &'__r Self> + ::core::clone::Clone,
                    __binder: &mut __p::Binder<'_>,
                ) -> ::core::result::Result<(), __p::BoxDynError> {
                    #(
                        __binder.columns::<(#(#markers,)*), _>(&__rows, |__row| (#(&__row.#columns,)*))?;
                    )*
                    ::core::result::Result::Ok(())
                }
            }
        }
    }
}

fn derived(attribute: &Attribute) -> Vec<Path> {
    let parser = syn::punctuated::Punctuated::<Path, syn::Token![,]>::parse_terminated;
    let paths = attribute.parse_args_with(parser);
    paths
        .map(|paths| paths.into_iter().collect())
        .unwrap_or_default()
}
