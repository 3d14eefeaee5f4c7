//! `#[exclude(…)]`, `#[partition_by(…)]`, `#[partition(…)]`, and the storage keys of `#[table(…)]`.

use schema_ddl::model::{Exclusion, IndexOn, PartitionBy, PartitionStrategy, Table};

use super::Writer;
use super::attribute::{self, literal, pair, push};
use super::constraint::{Defaults, deferrable};
use super::index::parameter;
use crate::pull::partition;

/// Returns the items of `#[table(…)]`.
pub(super) fn of_table(table: &Table) -> Vec<String> {
    let mut items = Vec::new();
    if !table.options.is_empty() {
        let with = table.options.iter();
        let with: Vec<String> = with.map(|(key, value)| parameter(key, value)).collect();
        items.push(format!("with({})", with.join(", ")));
    }
    if table.unlogged {
        items.push("unlogged".to_owned());
    }
    items
}

/// Writes the attributes of a table.
pub(super) fn write(
    writer: &Writer<'_>,
    table: &Table,
    defaults: &Defaults<'_>,
    source: &mut String,
) {
    for one in &table.exclusions {
        attribute::write(
            source,
            "",
            "exclude",
            &exclusion(writer, table, one, defaults),
        );
    }
    let Some(by) = &table.partition_by else {
        return;
    };
    attribute::write(
        source,
        "",
        "partition_by",
        &[partition_by(writer, table, by)],
    );
    for partition in &writer.model.tables {
        let Some(place) = partition.partition_of.as_ref() else {
            continue;
        };
        if place.parent == table.name
            && let Some(bound) = partition::bound(&place.bound)
        {
            let mut items = vec![pair("name", &partition.name.name)];
            items.extend(bound);
            attribute::write(source, "", "partition", &items);
        }
    }
}

fn exclusion(
    writer: &Writer<'_>,
    table: &Table,
    exclusion: &Exclusion,
    defaults: &Defaults<'_>,
) -> Vec<String> {
    let mut columns = Some(Vec::new());
    let elements = exclusion.elements.iter().map(|element| {
        let mut text = on(writer, table, &element.on);
        match (&element.on, &mut columns) {
            (IndexOn::Column(name), Some(columns)) => columns.push(name.as_str()),
            _ => columns = None,
        }
        if let Some(class) = &element.operator_class {
            text.push('.');
            text.push_str(class);
        }
        push(&mut text, format!(" with {}", literal(&element.operator)));
        text
    });
    let mut items: Vec<String> = elements.collect();
    if exclusion.method != "gist" {
        items = vec![format!("{}({})", exclusion.method, items.join(", "))];
    }
    items.extend(exclusion.filter.iter().map(|filter| pair("where", filter)));
    items.extend(deferrable(exclusion.deferrable).map(str::to_owned));
    // The default name of one with expressions depends on them. So it is always written.
    items.extend(match columns {
        Some(columns) => defaults.name(&exclusion.name, &columns, "excl"),
        None => Some(pair("name", &exclusion.name)),
    });
    items
}

fn partition_by(writer: &Writer<'_>, table: &Table, by: &PartitionBy) -> String {
    let strategy = match by.strategy {
        PartitionStrategy::Range => "range",
        PartitionStrategy::List => "list",
        PartitionStrategy::Hash => "hash",
    };
    let parts = partition::key(&by.key).unwrap_or_default();
    let parts: Vec<String> = parts.iter().map(|part| on(writer, table, part)).collect();
    format!("{strategy}({})", parts.join(", "))
}

fn on(writer: &Writer<'_>, table: &Table, on: &IndexOn) -> String {
    match on {
        IndexOn::Column(name) => writer.names.field(&table.name, name).to_owned(),
        IndexOn::Expression(expression) => format!("sql({})", literal(expression)),
    }
}
