//! Functions and sequences.

use schema_ddl::model::{DataType, Kind, Model, ObjectId, Routine, RoutineKind, Sequence};

use super::left::Left;
use super::report::{QUOTE, Report, is_name, take};

/// Finds the functions that cannot be written, whatever else is pulled.
pub(super) fn unwritable(from: &Model, left: &mut Left) {
    for routine in &from.routines {
        if let Some(reason) = reason(routine) {
            left.add(routine.id(), reason);
        }
    }
}

fn reason(routine: &Routine) -> Option<&'static str> {
    let names = [Some(&routine.name.name), routine.name.schema.as_ref()];
    if !names.into_iter().flatten().all(|name| is_name(name)) {
        return Some(QUOTE);
    }
    match routine.kind {
        RoutineKind::Aggregate => Some("`Schema::with` has no aggregates"),
        RoutineKind::Function | RoutineKind::Procedure => None,
    }
}

/// Adds the functions that are not left out, and reports the others.
pub(super) fn routines(from: &Model, left: &Left, to: &mut Model, report: &mut Report) {
    for routine in &from.routines {
        let id = routine.id();
        if let Some(reason) = left.reason(&id) {
            report.add(&id, reason);
            continue;
        }
        let mut routine = routine.clone();
        if take(&mut routine.comment) {
            report.add(&id, "its comment");
        }
        if from.not_public.contains(&id) {
            report.add(
                &id,
                "`public` cannot execute it, which `Schema::with` does not say",
            );
        }
        to.routines.push(routine);
    }
}

/// Adds the sequences that belong to no column, and reports the others except those of `replaced` columns.
pub(super) fn sequences(from: &Model, replaced: &[ObjectId], to: &mut Model, report: &mut Report) {
    for sequence in &from.sequences {
        let id = ObjectId::new(Kind::Sequence, sequence.name.clone());
        if replaced.contains(&id) {
            continue;
        }
        if let Some(reason) = unwritable_sequence(sequence) {
            report.add(&id, reason);
            continue;
        }
        let mut sequence = sequence.clone();
        if take(&mut sequence.comment) {
            report.add(&id, "its comment");
        }
        to.sequences.push(sequence);
    }
}

fn unwritable_sequence(sequence: &Sequence) -> Option<String> {
    if !is_name(&sequence.name.name) || !sequence.name.schema.as_deref().is_none_or(is_name) {
        return Some(QUOTE.into());
    }
    if let Some((table, column)) = &sequence.owned_by {
        let column = ObjectId::part(Kind::Column, table.clone(), column);
        return Some(format!(
            "it belongs to {column}, and a `SequenceDef` to none"
        ));
    }
    let is_bigint = sequence.data_type == DataType::parse("bigint");
    (!is_bigint).then(|| {
        let data_type = &sequence.data_type;
        format!("its values are `{data_type}`, and those of a `SequenceDef` are `bigint`")
    })
}
