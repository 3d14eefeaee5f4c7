//! Where the values of a column come from: its type and what restricts it.

use std::collections::BTreeSet;

use super::pattern::Pattern;
use super::unit::Unit;

/// The values of a column, of an element of an array, or of a field of a composite type.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// The name of the column, which chooses a generator.
    pub(super) name: String,
    /// The name of the table.
    pub(super) table: String,
    pub(super) shape: Shape,
    pub(super) nullable: bool,
    pub(super) rules: Rules,
}

/// The form of a value.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    Boolean,
    Ordinal(Unit),
    /// A floating-point number.
    Float,
    /// A text with at most so many characters.
    Text(Option<usize>),
    Uuid,
    Json,
    Bytes,
    /// One of some texts.
    Label(Vec<String>),
    Array(Box<Source>),
    Range(Unit),
    Multirange(Unit),
    Composite(Vec<Source>),
    /// An embedding with so many numbers.
    Vector {
        dimensions: usize,
        sparse: bool,
    },
    Bits {
        length: usize,
    },
    Other(Other),
}

/// Types with a syntax of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Other {
    Inet,
    Cidr,
    Macaddr,
    Macaddr8,
    Point,
    Line,
    Segment,
    Box,
    Path,
    Polygon,
    Circle,
    Words,
    TsQuery,
    Xml,
    Hstore,
    Ltree,
    JsonPath,
    Lsn,
    Tid,
}

/// Restrictions from check constraints, domains and partitions.
#[derive(Debug, Clone, Default)]
pub(super) struct Rules {
    pub(super) min: Option<i128>,
    pub(super) max: Option<i128>,
    /// The only values.
    pub(super) choices: Option<Vec<String>>,
    /// Values that are not allowed.
    pub(super) not: BTreeSet<String>,
    /// The smallest length of a text, or number of elements.
    pub(super) min_length: Option<usize>,
    pub(super) max_length: Option<usize>,
    pub(super) pattern: Option<Pattern>,
    pub(super) case: Option<Case>,
    /// The kind of a JSON value: `object`.
    pub(super) json: Option<String>,
}

/// The only case of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    Upper,
}

impl Rules {
    /// Allows no number below this one.
    pub(super) fn at_least(&mut self, ticks: i128) {
        self.min = Some(self.min.map_or(ticks, |min| min.max(ticks)));
    }

    /// Allows no number above this one.
    pub(super) fn at_most(&mut self, ticks: i128) {
        self.max = Some(self.max.map_or(ticks, |max| max.min(ticks)));
    }

    /// Allows only these values, and of several such lists only the values in all of them.
    pub(super) fn only(&mut self, choices: Vec<String>) {
        self.choices = Some(match self.choices.take() {
            Some(mut before) => {
                before.retain(|choice| choices.contains(choice));
                before
            }
            None => choices,
        });
    }

    pub(super) fn longer(&mut self, length: usize) {
        self.min_length = Some(self.min_length.map_or(length, |min| min.max(length)));
    }

    pub(super) fn shorter(&mut self, length: usize) {
        self.max_length = Some(self.max_length.map_or(length, |max| max.min(length)));
    }
}

impl Source {
    /// Returns the unit of a value with an order.
    pub(super) fn unit(&self) -> Option<Unit> {
        match self.shape {
            Shape::Ordinal(unit) => Some(unit),
            // The server compares with more digits.
            Shape::Float => Some(Unit::Decimal {
                precision: None,
                scale: 4,
            }),
            _ => None,
        }
    }
}
