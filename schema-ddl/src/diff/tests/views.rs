use super::*;
use crate::model::{Grant, Index, IndexElement, IndexOn, Privilege};

fn model(view: View) -> Model {
    Model {
        views: vec![view],
        ..Model::default()
    }
}

fn options(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    let pairs = pairs.iter();
    pairs
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
        .collect()
}

fn index(name: &str, column: &str) -> Index {
    Index {
        name: name.to_owned(),
        method: String::from("btree"),
        elements: vec![IndexElement {
            on: IndexOn::Column(column.to_owned()),
            collate: None,
            operator_class: None,
            descending: false,
            nulls_first: None,
        }],
        include: vec![],
        unique: true,
        nulls_not_distinct: false,
        with: BTreeMap::new(),
        filter: None,
        invalid: false,
        comment: None,
    }
}

#[test]
fn a_view_is_created_with_its_options_and_comment() {
    let totals = View {
        columns: vec![String::from("a"), String::from("b")],
        options: options(&[("security_invoker", "true"), ("security_barrier", "false")]),
        comment: Some(String::from("sums")),
        ..view("totals", "select 1, 2")
    };
    is(
        &Model::default(),
        &model(totals.clone()),
        &[
            "create view \"totals\" (\"a\", \"b\") with (security_barrier = false, security_invoker = true) as\n\
             select 1, 2",
            r#"comment on view "totals" is 'sums'"#,
        ],
    );
    is(
        &model(totals),
        &Model::default(),
        &[r#"drop view "totals""#],
    );
}

#[test]
fn columns_have_comments() {
    let commented = |comments: &[(&str, &str)]| {
        model(View {
            column_comments: options(comments),
            ..view("totals", "select 1 as a, 2 as b")
        })
    };
    is(
        &Model::default(),
        &commented(&[("a", "first")]),
        &[
            "create view \"totals\" as\nselect 1 as a, 2 as b",
            r#"comment on column "totals"."a" is 'first'"#,
        ],
    );
    is(
        &commented(&[("a", "first")]),
        &commented(&[("b", "second")]),
        &[
            r#"comment on column "totals"."a" is null"#,
            r#"comment on column "totals"."b" is 'second'"#,
        ],
    );
}

#[test]
fn a_view_without_data_is_the_same_after_its_refresh() {
    let stored = |no_data| {
        model(View {
            materialized: true,
            no_data,
            ..view("totals", "select 1 as a")
        })
    };
    is(
        &Model::default(),
        &stored(true),
        &["create materialized view \"totals\" as\nselect 1 as a\nwith no data"],
    );
    is(&stored(true), &stored(false), &[]);
}

#[test]
fn options_change_in_place() {
    let from = View {
        options: options(&[("security_barrier", "true")]),
        ..view("totals", "select 1")
    };
    let to = View {
        options: options(&[("security_invoker", "on")]),
        comment: Some(String::from("new")),
        ..view("totals", "select 1")
    };
    is(
        &model(from),
        &model(to),
        &[
            r#"alter view "totals" reset (security_barrier)"#,
            r#"alter view "totals" set (security_invoker = on)"#,
            r#"comment on view "totals" is 'new'"#,
        ],
    );
}

#[test]
fn a_changed_query_recreates_the_view_and_those_over_it() {
    let model = |query: &str| Model {
        tables: vec![table("orders", &[("id", "int")])],
        views: vec![
            view("c", "select * from b"),
            View {
                comment: Some(String::from("middle")),
                ..view("b", "select * from a")
            },
            view("a", query),
            view("other", "select id from orders"),
        ],
        grants: vec![Grant {
            on: ObjectId::new(Kind::View, Name::new("b")),
            role: String::from("reader"),
            privilege: Privilege::Select,
            grantable: false,
        }],
        ..Model::default()
    };
    is(
        &model("select id from orders"),
        &model("select id, 1 as one from orders"),
        &[
            r#"drop view "c""#,
            r#"drop view "b""#,
            r#"drop view "a""#,
            "create view \"a\" as\nselect id, 1 as one from orders",
            "create view \"b\" as\nselect * from a",
            r#"comment on view "b" is 'middle'"#,
            "create view \"c\" as\nselect * from b",
            r#"grant select on "b" to "reader""#,
        ],
    );
}

#[test]
fn a_view_over_a_view_over_a_column_is_recreated_when_the_type_changes() {
    let model = |data_type: &str| Model {
        tables: vec![table("orders", &[("id", data_type), ("note", "text")])],
        views: vec![
            view("top", "select count(*) from \"middle\""),
            View {
                materialized: true,
                indexes: vec![index("middle_id", "id")],
                ..view("middle", "select id from orders")
            },
            view("other", "select note from orders"),
        ],
        grants: vec![Grant {
            on: ObjectId::new(Kind::View, Name::new("top")),
            role: String::from("public"),
            privilege: Privilege::Select,
            grantable: false,
        }],
        ..Model::default()
    };
    let expected = [
        r#"drop view "top""#,
        r#"drop materialized view "middle""#,
        r#"alter table "orders" alter column "id" type bigint"#,
        r#"create materialized view "middle" as"#,
        r#"create unique index "middle_id" on "middle" ("id")"#,
        r#"create view "top" as"#,
        r#"grant select on "top" to public"#,
    ];
    let first_lines = |from: &Model, to: &Model| -> Vec<String> {
        let statements = sql(from, to).into_iter();
        statements
            .map(|sql| sql.lines().next().unwrap_or_default().to_owned())
            .collect()
    };
    let (from, to) = (model("int"), model("bigint"));
    assert_eq!(sorted_index(first_lines(&from, &to)), expected);

    // The same with what the server knows that they read.
    let known = |mut model: Model| {
        let read = ObjectId::new(Kind::MaterializedView, Name::new("middle"));
        model.views[0].reads = vec![read];
        model.views[1].reads = vec![column_id("orders", "id")];
        model.views[2].reads = vec![column_id("orders", "note")];
        model
    };
    assert_eq!(
        sorted_index(first_lines(&known(from), &known(to))),
        expected
    );
}

/// The index may be created at any time after its view.
fn sorted_index(mut statements: Vec<String>) -> Vec<String> {
    let is_index = |sql: &String| sql.starts_with("create unique index");
    let index = statements.iter().position(is_index).unwrap();
    let index = statements.remove(index);
    let view = statements
        .iter()
        .position(|sql| sql.starts_with("create mat"))
        .unwrap();
    statements.insert(view + 1, index);
    statements
}

#[test]
fn indexes_of_a_materialized_view_change_on_their_own() {
    let model = |indexes: Vec<Index>, options: BTreeMap<String, String>| {
        model(View {
            materialized: true,
            indexes,
            options,
            ..view("totals", "select 1 as a, 2 as b")
        })
    };
    is(
        &model(vec![index("a", "a"), index("b", "b")], options(&[])),
        &model(
            vec![index("b", "a"), index("c", "b")],
            options(&[("fillfactor", "70")]),
        ),
        &[
            r#"drop index "a""#,
            r#"drop index "b""#,
            r#"create unique index "b" on "totals" ("a")"#,
            r#"create unique index "c" on "totals" ("b")"#,
            r#"alter materialized view "totals" set (fillfactor = 70)"#,
        ],
    );
}

#[test]
fn a_view_can_become_a_materialized_view_or_a_table() {
    let plain = model(view("totals", "select 1 as a"));
    let stored = model(View {
        materialized: true,
        ..view("totals", "select 1 as a")
    });
    let as_table = Model {
        tables: vec![table("totals", &[("a", "int")])],
        ..Model::default()
    };
    is(
        &plain,
        &stored,
        &[
            r#"drop view "totals""#,
            "create materialized view \"totals\" as\nselect 1 as a",
        ],
    );
    is(
        &stored,
        &as_table,
        &[
            r#"drop materialized view "totals""#,
            "create table \"totals\" (\n    \"a\" integer not null\n)",
        ],
    );
    is(
        &as_table,
        &plain,
        &[
            r#"drop table "totals""#,
            "create view \"totals\" as\nselect 1 as a",
        ],
    );
}
