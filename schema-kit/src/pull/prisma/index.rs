//! `@unique`, `@@unique` and `@@index`.

use std::collections::BTreeMap;

use schema_ddl::model::{Index, IndexElement, IndexOn, Table};

use super::ast::{Argument, Attribute, Block, Value};
use super::table::column;
use crate::pull::PullError;

/// Adds the index of a field. Prisma has no unique constraints.
pub(super) fn unique_field(attribute: &Attribute, columns: &[String], table: &mut Table) {
    let elements = columns.iter().map(|name| IndexElement {
        descending: attribute.named("sort").and_then(Value::word) == Some("Desc"),
        ..plain(name.clone())
    });
    let elements = elements.collect();
    let index = named(attribute, elements, true, table);
    table.indexes.push(index);
}

/// Returns the index of a model.
pub(super) fn index(
    block: &Block,
    attribute: &Attribute,
    unique: bool,
    table: &Table,
) -> Result<Index, PullError> {
    let list = attribute.get("fields").map(Value::list).unwrap_or_default();
    let mut elements = Vec::new();
    for value in list {
        let mut element = plain(column(block, attribute, value)?);
        if let Value::Call(_, options) = value {
            for option in options {
                set(&mut element, option, attribute)?;
            }
        }
        elements.push(element);
    }
    if elements.is_empty() {
        let message = format!(
            "`@@{}` names no field; write `@@{}([a, b])`",
            attribute.name, attribute.name
        );
        return Err(PullError::new(attribute.line, message));
    }
    let mut index = named(attribute, elements, unique, table);
    if let Some(method) = attribute.named("type").and_then(Value::word) {
        let method = match method {
            "BTree" => "btree",
            "Hash" => "hash",
            "Gist" => "gist",
            "Gin" => "gin",
            "SpGist" => "spgist",
            "Brin" => "brin",
            other => {
                let message = format!(
                    "`{other}` is not an index method of Postgres; write `BTree`, `Hash`, `Gist`, `Gin`, `SpGist` or `Brin`"
                );
                return Err(PullError::new(attribute.line, message));
            }
        };
        method.clone_into(&mut index.method);
    }
    Ok(index)
}

fn named(attribute: &Attribute, elements: Vec<IndexElement>, unique: bool, table: &Table) -> Index {
    let columns = elements.iter().filter_map(|element| match &element.on {
        IndexOn::Column(name) => Some(name.as_str()),
        IndexOn::Expression(_) => None,
    });
    let columns: Vec<&str> = columns.collect();
    let end = if unique { "_key" } else { "_idx" };
    let map = attribute.named("map").and_then(Value::text);
    let default = || shortened(&format!("{}_{}", table.name.name, columns.join("_")), end);
    Index {
        name: map.map_or_else(default, str::to_owned),
        method: "btree".into(),
        elements,
        include: Vec::new(),
        unique,
        nulls_not_distinct: false,
        with: BTreeMap::new(),
        filter: None,
        invalid: false,
        comment: None,
    }
}

/// Returns a name with at most 63 bytes, as Prisma shortens it.
pub(super) fn shortened(start: &str, end: &str) -> String {
    const MAX_NAME: usize = 63;
    let length = start.floor_char_boundary(MAX_NAME - end.len());
    format!("{}{end}", &start[..length])
}

fn plain(name: String) -> IndexElement {
    IndexElement {
        on: IndexOn::Column(name),
        collate: None,
        operator_class: None,
        descending: false,
        nulls_first: None,
    }
}

/// `sort: Desc`, `ops: JsonbPathOps`, `ops: raw("gin_trgm_ops")`
fn set(
    element: &mut IndexElement,
    option: &Argument,
    attribute: &Attribute,
) -> Result<(), PullError> {
    match (option.name.as_deref(), &option.value) {
        (Some("sort"), Value::Word(word)) => element.descending = word == "Desc",
        (Some("ops"), Value::Call(raw, arguments)) if raw == "raw" => {
            let class = arguments.first().and_then(|one| one.value.text());
            element.operator_class = class.map(str::to_owned);
        }
        (Some("ops"), Value::Word(class)) => element.operator_class = Some(operator_class(class)),
        _ => {
            let message = "a field of an index has `sort: …` or `ops: …`; remove the rest";
            return Err(PullError::new(attribute.line, message));
        }
    }
    Ok(())
}

/// `JsonbPathOps` is `jsonb_path_ops`, `Int4MinMaxOps` is `int4_minmax_ops`.
fn operator_class(class: &str) -> String {
    let class = class
        .replace("MinMax", "Minmax")
        .replace("TimestampTz", "Timestamptz");
    let class = class
        .replace("TimeTz", "Timetz")
        .replace("VarBit", "Varbit")
        .replace("TsVector", "Tsvector");
    crate::pull::case::snake(&class)
}
