//! Formats numbers for readers.

/// Formats with a precision that suits the unit: `12,345`, `8.0`, `0.853`.
pub(super) fn number(value: f64, unit: &str) -> String {
    let places = match unit {
        "whole" => 0,
        "times sqlx" | "s" => 2,
        "MiB" | "allocations" if value < 1_000.0 => 1,
        _ if value != 0.0 && value.abs() < 100.0 => 1,
        _ => 0,
    };
    let text = format!("{value:.places$}");
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    thousands(whole) + rest
}

/// Inserts thousands separators.
fn thousands(digits: &str) -> String {
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        let left = digits.len() - place;
        if place > 0 && left.is_multiple_of(3) && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn as_many_places_as_the_unit_is_worth() {
        assert_eq!(number(1_234_567.0, "instructions"), "1,234,567");
        assert_eq!(number(123.0, "instructions"), "123");
        assert_eq!(number(8.04, "allocations"), "8.0");
        assert_eq!(number(0.853, "times sqlx"), "0.85");
        assert_eq!(number(0.0, "allocations"), "0.0");
        assert_eq!(number(-1_234.0, "x"), "-1,234");
    }
}
