use super::*;
use crate::model::{Enum, Generated};

fn orders() -> Table {
    table("t", "id bigint, status text, price numeric(10,2)")
}

fn generated(name: &str, expression: &str, stored: bool) -> Column {
    Column {
        generated: Some(Generated {
            expression: expression.into(),
            stored,
        }),
        ..column(name, "bigint")
    }
}

#[test]
fn columns_are_added_and_dropped() {
    let change = |to: &mut Table| {
        to.columns.remove(1);
        to.columns.push(Column {
            default: Some("0".into()),
            statistics: Some(500),
            comment: Some("from 1".into()),
            ..column("priority", "int")
        });
    };
    changes_one(
        &orders(),
        change,
        &[
            r#"alter table "t" drop column "status""#,
            r#"alter table "t" add column "priority" integer not null default 0"#,
            r#"alter table "t" alter column "priority" set statistics 500"#,
            r#"comment on column "t"."priority" is 'from 1'"#,
        ],
    );
}

#[test]
fn a_check_is_dropped_before_its_column() {
    let mut from = orders();
    from.checks = vec![check("positive", "price > 0")];
    let change = |to: &mut Table| {
        to.checks.clear();
        to.columns.remove(2);
    };
    changes_one(
        &from,
        change,
        &[
            r#"alter table "t" drop constraint "positive""#,
            r#"alter table "t" drop column "price""#,
        ],
    );
}

#[test]
fn a_default_and_not_null_are_set_and_dropped() {
    let mut from = orders();
    from.columns[0].default = Some("1".into());
    from.columns[1].nullable = true;
    let change = |to: &mut Table| {
        to.columns[0].default = None;
        to.columns[1].nullable = false;
        to.columns[1].default = Some("'new'::text".into());
        to.columns[2].nullable = true;
    };
    changes_one(
        &from,
        change,
        &[
            r#"alter table "t" alter column "id" drop default"#,
            r#"alter table "t" alter column "status" set not null"#,
            r#"alter table "t" alter column "status" set default 'new'::text"#,
            r#"alter table "t" alter column "price" drop not null"#,
        ],
    );
}

#[test]
fn a_type_that_only_gets_another_length_is_not_cast() {
    let mut from = table("t", "id bigint, code varchar(10)");
    from.columns[1].storage = Some("external".into());
    from.columns[1].default = Some("'a'::character varying".into());
    from.indexes = vec![index("t_expr", &[expression("lower((code)::text)")])];
    from.checks = vec![check("c", "(code)::text <> ''::text")];
    let change = |to: &mut Table| to.columns[1].data_type = DataType::parse("varchar(5)");
    changes_one(
        &from,
        change,
        &[
            r#"alter table "t" alter column "code" type varchar(5)"#,
            r#"alter table "t" alter column "code" set storage external"#,
        ],
    );
}

#[test]
fn another_type_takes_along_the_default_and_what_has_the_old_type() {
    let mut from = orders();
    from.columns[1].default = Some("'1'::text".into());
    from.indexes = vec![
        index("t_status", &[by("status")]),
        index("t_lower", &[expression("lower(status)")]),
        index("t_price", &[by("price")]),
    ];
    from.checks = vec![check("c", "status <> '2'::text")];
    let change = |to: &mut Table| {
        to.columns[1].data_type = DataType::parse("int");
        to.columns[1].default = Some("1".into());
        to.checks[0].expression = "status <> 2".into();
        to.indexes[1].elements[0].on = expression("(status + 1)");
    };
    changes_one(
        &from,
        change,
        &[
            r#"alter table "t" drop constraint "c""#,
            r#"drop index "t_lower""#,
            r#"alter table "t" alter column "status" drop default"#,
            r#"alter table "t" alter column "status" type integer using "status"::integer"#,
            r#"alter table "t" alter column "status" set default 1"#,
            r#"alter table "t" add constraint "c" check (status <> 2)"#,
            r#"create index "t_lower" on "t" (((status + 1)))"#,
        ],
    );
}

#[test]
fn an_equal_index_with_an_expression_is_created_again() {
    let mut from = table("t", "a text, b text");
    from.indexes = vec![
        Index {
            filter: Some("a is not null".into()),
            ..index("t_b", &[by("b")])
        },
        index("t_a", &[by("a")]),
    ];
    changes_one(
        &from,
        |to| to.columns[0].data_type = DataType::parse("jsonb"),
        &[
            r#"drop index "t_b""#,
            r#"alter table "t" alter column "a" type jsonb using "a"::jsonb"#,
            r#"create index "t_b" on "t" ("b") where a is not null"#,
        ],
    );
}

