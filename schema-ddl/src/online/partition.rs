//! Indexes of partitioned tables.

use std::collections::HashSet;

use super::Changes;
use super::step::{after, run, stage};
use crate::diff::{Action, Transaction, Verb};
use crate::model::{Index, IndexOn, Kind, Name, ObjectId, Table};
use crate::sql::{comment, index};

/// Creates an index of a partitioned table without those of its partitions, builds each of them, and attaches them.
///
/// Returns `None` if a partition is partitioned as well, has such an index already, or is attached or attached again.
pub(super) fn create_index(
    changes: &Changes<'_>,
    table: &Table,
    one: &Index,
    action: &Action,
) -> Option<Vec<Action>> {
    let tables = changes.to.tables.iter();
    let partitions: Vec<&Table> = tables
        .filter(|other| {
            let place = other.partition_of.as_ref();
            place.is_some_and(|place| place.parent == table.name)
        })
        .collect();
    let definition = index::definition(one);
    let is_plain = |partition: &&Table| {
        let before = changes.before(&partition.name);
        let stays = before.is_some_and(|before| before.partition_of == partition.partition_of);
        let mut indexes = before.into_iter().flat_map(|before| &before.indexes);
        stays
            && partition.partition_by.is_none()
            && !changes.created.contains(&partition.name)
            && !indexes.any(|other| index::definition(other) == definition)
    };
    if partitions.is_empty() || !partitions.iter().all(is_plain) {
        return None;
    }
    let whole = action.object.clone();
    let only = stage(&whole, "only");
    let mut first = action.clone();
    first.statements = vec![index::create_only(&table.name, one)];
    first.produces = vec![only.clone()];
    let mut steps = vec![first];
    let mut attached = Vec::new();
    let mut taken = HashSet::new();
    for partition in partitions {
        let mut named = partition.attached.iter();
        // Another action builds it.
        if let Some(named) = named.find(|own| own.index == one.name && own.is_named) {
            let name = partition.name.beside(named.name.as_str());
            let statement = index::attach(&whole.name, &name);
            attached.push((ObjectId::new(Kind::Index, name), statement));
            continue;
        }
        let name = name(changes, partition, one, &mut taken);
        let id = ObjectId::new(Kind::Index, name.clone());
        steps.push(build(&only, partition, one, &id));
        attached.push((id, index::attach(&whole.name, &name)));
    }
    let mut last = Action::new(Verb::Alter, whole.clone(), Vec::new());
    last.produces.clone_from(&action.produces);
    for (id, statement) in attached {
        last.requires.push(id);
        last.statements.push(statement);
    }
    let text = one.comment.as_deref();
    last.statements
        .extend(text.map(|text| comment::comment(&whole, Some(text))));
    steps.push(last);
    Some(steps)
}

/// Builds the index of a partition after the one of its table.
fn build(whole: &ObjectId, partition: &Table, one: &Index, id: &ObjectId) -> Action {
    let statement = index::create_concurrently(&partition.name, one, &id.name.name);
    let build = Action {
        produces: vec![id.clone()],
        ..after(whole, Verb::Create, id.clone(), vec![statement])
    };
    run(Transaction::Outside, build)
}

/// Returns the name of the index of a partition: that of the model, or the one that the server would give it.
fn name(changes: &Changes<'_>, of: &Table, one: &Index, taken: &mut HashSet<String>) -> Name {
    let definition = index::definition(one);
    let mut own = of.indexes.iter();
    let own =
        own.find(|own| index::definition(own) == definition && taken.insert(own.name.clone()));
    if let Some(own) = own {
        return of.name.beside(own.name.as_str());
    }
    let keys = one.elements.iter().map(|element| match &element.on {
        IndexOn::Column(name) => name.as_str(),
        IndexOn::Expression(_) => "expr",
    });
    let included = one.include.iter().map(String::as_str);
    let columns: Vec<&str> = keys.chain(included).collect();
    let begin = format!("{}_{}", of.name.name, columns.join("_"));
    let name = changes.names.free(&begin, "idx");
    taken.insert(name.clone());
    of.name.beside(name)
}
