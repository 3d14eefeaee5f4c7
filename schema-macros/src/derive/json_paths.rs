//! `#[derive(JsonPaths)]` with `#[json_paths(crate = path)]` and, on a field, `#[json_paths(opaque, skip)]`.

use syn::{Data, DeriveInput, Field, Fields, Ident, Path, Type};

use super::{attributes, krate};
use crate::attr::{Reader, Slot, equals, flag};
use crate::util::errors::Errors;
use crate::util::names::unraw;
use crate::util::serde::{Serde, SerdeContainer};
use crate::util::symbol;

/// A type in a JSON payload.
pub(crate) struct JsonPaths<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) krate: Path,
    pub(crate) shape: Shape<'a>,
}

/// What serde makes of the type.
pub(crate) enum Shape<'a> {
    /// An object with these keys.
    Object(Vec<JsonField<'a>>),
    /// The JSON of the only field.
    Newtype(&'a Type),
    /// JSON into which no path leads: an enum.
    Value,
}

/// A field with a path.
pub(crate) struct JsonField<'a> {
    pub(crate) original: &'a Field,
    pub(crate) ident: &'a Ident,
    pub(crate) key: String,
    /// True if the key can be missing.
    pub(crate) is_optional: bool,
    /// True if no path leads into the field.
    pub(crate) is_opaque: bool,
}

impl<'a> JsonPaths<'a> {
    pub(crate) fn parse(original: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        let name = &original.ident;
        let mut path = Slot::default();
        for attribute in attributes(&original.attrs, symbol::JSON_PATHS) {
            Reader::new(symbol::JSON_PATHS, errors).read(attribute, |reader, input| {
                let key = reader.ident(input)?;
                if key != "crate" {
                    return Err(reader.unknown_key(&key, &["crate"]));
                }
                equals(input, &key, "schema_core")?;
                reader.set(&mut path, key, input.call(Path::parse_mod_style)?);
                Ok(())
            });
        }
        if !original.generics.params.is_empty() {
            errors.at(
                name,
                format!("`{name}` is generic; `JsonPaths` requires a type without parameters"),
            );
            return None;
        }
        let serde = SerdeContainer::parse(&original.attrs);
        if let Some(key) = serde.converted {
            let message = format!(
                "serde's `{key}` converts `{name}`, so its JSON has other fields; remove `JsonPaths`"
            );
            errors.at(&key, message);
            return None;
        }
        Some(Self {
            original,
            krate: krate(path),
            shape: Shape::parse(original, &serde, errors)?,
        })
    }
}

impl<'a> Shape<'a> {
    fn parse(
        original: &'a DeriveInput,
        serde: &SerdeContainer,
        errors: &mut Errors,
    ) -> Option<Self> {
        let name = &original.ident;
        match &original.data {
            Data::Enum(_) => return Some(Self::Value),
            Data::Struct(data) => match &data.fields {
                Fields::Named(fields) => {
                    let errors_before = errors.len();
                    let fields = fields.named.iter();
                    let fields: Vec<_> = fields
                        .filter_map(|field| JsonField::parse(field, serde, errors))
                        .collect();
                    if serde.is_transparent {
                        let message = format!(
                            "`{name}` is transparent, so its field is no key; make it a tuple struct"
                        );
                        errors.at(name, message);
                        return None;
                    }
                    if fields.is_empty() && errors.len() == errors_before {
                        let message =
                            format!("no field of `{name}` has a path; remove `JsonPaths`");
                        errors.at(name, message);
                        return None;
                    }
                    return Some(Self::Object(fields));
                }
                Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                    return fields.unnamed.first().map(|field| Self::Newtype(&field.ty));
                }
                _ => {}
            },
            Data::Union(_) => {}
        }
        let message = format!(
            "`{name}` is not an object in JSON; use a struct with named fields, or an enum"
        );
        errors.at(name, message);
        None
    }
}

impl<'a> JsonField<'a> {
    /// Returns `None` for a field without a path.
    fn parse(original: &'a Field, container: &SerdeContainer, errors: &mut Errors) -> Option<Self> {
        let ident = original.ident.as_ref()?;
        let mut opaque = Slot::default();
        let mut skip = Slot::default();
        for attribute in attributes(&original.attrs, symbol::JSON_PATHS) {
            Reader::new(symbol::JSON_PATHS, errors).read(attribute, |reader, input| {
                let key = reader.ident(input)?;
                match key.to_string().as_str() {
                    "opaque" => {
                        flag(input, &key)?;
                        reader.set(&mut opaque, key, ());
                    }
                    "skip" => {
                        flag(input, &key)?;
                        reader.set(&mut skip, key, ());
                    }
                    _ => return Err(reader.unknown_key(&key, &["opaque", "skip"])),
                }
                Ok(())
            });
        }
        let serde = Serde::parse(&original.attrs);
        if serde.is_skipped || skip.is_set() {
            return None;
        }
        if let Some(key) = &serde.flatten {
            let message = format!(
                "`flatten` makes the fields of `{ident}` keys of the outer object; add `#[json_paths(skip)]` for no path"
            );
            errors.at(key, message);
            return None;
        }
        if let Some(key) = &serde.function {
            let message = format!(
                "`{key}` writes `{ident}` as other JSON than its type; add `#[json_paths(skip)]` for no path"
            );
            errors.at(key, message);
            return None;
        }
        if let Some(key) = &serde.two_names {
            let message = format!(
                "`{ident}` is written and read by two names; give `rename` one name, or add `#[json_paths(skip)]`"
            );
            errors.at(key, message);
            return None;
        }
        let key = serde
            .rename
            .unwrap_or_else(|| container.rename(&unraw(ident)));
        Some(Self {
            original,
            ident,
            key,
            is_optional: serde.is_optional || container.has_default,
            is_opaque: opaque.is_set(),
        })
    }
}
