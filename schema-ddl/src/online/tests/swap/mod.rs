//! Columns that take the place of others.

mod dangers;
mod parts;
mod refused;

use super::{changes, changes_one, check, index, model, steps, table};
use crate::model::{Column, DataType, Model, Name, Routine, RoutineKind, Table, Trigger};
use crate::online::OnlineOptions;

/// Gives the column `a` a type.
fn retyped(from: &Table, data_type: &str) -> Table {
    let mut to = from.clone();
    to.columns[0].data_type = DataType::parse(data_type);
    to
}

const BEGIN: [&str; 3] = [
    r#"alter table "t" add column "schema_swap_a" bigint"#,
    "create or replace function \"schema_swap_t.a\"() returns trigger language plpgsql as $$\nbegin\n    \
     if old.\"schema_swap_a\" is null and new.\"schema_swap_a\" is not null then\n        new := old;\n    end if;\n    \
     new.\"schema_swap_a\" := new.\"a\";\n    return new;\nend\n$$",
    "create or replace trigger \"~schema_swap_a\" before insert or update on \"t\" \
     for each row execute function \"schema_swap_t.a\"()",
];

const FILL: [&str; 7] = [
    "outside: create index concurrently \"schema_swap_t.a\" on \"t\" ((\"schema_swap_a\" is null)) \
     where \"schema_swap_a\" is null and \"a\" is not null",
    r#"outside: analyze "t" ("a", "schema_swap_a")"#,
    "batches: update \"t\" set \"schema_swap_a\" = \"a\"\n\
     where \"schema_swap_a\" is null and ctid = any (array(\n    \
     select ctid from \"t\" where \"schema_swap_a\" is null and \"a\" is not null \
     order by \"schema_swap_a\" is null limit 1000 for no key update\n))",
    r#"outside: drop index concurrently "schema_swap_t.a""#,
    r#"outside: analyze "t" ("a", "schema_swap_a")"#,
    "alter table \"t\" add constraint \"schema_swap_a.copied\" \
     check (\"schema_swap_a\" is not null or \"a\" is null) not valid",
    r#"alone: alter table "t" validate constraint "schema_swap_a.copied""#,
];

const END: [&str; 4] = [
    r#"alone: alter table "t" drop column "a""#,
    r#"alone: drop trigger "~schema_swap_a" on "t""#,
    r#"alone: drop function "schema_swap_t.a"()"#,
    r#"alone: alter table "t" rename column "schema_swap_a" to "a""#,
];

#[test]
fn another_column_is_filled_and_takes_the_place() {
    let from = table("t", "a integer, b text");
    let expected = [&BEGIN[..], &FILL, &END].concat();
    let to = retyped(&from, "bigint");
    changes(&[from], &[to], &expected);
}

