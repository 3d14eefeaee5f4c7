//! `#[derive(Params)]` with `#[params(crate = path)]`.

use syn::{DeriveInput, Field, Path};

use super::{crate_path, named_fields};
use crate::check::shape;
use crate::util::errors::Errors;
use crate::util::symbol;

/// A struct with the values of a query's placeholders.
pub(crate) struct Params<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) krate: Path,
    pub(crate) fields: Vec<&'a Field>,
}

impl<'a> Params<'a> {
    pub(crate) fn parse(original: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        let krate = crate_path(original, symbol::PARAMS, errors);
        shape::no_generics(&original.ident, &original.generics, errors);
        Some(Self {
            original,
            krate,
            fields: named_fields(original, "Params", errors)?,
        })
    }
}
