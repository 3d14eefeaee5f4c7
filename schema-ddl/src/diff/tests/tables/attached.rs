use super::*;
use crate::model::{
    AttachedIndex, PartitionBy, PartitionOf, PartitionStrategy, Sequence, SequenceOptions,
};

fn events() -> Table {
    Table {
        partition_by: Some(PartitionBy {
            strategy: PartitionStrategy::List,
            key: "kind".into(),
        }),
        ..table("events", "id bigint, kind text")
    }
}

fn indexed() -> Table {
    Table {
        indexes: vec![unique_index("by_kind")],
        ..events()
    }
}

fn unique_index(name: &str) -> Index {
    Index {
        unique: true,
        ..index(name, &[by("kind")])
    }
}

fn entry(name: &str, is_named: bool) -> AttachedIndex {
    AttachedIndex {
        name: name.into(),
        index: "by_kind".into(),
        is_named,
    }
}

fn partition(attached: &[AttachedIndex]) -> Table {
    Table {
        partition_of: Some(PartitionOf {
            parent: Name::new("events"),
            bound: "for values in ('a')".into(),
        }),
        attached: attached.to_vec(),
        ..table("e1", "id bigint, kind text")
    }
}

const ON_TABLE: &str = r#"create unique index "by_kind" on "events" ("kind")"#;
const ATTACH: &str = r#"alter table "events" attach partition "e1" for values in ('a')"#;

