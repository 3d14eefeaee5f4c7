//! Enums, domains and composite types.

use schema_ddl::model::{Check, Composite, DataType, Domain, Enum, Field, Model, Name};

use crate::{model, nullable, strings, table};

#[test]
fn types_have_their_parts_and_comments() {
    let model = model(
        r#"
        create type status as enum ('new', 'Done');
        alter type status add value 'seen' before 'Done';
        comment on type status is 'State';
        create domain email as varchar(200) collate "C" default 'a@b' not null constraint has_at check (value ~ '@');
        comment on domain email is 'Address';
        create domain any_text as text;
        alter domain any_text add constraint short check (length(value) < 9) not valid;
        create type place as (street text collate "C", states status[], geo point);
        comment on type place is 'Where';
        create table a (s status, m email, p place, l status[]);
        "#,
    );
    let check = |name: &str, expression: &str| Check {
        name: name.to_owned(),
        expression: expression.to_owned(),
        no_inherit: false,
        not_valid: false,
        not_enforced: false,
        comment: None,
    };
    let field = |name: &str, data_type: &str| Field {
        name: name.to_owned(),
        data_type: DataType::parse(data_type),
        collate: None,
    };
    let expected = Model {
        enums: vec![Enum {
            name: Name::new("status"),
            labels: strings(&["new", "seen", "Done"]),
            comment: Some("State".to_owned()),
        }],
        domains: vec![
            Domain {
                name: Name::new("any_text"),
                base: DataType::parse("text"),
                collate: None,
                not_null: false,
                default: None,
                checks: vec![Check {
                    not_valid: true,
                    ..check("short", "length(VALUE) < 9")
                }],
                comment: None,
            },
            Domain {
                name: Name::new("email"),
                base: DataType::parse("varchar(200)"),
                collate: Some("\"C\"".to_owned()),
                not_null: true,
                default: Some("'a@b'::character varying".to_owned()),
                checks: vec![check("has_at", "(VALUE)::text ~ '@'::text")],
                comment: Some("Address".to_owned()),
            },
        ],
        composites: vec![Composite {
            name: Name::new("place"),
            fields: vec![
                Field {
                    collate: Some("\"C\"".to_owned()),
                    ..field("street", "text")
                },
                field("states", "status[]"),
                field("geo", "point"),
            ],
            comment: Some("Where".to_owned()),
        }],
        tables: vec![table(
            "a",
            vec![
                nullable("s", "status"),
                nullable("m", "email"),
                nullable("p", "place"),
                nullable("l", "status[]"),
            ],
        )],
        ..Model::default()
    };
    assert_eq!(model, expected);
}
