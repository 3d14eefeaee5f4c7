//! Types, sequences and functions.

use schema_ddl::model::{
    Composite, DataType, Domain, Enum, Field, Model, Name, Routine, RoutineKind, Sequence,
    SequenceOptions,
};
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::{again, check, comment};

pub(super) fn enumeration(c: &mut Choices, name: &str) -> Enum {
    let labels: &[&str] = choose!(c, "labels";
        "few" => &["low", "high"][..],
        "one in between" => &["low", "middle", "high"][..],
        "one at the end" => &["low", "high", "it's"][..],
        "one at the beginning" => &["none", "low", "high"][..],
        "another order" => &["high", "low"][..],
        "others" => &["low", "huge"][..],
        ;
    );
    Enum {
        name: Name::new(name),
        labels: labels.iter().map(|label| (*label).to_owned()).collect(),
        comment: comment(c),
    }
}

pub(super) fn domain(c: &mut Choices) -> Domain {
    Domain {
        name: Name::new("short"),
        base: DataType::parse(c.one_of(&["text", "character varying(40)"])),
        collate: None,
        not_null: false,
        default: c.flag().then(|| "'d'".to_owned()),
        checks: choose!(c, "checks of a domain";
            "no check of a domain" => vec![],
            "a check of a domain" => vec![check("short_check", "length(value) < 10")],
            "two checks of a domain" => vec![check("short_check", "length(value) < 20"), check("filled", "value <> ''")],
            ;
        ),
        comment: comment(c),
    }
}

pub(super) fn composite(c: &mut Choices) -> Composite {
    let field = |name: &str, data_type| Field {
        name: name.to_owned(),
        data_type: DataType::parse(data_type),
        collate: None,
    };
    Composite {
        name: Name::new("place"),
        fields: choose!(c, "fields";
            "two fields" => vec![field("x", "integer"), field("y", "text")],
            "another type of a field" => vec![field("x", "bigint"), field("y", "text")],
            "a field more" => vec![field("x", "integer"), field("y", "text"), field("z", "integer")],
            "a field less" => vec![field("x", "integer")],
            ;
        ),
        comment: comment(c),
    }
}

pub(super) fn sequence(c: &mut Choices) -> Sequence {
    Sequence {
        name: Name::new("numbers"),
        data_type: DataType::parse(c.one_of(&["bigint", "integer"])),
        options: SequenceOptions {
            start: c.one_of(&[None, Some(5)]),
            increment: c.one_of(&[None, Some(10)]),
            cache: c.one_of(&[None, Some(3)]),
            cycle: c.flag(),
            ..SequenceOptions::default()
        },
        owned_by: None,
        comment: comment(c),
    }
}

pub(super) fn routines(c: &mut Choices, old: &Model, model: &mut Model) {
    let find = |name: &str| {
        old.routines
            .iter()
            .find(|routine| routine.name.name == name)
    };
    let twice = again(
        c,
        "function",
        find("twice"),
        |_| true,
        |c| {
            Routine {
        name: Name::new("twice"),
        arguments: "integer".to_owned(),
        kind: RoutineKind::Function,
        definition: choose!(c, "body";
            "one body" => "create or replace function twice(integer) returns integer language sql immutable as 'select $1 * 2'",
            "another body" => "create or replace function twice(integer) returns integer language sql immutable as 'select $1 + $1'",
            "another result" => "create or replace function twice(integer) returns bigint language sql immutable as 'select $1::bigint * 2'",
            ;
        ).to_owned(),
        uses: vec![],
        comment: comment(c),
    }
        },
    );
    let touch = again(
        c,
        "trigger function",
        find("touch"),
        |_| true,
        |c| Routine {
            name: Name::new("touch"),
            arguments: String::new(),
            kind: RoutineKind::Function,
            definition: format!(
                "create or replace function touch() returns trigger language plpgsql as 'begin {}return new; end'",
                c.one_of(&["", "perform 1; "])
            ),
            uses: vec![],
            comment: None,
        },
    );
    model.routines.extend(twice);
    model.routines.extend(touch);
}
