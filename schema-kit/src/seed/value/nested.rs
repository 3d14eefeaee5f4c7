//! Arrays, composite types and ranges.

use fake::RngExt as _;

use super::super::Random;
use super::super::source::Source;
use super::super::unit::Unit;

/// The most elements of an array without a limit.
const ELEMENTS: usize = 4;
const DAY: i128 = 86_400;

/// Makes an array: `{"a","b"}`.
pub(super) fn array(source: &Source, element: &Source, random: &mut Random) -> String {
    let max = source.rules.max_length.unwrap_or(usize::MAX);
    let min = source.rules.min_length.unwrap_or(0).min(max);
    let max = max.min(min.max(ELEMENTS));
    let count = random.random_range(min..=max);
    let elements: Vec<String> = (0..count).map(|_| quoted(&element.value(random))).collect();
    format!("{{{}}}", elements.join(","))
}

/// Makes a value of a composite type: `("a",,"b")`.
pub(super) fn composite(fields: &[Source], random: &mut Random) -> String {
    let fields: Vec<String> = fields
        .iter()
        .map(|field| {
            field
                .make(random)
                .map(|value| quoted(&value))
                .unwrap_or_default()
        })
        .collect();
    format!("({})", fields.join(","))
}

/// Quotes an element or a field.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Makes a short range in a long time, so that few overlap.
pub(super) fn range(unit: Unit, random: &mut Random) -> String {
    let (low, high, longest) = match unit {
        Unit::Date => (19_358, 22_279, 14),
        Unit::Timestamp | Unit::Timestamptz => (19_358 * DAY, 22_279 * DAY, 3 * DAY),
        Unit::Decimal { scale, .. } => (0, 100_000 * 10_i128.pow(scale), 50 * 10_i128.pow(scale)),
        _ => (0, 1_000_000, 100),
    };
    let start = random.random_range(low..=high);
    let end = start + random.random_range(1..=longest);
    format!("[\"{}\",\"{}\")", unit.format(start), unit.format(end))
}
