//! What is emitted whether or not there are errors: the item without the attributes of `#[table]`, so that the rest of
//! the crate still finds it.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Item};

use crate::ast::{ColumnRef, Table};
use crate::symbol;

/// The table without what cannot be expanded; nothing is left out of a table without errors.
pub(crate) fn mend(mut table: Table<'_>) -> Table<'_> {
    table.primary_keys.truncate(1);
    for key in &mut table.primary_keys {
        without_repeats(&mut key.columns);
    }
    for unique in &mut table.uniques {
        without_repeats(&mut unique.columns);
    }
    table
        .foreign_keys
        .retain(|key| key.columns.len() == key.references.len());
    table
}

fn without_repeats(columns: &mut Vec<ColumnRef>) {
    let mut seen = HashSet::new();
    columns.retain(|column| seen.insert(column.index));
}

/// The item without helper attributes; a compiler that met them would know nothing of them.
pub(crate) fn strip(mut item: Item) -> TokenStream {
    match &mut item {
        Item::Struct(item) => {
            clean(&mut item.attrs);
            for field in &mut item.fields {
                clean(&mut field.attrs);
                // It was reported. Without it, the field is there as the column is.
                field
                    .attrs
                    .retain(|attribute| !attribute.path().is_ident("cfg"));
            }
        }
        Item::Enum(item) => {
            clean(&mut item.attrs);
            for variant in &mut item.variants {
                clean(&mut variant.attrs);
                for field in &mut variant.fields {
                    clean(&mut field.attrs);
                }
            }
        }
        Item::Union(item) => {
            clean(&mut item.attrs);
            for field in &mut item.fields.named {
                clean(&mut field.attrs);
            }
        }
        _ => {}
    }
    item.into_token_stream()
}

/// Also drops a `cfg_attr` around a helper: it was reported, and would give a second error.
fn clean(attributes: &mut Vec<Attribute>) {
    attributes.retain(|attribute| {
        symbol::helper(attribute).is_none() && symbol::conditional_helper(attribute).is_none()
    });
}
