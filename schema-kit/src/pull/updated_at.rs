//! Triggers that `#[column(updated_at)]` creates.

use schema_ddl::model::{
    Column, DataType, Model, Name, Routine, Table, Trigger, UPDATED_AT_PREFIX,
};

use super::trigger;

/// Returns the column, if the trigger and its function are what the attribute creates.
pub(super) fn column<'t>(table: &'t Table, trigger: &Trigger, model: &Model) -> Option<&'t Column> {
    let name = trigger.name.strip_prefix(UPDATED_AT_PREFIX)?;
    let column = table.column(name).filter(|column| fits(column))?;
    let ours = Trigger::updated_at(&table.name, name);
    let same_function = trigger.function.as_ref().is_some_and(|function| {
        let mut routines = model.routines.iter();
        let called = routines.find(|routine| routine.id().name == *function);
        ours.function.as_ref() == Some(function) && called.is_some_and(is_ours)
    });
    let parts = trigger::parts(&trigger.definition).ok()?;
    let is_plain = parts.before
        && parts.events == [("update".to_owned(), Vec::new())]
        && parts.for_each_row
        && parts.when.is_none()
        && parts.execute.ends_with("()");
    (same_function && is_plain).then_some(column)
}

/// The attribute needs this type, and gives the column a default.
fn fits(column: &Column) -> bool {
    let data_type = DataType {
        modifier: None,
        ..column.data_type.clone()
    };
    data_type == DataType::parse("timestamptz") && column.default.is_some()
}

/// True if a table of the model creates the function by the attribute.
pub(super) fn creates(model: &Model, routine: &Routine) -> bool {
    let function = routine.id().name;
    let is_by_attribute = |table: &Table| {
        let mut triggers = table.triggers.iter();
        triggers.any(|one| {
            one.function.as_ref() == Some(&function) && column(table, one, model).is_some()
        })
    };
    routine.name.name.starts_with(UPDATED_AT_PREFIX) && model.tables.iter().any(is_by_attribute)
}

/// True if the function is the one of the attribute, as it was written or as the server prints it.
fn is_ours(routine: &Routine) -> bool {
    let Name { schema, name } = &routine.name;
    let Some(column) = name.strip_prefix(UPDATED_AT_PREFIX) else {
        return false;
    };
    let ours = Routine::updated_at(schema.as_deref(), column);
    let body = ours.definition.split("$$").nth(1).unwrap_or_default();
    let printed = format!(
        "create or replace function {}()\n RETURNS trigger\n LANGUAGE plpgsql\nAS $function${body}$function$",
        routine.name
    );
    routine.definition == ours.definition || routine.definition == printed
}
