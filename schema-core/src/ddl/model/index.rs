//! The model of an index.

use schema_ddl::model::{Index, IndexElement, IndexOn};
use schema_ddl::sql::quote;

use super::owned;
use crate::def::{IndexDef, IndexElement as IndexElementDef, IndexOn as IndexOnDef};

pub(super) fn index(name: String, def: &IndexDef) -> Index {
    let with = def.with.iter();
    Index {
        name,
        method: def.method.to_owned(),
        elements: def.elements.iter().map(element).collect(),
        include: owned(def.include),
        unique: def.unique,
        nulls_not_distinct: def.nulls_not_distinct,
        with: with
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect(),
        filter: def.filter.map(str::to_owned),
        invalid: false,
        comment: None,
    }
}

fn element(def: &IndexElementDef) -> IndexElement {
    IndexElement {
        on: match def.on {
            IndexOnDef::Column(name) => IndexOn::Column(name.to_owned()),
            IndexOnDef::Expression(expression) => IndexOn::Expression(expression.to_owned()),
        },
        collate: def.collate.map(quote::name),
        operator_class: def.operator_class.map(str::to_owned),
        descending: def.descending,
        nulls_first: def.nulls_first,
    }
}
