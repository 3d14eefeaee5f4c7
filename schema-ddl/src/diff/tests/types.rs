use super::*;
use crate::model::{Composite, Field, Sequence, SequenceOptions};

fn domains(domain: Domain) -> Model {
    Model {
        domains: vec![domain],
        tables: vec![table("users", &[("email", "email"), ("others", "email[]")])],
        ..Model::default()
    }
}

#[test]
fn a_domain_is_created_with_its_parts() {
    let email = Domain {
        collate: Some(String::from("\"C\"")),
        not_null: true,
        default: Some(String::from("'a@b'")),
        checks: vec![
            check("at", "value like '%@%'"),
            Check {
                not_valid: true,
                comment: Some(String::from("new")),
                ..check("short", "length(value) < 100")
            },
        ],
        comment: Some(String::from("an address")),
        ..domain("email", "text")
    };
    is(
        &Model::default(),
        &Model {
            domains: vec![email],
            ..Model::default()
        },
        &[
            "create domain \"email\" as text collate \"C\" default 'a@b' not null \
             constraint \"at\" check (value like '%@%')",
            r#"alter domain "email" add constraint "short" check (length(value) < 100) not valid"#,
            r#"comment on domain "email" is 'an address'"#,
            r#"comment on constraint "short" on domain "email" is 'new'"#,
        ],
    );
}

#[test]
fn checks_of_a_domain_are_added_dropped_and_validated() {
    let from = Domain {
        not_null: true,
        default: Some(String::from("'a'")),
        checks: vec![
            check("a", "value > 'a'"),
            check("b", "value > 'b'"),
            Check {
                not_valid: true,
                ..check("c", "value > 'c'")
            },
        ],
        ..domain("email", "text")
    };
    let to = Domain {
        checks: vec![
            check("b", "value > 'bb'"),
            check("c", "value > 'c'"),
            check("d", "true"),
        ],
        ..domain("email", "text")
    };
    is(
        &used_alone(from.clone()),
        &used_alone(to.clone()),
        &[
            r#"alter domain "email" drop constraint "a""#,
            r#"alter domain "email" drop default"#,
            r#"alter domain "email" drop not null"#,
            r#"alter domain "email" drop constraint "b""#,
            r#"alter domain "email" add constraint "b" check (value > 'bb')"#,
            r#"alter domain "email" validate constraint "c""#,
            r#"alter domain "email" add constraint "d" check (true)"#,
        ],
    );
    // The server cannot check the elements of stored arrays.
    let statements = sql(&domains(from), &domains(to));
    assert_eq!(
        statements[0],
        r#"alter type "email" rename to "email__old""#
    );
}

fn used_alone(domain: Domain) -> Model {
    let mut model = domains(domain);
    model.tables[0].columns.truncate(1);
    model
}

#[test]
fn a_domain_over_another_type_is_a_new_type() {
    is(
        &domains(domain("email", "text")),
        &domains(domain("email", "varchar(50)")),
        &[
            r#"alter type "email" rename to "email__old""#,
            r#"create domain "email" as varchar(50)"#,
            "alter table \"users\" alter column \"email\" type \"email\" using \"email\"::\"email\", \
             alter column \"others\" type \"email\"[] using \"others\"::\"email\"[]",
            r#"drop type "email__old""#,
        ],
    );
}

fn composites(fields: &[(&str, &str)], is_stored: bool) -> Model {
    let fields = fields.iter().map(|(name, data_type)| Field {
        name: (*name).to_owned(),
        data_type: DataType::parse(data_type),
        collate: None,
    });
    Model {
        composites: vec![Composite {
            name: Name::new("address"),
            fields: fields.collect(),
            comment: None,
        }],
        tables: is_stored
            .then(|| table("users", &[("home", "address")]))
            .into_iter()
            .collect(),
        ..Model::default()
    }
}

