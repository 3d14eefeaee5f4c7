//! What a program's tables leave to the database.
//!
//! The attributes of a table describe its columns, keys, constraints and indexes. Views, functions, triggers, policies and
//! the like are made with SQL. A comparison of tables with a database must not drop them.

use std::collections::HashSet;

use schema_ddl::model::{
    Check, Column, ForeignKey, Index, Kind, Model, Name, ObjectId, PrimaryKey, Sequence, Table,
    Unique,
};

/// Adds what a model of tables leaves open, as it is in the database: views, functions, triggers, policies, grants,
/// exclusion constraints, partitions, storage parameters, and comments on constraints, indexes and types.
///
/// A table that only the database has is not added, so a comparison drops it. The same holds for a type, unless something
/// else that stays uses it.
///
/// ```
/// use schema_ddl::model::{Model, Name, Table, View};
/// use schema_kit::tables::keep;
///
/// let orders = Table::new(Name::new("orders"));
/// let mut wanted = Model { tables: vec![orders.clone()], ..Model::default() };
/// let database = Model {
///     tables: vec![Table { unlogged: true, ..orders }, Table::new(Name::new("old"))],
///     views: vec![View::new(Name::new("all_orders"), "select * from orders")],
///     ..Model::default()
/// };
/// keep(&mut wanted, &database);
/// assert!(wanted.tables.len() == 1 && wanted.tables[0].unlogged && wanted.views.len() == 1);
/// ```
pub fn keep(wanted: &mut Model, database: &Model) {
    for namespace in &database.namespaces {
        match wanted
            .namespaces
            .iter_mut()
            .find(|one| one.name == namespace.name)
        {
            Some(wanted) => keep_comment(&mut wanted.comment, namespace.comment.as_ref()),
            None => wanted.namespaces.push(namespace.clone()),
        }
    }
    for extension in &database.extensions {
        if !wanted
            .extensions
            .iter()
            .any(|one| one.name == extension.name)
        {
            wanted.extensions.push(extension.clone());
        }
    }
    wanted.roles.clone_from(&database.roles);
    wanted.grants.clone_from(&database.grants);
    wanted.not_public.clone_from(&database.not_public);
    wanted
        .default_privileges
        .clone_from(&database.default_privileges);
    wanted.routines.clone_from(&database.routines);
    wanted.views.clone_from(&database.views);
    for table in &mut wanted.tables {
        if let Some(is) = database.table(&table.name) {
            keep_table(table, is);
        }
    }
    partitions(wanted, database);
    let names: HashSet<Name> = wanted
        .tables
        .iter()
        .map(|table| table.name.clone())
        .collect();
    wanted
        .grants
        .retain(|grant| is_there(&names, database, &grant.on));
    sequences(wanted, database);
    types(wanted, database);
}

/// Returns false for a part of a table that is dropped.
fn is_there(names: &HashSet<Name>, database: &Model, object: &ObjectId) -> bool {
    !matches!(object.kind, Kind::Table | Kind::Column)
        || names.contains(&object.name)
        || database.table(&object.name).is_none()
}

fn keep_table(table: &mut Table, is: &Table) {
    table.exclusions.clone_from(&is.exclusions);
    table.triggers.clone_from(&is.triggers);
    table.policies.clone_from(&is.policies);
    table.row_security = is.row_security;
    table.partition_by.clone_from(&is.partition_by);
    table.partition_of.clone_from(&is.partition_of);
    table.attached.clone_from(&is.attached);
    table.options.clone_from(&is.options);
    table.unlogged = is.unlogged;
    for column in &mut table.columns {
        if let Some(is) = is.column(&column.name) {
            keep_column(column, is);
        }
    }
    if let (Some(key), Some(is)) = (&mut table.primary_key, &is.primary_key) {
        keep_primary_key(key, is);
    }
    for unique in &mut table.uniques {
        if let Some(is) = is.uniques.iter().find(|is| is.name == unique.name) {
            keep_unique(unique, is);
        }
    }
    for check in &mut table.checks {
        if let Some(is) = is.checks.iter().find(|is| is.name == check.name) {
            keep_check(check, is);
        }
    }
    for key in &mut table.foreign_keys {
        if let Some(is) = is.foreign_keys.iter().find(|is| is.name == key.name) {
            keep_foreign_key(key, is);
        }
    }
    for index in &mut table.indexes {
        if let Some(is) = is.indexes.iter().find(|is| is.name == index.name) {
            keep_index(index, is);
        }
    }
}

fn keep_column(column: &mut Column, is: &Column) {
    if column.data_type == is.data_type {
        column.storage.clone_from(&is.storage);
        column.compression.clone_from(&is.compression);
    }
    column.statistics = is.statistics;
    if let (Some(identity), Some(is)) = (&mut column.identity, &is.identity) {
        identity.sequence.clone_from(&is.sequence);
    }
}

fn keep_primary_key(key: &mut PrimaryKey, is: &PrimaryKey) {
    if key.columns == is.columns {
        key.include.clone_from(&is.include);
        key.deferrable = is.deferrable;
    }
    keep_comment(&mut key.comment, is.comment.as_ref());
}

