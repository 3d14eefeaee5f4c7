//! CHECK: cross-attribute and cross-column rules, one function each. A rule about a single attribute is checked where
//! the attribute is parsed.

mod access;
mod columns;
mod indexes;
mod keys;
mod names;
pub(crate) mod shape;
mod view;

pub(crate) use self::view::check_view;

use crate::model::{Column, ColumnRef, Table};
use crate::util::errors::Errors;

/// Reports every violated rule.
pub(crate) fn check(table: &Table<'_>, errors: &mut Errors) {
    names::check_names(table, errors);
    names::check_catalog_name(table, errors);
    names::check_unique_column_names(table, errors);
    names::check_renames(table, errors);
    names::check_system_columns(table, errors);
    names::check_unique_constraint_names(table, errors);
    names::check_unique_relation_names(table, errors);
    columns::check_duplicate_columns(table, errors);
    columns::check_virtual_columns(table, errors);
    keys::check_one_primary_key(table, errors);
    keys::check_unique_on_primary_key(table, errors);
    keys::check_foreign_key_sizes(table, errors);
    keys::check_optional_primary_key(table, errors);
    keys::check_set_null(table, errors);
    keys::check_actions_on_generated_columns(table, errors);
    indexes::check_indexes(table, errors);
    access::check_row_level_security(table, errors);
    access::check_access_names(table, errors);
}

/// The columns of a list, each with the reference to it.
fn referenced<'t>(
    table: &'t Table<'_>,
    list: &'t [ColumnRef],
) -> impl Iterator<Item = (&'t ColumnRef, &'t Column<'t>)> {
    list.iter().zip(table.columns_of(list))
}
