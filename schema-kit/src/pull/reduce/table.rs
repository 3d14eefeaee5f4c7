//! Tables, and their constraints except foreign keys.

use schema_ddl::model::{Check, Kind, Name, PrimaryKey, Table, Unique};

use super::expression::Forbidden;
use super::report::{QUOTE, Report, is_name, take};
use super::{column, storage};
use crate::pull::PullOptions;
use crate::pull::rust_type::OwnTypes;
use crate::pull::write::comment;

/// Returns a table with the columns that have a Rust type, or `None` if it cannot be a struct.
pub(super) fn table(
    table: &Table,
    own: &OwnTypes,
    options: PullOptions,
    report: &mut Report,
) -> Option<Table> {
    if table.partition_of.is_some() {
        // It becomes an attribute of its table.
        return None;
    }
    if let Some(reason) = unwritable(table) {
        report.object(Kind::Table, &table.name, reason);
        return None;
    }
    let mut table = table.clone();
    let name = table.name.clone();
    table
        .columns
        .retain_mut(|one| column::keep(one, &name, own, options, report));
    if table.columns.is_empty() {
        report.object(Kind::Table, &name, "no column has a Rust type");
        return None;
    }
    properties(&mut table, report);
    Some(table)
}

fn unwritable(table: &Table) -> Option<&'static str> {
    let is_empty = table.columns.is_empty();
    unwritable_name(&table.name).or_else(|| is_empty.then_some("a table without columns"))
}

/// Returns why attributes do not accept the name of a table or a view.
pub(super) fn unwritable_name(name: &Name) -> Option<&'static str> {
    if !is_name(&name.name) || !name.schema.as_deref().is_none_or(is_name) {
        return Some(QUOTE);
    }
    let is_taken = name.name == "excluded" || name.schema.is_none() && name.name.starts_with("pg_");
    is_taken.then_some("its name has a meaning for Postgres, and attributes do not accept it")
}

/// Takes away what a table has and a struct cannot have.
fn properties(table: &mut Table, report: &mut Report) {
    let name = table.name.clone();
    let missing = comment::reduce(&mut table.comment);
    storage::parameters(table, report);
    if let Some(reason) = missing {
        report.object(Kind::Table, &name, reason);
    }
}

/// Takes away the constraints that cannot be written.
pub(super) fn parts(table: &mut Table, forbidden: &Forbidden, report: &mut Report) {
    let mut primary_key = table.primary_key.take();
    let mut uniques = std::mem::take(&mut table.uniques);
    let mut checks = std::mem::take(&mut table.checks);
    primary_key = primary_key.filter(|key| has_columns(table, &key.name, &key.columns, report));
    if let Some(key) = &mut primary_key {
        let PrimaryKey {
            name,
            include,
            comment,
            ..
        } = key;
        index_properties(table, name, include, comment, report);
    }
    uniques.retain_mut(|unique| keep_unique(unique, table, primary_key.as_ref(), report));
    let uniques = without_repetitions(uniques, table, report);
    checks.retain_mut(|check| keep_check(check, table, forbidden, report));
    table.primary_key = primary_key;
    table.uniques = uniques;
    table.checks = checks;
}

/// Reports a constraint if one of its columns is missing.
pub(super) fn has_columns(
    table: &Table,
    constraint: &str,
    columns: &[String],
    report: &mut Report,
) -> bool {
    let reason = match columns.iter().find(|column| table.column(column).is_none()) {
        Some(missing) => format!("its column `{missing}` is left out"),
        None if !is_name(constraint) => QUOTE.into(),
        None => return true,
    };
    report.part(Kind::Constraint, &table.name, constraint, reason);
    false
}

fn index_properties(
    table: &Table,
    name: &str,
    include: &mut Vec<String>,
    comment: &mut Option<String>,
    report: &mut Report,
) {
    let is_known = |column: &String| table.column(column).is_some();
    let is_incomplete = !include.iter().all(is_known);
    include.retain(is_known);
    let lost = [
        (is_incomplete, "an included column that is left out"),
        (take(comment), "its comment"),
    ];
    for (_, reason) in lost.into_iter().filter(|(was_set, _)| *was_set) {
        report.part(Kind::Constraint, &table.name, name, reason);
    }
}

fn keep_unique(
    unique: &mut Unique,
    table: &Table,
    primary_key: Option<&PrimaryKey>,
    report: &mut Report,
) -> bool {
    if !has_columns(table, &unique.name, &unique.columns, report) {
        return false;
    }
    let same = |key: &PrimaryKey| {
        key.columns.len() == unique.columns.len()
            && key
                .columns
                .iter()
                .all(|column| unique.columns.contains(column))
    };
    if primary_key.is_some_and(same) {
        let reason = "the primary key has the same columns, and is unique already";
        report.part(Kind::Constraint, &table.name, &unique.name, reason);
        return false;
    }
    let Unique {
        name,
        include,
        comment,
        ..
    } = unique;
    index_properties(table, name, include, comment, report);
    true
}

/// Postgres creates one of two unique constraints that are equal.
fn without_repetitions(uniques: Vec<Unique>, table: &Table, report: &mut Report) -> Vec<Unique> {
    let mut kept: Vec<Unique> = Vec::new();
    for unique in uniques {
        let same = |one: &Unique| {
            (&one.columns, &one.include, one.deferrable)
                == (&unique.columns, &unique.include, unique.deferrable)
        };
        if kept.iter().any(same) {
            let reason = "another unique constraint has the same columns";
            report.part(Kind::Constraint, &table.name, &unique.name, reason);
        } else {
            kept.push(unique);
        }
    }
    kept
}

fn keep_check(
    check: &mut Check,
    table: &Table,
    forbidden: &Forbidden,
    report: &mut Report,
) -> bool {
    let mut reasons: Vec<String> = Vec::new();
    let mut keep = true;
    if let Some(what) = forbidden.find(&check.expression) {
        reasons.push(format!("it uses {what}, which is left out"));
        keep = false;
    } else if !is_name(&check.name) {
        reasons.push(QUOTE.into());
        keep = false;
    } else if check.no_inherit {
        reasons.push("`no inherit` is not an attribute".into());
        keep = false;
    }
    if take(&mut check.comment) {
        reasons.push("its comment".into());
    }
    for reason in reasons {
        report.part(Kind::Constraint, &table.name, &check.name, reason);
    }
    keep
}
