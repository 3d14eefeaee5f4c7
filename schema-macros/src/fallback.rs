//! What is emitted whether or not there are errors: the item without the attributes of `#[table]`, so that the rest of
//! the crate still finds it.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{
    Attribute, Data, DeriveInput, Fields, GenericParam, Generics, Item, Path, Type, Variant,
};

use crate::ast::{ColumnRef, Table, Unique};
use crate::{shape, symbol};

/// The struct without what a table cannot have: parameters, and a second field of one name. None, where there is
/// nothing of it. A field whose type used a parameter gets the [lost type](lost_type).
pub(crate) fn plain(item: &Item) -> Option<Item> {
    let Item::Struct(original) = item else {
        return None;
    };
    let mut plain = original.clone();
    let generics = std::mem::take(&mut plain.generics);
    let lost = lost_type(&original.ident);
    if let Fields::Named(fields) = &mut plain.fields {
        let mut seen = HashSet::new();
        fields.named = std::mem::take(&mut fields.named)
            .into_iter()
            .filter(|field| seen.insert(field.ident.clone()))
            .collect();
        for field in &mut fields.named {
            if mentions(field.ty.to_token_stream(), &generics) {
                field.ty = syn::parse_quote!(#lost);
            }
        }
    }
    let changed = !shape::is_plain(&generics) || plain.fields.len() < original.fields.len();
    changed.then_some(Item::Struct(plain))
}

/// Whether the tokens have the name of a parameter in them, or a lifetime that is elided.
fn mentions(tokens: TokenStream, generics: &Generics) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => generics.params.iter().any(|parameter| match parameter {
            GenericParam::Lifetime(lifetime) => lifetime.lifetime.ident == word,
            GenericParam::Type(parameter) => parameter.ident == word,
            GenericParam::Const(parameter) => parameter.ident == word,
        }),
        TokenTree::Group(group) => mentions(group.stream(), generics),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Whether the expansion needs the [lost type](lost_type).
pub(crate) fn lost_something(table: &Table<'_>) -> bool {
    table.columns.iter().any(|column| column.lost_reference)
}

/// The name of the type that stands where one could not be read. The compiler knows it to be an error that was
/// reported, and is silent about whatever has it in it.
pub(crate) fn lost_type(row: &Ident) -> Ident {
    format_ident!("__{}Lost", crate::names::unraw(row), span = row.span())
}

/// The errors, the first of them in the place of the lost type if there is one.
pub(crate) fn report(error: syn::Error, item: &Item, lost: bool) -> TokenStream {
    let Item::Struct(item) = item else {
        return error.into_compile_error();
    };
    let mut errors = error.into_iter().map(syn::Error::into_compile_error);
    let first = if lost { errors.next() } else { None };
    let lost = lost_type(&item.ident);
    let first = first.map(|error| {
        quote! {
            #[allow(dead_code, reason = "it stands where something could not be read")]
            type #lost = [(); #error];
        }
    });
    quote!(#first #(#errors)*)
}

/// Whether what a derive expands to has no errors of its own, though there are some in the item.
pub(crate) fn can_expand(input: &DeriveInput) -> bool {
    let is_unit = |variant: &Variant| variant.fields.is_empty();
    shape::is_plain(&input.generics)
        && match &input.data {
            Data::Enum(data) => !data.variants.is_empty() && data.variants.iter().all(is_unit),
            Data::Struct(_) | Data::Union(_) => true,
        }
}

/// A row that can be inserted into whatever table, of a struct whose columns could not be read.
pub(crate) fn insertable(input: &DeriveInput, krate: &Path) -> TokenStream {
    let ident = &input.ident;
    let mut generics = input.generics.clone();
    let (_, type_generics, where_clause) = input.generics.split_for_impl();
    generics.params.push(syn::parse_quote!(__T: __p::Table));
    let (impl_generics, _, _) = generics.split_for_impl();
    quote! {
        const _: () = {
            use #krate::__private as __p;
            #[automatically_derived]
            impl #impl_generics __p::InsertRow<__T> for #ident #type_generics #where_clause {
                type Row = Self;
                fn into_row(self) -> Self {
                    self
                }
                const COLUMNS: &'static [&'static str] = &[];
                fn bind(
                    _: &[Self],
                    _: &mut __p::Binder<'_>,
                ) -> ::core::result::Result<(), __p::BoxDynError> {
                    ::core::result::Result::Ok(())
                }
            }
        };
    }
}

/// The item as input of `PgEnum`, if it is an enum and does not derive that already.
pub(crate) fn meant_enum(item: &Item) -> Option<TokenStream> {
    let Item::Enum(item) = item else {
        return None;
    };
    let is_derived = item.attrs.iter().any(|attribute| {
        let words = attribute.to_token_stream().to_string();
        attribute.path().is_ident("derive") && words.contains("PgEnum")
    });
    (!is_derived).then(|| item.to_token_stream())
}

/// The table without what cannot be expanded; nothing is left out of a table without errors.
pub(crate) fn mend(mut table: Table<'_>) -> Table<'_> {
    let lost = lost_type(&table.original.ident);
    for column in &mut table.columns {
        column.may_be_filled |= matches!(column.ty, Type::Path(ty) if ty.path.is_ident(&lost));
    }
    // Whatever else was called a primary key is unique at least.
    for key in table
        .primary_keys
        .split_off(1.min(table.primary_keys.len()))
    {
        table.uniques.push(Unique {
            origin: key.origin,
            columns: key.columns,
            name: None,
            nulls_not_distinct: false,
        });
    }
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
