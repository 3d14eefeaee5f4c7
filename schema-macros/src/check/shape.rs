//! The shape of the struct: named fields, no generic parameters, attributes on the right items. Checked first, because
//! the other steps depend on it.

use syn::{Attribute, FieldsNamed, Generics, Ident, Item, ItemStruct};

use crate::util::errors::Errors;
use crate::util::{symbol, synonyms};

/// The struct of a table or view; reports any other kind of item. `attribute` is the name of the attribute.
pub(crate) fn relation_struct<'a>(
    attribute: &str,
    item: &'a Item,
    errors: &mut Errors,
) -> Option<&'a ItemStruct> {
    let (keyword, kind, remedy) = match item {
        Item::Struct(item) => return Some(item),
        Item::Enum(item) => (
            Some(item.enum_token.span),
            "an enum",
            "use `#[derive(PgEnum)]` for a Postgres enum",
        ),
        Item::Union(item) => (
            Some(item.union_token.span),
            "a union",
            "use a struct with named fields",
        ),
        _ => (None, "this item", "put it on a struct with named fields"),
    };
    let message = format!("`#[{attribute}]` cannot be used on {kind}; {remedy}");
    match keyword {
        Some(span) => errors.at_span(span, message),
        None => errors.at(item, message),
    }
    None
}

/// The named fields of the struct; reports a struct without any.
pub(crate) fn named_fields<'a>(
    attribute: &str,
    item: &'a ItemStruct,
    errors: &mut Errors,
) -> Option<&'a FieldsNamed> {
    let name = &item.ident;
    match &item.fields {
        syn::Fields::Named(fields) if fields.named.is_empty() => {
            errors.at(
                name,
                format!("{attribute} `{name}` has no columns; add a field"),
            );
            None
        }
        syn::Fields::Named(fields) => Some(fields),
        syn::Fields::Unnamed(fields) => {
            let message = format!(
                "{attribute} `{name}` is a tuple struct; write a named field for each column"
            );
            errors.at(fields, message);
            None
        }
        syn::Fields::Unit => {
            errors.at(
                name,
                format!("{attribute} `{name}` is a unit struct; add a named field for each column"),
            );
            None
        }
    }
}

/// True if there are no generic parameters. An item with parameters cannot be expanded.
pub(crate) fn is_plain(generics: &Generics) -> bool {
    generics.params.is_empty() && generics.where_clause.is_none()
}

/// A table is a single type: no lifetimes, no type parameters, no `where` clause.
pub(crate) fn no_generics(name: &Ident, generics: &Generics, errors: &mut Errors) {
    for parameter in &generics.params {
        let (kind, remedy) = match parameter {
            syn::GenericParam::Lifetime(_) => ("a lifetime", "use owned types, such as `String`"),
            syn::GenericParam::Type(_) => ("a type parameter", "use a concrete type"),
            syn::GenericParam::Const(_) => ("a const parameter", "use a concrete value"),
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

/// Reports attributes on the wrong kind of item.
pub(crate) fn misplaced_attributes(item: &ItemStruct, errors: &mut Errors) {
    let may_be_read = synonyms::has_unknown_derive(&item.attrs);
    for attribute in &item.attrs {
        if !may_be_read {
            foreign_attribute(attribute, false, errors);
        }
        if attribute.path().is_ident(symbol::COLUMN) {
            errors.at(
                attribute,
                "`#[column]` is not valid on a struct; move it to a field",
            );
        }
        conditional_helper(attribute, errors);
    }
    for field in &item.fields {
        for attribute in &field.attrs {
            if !may_be_read {
                foreign_attribute(attribute, true, errors);
            }
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
            if [symbol::POLICY, symbol::GRANT, symbol::TRIGGER].contains(&helper) {
                let message =
                    format!("`#[{helper}]` is not valid on a field; move it to the struct");
                errors.at(attribute, message);
                continue;
            }
            let key = if helper == symbol::FOREIGN_KEY {
                "references = Table.column"
            } else {
                helper
            };
            let message = format!(
                "`#[{helper}]` is not valid on a field; move it to the struct or write `#[column({key})]` here"
            );
            errors.at(attribute, message);
        }
    }
}

/// Reports an attribute of another library, and a key that is written as an attribute.
fn foreign_attribute(attribute: &Attribute, on_field: bool, errors: &mut Errors) {
    if let Some(remedy) = synonyms::of_attribute(attribute, on_field) {
        let name = attribute
            .path()
            .get_ident()
            .map(ToString::to_string)
            .unwrap_or_default();
        errors.at(
            attribute,
            format!("`#[{name}]` means nothing to `#[table]`; {remedy}"),
        );
    }
}

/// Reports `#[cfg_attr(…, column(…))]`: `#[table]` expands before the compiler evaluates the condition.
fn conditional_helper(attribute: &Attribute, errors: &mut Errors) {
    if let Some(word) = symbol::conditional_helper(attribute) {
        let message =
            format!("`#[{word}]` inside `cfg_attr` is not supported; write it without a condition");
        errors.at(&word, message);
    }
}
