//! Makes values, as texts that Postgres reads.

mod names;
mod nested;
mod number;
mod other;
mod text;

use fake::RngExt as _;

use super::Random;
use super::source::{Shape, Source};

/// The share of NULLs where they are allowed.
const NULLS: f64 = 0.1;
/// How often a value is made again if it is not allowed.
const ATTEMPTS: u32 = 20;

impl Source {
    /// Makes a value, or `None` for NULL.
    pub(super) fn make(&self, random: &mut Random) -> Option<String> {
        if self.nullable && random.random_bool(NULLS) {
            return None;
        }
        Some(self.value(random))
    }

    /// Makes a value that is not NULL.
    pub(super) fn value(&self, random: &mut Random) -> String {
        let mut value = self.any(random);
        for _ in 0..ATTEMPTS {
            if !self.rules.not.contains(&value) {
                break;
            }
            value = self.any(random);
        }
        value
    }

    /// Makes a value that differs for each number, where the type allows it.
    pub(super) fn distinct(&self, random: &mut Random, number: u64, taken: bool) -> String {
        if self.rules.choices.is_some() {
            return self.value(random);
        }
        match &self.shape {
            Shape::Ordinal(unit) => number::distinct(self, *unit, number),
            // A text gets a number only if it would occur twice.
            Shape::Text(length) if taken && self.rules.pattern.is_none() => {
                text::numbered(self, *length, random, number)
            }
            _ => self.value(random),
        }
    }

    fn any(&self, random: &mut Random) -> String {
        if let Some(choices) = &self.rules.choices
            && let Some(choice) = pick(choices, random)
        {
            return choice.clone();
        }
        match &self.shape {
            Shape::Boolean => random.random_bool(0.5).to_string(),
            Shape::Ordinal(unit) => number::make(self, *unit, random),
            Shape::Float => number::float(self, random),
            Shape::Text(length) => text::make(self, *length, random),
            Shape::Uuid => other::uuid(random),
            Shape::Json => other::json(self, random),
            Shape::Bytes => other::bytes(self, random),
            Shape::Label(labels) => pick(labels, random).cloned().unwrap_or_default(),
            Shape::Array(element) => nested::array(self, element, random),
            Shape::Range(unit) => nested::range(*unit, random),
            Shape::Multirange(unit) => format!("{{{}}}", nested::range(*unit, random)),
            Shape::Composite(fields) => nested::composite(fields, random),
            Shape::Vector { dimensions, sparse } => other::vector(*dimensions, *sparse, random),
            Shape::Bits { length } => other::bits(*length, random),
            Shape::Other(kind) => other::make(*kind, random),
        }
    }
}

/// Returns one of the items.
fn pick<'a, T>(items: &'a [T], random: &mut Random) -> Option<&'a T> {
    if items.is_empty() {
        return None;
    }
    items.get(random.random_range(0..items.len()))
}