#[test]
fn the_other_column_gets_all_properties() {
    let mut from = table("t", "a varchar(9)");
    from.columns[0].default = Some("'x'".into());
    from.columns[0].nullable = false;
    let mut to = retyped(&from, "jsonb");
    let column = &mut to.columns[0];
    column.default = Some("'{}'".into());
    column.comment = Some("c".into());
    column.statistics = Some(500);
    column.storage = Some("external".into());
    let all = steps(&model(&[from]), &model(&[to]), OnlineOptions::default());
    assert_eq!(
        all[0],
        r#"alter table "t" add column "schema_swap_a" jsonb storage external"#
    );
    assert!(
        all[1].contains(r#"new."schema_swap_a" := new."a"::jsonb;"#),
        "{}",
        all[1]
    );
    let batch = &all[5];
    assert!(
        batch.starts_with("batches: update \"t\" set \"schema_swap_a\" = \"a\"::jsonb\n"),
        "{batch}"
    );
    assert!(
        batch.contains(r#""a" is not null and "a"::jsonb is not null order by"#),
        "{batch}"
    );
    assert_eq!(
        all[8..],
        [
            r#"alter table "t" add constraint "schema_swap_a.copied" check ("schema_swap_a" is not null) not valid"#,
            r#"alone: alter table "t" validate constraint "schema_swap_a.copied""#,
            r#"alone: alter table "t" drop column "a""#,
            r#"alone: drop trigger "~schema_swap_a" on "t""#,
            r#"alone: drop function "schema_swap_t.a"()"#,
            r#"alone: alter table "t" rename column "schema_swap_a" to "a""#,
            r#"alone: alter table "t" alter column "a" set not null"#,
            r#"alone: alter table "t" drop constraint "schema_swap_a.copied""#,
            r#"alone: alter table "t" alter column "a" set default '{}'"#,
            r#"alone: alter table "t" alter column "a" set statistics 500"#,
            r#"alone: comment on column "t"."a" is 'c'"#,
        ]
    );
}

#[test]
fn all_sessions_convert_alike() {
    let from = table("t", "a timestamp");
    let to = retyped(&from, "timestamptz");
    let all = steps(&model(&[from]), &model(&[to]), OnlineOptions::default());
    let settings = "plpgsql set datestyle from current set intervalstyle from current \
                    set timezone from current as";
    assert!(all[1].contains(settings), "{}", all[1]);
}

#[test]
fn what_keeps_the_rows_stays_in_place() {
    changes_one(
        &table("t", "a varchar(9)"),
        |to| to.columns[0].data_type = DataType::parse("text"),
        &[r#"alter table "t" alter column "a" type text"#],
    );
}

/// The objects that an interrupted plan leaves behind for the column `a`.
fn left(data_type: &str) -> Model {
    let mut from = table("t", "a integer, b text");
    from.columns.push(Column {
        nullable: true,
        ..Column::new("schema_swap_a", DataType::parse(data_type))
    });
    from.triggers.push(trigger(
        "~schema_swap_a",
        "create trigger \"~schema_swap_a\" before insert or update on t \
         for each row execute function \"schema_swap_t.a\"()",
    ));
    from.triggers[0].function = Some(Name::new("schema_swap_t.a()"));
    let mut from = model(&[from]);
    from.routines.push(Routine {
        name: Name::new("schema_swap_t.a"),
        arguments: String::new(),
        kind: RoutineKind::Function,
        definition: "create or replace function \"schema_swap_t.a\"() returns trigger \
                     language plpgsql as ''"
            .into(),
        uses: vec![],
        comment: None,
    });
    from
}

#[test]
fn an_interrupted_run_goes_on() {
    let to = model(&[retyped(&table("t", "a integer, b text"), "bigint")]);
    let expected = [&BEGIN[1..], &FILL, &END].concat();
    let mut from = left("bigint");
    assert_eq!(steps(&from, &to, OnlineOptions::default()), expected);

    from.tables[0].checks.push(check(
        "schema_swap_a.copied",
        "schema_swap_a is not null or a is null",
    ));
    let mut rest = left_index("schema_swap_t.a");
    rest.filter = Some("schema_swap_a is null and a is not null".into());
    from.tables[0].indexes.push(rest);
    let dropped = [
        r#"alter table "t" drop constraint "schema_swap_a.copied""#,
        BEGIN[1],
        BEGIN[2],
        r#"outside: drop index concurrently "schema_swap_t.a""#,
    ];
    let expected = [&dropped[..], &FILL, &END].concat();
    assert_eq!(steps(&from, &to, OnlineOptions::default()), expected);
}

fn left_index(name: &str) -> crate::model::Index {
    index(name, "schema_swap_a")
}

#[test]
fn another_type_begins_again() {
    let to = model(&[retyped(&table("t", "a integer, b text"), "bigint")]);
    let all = steps(&left("numeric"), &to, OnlineOptions::default());
    let mut expected = vec![r#"alter table "t" drop column "schema_swap_a""#];
    expected.extend(BEGIN);
    assert_eq!(all[..4], expected);
}

fn trigger(name: &str, definition: &str) -> Trigger {
    Trigger {
        name: name.into(),
        definition: definition.into(),
        function: None,
        disabled: false,
        comment: None,
    }
}

#[test]
fn a_new_user_of_the_column_waits_for_it() {
    let from = table("t", "a integer, b text");
    let mut to = retyped(&from, "bigint");
    to.indexes.push(index("t_a_idx", "a"));
    let mut expected = [&BEGIN[..], &FILL, &END].concat();
    expected.push(r#"outside: create index concurrently "t_a_idx" on "t" ("a")"#);
    changes(&[from], &[to], &expected);
}
