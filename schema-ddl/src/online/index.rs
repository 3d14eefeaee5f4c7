//! Indexes.

use super::step::{Steps, after, run, stage};
use super::{Changes, partition};
use crate::diff::{Action, Transaction, Verb};
use crate::model::{Index, Name, ObjectId, Table};
use crate::sql::{comment, index};

/// Finds the index that an action creates, with the name of its table or view.
fn created<'a>(changes: &Changes<'a>, action: &Action) -> Option<(&'a Name, &'a Index)> {
    let name = &action.object.name;
    let tables = changes.to.tables.iter();
    let tables = tables.map(|table| (&table.name, &table.indexes));
    let views = changes.to.views.iter();
    let mut all = tables.chain(views.map(|view| (&view.name, &view.indexes)));
    let (on, index) = all.find_map(|(on, indexes)| {
        let index = indexes.iter().find(|one| one.name == name.name)?;
        (on.schema == name.schema).then_some((on, index))
    })?;
    let is_plain = action.statements.first() == Some(&index::create(on, index));
    (is_plain && !changes.created.contains(on)).then_some((on, index))
}

/// Finds the index of a partition that an action creates before one of its table takes it.
fn of_partition<'a>(changes: &Changes<'a>, action: &Action) -> Option<(&'a Name, Index)> {
    let name = &action.object.name;
    let mut tables = changes.to.tables.iter();
    let (table, entry) = tables.find_map(|table| {
        let mut attached = table.attached.iter();
        let entry = attached.find(|one| one.name == name.name)?;
        (table.name.schema == name.schema).then_some((table, entry))
    })?;
    let place = table.partition_of.as_ref()?;
    let mut indexes = changes.to.table(&place.parent)?.indexes.iter();
    let whole = indexes.find(|one| one.name == entry.index)?;
    let index = Index {
        name: entry.name.clone(),
        comment: None,
        ..whole.clone()
    };
    let is_plain = action.statements.first() == Some(&index::create(&table.name, &index));
    let is_plain = is_plain && table.partition_by.is_none();
    (is_plain && !changes.created.contains(&table.name)).then_some((&table.name, index))
}

/// An index that is built while others write.
pub(super) fn create(changes: &Changes<'_>, action: &Action) -> Option<Steps> {
    if let Some((on, index)) = of_partition(changes, action) {
        let build = Action {
            statements: vec![index::create_concurrently(on, &index, &index.name)],
            transaction: Transaction::Outside,
            ..action.clone()
        };
        return Some(Steps::later(vec![build]));
    }
    let (on, index) = created(changes, action)?;
    let table = changes.to.table(on);
    if let Some(table) = table.filter(|table| table.partition_by.is_some()) {
        return partition::create_index(changes, table, index, action).map(Steps::later);
    }
    let statement = index::create_concurrently(on, index, &index.name);
    let build = Action {
        statements: vec![statement],
        transaction: Transaction::Outside,
        ..action.clone()
    };
    let mut later = vec![build];
    later.extend(commented(&action.object, index));
    Some(Steps::later(later))
}

/// The comment of a new index.
fn commented(id: &ObjectId, index: &Index) -> Option<Action> {
    let text = index.comment.as_deref()?;
    let statement = comment::comment(id, Some(text));
    Some(after(id, Verb::Alter, id.clone(), vec![statement]))
}

/// An index that is dropped while others use its table.
pub(super) fn drop(changes: &Changes<'_>, action: &Action) -> Option<Steps> {
    let name = &action.object.name;
    if changes.is_partitioned_index(name) || can_be_key(changes, name) {
        return None;
    }
    let later = Action {
        statements: vec![index::drop_concurrently(name)],
        transaction: Transaction::Outside,
        ..action.clone()
    };
    Some(Steps {
        later: vec![later],
        instead: Some(action.clone()),
        ..Steps::default()
    })
}

/// True if the server could take the index as the key of a foreign key. It could not be dropped after that.
fn can_be_key(changes: &Changes<'_>, name: &Name) -> bool {
    let mut tables = changes.from.tables.iter();
    let table = tables.find(|table| {
        let mut indexes = table.indexes.iter();
        table.name.schema == name.schema
            && indexes.any(|index| index.unique && index.name == name.name)
    });
    table.is_some_and(|table| {
        let mut keys = changes.to.tables.iter().flat_map(|one| &one.foreign_keys);
        keys.any(|key| key.table == table.name)
    })
}

/// An index that changes: the old one serves until the new one is built.
pub(super) fn replace(changes: &Changes<'_>, action: &Action, dropped: &Action) -> Option<Steps> {
    let (on, index) = created(changes, action)?;
    let is_partitioned = |table: &Table| table.partition_by.is_some();
    if changes.to.table(on).is_some_and(is_partitioned) || can_be_key(changes, &dropped.object.name)
    {
        return None;
    }
    let old = on.beside(changes.names.free(&index.name, "old"));
    let renamed = stage(&action.object, "old");
    let rename = Action {
        destroys: dropped.destroys.clone(),
        releases: dropped.releases.clone(),
        produces: vec![renamed.clone()],
        ..Action::new(
            Verb::Rename,
            action.object.clone(),
            vec![index::rename(&dropped.object.name, &old.name)],
        )
    };
    let mut build = Action {
        statements: vec![index::create_concurrently(on, index, &index.name)],
        transaction: Transaction::Outside,
        ..action.clone()
    };
    build.requires.push(renamed);
    let remove = after(
        &action.object,
        Verb::Drop,
        dropped.object.clone(),
        vec![index::drop_concurrently(&old)],
    );
    let mut later = vec![rename, build];
    later.extend(commented(&action.object, index));
    later.push(run(Transaction::Outside, remove));
    Some(Steps::later(later))
}
