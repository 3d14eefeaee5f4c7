//! Columns of partitions, which follow those of their tables.

use super::cast::{Retype, is_same_base};
use super::column::change;
use super::context::{Context, columns_of};
use super::ids;
use crate::model::{Column, Table};

/// Returns the statements for columns of a partition that differ from those of its table.
///
/// A change of the table also changes the partition, so the partition is compared with its state after that.
pub(super) fn in_partition(context: &Context<'_>, old: Option<&Table>, new: &Table) -> Vec<String> {
    let parent = new.partition_of.as_ref().map(|place| &place.parent);
    let Some(parent) = parent.and_then(|name| context.new.table(name)) else {
        return Vec::new();
    };
    let old_parent = context.old.table(&parent.name);
    let parents = columns_of(&context.new, parent);
    let mut statements = Vec::new();
    for to in &new.columns {
        let Some(inherited) = parents.iter().find(|column| column.name == to.name) else {
            continue;
        };
        let before = old.and_then(|table| table.column(&to.name));
        let old_parent = old_parent.map_or(&[][..], |table| columns_of(&context.old, table));
        let old_parent = old_parent.iter().find(|column| column.name == to.name);
        let id = ids::column(&parent.name, &to.name);
        let from = match (before, old_parent) {
            (Some(before), Some(old_parent)) if !context.gone.contains(&id) => {
                after_parent(before, old_parent, inherited, to)
            }
            _ => Column {
                comment: None,
                // It uses the sequence of its table.
                identity: to.identity.clone(),
                ..inherited.clone()
            },
        };
        statements.extend(change(new, &from, to, Retype::No, None));
    }
    statements
}

/// Returns the column of a partition after its table has changed.
fn after_parent(before: &Column, old: &Column, new: &Column, to: &Column) -> Column {
    fn follow<T: Clone + PartialEq>(before: &T, old: &T, new: &T) -> T {
        if old == new { before } else { new }.clone()
    }
    let same_type = old.data_type == new.data_type && old.collate == new.collate;
    let reset = !is_same_base(&old.data_type, &new.data_type) && old.default.is_some();
    Column {
        name: before.name.clone(),
        data_type: to.data_type.clone(),
        collate: to.collate.clone(),
        generated: to.generated.clone(),
        identity: to.identity.clone(),
        nullable: follow(&before.nullable, &old.nullable, &new.nullable),
        default: if reset {
            new.default.clone()
        } else {
            follow(&before.default, &old.default, &new.default)
        },
        storage: if same_type {
            follow(&before.storage, &old.storage, &new.storage)
        } else {
            new.storage.clone()
        },
        compression: if same_type {
            follow(&before.compression, &old.compression, &new.compression)
        } else {
            new.compression.clone()
        },
        statistics: follow(&before.statistics, &old.statistics, &new.statistics),
        comment: before.comment.clone(),
    }
}
