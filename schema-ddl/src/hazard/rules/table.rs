//! `create table` and `alter table`.

use super::{access, column, constraint, partition, retype};
use crate::hazard::report::{RETRY, Report};
use crate::hazard::statement::{
    AlterColumn, ConstraintBody, NewColumn, NewConstraint, NewTable, TableAction,
};
use crate::hazard::{LockMode, Rule, model};
use crate::model::{DataType, Name};
use crate::sql::quote;

/// A table is created: only others that it references or belongs to are locked.
pub(super) fn create(report: &mut Report<'_>, new: &NewTable) {
    if let Some(parent) = &new.partition_of {
        report.lock(parent, LockMode::AccessExclusive);
        partition::default_of(report, parent);
    }
    let of_columns = new.columns.iter().flat_map(|column| &column.constraints);
    let constraints: Vec<&NewConstraint> = of_columns.chain(&new.constraints).collect();
    for constraint in &constraints {
        if let ConstraintBody::ForeignKey { columns, reference } = &constraint.body {
            if !model::is_same(&reference.table, &new.name) {
                report.lock(&reference.table, LockMode::ShareRowExclusive);
            }
            let is_key = |one: &&&NewConstraint| begins_with(one, columns);
            if !constraints.iter().any(|one| is_key(&one)) {
                constraint::without_index(report, &new.name, columns);
            }
        }
    }
    for column in &new.columns {
        column::json(report, &new.name, column);
    }
    if !new.temporary {
        order(report, new);
    }
}

/// True if a constraint has an index that begins with the columns.
fn begins_with(constraint: &NewConstraint, columns: &[String]) -> bool {
    match &constraint.body {
        ConstraintBody::PrimaryKey { columns: key }
        | ConstraintBody::Unique { columns: key, .. } => {
            key.len() >= columns.len()
                && columns.iter().all(|one| key[..columns.len()].contains(one))
        }
        _ => false,
    }
}

/// Columns whose order wastes at least eight bytes for each row.
fn order(report: &mut Report<'_>, new: &NewTable) {
    let sizes: Vec<(usize, usize)> = new.columns.iter().map_while(layout).collect();
    if sizes.len() < new.columns.len() {
        // From the first column with a variable length on, the offsets depend on the row.
        return;
    }
    let mut sorted = sizes.clone();
    sorted.sort_by_key(|(_, align)| std::cmp::Reverse(*align));
    let wasted = length(&sizes).saturating_sub(length(&sorted));
    if wasted >= 8 {
        let name = &new.name;
        let message =
            format!("Each row of {name} has {wasted} bytes of padding between its columns.");
        report.add_table(Rule::ColumnOrder, name, message).safer(
            "Put columns of 8 bytes first, then those of 4, 2 and 1, then those of any length.",
        );
    }
}

/// The size and the alignment of a column with a fixed length.
fn layout(column: &NewColumn) -> Option<(usize, usize)> {
    let data_type: &DataType = &column.data_type;
    if !data_type.built_in || data_type.array {
        return None;
    }
    Some(match data_type.name.name.as_str() {
        "boolean" => (1, 1),
        "smallint" => (2, 2),
        "integer" | "real" | "date" | "oid" => (4, 4),
        "uuid" => (16, 1),
        "bigint" | "double precision" | "money" => (8, 8),
        name if name.starts_with("timestamp") || name == "time without time zone" => (8, 8),
        _ => return None,
    })
}

fn length(sizes: &[(usize, usize)]) -> usize {
    let end = sizes.iter().fold(0, |end: usize, (size, align)| {
        end.next_multiple_of(*align) + size
    });
    end.next_multiple_of(8)
}

pub(super) fn alter(report: &mut Report<'_>, table: &Name, actions: &[TableAction]) {
    for action in actions {
        match action {
            TableAction::AddColumn(new) => column::add(report, table, new),
            TableAction::DropColumn { column, cascade } => {
                column::drop(report, table, column);
                if *cascade {
                    super::object::cascade(report, table);
                }
            }
            TableAction::AlterColumn { column, action } => {
                alter_column(report, table, column, action);
            }
            TableAction::AddConstraint(new) => constraint::add(report, table, new),
            TableAction::DropConstraint { name, cascade } => {
                constraint::drop(report, table, name);
                if *cascade {
                    super::object::cascade(report, table);
                }
            }
            TableAction::ValidateConstraint(name) => constraint::validate(report, table, name),
            TableAction::AttachPartition { partition, bound } => {
                partition::attach(report, table, partition, bound);
            }
            TableAction::DetachPartition {
                partition,
                concurrently,
            } => partition::detach(report, table, partition, *concurrently),
            TableAction::Move(words) => moved(report, table, words),
            TableAction::Trigger => trigger(report, table),
            TableAction::ReplicaIdentity => replica_identity(report, table),
            TableAction::RowSecurity(verb) => access::row_security(report, table, verb),
            TableAction::Inherit(parent) => {
                report.lock(table, LockMode::AccessExclusive);
                report.lock(parent, LockMode::ShareUpdateExclusive);
            }
            TableAction::Weak => report.lock(table, LockMode::ShareUpdateExclusive),
            TableAction::Other => report.lock(table, LockMode::AccessExclusive),
        }
    }
}

fn alter_column(report: &mut Report<'_>, table: &Name, column: &str, action: &AlterColumn) {
    match action {
        AlterColumn::Type {
            data_type,
            collate,
            using,
        } => retype::judge(
            report,
            (table, column),
            data_type,
            *collate,
            using.as_deref(),
        ),
        AlterColumn::SetNotNull => column::set_not_null(report, table, column),
        AlterColumn::DropNotNull => column::drop_not_null(report, table, column),
        AlterColumn::SetExpression => column::set_expression(report, table, column),
        AlterColumn::Weak => report.lock(table, LockMode::ShareUpdateExclusive),
        AlterColumn::Other => report.lock_tree(table, LockMode::AccessExclusive),
    }
}

fn moved(report: &mut Report<'_>, table: &Name, words: &str) {
    report.lock(table, LockMode::AccessExclusive);
    let is_unlogged = model::table(report.model, table).map(|table| table.unlogged);
    let is_already = match words {
        "set logged" => is_unlogged == Some(false),
        "set unlogged" => is_unlogged == Some(true),
        _ => false,
    };
    if !is_already {
        let message = format!("`{words}` rewrites {table}, and reads and writes of it wait.");
        report
            .add_table(Rule::MoveTable, table, message)
            .safer("Create another table, copy the rows in batches, and swap the names.")
            .locked(&[table]);
    }
}

fn trigger(report: &mut Report<'_>, table: &Name) {
    report.lock_tree(table, LockMode::ShareRowExclusive);
    let message = format!("Writes of {table} run other triggers from now on, and wait briefly.");
    report
        .add_table(Rule::Trigger, table, message)
        .safer(RETRY)
        .locked(&[table]);
}

fn replica_identity(report: &mut Report<'_>, table: &Name) {
    report.lock(table, LockMode::AccessExclusive);
    let message =
        format!("Subscribers of {table} get other keys of changed rows, or refuse the changes.");
    report
        .add_table(Rule::ReplicaIdentity, table, message)
        .safer("Change it while no subscription is active, or use an index that the subscribers have too.");
}

/// Quotes names for a message.
pub(super) fn listed(names: &[String]) -> String {
    quote::names(names)
}