fn keep_unique(unique: &mut Unique, is: &Unique) {
    if unique.columns == is.columns {
        unique.include.clone_from(&is.include);
        unique.deferrable = is.deferrable;
    }
    keep_comment(&mut unique.comment, is.comment.as_ref());
}

/// A constraint that is not validated yet stays so until someone validates it.
fn keep_check(check: &mut Check, is: &Check) {
    if check.expression == is.expression {
        check.no_inherit = is.no_inherit;
        check.not_valid = is.not_valid;
        check.not_enforced = is.not_enforced;
    }
    keep_comment(&mut check.comment, is.comment.as_ref());
}

fn keep_foreign_key(key: &mut ForeignKey, is: &ForeignKey) {
    if key.columns == is.columns && key.table == is.table && key.references == is.references {
        key.match_type = is.match_type;
        key.on_delete_columns.clone_from(&is.on_delete_columns);
        key.not_valid = is.not_valid;
        key.not_enforced = is.not_enforced;
    }
    keep_comment(&mut key.comment, is.comment.as_ref());
}

fn keep_index(index: &mut Index, is: &Index) {
    keep_comment(&mut index.comment, is.comment.as_ref());
}

fn keep_comment(wanted: &mut Option<String>, is: Option<&String>) {
    if wanted.is_none() {
        *wanted = is.cloned();
    }
}

/// Adds the partitions of tables that stay, with the columns of those tables.
fn partitions(wanted: &mut Model, database: &Model) {
    // A partition can have partitions.
    loop {
        let mut added = Vec::new();
        for partition in &database.tables {
            let Some(of) = &partition.partition_of else {
                continue;
            };
            let Some(parent) = wanted.table(&of.parent) else {
                continue;
            };
            if wanted.table(&partition.name).is_none() {
                let columns = parent.columns.clone();
                added.push(Table {
                    columns,
                    ..partition.clone()
                });
            }
        }
        if added.is_empty() {
            return;
        }
        wanted.tables.extend(added);
    }
}

/// Adds the sequences that no column owns, and those of columns that still number their rows with them.
fn sequences(wanted: &mut Model, database: &Model) {
    let stays = |sequence: &Sequence| {
        let Some((table, column)) = &sequence.owned_by else {
            return true;
        };
        let column = wanted.table(table).and_then(|table| table.column(column));
        column.is_some_and(|column| column.identity.is_none())
    };
    let kept: Vec<Sequence> = database
        .sequences
        .iter()
        .filter(|one| stays(one))
        .cloned()
        .collect();
    let new: Vec<Sequence> = kept
        .into_iter()
        .filter(|one| {
            !wanted
                .sequences
                .iter()
                .any(|wanted| wanted.name == one.name)
        })
        .collect();
    wanted.sequences.extend(new);
}

/// Keeps the comments of types, and adds types that kept objects use.
fn types(wanted: &mut Model, database: &Model) {
    for def in &mut wanted.enums {
        let is = database.enums.iter().find(|is| is.name == def.name);
        keep_comment(&mut def.comment, is.and_then(|is| is.comment.as_ref()));
    }
    for def in &mut wanted.domains {
        let is = database.domains.iter().find(|is| is.name == def.name);
        if let Some(is) = is {
            def.not_null = is.not_null;
            def.default.clone_from(&is.default);
            keep_comment(&mut def.comment, is.comment.as_ref());
        }
    }
    for def in &mut wanted.composites {
        let is = database.composites.iter().find(|is| is.name == def.name);
        keep_comment(&mut def.comment, is.and_then(|is| is.comment.as_ref()));
    }
    let used = used_types(wanted);
    let used = &used;
    let kept = |kind| move |name: &Name| used.contains(&ObjectId::new(kind, name.clone()));
    extend(
        &mut wanted.enums,
        &database.enums,
        |one| &one.name,
        kept(Kind::Enum),
    );
    extend(
        &mut wanted.domains,
        &database.domains,
        |one| &one.name,
        kept(Kind::Domain),
    );
    extend(
        &mut wanted.composites,
        &database.composites,
        |one| &one.name,
        kept(Kind::Composite),
    );
}

/// Adds those of the database that are kept and not there yet.
fn extend<T: Clone>(
    wanted: &mut Vec<T>,
    database: &[T],
    name: impl Fn(&T) -> &Name,
    is_kept: impl Fn(&Name) -> bool,
) {
    for one in database {
        if is_kept(name(one)) && !wanted.iter().any(|wanted| name(wanted) == name(one)) {
            wanted.push(one.clone());
        }
    }
}

/// Returns the types that functions and views use.
fn used_types(model: &Model) -> HashSet<ObjectId> {
    let of_routines = model.routines.iter().flat_map(|routine| &routine.uses);
    let of_views = model.views.iter().flat_map(|view| &view.reads);
    of_routines.chain(of_views).cloned().collect()
}
