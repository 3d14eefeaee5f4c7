//! `#[index(…)]`.

use schema_ddl::model::{Index, IndexElement, IndexOn, Table};

use super::Writer;
use super::attribute::{literal, pair, push};
use super::constraint::Defaults;
use crate::pull::reduce::column::collation;
use crate::pull::reduce::index::class;

/// Returns the column if the index is one that `#[column(index)]` declares.
pub(super) fn of_column<'i>(index: &'i Index, defaults: &Defaults<'_>) -> Option<&'i str> {
    let [element] = &index.elements[..] else {
        return None;
    };
    let IndexOn::Column(name) = &element.on else {
        return None;
    };
    let is_plain = element.collate.is_none()
        && element.operator_class.is_none()
        && !element.descending
        && element.nulls_first.is_none();
    let has_options = index.unique
        || index.filter.is_some()
        || !index.include.is_empty()
        || !index.with.is_empty();
    let has_default_name = defaults.name(&index.name, &[name], "idx").is_none();
    (is_plain && !has_options && index.method == "btree" && has_default_name).then_some(name)
}

/// Returns the items of the attribute.
pub(super) fn items(
    writer: &Writer<'_>,
    table: &Table,
    index: &Index,
    defaults: &Defaults<'_>,
) -> Vec<String> {
    let elements = index.elements.iter();
    let elements = elements.map(|one| element(writer, table, &index.method, one));
    let mut items: Vec<String> = elements.collect();
    if index.method != "btree" {
        items = vec![format!("{}({})", index.method, items.join(", "))];
    }
    if index.unique {
        items.push("unique".into());
    }
    if index.nulls_not_distinct {
        items.push("nulls_not_distinct".into());
    }
    items.extend(name(index, defaults));
    items.extend(index.filter.iter().map(|filter| pair("where", filter)));
    if !index.include.is_empty() {
        let fields = index.include.iter();
        let fields: Vec<&str> = fields
            .map(|column| writer.names.field(&table.name, column))
            .collect();
        items.push(format!("include({})", fields.join(", ")));
    }
    if !index.with.is_empty() {
        let with = index.with.iter();
        let with: Vec<String> = with.map(|(key, value)| parameter(key, value)).collect();
        items.push(format!("with({})", with.join(", ")));
    }
    items
}

/// The default name of an index with expressions depends on them. So it is always written.
fn name(index: &Index, defaults: &Defaults<'_>) -> Option<String> {
    let elements = index.elements.iter().map(|element| match &element.on {
        IndexOn::Column(name) => Some(name.as_str()),
        IndexOn::Expression(_) => None,
    });
    let include = index.include.iter().map(|name| Some(name.as_str()));
    match elements.chain(include).collect::<Option<Vec<&str>>>() {
        Some(columns) => {
            let mut seen = std::collections::HashSet::new();
            let is_distinct = columns.iter().all(|column| seen.insert(*column));
            let chosen = defaults.name(&index.name, &columns, "idx");
            if is_distinct {
                chosen
            } else {
                Some(pair("name", &index.name))
            }
        }
        None => Some(pair("name", &index.name)),
    }
}

pub(super) fn parameter(key: &str, value: &str) -> String {
    let is_number = value.parse::<i64>().is_ok();
    if is_number || ["true", "false"].contains(&value) {
        format!("{key} = {value}")
    } else {
        pair(key, value)
    }
}

fn element(writer: &Writer<'_>, table: &Table, method: &str, element: &IndexElement) -> String {
    let mut text = match &element.on {
        IndexOn::Column(name) => writer.names.field(&table.name, name).to_owned(),
        IndexOn::Expression(expression) => format!("sql({})", literal(expression)),
    };
    if let Some(collation) = element.collate.as_deref().and_then(collation) {
        push(&mut text, format!(".collate({})", literal(&collation)));
    }
    if let Some(class) = class(element, method, table, writer.model) {
        text.push('.');
        text.push_str(&class);
    }
    if element.descending {
        text.push_str(".desc()");
    }
    text.push_str(match element.nulls_first {
        Some(true) => ".nulls_first()",
        Some(false) => ".nulls_last()",
        None => "",
    });
    text
}
