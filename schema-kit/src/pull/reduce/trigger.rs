//! Triggers.

use schema_ddl::model::{Kind, Model, Routine, Table, Trigger, UPDATED_AT_PREFIX};

use super::expression::Forbidden;
use super::left::Left;
use super::report::{QUOTE, Report, is_name, take};
use crate::pull::{trigger, updated_at};

/// The names that the triggers of a table can use.
pub(super) struct Triggers<'a> {
    pub(super) from: &'a Model,
    pub(super) left: &'a Left,
    pub(super) forbidden: &'a Forbidden,
}

/// A table with one declared trigger has no others. So either all are kept or none is, except those of `updated_at`.
const TOGETHER: &str =
    "another trigger of the table is left out, and a table that declares one has no others";

impl Triggers<'_> {
    /// Takes away the triggers that cannot be written.
    pub(super) fn keep(&self, table: &mut Table, report: &mut Report) {
        let triggers = std::mem::take(&mut table.triggers);
        // Those with such a name do not count, whoever has written them.
        let (mut of_columns, others): (Vec<Trigger>, Vec<Trigger>) = triggers
            .into_iter()
            .partition(|one| one.name.starts_with(UPDATED_AT_PREFIX));
        of_columns.retain(|one| {
            let is_ours = updated_at::column(table, one, self.from).is_some();
            let reason = self.unwritable(one, table).filter(|_| !is_ours);
            if let Some(reason) = &reason {
                report.part(Kind::Trigger, &table.name, &one.name, reason);
            }
            reason.is_none()
        });
        let reasons = others.iter().map(|one| self.unwritable(one, table));
        let reasons: Vec<Option<String>> = reasons.collect();
        table.triggers = of_columns;
        if reasons.iter().all(Option::is_none) {
            table.triggers.extend(others);
        } else {
            for (one, reason) in others.iter().zip(reasons) {
                let reason = reason.unwrap_or_else(|| TOGETHER.into());
                report.part(Kind::Trigger, &table.name, &one.name, reason);
            }
        }
        table.triggers.sort_by(|a, b| a.name.cmp(&b.name));
        for one in &mut table.triggers {
            let missing = [
                (take(&mut one.disabled), "it is disabled"),
                (take(&mut one.comment), "its comment"),
            ];
            for (_, reason) in missing.into_iter().filter(|(was_set, _)| *was_set) {
                report.part(Kind::Trigger, &table.name, &one.name, reason);
            }
        }
    }

    fn unwritable(&self, trigger: &Trigger, table: &Table) -> Option<String> {
        if !is_name(&trigger.name) {
            return Some(QUOTE.into());
        }
        let parts = match trigger::parts(&trigger.definition) {
            Ok(parts) => parts,
            Err(reason) => return Some(reason),
        };
        let mut columns = parts.events.iter().flat_map(|(_, columns)| columns);
        if let Some(missing) = columns.find(|column| table.column(column).is_none()) {
            return Some(format!("its column `{missing}` is left out"));
        }
        let function = trigger.function.as_ref();
        let mut routines = self.from.routines.iter().map(Routine::id);
        let routine = routines.find(|id| Some(&id.name) == function);
        if let Some(id) = routine.filter(|id| self.left.reason(id).is_some()) {
            return Some(format!("it calls the {id}, which is left out"));
        }
        let what = self.forbidden.find(parts.when.as_deref()?)?;
        Some(format!("its condition uses {what}, which is left out"))
    }
}
