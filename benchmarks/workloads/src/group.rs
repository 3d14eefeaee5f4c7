//! Groups related rows, for drivers whose library leaves that to the user.

use std::collections::HashMap;

/// Pairs each parent with its children, whose `parent` equals its `key`.
pub fn group<P, C>(
    parents: Vec<P>,
    key: impl Fn(&P) -> i32,
    children: Vec<C>,
    parent: impl Fn(&C) -> i32,
) -> Vec<(P, Vec<C>)> {
    let places: HashMap<i32, usize> = parents
        .iter()
        .enumerate()
        .map(|(place, parent)| (key(parent), place))
        .collect();
    let mut grouped: Vec<(P, Vec<C>)> = parents
        .into_iter()
        .map(|parent| (parent, Vec::new()))
        .collect();
    for child in children {
        let place = places.get(&parent(&child));
        if let Some((_, children)) = place.and_then(|&place| grouped.get_mut(place)) {
            children.push(child);
        }
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_go_to_their_parents() {
        let grouped = group(
            vec![2, 1],
            |key| *key,
            vec![(1, 'a'), (2, 'b'), (1, 'c')],
            |child| child.0,
        );
        assert_eq!(
            grouped,
            [(2, vec![(2, 'b')]), (1, vec![(1, 'a'), (1, 'c')])]
        );
    }
}
