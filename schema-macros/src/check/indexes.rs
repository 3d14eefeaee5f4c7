//! Rules about indexes: what the method of each can do.

use syn::Lit;

use crate::ast::{Index, IndexPart, Table};
use crate::attr::StorageParameter;
use crate::errors::Errors;
use crate::suggest;

pub(super) fn check_indexes(table: &Table<'_>, errors: &mut Errors) {
    for index in &table.indexes {
        check_unique(index, errors);
        check_nulls_not_distinct(index, errors);
        check_several_columns(index, errors);
        check_include(index, errors);
        for part in &index.parts {
            check_order(index, part, errors);
            check_vector_class(index, part, errors);
        }
        for parameter in &index.with {
            check_storage_parameter(index, parameter, errors);
        }
        check_construction_list(index, errors);
    }
}

/// Only a `btree` index can be unique.
fn check_unique(index: &Index, errors: &mut Errors) {
    let method = index.method;
    if let Some(key) = index.unique.as_ref().filter(|_| !method.is_ordered()) {
        let message = format!(
            "a `{}` index cannot be unique; remove `unique` or use `btree`",
            method.name()
        );
        errors.at(key, message);
    }
}

/// How NULLs compare matters to a unique index alone.
fn check_nulls_not_distinct(index: &Index, errors: &mut Errors) {
    if let (None, Some(key)) = (&index.unique, &index.nulls_not_distinct) {
        errors.at(
            key,
            "`nulls_not_distinct` on an index that is not unique; add `unique` or remove it",
        );
    }
}

/// Some methods take one column.
fn check_several_columns(index: &Index, errors: &mut Errors) {
    let method = index.method;
    if method.takes_several_columns() {
        return;
    }
    if let Some(part) = index.parts.get(1) {
        let message = format!(
            "a `{}` index has one column; write an `#[index]` for each",
            method.name()
        );
        errors.at_span(part.span(), message);
    }
}

/// Some methods carry no further columns.
fn check_include(index: &Index, errors: &mut Errors) {
    let method = index.method;
    if let Some(key) = index
        .include_key
        .as_ref()
        .filter(|_| !method.takes_included_columns())
    {
        let message = format!(
            "a `{}` index cannot include columns; remove `include`",
            method.name()
        );
        errors.at(key, message);
    }
}

/// Only a `btree` index has an order.
fn check_order(index: &Index, part: &IndexPart, errors: &mut Errors) {
    if index.method.is_ordered() {
        return;
    }
    let direction = part
        .modifiers
        .direction
        .as_ref()
        .map(|direction| &direction.key);
    let nulls = part.modifiers.nulls.as_ref().map(|nulls| &nulls.key);
    for key in direction.into_iter().chain(nulls) {
        let method = index.method.name();
        errors.at(
            key,
            format!("a `{method}` index has no order; remove `{key}()` or use `btree`"),
        );
    }
}

/// A vector index needs to know the distance. Other classes than pgvector's are let through, near misses are not.
fn check_vector_class(index: &Index, part: &IndexPart, errors: &mut Errors) {
    let known = index.method.vector_classes();
    if known.is_empty() {
        return;
    }
    let method = index.method.name();
    let Some(class) = &part.modifiers.class else {
        let classes = suggest::list(known.get(..3).unwrap_or(known));
        let message = format!(
            "a `{method}` index needs the distance it serves; add one of {classes}, … to the column"
        );
        errors.at_span(part.span(), message);
        return;
    };
    let name = class.to_string();
    if known.contains(&name.as_str()) {
        return;
    }
    if let Some(near) = suggest::nearest(&name, known) {
        errors.at(
            class,
            format!("unknown operator class `{name}` for `{method}`; did you mean `{near}`?"),
        );
    }
}

/// Each method has its own storage parameters, and most take a number in a range.
fn check_storage_parameter(index: &Index, parameter: &StorageParameter, errors: &mut Errors) {
    let known = index.method.storage_parameters();
    let (key, method) = (&parameter.key, index.method.name());
    let Some((_, range)) = known.iter().find(|(name, _)| key == name) else {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let remedy = suggest::instead_of(&key.to_string(), &names);
        errors.at(
            key,
            format!("unknown parameter `{key}` of a `{method}` index; {remedy}"),
        );
        return;
    };
    if let Some(range) = range
        && !integer(&parameter.value).is_some_and(|value| range.contains(&value))
    {
        let (low, high) = (range.start(), range.end());
        let message = format!(
            "`{key}` of a `{method}` index is out of range; write an integer from {low} to {high}"
        );
        errors.at(&parameter.value, message);
    }
}

/// pgvector wants a list of candidates twice as long as the number of links.
fn check_construction_list(index: &Index, errors: &mut Errors) {
    let find = |name: &str| index.with.iter().find(|parameter| parameter.key == name);
    let Some(list) = find("ef_construction") else {
        return;
    };
    let links = find("m").map_or(Some(16), |links| integer(&links.value));
    if let (Some(size), Some(links)) = (integer(&list.value), links)
        && (4..2 * links).contains(&size)
    {
        let least = 2 * links;
        errors.at(
            &list.value,
            format!("`ef_construction` is less than twice `m`; write at least {least}"),
        );
    }
}

fn integer(literal: &Lit) -> Option<u64> {
    match literal {
        Lit::Int(number) => number.base10_parse().ok(),
        _ => None,
    }
}
