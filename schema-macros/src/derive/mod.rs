//! PARSE and CHECK of the derives, one per file.

mod composite;
mod insertable;
mod json_paths;
mod json_table;
mod newtype;
mod params;
mod pg_enum;
mod selectable;

use syn::{Attribute, DeriveInput, Field, Fields, Path};

pub(crate) use self::composite::PgComposite;
pub(crate) use self::insertable::Insertable;
pub(crate) use self::json_paths::{JsonField, JsonPaths, Shape};
pub(crate) use self::json_table::{JsonColumn, JsonTable, Place};
pub(crate) use self::newtype::{Domain, PgNewtype};
pub(crate) use self::params::Params;
pub(crate) use self::pg_enum::PgEnum;
pub(crate) use self::selectable::{SelectField, Selectable};

use crate::attr::{Reader, Slot, equals};
use crate::util::errors::Errors;

/// The attributes with a given name.
fn attributes<'a>(all: &'a [Attribute], name: &'static str) -> impl Iterator<Item = &'a Attribute> {
    all.iter()
        .filter(move |attribute| attribute.path().is_ident(name))
}

fn krate(slot: Slot<Path>) -> Path {
    slot.value()
        .unwrap_or_else(|| syn::parse_quote!(::schema_core))
}

/// The named fields of a struct.
fn named_fields<'a>(
    input: &'a DeriveInput,
    derive: &str,
    errors: &mut Errors,
) -> Option<Vec<&'a Field>> {
    let name = &input.ident;
    if let syn::Data::Struct(data) = &input.data
        && let Fields::Named(fields) = &data.fields
        && !fields.named.is_empty()
    {
        return Some(fields.named.iter().collect());
    }
    errors.at(
        name,
        format!("`{name}` has no named fields; `{derive}` requires a struct with named fields"),
    );
    None
}

/// Parses an attribute whose only key is `crate`.
fn crate_path(input: &DeriveInput, name: &'static str, errors: &mut Errors) -> Path {
    let mut path = Slot::default();
    for attribute in attributes(&input.attrs, name) {
        Reader::new(name, errors).read(attribute, |reader, input| {
            let key = reader.ident(input)?;
            if key != "crate" {
                return Err(reader.unknown_key(&key, &["crate"]));
            }
            equals(input, &key, "schema_core")?;
            reader.set(&mut path, key, input.call(Path::parse_mod_style)?);
            Ok(())
        });
    }
    krate(path)
}
