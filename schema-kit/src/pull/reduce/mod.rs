//! Reduces a model to what attributes can express, and reports the rest.

pub(super) mod column;
mod expression;
mod foreign_key;
pub(super) mod grant;
pub(super) mod index;
mod left;
pub(super) mod other;
mod policy;
mod report;
mod role;
mod routine;
mod serial;
pub(super) mod storage;
mod table;
mod trigger;
mod types;
mod view;

use schema_ddl::model::Model;

use self::expression::Forbidden;
use self::left::Left;
use self::report::Report;
use self::trigger::Triggers;
use super::{LeftOut, PullOptions};

/// Returns the part of a model that the source can express, and what is missing from it.
pub(super) fn reduce(from: &Model, options: PullOptions) -> (Model, Vec<LeftOut>) {
    let mut left = Left::default();
    routine::unwritable(from, &mut left);
    view::unwritable(from, &types::known(from, options), options, &mut left);
    // What uses something that is left out is left out as well.
    loop {
        let mut report = Report::default();
        let to = reduce_without(from, options, &left, &mut report);
        if !left.add_incomplete(from, &to) {
            return (to, report.finish());
        }
    }
}

/// Reduces a model, without the functions and views that are left out.
fn reduce_without(from: &Model, options: PullOptions, left: &Left, report: &mut Report) -> Model {
    let own = types::known(from, options);
    let mut to = Model::default();
    for table in &from.tables {
        to.tables.extend(table::table(table, &own, options, report));
    }
    let replaced = serial::replace(from, &mut to, report);
    routine::sequences(from, &replaced, &mut to, report);
    routine::routines(from, left, &mut to, report);
    view::views(from, left, &mut to, report);
    tables(from, left, &mut to, options, report);
    foreign_key::keys(&mut to, &own, options, report);
    let used = types::used(from, &to, &own);
    types::reduce(from, &used, &mut to, report);
    storage::partitions(from, &mut to, report);
    let forbidden = Forbidden::new(from, &to, left, &used);
    view::indexes(&mut to, &forbidden, report);
    access(from, left, &mut to, &forbidden, report);
    other::namespaces(from, &mut to, report);
    other::extensions(from, &mut to, report);
    grant::grants(from, &mut to, report);
    role::roles(from, &mut to, report);
    other::indescribable(from, report);
    to
}

/// Takes away what the tables cannot have, except what names other tables.
fn tables(from: &Model, left: &Left, to: &mut Model, options: PullOptions, report: &mut Report) {
    let own = types::known(from, options);
    let used = types::used(from, to, &own);
    let forbidden = Forbidden::new(from, to, left, &used);
    for table in &mut to.tables {
        let Some(original) = from.table(&table.name) else {
            continue;
        };
        column::expressions(table, &forbidden, report);
        let forbidden = forbidden.clone().with_columns(original, table);
        table::parts(table, &forbidden, report);
        index::indexes(table, &forbidden, report);
        storage::parts(table, &forbidden, report);
    }
    to.tables.retain(|table| !table.columns.is_empty());
}

/// Takes away the policies and triggers that the tables cannot have.
fn access(from: &Model, left: &Left, to: &mut Model, forbidden: &Forbidden, report: &mut Report) {
    let mut tables = std::mem::take(&mut to.tables);
    // Policies can read all tables.
    to.tables.clone_from(&tables);
    for table in &mut tables {
        let Some(original) = from.table(&table.name) else {
            continue;
        };
        let forbidden = forbidden.clone().with_columns(original, table);
        policy::keep(table, (from, to), &forbidden, report);
        let triggers = Triggers {
            from,
            left,
            forbidden: &forbidden,
        };
        triggers.keep(table, report);
    }
    to.tables = tables;
}