#[test]
fn an_index_with_a_name_precedes_that_of_the_table() {
    let usual = entry("e1_kind_idx", false);
    changes(
        &[events(), partition(&[])],
        &[indexed(), partition(&[usual])],
        &[ON_TABLE],
    );
    changes(
        &[events(), partition(&[])],
        &[indexed(), partition(&[entry("mine", true)])],
        &[r#"create unique index "mine" on "e1" ("kind")"#, ON_TABLE],
    );
    // With the index of the table, it goes.
    changes(
        &[indexed(), partition(&[entry("mine", true)])],
        &[events(), partition(&[])],
        &[r#"drop index "by_kind""#],
    );
}

#[test]
fn an_index_of_a_partition_is_renamed() {
    changes(
        &[indexed(), partition(&[entry("e1_kind_idx", false)])],
        &[indexed(), partition(&[entry("mine", true)])],
        &[r#"alter index "e1_kind_idx" rename to "mine""#],
    );
    // Two indexes do not exchange their names.
    let mut two = indexed();
    two.indexes.push(index("by_id", &[by("id")]));
    let other = |name: &str| AttachedIndex {
        index: "by_id".into(),
        ..entry(name, false)
    };
    changes(
        &[two.clone(), partition(&[entry("a", false), other("b")])],
        &[two, partition(&[entry("b", false), other("a")])],
        &[],
    );
    // A model that does not know the names accepts any.
    changes(
        &[indexed(), partition(&[entry("mine", true)])],
        &[indexed(), partition(&[])],
        &[],
    );
}

#[test]
fn a_new_partition_with_a_key_of_its_own_is_attached() {
    let mut one = partition(&[entry("e1_pkey", true)]);
    one.primary_key = Some(primary_key("e1_pkey", &["kind"]));
    let mut of = indexed();
    of.checks = vec![check("c", "id > 0")];
    changes(
        &[of.clone()],
        &[of, one],
        &[
            "create table \"e1\" (\n    \"id\" bigint not null,\n    \"kind\" text not null,\n    \
             constraint \"e1_pkey\" primary key (\"kind\"),\n    constraint \"c\" check (id > 0)\n)",
            ATTACH,
        ],
    );
}

#[test]
fn a_key_of_its_own_is_made_from_the_index() {
    let mut one = partition(&[entry("e1_pkey", true)]);
    one.primary_key = Some(primary_key("e1_pkey", &["kind"]));
    let before = partition(&[entry("e1_kind_idx", false)]);
    changes(
        &[indexed(), before.clone()],
        &[indexed(), one.clone()],
        &[r#"alter table "e1" add constraint "e1_pkey" primary key using index "e1_kind_idx""#],
    );
    changes(
        &[indexed(), one],
        &[indexed(), before],
        &[r#"drop index "by_kind" cascade"#, ON_TABLE],
    );
}

#[test]
fn a_table_keeps_its_indexes_when_it_leaves_or_joins() {
    let inside = partition(&[entry("mine", true)]);
    let alone = |indexes| Table {
        partition_of: None,
        attached: vec![],
        indexes,
        ..inside.clone()
    };
    let detach = r#"alter table "events" detach partition "e1""#;
    changes(
        &[indexed(), inside.clone()],
        &[indexed(), alone(vec![unique_index("mine")])],
        &[detach],
    );
    changes(
        &[indexed(), inside.clone()],
        &[indexed(), alone(vec![])],
        &[detach, r#"drop index "mine""#],
    );
    changes(
        &[indexed(), alone(vec![])],
        &[indexed(), inside.clone()],
        &[r#"create unique index "mine" on "e1" ("kind")"#, ATTACH],
    );
    changes(
        &[indexed(), alone(vec![unique_index("mine")])],
        &[indexed(), inside.clone()],
        &[ATTACH],
    );
}

#[test]
fn an_index_that_lacks_a_partition_takes_it() {
    let mut lacking = indexed();
    lacking.indexes[0].invalid = true;
    let mut outside = partition(&[]);
    outside.indexes = vec![unique_index("mine")];
    let attached = partition(&[entry("mine", true)]);
    changes(
        &[lacking.clone(), outside.clone()],
        &[indexed(), attached.clone()],
        &[r#"alter index "by_kind" attach partition "mine""#],
    );
    let mut keyed = events();
    keyed.primary_key = Some(primary_key("by_kind", &["kind"]));
    let mut with_index = partition(&[]);
    with_index.indexes = vec![unique_index("mine")];
    changes(
        &[keyed.clone(), partition(&[entry("mine", true)])],
        &[keyed, with_index],
        &[],
    );
    // There is no way back.
    changes(&[indexed(), attached], &[lacking, outside], &[]);
}

#[test]
fn a_partition_of_a_referenced_table_leaves_before_it_is_dropped() {
    let mut visits = table("visits", "kind text");
    visits.foreign_keys = vec![foreign_key("f", "kind", "events", "kind")];
    changes(
        &[indexed(), partition(&[]), visits.clone()],
        &[indexed(), visits],
        &[
            r#"alter table "events" detach partition "e1""#,
            r#"drop table "e1""#,
        ],
    );
}

#[test]
fn a_sequence_outlives_the_table_that_is_created_again() {
    let serial = |partition_by| {
        let mut table = Table {
            partition_by,
            ..table("events", "id bigint")
        };
        table.columns[0].default = Some("nextval('numbers'::regclass)".into());
        Model {
            sequences: vec![Sequence {
                name: Name::new("numbers"),
                data_type: DataType::parse("bigint"),
                options: SequenceOptions::default(),
                owned_by: Some((Name::new("events"), "id".into())),
                comment: None,
            }],
            ..model(&[table])
        }
    };
    assert_eq!(
        sql(
            &serial(events().partition_by),
            &serial(None),
            &Renames::default()
        ),
        [
            r#"alter sequence "numbers" owned by none"#,
            r#"drop table "events""#,
            "create table \"events\" (\n    \"id\" bigint not null default nextval('numbers'::regclass)\n)",
            r#"alter sequence "numbers" owned by "events"."id""#,
        ]
    );
}

#[test]
fn an_index_of_a_partition_that_leaves_does_not_go_with_that_of_the_table() {
    let alone = || Table {
        partition_of: None,
        ..partition(&[])
    };
    let from = [indexed(), partition(&[entry("e1_kind_idx", false)])];
    let detach = r#"alter table "events" detach partition "e1""#;
    let drop = r#"drop index "by_kind""#;
    changes(
        &from,
        &[events(), alone()],
        &[detach, drop, r#"drop index "e1_kind_idx""#],
    );
    let kept = Table {
        indexes: vec![unique_index("e1_kind_idx")],
        ..alone()
    };
    changes(&from, &[events(), kept], &[detach, drop]);
}
