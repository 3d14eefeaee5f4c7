//! Exclusion constraints, partitions and storage parameters.

use schema_ddl::model::{
    Column, DataType, Exclusion, IndexOn, Kind, Model, Name, PartitionBy, RowSecurity, Table,
};

use super::expression::Forbidden;
use super::index::additional_class;
use super::report::{QUOTE, Report, is_name, take};
use crate::pull::partition;

/// The storage parameters that the attribute accepts.
pub(super) const PARAMETERS: [&str; 24] = [
    "autovacuum_analyze_scale_factor",
    "autovacuum_analyze_threshold",
    "autovacuum_enabled",
    "autovacuum_freeze_max_age",
    "autovacuum_freeze_min_age",
    "autovacuum_freeze_table_age",
    "autovacuum_multixact_freeze_max_age",
    "autovacuum_multixact_freeze_min_age",
    "autovacuum_multixact_freeze_table_age",
    "autovacuum_vacuum_cost_delay",
    "autovacuum_vacuum_cost_limit",
    "autovacuum_vacuum_insert_scale_factor",
    "autovacuum_vacuum_insert_threshold",
    "autovacuum_vacuum_max_threshold",
    "autovacuum_vacuum_scale_factor",
    "autovacuum_vacuum_threshold",
    "fillfactor",
    "log_autovacuum_min_duration",
    "parallel_workers",
    "toast_tuple_target",
    "user_catalog_table",
    "vacuum_index_cleanup",
    "vacuum_max_eager_freeze_failure_rate",
    "vacuum_truncate",
];

/// Takes away the storage parameters that cannot be written.
pub(super) fn parameters(table: &mut Table, report: &mut Report) {
    let name = table.name.clone();
    table.options.retain(|key, value| {
        let keep = PARAMETERS.contains(&key.as_str());
        if !keep {
            let reason = format!("its storage parameter `{key} = {value}`");
            report.object(Kind::Table, &name, reason);
        }
        keep
    });
}

/// Takes away the exclusion constraints and the key of partitions, if they cannot be written.
pub(super) fn parts(table: &mut Table, forbidden: &Forbidden, report: &mut Report) {
    let mut exclusions = std::mem::take(&mut table.exclusions);
    exclusions.retain_mut(|one| {
        if let Some(reason) = unwritable(one, table, forbidden) {
            report.part(Kind::Constraint, &table.name, &one.name, reason);
            return false;
        }
        if take(&mut one.comment) {
            report.part(Kind::Constraint, &table.name, &one.name, "its comment");
        }
        true
    });
    table.exclusions = exclusions;
    if let Some(by) = &table.partition_by
        && let Some(reason) = unwritable_key(by, table, forbidden)
    {
        let reason = format!("its partitioning by `{}`, because {reason}", by.key);
        report.object(Kind::Table, &table.name, reason);
        table.partition_by = None;
    }
}

fn unwritable(exclusion: &Exclusion, table: &Table, forbidden: &Forbidden) -> Option<String> {
    if !is_name(&exclusion.name) {
        return Some(QUOTE.into());
    }
    if !["btree", "hash", "gist", "spgist"].contains(&exclusion.method.as_str()) {
        return Some(format!(
            "its method `{}` is not an attribute",
            exclusion.method
        ));
    }
    for element in &exclusion.elements {
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
        if !element
            .operator
            .chars()
            .all(|c| "+-*/<>=~!@#%^&|`?".contains(c))
        {
            return Some(format!(
                "its operator `{}` is in another Postgres schema",
                element.operator
            ));
        }
        if let Some(class) = &element.operator_class
            && !class.chars().all(|c| c.is_alphanumeric() || c == '_')
        {
            return Some(format!("its operator class `{class}` is not a plain name"));
        }
    }
    let filter = exclusion.filter.as_deref();
    let what = filter.and_then(|filter| forbidden.find(filter));
    what.map(|what| format!("its condition uses {what}, which is left out"))
}

fn unwritable_key(by: &PartitionBy, table: &Table, forbidden: &Forbidden) -> Option<String> {
    let Some(parts) = partition::key(&by.key) else {
        return Some("an attribute has no operator class and no collation for it".into());
    };
    parts.iter().find_map(|part| match part {
        IndexOn::Column(name) if table.column(name).is_none() => {
            Some(format!("its column `{name}` is left out"))
        }
        IndexOn::Column(_) => None,
        IndexOn::Expression(expression) => forbidden
            .find(expression)
            .map(|what| format!("it uses {what}, which is left out")),
    })
}

/// Adds the partitions of the tables that keep their key, and reports the others.
pub(super) fn partitions(from: &Model, to: &mut Model, report: &mut Report) {
    let mut partitions = Vec::new();
    for table in &from.tables {
        let Some(place) = &table.partition_of else {
            continue;
        };
        let parent = to.table(&place.parent);
        let is_kept = parent.is_some_and(|parent| parent.partition_by.is_some());
        let is_simple = is_name(&table.name.name) && table.name.schema == place.parent.schema;
        if !is_kept || !is_simple || partition::bound(&place.bound).is_none() {
            let reason = format!("a partition of {}; programs use that table", place.parent);
            report.object(Kind::Table, &table.name, reason);
            continue;
        }
        own_parts(table, report);
        let columns = parent.into_iter().flat_map(|parent| &parent.columns);
        let columns = columns.map(|column| Column {
            comment: None,
            ..column.clone()
        });
        partitions.push(Table {
            columns: columns.collect(),
            partition_of: Some(place.clone()),
            ..Table::new(table.name.clone())
        });
    }
    to.tables.extend(partitions);
}

/// Reports what a partition has besides its bound.
fn own_parts(table: &Table, report: &mut Report) {
    let name: &Name = &table.name;
    let has = [
        (table.partition_by.is_some(), "its own partitions"),
        (!table.indexes.is_empty(), "its own indexes"),
        (!table.options.is_empty(), "its storage parameters"),
        (table.unlogged, "`unlogged`"),
        (table.comment.is_some(), "its comment"),
        (
            table.row_security != RowSecurity::Off,
            "its row-level security",
        ),
    ];
    for (_, reason) in has.into_iter().filter(|(has, _)| *has) {
        report.object(Kind::Table, name, reason);
    }
    let policies = table.policies.iter().map(|one| (Kind::Policy, &one.name));
    let triggers = table.triggers.iter().map(|one| (Kind::Trigger, &one.name));
    for (kind, part) in policies.chain(triggers) {
        let reason = "`#[partition]` has only a name and a bound";
        report.part(kind, name, part, reason);
    }
}

/// True if an exclusion constraint needs `btree_gist`.
pub(super) fn needs_btree_gist(table: &Table, model: &Model) -> bool {
    let is_scalar = |data_type: &DataType| {
        let is_enum = model.enumeration(&data_type.name).is_some();
        additional_class(data_type, "gist", is_enum).is_some()
    };
    let mut by_gist = table.exclusions.iter().filter(|one| one.method == "gist");
    by_gist.any(|one| {
        one.elements.iter().any(|element| match &element.on {
            _ if element.operator_class.is_some() => {
                let class = element.operator_class.as_deref().unwrap_or_default();
                class.starts_with("gist_") && class != "gist_trgm_ops"
            }
            IndexOn::Column(name) => table
                .column(name)
                .is_some_and(|column| is_scalar(&column.data_type)),
            IndexOn::Expression(_) => false,
        })
    })
}
