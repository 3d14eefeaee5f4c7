//! Turns an item with errors into one that can be expanded, and strips the attributes that `#[table]` reads.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{Attribute, DeriveInput, Fields, GenericParam, Generics, Item, Path, Type};

use crate::check::shape;
use crate::model::{ColumnRef, Table, Unique};
use crate::util::{symbol, synonyms};

/// The struct without generic parameters and duplicate fields, or `None` if it has neither. A field whose type uses a
/// parameter gets the [lost type](lost_type).
pub(crate) fn simplify(item: &Item) -> Option<Item> {
    let Item::Struct(original) = item else {
        return None;
    };
    let mut simplified = original.clone();
    let generics = std::mem::take(&mut simplified.generics);
    let lost = lost_type(&original.ident);
    if let Fields::Named(fields) = &mut simplified.fields {
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
    let changed = !shape::is_plain(&generics) || simplified.fields.len() < original.fields.len();
    changed.then_some(Item::Struct(simplified))
}

/// True if the tokens contain the name of a parameter.
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

/// True if the expansion refers to the [lost type](lost_type).
pub(crate) fn needs_lost_type(table: &Table<'_>) -> bool {
    table.columns.iter().any(|column| column.lost_reference)
}

/// The name of the type that replaces one that could not be parsed; see [the lost type](super#the-lost-type).
pub(crate) fn lost_type(row: &Ident) -> Ident {
    format_ident!(
        "__{}Lost",
        crate::util::names::unraw(row),
        span = row.span()
    )
}

/// The errors as `compile_error!`s; the first one defines the lost type if it is needed.
pub(crate) fn report(error: syn::Error, item: &Item, needs_lost_type: bool) -> TokenStream {
    let Item::Struct(item) = item else {
        return error.into_compile_error();
    };
    let mut errors = error.into_iter().map(syn::Error::into_compile_error);
    let first = if needs_lost_type { errors.next() } else { None };
    let lost = lost_type(&item.ident);
    let first = first.map(|error| {
        quote! {
            #[allow(dead_code, reason = "it replaces a type that could not be parsed")]
            type #lost = [(); #error];
        }
    });
    quote!(#first #(#errors)*)
}

/// True if the expansion of a derive compiles although the input has errors.
pub(crate) fn can_expand(input: &DeriveInput) -> bool {
    shape::is_plain(&input.generics)
}

/// An impl that inserts the struct into any table, for a struct whose columns could not be parsed.
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
                fn bind<'__r>(
                    _: impl ::core::iter::Iterator<Item = &'__r Self> + ::core::clone::Clone,
                    _: &mut __p::Binder<'_>,
                ) -> ::core::result::Result<(), __p::BoxDynError>
                where
                    Self: '__r,
                {
                    ::core::result::Result::Ok(())
                }
            }
        };
    }
}

/// The input for `PgEnum` if `#[table]` is on an enum that does not derive it already.
pub(crate) fn intended_enum(item: &Item) -> Option<TokenStream> {
    let Item::Enum(item) = item else {
        return None;
    };
    let is_derived = item.attrs.iter().any(|attribute| {
        let words = attribute.to_token_stream().to_string();
        attribute.path().is_ident("derive") && words.contains("PgEnum")
    });
    (!is_derived).then(|| item.to_token_stream())
}

/// Removes the parts of a table that cannot be expanded. A table without errors has none.
pub(crate) fn make_expandable(mut table: Table<'_>) -> Table<'_> {
    let lost = lost_type(&table.original.ident);
    for column in &mut table.columns {
        column.may_have_default |= matches!(column.ty, Type::Path(ty) if ty.path.is_ident(&lost));
    }
    // A further primary key becomes a unique constraint, so that its `find_by_…` method exists.
    for key in table
        .primary_keys
        .split_off(1.min(table.primary_keys.len()))
    {
        table.uniques.push(Unique {
            origin: key.origin,
            columns: key.columns,
            name: None,
            nulls_not_distinct: false,
            include: Vec::new(),
            deferrable: key.deferrable,
        });
    }
    for key in &mut table.primary_keys {
        remove_duplicates(&mut key.columns);
    }
    for unique in &mut table.uniques {
        remove_duplicates(&mut unique.columns);
    }
    table
        .foreign_keys
        .retain(|key| key.columns.len() == key.references.len());
    table
}

fn remove_duplicates(columns: &mut Vec<ColumnRef>) {
    let mut seen = HashSet::new();
    columns.retain(|column| seen.insert(column.index));
}

/// The item without helper attributes. An attribute macro cannot register them, so the compiler would reject them.
pub(crate) fn strip_helpers(mut item: Item) -> TokenStream {
    match &mut item {
        Item::Struct(item) => {
            if !synonyms::has_unknown_derive(&item.attrs) {
                let is_foreign = |attribute: &Attribute, on_field| {
                    synonyms::of_attribute(attribute, on_field).is_some()
                };
                item.attrs.retain(|attribute| !is_foreign(attribute, false));
                for field in &mut item.fields {
                    field.attrs.retain(|attribute| !is_foreign(attribute, true));
                }
            }
            remove_helpers(&mut item.attrs);
            for field in &mut item.fields {
                remove_helpers(&mut field.attrs);
                // A `cfg` was reported as an error. The column exists, so the field must exist as well.
                field
                    .attrs
                    .retain(|attribute| !attribute.path().is_ident("cfg"));
            }
        }
        Item::Enum(item) => {
            remove_helpers(&mut item.attrs);
            for variant in &mut item.variants {
                remove_helpers(&mut variant.attrs);
                for field in &mut variant.fields {
                    remove_helpers(&mut field.attrs);
                }
            }
        }
        Item::Union(item) => {
            remove_helpers(&mut item.attrs);
            for field in &mut item.fields.named {
                remove_helpers(&mut field.attrs);
            }
        }
        _ => {}
    }
    item.into_token_stream()
}

/// Also removes a `cfg_attr` that contains a helper: it was reported and would cause a second error.
fn remove_helpers(attributes: &mut Vec<Attribute>) {
    attributes.retain(|attribute| {
        symbol::helper(attribute).is_none() && symbol::conditional_helper(attribute).is_none()
    });
}
