//! Indexes.

use std::collections::HashSet;

use schema_ddl::model::{DataType, Index, IndexElement, IndexOn, Kind, Model, ObjectId, Table};

use super::column::collation;
use super::expression::Forbidden;
use super::report::{QUOTE, Report, is_name, take};

/// Takes away the indexes that cannot be written.
pub(super) fn indexes(table: &mut Table, forbidden: &Forbidden, report: &mut Report) {
    let mut indexes = std::mem::take(&mut table.indexes);
    indexes.retain_mut(|index| {
        let name = index.name.clone();
        let id = ObjectId::new(Kind::Index, table.name.beside(name));
        if let Some(reason) = unwritable(index, table, forbidden) {
            report.add(&id, reason);
            return false;
        }
        for reason in properties(index) {
            report.add(&id, reason);
        }
        true
    });
    table.indexes = indexes;
}

fn unwritable(index: &Index, table: &Table, forbidden: &Forbidden) -> Option<String> {
    if !is_name(&index.name) {
        return Some(QUOTE.into());
    }
    if !METHODS.contains(&index.method.as_str()) {
        return Some(format!("its method `{}` is not an attribute", index.method));
    }
    let mut seen = HashSet::new();
    for element in &index.elements {
        if let Some(reason) = unwritable_element(element, table, forbidden) {
            return Some(reason);
        }
        if let IndexOn::Column(name) = &element.on
            && element.operator_class.is_none()
            && !seen.insert(name)
        {
            return Some(format!("it has the column `{name}` twice"));
        }
    }
    for name in &index.include {
        if table.column(name).is_none() {
            return Some(format!("its column `{name}` is left out"));
        }
        let is_indexed = index
            .elements
            .iter()
            .any(|one| one.on == IndexOn::Column(name.clone()));
        if is_indexed || !seen.insert(name) {
            return Some(format!("it has the column `{name}` twice"));
        }
    }
    let filter = index
        .filter
        .as_deref()
        .and_then(|filter| forbidden.find(filter));
    filter.map(|what| format!("its condition uses {what}, which is left out"))
}

fn unwritable_element(
    element: &IndexElement,
    table: &Table,
    forbidden: &Forbidden,
) -> Option<String> {
    match &element.on {
        IndexOn::Column(name) if table.column(name).is_none() => {
            return Some(format!("its column `{name}` is left out"));
        }
        IndexOn::Column(_) => {}
        IndexOn::Expression(expression) => {
            if let Some(what) = forbidden.find(expression) {
                return Some(format!("it uses {what}, which is left out"));
            }
        }
    }
    if let Some(class) = &element.operator_class
        && !class.chars().all(|c| c.is_alphanumeric() || c == '_')
    {
        return Some(format!("its operator class `{class}` is not a plain name"));
    }
    let collate = element.collate.as_deref();
    let collate = collate.filter(|sql| collation(sql).is_none());
    collate.map(|sql| format!("its collation {sql} is in another Postgres schema"))
}

fn properties(index: &mut Index) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    let known = parameters(&index.method);
    index.with.retain(|key, value| {
        let keep = known.contains(&key.as_str());
        if !keep {
            missing.push(format!("its storage parameter `{key} = {value}`"));
        }
        keep
    });
    if take(&mut index.invalid) {
        missing.push("it is not valid, because its creation failed".into());
    }
    if take(&mut index.comment) {
        missing.push("its comment".into());
    }
    missing
}

/// Returns the operator class that an attribute must name. If the model has none, it is the default class of a type for
/// which the compiler knows none: that of `btree_gin` and `btree_gist`, and those of vectors.
pub(in crate::pull) fn class(
    element: &IndexElement,
    method: &str,
    table: &Table,
    model: &Model,
) -> Option<String> {
    let IndexOn::Column(name) = &element.on else {
        return element.operator_class.clone();
    };
    let column = table
        .column(name)
        .filter(|_| element.operator_class.is_none());
    let Some(column) = column else {
        return element.operator_class.clone();
    };
    let data_type = &column.data_type;
    if matches!(method, "hnsw" | "ivfflat") {
        let name = &data_type.name.name;
        return Some(match name.as_str() {
            "bit" => "bit_hamming_ops".into(),
            vector => format!("{vector}_l2_ops"),
        });
    }
    let is_enum = model.enumeration(&data_type.name).is_some();
    additional_class(data_type, method, is_enum)
}

pub(super) fn additional_class(
    data_type: &DataType,
    method: &str,
    is_enum: bool,
) -> Option<String> {
    let name = data_type.name.name.as_str();
    let short = match name {
        _ if data_type.array => return None,
        _ if is_enum => "enum",
        "boolean" => "bool",
        "smallint" => "int2",
        "integer" => "int4",
        "bigint" => "int8",
        "real" => "float4",
        "double precision" => "float8",
        "character varying" if method == "gin" => "varchar",
        "character varying" => "text",
        "character" | "bpchar" => "bpchar",
        "timestamp with time zone" => "timestamptz",
        "timestamp without time zone" => "timestamp",
        "time without time zone" => "time",
        "bit varying" => "varbit",
        "text" | "numeric" | "date" | "interval" | "uuid" | "bytea" | "bit" | "cidr" | "inet"
        | "macaddr" | "macaddr8" | "name" => name,
        _ => return None,
    };
    match method {
        "gin" => Some(format!("{short}_ops")),
        "gist" => Some(format!("gist_{short}_ops")),
        _ => None,
    }
}

const METHODS: [&str; 8] = [
    "btree", "hash", "gist", "spgist", "gin", "brin", "hnsw", "ivfflat",
];

/// The storage parameters that the attribute accepts.
fn parameters(method: &str) -> &'static [&'static str] {
    match method {
        "btree" => &["fillfactor", "deduplicate_items"],
        "hash" | "spgist" => &["fillfactor"],
        "gist" => &["fillfactor", "buffering"],
        "gin" => &["fastupdate", "gin_pending_list_limit"],
        "brin" => &["pages_per_range", "autosummarize"],
        "hnsw" => &["m", "ef_construction"],
        "ivfflat" => &["lists"],
        _ => &[],
    }
}