#[test]
fn a_generated_column_is_added_again_if_its_source_changes() {
    let mut from = table("t", "a int");
    from.columns.push(generated("b", "(a + 1)", true));
    from.indexes = vec![index("t_b", &[by("b")])];
    changes_one(
        &from,
        |to| to.columns[0].data_type = DataType::parse("bigint"),
        &[
            r#"drop index "t_b""#,
            r#"alter table "t" drop column "b""#,
            r#"alter table "t" alter column "a" type bigint"#,
            r#"alter table "t" add column "b" bigint not null generated always as ((a + 1)) stored"#,
            r#"create index "t_b" on "t" ("b")"#,
        ],
    );
}

#[test]
fn the_expression_of_a_generated_column_changes_in_place() {
    let mut from = table("t", "a bigint");
    from.columns.push(generated("b", "(a + 1)", true));
    from.columns.push(generated("c", "(a + 1)", false));
    let change = |to: &mut Table| {
        to.columns[1] = generated("b", "(a + 2)", true);
        to.columns[2] = generated("c", "(a + 2)", false);
    };
    let set_b = r#"alter table "t" alter column "b" set expression as ((a + 2))"#;
    changes_one(
        &from,
        change,
        &[
            set_b,
            r#"alter table "t" alter column "c" set expression as ((a + 2))"#,
        ],
    );
    // The server refuses it for a virtual column of a table with checks.
    from.checks = vec![check("a", "(a > 0)")];
    changes_one(
        &from,
        change,
        &[
            r#"alter table "t" drop column "c""#,
            set_b,
            r#"alter table "t" add column "c" bigint not null generated always as ((a + 2)) virtual"#,
        ],
    );
}

#[test]
fn a_stored_generated_column_becomes_a_plain_one_with_its_values() {
    let mut from = table("t", "a bigint");
    from.columns.push(generated("b", "(a + 1)", true));
    changes_one(
        &from,
        |to| to.columns[1].generated = None,
        &[r#"alter table "t" alter column "b" drop expression"#],
    );
}

#[test]
fn the_storage_of_a_column_changes() {
    let mut from = table("t", "a text, b text");
    from.columns[1].storage = Some("external".into());
    from.columns[1].compression = Some("lz4".into());
    from.columns[1].statistics = Some(10);
    from.columns[1].comment = Some("b".into());
    from.columns[1].collate = Some("\"C\"".into());
    let change = |to: &mut Table| {
        to.columns[0] = Column {
            collate: Some("\"C\"".into()),
            storage: Some("main".into()),
            compression: Some("pglz".into()),
            statistics: Some(5),
            ..column("a", "text")
        };
        to.columns[1].statistics = None;
        to.columns[1].storage = None;
        to.columns[1].compression = None;
        to.columns[1].comment = None;
    };
    changes_one(
        &from,
        change,
        &[
            r#"alter table "t" alter column "a" type text collate "C""#,
            r#"alter table "t" alter column "a" set storage main"#,
            r#"alter table "t" alter column "a" set compression pglz"#,
            r#"alter table "t" alter column "a" set statistics 5"#,
            r#"alter table "t" alter column "b" set storage default"#,
            r#"alter table "t" alter column "b" set compression default"#,
            r#"alter table "t" alter column "b" set statistics -1"#,
            r#"comment on column "t"."b" is null"#,
        ],
    );
}

#[test]
fn a_column_that_uses_a_dropped_type_changes_first() {
    let from = Model {
        enums: vec![Enum {
            name: Name::new("status"),
            labels: vec!["a".into()],
            comment: None,
        }],
        ..model(&[table("t", "s status")])
    };
    let to = model(&[table("t", "s text")]);
    let actions = diff(&from, &to, &Renames::default()).unwrap();
    let alter = &actions[0];
    assert_eq!(
        alter.statements,
        [r#"alter table "t" alter column "s" type text"#]
    );
    assert_eq!(actions[1].statements, [r#"drop type "status""#]);
    let of_type = crate::model::ObjectId::new(crate::model::Kind::Enum, Name::new("status"));
    assert!(alter.releases.contains(&of_type));
}
