//! `model` blocks.

use schema_ddl::model::{Deferrable, PrimaryKey, Table};

use super::ast::{Attribute, Block, Field, Value, find};
use super::schema::{Context, name};
use super::{field, index};
use crate::pull::PullError;

/// Returns a table with everything except foreign keys.
pub(super) fn table<'a>(block: &'a Block, context: &mut Context<'a>) -> Result<Table, PullError> {
    let mut table = Table::new(name(block)?);
    let object = format!("table {}", table.name);
    if block.has_docs {
        context.leave_out(
            &object,
            "its documentation comment, which is not one of the database",
        );
    }
    for field in &block.fields {
        let column = field::column(block, field, &table.name, context)?;
        table.columns.extend(column);
    }
    for field in &block.fields {
        of_field(block, field, &mut table)?;
    }
    for attribute in &block.attributes {
        of_block(block, attribute, &mut table, context)?;
    }
    Ok(table)
}

fn of_field(block: &Block, field: &Field, table: &mut Table) -> Result<(), PullError> {
    let columns = || vec![field::column_name(field).to_owned()];
    if let Some(id) = find(&field.attributes, "id") {
        primary_key(block, id, columns(), table)?;
    }
    if let Some(unique) = find(&field.attributes, "unique") {
        index::unique_field(unique, &columns(), table);
    }
    Ok(())
}

fn primary_key(
    block: &Block,
    attribute: &Attribute,
    columns: Vec<String>,
    table: &mut Table,
) -> Result<(), PullError> {
    if table.primary_key.is_some() {
        let message = format!(
            "`{}` has two primary keys; remove `@{}`",
            block.name, attribute.name
        );
        return Err(PullError::new(attribute.line, message));
    }
    let map = attribute.named("map").and_then(Value::text);
    table.primary_key = Some(PrimaryKey {
        name: map.map_or_else(|| format!("{}_pkey", table.name.name), str::to_owned),
        columns,
        include: Vec::new(),
        deferrable: Deferrable::No,
        comment: None,
    });
    Ok(())
}

fn of_block(
    block: &Block,
    attribute: &Attribute,
    table: &mut Table,
    context: &mut Context<'_>,
) -> Result<(), PullError> {
    match attribute.name.as_str() {
        "map" | "schema" | "ignore" => Ok(()),
        "id" => {
            let columns = columns(block, attribute, "fields")?;
            primary_key(block, attribute, columns, table)
        }
        "unique" => {
            let created = index::index(block, attribute, true, table)?;
            table.indexes.push(created);
            Ok(())
        }
        "index" => {
            let created = index::index(block, attribute, false, table)?;
            table.indexes.push(created);
            Ok(())
        }
        other => {
            let object = format!("table {}", table.name);
            context.leave_out(object, format!("`@@{other}` is not known"));
            Ok(())
        }
    }
}

/// Returns the columns in a list of fields.
pub(super) fn columns(
    block: &Block,
    attribute: &Attribute,
    argument: &str,
) -> Result<Vec<String>, PullError> {
    let list = attribute.get(argument).map(Value::list).unwrap_or_default();
    let columns: Result<Vec<String>, PullError> = list
        .iter()
        .map(|value| column(block, attribute, value))
        .collect();
    let columns = columns?;
    if columns.is_empty() {
        let message = format!(
            "`@{}` names no field; write `{argument}: [a, b]`",
            attribute.name
        );
        return Err(PullError::new(attribute.line, message));
    }
    Ok(columns)
}

/// Returns the column of a field that an attribute names.
pub(super) fn column(
    block: &Block,
    attribute: &Attribute,
    value: &Value,
) -> Result<String, PullError> {
    let word = value.word().unwrap_or_default();
    if let Some(field) = block.fields.iter().find(|field| field.name == word) {
        return Ok(field::column_name(field).to_owned());
    }
    let message = format!("`{}` has no field `{word}`; correct the name", block.name);
    Err(PullError::new(attribute.line, message))
}
