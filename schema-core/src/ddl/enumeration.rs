//! The enums of a set of tables.

use std::collections::HashMap;

use schema_ddl::sql::quote;

use super::check::check_name_fits;
use super::{DdlError, user_type};
use crate::def::TableDef;
use crate::types::{EnumDef, TypeDef};

/// Returns the enums of all columns and of their fields, with repetitions.
pub(super) fn mentioned(tables: &[&'static TableDef]) -> impl Iterator<Item = &'static EnumDef> {
    let types = user_type::mentioned(tables).into_iter();
    types.filter_map(|def| match def {
        TypeDef::Enum(def) => Some(def),
        TypeDef::Composite(_) | TypeDef::Domain(_) => None,
    })
}

/// Returns the enums of all columns, each once.
pub(super) fn distinct(tables: &[&'static TableDef]) -> Vec<&'static EnumDef> {
    let mut all: Vec<&EnumDef> = Vec::new();
    for def in mentioned(tables) {
        if !all.contains(&def) {
            all.push(def);
        }
    }
    all
}

/// Checks that two enums of one name have the same labels, and that names fit.
pub(super) fn check(tables: &[&'static TableDef]) -> Result<(), DdlError> {
    let mut seen: HashMap<(Option<&str>, &str), &'static [&'static str]> = HashMap::new();
    for def in mentioned(tables) {
        let first = *seen.entry((def.schema, def.name)).or_insert(def.labels);
        if first != def.labels {
            let name = quote::qualified(def.schema, def.name);
            return Err(DdlError::EnumConflict {
                name,
                first,
                second: def.labels,
            });
        }
        def.schema.map_or(Ok(()), check_name_fits)?;
        check_name_fits(def.name)?;
        def.labels
            .iter()
            .try_for_each(|label| check_name_fits(label))?;
    }
    Ok(())
}
