//! Look-ups in the schema before a statement.

use crate::model::{
    Check, Column, DataType, Domain, ForeignKey, IndexOn, Model, Name, Table, View,
};
use crate::sql::expression::{self, Mention};

/// True if two names can mean the same object: a name without a Postgres schema is in any.
pub(super) fn is_same(a: &Name, b: &Name) -> bool {
    a.name == b.name && (a.schema.is_none() || b.schema.is_none() || a.schema == b.schema)
}

/// Returns the one whose name is equal, or else could be meant.
fn find<'m, T>(all: &'m [T], name: &Name, of: impl Fn(&T) -> &Name) -> Option<&'m T> {
    let exact = all.iter().find(|one| of(one) == name);
    exact.or_else(|| all.iter().find(|one| is_same(of(one), name)))
}

/// Returns the table.
pub(super) fn table<'m>(model: &'m Model, name: &Name) -> Option<&'m Table> {
    find(&model.tables, name, |table| &table.name)
}

/// Returns the view.
pub(super) fn view<'m>(model: &'m Model, name: &Name) -> Option<&'m View> {
    find(&model.views, name, |view| &view.name)
}

/// Returns the domain.
pub(super) fn domain<'m>(model: &'m Model, of: &DataType) -> Option<&'m Domain> {
    if of.built_in {
        return None;
    }
    find(&model.domains, &of.name, |domain| &domain.name)
}

/// Returns the labels of an enum.
pub(super) fn labels<'m>(model: &'m Model, of: &DataType) -> Option<&'m [String]> {
    if of.built_in || of.array {
        return None;
    }
    let def = find(&model.enums, &of.name, |def| &def.name)?;
    Some(&def.labels)
}

/// Returns the column of a table.
pub(super) fn column<'m>(model: &'m Model, of: &Name, name: &str) -> Option<&'m Column> {
    table(model, of)?.column(name)
}

/// Returns the table of an index, also of one that belongs to a constraint.
pub(super) fn table_of_index<'m>(model: &'m Model, index: &Name) -> Option<&'m Table> {
    let mut tables = model.tables.iter();
    tables.find(|table| {
        let name = |name: &String| is_same(&table.name.beside(name.clone()), index);
        table.indexes.iter().any(|one| name(&one.name))
            || table.primary_key.iter().any(|one| name(&one.name))
            || table.uniques.iter().any(|one| name(&one.name))
            || table.exclusions.iter().any(|one| name(&one.name))
    })
}

/// Returns the foreign keys of other tables to this one, with their tables.
pub(super) fn referencing<'m>(
    model: &'m Model,
    table: &Name,
) -> impl Iterator<Item = (&'m Table, &'m ForeignKey)> {
    let of = table.clone();
    let keys = model.tables.iter();
    keys.flat_map(|other| other.foreign_keys.iter().map(move |key| (other, key)))
        .filter(move |(_, key)| is_same(&key.table, &of))
}

/// Returns the partitions of a table.
pub(super) fn partitions<'m>(model: &'m Model, parent: &Name) -> impl Iterator<Item = &'m Table> {
    let parent = parent.clone();
    let tables = model.tables.iter();
    tables.filter(move |one| {
        let place = one.partition_of.as_ref();
        place.is_some_and(|place| is_same(&place.parent, &parent))
    })
}

/// Returns the columns of all tables with a type of the schema, with their tables.
pub(super) fn columns_of_type<'m>(
    model: &'m Model,
    of: &Name,
) -> impl Iterator<Item = (&'m Table, &'m Column)> {
    let of = of.clone();
    let tables = model.tables.iter();
    tables
        .flat_map(|table| table.columns.iter().map(move |column| (table, column)))
        .filter(move |(_, one)| !one.data_type.built_in && is_same(&one.data_type.name, &of))
}

/// True if a constraint that the server trusts says that the column is not NULL.
pub(crate) fn is_proved_not_null(table: &Table, column: &str) -> bool {
    let proves = |check: &Check| {
        !check.not_valid && !check.not_enforced && is_not_null_check(&check.expression, column)
    };
    let in_key = table
        .primary_key
        .iter()
        .any(|key| key.columns.iter().any(|one| one == column));
    in_key || table.checks.iter().any(proves)
}

/// True if a condition contains `column is not null`, alone or after `and`.
fn is_not_null_check(expression: &str, column: &str) -> bool {
    let tokens = crate::sql::lexer::code(expression);
    let mut words: Vec<String> = Vec::new();
    for token in &tokens {
        match token.text {
            "(" | ")" => {}
            text => words.push(token.name().unwrap_or_else(|| text.to_owned())),
        }
    }
    let has_or = words.iter().any(|word| word == "or" || word == "not");
    let parts: Vec<&[String]> = words.split(|word| word == "and").collect();
    let exact = |part: &&[String]| {
        part.len() == 4 && part[0] == column && part[1..] == ["is", "not", "null"]
    };
    // The one `not` is that of `is not null`.
    let nots = words.iter().filter(|word| *word == "not").count();
    let found = parts.iter().filter(|part| exact(part)).count();
    found > 0 && (!has_or || (nots == found && !words.iter().any(|word| word == "or")))
}

/// True if an index begins with these columns, in any order.
pub(super) fn has_index_on(table: &Table, columns: &[String]) -> bool {
    let begins = |keys: &[&str]| {
        keys.len() >= columns.len()
            && columns
                .iter()
                .all(|column| keys[..columns.len()].contains(&column.as_str()))
    };
    let strings = |columns: &'_ [String]| -> bool {
        begins(&columns.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let indexes = table
        .indexes
        .iter()
        .filter(|one| one.filter.is_none() && !one.invalid);
    let mut keys = indexes.map(|one| {
        let elements = one.elements.iter();
        elements
            .map(|element| match &element.on {
                IndexOn::Column(name) => name.as_str(),
                IndexOn::Expression(_) => "",
            })
            .collect::<Vec<_>>()
    });
    keys.any(|keys| begins(&keys))
        || table.primary_key.iter().any(|key| strings(&key.columns))
        || table.uniques.iter().any(|unique| strings(&unique.columns))
}

/// True if an expression reads the column.
pub(crate) fn reads(expression: &str, column: &str) -> bool {
    let mentions = expression::mentions(expression);
    mentions.contains(&Mention::Column(column.to_owned()))
}

/// Returns the tables that share the lock of a table's foreign keys, in both directions.
pub(super) fn neighbours(model: &Model, of: &Name) -> Vec<Name> {
    let own = table(model, of)
        .into_iter()
        .flat_map(|table| &table.foreign_keys);
    let mut all: Vec<Name> = own.map(|key| key.table.clone()).collect();
    all.extend(referencing(model, of).map(|(table, _)| table.name.clone()));
    all.retain(|one| !is_same(one, of));
    all.sort();
    all.dedup();
    all
}
