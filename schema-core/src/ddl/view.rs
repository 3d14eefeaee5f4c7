//! Checks and models of views.

use std::collections::HashMap;

use schema_ddl::model::View;
use schema_ddl::sql::quote;

use super::check::check_names_fit;
use super::{DdlError, model, user_type};
use crate::def::{TableDef, ViewDef};

/// Tables, views, indexes and sequences share a namespace, and the rows of a view are a type.
pub(super) fn check(
    tables: &[&'static TableDef],
    views: &[&'static ViewDef],
) -> Result<(), DdlError> {
    let mut taken = HashMap::new();
    for table in tables {
        let schema = table.name.schema;
        taken.insert((schema, table.name.name.to_owned()), "table");
        for name in table.names().relations() {
            taken.insert((schema, name.clone().into_owned()), "index");
        }
        for (_, sequence) in table.sequences() {
            taken.insert((schema, sequence), "sequence");
        }
    }
    let relations: Vec<&TableDef> = views.iter().map(|view| view.relation).collect();
    let all: Vec<&TableDef> = tables.iter().chain(&relations).copied().collect();
    for def in user_type::mentioned(&all) {
        let (schema, name) = def.name();
        taken.insert((schema, name.to_owned()), "type");
    }
    for view in &relations {
        check_names_fit(view)?;
        let indexes = view.names().indexes.into_iter();
        let indexes = indexes.map(|index| (index.into_owned(), "index"));
        for (name, kind) in [(view.name.name.to_owned(), "view")]
            .into_iter()
            .chain(indexes)
        {
            let shown = quote::qualified(view.name.schema, &name);
            if let Some(other) = taken.insert((view.name.schema, name), kind) {
                return Err(DdlError::ViewName {
                    view: view.name,
                    other: format!("{other} {shown}"),
                });
            }
        }
    }
    Ok(())
}

/// Returns the models of the views.
pub(super) fn models(views: &[&'static ViewDef]) -> Result<Vec<View>, DdlError> {
    views.iter().map(|def| model::view(def)).collect()
}
