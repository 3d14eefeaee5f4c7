use super::*;
use crate::model::{Enum, Routine, RoutineKind, Sequence, SequenceOptions};

#[test]
fn a_table_is_created_with_everything_but_indexes() {
    let mut t = table("t", "id bigint, a bigint");
    t.columns[1].comment = Some("a".into());
    t.comment = Some("it's".into());
    t.primary_key = Some(primary_key("t_pkey", &["id"]));
    t.checks = vec![
        check("c", "a > 0"),
        Check {
            not_valid: true,
            comment: Some("later".into()),
            ..check("d", "a > 1")
        },
    ];
    t.foreign_keys = vec![foreign_key("f", "a", "t", "id")];
    t.indexes = vec![index("i", &[by("a")])];
    changes(
        &[],
        &[t],
        &[
            "create table \"t\" (\n    \"id\" bigint not null,\n    \"a\" bigint not null,\n    \
             constraint \"t_pkey\" primary key (\"id\"),\n    constraint \"c\" check (a > 0),\n    \
             constraint \"f\" foreign key (\"a\") references \"t\" (\"id\")\n)",
            r#"alter table "t" add constraint "d" check (a > 1) not valid"#,
            r#"comment on table "t" is 'it''s'"#,
            r#"comment on column "t"."a" is 'a'"#,
            r#"comment on constraint "d" on "t" is 'later'"#,
            r#"create index "i" on "t" ("a")"#,
        ],
    );
}

#[test]
fn a_foreign_key_is_added_after_what_create_table_cannot_wait_for() {
    let new = Table {
        // The index that it references is not part of `create table`.
        indexes: vec![Index {
            unique: true,
            ..index("i", &[by("a")])
        }],
        foreign_keys: vec![foreign_key("f", "id", "t", "a")],
        ..table("t", "id bigint, a bigint")
    };
    let add = r#"alter table "t" add constraint "f" foreign key ("id") references "t" ("a")"#;
    let create = "create table \"t\" (\n    \"id\" bigint not null,\n    \"a\" bigint not null\n)";
    let index = r#"create unique index "i" on "t" ("a")"#;
    changes(&[], std::slice::from_ref(&new), &[create, index, add]);

    // A table that exists is not changed by `create table`.
    let old = Table {
        primary_key: Some(primary_key("s_pkey", &["id"])),
        ..table("s", "id bigint")
    };
    let references = Table {
        foreign_keys: vec![foreign_key("f", "id", "s", "id")],
        ..table("t", "id bigint")
    };
    changes(
        std::slice::from_ref(&old),
        &[old.clone(), references.clone()],
        &[
            "create table \"t\" (\n    \"id\" bigint not null\n)",
            r#"alter table "t" add constraint "f" foreign key ("id") references "s" ("id")"#,
        ],
    );

    // `create table` would declare it as valid.
    let not_valid = Table {
        foreign_keys: vec![ForeignKey {
            not_valid: true,
            ..foreign_key("f", "id", "s", "id")
        }],
        ..references
    };
    changes(
        &[],
        &[old, not_valid],
        &[
            "create table \"s\" (\n    \"id\" bigint not null,\n    \
             constraint \"s_pkey\" primary key (\"id\")\n)",
            "create table \"t\" (\n    \"id\" bigint not null\n)",
            r#"alter table "t" add constraint "f" foreign key ("id") references "s" ("id") not valid"#,
        ],
    );
}

fn cycle() -> [Table; 3] {
    let one = |name: &str, key: &str, other: &str| Table {
        primary_key: Some(primary_key(&format!("{name}_pkey"), &["id"])),
        foreign_keys: vec![foreign_key(key, "a", other, "id")],
        ..table(name, "id bigint, a bigint")
    };
    [
        one("s", "s_fk", "t"),
        one("t", "t_fk", "s"),
        one("u", "u_fk", "t"),
    ]
}

