//! Names: raw identifiers, case conversion, and the rules of Postgres for names.

use proc_macro2::{Ident, Span};
use syn::LitStr;
use syn::ext::IdentExt;

use crate::util::suggest;

/// The maximum length of a name. Postgres truncates longer names without an error.
const MAX_BYTES: usize = 63;

/// A name in the database, with its span.
#[derive(Clone)]
pub(crate) struct Name {
    pub(crate) value: String,
    pub(crate) span: Span,
}

impl Name {
    /// The name derived from an identifier.
    pub(crate) fn of(ident: &Ident) -> Self {
        Self {
            value: unraw(ident),
            span: ident.span(),
        }
    }

    /// The error message for a name that Postgres would not accept; `what` is `table name`, for example.
    pub(crate) fn problem(&self, what: &str) -> Option<String> {
        let value = &self.value;
        if value.is_empty() {
            return Some(format!("the {what} is empty; write at least one character"));
        }
        let shown = suggest::excerpt(&value.escape_debug().to_string());
        let bytes = value.len();
        if bytes > MAX_BYTES {
            return Some(format!(
                "the {what} `{shown}` has {bytes} bytes, Postgres allows {MAX_BYTES}; choose a shorter name"
            ));
        }
        value
            .contains(['"', '\0'])
            .then(|| format!("the {what} `{shown}` contains a quote or a NUL character; remove it"))
    }
}

impl From<LitStr> for Name {
    fn from(literal: LitStr) -> Self {
        Self {
            value: literal.value(),
            span: literal.span(),
        }
    }
}

/// The text of an identifier, without `r#`.
pub(crate) fn unraw(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// Converts `MedicalOrder` to `medical_order`, `HTTPRequest` to `http_request`.
pub(crate) fn snake_case(name: &str) -> String {
    words(name).join("_").to_lowercase()
}

/// Converts `patient_id` to `PatientId`.
pub(crate) fn pascal_case(name: &str) -> String {
    let capital = |word: &str| {
        let mut chars = word.chars();
        let first = chars.next().map(|first| first.to_uppercase().to_string());
        first.unwrap_or_default() + chars.as_str()
    };
    name.split('_').map(capital).collect()
}

/// The case of enum labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    Snake,
    Kebab,
    ScreamingSnake,
    Camel,
    Pascal,
    Lower,
    Upper,
}

impl Case {
    pub(crate) const NAMES: [&str; 7] = [
        "snake_case",
        "kebab-case",
        "SCREAMING_SNAKE_CASE",
        "camelCase",
        "PascalCase",
        "lowercase",
        "UPPERCASE",
    ];

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "snake_case" => Self::Snake,
            "kebab-case" => Self::Kebab,
            "SCREAMING_SNAKE_CASE" => Self::ScreamingSnake,
            "camelCase" => Self::Camel,
            "PascalCase" => Self::Pascal,
            "lowercase" => Self::Lower,
            "UPPERCASE" => Self::Upper,
            _ => return None,
        })
    }

    /// Converts a name in `PascalCase`.
    pub(crate) fn apply(self, name: &str) -> String {
        match self {
            Self::Snake => snake_case(name),
            Self::Kebab => words(name).join("-").to_lowercase(),
            Self::ScreamingSnake => words(name).join("_").to_uppercase(),
            Self::Camel => {
                let mut chars = name.chars();
                let first = chars.next().map(|first| first.to_lowercase().to_string());
                first.unwrap_or_default() + chars.as_str()
            }
            Self::Pascal => name.to_owned(),
            Self::Lower => name.to_lowercase(),
            Self::Upper => name.to_uppercase(),
        }
    }
}

/// The words of a name in `PascalCase`. A capital letter starts a word if it follows a lower-case letter or a digit, or
/// if a lower-case letter follows it.
fn words(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (position, &this) in chars.iter().enumerate() {
        let before = position.checked_sub(1).and_then(|i| chars.get(i));
        let after = chars.get(position + 1);
        let starts = this.is_uppercase()
            && (before.is_some_and(|c| c.is_lowercase() || c.is_numeric())
                || after.is_some_and(|c| c.is_lowercase()));
        if (starts || this == '_') && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if this != '_' {
            word.push(this);
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}
