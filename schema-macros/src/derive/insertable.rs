//! `#[derive(Insertable)]` with `#[insertable(Table, crate = path)]` and, on a field, `#[insertable(column = name)]`.

use std::collections::HashMap;

use syn::{DeriveInput, Field, Ident, Path, Token};

use super::{attributes, krate, named_fields};
use crate::attr::{Reader, Slot, attribute_key, equals};
use crate::util::errors::Errors;
use crate::util::names::unraw;
use crate::util::symbol;

/// A user-defined struct that can be inserted into a table.
pub(crate) struct Insertable<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) krate: Path,
    /// The path of the table.
    pub(crate) table: Path,
    pub(crate) fields: Vec<InsertField<'a>>,
}

/// A field and the column that it is written to.
pub(crate) struct InsertField<'a> {
    pub(crate) original: &'a Field,
    pub(crate) ident: &'a Ident,
    /// The name of the field in the table's struct.
    pub(crate) column: Ident,
}

impl<'a> Insertable<'a> {
    pub(crate) fn parse(original: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        let target = Target::parse(original, errors);
        let mut fields = Vec::new();
        for field in named_fields(original, "Insertable", errors)? {
            fields.extend(InsertField::parse(field, errors));
        }
        check_duplicate_columns(&fields, errors);
        Some(Self {
            original,
            krate: target.krate,
            table: target.table?,
            fields,
        })
    }
}

impl Insertable<'_> {
    /// The path of `schema_core`, also from an invalid attribute.
    pub(crate) fn krate(original: &DeriveInput) -> Path {
        let mut reported = Errors::new();
        let target = Target::parse(original, &mut reported);
        reported.discard();
        target.krate
    }
}

/// The arguments of `#[insertable(Table, crate = path)]`.
struct Target {
    table: Option<Path>,
    krate: Path,
}

impl Target {
    fn parse(original: &DeriveInput, errors: &mut Errors) -> Self {
        let mut table = Slot::default();
        let mut path = Slot::default();
        let mut reader = Reader::new(symbol::INSERTABLE, errors);
        for attribute in attributes(&original.attrs, symbol::INSERTABLE) {
            reader.read(attribute, |reader, input| {
                if !input.peek2(Token![=]) {
                    let named = input.call(Path::parse_mod_style)?;
                    reader.set(&mut table, attribute_key(attribute), named);
                    return Ok(());
                }
                let key = reader.ident(input)?;
                if key != "crate" {
                    return Err(reader.unknown_key(&key, &["crate"]));
                }
                equals(input, &key, "schema_core")?;
                reader.set(&mut path, key, input.call(Path::parse_mod_style)?);
                Ok(())
            });
        }
        let ident = &original.ident;
        let message = format!("`{ident}` does not specify a table; add `#[insertable(Table)]`");
        reader.require(table.is_set(), ident, &message);
        Self {
            table: table.value(),
            krate: krate(path),
        }
    }
}

impl<'a> InsertField<'a> {
    fn parse(original: &'a Field, errors: &mut Errors) -> Option<Self> {
        let ident = original.ident.as_ref()?;
        let mut column = Slot::default();
        for attribute in attributes(&original.attrs, symbol::INSERTABLE) {
            Reader::new(symbol::INSERTABLE, errors).read(attribute, |reader, input| {
                let key = reader.ident(input)?;
                if key != "column" {
                    return Err(reader.unknown_key(&key, &["column"]));
                }
                equals(input, &key, "name")?;
                let name = reader.ident(input)?;
                reader.set(&mut column, key, name);
                Ok(())
            });
        }
        let column = column.value().unwrap_or_else(|| ident.clone());
        Some(Self {
            original,
            ident,
            column,
        })
    }
}

/// Two fields cannot set the same column.
fn check_duplicate_columns(fields: &[InsertField<'_>], errors: &mut Errors) {
    let mut seen: HashMap<String, &Ident> = HashMap::new();
    for field in fields {
        if let Some(first) = seen.insert(unraw(&field.column), field.ident) {
            let (ident, column) = (field.ident, &field.column);
            let message =
                format!("fields `{first}` and `{ident}` both set column `{column}`; remove one");
            errors.at(column, message);
        }
    }
}
