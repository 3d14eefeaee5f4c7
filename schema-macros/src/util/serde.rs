//! The attributes of serde that determine the keys of an object. serde itself reports what is wrong with them.

use syn::meta::ParseNestedMeta;
use syn::{Attribute, Expr, Ident, LitStr, Token};

use crate::util::names::pascal_case;

/// The attributes of a struct or an enum.
#[derive(Default)]
pub(crate) struct SerdeContainer {
    rename_all: Option<String>,
    /// True if a missing key is not an error.
    pub(crate) has_default: bool,
    /// True if the JSON of the only field takes the place of the object.
    pub(crate) is_transparent: bool,
    /// The key that makes serde write another type.
    pub(crate) converted: Option<Ident>,
}

/// The attributes of a field.
#[derive(Default)]
pub(crate) struct Serde {
    pub(crate) rename: Option<String>,
    /// The key `rename`, if it names one key to write and another one to read.
    pub(crate) two_names: Option<Ident>,
    /// True if the key can be missing.
    pub(crate) is_optional: bool,
    /// True if the key is never written.
    pub(crate) is_skipped: bool,
    /// The key `flatten`.
    pub(crate) flatten: Option<Ident>,
    /// The key of a function that writes or reads the field.
    pub(crate) function: Option<Ident>,
}

impl SerdeContainer {
    pub(crate) fn parse(attributes: &[Attribute]) -> Self {
        let mut parsed = Self::default();
        each_key(attributes, |key, meta| {
            match key.to_string().as_str() {
                "rename_all" => parsed.rename_all = Names::parse(meta)?.one(),
                "default" => parsed.has_default = true,
                "transparent" => parsed.is_transparent = true,
                "from" | "try_from" | "into" | "remote" => parsed.converted = Some(key.clone()),
                _ => {}
            }
            skip_value(meta)
        });
        parsed
    }

    /// Returns the key of a field that has no name of its own.
    pub(crate) fn rename(&self, field: &str) -> String {
        match self.rename_all.as_deref() {
            Some("UPPERCASE" | "SCREAMING_SNAKE_CASE") => field.to_uppercase(),
            Some("PascalCase") => pascal_case(field),
            Some("camelCase") => {
                let pascal = pascal_case(field);
                let mut chars = pascal.chars();
                let first = chars.next().map(|first| first.to_lowercase().to_string());
                first.unwrap_or_default() + chars.as_str()
            }
            Some("kebab-case") => field.replace('_', "-"),
            Some("SCREAMING-KEBAB-CASE") => field.to_uppercase().replace('_', "-"),
            _ => field.to_owned(),
        }
    }
}

impl Serde {
    pub(crate) fn parse(attributes: &[Attribute]) -> Self {
        let mut parsed = Self::default();
        each_key(attributes, |key, meta| {
            match key.to_string().as_str() {
                "rename" => {
                    let names = Names::parse(meta)?;
                    if names.differ() {
                        parsed.two_names = Some(key.clone());
                    }
                    parsed.rename = names.one();
                }
                "default" | "skip_serializing_if" => parsed.is_optional = true,
                "skip" | "skip_serializing" => parsed.is_skipped = true,
                "flatten" => parsed.flatten = Some(key.clone()),
                "with" | "serialize_with" | "deserialize_with" => {
                    parsed.function = Some(key.clone());
                }
                _ => {}
            }
            skip_value(meta)
        });
        parsed
    }
}

/// `= "name"`, or `(serialize = "name", deserialize = "name")`.
#[derive(Default)]
struct Names {
    serialize: Option<String>,
    deserialize: Option<String>,
    both: Option<String>,
}

impl Names {
    fn parse(meta: &ParseNestedMeta<'_>) -> syn::Result<Self> {
        let mut names = Self::default();
        if meta.input.peek(Token![=]) {
            names.both = Some(meta.value()?.parse::<LitStr>()?.value());
        } else if meta.input.peek(syn::token::Paren) {
            meta.parse_nested_meta(|inner| {
                let name = inner.value()?.parse::<LitStr>()?.value();
                if inner.path.is_ident("serialize") {
                    names.serialize = Some(name);
                } else {
                    names.deserialize = Some(name);
                }
                Ok(())
            })?;
        }
        Ok(names)
    }

    fn differ(&self) -> bool {
        self.both.is_none() && self.serialize != self.deserialize
    }

    /// The name that is written.
    fn one(self) -> Option<String> {
        self.both.or(self.serialize)
    }
}

/// Calls the function for each key of the attributes `#[serde(…)]`.
fn each_key(
    attributes: &[Attribute],
    mut read: impl FnMut(&Ident, &ParseNestedMeta<'_>) -> syn::Result<()>,
) {
    for attribute in attributes {
        if attribute.path().is_ident("serde") {
            // An invalid attribute is reported by serde.
            let _ = attribute.parse_nested_meta(|meta| match meta.path.get_ident() {
                Some(key) => read(key, &meta),
                None => skip_value(&meta),
            });
        }
    }
}

/// Skips the value of a key, if it has one that was not read.
fn skip_value(meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
    if meta.input.peek(Token![=]) {
        meta.value()?.parse::<Expr>()?;
    } else if meta.input.peek(syn::token::Paren) {
        meta.parse_nested_meta(|inner| skip_value(&inner))?;
    }
    Ok(())
}
