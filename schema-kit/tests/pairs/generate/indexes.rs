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
    let ordered = table
        .columns
        .iter()
        .filter(|column| can_be_indexed(table, &column.name))
        .nth(c.index(2))
        .map_or("id", |column| column.name.as_str());
    let name = &table.name.name;
    let first = index(format!("{name}_idx"), IndexOn::Column(ordered.to_owned()));
    let first = plain(c, first);
    let kept = before
        .and_then(|table| table.indexes.first())
        .filter(|kept| !kept.name.ends_with("_special"))
        .filter(|kept| {
            let mut elements = kept.elements.iter();
            c.flag()
                && elements.all(|element| match &element.on {
                    IndexOn::Column(column) => can_be_indexed(table, column),
                    IndexOn::Expression(_) => true,
                })
                && kept.include.iter().all(|one| table.column(one).is_some())
        })
        .cloned();
    let second = special(c, table);
    table
        .indexes
        .extend(first.map(|first| kept.unwrap_or(first)));
    table.indexes.extend(second);
}

/// True for a column that exists, has an order, and is not virtual.
fn can_be_indexed(table: &Table, name: &str) -> bool {
    table.column(name).is_some_and(|column| {
        let data_type = column.data_type.to_string();
        let stored = column.generated.as_ref().is_none_or(|one| one.stored);
        stored && data_type != "int4range" && column.data_type.name.name != "place"
    })
}

fn plain(c: &mut Choices, mut one: Index) -> Option<Index> {
    choose!(c, "index";
        "no index" => return None,
        "an index" => (),
        "descending" => one.elements[0].descending = true,
        "NULLs elsewhere" => {
            one.elements[0].descending = c.flag();
            one.elements[0].nulls_first = Some(!one.elements[0].descending);
        },
        "unique index" => {
            one.elements[0].on = IndexOn::Column("id".to_owned());
            one.unique = true;
            one.nulls_not_distinct = c.flag();
        },
        "partial index" => one.filter = Some(c.one_of(&["id > 10", "id > 20"]).to_owned()),
        "index of an expression" => one.elements[0].on = IndexOn::Expression("id % 7".to_owned()),
        "index with a column more" => one.include = vec!["id".to_owned()],
        "index with an option" => { one.with.insert("fillfactor".to_owned(), c.one_of(&["60", "50"]).to_owned()); },
        "index of another name" => one.name = one.name.replace("_idx", "_other"),
        "index of two columns" => {
            let second = index(String::new(), IndexOn::Column("id".to_owned())).elements;
            one.elements.extend(second);
        },
        ;
    );
    one.comment = comment(c);
    Some(one)
}

/// Another index, of an expression of text or of a number.
fn special(c: &mut Choices, table: &Table) -> Option<Index> {
    let name = format!("{}_special", table.name.name);
    let text = IndexOn::Expression("id::text || 'x'".to_owned());
    let mut one = index(name, text);
    choose!(c, "special index";
        "no special index" => return None,
        "collated index" => one.elements[0].collate = Some(c.one_of(&["\"C\"", "\"POSIX\""]).to_owned()),
        "index with an operator class" => one.elements[0].operator_class = Some(c.one_of(&["text_pattern_ops", "bpchar_pattern_ops"]).to_owned()),
        "hash index" => "hash".clone_into(&mut one.method),
        "brin index" => {
            one.elements[0].on = IndexOn::Column("id".to_owned());
            "brin".clone_into(&mut one.method);
        },
        ;
    );
    one.comment = comment(c);
    Some(one)
}
