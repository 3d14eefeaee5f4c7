use super::*;
use crate::model::{PartitionBy, PartitionOf, PartitionStrategy};

fn events() -> Table {
    Table {
        partition_by: Some(PartitionBy {
            strategy: PartitionStrategy::Range,
            key: "id".into(),
        }),
        primary_key: Some(primary_key("events_pkey", &["id"])),
        ..table("events", "id bigint, kind text")
    }
}

fn partition(name: &str, from: u32, to: u32) -> Table {
    Table {
        partition_of: Some(PartitionOf {
            parent: Name::new("events"),
            bound: format!("for values from ({from}) to ({to})"),
        }),
        primary_key: Some(primary_key(&format!("{name}_pkey"), &["id"])),
        ..table(name, "id bigint, kind text")
    }
}

#[test]
fn partitions_are_created_with_what_they_do_not_inherit() {
    let mut one = partition("e1", 1, 10);
    one.columns[1].default = Some("'x'::text".into());
    one.checks = vec![check("e1_check", "(id <> 5)")];
    changes(
        &[],
        &[one, events()],
        &[
            "create table \"events\" (\n    \"id\" bigint not null,\n    \"kind\" text not null,\n    \
             constraint \"events_pkey\" primary key (\"id\")\n) partition by range (id)",
            "create table \"e1\" partition of \"events\" (\n    constraint \"e1_check\" check ((id <> 5))\n) \
             for values from (1) to (10)",
            r#"alter table "e1" alter column "kind" set default 'x'::text"#,
        ],
    );
}

#[test]
fn a_change_of_the_table_changes_its_partitions() {
    let mut one = partition("e1", 1, 10);
    one.columns[1].default = Some("'x'::text".into());
    let (mut new, mut new_one) = (events(), one.clone());
    for table in [&mut new, &mut new_one] {
        table.columns[1].nullable = true;
        table.columns.push(column("more", "text"));
    }
    new.columns[1].default = Some("'y'::text".into());
    new.indexes = vec![index("events_kind_idx", &[by("kind")])];
    new_one.indexes = vec![index("e1_kind_idx", &[by("kind")])];
    changes(
        &[events(), one],
        &[new, new_one],
        &[
            r#"alter table "events" alter column "kind" drop not null"#,
            r#"alter table "events" alter column "kind" set default 'y'::text"#,
            r#"alter table "events" add column "more" text not null"#,
            r#"alter table "e1" alter column "kind" set default 'x'::text"#,
            r#"create index "events_kind_idx" on "events" ("kind")"#,
        ],
    );
}

#[test]
fn tables_are_attached_and_detached() {
    let mut alone = partition("e1", 1, 10);
    alone.partition_of = None;
    let attach = r#"alter table "events" attach partition "e1" for values from (1) to (10)"#;
    let detach = r#"alter table "events" detach partition "e1""#;
    changes(
        &[events(), alone.clone()],
        &[events(), partition("e1", 1, 10)],
        &[attach],
    );
    changes(
        &[events(), partition("e1", 1, 10)],
        &[events(), alone.clone()],
        &[detach],
    );
    changes(
        &[events(), partition("e1", 1, 10)],
        &[alone],
        &[detach, r#"drop table "events""#],
    );
}

#[test]
fn partitions_that_leave_make_room_for_those_that_come() {
    changes(
        &[
            events(),
            partition("a", 1, 5),
            partition("b", 5, 9),
            partition("c", 9, 12),
        ],
        &[
            events(),
            partition("a", 5, 9),
            partition("b", 1, 5),
            partition("d", 9, 20),
        ],
        &[
            r#"drop table "c""#,
            r#"alter table "events" detach partition "a""#,
            r#"alter table "events" detach partition "b""#,
            r#"create table "d" partition of "events" for values from (9) to (20)"#,
            r#"alter table "events" attach partition "a" for values from (5) to (9)"#,
            r#"alter table "events" attach partition "b" for values from (1) to (5)"#,
        ],
    );
}

#[test]
fn a_partition_with_another_bound_follows_the_columns_of_its_table() {
    let size = Column::new("size", DataType::parse("integer"));
    let mut to = [events(), partition("a", 1, 9)];
    for table in &mut to {
        table.columns.retain(|column| column.name != "kind");
        table.columns.push(size.clone());
    }
    changes(
        &[events(), partition("a", 1, 5)],
        &to,
        &[
            r#"alter table "events" drop column "kind""#,
            r#"alter table "events" add column "size" integer not null"#,
            r#"alter table "events" detach partition "a""#,
            r#"alter table "events" attach partition "a" for values from (1) to (9)"#,
        ],
    );
}

#[test]
fn a_table_with_another_key_is_created_again_with_its_partitions() {
    let mut new = events();
    new.partition_by = None;
    changes(
        &[events(), partition("a", 1, 5)],
        &[new],
        &[
            r#"drop table "a""#,
            r#"drop table "events""#,
            "create table \"events\" (\n    \"id\" bigint not null,\n    \"kind\" text not null,\n    \
             constraint \"events_pkey\" primary key (\"id\")\n)",
        ],
    );
}
