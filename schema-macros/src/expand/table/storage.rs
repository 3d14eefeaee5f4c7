//! `StorageDef`: exclusion constraints, partitions and storage parameters.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

use super::Expand;
use super::def::{deferrable, name, storage_parameter, text};
use crate::attr::{BoundValue, Strategy, Target};
use crate::expand::option;
use crate::model::{ColumnRef, Exclusion, ExclusionPart, Partition, PartitionBound, PartitionBy};
use crate::util::names::unraw;

impl Expand<'_> {
    /// The field `storage` of `TableDef`.
    pub(super) fn storage(&self) -> TokenStream {
        let storage = &self.table.storage;
        if storage.is_empty() {
            return quote!(&__p::StorageDef::NONE);
        }
        let exclusions = storage.exclusions.iter().map(|one| self.exclusion(one));
        let partition_by = option(storage.partition_by().map(|by| self.partition_by(by)));
        let partitions = storage.partitions.iter().map(partition);
        let with = storage.with.iter().map(storage_parameter);
        let unlogged = storage.unlogged.is_some();
        quote! {
            &__p::StorageDef {
                exclusions: &[#(#exclusions),*],
                partition_by: #partition_by,
                partitions: &[#(#partitions),*],
                with: &[#(#with),*],
                unlogged: #unlogged,
            }
        }
    }

    fn exclusion(&self, exclusion: &Exclusion) -> TokenStream {
        let (name, method) = (name(exclusion.name.as_ref()), exclusion.method.name());
        let elements = exclusion.parts.iter().map(|part| self.exclusion_part(part));
        let filter = option(exclusion.filter.as_ref().map(text));
        let deferrable = deferrable(exclusion.deferrable);
        quote! {
            __p::ExclusionDef {
                name: #name,
                method: #method,
                elements: &[#(#elements),*],
                filter: #filter,
                deferrable: #deferrable,
            }
        }
    }

    fn exclusion_part(&self, part: &ExclusionPart) -> TokenStream {
        let on = self.on(&part.target);
        let class = option(part.class.as_ref().map(unraw));
        let operator = text(&part.operator);
        quote! {
            __p::ExclusionElementDef { on: #on, operator_class: #class, operator: #operator }
        }
    }

    fn partition_by(&self, by: &PartitionBy) -> TokenStream {
        let strategy = match by.strategy {
            Strategy::Range => quote!(Range),
            Strategy::List => quote!(List),
            Strategy::Hash => quote!(Hash),
        };
        let key = by.parts.iter().map(|part| self.on(part));
        quote! {
            __p::PartitionByDef {
                strategy: __p::PartitionStrategy::#strategy,
                key: &[#(#key),*],
            }
        }
    }

    /// `IndexOn::Column("name")`
    fn on(&self, target: &Target<ColumnRef>) -> TokenStream {
        match target {
            Target::Column(column) => {
                let columns = self.table.columns_of(std::slice::from_ref(column));
                let name = columns.map(|column| &column.sql_name.value);
                quote!(__p::IndexOn::Column(#(#name)*))
            }
            Target::Sql(sql) => {
                let sql = text(sql);
                quote!(__p::IndexOn::Expression(#sql))
            }
        }
    }
}

fn partition(partition: &Partition) -> TokenStream {
    let name = &partition.name.value;
    let bound = match &partition.bound {
        PartitionBound::Range(from, to) => {
            let (from, to) = (values(from), values(to));
            quote!(Range(#from, #to))
        }
        PartitionBound::List(list) => {
            let list = values(list);
            quote!(List(#list))
        }
        PartitionBound::Hash { modulus, remainder } => {
            quote!(Hash { modulus: #modulus, remainder: #remainder })
        }
        PartitionBound::Default => quote!(Default),
    };
    quote!(__p::PartitionDef { name: #name, bound: __p::PartitionBound::#bound })
}

fn values(values: &[BoundValue]) -> TokenStream {
    let values = values.iter().map(|value| {
        let variant = if value.is_text { "Text" } else { "Sql" };
        let variant = Ident::new(variant, value.span);
        let text = &value.text;
        quote!(__p::PartitionValue::#variant(#text))
    });
    quote!(&[#(#values),*])
}
