//! Places boxes in layers from left to right: a table is right of those that it references.
//!
//! The crate `dagre`, which also finds a way for each line around the boxes, needs 2 seconds for 200 tables and 8 seconds for
//! 300. This layout needs a fraction of a second for 500.

use super::drawing::Box;

/// The space between two layers, for the lines.
const BETWEEN_LAYERS: f64 = 110.0;
/// The space between two boxes of a layer.
const BETWEEN_BOXES: f64 = 28.0;
/// How often the order in the layers is improved.
const SWEEPS: usize = 8;
/// The smallest width of the area for boxes without lines.
const WIDTH_OF_REST: f64 = 900.0;

/// Places the boxes. Each pair of `ends` is a line from one to another.
pub(super) fn place(boxes: &mut [Box], ends: &[(usize, usize)]) {
    let mut neighbors = vec![Neighbors::default(); boxes.len()];
    let mut has_line = vec![false; boxes.len()];
    for (from, to) in ends {
        (has_line[*from], has_line[*to]) = (true, true);
        if from != to {
            neighbors[*from].right.push(*to);
            neighbors[*to].left.push(*from);
        }
    }
    let mut layers = layers(&neighbors, &has_line);
    for sweep in 0..SWEEPS {
        improve(&mut layers, &neighbors, sweep % 2 == 0);
    }
    let (right, bottom) = stack(boxes, &layers);
    let rest = (0..boxes.len()).filter(|at| !has_line[*at]);
    fill(boxes, rest, right.max(WIDTH_OF_REST), bottom);
}

/// The boxes at the other ends of a box's lines.
#[derive(Debug, Clone, Default)]
struct Neighbors {
    left: Vec<usize>,
    right: Vec<usize>,
}

/// Returns the boxes of each layer. Lines that close a cycle are ignored.
fn layers(neighbors: &[Neighbors], has_line: &[bool]) -> Vec<Vec<usize>> {
    let order = order(neighbors);
    let mut position = vec![0; order.len()];
    for (at, one) in order.iter().enumerate() {
        position[*one] = at;
    }
    let mut layer = vec![0_usize; order.len()];
    for one in &order {
        let before = neighbors[*one].left.iter();
        let before = before.filter(|left| position[**left] < position[*one]);
        layer[*one] = before.map(|left| layer[*left] + 1).max().unwrap_or(0);
    }
    let mut layers: Vec<Vec<usize>> = Vec::new();
    for (one, neighbors) in neighbors.iter().enumerate() {
        // A table that references none is directly left of the first one that references it.
        if neighbors.left.is_empty() {
            let nearest = neighbors.right.iter().map(|right| layer[*right]).min();
            layer[one] = nearest.map_or(0, |nearest| nearest.saturating_sub(1));
        }
        if has_line[one] {
            layers.resize(layers.len().max(layer[one] + 1), Vec::new());
            layers[layer[one]].push(one);
        }
    }
    // The first layers of a cycle can be empty.
    layers.retain(|layer| !layer.is_empty());
    layers
}

/// Returns the boxes so that each is after those on its left, except in cycles.
fn order(neighbors: &[Neighbors]) -> Vec<usize> {
    let mut order = Vec::with_capacity(neighbors.len());
    let mut seen = vec![false; neighbors.len()];
    for start in 0..neighbors.len() {
        // A box, and how many of its neighbors have been visited.
        let mut path = vec![(start, 0)];
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        while let Some((one, visited)) = path.last_mut() {
            if let Some(next) = neighbors[*one].left.get(*visited) {
                *visited += 1;
                if !std::mem::replace(&mut seen[*next], true) {
                    path.push((*next, 0));
                }
            } else {
                order.push(*one);
                path.pop();
            }
        }
    }
    order
}

/// Sorts each layer by the mean place of the neighbors on one side.
#[allow(clippy::cast_precision_loss, reason = "the number of tables is small")]
fn improve(layers: &mut [Vec<usize>], neighbors: &[Neighbors], to_right: bool) {
    let mut place = vec![0.0; neighbors.len()];
    let set = |place: &mut Vec<f64>, layer: &[usize]| {
        for (at, one) in layer.iter().enumerate() {
            // In layers of different lengths.
            place[*one] = (at as f64 + 0.5) / layer.len() as f64;
        }
    };
    for layer in layers.iter() {
        set(&mut place, layer);
    }
    let numbers: Vec<usize> = if to_right {
        (0..layers.len()).collect()
    } else {
        (0..layers.len()).rev().collect()
    };
    for number in numbers {
        let mean = |one: usize| {
            let neighbors = if to_right {
                &neighbors[one].left
            } else {
                &neighbors[one].right
            };
            let sum: f64 = neighbors.iter().map(|other| place[*other]).sum();
            match neighbors.len() {
                0 => place[one],
                count => sum / count as f64,
            }
        };
        let mut keyed: Vec<(f64, usize)> = layers[number]
            .iter()
            .map(|one| (mean(*one), *one))
            .collect();
        // The sort is stable, so equal boxes keep their order.
        keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
        layers[number] = keyed.into_iter().map(|(_, one)| one).collect();
        set(&mut place, &layers[number]);
    }
}

/// Places each layer right of the last one, in the middle of the height. Returns the right and the lower end.
fn stack(boxes: &mut [Box], layers: &[Vec<usize>]) -> (f64, f64) {
    let heights = layers.iter().map(|layer| {
        let sum: f64 = layer
            .iter()
            .map(|at| boxes[*at].height + BETWEEN_BOXES)
            .sum();
        sum - BETWEEN_BOXES
    });
    let heights: Vec<f64> = heights.collect();
    let bottom = heights.iter().copied().fold(0.0, f64::max);
    let mut left = 0.0;
    let mut right = 0.0_f64;
    for (layer, height) in layers.iter().zip(heights) {
        let mut top = (bottom - height) / 2.0;
        for at in layer {
            let one = &mut boxes[*at];
            (one.left, one.top) = (left, top);
            top += one.height + BETWEEN_BOXES;
            right = right.max(left + one.width);
        }
        left = right + BETWEEN_LAYERS;
    }
    (right, bottom)
}

/// Places boxes without lines in rows below the others.
fn fill(boxes: &mut [Box], rest: impl Iterator<Item = usize>, width: f64, bottom: f64) {
    let mut left = 0.0;
    let mut top = if bottom > 0.0 {
        bottom + BETWEEN_BOXES
    } else {
        0.0
    };
    let mut row_height = 0.0_f64;
    for at in rest {
        let one = &mut boxes[at];
        if left > 0.0 && left + one.width > width {
            left = 0.0;
            top += row_height + BETWEEN_BOXES;
            row_height = 0.0;
        }
        (one.left, one.top) = (left, top);
        left += one.width + BETWEEN_BOXES;
        row_height = row_height.max(one.height);
    }
}
