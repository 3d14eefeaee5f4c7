//! Writes a model that was reduced as source.

mod access;
mod attribute;
pub(super) mod comment;
mod constraint;
mod default;
mod field;
mod file;
mod index;
mod objects;
mod storage;
mod table;
mod types;
mod view;

use schema_ddl::model::Model;

pub(super) use self::file::file;
use super::PullOptions;
use super::names::Names;
use super::rust_type::{Element, OwnKind, OwnTypes, RustType, rust_type};

/// What all parts of the source need.
struct Writer<'a> {
    model: &'a Model,
    names: Names,
    own: OwnTypes,
    options: PullOptions,
}

impl<'a> Writer<'a> {
    fn new(model: &'a Model, options: PullOptions) -> Self {
        let enums = model.enums.iter().map(|def| (&def.name, OwnKind::Element));
        let composites = model
            .composites
            .iter()
            .map(|def| (&def.name, OwnKind::Element));
        let domains = model.domains.iter().map(|def| {
            let kind = if def.base.array {
                OwnKind::Array
            } else {
                OwnKind::Element
            };
            (&def.name, kind)
        });
        let own = enums.chain(composites).chain(domains);
        Self {
            model,
            names: Names::new(model),
            own: OwnTypes(own.map(|(name, kind)| (name.clone(), kind)).collect()),
            options,
        }
    }

    /// Returns the Rust type. A reduced model has only types with one.
    fn rust_type(&self, data_type: &schema_ddl::model::DataType) -> Option<RustType> {
        rust_type(data_type, &self.own, self.options)
    }

    /// Writes a Rust type.
    fn type_text(&self, found: &RustType, nullable: bool) -> String {
        let element = match &found.element {
            Element::Known(text) => text.as_str(),
            Element::Own(name) => self.names.of(name),
        };
        let text = if found.array {
            format!("Vec<{element}>")
        } else {
            element.to_owned()
        };
        if nullable {
            format!("Option<{text}>")
        } else {
            text
        }
    }
}
