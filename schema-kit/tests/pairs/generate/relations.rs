//! Foreign keys and partitions.

use schema_ddl::model::{
    Action, Column, DataType, Deferrable, ForeignKey, Match, Model, Name, PartitionBy, PartitionOf,
    PartitionStrategy, Table,
};
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::comment;

/// Adds a column and a foreign key to the tables that reference another one, or themselves.
pub(super) fn foreign_keys(c: &mut Choices, old: &Model, model: &mut Model) {
    let names: Vec<Name> = model
        .tables
        .iter()
        .map(|table| table.name.clone())
        .collect();
    for table in &mut model.tables {
        let target = names[c.index(names.len())].clone();
        let actions = [Action::NoAction, Action::Cascade, Action::SetNull];
        let key = choose!(c, "foreign key";
            "no foreign key" => continue,
            "a foreign key" => ForeignKey {
                name: format!("{}_ref_fkey", table.name.name),
                columns: vec!["ref".to_owned()],
                table: target,
                references: vec!["id".to_owned()],
                match_type: Match::Simple,
                on_delete: c.one_of(&actions),
                on_delete_columns: vec![],
                on_update: Action::NoAction,
                deferrable: c.one_of(&[Deferrable::No, Deferrable::InitiallyImmediate, Deferrable::InitiallyDeferred]),
                not_valid: c.flag(),
                not_enforced: false,
                comment: None,
            },
            ;
        );
        let kept = old
            .table(&table.name)
            .and_then(|before| before.foreign_keys.first());
        let kept = kept.filter(|kept| c.flag() && names.contains(&kept.table));
        table.foreign_keys.push(kept.cloned().unwrap_or(key));
        table.columns.push(Column {
            nullable: true,
            ..Column::new("ref", DataType::parse("bigint"))
        });
    }
}

/// A partitioned table with up to two partitions.
pub(super) fn partitions(c: &mut Choices, old: &Model, model: &mut Model) {
    let before = old.table(&Name::new("days"));
    let present = c.pick("partitioned table", &["none", "present"], 2) == "present";
    if !present {
        return;
    }
    let days = Table {
        columns: vec![
            Column::new("day", DataType::parse("date")),
            Column {
                nullable: true,
                ..Column::new("note", DataType::parse("text"))
            },
        ],
        partition_by: Some(
            before
                .and_then(|table| table.partition_by.clone())
                .unwrap_or(PartitionBy {
                    strategy: PartitionStrategy::Range,
                    key: "day".to_owned(),
                }),
        ),
        comment: comment(c),
        ..Table::new(Name::new("days"))
    };
    let columns = days.columns.clone();
    model.tables.push(days);
    let bounds = [
        (
            "days_2025",
            "for values from ('2025-01-01') to ('2026-01-01')",
        ),
        ("days_other", "default"),
    ];
    for (name, bound) in bounds {
        if c.flag() {
            model.tables.push(Table {
                columns: columns.clone(),
                partition_of: Some(PartitionOf {
                    parent: Name::new("days"),
                    bound: bound.to_owned(),
                }),
                ..Table::new(Name::new(name))
            });
        }
    }
}
