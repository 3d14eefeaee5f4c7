//! `#[derive(Selectable)]` with `#[selectable(crate = path)]`.

use syn::{DeriveInput, Field, Ident, Path};

use super::{attributes, crate_path, named_fields};
use crate::check::shape;
use crate::util::errors::Errors;
use crate::util::symbol;

/// A user-defined struct that columns can be selected into.
pub(crate) struct Selectable<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) krate: Path,
    pub(crate) fields: Vec<SelectField<'a>>,
}

/// A field to select an expression into.
pub(crate) struct SelectField<'a> {
    pub(crate) original: &'a Field,
    pub(crate) ident: &'a Ident,
}

impl<'a> Selectable<'a> {
    pub(crate) fn parse(original: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        shape::no_generics(&original.ident, &original.generics, errors);
        let krate = crate_path(original, symbol::SELECTABLE, errors);
        let fields = named_fields(original, "Selectable", errors)?;
        for attribute in fields
            .iter()
            .flat_map(|field| attributes(&field.attrs, symbol::SELECTABLE))
        {
            let message = "`#[selectable]` is not valid on a field; remove it and set the expression in the query";
            errors.at(attribute, message);
        }
        let fields = fields.into_iter().filter_map(|original| {
            let ident = original.ident.as_ref()?;
            Some(SelectField { original, ident })
        });
        Some(Self {
            original,
            krate,
            fields: fields.collect(),
        })
    }
}
