//! The shape of the struct: named fields, no parameters, attributes in their places. Checked before anything is read,
//! because a table is made of nothing else.

use syn::{Attribute, FieldsNamed, Generics, Ident, Item, ItemStruct};

use crate::errors::Errors;
use crate::symbol;

/// The struct of a table, or what is wrong with the item instead.
pub(crate) fn table_struct<'a>(item: &'a Item, errors: &mut Errors) -> Option<&'a ItemStruct> {
    let (keyword, kind, remedy) = match item {
        Item::Struct(item) => return Some(item),
        Item::Enum(item) => (
            Some(item.enum_token.span),
            "an enum",
            "a Postgres enum is `#[derive(PgEnum)]`",
        ),
        Item::Union(item) => (
            Some(item.union_token.span),
            "a union",
            "write a struct with named fields",
        ),
        _ => (None, "this item", "put it on a struct with named fields"),
    };
    let message = format!("`#[table]` does not work on {kind}; {remedy}");
    match keyword {
        Some(span) => errors.at_span(span, message),
        None => errors.at(item, message),
    }
    None
}

/// The fields of the struct, if they have names and there are any.
pub(crate) fn named_fields<'a>(
    item: &'a ItemStruct,
    errors: &mut Errors,
) -> Option<&'a FieldsNamed> {
    let name = &item.ident;
    match &item.fields {
        syn::Fields::Named(fields) if fields.named.is_empty() => {
            errors.at(name, format!("table `{name}` has no columns; add a field"));
            None
        }
        syn::Fields::Named(fields) => Some(fields),
        syn::Fields::Unnamed(fields) => {
            let message = format!(
                "table `{name}` is a tuple struct; give its fields names, they become the columns"
            );
            errors.at(fields, message);
            None
        }
        syn::Fields::Unit => {
            errors.at(
                name,
                format!(
                    "table `{name}` is a unit struct; add named fields, they become the columns"
                ),
            );
            None
        }
    }
}

/// Whether there are no parameters. With any, nothing can be expanded.
pub(crate) fn is_plain(generics: &Generics) -> bool {
    generics.params.is_empty() && generics.where_clause.is_none()
}

/// A table is one type: no lifetimes, no type parameters, no `where`.
pub(crate) fn no_generics(name: &Ident, generics: &Generics, errors: &mut Errors) {
    for parameter in &generics.params {
        let (kind, remedy) = match parameter {
            syn::GenericParam::Lifetime(_) => ("a lifetime", "use owned types, such as `String`"),
            syn::GenericParam::Type(_) => ("a type parameter", "write the type itself"),
            syn::GenericParam::Const(_) => ("a const parameter", "write the value itself"),
        };
        errors.at(parameter, format!("`{name}` cannot have {kind}; {remedy}"));
    }
    if let Some(clause) = &generics.where_clause {
        errors.at(
            clause,
            format!("`{name}` cannot have a `where` clause; remove it"),
        );
    }
}

/// Attributes that stand where `#[table]` does not look for them.
pub(crate) fn misplaced_attributes(item: &ItemStruct, errors: &mut Errors) {
    for attribute in &item.attrs {
        if attribute.path().is_ident(symbol::COLUMN) {
            errors.at(attribute, "`#[column]` on a struct; write it on a field");
        }
        conditional_helper(attribute, errors);
    }
    for field in &item.fields {
        for attribute in &field.attrs {
            if attribute.path().is_ident("cfg") {
                errors.at(
                    attribute,
                    "`#[cfg]` on a column is not supported; put it on the struct",
                );
            }
            conditional_helper(attribute, errors);
            let Some(helper) = symbol::helper(attribute).filter(|name| *name != symbol::COLUMN)
            else {
                continue;
            };
            let key = if helper == symbol::FOREIGN_KEY {
                "references = Table.column"
            } else {
                helper
            };
            let message = format!(
                "`#[{helper}]` on a field; write it on the struct, or here `#[column({key})]`"
            );
            errors.at(attribute, message);
        }
    }
}

/// `#[cfg_attr(…, column(…))]`: `#[table]` runs before the condition is known.
fn conditional_helper(attribute: &Attribute, errors: &mut Errors) {
    if let Some(word) = symbol::conditional_helper(attribute) {
        let message =
            format!("`#[{word}]` inside `cfg_attr` is not supported; write it without a condition");
        errors.at(&word, message);
    }
}
