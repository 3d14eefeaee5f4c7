//! The exact steps of each recipe.

mod column;
mod constraint;
mod index;
mod order;
mod swap;

use super::{OnlineOptions, online};
use crate::diff::{Action, Renames, Transaction, diff, sort};
use crate::model::{
    Action as Referential, Check, Column, DataType, Deferrable, ForeignKey, Index, IndexElement,
    IndexOn, Match, Model, Name, PartitionBy, PartitionOf, PartitionStrategy, PrimaryKey, Table,
    Unique,
};

/// A table with nullable columns as in `id bigint, name text`.
fn table(name: &str, columns: &str) -> Table {
    let columns = columns.split(", ").filter_map(|one| one.split_once(' '));
    Table {
        columns: columns
            .map(|(name, data_type)| Column {
                nullable: true,
                ..Column::new(name, DataType::parse(data_type))
            })
            .collect(),
        ..Table::new(Name::new(name))
    }
}

/// A table by ranges of `id`, with two partitions.
fn partitioned(name: &str, columns: &str) -> Vec<Table> {
    let whole = Table {
        partition_by: Some(PartitionBy {
            strategy: PartitionStrategy::Range,
            key: "\"id\"".into(),
        }),
        ..table(name, columns)
    };
    let part = |end: &str, bound: &str| Table {
        name: Name::new(format!("{name}_{end}")),
        partition_by: None,
        partition_of: Some(PartitionOf {
            parent: Name::new(name),
            bound: bound.into(),
        }),
        ..whole.clone()
    };
    let (first, rest) = (
        part("1", "for values from (0) to (10)"),
        part("2", "default"),
    );
    vec![whole, first, rest]
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

fn index(name: &str, column: &str) -> Index {
    Index {
        name: name.into(),
        method: "btree".into(),
        elements: vec![IndexElement {
            on: IndexOn::Column(column.into()),
            collate: None,
            operator_class: None,
            descending: false,
            nulls_first: None,
        }],
        include: vec![],
        unique: false,
        nulls_not_distinct: false,
        with: [].into(),
        filter: None,
        invalid: false,
        comment: None,
    }
}

fn primary_key(name: &str, column: &str) -> PrimaryKey {
    PrimaryKey {
        name: name.into(),
        columns: vec![column.into()],
        include: vec![],
        deferrable: Deferrable::No,
        comment: None,
    }
}

fn unique(name: &str, column: &str) -> Unique {
    Unique {
        name: name.into(),
        columns: vec![column.into()],
        include: vec![],
        nulls_not_distinct: false,
        deferrable: Deferrable::No,
        comment: None,
    }
}

fn foreign_key(name: &str, column: &str, to: &str) -> ForeignKey {
    ForeignKey {
        name: name.into(),
        columns: vec![column.into()],
        table: Name::new(to),
        references: vec!["id".into()],
        match_type: Match::Simple,
        on_delete: Referential::NoAction,
        on_delete_columns: vec![],
        on_update: Referential::NoAction,
        deferrable: Deferrable::No,
        not_valid: false,
        not_enforced: false,
        comment: None,
    }
}

fn model(tables: &[Table]) -> Model {
    Model {
        tables: tables.to_vec(),
        ..Model::default()
    }
}

#[expect(clippy::needless_pass_by_value, reason = "a test makes its options")]
fn actions(from: &Model, to: &Model, options: OnlineOptions) -> Vec<Action> {
    let plain = diff(from, to, &Renames::default()).unwrap();
    online(&plain, from, to, &options)
}

/// Returns the statements with the words for their transactions, and checks their order.
fn steps(from: &Model, to: &Model, options: OnlineOptions) -> Vec<String> {
    let actions = actions(from, to, options);
    for (at, then) in actions.iter().enumerate() {
        for first in &actions[at + 1..] {
            assert!(
                !super::queue::depends(first, then) || first.object == then.object,
                "{:?} must be before {:?}",
                first.statements,
                then.statements
            );
        }
    }
    let sorted = sort(actions.clone()).unwrap();
    assert_eq!(sorted.len(), actions.len());
    let step = |transaction: Transaction, sql: &String| {
        let word = match transaction {
            Transaction::Inside | Transaction::CommitAfter => "",
            Transaction::Alone => "alone: ",
            Transaction::Batches => "batches: ",
            Transaction::Outside => "outside: ",
        };
        format!("{word}{sql}")
    };
    let all = actions.iter();
    all.flat_map(|one| one.statements.iter().map(|sql| step(one.transaction, sql)))
        .collect()
}

/// Asserts the steps between two sets of tables.
#[track_caller]
fn changes(from: &[Table], to: &[Table], expected: &[&str]) {
    let steps = steps(&model(from), &model(to), OnlineOptions::default());
    assert_eq!(steps, expected);
}

/// Asserts the steps between a table and a changed one.
#[track_caller]
fn changes_one(from: &Table, change: impl FnOnce(&mut Table), expected: &[&str]) {
    let mut to = from.clone();
    change(&mut to);
    changes(std::slice::from_ref(from), &[to], expected);
}
