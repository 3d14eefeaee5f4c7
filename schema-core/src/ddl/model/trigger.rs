//! The models of triggers.

use schema_ddl::model::{Name, Trigger};
use schema_ddl::sql::quote;

use super::routine::called;
use super::table_name;
use crate::def::{TableDef, TriggerDef, TriggerEvent};

/// Returns the triggers of a table, and those of its `updated_at` columns.
pub(super) fn triggers(table: &TableDef) -> Vec<Trigger> {
    let name = table_name(table.name);
    let declared = table.access.triggers.iter();
    let declared = declared.map(|def| trigger(&name, def));
    let of_columns = table.access.updated_at.iter();
    let of_columns = of_columns.map(|column| Trigger::updated_at(&name, column));
    declared.chain(of_columns).collect()
}

fn trigger(table: &Name, def: &TriggerDef) -> Trigger {
    let time = if def.before { "before" } else { "after" };
    let events: Vec<String> = def.events.iter().map(event).collect();
    let events = events.join(" or ");
    let level = if def.for_each_row { "row" } else { "statement" };
    let when = def.when.map(|when| format!(" when ({when})"));
    let (when, execute) = (when.unwrap_or_default(), def.execute);
    let name = quote::name(def.name);
    Trigger {
        name: def.name.to_owned(),
        definition: format!(
            "create trigger {name} {time} {events} on {table} for each {level}{when} execute function {execute}"
        ),
        function: called(execute),
        disabled: false,
        comment: None,
    }
}

fn event(event: &TriggerEvent) -> String {
    match event {
        TriggerEvent::Insert => "insert".to_owned(),
        TriggerEvent::Update([]) => "update".to_owned(),
        TriggerEvent::Update(columns) => format!("update of {}", quote::names(columns)),
        TriggerEvent::Delete => "delete".to_owned(),
        TriggerEvent::Truncate => "truncate".to_owned(),
    }
}
