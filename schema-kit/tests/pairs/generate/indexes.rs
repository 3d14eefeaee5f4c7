//! Indexes.

use std::collections::BTreeMap;

use schema_ddl::model::{Index, IndexElement, IndexOn, Table};
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::comment;

pub(super) fn index(name: String, on: IndexOn) -> Index {
    Index {
        name,
        method: "btree".to_owned(),
        elements: vec![IndexElement {
            on,
            collate: None,
            operator_class: None,
            descending: false,
            nulls_first: None,
        }],
        include: vec![],
        unique: false,
        nulls_not_distinct: false,
        with: BTreeMap::new(),
        filter: None,
        invalid: false,
        comment: None,
    }
}

pub(super) fn indexes(c: &mut Choices, before: Option<&Table>, table: &mut Table) {
    let name = &table.name.name;
    let ordered = table
        .columns
        .iter()
        .filter(|column| !["int4range", "place"].contains(&column.data_type.to_string().as_str()))
        .filter(|column| column.data_type.name.name != "place")
        .nth(c.index(2))
        .map_or("id", |column| column.name.as_str());
    let mut first = index(format!("{name}_idx"), IndexOn::Column(ordered.to_owned()));
    choose!(c, "index";
        "no index" => return,
        "an index" => (),
        "descending" => first.elements[0].descending = true,
        "unique index" => { first.elements[0].on = IndexOn::Column("id".to_owned()); first.unique = true; },
        "partial index" => first.filter = Some("id > 10".to_owned()),
        "index of an expression" => first.elements[0].on = IndexOn::Expression("id % 7".to_owned()),
        "index with a column more" => first.include = vec!["id".to_owned()],
        "index with an option" => { first.with.insert("fillfactor".to_owned(), "60".to_owned()); },
        "index of another name" => first.name = format!("{name}_other"),
        ;
    );
    first.comment = comment(c);
    let kept = before
        .and_then(|table| table.indexes.first())
        .filter(|kept| {
            c.flag()
                && kept.elements.iter().all(|element| match &element.on {
                    IndexOn::Column(column) => table.column(column).is_some_and(|column| {
                        column.data_type.to_string() != "int4range"
                            && column.data_type.name.name != "place"
                    }),
                    IndexOn::Expression(_) => true,
                })
        });
    table.indexes.push(kept.cloned().unwrap_or(first));
}
