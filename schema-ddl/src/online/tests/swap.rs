//! Columns that take the place of others.

use super::{
    changes, changes_one, check, foreign_key, index, model, primary_key, steps, table, unique,
};
use crate::diff::{Renames, diff};
use crate::hazard::{LintOptions, Rule, ScriptStatement, lint};
use crate::model::{
    Column, DataType, Deferrable, Domain, Exclusion, ExclusionElement, Generated, Grant, Identity,
    IndexOn, Kind, Model, Name, ObjectId, Privilege, RowSecurity, SequenceOptions, Table, Trigger,
    Unique, View,
};
use crate::online::{FixedColumn, OnlineOptions, rewritten};

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

const END: [&str; 5] = [
    r#"alone: alter table "t" drop constraint "schema_swap_a.copied""#,
    r#"alone: alter table "t" drop column "a""#,
    r#"alone: drop trigger "~schema_swap_a" on "t""#,
    r#"alone: drop function "schema_swap_t.a"()"#,
    r#"alone: alter table "t" rename column "schema_swap_a" to "a""#,
];

#[test]
fn another_column_is_filled_and_takes_the_place() {
    let from = table("t", "a integer, b text");
    let expected = [&BEGIN[..], &FILL, &END].concat();
    changes(&[from.clone()], &[retyped(&from, "bigint")], &expected);
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

/// What an interrupted plan leaves of the column `a`.
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
    from.routines.push(crate::model::Routine {
        name: Name::new("schema_swap_t.a"),
        arguments: String::new(),
        kind: crate::model::RoutineKind::Function,
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
        r#"drop index "schema_swap_t.a""#,
        BEGIN[1],
        BEGIN[2],
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

/// Asserts the dangers of a plan, online or not.
fn dangers(from: &Model, to: &Model, is_online: bool) -> Vec<(Rule, String)> {
    let mut actions = diff(from, to, &Renames::default()).unwrap();
    if is_online {
        actions = super::actions(from, to, OnlineOptions::default());
    }
    let statements = actions.iter().enumerate();
    let script: Vec<ScriptStatement<'_>> = statements
        .flat_map(|(at, action)| {
            action.statements.iter().map(move |sql| ScriptStatement {
                sql,
                transaction: Some(at),
            })
        })
        .filter(|one| !one.sql.contains("concurrently"))
        .collect();
    let found = lint(&script, from, &LintOptions::default());
    found
        .into_iter()
        .map(|(_, one)| (one.rule, one.message))
        .filter(|(rule, _)| *rule != Rule::ShortLock)
        .collect()
}

#[test]
fn nothing_is_lost_and_programs_may_fail() {
    let from = Table {
        columns: vec![Column::new("a", DataType::parse("integer"))],
        ..Table::new(Name::new("t"))
    };
    let to = retyped(&from, "bigint");
    let (from, to) = (model(&[from]), model(&[to]));
    let rules: Vec<Rule> = dangers(&from, &to, true)
        .into_iter()
        .map(|one| one.0)
        .collect();
    assert_eq!(
        rules,
        [
            Rule::Trigger,
            Rule::ValidateConstraint,
            Rule::TypeChanged,
            Rule::Trigger
        ]
    );
}

#[test]
fn values_that_are_rounded_or_do_not_fit_are_named() {
    let from = table("t", "a numeric(12,2)");
    let to = retyped(&from, "integer");
    let found = dangers(&model(&[from]), &model(&[to]), true);
    let of = |rule| {
        found
            .iter()
            .find(|one| one.0 == rule)
            .map(|one| one.1.as_str())
    };
    assert_eq!(
        of(Rule::LossyType),
        Some(r#"Values of "a" in "t" are cut to fit integer."#)
    );
    assert_eq!(
        of(Rule::CastFails),
        Some(
            "It fails later if a value of \"a\" in \"t\" cannot be converted to integer, \
             and from now on programs fail that write such a value."
        )
    );
    assert_eq!(of(Rule::DropColumn), None);
}

/// Without a plan that goes on, the copy is dropped: its values are those of the first column.
#[test]
fn what_is_left_is_dropped_without_a_loss() {
    let to = model(&[table("t", "a integer, b text")]);
    let plain = diff(&left("bigint"), &to, &Renames::default()).unwrap();
    let statements: Vec<&str> = plain
        .iter()
        .flat_map(|one| &one.statements)
        .map(String::as_str)
        .collect();
    assert_eq!(
        statements,
        [
            r#"drop trigger "~schema_swap_a" on "t""#,
            r#"alter table "t" drop column "schema_swap_a""#,
            r#"drop function "schema_swap_t.a"()"#,
        ]
    );
    let found = dangers(&left("bigint"), &to, false);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, Rule::Trigger);
}

/// Without the trigger, nobody knows whether the values are copies.
#[test]
fn a_column_with_such_a_name_is_not_a_copy() {
    let from = table("t", "a integer, schema_swap_a bigint");
    let to = table("t", "a integer");
    let found = dangers(&model(&[from]), &model(&[to]), false);
    assert_eq!(found[0].0, Rule::DropColumn);
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

/// Asserts the reason for which the column `a` is changed at once.
#[track_caller]
fn refused(change: impl Fn(&mut Model), reason: &str) {
    let mut from = model(&[table("t", "a integer, b text"), table("u", "id integer")]);
    change(&mut from);
    let mut to = from.clone();
    to.tables[0].columns[0].data_type = DataType::parse("bigint");
    let options = OnlineOptions {
        fixed: vec![FixedColumn {
            table: Name::new("t"),
            column: "a".into(),
            reason: "a statistics object uses it".into(),
        }],
        ..OnlineOptions::default()
    };
    let actions = diff(&from, &to, &Renames::default()).unwrap();
    let found = rewritten(&actions, &from, &to, &options);
    let of_column = found.iter().find(|(id, _)| id.part.as_deref() == Some("a"));
    assert_eq!(of_column.map(|one| one.1.as_str()), Some(reason));
    let direct = actions.iter().flat_map(|one| &one.statements);
    let direct: Vec<&String> = direct.filter(|sql| sql.contains("type bigint")).collect();
    let all = super::super::online(&actions, &from, &to, &options);
    let all: Vec<&String> = all.iter().flat_map(|one| &one.statements).collect();
    assert!(direct.iter().all(|sql| all.contains(sql)), "{all:?}");
}

#[test]
fn a_column_that_others_depend_on_is_changed_at_once() {
    refused(|_| {}, "a statistics object uses it");
    refused(
        |it| it.tables[0].primary_key = Some(primary_key("t_pkey", "a")),
        "it is in the primary key",
    );
    refused(
        |it| {
            it.tables[0].uniques.push(Unique {
                include: vec!["a".into()],
                ..unique("u", "id")
            });
            it.tables[0]
                .columns
                .push(Column::new("id", DataType::parse("integer")));
            it.tables[1].foreign_keys.push(foreign_key("f", "id", "t"));
        },
        "constraint \"u\" of \"t\" includes it, and a foreign key may need that",
    );
    refused(
        |it| {
            let mut key = foreign_key("f", "id", "t");
            key.references = vec!["a".into()];
            it.tables[1].foreign_keys.push(key);
        },
        "a foreign key of \"u\" references it",
    );
    refused(
        |it| {
            it.tables[0].columns[0].identity = Some(Identity {
                always: true,
                sequence: SequenceOptions::default(),
            });
        },
        "it is an identity column",
    );
    refused(
        |it| {
            it.tables[0].columns.push(Column {
                nullable: true,
                generated: Some(Generated {
                    expression: "a + 1".into(),
                    stored: true,
                }),
                ..Column::new("c", DataType::parse("bigint"))
            });
        },
        "column \"c\" of \"t\" is computed from it",
    );
    refused(
        |it| it.views.push(View::new(Name::new("v"), "select a from t")),
        "view \"v\" uses it",
    );
    refused(
        |it| it.tables[0].row_security = RowSecurity::Forced,
        "policies apply to the owner of its table",
    );
    refused(
        |it| {
            it.grants.push(Grant {
                on: ObjectId::part(Kind::Column, Name::new("t"), "a"),
                role: "r".into(),
                privilege: Privilege::Select,
                grantable: false,
            });
        },
        "roles have privileges on it",
    );
    refused(
        |it| {
            it.tables[1].columns.push(Column::new(
                "whole",
                DataType {
                    name: Name::new("t"),
                    ..DataType::parse("t")
                },
            ));
        },
        "another column contains rows of its table",
    );
}

#[test]
fn the_fill_must_not_have_the_effects_of_other_triggers() {
    let log = "create trigger log after insert or update on t for each row execute function log()";
    refused(
        |it| it.tables[0].triggers.push(trigger("log", log)),
        "trigger \"log\" of \"t\" fires when the rows are filled",
    );
    let late = "create trigger \"~~late\" before insert on t for each row execute function late()";
    refused(
        |it| it.tables[0].triggers.push(trigger("~~late", late)),
        "trigger \"~~late\" of \"t\" could change it after it is copied",
    );
    let touch = "create trigger schema_touch_b before update on t for each row \
                 execute function schema_touch_b()";
    let mut from = table("t", "a integer");
    from.triggers.push(trigger("schema_touch_b", touch));
    from.triggers.push(trigger(
        "other",
        "create trigger other after update of b on t for each row execute function log()",
    ));
    let to = retyped(&from, "bigint");
    let all = steps(&model(&[from]), &model(&[to]), OnlineOptions::default());
    assert_eq!(all[..3], BEGIN);
}

#[test]
fn a_domain_with_a_check_is_changed_at_once() {
    let from = model(&[table("t", "a integer")]);
    let mut to = model(&[retyped(&table("t", "a integer"), "amount")]);
    to.domains.push(Domain {
        name: Name::new("amount"),
        base: DataType::parse("bigint"),
        collate: None,
        not_null: false,
        default: None,
        checks: vec![check("c", "value > 0")],
        comment: None,
    });
    let actions = diff(&from, &to, &Renames::default()).unwrap();
    let found = rewritten(&actions, &from, &to, &OnlineOptions::default());
    assert_eq!(found[0].1, "\"amount\" has constraints or a default");
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

/// A table whose column `a` has one part of each kind.
fn with_parts() -> Table {
    let mut of_two = index("t_b_a_idx", "b");
    of_two.elements.push(index("", "a").elements.remove(0));
    of_two.comment = Some("i".into());
    let mut partial = index("t_b_idx", "b");
    partial.filter = Some("a > 0".into());
    Table {
        indexes: vec![of_two, partial],
        uniques: vec![unique("t_a_key", "a")],
        checks: vec![check("t_a_check", "a > 0"), check("t_b_check", "b <> ''")],
        foreign_keys: vec![foreign_key("t_a_fkey", "a", "u")],
        ..table("t", "a integer, b text")
    }
}

#[test]
fn indexes_and_constraints_are_made_on_the_other_column() {
    let from = [with_parts(), table("u", "id integer")];
    let to = [retyped(&from[0], "bigint"), from[1].clone()];
    let parts = [
        r#"outside: create index concurrently "schema_swap_t_b_a_idx" on "t" ("b", "schema_swap_a")"#,
        r#"outside: create index concurrently "schema_swap_t_b_idx" on "t" ("b") where schema_swap_a > 0"#,
        r#"outside: create unique index concurrently "schema_swap_t_a_key" on "t" ("schema_swap_a")"#,
        r#"alter table "t" add constraint "schema_swap_t_a_check" check (schema_swap_a > 0) not valid"#,
        r#"alter table "t" add constraint "schema_swap_t_a_fkey" foreign key ("schema_swap_a") references "u" ("id") not valid"#,
        r#"alone: alter table "t" validate constraint "schema_swap_t_a_check""#,
        r#"alone: alter table "t" validate constraint "schema_swap_t_a_fkey""#,
    ];
    let names = [
        r#"alone: alter index "schema_swap_t_b_a_idx" rename to "t_b_a_idx""#,
        r#"alone: comment on index "t_b_a_idx" is 'i'"#,
        r#"alone: alter index "schema_swap_t_b_idx" rename to "t_b_idx""#,
        r#"alone: alter table "t" add constraint "t_a_key" unique using index "schema_swap_t_a_key""#,
        r#"alone: alter table "t" rename constraint "schema_swap_t_a_check" to "t_a_check""#,
        r#"alone: alter table "t" rename constraint "schema_swap_t_a_fkey" to "t_a_fkey""#,
    ];
    let expected = [&BEGIN[..], &FILL, &parts, &END, &names].concat();
    changes(&from, &to, &expected);
}

#[test]
fn a_part_that_is_dropped_goes_before() {
    let from = [with_parts(), table("u", "id integer")];
    let mut to = [retyped(&from[0], "bigint"), from[1].clone()];
    to[0].checks.remove(0);
    to[0].foreign_keys.clear();
    to[0].indexes.clear();
    to[0].uniques.clear();
    let all = steps(&model(&from), &model(&to), OnlineOptions::default());
    let drops = all.iter().take_while(|sql| !sql.contains("add column"));
    assert_eq!(drops.count(), 5, "{all:?}");
    assert_eq!(all[5..], [&BEGIN[..], &FILL, &END].concat());
}

#[test]
fn a_part_that_changes_for_another_reason_prevents_it() {
    refused(
        |it| {
            it.tables[0].exclusions.push(Exclusion {
                name: "e".into(),
                method: "gist".into(),
                elements: vec![ExclusionElement {
                    on: IndexOn::Column("a".into()),
                    operator_class: None,
                    operator: "=".into(),
                }],
                filter: None,
                deferrable: Deferrable::No,
                comment: None,
            });
        },
        "constraint \"e\" of \"t\" uses it",
    );
    let from = [with_parts(), table("u", "id integer")];
    let to = [retyped(&from[0], "bigint"), retyped(&from[1], "bigint")];
    let (from, to) = (model(&from), model(&to));
    let actions = diff(&from, &to, &Renames::default()).unwrap();
    let found = rewritten(&actions, &from, &to, &OnlineOptions::default());
    let reasons: Vec<&str> = found.iter().map(|one| one.1.as_str()).collect();
    assert_eq!(
        reasons,
        [
            "constraint \"t_a_fkey\" of \"t\" uses it, and changes for another reason as well",
            "a foreign key of \"t\" references it"
        ]
    );
}
