//! The parts of a diagram, the same for each format.

use std::collections::BTreeSet;

use schema_ddl::model::{Column, DataType, ForeignKey, IndexOn, Model, Name, Table};

/// The parts of a table that a diagram shows.
#[derive(Debug)]
pub(super) struct Entity<'a> {
    pub(super) table: &'a Table,
    pub(super) rows: Vec<Row<'a>>,
}

/// A column.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) name: &'a str,
    pub(super) data_type: String,
    /// Any of `PK`, `FK` and `UK`.
    pub(super) marks: Vec<&'static str>,
    pub(super) nullable: bool,
}

/// A foreign key.
#[derive(Debug)]
pub(super) struct Relation<'a> {
    pub(super) key: &'a ForeignKey,
    pub(super) child: &'a Name,
    /// True if a row may reference no row.
    pub(super) optional: bool,
    /// True if a row is referenced by at most one row.
    pub(super) unique: bool,
    /// True if the reference is a part of the child's primary key.
    pub(super) identifying: bool,
}

/// Returns the tables without partitions, sorted by name.
pub(super) fn entities(model: &Model) -> Vec<Entity<'_>> {
    let mut tables: Vec<&Table> = model
        .tables
        .iter()
        .filter(|table| table.partition_of.is_none())
        .collect();
    tables.sort_by_key(|table| &table.name);
    let entity = |table| Entity {
        table,
        rows: rows(table),
    };
    tables.into_iter().map(entity).collect()
}

/// Returns the foreign keys of the tables.
pub(super) fn relations<'a>(entities: &[Entity<'a>]) -> Vec<Relation<'a>> {
    let keys = |entity: &Entity<'a>| {
        let table = entity.table;
        table
            .foreign_keys
            .iter()
            .map(move |key| relation(table, key))
    };
    entities.iter().flat_map(keys).collect()
}

/// Returns the referenced tables that the model does not contain.
pub(super) fn outside<'a>(model: &Model, relations: &[Relation<'a>]) -> Vec<&'a Name> {
    let names: BTreeSet<&Name> = relations
        .iter()
        .map(|relation| &relation.key.table)
        .collect();
    let is_outside = |name: &&Name| {
        let table = model.table(name);
        table.is_none_or(|table| table.partition_of.is_some())
    };
    names.into_iter().filter(is_outside).collect()
}

/// Returns a name for readers: `clinic.patients`.
pub(super) fn display(name: &Name) -> String {
    match &name.schema {
        Some(schema) => format!("{schema}.{}", name.name),
        None => name.name.clone(),
    }
}

fn relation<'a>(table: &'a Table, key: &'a ForeignKey) -> Relation<'a> {
    let is_nullable = |name: &String| table.column(name).is_some_and(|column| column.nullable);
    let primary_key = table.primary_key.as_ref();
    Relation {
        key,
        child: &table.name,
        optional: key.columns.iter().any(is_nullable),
        unique: unique_sets(table).iter().any(|set| {
            let mut set = set.iter();
            set.all(|column| key.columns.iter().any(|one| one == column))
        }),
        identifying: primary_key.is_some_and(|primary_key| {
            let mut columns = key.columns.iter();
            columns.all(|column| primary_key.columns.contains(column))
        }),
    }
}

/// Returns each list of columns in which no two rows are equal.
fn unique_sets(table: &Table) -> Vec<Vec<&str>> {
    let primary_key = table.primary_key.iter().map(|key| &key.columns);
    let uniques = table.uniques.iter().map(|unique| &unique.columns);
    let constraints = primary_key.chain(uniques);
    let mut sets: Vec<Vec<&str>> = constraints
        .map(|columns| columns.iter().map(String::as_str).collect())
        .collect();
    for index in &table.indexes {
        if index.unique && index.filter.is_none() {
            let columns = index.elements.iter().map(|element| match &element.on {
                IndexOn::Column(name) => Some(name.as_str()),
                IndexOn::Expression(_) => None,
            });
            sets.extend(columns.collect::<Option<Vec<&str>>>());
        }
    }
    sets
}

fn rows<'a>(table: &'a Table) -> Vec<Row<'a>> {
    let unique_sets = unique_sets(table);
    let row = |column: &'a Column| Row {
        name: &column.name,
        data_type: short(&column.data_type),
        marks: marks(table, &unique_sets, &column.name),
        nullable: column.nullable,
    };
    table.columns.iter().map(row).collect()
}

fn marks(table: &Table, unique_sets: &[Vec<&str>], column: &str) -> Vec<&'static str> {
    let is_in = |columns: &[String]| columns.iter().any(|one| one == column);
    let primary = table.primary_key.iter().any(|key| is_in(&key.columns));
    let foreign = table.foreign_keys.iter().any(|key| is_in(&key.columns));
    // A column that is only unique together with others has no mark.
    let unique = unique_sets.iter().any(|set| set == &[column]);
    let marks = [("PK", primary), ("FK", foreign), ("UK", unique && !primary)];
    let marks = marks.into_iter().filter(|(_, has)| *has);
    marks.map(|(mark, _)| mark).collect()
}

/// Returns the type as developers write it.
fn short(data_type: &DataType) -> String {
    let mut short = data_type.clone();
    let name = match data_type.name.name.as_str() {
        _ if !data_type.built_in => return plain(data_type),
        "character varying" => "varchar",
        "character" => "char",
        "timestamp with time zone" => "timestamptz",
        "timestamp without time zone" => "timestamp",
        "time with time zone" => "timetz",
        "time without time zone" => "time",
        "double precision" => "float8",
        "bit varying" => "varbit",
        other => other,
    };
    short.name = Name::new(name);
    plain(&short)
}

fn plain(data_type: &DataType) -> String {
    let modifier = data_type.modifier.as_ref();
    format!(
        "{}{}{}",
        display(&data_type.name),
        modifier
            .map(|modifier| format!("({modifier})"))
            .unwrap_or_default(),
        if data_type.array { "[]" } else { "" }
    )
}