#[test]
fn fields_are_added_dropped_and_altered() {
    is(
        &composites(&[("a", "text"), ("b", "int"), ("c", "int")], false),
        &composites(&[("b", "int"), ("c", "bigint"), ("d", "text")], false),
        &["alter type \"address\" drop attribute \"a\" cascade, \
             alter attribute \"c\" type bigint cascade, add attribute \"d\" text cascade"],
    );
    is(
        &Model::default(),
        &composites(&[("a", "text"), ("b", "int")], false),
        &[r#"create type "address" as ("a" text, "b" integer)"#],
    );
}

#[test]
fn stored_rows_are_converted_to_a_new_type() {
    is(
        &composites(&[("a", "text"), ("b", "int")], true),
        &composites(&[("b", "bigint"), ("a", "text"), ("c", "int")], true),
        &[
            r#"alter type "address" rename to "address__old""#,
            r#"create type "address" as ("b" bigint, "a" text, "c" integer)"#,
            "alter table \"users\" alter column \"home\" type \"address\" using \
             case when \"home\" is distinct from null then row((\"home\").\"b\"::bigint, \
             (\"home\").\"a\"::text, null::integer)::\"address\" end",
            r#"drop type "address__old""#,
        ],
    );
}

#[test]
fn a_type_that_consists_of_a_new_type_is_also_new() {
    let model = |labels: &[&str]| Model {
        enums: vec![enumeration("status", labels)],
        domains: vec![domain("current", "status")],
        ..composites(&[("a", "current")], true)
    };
    is(
        &model(&["a", "b"]),
        &model(&["a"]),
        &[
            r#"alter type "status" rename to "status__old""#,
            r#"create type "status" as enum ('a')"#,
            r#"alter type "current" rename to "current__old""#,
            r#"create domain "current" as "status""#,
            r#"alter type "address" rename to "address__old""#,
            r#"create type "address" as ("a" "current")"#,
            r#"alter table "users" alter column "home" type "address" using "home"::text::"address""#,
            r#"drop type "address__old""#,
            r#"drop type "current__old""#,
            r#"drop type "status__old""#,
        ],
    );
}

#[test]
fn types_are_created_before_their_tables_and_dropped_after_them() {
    let full = Model {
        namespaces: vec![crate::model::Namespace {
            name: String::from("clinic"),
            comment: Some(String::from("c")),
        }],
        enums: vec![Enum {
            name: Name::in_schema("clinic", "status"),
            ..enumeration("status", &["a"])
        }],
        domains: vec![domain("current", "clinic.status")],
        tables: vec![table(
            "users",
            &[("a", "current"), ("b", "clinic.status[]")],
        )],
        ..Model::default()
    };
    is(
        &Model::default(),
        &full,
        &[
            r#"create schema "clinic""#,
            r#"comment on schema "clinic" is 'c'"#,
            r#"create type "clinic"."status" as enum ('a')"#,
            r#"create domain "current" as "clinic"."status""#,
            "create table \"users\" (\n    \"a\" \"current\" not null,\n    \"b\" \"clinic\".\"status\"[] not null\n)",
        ],
    );
    is(
        &full,
        &Model::default(),
        &[
            r#"drop table "users""#,
            r#"drop domain "current""#,
            r#"drop type "clinic"."status""#,
            r#"drop schema "clinic""#,
        ],
    );
}

fn sequence(options: SequenceOptions) -> Sequence {
    Sequence {
        name: Name::new("numbers"),
        data_type: DataType::parse("bigint"),
        options,
        owned_by: None,
        comment: None,
    }
}

#[test]
fn a_sequence_is_created_before_and_owned_after_its_column() {
    let mut orders = table("orders", &[("id", "int")]);
    orders.columns[0].default = Some(String::from("nextval('numbers'::regclass)"));
    let full = Model {
        sequences: vec![Sequence {
            data_type: DataType::parse("int"),
            owned_by: Some((Name::new("orders"), String::from("id"))),
            ..sequence(SequenceOptions {
                start: Some(10),
                increment: Some(5),
                min: Some(10),
                max: Some(100),
                cache: Some(3),
                cycle: true,
            })
        }],
        tables: vec![orders],
        ..Model::default()
    };
    is(
        &Model::default(),
        &full,
        &[
            "create sequence \"numbers\" as integer increment by 5 minvalue 10 maxvalue 100 start with 10 \
             cache 3 cycle",
            "create table \"orders\" (\n    \"id\" integer not null default nextval('numbers'::regclass)\n)",
            r#"alter sequence "numbers" owned by "orders"."id""#,
        ],
    );
    // The table takes its sequence with it.
    is(&full, &Model::default(), &[r#"drop table "orders""#]);
    let unowned = Model {
        sequences: vec![sequence(SequenceOptions::default())],
        ..Model::default()
    };
    is(
        &full,
        &unowned,
        &[
            "alter sequence \"numbers\" as bigint increment by 1 no minvalue no maxvalue start with 1 cache 1 \
             no cycle",
            r#"alter sequence "numbers" owned by none"#,
            r#"drop table "orders""#,
        ],
    );
    is(&unowned, &Model::default(), &[r#"drop sequence "numbers""#]);
}

#[test]
fn a_sequence_with_other_limits_begins_again() {
    let limited = |min, max| Model {
        sequences: vec![sequence(SequenceOptions {
            min: Some(min),
            max: Some(max),
            ..SequenceOptions::default()
        })],
        ..Model::default()
    };
    is(
        &limited(1, 50),
        &limited(100, 200),
        &[r#"alter sequence "numbers" minvalue 100 maxvalue 200 start with 100 restart"#],
    );
    let mut late = limited(1, 50);
    late.sequences[0].options.start = Some(45);
    is(
        &late,
        &limited(1, 40),
        &[r#"alter sequence "numbers" maxvalue 40 start with 1 restart"#],
    );
    is(
        &limited(1, 50),
        &limited(1, 40),
        &[r#"alter sequence "numbers" maxvalue 40"#],
    );
}

#[test]
fn a_check_of_a_domain_lets_its_function_go() {
    let model = |argument: &str| Model {
        routines: vec![function("valid", argument, "returns bool return true")],
        domains: vec![Domain {
            checks: vec![check("c", "valid(value)")],
            ..domain("email", "text")
        }],
        ..Model::default()
    };
    is(
        &model("a text"),
        &model("b text"),
        &[
            r#"alter domain "email" drop constraint "c""#,
            r#"drop function "valid"(a text)"#,
            "create or replace function valid(b text) returns bool return true",
            r#"alter domain "email" add constraint "c" check (valid(value))"#,
        ],
    );
}
