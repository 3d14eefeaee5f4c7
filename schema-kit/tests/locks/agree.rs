//! The comparison of predicted dangers with measured ones.

use schema_ddl::hazard::{Hazard, HazardKind, LockMode, Rule};

use crate::measure::Measured;

/// Returns the differences.
pub(crate) fn differences(hazards: &[Hazard], measured: &[Measured]) -> Vec<String> {
    let mut differences = Vec::new();
    for one in measured {
        let predicted = mode(hazards, &one.relation);
        // Weak locks are not dangerous, so they can be left out.
        let is_weak = one.mode.is_none_or(|mode| !mode.blocks_writes());
        if predicted != one.mode && !(is_weak && predicted.is_none()) {
            let words = |mode: Option<LockMode>| mode.map_or("none", LockMode::words);
            differences.push(format!(
                "lock on `{}`: predicted {}, measured {}",
                one.relation,
                words(predicted),
                words(one.mode)
            ));
        }
    }
    let has = |kind| hazards.iter().any(|one| one.kind == kind);
    // `truncate` gives the table another file, since its rows are gone.
    let truncated = hazards.iter().any(|one| one.rule == Rule::Truncate);
    let rewritten = measured.iter().any(|one| one.rewritten) && !truncated;
    if has(HazardKind::Rewrite) != rewritten {
        differences.push(format!("new file: {rewritten}, but the prediction differs"));
    }
    // The rows that `update` and `delete` read are not a danger of the schema, and after `truncate` there are none.
    let is_of_rows = |one: &Hazard| {
        matches!(
            one.rule,
            Rule::UpdateWithoutWhere | Rule::DeleteWithoutWhere | Rule::Truncate
        )
    };
    let scanned = measured.iter().any(|one| one.scanned) && !hazards.iter().any(is_of_rows);
    if !rewritten && has(HazardKind::Scan) != scanned {
        differences.push(format!("rows read: {scanned}, but the prediction differs"));
    }
    differences
}

/// The predicted lock on a relation.
fn mode(hazards: &[Hazard], relation: &str) -> Option<LockMode> {
    let locks = hazards.iter().filter_map(|one| one.lock.as_ref());
    let on_relation = locks.filter(|lock| lock.relations.iter().any(|one| one.name == relation));
    on_relation.map(|lock| lock.mode).max()
}
