//! Partitioned tables.

use schema_ddl::model::{
    AttachedIndex, Column, DataType, Deferrable, IndexOn, Model, Name, PartitionBy, PartitionOf,
    PartitionStrategy, PrimaryKey, Table,
};
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::indexes::index;
use super::{again, comment};

/// A partitioned table with some of its partitions, one of which can be partitioned as well.
pub(super) fn partitions(c: &mut Choices, old: &Model, model: &mut Model) {
    let before = old.table(&Name::new("days"));
    let present = match before {
        Some(_) => c.pick(
            "partitioned table",
            &["dropped", "present", "still present"],
            3,
        ),
        None => c.pick("new partitioned table", &["none", "present"], 2),
    };
    if !present.ends_with("present") {
        return;
    }
    let by_before = before.and_then(|table| table.partition_by.as_ref());
    let by = match by_before {
        // Another strategy needs another table.
        Some(by) if c.below(4) > 0 => by.clone(),
        _ => key(c),
    };
    let bounds = bounds(c, by.strategy);
    let mut days = Table {
        columns: columns(),
        partition_by: Some(by.clone()),
        comment: comment(c),
        ..Table::new(Name::new("days"))
    };
    let name = indexes(c, &mut days);
    let mut parts = Vec::new();
    for (name, bound) in bounds {
        let before = old
            .table(&Name::new(name))
            .filter(|_| by_before == Some(&by));
        let part = again(
            c,
            "partition",
            before,
            |before| before.columns == days.columns,
            |c| Table {
                columns: days.columns.clone(),
                partition_of: place(c, bound),
                ..Table::new(Name::new(name))
            },
        );
        parts.extend(part);
    }
    if let Some(part) = parts.first_mut() {
        part.partition_by = None;
        let index = name.filter(|_| part.partition_of.is_some());
        part.attached = name_of_index(c, part, index.as_deref());
    }
    let inner = parts.last_mut().and_then(|part| inner(c, part));
    model.tables.push(days);
    model.tables.extend(parts);
    model.tables.extend(inner);
}

/// The partitions of a table.
fn bounds(c: &mut Choices, strategy: PartitionStrategy) -> [(&'static str, &'static str); 2] {
    let is_wide = c.pick("bounds of a partition", &["usual", "wide"], 2) == "wide";
    match strategy {
        PartitionStrategy::Range if is_wide => [
            (
                "days_2025",
                "for values from ('2025-01-01') to ('2027-01-01')",
            ),
            ("days_other", "default"),
        ],
        PartitionStrategy::Range => [
            (
                "days_2025",
                "for values from ('2025-01-01') to ('2026-01-01')",
            ),
            ("days_other", "default"),
        ],
        PartitionStrategy::List if is_wide => [
            ("days_first", "for values in ('x1', 'x2', 'x3')"),
            ("days_other", "default"),
        ],
        PartitionStrategy::List => [
            ("days_first", "for values in ('x1', 'x2')"),
            ("days_other", "default"),
        ],
        PartitionStrategy::Hash => [
            ("days_even", "for values with (modulus 2, remainder 0)"),
            ("days_odd", "for values with (modulus 2, remainder 1)"),
        ],
    }
}

/// A table with the columns of partitions can be none.
fn place(c: &mut Choices, bound: &str) -> Option<PartitionOf> {
    choose!(c, "place of a partition";
        "in its table" => Some(PartitionOf {
            parent: Name::new("days"),
            bound: bound.to_owned(),
        }),
        "also in its table" => Some(PartitionOf {
            parent: Name::new("days"),
            bound: bound.to_owned(),
        }),
        "outside" => None,
        ;
    )
}

fn columns() -> Vec<Column> {
    let note = Column::new("note", DataType::parse("text"));
    vec![
        Column::new("day", DataType::parse("date")),
        Column::new("kind", DataType::parse("text")),
        Column {
            nullable: true,
            ..note
        },
    ]
}

fn key(c: &mut Choices) -> PartitionBy {
    let (strategy, key) = choose!(c, "partitions";
        "by range" => (PartitionStrategy::Range, "day"),
        "by list" => (PartitionStrategy::List, "kind"),
        "by hash" => (PartitionStrategy::Hash, "kind"),
        ;
    );
    PartitionBy {
        strategy,
        key: key.to_owned(),
    }
}

/// Adds indexes and a key to the partitioned table, and returns the name of an index.
fn indexes(c: &mut Choices, days: &mut Table) -> Option<String> {
    choose!(c, "key of a partitioned table";
        "no key" => (),
        "a key" => {
            let columns = ["day", "kind"].map(str::to_owned).to_vec();
            days.primary_key = Some(PrimaryKey {
                name: "days_pkey".to_owned(),
                columns,
                include: vec![],
                deferrable: Deferrable::No,
                comment: None,
            });
        },
        ;
    );
    choose!(c, "index of a partitioned table";
        "no index" => None,
        "an index" => {
            let on = c.one_of(&["note", "kind"]);
            let name = c.one_of(&["days_idx", "days_other_idx"]).to_owned();
            days.indexes.push(index(name.clone(), IndexOn::Column(on.to_owned())));
            Some(name)
        },
        ;
    )
}

/// The index of a partition can have a name of its own.
fn name_of_index(c: &mut Choices, part: &Table, index: Option<&str>) -> Vec<AttachedIndex> {
    let Some(index) = index else { return vec![] };
    choose!(c, "index of a partition";
        "the name of the server" => vec![],
        "a name" => vec![AttachedIndex {
            name: format!("{}_named", part.name.name),
            index: index.to_owned(),
            is_named: true,
        }],
        "the usual name of an index of another column" => vec![AttachedIndex {
            name: format!("{}_note_idx", part.name.name),
            index: index.to_owned(),
            is_named: true,
        }],
        ;
    )
}

/// Makes a partition that is partitioned as well, and returns its partition.
fn inner(c: &mut Choices, part: &mut Table) -> Option<Table> {
    part.partition_by = None;
    choose!(c, "partition of a partition";
        "no partition of a partition" => None,
        "a partition of a partition" => {
            part.partition_by = Some(PartitionBy {
                strategy: PartitionStrategy::Hash,
                key: "kind".to_owned(),
            });
            part.attached = vec![];
            Some(Table {
                columns: part.columns.clone(),
                partition_of: Some(PartitionOf {
                    parent: part.name.clone(),
                    bound: "for values with (modulus 1, remainder 0)".to_owned(),
                }),
                ..Table::new(part.name.beside("days_all".to_owned()))
            })
        },
        ;
    )
}
