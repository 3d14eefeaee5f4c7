//! Texts of a length, a case and a pattern.

use super::super::Random;
use super::super::pattern::letter;
use super::super::source::{Case, Source};
use super::names;

/// Makes a text.
pub(super) fn make(source: &Source, length: Option<usize>, random: &mut Random) -> String {
    if let Some(pattern) = &source.rules.pattern {
        return pattern.make(random);
    }
    let text = names::text(&source.name, &source.table, random);
    fit(source, length, text, random)
}

/// Makes a text that contains the number, so that it differs from those with other numbers.
pub(super) fn numbered(
    source: &Source,
    length: Option<usize>,
    random: &mut Random,
    number: u64,
) -> String {
    let text = make(source, length, random);
    let number = base36(number);
    // The number of an address of mail is before the `@`.
    let (start, end) = match text.find('@') {
        Some(at) => text.split_at(at),
        None => (text.as_str(), ""),
    };
    let max = longest(source, length).saturating_sub(number.len() + end.chars().count());
    let text = if max == 0 && !end.is_empty() {
        // No place for the rest.
        number
    } else {
        let start: String = start.chars().take(max).collect();
        format!("{start}{number}{end}")
    };
    fit(source, length, text, random)
}

fn longest(source: &Source, length: Option<usize>) -> usize {
    let rules = source.rules.max_length.unwrap_or(usize::MAX);
    rules.min(length.unwrap_or(usize::MAX))
}

/// Applies the case and the length.
fn fit(source: &Source, length: Option<usize>, text: String, random: &mut Random) -> String {
    let mut text = match source.rules.case {
        Some(Case::Lower) => text.to_lowercase(),
        Some(Case::Upper) => text.to_uppercase(),
        None => text,
    };
    let max = longest(source, length);
    if text.chars().count() > max {
        text = text.chars().take(max).collect();
        // A space at the end would not count in `char(n)`.
        text.truncate(text.trim_end().len());
    }
    let min = source.rules.min_length.unwrap_or(1).min(max);
    let missing = min.saturating_sub(text.chars().count());
    for _ in 0..missing {
        let letter = letter(random);
        text.push(match source.rules.case {
            Some(Case::Upper) => letter.to_ascii_uppercase(),
            _ => letter,
        });
    }
    text
}

fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        let digit = u32::try_from(number % 36).unwrap_or_default();
        digits.extend(char::from_digit(digit, 36));
        number /= 36;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}
