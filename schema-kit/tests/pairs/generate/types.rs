//! Types and sequences.

use schema_ddl::model::{Composite, DataType, Domain, Enum, Field, Model, Name, Sequence};
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::columns::sequence_options;
use super::{check, comment};

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
        collate: c.one_of(&[None, Some("\"C\"".to_owned()), Some("\"POSIX\"".to_owned())]),
        not_null: c.pick("domain and null", &["nullable", "not null"], 2) == "not null",
        default: c.one_of(&[None, Some("'d'".to_owned()), Some("'e'".to_owned())]),
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
            "a collation" => vec![field("x", "integer"), Field { collate: Some("\"C\"".to_owned()), ..field("y", "text") }],
            ;
        ),
        comment: comment(c),
    }
}

pub(super) fn sequence(c: &mut Choices) -> Sequence {
    Sequence {
        name: Name::new("numbers"),
        data_type: DataType::parse(c.one_of(&["bigint", "integer"])),
        options: sequence_options(c),
        owned_by: None,
        comment: comment(c),
    }
}

/// Gives the sequence to a column of a table.
pub(super) fn owner(c: &mut Choices, model: &mut Model) {
    let mut tables = model.tables.iter();
    // The sequence of a table that is not in the log is not in the log either, which a model cannot contain.
    let table = tables.find(|table| table.name.name == "a");
    let table = table.map(|table| table.name.clone());
    let Some(sequence) = model.sequences.first_mut() else {
        return;
    };
    sequence.owned_by = None;
    if let Some(table) = table {
        choose!(c, "owner of a sequence";
            "no owner" => (),
            "a column" => sequence.owned_by = Some((table, "id".to_owned())),
            ;
        );
    }
}
