//! Columns.

use super::names::joined;
use super::step::{Steps, after, run, stage};
use super::{Changes, constraint};
use crate::diff::{Action, Transaction, Verb};
use crate::hazard::{is_proved_not_null, is_volatile};
use crate::model::{Check, Column, DataType, Index, IndexElement, IndexOn, Kind, ObjectId, Table};
use crate::sql::constraint::Constraint;
use crate::sql::{self, column, index, quote};

pub(super) const SET_NOT_NULL: &str = "set not null";
/// How many rows get a value in one transaction.
pub(super) const BATCH: usize = 1000;
/// The end of the name of the mark of a column whose rows have no values yet, and of the index of those rows.
const UNFILLED: &str = "unfilled";

/// Changes of a column, or of columns of a partition.
pub(super) fn alter(changes: &Changes<'_>, action: &Action) -> Option<Steps> {
    let table = changes.table(&action.object.name)?;
    let mut steps = Steps::default();
    let mut now = action.clone();
    for one in &table.columns {
        let set = column::alter(&table.name, &one.name, SET_NOT_NULL);
        let Some(at) = now.statements.iter().position(|sql| *sql == set) else {
            continue;
        };
        if is_proved(changes, table, one) || !has_plain_nulls(changes, &one.data_type) {
            continue;
        }
        let mut rest: Vec<String> = now.statements.split_off(at).into_iter().skip(1).collect();
        let mut last = vec![set];
        // An identity, and its next number, need a column that cannot be NULL.
        let identity = column::alter(&table.name, &one.name, "add generated ");
        if rest.iter().any(|sql| sql.starts_with(&identity)) {
            last.append(&mut rest);
        }
        now.statements.append(&mut rest);
        if is_unfilled(changes, table, one) {
            last.push(drop_of_mark(table, one));
            steps.later.extend(fill(table, one));
        }
        steps.later.extend(not_null(changes, table, one, last));
    }
    if steps.later.is_empty() {
        return None;
    }
    if !now.statements.is_empty() {
        steps.now.push(now);
    }
    Some(steps)
}

/// True if a check of both models says that there are no NULLs.
fn is_proved(changes: &Changes<'_>, table: &Table, one: &Column) -> bool {
    let before = changes.before(&table.name);
    let stays = before.is_some_and(|before| is_proved_not_null(before, &one.name));
    stays && is_proved_not_null(table, &one.name)
}

/// True if `is not null` means that there is a value. A row with a field that is NULL is not `is not null`.
fn has_plain_nulls(changes: &Changes<'_>, data_type: &DataType) -> bool {
    if data_type.built_in || data_type.array {
        return true;
    }
    let name = &data_type.name;
    let mut domains = changes.to.domains.iter();
    if let Some(domain) = domains.find(|domain| domain.name == *name) {
        return has_plain_nulls(changes, &domain.base);
    }
    let is_row = changes.to.composites.iter().any(|one| one.name == *name)
        || changes.to.table(name).is_some()
        || changes.to.view(name).is_some();
    !is_row
}

/// Proves that a column has no NULLs, and then forbids them with the last statements.
fn not_null(
    changes: &Changes<'_>,
    table: &Table,
    one: &Column,
    mut last: Vec<String>,
) -> Vec<Action> {
    let name = &table.name;
    let begin = joined(&name.name, &one.name);
    let check = Check {
        name: changes.names.free(&begin, "not_null_check"),
        expression: format!("{} is not null", quote::name(&one.name)),
        no_inherit: false,
        not_valid: true,
        not_enforced: false,
        comment: None,
    };
    let id = ObjectId::part(Kind::Constraint, name.clone(), check.name.as_str());
    let column = ObjectId::part(Kind::Column, name.clone(), one.name.as_str());
    let add = Action {
        produces: vec![id.clone()],
        requires: vec![column.clone()],
        ..Action::new(
            Verb::Create,
            id.clone(),
            vec![sql::constraint::add(name, Constraint::Check(&check))],
        )
    };
    last.push(sql::constraint::drop(name, &check.name));
    vec![
        add,
        constraint::validate(name, &check.name),
        after(&id, Verb::Alter, column, last),
    ]
}

