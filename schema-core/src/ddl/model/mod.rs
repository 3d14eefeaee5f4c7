//! The [model](schema_ddl::model) of a program's tables and views, which the difference of two schemas reads.

mod access;
mod exclusion;
mod foreign_key;
mod index;
mod partition;
pub(super) mod routine;
mod sequence;
mod table;
mod trigger;
mod user_type;
mod view;

use std::collections::BTreeSet;

use schema_ddl::diff::Renames;
use schema_ddl::model::{Deferrable, Extension, Kind, Model, Name, Namespace};

pub(super) use self::view::view;
use super::Schema;
use super::error::DdlError;
use crate::def::{Deferrable as DeferrableDef, TableName};
use crate::types::TypeDef;

impl Schema {
    /// Returns the model of the tables and views, with expressions as they are written in the attributes.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// #[table(name = "notes")]
    /// struct Note {
    ///     #[column(primary_key, identity)]
    ///     id: i64,
    ///     embedding: Vector<3>,
    /// }
    ///
    /// let model = schema![Note].model()?;
    /// assert_eq!(model.extensions[0].name, "vector");
    /// assert_eq!(model.tables[0].columns[1].data_type.to_string(), "vector(3)");
    /// # Ok::<(), schema_core::ddl::DdlError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the tables contradict each other, see [`DdlError`].
    pub fn model(&self) -> Result<Model, DdlError> {
        self.check()?;
        let mut model = Model {
            extensions: extensions(self),
            roles: access::roles(self),
            sequences: sequence::sequences(self),
            routines: routine::routines(self)?,
            views: super::view::models(self.views)?,
            grants: access::grants(self),
            ..Model::default()
        };
        for def in self.tables() {
            let table = table::table(def);
            let partitions = partition::partitions(def, &table);
            model.tables.push(table);
            model.tables.extend(partitions);
        }
        for def in self.types() {
            add_type(&mut model, def);
        }
        model.namespaces = namespaces(&model);
        Ok(model)
    }

    /// Returns the tables and columns that the attributes `renamed_from` name.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// #[table(name = "people", renamed_from = "users")]
    /// struct Person {
    ///     #[column(renamed_from = "mail")]
    ///     email: String,
    /// }
    ///
    /// let renames = schema![Person].renames();
    /// assert_eq!(renames.tables[0].1.name, "people");
    /// assert_eq!(renames.columns[0].1, "mail");
    /// ```
    pub fn renames(&self) -> Renames {
        let mut renames = Renames::default();
        for def in self.tables() {
            let new = table_name(def.name);
            if let Some(old) = def.renamed_from {
                renames.tables.push((new.beside(old), new.clone()));
            }
            for column in def.columns {
                if let Some(old) = column.renamed_from {
                    renames
                        .columns
                        .push((new.clone(), old.to_owned(), column.name.to_owned()));
                }
            }
        }
        renames
    }
}

/// Adds a type, without those that it consists of.
pub(super) fn add_type(model: &mut Model, def: TypeDef) {
    match def {
        TypeDef::Enum(def) => model.enums.push(user_type::enumeration(def)),
        TypeDef::Composite(def) => model.composites.push(user_type::composite(def)),
        TypeDef::Domain(def) => model.domains.push(user_type::domain(def)),
    }
}

fn extensions(schema: &Schema) -> Vec<Extension> {
    let names = schema.extensions().into_iter();
    names
        .map(|name| Extension {
            name: name.to_owned(),
            version: None,
        })
        .collect()
}

/// Returns the Postgres schemas in the names of objects.
fn namespaces(model: &Model) -> Vec<Namespace> {
    let tables = model.tables.iter().map(|table| &table.name);
    let views = model.views.iter().map(|view| &view.name);
    let enums = model.enums.iter().map(|def| &def.name);
    let domains = model.domains.iter().map(|def| &def.name);
    let composites = model.composites.iter().map(|def| &def.name);
    let sequences = model.sequences.iter().map(|def| &def.name);
    let routines = model.routines.iter().map(|def| &def.name);
    let names: BTreeSet<&String> = tables
        .chain(views)
        .chain(enums)
        .chain(domains)
        .chain(composites)
        .chain(sequences)
        .chain(routines)
        .filter_map(|name| name.schema.as_ref())
        .chain(with_grants(model))
        .collect();
    names
        .into_iter()
        .map(|name| Namespace {
            name: name.clone(),
            comment: None,
        })
        .collect()
}

/// Every database has `public`, which is often the schema of names without one.
fn with_grants(model: &Model) -> impl Iterator<Item = &String> {
    let grants = model.grants.iter().map(|grant| &grant.on);
    let schemas = grants.filter(|on| on.kind == Kind::Namespace && on.name.name != "public");
    schemas.map(|on| &on.name.name)
}

fn name(schema: Option<&str>, name: &str) -> Name {
    Name {
        schema: schema.map(str::to_owned),
        name: name.to_owned(),
    }
}

fn table_name(of: TableName) -> Name {
    name(of.schema, of.name)
}

const fn deferrable(time: DeferrableDef) -> Deferrable {
    match time {
        DeferrableDef::No => Deferrable::No,
        DeferrableDef::InitiallyImmediate => Deferrable::InitiallyImmediate,
        DeferrableDef::InitiallyDeferred => Deferrable::InitiallyDeferred,
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
