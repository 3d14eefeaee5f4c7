//! CHECK: cross-attribute and cross-column rules, one function each. A rule about one attribute is checked where the
//! attribute is parsed.

mod columns;
mod indexes;
mod keys;
mod names;

use crate::ast::{Column, ColumnRef, Table};
use crate::errors::Errors;

/// Reports every rule that the table breaks.
pub(crate) fn check(table: &Table<'_>, errors: &mut Errors) {
    names::check_names(table, errors);
    names::check_column_names_differ(table, errors);
    names::check_system_columns(table, errors);
    names::check_constraint_names_differ(table, errors);
    names::check_relation_names_differ(table, errors);
    columns::check_lists_name_a_column_once(table, errors);
    columns::check_virtual_columns(table, errors);
    keys::check_one_primary_key(table, errors);
    keys::check_unique_beside_primary_key(table, errors);
    keys::check_foreign_key_sizes(table, errors);
    keys::check_set_null(table, errors);
    keys::check_actions_on_generated_columns(table, errors);
    indexes::check_indexes(table, errors);
}

/// The columns that a list names, each with the place that names it.
fn named<'t>(
    table: &'t Table<'_>,
    list: &'t [ColumnRef],
) -> impl Iterator<Item = (&'t ColumnRef, &'t Column<'t>)> {
    list.iter().zip(table.columns_of(list))
}
