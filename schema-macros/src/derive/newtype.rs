//! `#[derive(PgNewtype)]` with `#[pg_newtype(no_array, crate = path)]`.

use syn::{DeriveInput, Fields, Path, Type};

use super::{attributes, krate};
use crate::attr::{Reader, Slot, equals, flag};
use crate::util::errors::Errors;
use crate::util::symbol;

/// A tuple struct around one value, which may have type parameters and `PhantomData` of them.
pub(crate) struct PgNewtype<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) krate: Path,
    /// The type of the value.
    pub(crate) inner: &'a Type,
    /// The types of the other fields, each a `PhantomData`.
    pub(crate) phantoms: Vec<&'a Type>,
    /// True if the type can be an array element. `no_array` disables this for a value that is itself an array.
    pub(crate) is_array_element: bool,
}

impl<'a> PgNewtype<'a> {
    pub(crate) fn parse(original: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        let name = &original.ident;
        let mut path = Slot::default();
        let mut no_array = Slot::default();
        for attribute in attributes(&original.attrs, symbol::PG_NEWTYPE) {
            Reader::new(symbol::PG_NEWTYPE, errors).read(attribute, |reader, input| {
                let key = reader.ident(input)?;
                match key.to_string().as_str() {
                    "no_array" => {
                        flag(input, &key)?;
                        reader.set(&mut no_array, key, ());
                    }
                    "crate" => {
                        equals(input, &key, "schema_core")?;
                        reader.set(&mut path, key, input.call(Path::parse_mod_style)?);
                    }
                    _ => return Err(reader.unknown_key(&key, &["no_array", "crate"])),
                }
                Ok(())
            });
        }
        let types = types(original);
        if types.is_none() {
            errors.at(
                name,
                format!("`{name}` is not a newtype; write `struct {name}(i64);` with one field"),
            );
        }
        let (inner, phantoms) = types?;
        Some(Self {
            original,
            krate: krate(path),
            inner,
            phantoms,
            is_array_element: !no_array.is_set(),
        })
    }
}

/// The types of the fields of a tuple struct: of the value, and of the others.
fn types(original: &DeriveInput) -> Option<(&Type, Vec<&Type>)> {
    let syn::Data::Struct(data) = &original.data else {
        return None;
    };
    let Fields::Unnamed(fields) = &data.fields else {
        return None;
    };
    let mut types = fields.unnamed.iter().map(|field| &field.ty);
    Some((types.next()?, types.collect()))
}