#[test]
fn tables_that_reference_each_other_are_created_and_dropped() {
    let create = |name: &str, key: &str| {
        format!(
            "create table \"{name}\" (\n    \"id\" bigint not null,\n    \"a\" bigint not null,\n    \
             constraint \"{name}_pkey\" primary key (\"id\"){key}\n)"
        )
    };
    let to_t = |name: &str| {
        let key = format!("\"{name}_fk\" foreign key (\"a\") references \"t\" (\"id\")");
        create(name, &format!(",\n    constraint {key}"))
    };
    changes(
        &[],
        &cycle(),
        &[
            &create("t", ""),
            &to_t("s"),
            &to_t("u"),
            r#"alter table "t" add constraint "t_fk" foreign key ("a") references "s" ("id")"#,
        ],
    );
    changes(
        &cycle(),
        &[],
        &[
            r#"alter table "s" drop constraint "s_fk""#,
            r#"alter table "t" drop constraint "t_fk""#,
            r#"drop table "s""#,
            r#"drop table "u""#,
            r#"drop table "t""#,
        ],
    );
}

#[test]
fn a_foreign_key_is_dropped_before_the_table_that_it_references() {
    let [_, _, u] = cycle();
    let mut t = table("t", "id bigint");
    t.primary_key = Some(primary_key("t_pkey", &["id"]));
    let mut new_u = u.clone();
    new_u.foreign_keys.clear();
    changes(
        &[t, u],
        &[new_u],
        &[
            r#"alter table "u" drop constraint "u_fk""#,
            r#"drop table "t""#,
        ],
    );
}

#[test]
fn options_and_logging_change() {
    let mut from = table("t", "id bigint");
    from.options = [("fillfactor".to_owned(), "70".to_owned())].into();
    let change = |to: &mut Table| {
        to.options = [("autovacuum_enabled".to_owned(), "off".to_owned())].into();
        to.unlogged = true;
        to.comment = Some("t".into());
    };
    changes_one(
        &from,
        change,
        &[
            r#"alter table "t" reset (fillfactor)"#,
            r#"alter table "t" set (autovacuum_enabled = off)"#,
            r#"alter table "t" set unlogged"#,
            r#"comment on table "t" is 't'"#,
        ],
    );
}

#[test]
fn a_table_is_logged_after_those_that_it_references() {
    let [_, t, u] = cycle();
    let plain = Table {
        foreign_keys: vec![],
        ..t
    };
    let unlogged = |table: &Table| Table {
        unlogged: true,
        ..table.clone()
    };
    changes(
        &[unlogged(&u), unlogged(&plain)],
        &[u.clone(), plain.clone()],
        &[
            r#"alter table "t" set logged"#,
            r#"alter table "u" set logged"#,
        ],
    );
    changes(
        &[plain.clone(), u.clone()],
        &[unlogged(&plain), unlogged(&u)],
        &[
            r#"alter table "u" set unlogged"#,
            r#"alter table "t" set unlogged"#,
        ],
    );
}

#[test]
fn what_a_table_uses_is_required() {
    let mut t = table("t", "id bigint, s status");
    t.columns[0].default = Some("nextval('\"My.Seq\"'::regclass)".into());
    t.checks = vec![check("c", "clinic.is_good(s)")];
    let to = Model {
        enums: vec![Enum {
            name: Name::new("status"),
            labels: vec![],
            comment: None,
        }],
        sequences: vec![Sequence {
            name: Name::new("My.Seq"),
            data_type: DataType::parse("bigint"),
            options: SequenceOptions::default(),
            owned_by: None,
            comment: None,
        }],
        routines: vec![Routine {
            name: Name::in_schema("clinic", "is_good"),
            arguments: "status".into(),
            kind: RoutineKind::Function,
            definition: "create or replace function …".into(),
            uses: vec![],
            comment: None,
        }],
        ..model(&[t])
    };
    let actions = diff(&Model::default(), &to, &Renames::default()).unwrap();
    let create = actions
        .iter()
        .find(|one| one.object.name.name == "t")
        .unwrap();
    let required: Vec<String> = create.requires.iter().map(ToString::to_string).collect();
    for id in [
        "sequence \"My.Seq\"",
        "enum \"status\"",
        "function \"clinic\".\"is_good(status)\"",
    ] {
        assert!(required.contains(&id.to_owned()), "{id} in {required:?}");
    }
}
