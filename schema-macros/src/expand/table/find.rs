//! The keys that identify one row (primary key and unique columns), and the methods that find a row by them.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, LitStr};

use super::{Expand, docs};
use crate::attr::{Deferrable, Target};
use crate::expand::visibility::narrower;
use crate::model::{Column, ColumnRef, Index};

/// Columns whose values identify one row.
struct Key<'a> {
    columns: Vec<&'a Column<'a>>,
    is_primary: bool,
    /// False if all constraints on the columns are deferrable: neither `on conflict` nor a foreign key can use them.
    is_immediate: bool,
}

impl<'a> Expand<'a> {
    /// The primary key, the unique constraints, and the unique indexes that are equivalent to one; each list once.
    fn keys(&self) -> Vec<Key<'a>> {
        let mut seen = HashSet::new();
        let mut keys = Vec::new();
        let primary = self.table.primary_key().into_iter();
        let primary = primary.map(|key| (key.columns.clone(), true, key.deferrable));
        let uniques = self.table.uniques.iter();
        let uniques = uniques.map(|unique| (unique.columns.clone(), false, unique.deferrable));
        let indexes = self.table.indexes.iter().filter_map(unique_columns);
        let indexes = indexes.map(|list| (list, false, Deferrable::No));
        let mut immediate = HashSet::new();
        let lists: Vec<_> = primary.chain(uniques).chain(indexes).collect();
        for (list, _, _) in lists.iter().filter(|(_, _, time)| *time == Deferrable::No) {
            immediate.insert(positions(list));
        }
        for (list, is_primary, _) in lists {
            let positions = positions(&list);
            let is_immediate = immediate.contains(&positions);
            let columns = positions
                .iter()
                .filter_map(|index| self.table.columns.get(*index))
                .collect();
            if seen.insert(positions) {
                keys.push(Key {
                    columns,
                    is_primary,
                    is_immediate,
                });
            }
        }
        keys
    }

    /// `MedicalOrder.find(id)`, `Patient.find_by_email(email)`
    pub(super) fn find(&self) -> TokenStream {
        let keys = self.keys();
        if keys.is_empty() {
            return TokenStream::new();
        }
        let (columns, source) = (&self.columns, &self.source);
        let methods = keys.iter().map(|key| self.find_method(key));
        quote! {
            #[allow(dead_code, reason = "a program need not use every `find` method")]
            impl<#source: __p::Source> #columns<#source> {
                #(#methods)*
            }
        }
    }

    /// `fn find<V0: IntoKey<id>>(self, id: V0) -> Find<S, (Column<S, id>,), (V0::Expr,)>`
    fn find_method(&self, key: &Key<'_>) -> TokenStream {
        let source = &self.source;
        let name = key.method();
        let doc = docs::find(&key.columns, key.is_primary);
        let mut vis = self.vis;
        if !key.is_primary {
            for column in &key.columns {
                vis = narrower(vis, &column.original.vis);
            }
        }
        let idents: Vec<&Ident> = key.columns.iter().map(|column| column.ident).collect();
        let markers: Vec<_> = idents.iter().map(|ident| self.marker(ident)).collect();
        let values: Vec<Ident> = (0..idents.len()).map(|i| format_ident!("V{i}")).collect();
        quote! {
            #[doc = #doc]
            #vis fn #name<#(#values: __p::IntoKey<#markers>),*>(
                self,
                #(#idents: #values),*
            ) -> __p::Find<#source, (#(__p::Column<#source, #markers>,)*), (#(#values::Expr,)*)> {
                __p::find(
                    (#(self.#idents,)*),
                    (#(__p::IntoKey::into_key(#idents),)*),
                )
            }
        }
    }

    pub(super) fn primary_key(&self) -> TokenStream {
        let Some(key) = self.table.primary_key() else {
            return TokenStream::new();
        };
        let row = self.row;
        let markers = self.markers_of(&key.columns);
        quote! {
            impl __p::PrimaryKey for #row {
                type Key = (#(#markers,)*);
            }
        }
    }

    /// Implements `UniqueColumns` or `PartialColumns` for each column or tuple of columns that `on_conflict` accepts.
    pub(super) fn unique_keys(&self) -> TokenStream {
        let row = self.row;
        let keys = self.keys();
        let uniques = keys.iter().filter(|key| key.is_immediate).map(|key| {
            let columns = self.column_types(&key.columns);
            quote!(impl __p::UniqueColumns<#row> for #columns {})
        });
        let partial = self.partial_keys(&keys);
        let partials = partial.iter().map(|(columns, filter)| {
            let columns = self.column_types(columns);
            quote! {
                impl __p::PartialColumns<#row> for #columns {
                    const WHERE: &'static str = #filter;
                }
            }
        });
        quote!(#(#uniques)* #(#partials)*)
    }

    /// The columns that are unique in the rows of a partial index, and its condition. Columns of several such indexes are
    /// left out, since `on_conflict` could not tell which is meant, and those that are unique in all rows.
    fn partial_keys(&self, keys: &[Key<'a>]) -> Vec<(Vec<&'a Column<'a>>, &'a LitStr)> {
        let positions = |columns: &[&Column<'_>]| -> Vec<*const syn::Field> {
            columns
                .iter()
                .map(|it| std::ptr::from_ref(it.original))
                .collect()
        };
        let mut found: Vec<(Vec<&Column<'_>>, &LitStr)> = Vec::new();
        for index in &self.table.indexes {
            if let (Some(columns), Some(filter)) = (indexed_columns(index), &index.filter) {
                let columns = columns
                    .iter()
                    .filter_map(|it| self.table.columns.get(it.index));
                found.push((columns.collect(), filter));
            }
        }
        let mut seen: Vec<_> = keys.iter().map(|key| positions(&key.columns)).collect();
        seen.extend(found.iter().map(|(columns, _)| positions(columns)));
        found.retain(|(columns, _)| {
            let own = positions(columns);
            seen.iter().filter(|other| **other == own).count() == 1
        });
        found
    }

    /// `Column<Patient, patient_::email>`, or a tuple of such types.
    fn column_types(&self, columns: &[&Column<'a>]) -> TokenStream {
        let row = self.row;
        let types = columns.iter().map(|column| {
            let marker = self.marker(column.ident);
            quote!(__p::Column<#row, #marker>)
        });
        if columns.len() == 1 {
            quote!(#(#types)*)
        } else {
            quote!((#(#types),*))
        }
    }
}

impl Key<'_> {
    /// `find`, `find_by_email`, `find_by_patient_id_and_code`
    fn method(&self) -> Ident {
        if self.is_primary {
            return format_ident!("find");
        }
        let names: Vec<String> = self
            .columns
            .iter()
            .map(|column| crate::util::names::unraw(column.ident))
            .collect();
        format_ident!("find_by_{}", names.join("_and_"))
    }
}

fn positions(list: &[ColumnRef]) -> Vec<usize> {
    list.iter().map(|column| column.index).collect()
}

/// The columns of a unique index, if it has only plain columns and covers all rows.
fn unique_columns(index: &Index) -> Option<Vec<ColumnRef>> {
    indexed_columns(index).filter(|_| index.filter.is_none())
}

/// The columns of a unique index, if it has only plain columns.
fn indexed_columns(index: &Index) -> Option<Vec<ColumnRef>> {
    index.unique.as_ref()?;
    let columns = index.parts.iter().map(|part| match &part.target {
        Target::Column(column)
            if part.modifiers.collate.is_none() && part.modifiers.class.is_none() =>
        {
            Some(column.clone())
        }
        _ => None,
    });
    columns.collect()
}
