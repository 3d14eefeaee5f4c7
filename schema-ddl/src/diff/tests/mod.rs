//! Changes as SQL.

mod access;
mod default_privileges;
mod dependents;
mod enums;
mod routines;
mod tables;
mod types;
mod views;

use std::collections::BTreeMap;

use super::{Action, Cycle, Renames, diff};
use crate::model::{
    Check, Column, DataType, Domain, Enum, Kind, Model, Name, ObjectId, Policy, PolicyCommand,
    Routine, RoutineKind, Table, Trigger, View,
};

/// Returns the statements that turn a model into another one.
fn sql(from: &Model, to: &Model) -> Vec<String> {
    let actions = changes(from, to).unwrap();
    actions
        .into_iter()
        .flat_map(|action| action.statements)
        .collect()
}

fn changes(from: &Model, to: &Model) -> Result<Vec<Action>, Cycle> {
    diff(from, to, &Renames::default())
}

#[track_caller]
fn is(from: &Model, to: &Model, expected: &[&str]) {
    assert_eq!(sql(from, to), expected);
}

fn table(name: &str, columns: &[(&str, &str)]) -> Table {
    let columns = columns.iter();
    Table {
        columns: columns
            .map(|(name, data_type)| Column::new(*name, DataType::parse(data_type)))
            .collect(),
        ..Table::new(Name::new(name))
    }
}

fn view(name: &str, query: &str) -> View {
    View::new(Name::new(name), query)
}

fn enumeration(name: &str, labels: &[&str]) -> Enum {
    Enum {
        name: Name::new(name),
        labels: labels.iter().map(|label| (*label).to_owned()).collect(),
        comment: None,
    }
}

fn domain(name: &str, base: &str) -> Domain {
    Domain {
        name: Name::new(name),
        base: DataType::parse(base),
        collate: None,
        not_null: false,
        default: None,
        checks: vec![],
        comment: None,
    }
}

fn function(name: &str, arguments: &str, rest: &str) -> Routine {
    Routine {
        name: Name::new(name),
        arguments: arguments.to_owned(),
        kind: RoutineKind::Function,
        definition: format!("create or replace function {name}({arguments}) {rest}"),
        uses: vec![],
        comment: None,
    }
}

fn policy(name: &str, using: &str) -> Policy {
    Policy {
        name: name.to_owned(),
        permissive: true,
        command: PolicyCommand::All,
        roles: vec![],
        using: Some(using.to_owned()),
        with_check: None,
        comment: None,
    }
}

fn trigger(name: &str, definition: &str, function: &str) -> Trigger {
    Trigger {
        name: name.to_owned(),
        definition: definition.to_owned(),
        function: Some(Name::new(function)),
        disabled: false,
        comment: None,
    }
}

fn column_id(table: &str, column: &str) -> ObjectId {
    ObjectId::part(Kind::Column, Name::new(table), column)
}

fn check(name: &str, expression: &str) -> Check {
    Check {
        name: name.to_owned(),
        expression: expression.to_owned(),
        no_inherit: false,
        not_valid: false,
        not_enforced: false,
        comment: None,
    }
}
