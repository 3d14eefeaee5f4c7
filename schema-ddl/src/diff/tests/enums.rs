//! Changes of enums.

use super::*;
use crate::diff::Transaction;
use crate::model::{
    Action as ForeignKeyAction, Deferrable, ForeignKey, Index, IndexElement, IndexOn, Match,
};

fn enums(labels: &[&str]) -> Model {
    Model {
        enums: vec![enumeration("status", labels)],
        ..Model::default()
    }
}

#[test]
fn a_new_label_has_a_place() {
    is(
        &enums(&["b", "d"]),
        &enums(&["a", "b", "c", "d", "e"]),
        &[
            r#"alter type "status" add value 'a' before 'b'"#,
            r#"alter type "status" add value 'c' after 'b'"#,
            r#"alter type "status" add value 'e' after 'd'"#,
        ],
    );
    is(
        &enums(&[]),
        &enums(&["a"]),
        &[r#"alter type "status" add value 'a'"#],
    );
    is(
        &enums(&["a"]),
        &Model::default(),
        &[r#"drop type "status""#],
    );
}

fn orders(labels: &[&str], default: &str) -> Model {
    let mut orders = table("orders", &[("status", "status"), ("past", "status[]")]);
    orders.columns[0].default = Some(format!("'{default}'"));
    Model {
        tables: vec![orders],
        ..enums(labels)
    }
}

#[test]
fn a_new_label_is_committed_before_it_is_a_default() {
    let changes = changes(&orders(&["a"], "a"), &orders(&["a", "b"], "b")).unwrap();
    let statements: Vec<&str> = changes
        .iter()
        .map(|one| one.statements[0].as_str())
        .collect();
    assert_eq!(
        statements,
        [
            r#"alter type "status" add value 'b' after 'a'"#,
            r#"alter table "orders" alter column "status" set default 'b'"#,
        ]
    );
    assert_eq!(changes[0].transaction, Transaction::CommitAfter);
    assert_eq!(changes[1].transaction, Transaction::Inside);
}

#[test]
fn a_label_is_removed_by_a_new_type() {
    is(
        &orders(&["a", "b", "c"], "a"),
        &orders(&["b", "a"], "a"),
        &[
            r#"alter type "status" rename to "status__old""#,
            r#"create type "status" as enum ('b', 'a')"#,
            "alter table \"orders\" alter column \"status\" drop default, \
             alter column \"status\" type \"status\" using \"status\"::text::\"status\", \
             alter column \"status\" set default 'a', \
             alter column \"past\" type \"status\"[] using \"past\"::text[]::\"status\"[]",
            r#"drop type "status__old""#,
        ],
    );
}

#[test]
fn another_default_follows_a_new_type() {
    let statements = sql(&orders(&["a", "b"], "b"), &orders(&["c", "a"], "c"));
    assert!(statements[2].contains(r#"alter column "status" set default 'c'"#));
    assert_eq!(
        statements[3..],
        [
            r#"alter table "orders" alter column "status" set default 'c'"#,
            r#"drop type "status__old""#,
        ]
    );
}

#[test]
fn what_reads_a_new_type_is_created_after_it() {
    let with_view = |model: Model| Model {
        views: vec![view("paid", "select * from orders where status = 'a'")],
        routines: vec![function(
            "next",
            "status",
            "returns status language sql as 'select $1'",
        )],
        ..model
    };
    let statements = sql(
        &with_view(orders(&["a", "b"], "a")),
        &with_view(orders(&["a"], "a")),
    );
    let heads: Vec<String> = statements
        .iter()
        .map(|sql| sql.split(' ').take(3).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        heads,
        [
            "drop view \"paid\"",
            "drop function \"next\"(status)",
            "alter type \"status\"",
            "create type \"status\"",
            "alter table \"orders\"",
            "create or replace",
            "create view \"paid\"",
            "drop type \"status__old\"",
        ]
    );
}

#[test]
fn checks_indexes_and_defaults_follow_a_new_type() {
    let with_parts = |labels: &[&str]| {
        let mut model = orders(labels, "a");
        let orders = &mut model.tables[0];
        orders.columns.push(Column {
            default: Some(String::from("'a'::status::text")),
            ..Column::new("note", DataType::parse("text"))
        });
        orders.checks.push(check("open", "status <> 'a'"));
        orders.checks.push(check("other", "note <> ''"));
        model
    };
    let statements = sql(&with_parts(&["a", "b"]), &with_parts(&["a"]));
    assert_eq!(
        statements[0],
        r#"alter table "orders" drop constraint "open""#
    );
    assert_eq!(
        statements[1],
        r#"alter table "orders" alter column "note" drop default"#
    );
    assert_eq!(
        statements[2],
        r#"alter type "status" rename to "status__old""#
    );
    assert_eq!(
        statements[5..],
        [
            r#"alter table "orders" alter column "note" set default 'a'::status::text"#,
            r#"alter table "orders" add constraint "open" check (status <> 'a')"#,
            r#"drop type "status__old""#,
        ]
    );
}

#[test]
fn foreign_keys_and_partial_indexes_follow_a_new_type() {
    let model = |labels: &[&str]| {
        let mut model = orders(labels, "a");
        let orders = &mut model.tables[0];
        orders.foreign_keys.push(ForeignKey {
            name: String::from("fk"),
            columns: vec![String::from("status")],
            table: Name::new("states"),
            references: vec![String::from("id")],
            match_type: Match::Simple,
            on_delete: ForeignKeyAction::Cascade,
            on_delete_columns: vec![],
            on_update: ForeignKeyAction::NoAction,
            deferrable: Deferrable::No,
            not_valid: false,
            not_enforced: false,
            comment: Some(String::from("kept")),
        });
        let by = |name: &str, filter: Option<&str>| Index {
            name: name.to_owned(),
            method: String::from("btree"),
            elements: vec![IndexElement {
                on: IndexOn::Column(String::from("status")),
                collate: None,
                operator_class: None,
                descending: true,
                nulls_first: None,
            }],
            include: vec![],
            unique: false,
            nulls_not_distinct: false,
            with: BTreeMap::new(),
            filter: filter.map(str::to_owned),
            invalid: false,
            comment: None,
        };
        orders.indexes = vec![by("all", None), by("some", Some("status = 'a'"))];
        model.tables.push(table("states", &[("id", "status")]));
        model
    };
    is(
        &model(&["a", "b"]),
        &model(&["a"]),
        &[
            r#"alter table "orders" drop constraint "fk""#,
            r#"drop index "some""#,
            r#"alter type "status" rename to "status__old""#,
            r#"create type "status" as enum ('a')"#,
            "alter table \"orders\" alter column \"status\" drop default, \
             alter column \"status\" type \"status\" using \"status\"::text::\"status\", \
             alter column \"status\" set default 'a', \
             alter column \"past\" type \"status\"[] using \"past\"::text[]::\"status\"[]",
            r#"alter table "states" alter column "id" type "status" using "id"::text::"status""#,
            r#"create index "some" on "orders" ("status" desc) where status = 'a'"#,
            "alter table \"orders\" add constraint \"fk\" foreign key (\"status\") references \"states\" (\"id\") \
             on delete cascade",
            r#"comment on constraint "fk" on "orders" is 'kept'"#,
            r#"drop type "status__old""#,
        ],
    );
}

#[test]
fn partitions_follow_their_table() {
    let model = |labels: &[&str]| {
        let mut model = orders(labels, "a");
        model.tables[0]
            .columns
            .push(Column::new("id", DataType::parse("int")));
        let mut part = model.tables[0].clone();
        model.tables[0].partition_by = Some(crate::model::PartitionBy {
            strategy: crate::model::PartitionStrategy::List,
            key: String::from("id"),
        });
        part.name = Name::new("orders_1");
        part.columns[0].default = None;
        part.partition_of = Some(crate::model::PartitionOf {
            parent: Name::new("orders"),
            bound: String::from("default"),
        });
        model.tables.insert(0, part);
        model
    };
    let statements = sql(&model(&["a", "b"]), &model(&["a"]));
    assert!(
        statements[2].starts_with(r#"alter table "orders" alter column "status" drop default"#)
    );
    assert_eq!(
        statements[3],
        r#"alter table "orders_1" alter column "status" drop default"#
    );
    assert_eq!(statements[4], r#"drop type "status__old""#);
}
