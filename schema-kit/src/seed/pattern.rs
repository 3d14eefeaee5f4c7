//! Texts that match a pattern.

use fake::RngExt as _;
use fake::rand::distr::Distribution as _;
use rand_regex::Regex;

use super::Random;

/// The most repetitions where a pattern has no limit.
const REPEAT: u32 = 8;

/// A pattern of a check constraint.
#[derive(Debug, Clone)]
pub(super) enum Pattern {
    /// A regular expression.
    Regex(Regex),
    /// The pattern of `like`: `%` is any text and `_` any character.
    Like(String),
}

impl Pattern {
    /// Compiles a regular expression. Returns `None` if it uses features that only Postgres has.
    pub(super) fn regex(pattern: &str) -> Option<Self> {
        // The shorthands of Postgres are those of ASCII in most collations, and Unicode digits are surprising.
        let ascii = pattern
            .replace("\\d", "[0-9]")
            .replace("\\w", "[a-zA-Z0-9_]")
            .replace("\\s", " ")
            .replace("[[0-9]", "[0-9")
            .replace("[[a-zA-Z0-9_]", "[a-zA-Z0-9_");
        let ascii = plain(&ascii);
        Regex::compile(&ascii, REPEAT).ok().map(Self::Regex)
    }

    /// Returns a text that matches.
    pub(super) fn make(&self, random: &mut Random) -> String {
        match self {
            Self::Regex(regex) => regex.sample(random),
            Self::Like(pattern) => like(pattern, random),
        }
    }
}

/// Replaces the dots and negated classes, which mean any of all characters, by letters. Removes anchors, because without
/// them any text around the match is allowed, also none.
fn plain(pattern: &str) -> String {
    let mut replaced = String::with_capacity(pattern.len());
    let mut chars = pattern.chars().peekable();
    let mut in_class = false;
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                replaced.push(c);
                replaced.extend(chars.next());
            }
            '[' if !in_class => {
                in_class = true;
                replaced.push(c);
                if chars.peek() == Some(&'^') {
                    replaced.push('a');
                    replaced.push_str("-z&&[^");
                    chars.next();
                    // The class in the class.
                    replaced.push_str(&class_end(&mut chars));
                    replaced.push_str("]]");
                    in_class = false;
                }
            }
            ']' if in_class => {
                in_class = false;
                replaced.push(c);
            }
            '^' | '$' if !in_class => {}
            '.' if !in_class => replaced.push_str("[a-z]"),
            c => replaced.push(c),
        }
    }
    replaced
}

/// Returns the rest of a class without its closing bracket.
fn class_end(chars: &mut impl Iterator<Item = char>) -> String {
    let mut rest = String::new();
    while let Some(c) = chars.next() {
        match c {
            ']' if !rest.is_empty() => return rest,
            '\\' => {
                rest.push(c);
                rest.extend(chars.next());
            }
            c => rest.push(c),
        }
    }
    rest
}

fn like(pattern: &str, random: &mut Random) -> String {
    let mut text = String::new();
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '%' => {
                for _ in 0..random.random_range(1..=6) {
                    text.push(letter(random));
                }
            }
            '_' => text.push(letter(random)),
            '\\' => text.extend(chars.next()),
            c => text.push(c),
        }
    }
    text
}

/// Returns a letter from a to z.
pub(super) fn letter(random: &mut Random) -> char {
    char::from(random.random_range(b'a'..=b'z'))
}

#[cfg(test)]
mod tests {
    use fake::rand::SeedableRng as _;

    use super::*;

    #[test]
    fn texts_match_simple_patterns() {
        let mut random = Random::seed_from_u64(1);
        let mut make = |pattern: &str| Pattern::regex(pattern).unwrap().make(&mut random);
        for _ in 0..50 {
            let code = make("^[A-Z]{3}-\\d{2}$");
            assert_eq!(code.len(), 6, "{code}");
            assert!(
                code[4..].bytes().all(|byte| byte.is_ascii_digit()),
                "{code}"
            );
            let mail = make("^[^@]+@[^@]+\\.[a-z]+$");
            assert_eq!(mail.matches('@').count(), 1, "{mail}");
            assert!(make("^.+$").bytes().all(|byte| byte.is_ascii_lowercase()));
            assert!(make("^[\\w.-]+$").is_ascii());
        }
        assert!(
            ["a", "b"].contains(
                &Pattern::regex("^a$|^b$")
                    .unwrap()
                    .make(&mut random)
                    .as_str()
            )
        );
        assert!(Pattern::regex("(?<!a)b").is_none());
        let like = Pattern::Like(String::from("a\\%_@%")).make(&mut random);
        assert!(
            like.starts_with("a%") && like[3..].starts_with('@'),
            "{like}"
        );
    }
}
