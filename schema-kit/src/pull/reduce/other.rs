//! Objects that are not tables or types.

use std::collections::BTreeSet;

use schema_ddl::model::{Extension, Kind, Model, Name, Namespace, ObjectId};
use schema_ddl::sql::quote;

use super::report::Report;
use crate::pull::rust_type::extension;

/// Adds the Postgres schemas and extensions that the tables need, and reports everything else.
pub(super) fn objects(from: &Model, to: &mut Model, report: &mut Report) {
    namespaces(from, to, report);
    extensions(from, to, report);
    for view in &from.views {
        let kind = if view.materialized {
            Kind::MaterializedView
        } else {
            Kind::View
        };
        report.object(kind, &view.name, "`#[view]` needs its query in Rust");
    }
    for routine in &from.routines {
        let name = routine
            .name
            .beside(format!("{}({})", routine.name.name, routine.arguments));
        report.object(Kind::Routine, &name, "functions are not attributes");
    }
    for role in &from.roles {
        let name = Name::new(&role.name);
        report.object(Kind::Role, &name, "roles are not attributes");
    }
    for grant in &from.grants {
        let what = format!("grant to {} on {}", quote::name(&grant.role), grant.on);
        report.add(&what, "privileges are not attributes");
    }
}

fn namespaces(from: &Model, to: &mut Model, report: &mut Report) {
    let tables = to.tables.iter().map(|table| &table.name);
    let enums = to.enums.iter().map(|def| &def.name);
    let domains = to.domains.iter().map(|def| &def.name);
    let composites = to.composites.iter().map(|def| &def.name);
    let names = tables.chain(enums).chain(domains).chain(composites);
    let used: BTreeSet<String> = names.filter_map(|name| name.schema.clone()).collect();
    for namespace in &from.namespaces {
        let id = ObjectId::new(Kind::Namespace, Name::new(&namespace.name));
        if !used.contains(&namespace.name) {
            report.add(&id, "no table and no type that was pulled is in it");
        } else if namespace.comment.is_some() {
            report.add(&id, "its comment");
        }
    }
    let used = used.into_iter().map(|name| Namespace {
        name,
        comment: None,
    });
    to.namespaces = used.collect();
}

fn extensions(from: &Model, to: &mut Model, report: &mut Report) {
    let columns = to.tables.iter().flat_map(|table| &table.columns);
    let columns = columns.map(|column| &column.data_type);
    let fields = to.composites.iter().flat_map(|def| &def.fields);
    let fields = fields.map(|field| &field.data_type);
    let bases = to.domains.iter().map(|def| &def.base);
    let types = columns.chain(fields).chain(bases);
    let mut needed: BTreeSet<&str> = types.filter_map(extension).collect();
    for index in to.tables.iter().flat_map(|table| &table.indexes) {
        if matches!(index.method.as_str(), "hnsw" | "ivfflat") {
            needed.insert("vector");
        }
        let mut classes = index
            .elements
            .iter()
            .filter_map(|one| one.operator_class.as_deref());
        if classes.any(|class| matches!(class, "gin_trgm_ops" | "gist_trgm_ops")) {
            needed.insert("pg_trgm");
        }
    }
    for extension in &from.extensions {
        if !needed.contains(extension.name.as_str()) {
            let id = ObjectId::new(Kind::Extension, Name::new(&extension.name));
            let reason = "no type and no index needs it; create it before the tables if an expression uses it";
            report.add(&id, reason);
        }
    }
    let needed = needed.into_iter().map(|name| Extension {
        name: name.to_owned(),
        version: None,
    });
    to.extensions = needed.collect();
}