/// A required column with a value of its own for each row.
pub(super) fn add(changes: &Changes<'_>, action: &Action) -> Option<Steps> {
    let table = changes.table(&action.object.name)?;
    let one = table.column(action.object.part.as_deref()?)?;
    let default = one.default.as_deref()?;
    let is_plain = action.statements.first() == Some(&column::add(&table.name, one));
    let has_own_rows = table.partition_by.is_none();
    if !is_plain
        || one.nullable
        || !has_own_rows
        || !is_ordered(&one.data_type)
        || !is_volatile(default, changes.to)
    {
        return None;
    }
    let empty = Column {
        nullable: true,
        default: None,
        ..one.clone()
    };
    let mut now = action.clone();
    let rest = now.statements.split_off(1);
    now.statements = vec![
        column::add(&table.name, &empty),
        column::alter(&table.name, &one.name, &format!("set default {default}")),
        mark(table, one),
    ];
    now.statements.extend(rest);
    let set = column::alter(&table.name, &one.name, SET_NOT_NULL);
    let mut later = fill(table, one);
    let last = vec![set, drop_of_mark(table, one)];
    later.extend(not_null(changes, table, one, last));
    Some(Steps {
        now: vec![now],
        later,
        instead: None,
    })
}

/// True for types that indexes can sort.
fn is_ordered(data_type: &DataType) -> bool {
    let name = data_type.name.name.as_str();
    let unordered = [
        "json", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle",
    ];
    data_type.built_in && !unordered.contains(&name)
}

fn unfilled_name(table: &Table, one: &Column) -> String {
    joined(&joined(&table.name.name, &one.name), UNFILLED)
}

/// Marks a column whose rows have no values yet, in the transaction that adds it: the next plan goes on with them.
fn mark(table: &Table, one: &Column) -> String {
    let check = Check {
        name: unfilled_name(table, one),
        expression: String::from("true"),
        no_inherit: false,
        not_valid: true,
        not_enforced: false,
        comment: None,
    };
    sql::constraint::add(&table.name, Constraint::Check(&check))
}

fn drop_of_mark(table: &Table, one: &Column) -> String {
    sql::constraint::drop(&table.name, &unfilled_name(table, one))
}

/// True if an interrupted plan has left the mark of the column.
fn is_unfilled(changes: &Changes<'_>, table: &Table, one: &Column) -> bool {
    let Some(before) = changes.before(&table.name) else {
        return false;
    };
    let name = unfilled_name(table, one);
    let is_empty = before.column(&one.name).is_some_and(|one| one.nullable) && !one.nullable;
    let is_marked = before.checks.iter().any(|check| check.name == name);
    is_empty && is_marked && one.default.is_some()
}

/// The mark of a column stays until its rows are filled.
pub(super) fn drop_mark(changes: &Changes<'_>, action: &Action) -> Option<Steps> {
    let table = changes.table(&action.object.name)?;
    let name = action.object.part.as_deref()?;
    let mut columns = table.columns.iter();
    let is_mark =
        columns.any(|one| name == unfilled_name(table, one) && is_unfilled(changes, table, one));
    is_mark.then(Steps::default)
}

/// The index by which batches find their rows.
pub(super) fn rows_to_fill(name: &str, on: IndexOn, filter: String) -> Index {
    Index {
        name: name.to_owned(),
        method: String::from("btree"),
        elements: vec![IndexElement {
            on,
            collate: None,
            operator_class: None,
            descending: false,
            nulls_first: None,
        }],
        include: Vec::new(),
        unique: false,
        nulls_not_distinct: false,
        with: [].into(),
        filter: Some(filter),
        invalid: false,
        comment: None,
    }
}

/// Gives the rows without a value the default. An index finds them, so that each batch is short.
fn fill(table: &Table, one: &Column) -> Vec<Action> {
    let name = unfilled_name(table, one);
    let (on, column) = (&table.name, quote::name(&one.name));
    let key = IndexOn::Column(one.name.clone());
    let rows = rows_to_fill(&name, key, format!("{column} is null"));
    let id = ObjectId::new(Kind::Index, on.beside(name.as_str()));
    let of_column = ObjectId::part(Kind::Column, on.clone(), one.name.as_str());
    let filled = stage(&of_column, "filled");
    // Without statistics, the server expects few rows, and sorts all of them for each batch.
    let analyze = format!("analyze {on} ({column})");
    let build = Action {
        produces: vec![id.clone()],
        requires: vec![of_column.clone()],
        transaction: Transaction::Outside,
        ..Action::new(
            Verb::Create,
            id.clone(),
            vec![
                index::create_concurrently(on, &rows, &name),
                analyze.clone(),
            ],
        )
    };
    let batch = format!(
        "update {on} set {column} = default\n\
         where {column} is null and ctid = any (array(\n    \
         select ctid from {on} where {column} is null order by {column} limit {BATCH} for no key update\n))"
    );
    let mut update = after(&id, Verb::Alter, of_column, vec![batch]);
    update.produces = vec![filled.clone()];
    let remove = after(
        &filled,
        Verb::Drop,
        id.clone(),
        vec![index::drop_concurrently(&id.name), analyze],
    );
    vec![
        build,
        run(Transaction::Batches, update),
        run(Transaction::Outside, remove),
    ]
}
