//! Foreign keys.

use std::collections::HashMap;

use schema_ddl::model::{
    Action, Deferrable, ForeignKey, Index, IndexOn, Kind, Match, Model, Name, Table,
};

use super::report::{Report, take};
use super::table::has_columns;
use crate::pull::PullOptions;
use crate::pull::rust_type::{OwnTypes, rust_type};

/// Takes away the foreign keys that cannot be written, because the compiler compares both sides.
pub(super) fn keys(to: &mut Model, own: &OwnTypes, options: PullOptions, report: &mut Report) {
    let targets: HashMap<Name, Table> = to
        .tables
        .iter()
        .map(|table| (table.name.clone(), table.clone()))
        .collect();
    for table in &mut to.tables {
        let mut keys = std::mem::take(&mut table.foreign_keys);
        keys.retain_mut(|key| {
            if !has_columns(table, &key.name, &key.columns, report) {
                return false;
            }
            if let Some(reason) = unwritable(key, table, targets.get(&key.table), own, options) {
                report.part(Kind::Constraint, &table.name, &key.name, reason);
                return false;
            }
            properties(key, table, report);
            true
        });
        table.foreign_keys = keys;
    }
}

fn unwritable(
    key: &ForeignKey,
    table: &Table,
    target: Option<&Table>,
    own: &OwnTypes,
    options: PullOptions,
) -> Option<String> {
    let Some(target) = target else {
        return Some(format!("it references {}, which is left out", key.table));
    };
    for (here, there) in key.columns.iter().zip(&key.references) {
        let Some(referenced) = target.column(there) else {
            return Some(format!(
                "it references the column `{there}`, which is left out"
            ));
        };
        let one = table.column(here)?;
        let types = [&one.data_type, &referenced.data_type]
            .map(|data_type| rust_type(data_type, own, options))
            .map(|found| found.map(|found| (found.element, found.array)));
        if types[0] != types[1] {
            return Some(format!(
                "`{here}` is {} and `{there}` is {}, which are different types in Rust",
                one.data_type, referenced.data_type
            ));
        }
    }
    let is_key = unique_keys(target).any(|columns| columns == key.references);
    (!is_key).then(|| {
        String::from(
            "no primary key or unique constraint that was pulled has these columns in this order",
        )
    })
}

/// Returns the lists of columns that the compiler knows to be unique.
fn unique_keys(table: &Table) -> impl Iterator<Item = Vec<String>> {
    let primary = table.primary_key.iter();
    let primary = primary.filter(|key| key.deferrable == Deferrable::No);
    let primary = primary.map(|key| key.columns.clone());
    let uniques = table.uniques.iter();
    let uniques = uniques.filter(|unique| unique.deferrable == Deferrable::No);
    let uniques = uniques.map(|unique| unique.columns.clone());
    let indexes = table.indexes.iter().filter_map(unique_columns);
    primary.chain(uniques).chain(indexes)
}

fn unique_columns(index: &Index) -> Option<Vec<String>> {
    if !index.unique || index.filter.is_some() {
        return None;
    }
    let elements = index.elements.iter().map(|element| match &element.on {
        IndexOn::Column(name) if element.collate.is_none() && element.operator_class.is_none() => {
            Some(name.clone())
        }
        _ => None,
    });
    elements.collect()
}

fn properties(key: &mut ForeignKey, table: &Table, report: &mut Report) {
    let mut missing: Vec<String> = Vec::new();
    if key.match_type != Match::Simple {
        key.match_type = Match::Simple;
        missing.push("`match full`".into());
    }
    if take(&mut key.on_delete_columns) {
        missing.push("the columns that its action sets, if they are not all".into());
    }
    if take(&mut key.comment) {
        missing.push("its comment".into());
    }
    let columns = key.columns.clone();
    for (word, action) in [
        ("on delete", &mut key.on_delete),
        ("on update", &mut key.on_update),
    ] {
        if let Some(reason) = impossible(*action, &columns, table) {
            *action = Action::NoAction;
            missing.push(format!("its action `{word}`, which always fails: {reason}"));
        }
    }
    for reason in missing {
        report.part(Kind::Constraint, &table.name, &key.name, reason);
    }
}

/// Returns why an action cannot set a column.
fn impossible(action: Action, columns: &[String], table: &Table) -> Option<String> {
    if !matches!(action, Action::SetNull | Action::SetDefault) {
        return None;
    }
    let of_key = table
        .primary_key
        .as_ref()
        .map(|key| &key.columns[..])
        .unwrap_or_default();
    columns.iter().find_map(|name| {
        let column = table.column(name)?;
        let has_default = column.default.is_some() || column.identity.is_some();
        let fails = match action {
            Action::SetNull => !column.nullable || of_key.contains(name),
            _ => !column.nullable && !has_default,
        };
        fails.then(|| format!("`{name}` cannot be NULL"))
    })
}
