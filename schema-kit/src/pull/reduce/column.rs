//! Columns.

use schema_ddl::model::{Column, Kind, Name, Table};

use super::expression::Forbidden;
use super::report::{QUOTE, Report, is_name, take};
use crate::pull::PullOptions;
use crate::pull::rust_type::{OwnTypes, rust_type};
use crate::pull::write::comment;

/// Takes away what attributes cannot express. Returns false if the column has no Rust type.
pub(super) fn keep(
    column: &mut Column,
    table: &Name,
    own: &OwnTypes,
    options: PullOptions,
    report: &mut Report,
) -> bool {
    let name = column.name.clone();
    if !is_name(&name) {
        report.part(Kind::Column, table, &name, QUOTE);
        return false;
    }
    if rust_type(&column.data_type, own, options).is_none() {
        let required = !column.nullable
            && column.default.is_none()
            && column.identity.is_none()
            && column.generated.is_none();
        let mut reason = format!("no Rust type is known for `{}`", column.data_type);
        if required {
            reason.push_str(", so the program cannot insert rows");
        }
        report.part(Kind::Column, table, &name, reason);
        return false;
    }
    for reason in properties(column) {
        report.part(Kind::Column, table, &name, reason);
    }
    true
}

fn properties(column: &mut Column) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    if let Some(identity) = &mut column.identity
        && take(&mut identity.sequence)
    {
        missing.push("the options of its sequence".into());
    }
    let is_simple = column
        .collate
        .as_deref()
        .is_none_or(|sql| collation(sql).is_some());
    if !is_simple {
        let collate = column.collate.take().unwrap_or_default();
        missing.push(format!(
            "its collation {collate}, which is in another Postgres schema"
        ));
    }
    if let Some(storage) = column.storage.take() {
        missing.push(format!("its storage `{storage}`"));
    }
    if let Some(compression) = column.compression.take() {
        missing.push(format!("its compression `{compression}`"));
    }
    if take(&mut column.statistics) {
        missing.push("its statistics target".into());
    }
    missing.extend(comment::reduce(&mut column.comment));
    missing
}

/// Returns the name of a collation without quotes, or `None` if it is in a Postgres schema that must be written.
pub(in crate::pull) fn collation(sql: &str) -> Option<String> {
    let inner = sql
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(inner) => (!inner.contains('"')).then(|| inner.to_owned()),
        None => (!sql.contains(['.', '"'])).then(|| sql.to_owned()),
    }
}

/// Takes away defaults that use something that is left out, and generated columns that do.
pub(super) fn expressions(table: &mut Table, forbidden: &Forbidden, report: &mut Report) {
    let name = table.name.clone();
    table.columns.retain_mut(|column| {
        if let Some(default) = &column.default
            && let Some(what) = forbidden.find(default)
        {
            let reason = format!("its default `{default}` uses {what}, which is left out");
            report.part(Kind::Column, &name, &column.name, reason);
            column.default = None;
        }
        let generated = column.generated.as_ref();
        let uses = generated.and_then(|generated| forbidden.find(&generated.expression));
        if let Some(what) = &uses {
            let reason = format!("it is generated with {what}, which is left out");
            report.part(Kind::Column, &name, &column.name, reason);
        }
        uses.is_none()
    });
}
