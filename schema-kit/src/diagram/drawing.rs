//! The places of boxes and lines.

use std::collections::BTreeMap;

use schema_ddl::model::{Enum, Model, Name};

use super::layout;
use super::picture::{self, Entity, Relation};

/// The height of a row.
pub(super) const ROW: f64 = 20.0;
/// The width of a character in a monospaced font of 12 pixels.
const CHARACTER: f64 = 7.3;
/// The space at each side of a text.
pub(super) const PADDING: f64 = 10.0;
/// The straight part at each end of a line.
const STUB: f64 = 25.0;
/// The space around the drawing.
const MARGIN: f64 = 20.0;

/// A box with a title and rows.
#[derive(Debug)]
pub(super) struct Box {
    pub(super) title: String,
    pub(super) kind: Kind,
    pub(super) rows: Vec<Cells>,
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The kind of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Table,
    Enum,
    /// A table that the model does not contain.
    Outside,
}

/// The texts of a row.
#[derive(Debug)]
pub(super) struct Cells {
    pub(super) marks: String,
    pub(super) name: String,
    pub(super) data_type: String,
}

/// A line from the referenced table to the referencing one.
#[derive(Debug)]
pub(super) struct Line<'a> {
    pub(super) relation: Relation<'a>,
    pub(super) points: Vec<(f64, f64)>,
}

/// All boxes and lines.
#[derive(Debug)]
pub(super) struct Drawing<'a> {
    pub(super) boxes: Vec<Box>,
    pub(super) lines: Vec<Line<'a>>,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl<'a> Drawing<'a> {
    /// Chooses the places.
    pub(super) fn new(model: &'a Model) -> Self {
        let entities = picture::entities(model);
        let relations = picture::relations(&entities);
        let outside = picture::outside(model, &relations);
        let mut boxes: Vec<Box> = entities.iter().map(table).collect();
        let names = entities.iter().map(|entity| &entity.table.name);
        let places: BTreeMap<&Name, usize> =
            names.chain(outside.iter().copied()).zip(0..).collect();
        boxes.extend(outside.iter().map(|name| empty(name)));
        let mut enums: Vec<&Enum> = model.enums.iter().collect();
        enums.sort_by_key(|def| &def.name);
        boxes.extend(enums.into_iter().map(enumeration));
        let ends: Vec<(usize, usize)> = relations
            .iter()
            .map(|relation| (places[&relation.key.table], places[relation.child]))
            .collect();
        layout::place(&mut boxes, &ends);
        let line = |(relation, (from, to)): (Relation<'a>, (usize, usize))| Line {
            points: points(&boxes[from], &boxes[to], &relation),
            relation,
        };
        let lines = relations.into_iter().zip(ends).map(line).collect();
        let mut drawing = Self {
            boxes,
            lines,
            width: 0.0,
            height: 0.0,
        };
        drawing.fit();
        drawing
    }

    /// Moves everything to the origin, and measures it.
    fn fit(&mut self) {
        let corners = self.boxes.iter().flat_map(|one| {
            [
                (one.left, one.top),
                (one.left + one.width, one.top + one.height),
            ]
        });
        let points = self
            .lines
            .iter()
            .flat_map(|line| line.points.iter().copied());
        let (mut low, mut high) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
        for (x, y) in corners.chain(points) {
            low = (low.0.min(x), low.1.min(y));
            high = (high.0.max(x), high.1.max(y));
        }
        if self.boxes.is_empty() {
            (low, high) = ((0.0, 0.0), (0.0, 0.0));
        }
        let (dx, dy) = (MARGIN - low.0, MARGIN - low.1);
        for one in &mut self.boxes {
            one.left += dx;
            one.top += dy;
        }
        for (x, y) in self.lines.iter_mut().flat_map(|line| &mut line.points) {
            *x += dx;
            *y += dy;
        }
        self.width = high.0 + dx + MARGIN;
        self.height = high.1 + dy + MARGIN;
    }
}

/// Leads from the title of the referenced table to the first column of the foreign key.
fn points(from: &Box, to: &Box, relation: &Relation<'_>) -> Vec<(f64, f64)> {
    let column = relation.key.columns.first();
    let is_column = |row: &Cells| column.is_some_and(|column| row.name == *column);
    let row = (1_u32..).zip(&to.rows).find(|(_, row)| is_column(row));
    let below = row.map_or(0.0, |(number, _)| f64::from(number) * ROW + PADDING / 2.0);
    let start = (from.left + from.width, from.top + ROW / 2.0);
    let y = to.top + below + ROW / 2.0;
    if from.left + from.width < to.left {
        let end = (to.left, y);
        vec![start, (start.0 + STUB, start.1), (end.0 - STUB, y), end]
    } else {
        // Around the right sides: the same table, or one further left.
        let end = (to.left + to.width, y);
        let x = start.0.max(end.0) + STUB;
        vec![start, (x, start.1), (x, y), end]
    }
}

