//! Objects that stay, although what they read is dropped.

use std::collections::HashSet;

use schema_ddl::diff::Verb;
use schema_ddl::model::{Model, ObjectId};

use crate::plan::Plan;

/// Returns a hint for each view and function that the plan cannot create again, since it drops a table or a column that it
/// reads. `kept` are the objects that no struct describes.
pub(crate) fn stranded(kept: &[ObjectId], plan: &Plan, wanted: &Model) -> Vec<String> {
    let of_verb = |verb| {
        let changes = plan.changes.iter();
        changes
            .filter(move |change| change.verb == verb)
            .map(|change| &change.object)
    };
    let created: HashSet<&ObjectId> = of_verb(Verb::Create).collect();
    let dropped: HashSet<&ObjectId> = of_verb(Verb::Drop)
        .filter(|object| !created.contains(object))
        .collect();
    let is_dropped = |read: &ObjectId| {
        dropped
            .iter()
            .any(|object| object.name == read.name && (*object == read || object.part.is_none()))
    };
    let views = wanted.views.iter().map(|view| (&view.name, &view.reads));
    let routines = wanted.routines.iter();
    let routines = routines.map(|routine| (&routine.name, &routine.uses));
    let all: Vec<_> = views.chain(routines).collect();
    let mut hints = Vec::new();
    for object in kept {
        let reads = all.iter().filter(|(name, _)| **name == object.name);
        let mut reads = reads.flat_map(|(_, reads)| reads.iter());
        if let Some(read) = reads.find(|read| is_dropped(read)) {
            hints.push(format!(
                "{object} stays, because no struct describes it, but it reads {read}, which is dropped, so the plan fails; \
                 describe it, or pass `--drop-undeclared`"
            ));
        }
    }
    hints
}
