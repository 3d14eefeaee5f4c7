//! [`create view`](https://www.postgresql.org/docs/current/sql-createview.html) and
//! [`create materialized view`](https://www.postgresql.org/docs/current/sql-creatematerializedview.html).

use std::collections::HashMap;

use schema_ddl::diff::{Renames, Verb, diff};
use schema_ddl::model::{Kind, Model, Name, ObjectId, View};

use super::check::check_names_fit;
use super::{DdlError, Existing, model, quote, user_type};
use crate::def::{TableDef, ViewDef};

/// Returns the statements that create the views, each after those that it reads, with indexes and comments.
pub(super) fn create(
    views: &[&'static ViewDef],
    existing: Existing,
) -> Result<Vec<String>, DdlError> {
    let Some(first) = views.first() else {
        return Ok(Vec::new());
    };
    let wanted = Model {
        views: models(views)?,
        ..Model::default()
    };
    let cycle = |_| DdlError::ViewCycle {
        view: first.relation.name,
    };
    let actions = diff(&Model::default(), &wanted, &Renames::default()).map_err(cycle)?;
    let mut statements = Vec::new();
    for action in actions {
        let mut own = action.statements.into_iter();
        if action.verb == Verb::Create
            && existing == Existing::Keep
            && let Some(first) = own.next()
        {
            statements.push(quote::unless_exists(&find(&action.object), &first));
        }
        statements.extend(own);
    }
    Ok(statements)
}

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

/// Returns the statement that drops a view.
pub(super) fn drop(def: &ViewDef) -> String {
    let kind = kind(def).word();
    format!("drop {kind} if exists {} cascade", def.relation.name)
}

/// Returns the kind of a view.
pub(super) const fn kind(def: &ViewDef) -> Kind {
    if def.materialized {
        Kind::MaterializedView
    } else {
        Kind::View
    }
}

/// Returns the query that finds a view or an index.
fn find(object: &ObjectId) -> String {
    let Name { schema, name } = &object.name;
    let schema = match schema {
        Some(schema) => quote::literal(schema),
        None => String::from("current_schema()"),
    };
    let name = quote::literal(name);
    format!(
        "select from pg_class join pg_namespace on pg_namespace.oid = relnamespace where relname = {name} and nspname = {schema}"
    )
}
