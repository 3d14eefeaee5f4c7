//! Decides for each column who makes its values: the server, a foreign key, or a generator.

use std::collections::BTreeSet;

use schema_ddl::model::{Column, Model, Table};
use schema_ddl::sql::lexer;

use super::SeedError;
use super::check::{Expression, parse};
use super::order::{How, Step};
use super::resolve;
use super::source::Source;

/// Functions whose value differs in each run. Generated values take their place.
const VARIABLE: [&str; 14] = [
    "now",
    "clock_timestamp",
    "statement_timestamp",
    "transaction_timestamp",
    "current_timestamp",
    "current_date",
    "current_time",
    "localtimestamp",
    "gen_random_uuid",
    "uuid_generate_v4",
    "uuidv4",
    "uuidv7",
    "random",
    "uuid_generate_v1",
];

/// A column that receives a value.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) name: String,
    pub(super) from: From,
}

/// The origin of the values of a column.
#[derive(Debug)]
pub(super) enum From {
    /// A generator.
    Source(Box<Source>),
    /// A foreign key, or NULL.
    Key,
    /// Numbers of the column's sequence, taken in advance.
    Sequence,
}

/// Returns the columns of a table that receive values.
pub(super) fn slots(model: &Model, step: &Step<'_>) -> Result<Vec<Slot>, SeedError> {
    let table = step.table;
    let mut slots = Vec::new();
    for column in &table.columns {
        if let Some(from) = origin(model, step, column)? {
            slots.push(Slot {
                name: column.name.clone(),
                from,
            });
        }
    }
    if slots.is_empty() {
        // The server needs at least one column.
        slots.extend(
            table
                .columns
                .iter()
                .find_map(|column| any(model, table, column)),
        );
    }
    Ok(slots)
}

fn origin(model: &Model, step: &Step<'_>, column: &Column) -> Result<Option<From>, SeedError> {
    let table = step.table;
    if column.generated.is_some() {
        return Ok(None);
    }
    for key in &step.keys {
        let has = key.constraint.columns.contains(&column.name);
        match &key.how {
            How::Now | How::Itself if has => return Ok(Some(From::Key)),
            How::AfterNull(columns) if columns.contains(&column.name) => {
                return Ok(Some(From::Key));
            }
            _ => {}
        }
    }
    if column.identity.is_some() || is_serial(column) {
        let is_referenced = step
            .keys
            .iter()
            .any(|key| key.how == How::Itself && key.constraint.references.contains(&column.name));
        return Ok(is_referenced.then_some(From::Sequence));
    }
    if is_left_to_server(table, column) {
        return Ok(None);
    }
    match resolve::column(model, table, &column.name) {
        Some(source) => Ok(Some(From::Source(Box::new(source)))),
        None if column.default.is_some() || column.nullable => Ok(None),
        None => Err(SeedError::UnsupportedType {
            table: table.name.clone(),
            column: column.name.clone(),
            data_type: column.data_type.to_string(),
        }),
    }
}

/// Returns the column with any values that it can have.
fn any(model: &Model, table: &Table, column: &Column) -> Option<Slot> {
    let from = match () {
        () if column.generated.is_some() => return None,
        () if column.identity.is_some() || is_serial(column) => From::Sequence,
        () => From::Source(Box::new(resolve::column(model, table, &column.name)?)),
    };
    Some(Slot {
        name: column.name.clone(),
        from,
    })
}

/// True if the default takes the next number of a sequence.
fn is_serial(column: &Column) -> bool {
    let default = column.default.as_deref().and_then(parse);
    matches!(default, Some(Expression::Call(function, _)) if function == "nextval")
}

/// True if the default is used: one that does not differ in each run, of a column without unique values.
fn is_left_to_server(table: &Table, column: &Column) -> bool {
    let Some(default) = &column.default else {
        return false;
    };
    if unique_columns(table).contains(column.name.as_str()) {
        return false;
    }
    let tokens = lexer::tokens(default).unwrap_or_default();
    let mut names = tokens.iter().filter_map(lexer::Token::name);
    let is_null = parse(default) == Some(Expression::Null);
    !is_null && !names.any(|name| VARIABLE.contains(&name.as_str()))
}

/// Returns the columns of unique constraints and of the partition key.
fn unique_columns(table: &Table) -> BTreeSet<&str> {
    let mut columns = BTreeSet::new();
    columns.extend(table.primary_key.iter().flat_map(|key| &key.columns));
    columns.extend(table.uniques.iter().flat_map(|unique| &unique.columns));
    let mut names: BTreeSet<&str> = columns.into_iter().map(String::as_str).collect();
    for index in table.indexes.iter().filter(|index| index.unique) {
        for element in &index.elements {
            if let schema_ddl::model::IndexOn::Column(name) = &element.on {
                names.insert(name);
            }
        }
    }
    if let Some(by) = &table.partition_by
        && let Some(Expression::Array(parts)) = parse(&format!("array[{}]", by.key))
    {
        let parts = parts.iter().filter_map(|part| match part {
            Expression::Column(name) => table.column(name),
            _ => None,
        });
        names.extend(parts.map(|column| column.name.as_str()));
    }
    names
}
