//! Columns of tables.

use schema_ddl::diff::Renames;
use schema_ddl::model::{
    Column, DataType, Generated, Identity, Model, Name, SequenceOptions, Table,
};
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::{again, comment};

/// A column type, a value of it, and what can be written about a column of it.
pub(super) struct Typed {
    pub(super) sql: &'static str,
    pub(super) default: &'static str,
    pub(super) check: &'static str,
}

/// The types, the simplest first. `{}` is the column.
pub(super) const TYPES: [Typed; 16] = [
    Typed {
        sql: "integer",
        default: "7",
        check: "{} > 0",
    },
    Typed {
        sql: "bigint",
        default: "7 + 1",
        check: "{} > 0 and {} < 1000000",
    },
    Typed {
        sql: "text",
        default: "'x'",
        check: "{} <> ''",
    },
    Typed {
        sql: "character varying(30)",
        default: "'x'::character varying",
        check: "length({}) > 0",
    },
    Typed {
        sql: "numeric(12,2)",
        default: "1.5",
        check: "{} >= 0",
    },
    Typed {
        sql: "numeric(14,3)",
        default: "1.5",
        check: "{} >= 0",
    },
    Typed {
        sql: "boolean",
        default: "false",
        check: "{} is not null or true",
    },
    Typed {
        sql: "timestamp with time zone",
        default: "now()",
        check: "{} > '1900-01-01 00:00:00+00'",
    },
    Typed {
        sql: "date",
        default: "current_date",
        check: "{} > '1900-01-01'",
    },
    Typed {
        sql: "jsonb",
        default: "'{}'",
        check: "jsonb_typeof({}) = 'object'",
    },
    Typed {
        sql: "uuid",
        default: "gen_random_uuid()",
        check: "{} is distinct from '00000000-0000-0000-0000-000000000000'",
    },
    Typed {
        sql: "integer[]",
        default: "'{}'",
        check: "cardinality({}) < 100",
    },
    Typed {
        sql: "int4range",
        default: "'empty'",
        check: "not isempty({}) or isempty({})",
    },
    Typed {
        sql: "mood",
        default: "'low'",
        check: "{} is not null or true",
    },
    Typed {
        sql: "short",
        default: "'x'",
        check: "{} <> 'never'",
    },
    Typed {
        sql: "place",
        default: "null",
        check: "true",
    },
];

pub(super) fn exists(model: &Model, data_type: &DataType) -> bool {
    data_type.built_in
        || model.enums.iter().any(|def| def.name == data_type.name)
        || model.domains.iter().any(|def| def.name == data_type.name)
        || model
            .composites
            .iter()
            .any(|def| def.name == data_type.name)
}

pub(super) fn typed(data_type: &DataType) -> Option<&'static Typed> {
    TYPES
        .iter()
        .find(|typed| DataType::parse(typed.sql) == *data_type)
}

/// The column gets the type of an old one in half of all cases.
fn column(c: &mut Choices, model: &Model, name: &str, old: Option<&Column>) -> Column {
    // Most properties belong to text.
    let of_text = &TYPES[2];
    let mut typed = TYPES.get(c.index(TYPES.len() + 4)).unwrap_or(of_text);
    let before = old.and_then(|old| super::columns::typed(&old.data_type));
    if let Some(before) = before.filter(|_| c.flag()) {
        typed = before;
    }
    if !exists(model, &DataType::parse(typed.sql)) {
        typed = &TYPES[0];
    }
    let mut column = Column::new(name, DataType::parse(typed.sql));
    column.nullable = c.flag();
    column.default = c.flag().then(|| typed.default.to_owned());
    column.comment = comment(c);
    if typed.sql == "text" {
        choose!(c, "text column";
            "plain text" => (),
            "collated" => column.collate = Some(c.one_of(&["\"C\"", "\"POSIX\""]).to_owned()),
            "stored outside" => column.storage = Some(c.one_of(&["external", "main"]).to_owned()),
            "statistics" => column.statistics = Some(c.one_of(&[500, 0])),
            "compressed" => column.compression = Some("pglz".to_owned()),
            ;
        );
    }
    column
}

pub(super) fn columns(
    c: &mut Choices,
    old: Option<&Table>,
    model: &Model,
    table: &Name,
    renames: &mut Renames,
) -> Vec<Column> {
    let mut id = Column::new("id", DataType::parse("bigint"));
    let id_before = old
        .and_then(|table| table.column("id"))
        .filter(|_| c.flag());
    if let Some(before) = id_before {
        id = before.clone();
    } else {
        choose!(c, "id";
            "a number" => (),
            "identity" => id.identity = Some(Identity { always: true, sequence: SequenceOptions::default() }),
            "identity by default" => id.identity = Some(Identity { always: false, sequence: sequence_options(c) }),
            ;
        );
    }
    let mut columns = vec![id];
    for name in ["one", "two", "three", "Four \"4\""] {
        let before = old.and_then(|table| table.column(name));
        let fits = |column: &Column| exists(model, &column.data_type);
        let mut column = again(c, "column", before, fits, |c| {
            column(c, model, name, before)
        });
        if let (Some(column), Some(_)) = (&mut column, before) {
            rename(c, column, table, renames);
        }
        columns.extend(column);
    }
    let before = old.and_then(|table| table.column("made"));
    let made = again(
        c,
        "generated column",
        before,
        |_| true,
        |c| Column {
            nullable: true,
            generated: Some(Generated {
                expression: c.one_of(&["id * 2", "id + 1"]).to_owned(),
                stored: c.pick("generated", &["stored", "virtual"], 2) == "stored"
                    || !c.postgres_18(),
            }),
            ..Column::new("made", DataType::parse("bigint"))
        },
    );
    columns.extend(made);
    columns
}

/// Some columns have another name in the second schema.
fn rename(c: &mut Choices, column: &mut Column, table: &Name, renames: &mut Renames) {
    choose!(c, "name of a column";
        "the same name" => (),
        "still the same name" => (),
        "also the same name" => (),
        "another name" => {
            let new = format!("{} renamed", column.name);
            let old = std::mem::replace(&mut column.name, new.clone());
            renames.columns.push((table.clone(), old, new));
        },
        ;
    );
}

/// Options of a sequence of which at least one is set. All allow the numbers of the rows.
pub(super) fn sequence_options(c: &mut Choices) -> SequenceOptions {
    let mut options = SequenceOptions {
        start: c.one_of(&[None, Some(100), Some(7)]),
        increment: c.one_of(&[None, Some(10)]),
        cache: c.one_of(&[None, Some(3)]),
        cycle: c.flag(),
        ..SequenceOptions::default()
    };
    choose!(c, "bounds of a sequence";
        "no bounds" => (),
        "a smallest value" => options.min = Some(c.one_of(&[-5, 0])),
        "a largest value" => options.max = Some(c.one_of(&[100_000, 200_000])),
        ;
    );
    options
}
