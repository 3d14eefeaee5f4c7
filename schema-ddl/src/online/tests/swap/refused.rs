//! Columns that are changed at once.

use super::super::{check, foreign_key, model, primary_key, steps, table, unique};
use super::{BEGIN, retyped, trigger};
use crate::diff::{Renames, diff};
use crate::model::{
    Column, DataType, Domain, Generated, Grant, Identity, Kind, Model, Name, ObjectId, Privilege,
    RowSecurity, SequenceOptions, Unique, View,
};
use crate::online::{FixedColumn, OnlineOptions, online, rewritten};

/// Asserts the reason for which the column `a` is changed at once.
#[track_caller]
pub(super) fn refused(change: impl Fn(&mut Model), reason: &str) {
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
    let all = online(&actions, &from, &to, &options);
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
