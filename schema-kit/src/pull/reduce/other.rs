//! Postgres schemas, extensions, and what only a server has.

use std::collections::BTreeSet;

use schema_ddl::model::{Extension, Kind, Model, Name, Namespace, ObjectId};
use schema_ddl::sql::quote;

use super::report::{QUOTE, Report, is_name};
use super::storage::needs_btree_gist;
use crate::pull::rust_type::extension;

/// Reports what no struct and no object of `Schema::with` describes.
pub(super) fn indescribable(from: &Model, report: &mut Report) {
    for one in &from.default_privileges {
        let schema = one.schema.as_ref();
        let schema = schema.map(|schema| format!(" in schema {}", quote::name(schema)));
        let what = format!(
            "default privileges on {} of {}{}",
            one.on.word(),
            quote::name(&one.creator),
            schema.unwrap_or_default()
        );
        report.add(&what, "`Schema::with` does not have them");
    }
    for id in from.not_public.iter().filter(|id| id.kind != Kind::Routine) {
        report.add(
            id,
            "`public` cannot use it, which `Schema::with` does not say",
        );
    }
}

/// Adds the Postgres schemas that names have.
pub(super) fn namespaces(from: &Model, to: &mut Model, report: &mut Report) {
    let tables = to.tables.iter().map(|table| &table.name);
    let enums = to.enums.iter().map(|def| &def.name);
    let domains = to.domains.iter().map(|def| &def.name);
    let composites = to.composites.iter().map(|def| &def.name);
    let sequences = to.sequences.iter().map(|def| &def.name);
    let routines = to.routines.iter().map(|def| &def.name);
    let views = to.views.iter().map(|view| &view.name);
    let types = enums.chain(domains).chain(composites);
    let others = sequences.chain(routines).chain(views);
    let names = tables.chain(types).chain(others);
    let used: BTreeSet<String> = names.filter_map(|name| name.schema.clone()).collect();
    for namespace in &from.namespaces {
        let id = ObjectId::new(Kind::Namespace, Name::new(&namespace.name));
        if !used.contains(&namespace.name) {
            report.add(&id, "nothing that was pulled is in it");
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

/// Adds the extensions.
pub(super) fn extensions(from: &Model, to: &mut Model, report: &mut Report) {
    let mut names: BTreeSet<&str> = implied(to).into_iter().collect();
    for extension in &from.extensions {
        if is_name(&extension.name) {
            names.insert(&extension.name);
        } else {
            let id = ObjectId::new(Kind::Extension, Name::new(&extension.name));
            report.add(&id, QUOTE);
        }
    }
    let all = names.into_iter().map(|name| Extension {
        name: name.to_owned(),
        version: None,
    });
    to.extensions = all.collect();
}

/// Returns the extensions that `Schema` finds by the types and indexes of the tables.
pub(in crate::pull) fn implied(to: &Model) -> BTreeSet<&'static str> {
    let columns = to.tables.iter().flat_map(|table| &table.columns);
    let columns = columns.map(|column| &column.data_type);
    let fields = to.composites.iter().flat_map(|def| &def.fields);
    let fields = fields.chain(to.views.iter().flat_map(|view| &view.fields));
    let fields = fields.map(|field| &field.data_type);
    let bases = to.domains.iter().map(|def| &def.base);
    let types = columns.chain(fields).chain(bases);
    let mut needed: BTreeSet<&'static str> = types.filter_map(extension).collect();
    let indexes = to.tables.iter().flat_map(|table| &table.indexes);
    for index in indexes.chain(to.views.iter().flat_map(|view| &view.indexes)) {
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
    if to.tables.iter().any(|table| needs_btree_gist(table, to)) {
        needed.insert("btree_gist");
    }
    needed
}
