//! Numbers, dates and times.

use fake::RngExt as _;

use super::super::Random;
use super::super::source::Source;
use super::super::unit::Unit;

/// The days from 2023 to 2025.
const RECENT: (i128, i128) = (19_358, 20_453);
/// The days from 1945 to 2006.
const BIRTH: (i128, i128) = (-9_131, 13_148);
const DAY: i128 = 86_400;

/// Makes a number.
pub(super) fn make(source: &Source, unit: Unit, random: &mut Random) -> String {
    let (low, high) = bounds(source, unit);
    unit.format(random.random_range(low..=high))
}

/// Makes the number at this place, starting with the smallest that is allowed, or with 1.
pub(super) fn distinct(source: &Source, unit: Unit, number: u64) -> String {
    let (hard_low, hard_high) = limits(source, unit);
    let (low, _) = bounds(source, unit);
    let start = match unit {
        // The numbers of a key.
        Unit::Integer(_) if hard_low <= 1 && hard_high >= 1 => 1,
        _ => low,
    };
    let step = match unit {
        // Times with a minute between them look more like times.
        Unit::Timestamp | Unit::Timestamptz => 60,
        _ => 1,
    };
    let wanted = start + i128::from(number) * step;
    if wanted <= hard_high {
        return unit.format(wanted);
    }
    // After the largest number, those below the start.
    let count = hard_high - hard_low + 1;
    unit.format(hard_low + (wanted - hard_low).rem_euclid(count.max(1)))
}

/// Makes a floating-point number.
pub(super) fn float(source: &Source, random: &mut Random) -> String {
    let unit = source.unit().unwrap_or(Unit::Integer(8));
    make(source, unit, random)
}

/// Returns the numbers that the type and the checks allow.
fn limits(source: &Source, unit: Unit) -> (i128, i128) {
    let (low, high) = unit.limits();
    (
        source.rules.min.map_or(low, |min| min.max(low)),
        source.rules.max.map_or(high, |max| max.min(high)),
    )
}

/// Returns the numbers from which one is chosen.
fn bounds(source: &Source, unit: Unit) -> (i128, i128) {
    let (hard_low, hard_high) = limits(source, unit);
    let (soft_low, soft_high) = usual(source, unit);
    let (low, high) = (soft_low.max(hard_low), soft_high.min(hard_high));
    if low <= high {
        return (low, high);
    }
    // The usual numbers are not allowed, so choose near to them.
    let span = soft_high - soft_low;
    if hard_low > soft_high {
        (hard_low, hard_high.min(hard_low + span).max(hard_low))
    } else {
        (hard_low.max(hard_high - span).min(hard_high), hard_high)
    }
}

/// Returns the numbers that a column with this name usually has.
fn usual(source: &Source, unit: Unit) -> (i128, i128) {
    let name = source.name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let is_birth = has(&["birth", "born", "dob"]);
    match unit {
        Unit::Date if is_birth => BIRTH,
        Unit::Date => RECENT,
        Unit::Timestamp | Unit::Timestamptz => {
            let (low, high) = if is_birth { BIRTH } else { RECENT };
            (low * DAY, (high + 1) * DAY - 1)
        }
        Unit::Time | Unit::Timetz => (8 * 3600, 18 * 3600),
        Unit::Interval => (60, 30 * DAY),
        Unit::Integer(_) => integer(&name),
        Unit::Decimal { precision, scale } => decimal(&name, precision, scale),
    }
}

fn integer(name: &str) -> (i128, i128) {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let is = |words: &[&str]| name.split('_').any(|part| words.contains(&part));
    match () {
        () if is(&["age"]) => (18, 90),
        () if has(&["year"]) => (1990, 2025),
        () if is(&["month"]) => (1, 12),
        () if is(&["day"]) => (1, 28),
        () if has(&["percent"]) => (0, 100),
        () if has(&["rating", "stars"]) => (1, 5),
        () if has(&["quantity", "qty"]) => (1, 20),
        () if has(&["priority", "level", "rank"]) => (1, 5),
        () if has(&["port"]) && !has(&["report", "import", "export"]) => (1024, 65_535),
        () if has(&["cents", "amount", "price", "total", "cost"]) => (100, 30_000),
        () => (1, 1000),
    }
}

fn decimal(name: &str, precision: Option<u32>, scale: u32) -> (i128, i128) {
    let base = 10_i128.pow(scale);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let (low, high) = match () {
        () if has(&["latitude"]) || name == "lat" => (-90 * base, 90 * base),
        () if has(&["longitude"]) || matches!(name, "lng" | "lon") => (-180 * base, 180 * base),
        () if has(&["rate", "ratio", "score", "probability", "confidence"]) => (0, base),
        () if has(&["percent"]) => (0, 100 * base),
        () => (base, 1000 * base),
    };
    // A type with few digits has no such large number.
    let max = precision.map_or(high, |digits| 10_i128.pow(digits.min(30)) - 1);
    (low.max(-max).min(max), high.min(max))
}
