//! Finds the parts of a table that stay, are renamed, are dropped and are created.

use std::collections::{HashMap, HashSet, VecDeque};

/// A part of a table.
pub(super) struct Item<'a, T> {
    pub(super) name: &'a str,
    /// Two parts with the same text are equal, except for their names.
    pub(super) definition: String,
    /// True if it must be dropped and created again although it does not change.
    pub(super) again: bool,
    pub(super) value: T,
}

/// The parts of a table by what happens to them.
pub(super) struct Matched<T> {
    pub(super) kept: Vec<(T, T)>,
    pub(super) renamed: Vec<(T, T)>,
    pub(super) dropped: Vec<T>,
    pub(super) created: Vec<T>,
}

/// Matches parts first by name and definition, then by definition.
///
/// A part is only renamed if its new name `is_free`, since two parts cannot exchange their names.
pub(super) fn matching<T: Copy>(
    from: &[Item<'_, T>],
    to: &[Item<'_, T>],
    is_free: impl Fn(&str, T) -> bool,
) -> Matched<T> {
    let mut matched = Matched {
        kept: Vec::new(),
        renamed: Vec::new(),
        dropped: Vec::new(),
        created: Vec::new(),
    };
    let by_name: HashMap<&str, usize> = from
        .iter()
        .enumerate()
        .map(|(at, item)| (item.name, at))
        .collect();
    let mut used = HashSet::new();
    let mut open = Vec::new();
    for item in to {
        match by_name.get(item.name).map(|at| (*at, &from[*at])) {
            Some((at, old)) if !old.again && old.definition == item.definition => {
                used.insert(at);
                matched.kept.push((old.value, item.value));
            }
            _ => open.push(item),
        }
    }
    let mut by_definition: HashMap<&str, VecDeque<usize>> = HashMap::new();
    for (at, item) in from.iter().enumerate() {
        if !item.again && !used.contains(&at) {
            let equal = by_definition.entry(&item.definition).or_default();
            equal.push_back(at);
        }
    }
    for item in open {
        let equal = by_definition.get_mut(item.definition.as_str());
        let free = !by_name.contains_key(item.name) && is_free(item.name, item.value);
        match equal.filter(|_| free).and_then(VecDeque::pop_front) {
            Some(at) => {
                used.insert(at);
                matched.renamed.push((from[at].value, item.value));
            }
            None => matched.created.push(item.value),
        }
    }
    let rest = from.iter().enumerate();
    let rest = rest.filter(|(at, _)| !used.contains(at));
    matched.dropped = rest.map(|(_, item)| item.value).collect();
    matched
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items<'a>(names: &[(&'a str, &str)]) -> Vec<Item<'a, &'a str>> {
        let items = names.iter().map(|(name, definition)| Item {
            name,
            definition: (*definition).to_owned(),
            again: name.starts_with('!'),
            value: *name,
        });
        items.collect()
    }

    #[test]
    fn equal_parts_are_kept_or_renamed() {
        let from = items(&[("a", "1"), ("b", "2"), ("!c", "3"), ("d", "4"), ("e", "4")]);
        let to = items(&[("a", "1"), ("x", "2"), ("!c", "3"), ("y", "4"), ("z", "5")]);
        let matched = matching(&from, &to, |name, _| name != "busy");
        assert_eq!(matched.kept, [("a", "a")]);
        assert_eq!(matched.renamed, [("b", "x"), ("d", "y")]);
        assert_eq!(matched.dropped, ["!c", "e"]);
        assert_eq!(matched.created, ["!c", "z"]);
    }

    #[test]
    fn names_are_not_exchanged() {
        let from = items(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let to = items(&[("a", "2"), ("b", "1"), ("busy", "3")]);
        let matched = matching(&from, &to, |name, _| name != "busy");
        assert_eq!(matched.renamed, []);
        assert_eq!(matched.dropped, ["a", "b", "c"]);
        assert_eq!(matched.created, ["a", "b", "busy"]);
    }
}
