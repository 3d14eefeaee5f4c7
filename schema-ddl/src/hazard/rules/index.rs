//! Indexes and materialized views.

use super::count;
use crate::hazard::model;
use crate::hazard::report::Report;
use crate::hazard::statement::NewIndex;
use crate::hazard::{LockMode, Rule};
use crate::model::{Kind, Name, ObjectId, is_of_swap};
use crate::sql::quote;

pub(super) fn create(report: &mut Report<'_>, new: &NewIndex) {
    let table = &new.table;
    if new.concurrently {
        report.lock(table, LockMode::ShareUpdateExclusive);
    } else if new.only {
        report.lock(table, LockMode::Share);
    } else {
        report.lock_tree(table, LockMode::Share);
        let message = format!("Writes of {table} wait until the index is built.");
        report
                .add_table(Rule::CreateIndex, table, message)
                .safer("Use `create index concurrently` outside a transaction, then look at `pg_index.indisvalid`.")
                .locked(&[table]);
    }
    if new.concurrently && new.if_not_exists {
        invalid(report, new);
    }
    if new.unique {
        let keys: Vec<String> = new.keys.iter().map(|key| key_sql(key)).collect();
        let query = count::duplicates(table, &keys, new.nulls_not_distinct, new.filter.as_deref());
        duplicates(report, table, query);
    }
}

/// A name becomes one in quotes, since the model knows names without them.
fn key_sql(key: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if key.chars().all(plain) {
        quote::name(&key.to_ascii_lowercase())
    } else {
        key.to_owned()
    }
}

fn invalid(report: &mut Report<'_>, new: &NewIndex) {
    let table = &new.table;
    let name = new.name.clone().unwrap_or_default();
    let known = model::table(report.model, table)
        .and_then(|table| table.indexes.iter().find(|one| one.name == name));
    let message = match known {
        Some(index) if index.invalid => format!(
            "{} exists but is not valid, and this statement does not repair it.",
            quote::name(&name)
        ),
        _ => format!(
            "If an earlier build of {} failed, it exists but is not valid, and this statement does not repair it.",
            quote::name(&name)
        ),
    };
    let object = ObjectId::new(Kind::Index, table.beside(name));
    report
        .add(Rule::InvalidIndex, object, message)
        .of(table)
        .safer("Look at `pg_index.indisvalid`, and drop the index before you build it again.");
}

pub(super) fn duplicates(report: &mut Report<'_>, table: &Name, query: Option<String>) {
    let message = format!("It fails if rows of {table} have the same key.");
    report
        .add_table(Rule::Duplicates, table, message)
        .safer("Remove the duplicates first.")
        .count(query);
}

/// An index that is dropped.
pub(super) fn drop(report: &mut Report<'_>, index: &Name, concurrently: bool) {
    let table = model::table_of_index(report.model, index).map(|table| table.name.clone());
    if let Some(table) = &table {
        let mode = if concurrently {
            LockMode::ShareUpdateExclusive
        } else {
            LockMode::AccessExclusive
        };
        report.lock(table, mode);
        report.lock(index, mode);
    }
    let object = ObjectId::new(Kind::Index, index.clone());
    if !concurrently {
        let whose = table
            .as_ref()
            .map_or_else(|| String::from("its table"), Name::to_string);
        let message =
            format!("Reads and writes of {whose} wait while this statement waits for its lock.");
        let mut locked: Vec<&Name> = table.iter().collect();
        locked.push(index);
        let draft = report.add(Rule::DropIndex, object.clone(), message);
        draft
            .safer("Use `drop index concurrently` outside a transaction.")
            .locked(&locked);
        if let Some(table) = &table {
            draft.of(table);
        }
    }
    if !is_of_swap(&index.name) {
        lost(report, object, table.as_ref());
    }
}

/// Queries that lose an index.
pub(super) fn lost(report: &mut Report<'_>, index: ObjectId, table: Option<&Name>) {
    let message = format!("Queries that use {index} become slower.");
    let draft = report.add(Rule::IndexLost, index, message);
    draft.safer("Look at `pg_stat_user_indexes.idx_scan`, and create the new index before you drop the old one.");
    if let Some(table) = table {
        draft.of(table);
    }
}

pub(super) fn reindex(
    report: &mut Report<'_>,
    index: Option<&Name>,
    table: Option<&Name>,
    concurrently: bool,
) {
    if concurrently {
        if let Some(table) = table {
            report.lock(table, LockMode::ShareUpdateExclusive);
        }
        return;
    }
    let of_index = index.and_then(|index| model::table_of_index(report.model, index));
    let table = table.or(of_index.map(|table| &table.name)).cloned();
    let name = index.or(table.as_ref()).map(Name::to_string);
    let name = name.unwrap_or_else(|| String::from("all tables"));
    if let Some(table) = &table {
        report.lock(table, LockMode::Share);
    }
    let message = format!(
        "Writes wait until the indexes of {name} are built, and so do reads that use them."
    );
    let draft = match &table {
        Some(table) => report
            .add_table(Rule::Reindex, table, message)
            .locked(&[table]),
        None => report.add(Rule::Reindex, name, message),
    };
    draft.safer("Use `reindex … concurrently` outside a transaction.");
}

pub(super) fn refresh(report: &mut Report<'_>, view: &Name, concurrently: bool, no_data: bool) {
    let object = ObjectId::new(Kind::MaterializedView, view.clone());
    if concurrently {
        report.lock(view, LockMode::Exclusive);
        let message = format!("Other refreshes of {view} wait until its rows are computed.");
        report
            .add(Rule::RefreshConcurrently, object, message)
            .of(view)
            .safer("Refresh it when no migration waits for it.")
            .locked(&[view]);
        return;
    }
    report.lock(view, LockMode::AccessExclusive);
    if no_data {
        return;
    }
    let message = format!("Reads of {view} wait until its rows are computed.");
    report
        .add(Rule::RefreshMaterializedView, object, message)
        .of(view)
        .safer("Use `refresh materialized view concurrently`, which needs a unique index.")
        .locked(&[view]);
}
