//! Views and materialized views.

use schema_ddl::model::{Model, View};

use super::expression::Forbidden;
use super::left::{Left, view_id};
use super::report::{QUOTE, Report, is_name};
use super::storage::PARAMETERS;
use super::{index, table};
use crate::pull::PullOptions;
use crate::pull::rust_type::{OwnTypes, rust_type};
use crate::pull::view::as_table;
use crate::pull::write::comment;

/// Columns that each table has. A view can have them, but attributes do not accept their names.
const SYSTEM: [&str; 6] = ["cmax", "cmin", "ctid", "tableoid", "xmax", "xmin"];

/// Finds the views that cannot be written, whatever else is pulled.
pub(super) fn unwritable(from: &Model, own: &OwnTypes, options: PullOptions, left: &mut Left) {
    for view in &from.views {
        if let Some(reason) = reason(view, own, options) {
            left.add(view_id(view), reason);
        }
    }
}

fn reason(view: &View, own: &OwnTypes, options: PullOptions) -> Option<String> {
    if let Some(reason) = table::unwritable_name(&view.name) {
        return Some(reason.into());
    }
    if view.fields.is_empty() {
        return Some("its columns are not known".into());
    }
    view.fields.iter().find_map(|field| {
        let (name, data_type) = (&field.name, &field.data_type);
        if !is_name(name) {
            return Some(format!("of its column `{name}`, {QUOTE}"));
        }
        if SYSTEM.contains(&name.as_str()) {
            return Some(format!("its column `{name}` has a name of Postgres itself"));
        }
        let is_unknown = rust_type(data_type, own, options).is_none();
        is_unknown.then(|| {
            format!("no Rust type is known for `{data_type}`, the type of its column `{name}`")
        })
    })
}

/// Adds the views that are not left out, and reports the others.
pub(super) fn views(from: &Model, left: &Left, to: &mut Model, report: &mut Report) {
    for view in &from.views {
        let id = view_id(view);
        if let Some(reason) = left.reason(&id) {
            report.add(&id, reason);
            continue;
        }
        let mut view = view.clone();
        for reason in properties(&mut view) {
            report.add(&id, reason);
        }
        to.views.push(view);
    }
}

fn properties(view: &mut View) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    let materialized = view.materialized;
    view.options.retain(|key, value| {
        let keep = match key.as_str() {
            "security_invoker" | "security_barrier" => !materialized && value == "true",
            "check_option" => !materialized && ["local", "cascaded"].contains(&&**value),
            other => materialized && PARAMETERS.contains(&other),
        };
        if !keep {
            missing.push(format!("its option `{key} = {value}`"));
        }
        keep
    });
    missing.extend(comment::reduce(&mut view.comment));
    let names: Vec<String> = view.column_comments.keys().cloned().collect();
    for name in names {
        let mut text = view.column_comments.remove(&name);
        missing.extend(comment::reduce(&mut text).map(|what| format!("{what} on `{name}`")));
        view.column_comments.extend(text.map(|text| (name, text)));
    }
    missing
}

/// Takes away the indexes that cannot be written.
pub(super) fn indexes(to: &mut Model, forbidden: &Forbidden, report: &mut Report) {
    for view in &mut to.views {
        let mut table = as_table(view);
        index::indexes(&mut table, forbidden, report);
        view.indexes = table.indexes;
    }
}