fn table(entity: &Entity<'_>) -> Box {
    let cells = entity.rows.iter().map(|row| Cells {
        marks: row.marks.join(" "),
        name: row.name.to_owned(),
        data_type: format!("{}{}", row.data_type, if row.nullable { "?" } else { "" }),
    });
    sized(
        picture::display(&entity.table.name),
        Kind::Table,
        cells.collect(),
    )
}

fn enumeration(def: &Enum) -> Box {
    let cells = def.labels.iter().map(|label| Cells {
        marks: String::new(),
        name: label.clone(),
        data_type: String::new(),
    });
    sized(picture::display(&def.name), Kind::Enum, cells.collect())
}

fn empty(name: &Name) -> Box {
    sized(picture::display(name), Kind::Outside, Vec::new())
}

#[allow(
    clippy::cast_precision_loss,
    reason = "numbers of rows and characters are small"
)]
fn sized(title: String, kind: Kind, rows: Vec<Cells>) -> Box {
    let widest = |text: fn(&Cells) -> &str| rows.iter().map(|row| columns(text(row))).max();
    let marks = widest(|row| &row.marks).unwrap_or_default();
    let names = widest(|row| &row.name).unwrap_or_default();
    let types = widest(|row| &row.data_type).unwrap_or_default();
    // Two characters between the parts of a row.
    let characters = columns(&title).max(marks + names + types + 4);
    Box {
        title,
        kind,
        left: 0.0,
        top: 0.0,
        width: (characters as f64 * CHARACTER + 2.0 * PADDING).ceil(),
        height: (rows.len() + 1) as f64 * ROW + PADDING,
        rows,
    }
}

/// Returns the width of a text in characters. Those of Chinese, Japanese and Korean count twice.
fn columns(text: &str) -> usize {
    let width = |c: char| if c < '\u{1100}' { 1 } else { 2 };
    text.chars().map(width).sum()
}

#[cfg(test)]
mod tests {
    use schema_ddl::model::{Action, Column, DataType, Deferrable, ForeignKey, Match, Table};

    use super::*;

    fn key(to: usize, number: usize) -> ForeignKey {
        ForeignKey {
            name: format!("key_{number}"),
            columns: vec![String::from("id")],
            table: Name::new(format!("t{to}")),
            references: vec![String::from("id")],
            match_type: Match::Simple,
            on_delete: Action::NoAction,
            on_delete_columns: Vec::new(),
            on_update: Action::NoAction,
            deferrable: Deferrable::No,
            not_valid: false,
            not_enforced: false,
            comment: None,
        }
    }

    /// Tables with up to 30 columns and random foreign keys, also to themselves and to tables that do not exist.
    fn random(seed: u64) -> Model {
        let mut random = fastrand::Rng::with_seed(seed);
        let count = random.usize(1..40);
        let table = |at| Table {
            columns: (0..random.usize(1..30))
                .map(|at| Column::new(format!("column_{at}"), DataType::parse("text")))
                .collect(),
            foreign_keys: (0..random.usize(0..4))
                .map(|number| key(random.usize(0..count + 2), number))
                .collect(),
            ..Table::new(Name::new(format!("t{at}")))
        };
        Model {
            tables: (0..count).map(table).collect(),
            ..Model::default()
        }
    }

    #[test]
    fn boxes_do_not_overlap_and_are_inside_of_the_drawing() {
        for seed in 0..60 {
            let model = random(seed);
            let drawing = Drawing::new(&model);
            for (at, a) in drawing.boxes.iter().enumerate() {
                assert!(a.left >= 0.0 && a.left + a.width <= drawing.width);
                assert!(a.top >= 0.0 && a.top + a.height <= drawing.height);
                for b in &drawing.boxes[..at] {
                    let apart = a.left + a.width <= b.left
                        || b.left + b.width <= a.left
                        || a.top + a.height <= b.top
                        || b.top + b.height <= a.top;
                    assert!(apart, "seed {seed}: {a:?} {b:?}");
                }
            }
        }
    }

    #[test]
    fn each_line_ends_at_its_boxes() {
        for seed in 0..60 {
            let model = random(seed);
            let drawing = Drawing::new(&model);
            let is_at = |title: &str, (x, y): (f64, f64)| {
                let one = drawing.boxes.iter().find(|one| one.title == title).unwrap();
                let near = |value: f64, low: f64, size: f64| {
                    value >= low - 0.5 && value <= low + size + 0.5
                };
                near(x, one.left, one.width) && near(y, one.top, one.height)
            };
            for line in &drawing.lines {
                assert!(line.points.len() >= 2);
                assert!(is_at(&line.relation.key.table.name, line.points[0]));
                assert!(is_at(
                    &line.relation.child.name,
                    *line.points.last().unwrap()
                ));
            }
        }
    }
}
