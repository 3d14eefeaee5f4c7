//! Changes of tables as SQL.

mod attached;
mod column;
mod constraint;
mod identity;
mod partition;
mod renames;
mod table;

use crate::diff::{Renames, diff};
use crate::model::{
    Action, Check, Column, DataType, Deferrable, ForeignKey, Index, IndexElement, IndexOn, Match,
    Model, Name, PrimaryKey, Table, Unique,
};

fn column(name: &str, data_type: &str) -> Column {
    Column::new(name, DataType::parse(data_type))
}

/// A table with columns as in `id bigint, name text`.
fn table(name: &str, columns: &str) -> Table {
    let columns = columns.split(", ").filter_map(|one| one.split_once(' '));
    Table {
        columns: columns
            .map(|(name, data_type)| column(name, data_type))
            .collect(),
        ..Table::new(Name::new(name))
    }
}

fn primary_key(name: &str, columns: &[&str]) -> PrimaryKey {
    PrimaryKey {
        name: name.into(),
        columns: strings(columns),
        include: vec![],
        deferrable: Deferrable::No,
        comment: None,
    }
}

fn unique(name: &str, columns: &[&str]) -> Unique {
    Unique {
        name: name.into(),
        columns: strings(columns),
        include: vec![],
        nulls_not_distinct: false,
        deferrable: Deferrable::No,
        comment: None,
    }
}

fn check(name: &str, expression: &str) -> Check {
    Check {
        name: name.into(),
        expression: expression.into(),
        no_inherit: false,
        not_valid: false,
        not_enforced: false,
        comment: None,
    }
}

fn foreign_key(name: &str, column: &str, table: &str, references: &str) -> ForeignKey {
    ForeignKey {
        name: name.into(),
        columns: strings(&[column]),
        table: Name::new(table),
        references: strings(&[references]),
        match_type: Match::Simple,
        on_delete: Action::NoAction,
        on_delete_columns: vec![],
        on_update: Action::NoAction,
        deferrable: Deferrable::No,
        not_valid: false,
        not_enforced: false,
        comment: None,
    }
}

fn index(name: &str, on: &[IndexOn]) -> Index {
    let elements = on.iter().map(|on| IndexElement {
        on: on.clone(),
        collate: None,
        operator_class: None,
        descending: false,
        nulls_first: None,
    });
    Index {
        name: name.into(),
        method: "btree".into(),
        elements: elements.collect(),
        include: vec![],
        unique: false,
        nulls_not_distinct: false,
        with: [].into(),
        filter: None,
        invalid: false,
        comment: None,
    }
}

fn by(column: &str) -> IndexOn {
    IndexOn::Column(column.into())
}

fn expression(text: &str) -> IndexOn {
    IndexOn::Expression(text.into())
}

fn strings(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

fn model(tables: &[Table]) -> Model {
    Model {
        tables: tables.to_vec(),
        ..Model::default()
    }
}

fn sql(from: &Model, to: &Model, renames: &Renames) -> Vec<String> {
    let actions = diff(from, to, renames).unwrap();
    actions.into_iter().flat_map(|one| one.statements).collect()
}

/// Asserts the statements between two sets of tables.
#[track_caller]
fn changes(from: &[Table], to: &[Table], expected: &[&str]) {
    let statements = sql(&model(from), &model(to), &Renames::default());
    assert_eq!(statements, expected);
}

/// Asserts the statements between a table and a changed one.
#[track_caller]
fn changes_one(from: &Table, change: impl FnOnce(&mut Table), expected: &[&str]) {
    let mut to = from.clone();
    change(&mut to);
    changes(std::slice::from_ref(from), &[to], expected);
}
