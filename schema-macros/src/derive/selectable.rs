//! `#[derive(Selectable)]` with `#[selectable(Table, crate = path)]` and, on a field, `#[selectable(expression)]`.

use syn::{Attribute, DeriveInput, Expr, Field, Ident, Path};

use super::{Target, attributes, named_fields};
use crate::errors::Errors;
use crate::symbol;

/// A struct of the user's own that columns are selected into.
pub(crate) struct Selectable<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) krate: Path,
    /// The path of the table.
    pub(crate) table: Path,
    pub(crate) fields: Vec<SelectField<'a>>,
}

/// A field, and what is selected into it.
pub(crate) struct SelectField<'a> {
    pub(crate) original: &'a Field,
    pub(crate) ident: &'a Ident,
    /// An expression; `None` for the table's column of the same name.
    pub(crate) expression: Option<Expr>,
}

impl<'a> Selectable<'a> {
    pub(crate) fn parse(original: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        let target = Target::parse(original, symbol::SELECTABLE, errors);
        let mut fields = Vec::new();
        for original in named_fields(original, "Selectable", errors)? {
            let Some(ident) = &original.ident else {
                continue;
            };
            fields.push(SelectField {
                original,
                ident,
                expression: expression(original, errors),
            });
        }
        Some(Self {
            original,
            krate: target.krate,
            table: target.table?,
            fields,
        })
    }
}

fn expression(field: &Field, errors: &mut Errors) -> Option<Expr> {
    let mut found = None;
    for attribute in attributes(&field.attrs, symbol::SELECTABLE) {
        if found.is_some() {
            errors.at(
                attribute.path(),
                "duplicate `#[selectable]` on a field; remove one",
            );
            continue;
        }
        found = errors.keep(read(attribute));
    }
    found
}

fn read(attribute: &Attribute) -> syn::Result<Expr> {
    attribute.parse_args().map_err(|error| {
        let message =
            "`#[selectable]` on a field takes one expression; write `#[selectable(Table.column)]`";
        syn::Error::new(error.span(), message)
    })
}
