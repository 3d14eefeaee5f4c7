//! Rules about indexes and the capabilities of their methods.

use syn::Lit;

use crate::attr::{Method, StorageParameter, Target};
use crate::model::{Index, IndexPart, Table};
use crate::util::errors::Errors;
use crate::util::suggest;

pub(super) fn check_indexes(table: &Table<'_>, errors: &mut Errors) {
    for index in &table.indexes {
        check_unique(index, errors);
        check_nulls_not_distinct(index, errors);
        check_several_columns(index, errors);
        check_include(index, errors);
        for part in &index.parts {
            check_order(index, part, errors);
            check_vector_class(index, part, errors);
            check_class_method(index, part, errors);
        }
        for parameter in &index.with {
            check_storage_parameter(index, parameter, errors);
        }
        check_ef_construction(index, errors);
    }
}

/// Only a `btree` index can be unique.
fn check_unique(index: &Index, errors: &mut Errors) {
    let method = index.method;
    if let Some(key) = index.unique.as_ref().filter(|_| !method.is_ordered()) {
        let message = format!(
            "`{}` indexes cannot be unique; remove `unique` or use `btree`",
            method.name()
        );
        errors.at(key, message);
    }
}

/// The comparison of NULLs only matters to a unique index.
fn check_nulls_not_distinct(index: &Index, errors: &mut Errors) {
    if let (None, Some(key)) = (&index.unique, &index.nulls_not_distinct) {
        errors.at(
            key,
            "`nulls_not_distinct` requires a unique index; add `unique` or remove it",
        );
    }
}

/// Some methods support only one column.
fn check_several_columns(index: &Index, errors: &mut Errors) {
    let method = index.method;
    if method.supports_several_columns() {
        return;
    }
    if let Some(part) = index.parts.get(1) {
        let message = format!(
            "`{}` indexes have a single column; write one `#[index]` per column",
            method.name()
        );
        errors.at_span(part.span(), message);
    }
}

/// Some methods do not support `include`.
fn check_include(index: &Index, errors: &mut Errors) {
    let method = index.method;
    if let Some(key) = index
        .include_key
        .as_ref()
        .filter(|_| !method.supports_include())
    {
        let message = format!(
            "`{}` indexes cannot include columns; remove `include`",
            method.name()
        );
        errors.at(key, message);
    }
}

/// Only a `btree` index is ordered.
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
            format!("`{method}` indexes have no order; remove `{key}()` or use `btree`"),
        );
    }
}

/// A vector index needs an operator class, which selects the distance. Classes from other extensions are valid, but a
/// name similar to one of pgvector's is reported as a misspelling.
fn check_vector_class(index: &Index, part: &IndexPart, errors: &mut Errors) {
    let known = index.method.vector_classes();
    if known.is_empty() {
        return;
    }
    let method = index.method.name();
    let Some(class) = &part.modifiers.class else {
        let classes = suggest::list(known.get(..3).unwrap_or(known));
        let message = format!(
            "`{method}` indexes need an operator class; add one of {classes}, … to the column"
        );
        errors.at_span(part.span(), message);
        return;
    };
    let name = class.to_string();
    if Method::of_class(&name).is_some() {
        return;
    }
    if let Some(near) = suggest::nearest(&name, known) {
        errors.at(
            class,
            format!("unknown operator class `{name}` for `{method}`; did you mean `{near}`?"),
        );
    }
}

/// Most operator classes belong to one method.
fn check_class_method(index: &Index, part: &IndexPart, errors: &mut Errors) {
    let Some(class) = &part.modifiers.class else {
        return;
    };
    let Some(methods) = Method::of_class(&class.to_string()) else {
        return;
    };
    if methods.contains(&index.method) {
        return;
    }
    let method = index.method.name();
    let wanted = methods.first().map_or(method, |method| method.name());
    let column = match &part.target {
        Target::Column(column) => column.ident.to_string(),
        Target::Sql(_) => "sql(\"…\")".to_owned(),
    };
    errors.at(
        class,
        format!(
            "operator class `{class}` is not for `{method}`; write `{wanted}({column}.{class})`"
        ),
    );
}

/// Each method has its own storage parameters, most of them numbers with a valid range.
fn check_storage_parameter(index: &Index, parameter: &StorageParameter, errors: &mut Errors) {
    let known = index.method.storage_parameters();
    let (key, method) = (&parameter.key, index.method.name());
    let Some((_, range)) = known.iter().find(|(name, _)| key == name) else {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let remedy = suggest::remedy(&key.to_string(), &names);
        errors.at(
            key,
            format!("unknown `{method}` parameter `{key}`; {remedy}"),
        );
        return;
    };
    if let Some(range) = range
        && !integer(&parameter.value).is_some_and(|value| range.contains(&value))
    {
        let (low, high) = (range.start(), range.end());
        let message = format!(
            "`{method}` parameter `{key}` is out of range; write an integer from {low} to {high}"
        );
        errors.at(&parameter.value, message);
    }
}

/// pgvector requires `ef_construction` to be at least twice `m`.
fn check_ef_construction(index: &Index, errors: &mut Errors) {
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
