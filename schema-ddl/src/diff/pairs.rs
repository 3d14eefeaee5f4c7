//! The objects of two models, matched by their names.

use std::collections::HashMap;
use std::hash::Hash;

/// Objects of one kind.
pub(super) struct Pairs<'a, T> {
    /// Those that only the old model has.
    pub(super) dropped: Vec<&'a T>,
    /// Those that both have.
    pub(super) kept: Vec<(&'a T, &'a T)>,
    /// Those that only the new model has.
    pub(super) created: Vec<&'a T>,
}

impl<'a, T> Pairs<'a, T> {
    /// Matches objects by a key. Each part keeps its order.
    pub(super) fn new<K: Hash + Eq>(from: &'a [T], to: &'a [T], key: impl Fn(&'a T) -> K) -> Self {
        let mut old: HashMap<K, &T> = from.iter().map(|one| (key(one), one)).collect();
        let (mut kept, mut created) = (Vec::new(), Vec::new());
        for new in to {
            match old.remove(&key(new)) {
                Some(old) => kept.push((old, new)),
                None => created.push(new),
            }
        }
        let dropped = from
            .iter()
            .filter(|one| old.contains_key(&key(one)))
            .collect();
        Self {
            dropped,
            kept,
            created,
        }
    }
}
