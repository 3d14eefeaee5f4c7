//! The collection of the dangers of one statement.

use super::model::{self, is_same};
use super::{Hazard, Lock, LockMode, Rule};
use crate::model::{Kind, Model, Name, ObjectId};

/// The safer way for locks that are held briefly.
pub(super) const RETRY: &str =
    "Set `lock_timeout`, and repeat the transaction if the lock was not available.";

/// The dangers of one statement, while they are collected.
#[derive(Debug)]
pub(super) struct Report<'m> {
    /// The schema before the statement.
    pub(super) model: &'m Model,
    locks: Vec<(Name, LockMode)>,
    /// Partitions that are locked with their tables.
    partitions: Vec<(Name, Name)>,
    drafts: Vec<Draft>,
}

/// A danger whose lock is not known yet.
#[derive(Debug)]
pub(super) struct Draft {
    rule: Rule,
    object: String,
    table: Option<Name>,
    message: String,
    safer: Option<String>,
    count: Option<String>,
    locked: Vec<Name>,
}

/// A danger, and the table that it is about.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) hazard: Hazard,
    pub(super) table: Option<Name>,
}

impl<'m> Report<'m> {
    pub(super) const fn new(model: &'m Model) -> Self {
        Self {
            model,
            locks: Vec::new(),
            partitions: Vec::new(),
            drafts: Vec::new(),
        }
    }

    /// Adds a danger of an object.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "an object, its name or a text"
    )]
    pub(super) fn add(&mut self, rule: Rule, object: impl ToString, message: String) -> &mut Draft {
        self.drafts.push(Draft {
            rule,
            object: object.to_string(),
            table: None,
            message,
            safer: None,
            count: None,
            locked: Vec::new(),
        });
        let last = self.drafts.len() - 1;
        &mut self.drafts[last]
    }

    /// Adds a danger of a table.
    pub(super) fn add_table(&mut self, rule: Rule, table: &Name, message: String) -> &mut Draft {
        let object = ObjectId::new(Kind::Table, table.clone());
        let draft = self.add(rule, object, message);
        draft.table = Some(table.clone());
        draft
    }

    /// Adds a danger of a column.
    pub(super) fn add_column(
        &mut self,
        rule: Rule,
        (table, column): (&Name, &str),
        message: String,
    ) -> &mut Draft {
        let object = ObjectId::part(Kind::Column, table.clone(), column);
        let draft = self.add(rule, object, message);
        draft.table = Some(table.clone());
        draft
    }

    /// Records that the statement locks a relation.
    pub(super) fn lock(&mut self, relation: &Name, mode: LockMode) {
        let known = self
            .locks
            .iter_mut()
            .find(|(name, _)| is_same(name, relation));
        match known {
            Some((_, strongest)) => *strongest = mode.max(*strongest),
            None => self.locks.push((relation.clone(), mode)),
        }
    }

    /// Records that the statement locks a table and its partitions.
    pub(super) fn lock_tree(&mut self, table: &Name, mode: LockMode) {
        self.lock(table, mode);
        let partitions = model::partitions(self.model, table);
        let names: Vec<Name> = partitions.map(|one| one.name.clone()).collect();
        for name in names {
            self.lock_tree(&name, mode);
            self.partitions.push((table.clone(), name));
        }
    }

    /// Gives each danger its lock, and adds a danger for locks that no other one names.
    pub(super) fn finish(self) -> Vec<Found> {
        let mut named: Vec<Name> = Vec::new();
        let mut found: Vec<Found> = Vec::new();
        for draft in &self.drafts {
            let lock = self.lock_on(&draft.locked);
            named.extend(lock.iter().flat_map(|lock| lock.relations.clone()));
            found.push(draft.found(lock));
        }
        let is_unnamed = |name: &Name| !named.iter().any(|one| is_same(one, name));
        let mut rest: Vec<(Name, LockMode)> = self.locks.clone();
        rest.retain(|(name, mode)| mode.blocks_writes() && is_unnamed(name));
        rest.sort_by_key(|(_, mode)| std::cmp::Reverse(*mode));
        for group in rest.chunk_by(|(_, a), (_, b)| a == b) {
            found.extend(short_lock(group));
        }
        found.sort_by_key(|one| one.hazard.kind);
        found
    }

    /// Returns the lock on the first relation, with the others that have the same mode.
    fn lock_on(&self, relations: &[Name]) -> Option<Lock> {
        let mode_of = |relation: &Name| {
            let mut locks = self.locks.iter();
            let (_, mode) = locks.find(|(name, _)| is_same(name, relation))?;
            Some(*mode)
        };
        let mode = mode_of(relations.first()?)?;
        let relations = relations.iter().filter(|one| mode_of(one) == Some(mode));
        let mut relations: Vec<Name> = relations.cloned().collect();
        let mut at = 0;
        while let Some(table) = relations.get(at).cloned() {
            let of_table = self
                .partitions
                .iter()
                .filter(|(parent, _)| is_same(parent, &table));
            let new = of_table.map(|(_, partition)| partition);
            let new: Vec<Name> = new
                .filter(|one| !relations.contains(one))
                .cloned()
                .collect();
            relations.extend(new);
            at += 1;
        }
        Some(Lock { mode, relations })
    }
}

impl Draft {
    /// Sets the safer way.
    pub(super) fn safer(&mut self, way: &str) -> &mut Self {
        self.safer = Some(way.to_owned());
        self
    }

    /// Sets the query that counts.
    pub(super) fn count(&mut self, query: Option<String>) -> &mut Self {
        self.count = query;
        self
    }

    /// Sets the relations that are locked meanwhile.
    pub(super) fn locked(&mut self, relations: &[&Name]) -> &mut Self {
        self.locked = relations.iter().map(|one| (*one).clone()).collect();
        self
    }

    /// Sets the table that it is about.
    pub(super) fn of(&mut self, table: &Name) -> &mut Self {
        self.table = Some(table.clone());
        self
    }

    fn found(&self, lock: Option<Lock>) -> Found {
        Found {
            hazard: Hazard {
                rule: self.rule,
                kind: self.rule.kind(),
                object: self.object.clone(),
                message: self.message.clone(),
                safer: self.safer.clone(),
                count: self.count.clone(),
                lock,
            },
            table: self.table.clone(),
        }
    }
}

/// Returns the danger of a lock that is held briefly on these relations.
fn short_lock(group: &[(Name, LockMode)]) -> Option<Found> {
    let (first, mode) = group.first()?;
    let relations: Vec<Name> = group.iter().map(|(name, _)| name.clone()).collect();
    let names: Vec<String> = relations.iter().map(Name::to_string).collect();
    let names = names.join(", ");
    let who = if mode.blocks_reads() {
        "Reads and writes"
    } else {
        "Writes"
    };
    Some(Found {
        hazard: Hazard {
            rule: Rule::ShortLock,
            kind: Rule::ShortLock.kind(),
            object: ObjectId::new(Kind::Table, first.clone()).to_string(),
            message: format!(
                "{who} of {names} wait briefly, and also while this statement waits for its lock."
            ),
            safer: Some(String::from(RETRY)),
            count: None,
            lock: Some(Lock {
                mode: *mode,
                relations,
            }),
        },
        table: Some(first.clone()),
    })
}
