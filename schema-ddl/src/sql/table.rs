//! [`create table`](https://www.postgresql.org/docs/current/sql-createtable.html).

use std::collections::BTreeMap;

use super::constraint::Constraint;
use super::{column, options};
use crate::model::{Name, PartitionBy, PartitionStrategy, Table};

/// Returns the statement that creates a table with its columns and constraints, except foreign keys, whose tables may not
/// exist yet, and constraints that are not valid, which `create table` would declare as valid.
///
/// A partition gets its columns from its table.
///
/// ```
/// use schema_ddl::model::{Column, DataType, Name, Table};
/// use schema_ddl::sql::table;
///
/// let patients = Table {
///     columns: vec![Column::new("id", DataType::parse("bigint"))],
///     ..Table::new(Name::new("patients"))
/// };
/// assert_eq!(
///     table::create(&patients),
///     "create table \"patients\" (\n    \"id\" bigint not null\n)"
/// );
/// ```
pub fn create(table: &Table) -> String {
    create_with(table, &without_foreign_keys(table))
}

/// Returns the constraints of a table, except foreign keys.
pub(crate) fn without_foreign_keys(table: &Table) -> Vec<Constraint<'_>> {
    let mut all = Constraint::all(table);
    all.retain(|one| !matches!(one, Constraint::ForeignKey(_)));
    all
}

/// As [`create`], with some of the table's constraints, which can be foreign keys.
pub(crate) fn create_with(table: &Table, constraints: &[Constraint<'_>]) -> String {
    let mut lines: Vec<String> = match &table.partition_of {
        Some(_) => Vec::new(),
        None => table.columns.iter().map(column::definition).collect(),
    };
    let inside = constraints.iter().filter(|one| is_inside(**one));
    lines.extend(inside.map(|one| one.sql()));
    let unlogged = if table.unlogged { "unlogged " } else { "" };
    let mut clauses = vec![format!("create {unlogged}table {}", table.name)];
    if let Some(place) = &table.partition_of {
        clauses.push(format!("partition of {}", place.parent));
    }
    if !lines.is_empty() {
        clauses.push(format!("(\n    {}\n)", lines.join(",\n    ")));
    } else if table.partition_of.is_none() {
        clauses.push(String::from("()"));
    }
    if let Some(place) = &table.partition_of {
        clauses.push(place.bound.clone());
    }
    clauses.extend(table.partition_by.as_ref().map(partition_by));
    clauses.extend(options::with(&table.options));
    clauses.join(" ")
}

/// True if `create table` contains the constraint.
pub(crate) fn is_inside(constraint: Constraint<'_>) -> bool {
    !constraint.is_not_valid()
}

fn partition_by(key: &PartitionBy) -> String {
    let strategy = match key.strategy {
        PartitionStrategy::Range => "range",
        PartitionStrategy::List => "list",
        PartitionStrategy::Hash => "hash",
    };
    format!("partition by {strategy} ({})", key.key)
}

/// Returns the statements that change the storage parameters.
pub(crate) fn change_options(
    table: &Name,
    from: &BTreeMap<String, String>,
    to: &BTreeMap<String, String>,
) -> Vec<String> {
    let changes = options::change(from, to).into_iter();
    changes
        .map(|change| format!("alter table {table} {change}"))
        .collect()
}

/// Returns the statement that drops a table.
pub(crate) fn drop(table: &Name) -> String {
    format!("drop table {table}")
}

/// Returns the statement that makes a table a partition.
pub(crate) fn attach(parent: &Name, partition: &Name, bound: &str) -> String {
    format!("alter table {parent} attach partition {partition} {bound}")
}

/// Returns the statement that makes a partition a table.
pub(crate) fn detach(parent: &Name, partition: &Name) -> String {
    format!("alter table {parent} detach partition {partition}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Check, Column, DataType, PartitionOf, PrimaryKey};

    #[test]
    fn a_partitioned_table_has_a_key_and_a_partition_a_bound() {
        let mut table = Table {
            columns: vec![Column::new("id", DataType::parse("bigint"))],
            primary_key: Some(PrimaryKey {
                name: "events_pkey".into(),
                columns: vec!["id".into()],
                include: vec![],
                deferrable: crate::model::Deferrable::No,
                comment: None,
            }),
            partition_by: Some(PartitionBy {
                strategy: PartitionStrategy::Range,
                key: "\"id\"".into(),
            }),
            ..Table::new(Name::new("events"))
        };
        assert_eq!(
            create(&table),
            "create table \"events\" (\n    \"id\" bigint not null,\n    \
             constraint \"events_pkey\" primary key (\"id\")\n) partition by range (\"id\")"
        );
        table.primary_key = None;
        table.partition_by = None;
        table.unlogged = true;
        table.options = [("toast.autovacuum_enabled".to_owned(), "off".to_owned())].into();
        table.partition_of = Some(PartitionOf {
            parent: Name::new("events"),
            bound: "for values from (1) to (9)".into(),
        });
        table.name = Name::new("events_1");
        assert_eq!(
            create(&table),
            "create unlogged table \"events_1\" partition of \"events\" for values from (1) to (9) \
             with (toast.autovacuum_enabled = off)"
        );
    }

    #[test]
    fn a_check_that_is_not_valid_is_left_out() {
        let check = Check {
            name: "c".into(),
            expression: "true".into(),
            no_inherit: true,
            not_valid: true,
            not_enforced: false,
            comment: None,
        };
        let mut table = Table {
            checks: vec![check],
            ..Table::new(Name::new("t"))
        };
        assert_eq!(create(&table), "create table \"t\" ()");
        table.checks[0].not_enforced = true;
        assert_eq!(
            create(&table),
            "create table \"t\" (\n    constraint \"c\" check (true) no inherit not enforced\n)"
        );
    }

    #[test]
    fn options_are_set_and_reset() {
        let options = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
            pairs
                .iter()
                .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
                .collect()
        };
        assert_eq!(
            change_options(
                &Name::new("t"),
                &options(&[("a", "1"), ("b", "2")]),
                &options(&[("b", "3 4")])
            ),
            [
                "alter table \"t\" reset (a)",
                "alter table \"t\" set (b = '3 4')"
            ]
        );
    }
}
