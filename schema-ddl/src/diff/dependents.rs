//! Unchanged objects that must be dropped before a change and created again after it.

use std::collections::{HashMap, HashSet};

use super::Action;
use super::uses::{How, Uses};
use crate::model::{Kind, Name, ObjectId};

/// Objects of the old model that no longer exist in their old form after the changes.
pub(super) struct Gone {
    ids: HashSet<ObjectId>,
}

impl Gone {
    /// Starts with what the actions and the changed objects themselves destroy, and adds all that uses it.
    pub(super) fn new(
        uses: &Uses,
        actions: &[Action],
        changed: impl IntoIterator<Item = ObjectId>,
    ) -> Self {
        let mut readers: HashMap<&ObjectId, Vec<(&ObjectId, How)>> = HashMap::new();
        for (reader, all) in uses.all() {
            for (read, how) in all {
                readers.entry(read).or_default().push((reader, *how));
            }
        }
        let by_actions = actions.iter().flat_map(|action| &action.destroys);
        let mut open: Vec<ObjectId> = by_actions.cloned().chain(changed).collect();
        let mut this = Self {
            ids: open.iter().cloned().collect(),
        };
        while let Some(next) = open.pop() {
            for (reader, how) in readers.get(&next).into_iter().flatten() {
                if must_follow(reader, &next, *how)
                    && !this.goes_with_its_table(reader, &next)
                    && this.ids.insert((*reader).clone())
                {
                    open.push((*reader).clone());
                }
            }
        }
        this
    }

    /// True if the object does not exist any more when the new objects are created.
    pub(super) fn contains(&self, id: &ObjectId) -> bool {
        self.ids.contains(id)
    }

    /// Returns the routines among them.
    pub(super) fn routines(&self) -> impl Iterator<Item = &ObjectId> {
        self.ids.iter().filter(|id| id.kind == Kind::Routine)
    }

    /// True if the table is dropped, with its parts.
    pub(super) fn table(&self, name: &Name) -> bool {
        self.contains(&ObjectId::new(Kind::Table, name.clone()))
    }

    /// True for a part of a dropped table that is only dropped because it reads this table.
    fn goes_with_its_table(&self, part: &ObjectId, read: &ObjectId) -> bool {
        part.part.is_some()
            && self.table(&part.name)
            && (part.kind == Kind::Constraint || read.name == part.name)
    }
}

/// True if the server refuses to change an object as long as this one uses it.
fn must_follow(reader: &ObjectId, read: &ObjectId, how: How) -> bool {
    if how == How::InBody {
        return false;
    }
    match reader.kind {
        Kind::View | Kind::MaterializedView | Kind::Routine => is_read(read.kind),
        // Objects of its own table that a trigger or a policy reads are dropped with the table.
        Kind::Trigger | Kind::Policy => {
            let own_table = read.kind == Kind::Table && read.name == reader.name;
            is_read(read.kind) && !own_table
        }
        // The server itself converts constraints and indexes of a column.
        Kind::Constraint | Kind::Index => is_in_expressions(read.kind),
        _ => false,
    }
}

const fn is_read(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Table | Kind::Column | Kind::View | Kind::MaterializedView | Kind::Sequence
    ) || is_in_expressions(kind)
}

const fn is_in_expressions(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Routine | Kind::Enum | Kind::Domain | Kind::Composite
    )
}
