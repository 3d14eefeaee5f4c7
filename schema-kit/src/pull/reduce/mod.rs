//! Reduces a model to what attributes can express, and reports the rest.

pub(super) mod column;
mod expression;
mod foreign_key;
pub(super) mod index;
mod other;
mod report;
mod serial;
pub(super) mod storage;
mod table;
mod types;

use schema_ddl::model::Model;

use self::expression::Forbidden;
use self::report::Report;
use super::{LeftOut, PullOptions};

/// Returns the part of a model that attributes can express, and what is missing from it.
pub(super) fn reduce(from: &Model, options: PullOptions) -> (Model, Vec<LeftOut>) {
    let mut report = Report::default();
    let own = types::known(from, options);
    let mut to = Model::default();
    for table in &from.tables {
        to.tables
            .extend(table::table(table, &own, options, &mut report));
    }
    serial::replace(from, &mut to, &mut report);
    let used = types::used(from, &to, &own);
    for table in &mut to.tables {
        let Some(original) = from.table(&table.name) else {
            continue;
        };
        let forbidden = Forbidden::new(from, &used);
        column::expressions(table, &forbidden, &mut report);
        let forbidden = forbidden.with_columns(original, table);
        table::parts(table, &forbidden, &mut report);
        index::indexes(table, &forbidden, &mut report);
        storage::parts(table, &forbidden, &mut report);
    }
    to.tables.retain(|table| !table.columns.is_empty());
    foreign_key::keys(&mut to, &own, options, &mut report);
    let used = types::used(from, &to, &own);
    types::reduce(from, &used, &mut to, &mut report);
    other::objects(from, &mut to, &mut report);
    storage::partitions(from, &mut to, &mut report);
    (to, report.finish())
}
