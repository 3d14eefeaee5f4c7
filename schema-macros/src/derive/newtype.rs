//! `#[derive(PgNewtype)]` with `#[pg_newtype(crate = path)]`.

use syn::{DeriveInput, Fields, Path, Type};

use super::{attributes, krate};
use crate::attr::{Reader, Slot, equals};
use crate::errors::Errors;
use crate::{shape, symbol};

/// A tuple struct around one value.
pub(crate) struct PgNewtype<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) krate: Path,
    /// The type of the value.
    pub(crate) inner: &'a Type,
}

impl<'a> PgNewtype<'a> {
    pub(crate) fn parse(original: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        let name = &original.ident;
        shape::no_generics(name, &original.generics, errors);
        let mut path = Slot::default();
        for attribute in attributes(&original.attrs, symbol::PG_NEWTYPE) {
            Reader::new(symbol::PG_NEWTYPE, errors).read(attribute, |reader, input| {
                let key = reader.word(input)?;
                if key != "crate" {
                    return Err(reader.unknown_key(&key, &["crate"]));
                }
                equals(input, &key, "schema_core")?;
                reader.set(&mut path, key, input.call(Path::parse_mod_style)?);
                Ok(())
            });
        }
        let inner = inner(original);
        if inner.is_none() {
            errors.at(
                name,
                format!("`{name}` is not a newtype; write `struct {name}(i64);` with one field"),
            );
        }
        Some(Self {
            original,
            krate: krate(path),
            inner: inner?,
        })
    }
}

/// The type of the only field of a tuple struct.
fn inner(original: &DeriveInput) -> Option<&Type> {
    let syn::Data::Struct(data) = &original.data else {
        return None;
    };
    let Fields::Unnamed(fields) = &data.fields else {
        return None;
    };
    let mut fields = fields.unnamed.iter();
    let only = fields.next()?;
    fields.next().is_none().then_some(&only.ty)
}
