//! Rules about views.

use proc_macro2::{Ident, Span};

use super::{columns, indexes, names};
use crate::attr::Target;
use crate::model::{Column, Index, View, ViewQuery};
use crate::util::errors::Errors;

/// Reports every violated rule.
pub(crate) fn check_view(view: &View<'_>, errors: &mut Errors) {
    let table = &view.table;
    names::check_names(table, errors);
    names::check_catalog_name(table, errors);
    names::check_unique_column_names(table, errors);
    names::check_system_columns(table, errors);
    names::check_unique_relation_names(table, errors);
    columns::check_duplicate_columns(table, errors);
    indexes::check_indexes(table, errors);
    check_constraints(view, errors);
    check_options(view, errors);
    check_stored(view, errors);
}

/// The query determines the columns, and no row is written.
fn check_constraints(view: &View<'_>, errors: &mut Errors) {
    let table = &view.table;
    let mut refuse = |span: Span, what: &str| {
        let message = format!("a view has no {what}; remove it, or put it on a table of the query");
        errors.at_span(span, message);
    };
    for key in &table.primary_keys {
        refuse(key.origin.key.span(), "primary key");
    }
    for key in &table.foreign_keys {
        refuse(key.origin.key.span(), "foreign key");
    }
    for check in &table.checks {
        refuse(check.condition.span(), "check");
    }
    for column in &table.columns {
        let is_typed = matches!(view.query, Some(ViewQuery::Typed(_)));
        for (span, what) in column_keys(column, is_typed) {
            refuse(span, what);
        }
    }
}

/// The keys of a column that only a table has. The builder knows the types of its columns, but a text does not show them.
fn column_keys(column: &Column<'_>, is_typed: bool) -> impl Iterator<Item = (Span, &'static str)> {
    let identity = column.identity.as_ref().map(|keyed| keyed.key.span());
    let default = column.default.as_ref().map(|keyed| keyed.key.span());
    let generated = column.generated.as_ref().map(|keyed| keyed.key.span());
    let text = |text: &Option<syn::LitStr>| text.as_ref().map(syn::LitStr::span);
    let keys = [
        (identity, "identity column"),
        (default, "default"),
        (generated, "generated column"),
        (text(&column.sql_type).filter(|_| is_typed), "`sql_type`"),
        (text(&column.collate), "`collate`"),
        (text(&column.renamed_from), "`renamed_from`"),
    ];
    keys.into_iter()
        .filter_map(|(span, what)| Some((span?, what)))
}

/// Some keys are for materialized views, and some for the others.
fn check_options(view: &View<'_>, errors: &mut Errors) {
    if view.materialized.is_some() {
        for option in &view.options {
            let key = &option.key;
            let message = format!("a materialized view has no `{key}`; remove it");
            errors.at(key, message);
        }
        return;
    }
    for key in [&view.no_data, &view.with_key].into_iter().flatten() {
        let message =
            format!("`{key}` is for a materialized view; add `materialized` or remove it");
        errors.at(key, message);
    }
}

/// Only stored rows have an index.
fn check_stored(view: &View<'_>, errors: &mut Errors) {
    if view.materialized.is_some() {
        return;
    }
    let name = &view.table.original.ident;
    for index in &view.table.indexes {
        let message = format!(
            "view `{name}` does not store its rows, so it has no index; add `materialized` to `#[view]`"
        );
        errors.at_span(place(index), message);
    }
}

fn place(index: &Index) -> Span {
    let part = index.parts.first().map(|part| match &part.target {
        Target::Column(column) => column.ident.span(),
        Target::Sql(sql) => sql.span(),
    });
    let key = index.unique.as_ref().map(Ident::span);
    key.or(part).unwrap_or_else(Span::call_site)
}
