//! Statements about rows, and the upkeep of tables.

use super::count;
use crate::hazard::model;
use crate::hazard::report::Report;
use crate::hazard::{LockMode, Rule};
use crate::model::Name;

pub(super) fn truncate(report: &mut Report<'_>, tables: &[Name], cascade: bool) {
    for table in tables {
        report.lock_tree(table, LockMode::AccessExclusive);
        report
            .add_table(
                Rule::Truncate,
                table,
                format!("All rows of {table} are lost."),
            )
            .count(Some(count::rows(table)))
            .locked(&[table]);
        if !cascade {
            continue;
        }
        let referencing = model::referencing(report.model, table);
        let names: Vec<Name> = referencing.map(|(other, _)| other.name.clone()).collect();
        for other in names {
            report.lock_tree(&other, LockMode::AccessExclusive);
            let message =
                format!("All rows of {other} are lost as well, since it references {table}.");
            report
                .add_table(Rule::DropCascade, &other, message)
                .safer("Name the tables instead of `cascade`.")
                .count(Some(count::rows(&other)))
                .locked(&[&other]);
        }
    }
}

pub(super) fn delete(report: &mut Report<'_>, table: &Name, has_condition: bool) {
    report.lock(table, LockMode::RowExclusive);
    if !has_condition {
        report
            .add_table(
                Rule::DeleteWithoutWhere,
                table,
                format!("All rows of {table} are lost."),
            )
            .safer("Add a condition, and delete many rows in batches.")
            .count(Some(count::rows(table)));
    }
}

pub(super) fn update(report: &mut Report<'_>, table: &Name, has_condition: bool) {
    report.lock(table, LockMode::RowExclusive);
    if !has_condition {
        let message = format!(
            "All rows of {table} are rewritten and stay locked until the transaction ends."
        );
        report
            .add_table(Rule::UpdateWithoutWhere, table, message)
            .safer("Update a few thousand rows at a time, each time in its own transaction.")
            .locked(&[table]);
    }
}

pub(super) fn vacuum_full(report: &mut Report<'_>, tables: &[Name]) {
    for table in tables {
        report.lock(table, LockMode::AccessExclusive);
        let message = format!("{table} is rewritten, and reads and writes wait until it is done.");
        report
            .add_table(Rule::VacuumFull, table, message)
            .safer("Use `vacuum` or `pg_repack`, or `repack (concurrently)` from Postgres 19 on.")
            .locked(&[table]);
    }
    if tables.is_empty() {
        let message = "All tables are rewritten, and reads and writes of each one wait.";
        report
            .add(Rule::VacuumFull, "all tables", String::from(message))
            .safer("Use `vacuum` or `pg_repack`, or `repack (concurrently)` from Postgres 19 on.");
    }
}

pub(super) fn cluster(report: &mut Report<'_>, table: Option<&Name>) {
    let safer = "Use `pg_repack`, or `repack (concurrently)` from Postgres 19 on.";
    let Some(table) = table else {
        let message = "All clustered tables are rewritten, and reads and writes of each one wait.";
        report
            .add(Rule::Cluster, "all tables", String::from(message))
            .safer(safer);
        return;
    };
    report.lock(table, LockMode::AccessExclusive);
    let message = format!("{table} is rewritten, and reads and writes wait until it is done.");
    report
        .add_table(Rule::Cluster, table, message)
        .safer(safer)
        .locked(&[table]);
}

pub(super) fn lock(report: &mut Report<'_>, tables: &[Name], mode: LockMode) {
    for table in tables {
        report.lock(table, mode);
        if mode.blocks_writes() {
            let message = format!("Others wait for {table} until the transaction ends: {mode}.");
            report
                .add_table(Rule::LockTable, table, message)
                .safer("Let statements take the locks that they need.")
                .locked(&[table]);
        }
    }
}
