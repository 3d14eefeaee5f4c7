//! Foreign keys.

use schema_ddl::model::{Action, Deferrable, ForeignKey, Match, Table};

use super::ast::{Attribute, Block, Field, Value, find};
use super::index::shortened;
use super::schema::{Context, name};
use super::table::columns;
use crate::pull::PullError;

/// Adds the foreign keys of a model.
pub(super) fn relations(
    block: &Block,
    table: &mut Table,
    context: &mut Context<'_>,
) -> Result<(), PullError> {
    for field in &block.fields {
        let Some(attribute) = find(&field.attributes, "relation") else {
            continue;
        };
        if attribute.named("fields").is_none() {
            continue;
        }
        let target = field.data_type.as_ref().map(|one| one.name.as_str());
        let Some(target) = target
            .and_then(|target| context.models.get(target))
            .copied()
        else {
            let message = format!(
                "the type of the relation `{}` is not a model; declare it",
                field.name
            );
            return Err(PullError::new(field.line, message));
        };
        let key = foreign_key(block, field, attribute, target, table)?;
        table.foreign_keys.push(key);
    }
    Ok(())
}

fn foreign_key(
    block: &Block,
    field: &Field,
    attribute: &Attribute,
    target: &Block,
    table: &Table,
) -> Result<ForeignKey, PullError> {
    let own = columns(block, attribute, "fields")?;
    let references = columns(target, attribute, "references")?;
    if own.len() != references.len() {
        let message = format!(
            "the relation `{}` has {} fields but references {}; list the same number",
            field.name,
            own.len(),
            references.len()
        );
        return Err(PullError::new(attribute.line, message));
    }
    let is_optional = own
        .iter()
        .any(|name| table.column(name).is_some_and(|one| one.nullable));
    let default = if is_optional {
        Action::SetNull
    } else {
        Action::Restrict
    };
    let start = format!("{}_{}", table.name.name, own.join("_"));
    let map = attribute.named("map").and_then(Value::text);
    Ok(ForeignKey {
        name: map.map_or_else(|| shortened(&start, "_fkey"), str::to_owned),
        columns: own,
        table: name(target)?,
        references,
        match_type: Match::Simple,
        on_delete: action(attribute, "onDelete", default)?,
        on_delete_columns: Vec::new(),
        on_update: action(attribute, "onUpdate", Action::Cascade)?,
        deferrable: Deferrable::No,
        not_valid: false,
        not_enforced: false,
        comment: None,
    })
}

fn action(attribute: &Attribute, key: &str, default: Action) -> Result<Action, PullError> {
    let Some(word) = attribute.named(key).and_then(Value::word) else {
        return Ok(default);
    };
    Ok(match word {
        "Cascade" => Action::Cascade,
        "Restrict" => Action::Restrict,
        "NoAction" => Action::NoAction,
        "SetNull" => Action::SetNull,
        "SetDefault" => Action::SetDefault,
        other => {
            let message = format!(
                "`{other}` is not an action; write `Cascade`, `Restrict`, `NoAction`, `SetNull` or `SetDefault`"
            );
            return Err(PullError::new(attribute.line, message));
        }
    })
}
