//! `enum` blocks.

use schema_ddl::model::Enum;

use super::ast::{Block, Field, Value, find};
use super::schema::{Context, name};
use crate::pull::PullError;

/// Returns an enum with the labels of the database.
pub(super) fn enumeration(block: &Block, context: &mut Context<'_>) -> Result<Enum, PullError> {
    let name = name(block)?;
    if block.fields.is_empty() {
        let message = format!("the enum `{}` has no values; add one", block.name);
        return Err(PullError::new(block.line, message));
    }
    if block.has_docs || block.fields.iter().any(|field| field.has_docs) {
        context.leave_out(format!("enum {name}"), "its documentation comments");
    }
    let labels = block.fields.iter();
    Ok(Enum {
        name,
        labels: labels.map(|field| label(field).to_owned()).collect(),
        comment: None,
    })
}

/// The label of a value in the database.
pub(super) fn label(value: &Field) -> &str {
    let map = find(&value.attributes, "map");
    let map = map.and_then(|map| map.get("name")).and_then(Value::text);
    map.unwrap_or(&value.name)
}
