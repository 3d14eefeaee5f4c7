//! Values of types with a syntax of their own.

use fake::RngExt as _;
use fake::faker::lorem::en::Word;

use super::super::Random;
use super::super::source::{Other, Source};
use super::names::fake;

/// Makes a random UUID of version 4.
pub(super) fn uuid(random: &mut Random) -> String {
    let mut bits: u128 = random.random();
    bits &= !(0xf << 76) & !(0x3 << 62);
    bits |= (0x4 << 76) | (0x2 << 62);
    let hex = format!("{bits:032x}");
    let parts = [
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ];
    parts.join("-")
}

/// Makes a JSON value of the kind that a check demands, or an object.
pub(super) fn json(source: &Source, random: &mut Random) -> String {
    let word = fake(random, Word());
    match source.rules.json.as_deref() {
        Some("array") => format!("[\"{word}\", {}]", random.random_range(1..100)),
        Some("string") => format!("\"{word}\""),
        Some("number") => random.random_range(1..1000).to_string(),
        Some("boolean") => random.random_bool(0.5).to_string(),
        Some("null") => String::from("null"),
        _ => {
            let key = fake(random, Word());
            let number = random.random_range(1..100);
            if key == "count" {
                return format!("{{\"count\": {number}}}");
            }
            format!("{{\"{key}\": \"{word}\", \"count\": {number}}}")
        }
    }
}

/// Makes bytes.
pub(super) fn bytes(source: &Source, random: &mut Random) -> String {
    let max = source.rules.max_length.unwrap_or(usize::MAX);
    let min = source.rules.min_length.unwrap_or(8).min(max);
    let length = random.random_range(min..=max.min(min.saturating_add(8)));
    let digits = (0..length).map(|_| format!("{:02x}", random.random::<u8>()));
    format!("\\x{}", digits.collect::<String>())
}

/// Makes an embedding. Its numbers have few digits, so that all types represent them exactly enough.
pub(super) fn vector(dimensions: usize, sparse: bool, random: &mut Random) -> String {
    let number = |random: &mut Random| {
        let thousandths: i32 = random.random_range(-1000..=1000);
        f64::from(thousandths) / 1000.0
    };
    if !sparse {
        let numbers: Vec<String> = (0..dimensions)
            .map(|_| number(random).to_string())
            .collect();
        return format!("[{}]", numbers.join(","));
    }
    // About one of ten dimensions.
    let mut parts = Vec::new();
    for at in 1..=dimensions {
        if random.random_bool(0.1) || at == dimensions {
            parts.push(format!("{at}:{}", number(random)));
        }
    }
    format!("{{{}}}/{dimensions}", parts.join(","))
}

/// Makes a string of bits.
pub(super) fn bits(length: usize, random: &mut Random) -> String {
    let bits = (0..length).map(|_| if random.random_bool(0.5) { '1' } else { '0' });
    bits.collect()
}

/// Makes any other value.
pub(super) fn make(kind: Other, random: &mut Random) -> String {
    let [a, b, c, d]: [u8; 4] = std::array::from_fn(|_| random.random_range(1..=200));
    match kind {
        Other::Inet => format!("10.{a}.{b}.{c}"),
        Other::Cidr => format!("10.{a}.{b}.0/24"),
        Other::Macaddr => format!("02:00:{a:02x}:{b:02x}:{c:02x}:{d:02x}"),
        Other::Macaddr8 => format!("02:00:00:ff:{a:02x}:{b:02x}:{c:02x}:{d:02x}"),
        Other::Line => format!("{{{a},{b},{c}}}"),
        Other::Box => format!("({a},{b}),({},{})", a + 10, b + 10),
        Other::Segment | Other::Path => format!("[({a},{b}),({c},{d})]"),
        Other::Polygon => format!("(({a},{b}),({},{b}),({a},{}))", a + 10, b + 10),
        Other::Circle => format!("<({a},{b}),{c}>"),
        Other::Lsn => format!("{a:X}/{b:X}{c:02X}"),
        Other::Point | Other::Tid => format!("({a},{b})"),
        Other::Words
        | Other::Ltree
        | Other::TsQuery
        | Other::Xml
        | Other::Hstore
        | Other::JsonPath => of_words(kind, random),
    }
}

fn of_words(kind: Other, random: &mut Random) -> String {
    let (a, b): (String, String) = (fake(random, Word()), fake(random, Word()));
    match kind {
        Other::Ltree => format!("{a}.{b}"),
        Other::TsQuery => format!("'{a}' & '{b}'"),
        Other::Xml => format!("<{a}>{b}</{a}>"),
        Other::Hstore => format!("\"{a}\"=>\"{b}\""),
        Other::JsonPath => format!("$.{a}"),
        _ => format!("'{a}' '{b}'"),
    }
}
