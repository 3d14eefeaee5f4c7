//! A table whose columns get other types, and on which little else depends.

use schema_ddl::model::{
    Action, Column, DataType, Deferrable, ForeignKey, Index, IndexElement, IndexOn, Match, Model,
    Name, PrimaryKey, Table, Unique,
};
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::{check, comment};

/// Types to which a value of each type can be converted, and a default.
const TYPES: [(&str, &str, &[&str]); 8] = [
    ("integer", "7", &["bigint", "numeric(12,2)", "integer"]),
    ("bigint", "7", &["integer", "text", "numeric(14,3)"]),
    ("numeric(12,2)", "1.5", &["bigint", "numeric(14,3)"]),
    ("numeric(14,3)", "1.5", &["numeric(12,2)", "integer"]),
    (
        "date",
        "current_date",
        &["timestamp with time zone", "text"],
    ),
    ("timestamp with time zone", "now()", &["date"]),
    ("boolean", "false", &["integer", "text", "bigint"]),
    ("text", "'x'", &["jsonb", "integer[]", "text"]),
];

fn default(data_type: &str) -> Option<&'static str> {
    let mut types = TYPES.iter();
    types.find(|one| one.0 == data_type).map(|one| one.1)
}

/// Adds the table and the one that it references.
pub(super) fn retyped(c: &mut Choices, old: &Model, model: &mut Model) {
    let name = Name::new("retyped");
    let before = old.table(&name);
    let key = |name: &str| PrimaryKey {
        name: name.to_owned(),
        columns: vec!["id".to_owned()],
        include: vec![],
        deferrable: Deferrable::No,
        comment: None,
    };
    let id = || Column::new("id", DataType::parse("bigint"));
    let mut table = Table {
        columns: vec![id(), value(c, before), reference(c)],
        primary_key: Some(key("retyped_pkey")),
        ..Table::new(name)
    };
    parts(c, &mut table);
    model.tables.push(table);
    model.tables.push(Table {
        columns: vec![id()],
        primary_key: Some(key("partner_pkey")),
        ..Table::new(Name::new("partner"))
    });
}

fn value(c: &mut Choices, before: Option<&Table>) -> Column {
    let before = before.and_then(|table| table.column("value"));
    let before = before.map(|column| column.data_type.clone());
    let of_type = |one: &&(&str, &str, &[&str])| before == Some(DataType::parse(one.0));
    let to = match TYPES.iter().find(of_type) {
        Some((_, _, to)) => c.one_of(to),
        None => TYPES[c.index(TYPES.len())].0,
    };
    let mut column = Column::new("value", DataType::parse(to));
    column.nullable = c.flag();
    column.default = default(to).filter(|_| c.flag()).map(str::to_owned);
    column.comment = comment(c);
    column.statistics = c.one_of(&[None, Some(50)]);
    column
}

fn reference(c: &mut Choices) -> Column {
    Column {
        nullable: true,
        ..Column::new("ref", DataType::parse(c.one_of(&["integer", "bigint"])))
    }
}

/// Indexes and constraints of the columns.
fn parts(c: &mut Choices, table: &mut Table) {
    let element = |name: &str, descending| IndexElement {
        on: IndexOn::Column(name.to_owned()),
        collate: None,
        operator_class: None,
        descending,
        nulls_first: None,
    };
    let index = |name: &str, elements, filter: Option<&str>| Index {
        name: name.to_owned(),
        method: "btree".to_owned(),
        elements,
        include: vec![],
        unique: false,
        nulls_not_distinct: false,
        with: [].into(),
        filter: filter.map(str::to_owned),
        invalid: false,
        comment: None,
    };
    choose!(c, "index of a column with another type";
        "none of it" => (),
        "a plain index" => table.indexes.push(index("retyped_by", vec![element("value", true)], None)),
        "a partial index" => {
            table.indexes.push(index("retyped_by", vec![element("id", false)], Some("value is not null")));
        },
        "an index with a comment" => table.indexes.push(Index {
            comment: comment(c),
            ..index("retyped_by", vec![element("ref", false), element("value", false)], None)
        }),
        ;
    );
    choose!(c, "key of a column with another type";
        "no key" => (),
        "a key" => table.uniques.push(Unique {
            name: "retyped_key".to_owned(),
            columns: vec!["value".to_owned(), "id".to_owned()],
            include: vec![],
            nulls_not_distinct: c.flag(),
            deferrable: c.one_of(&[Deferrable::No, Deferrable::InitiallyDeferred]),
            comment: comment(c),
        }),
        ;
    );
    choose!(c, "check of a column with another type";
        "no such check" => (),
        "a check of it" => table.checks.push(check("retyped_check", "value is not null or id > 0")),
        ;
    );
    choose!(c, "reference of a column with another type";
        "no reference" => (),
        "a reference" => table.foreign_keys.push(ForeignKey {
            name: "retyped_fkey".to_owned(),
            columns: vec!["ref".to_owned()],
            table: Name::new("partner"),
            references: vec!["id".to_owned()],
            match_type: Match::Simple,
            on_delete: c.one_of(&[Action::NoAction, Action::SetNull]),
            on_delete_columns: vec![],
            on_update: Action::NoAction,
            deferrable: Deferrable::No,
            not_valid: false,
            not_enforced: false,
            comment: comment(c),
        }),
        ;
    );
}
