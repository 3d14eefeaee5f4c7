//! A column gets another type.

use super::{column, count};
use crate::hazard::report::Report;
use crate::hazard::retype::{Again, Storage, again, is_cast, storage};
use crate::hazard::{LockMode, Rule, model};
use crate::model::{Column, DataType, Model, Name};
use crate::sql::quote;

const SWAP: &str = "Add a column with the new type, keep it equal with a trigger, fill it in batches, and swap the names.";

pub(super) fn judge(
    report: &mut Report<'_>,
    at: (&Name, &str),
    to: &DataType,
    collate: bool,
    using: Option<&str>,
) {
    let (table, name) = at;
    report.lock_tree(table, LockMode::AccessExclusive);
    column::lock_partners(report, table, name);
    let known = model::table(report.model, table);
    let column = known.and_then(|table| table.column(name)).cloned();
    let storage = column.as_ref().map_or(Storage::Rewritten, |column| {
        storage(report.model, &column.data_type, to, using, name)
    });
    let again = match (known, &column) {
        (Some(table), Some(column)) => again(report.model, table, column, to, collate),
        _ => Again::default(),
    };
    let quoted = quote::name(name);
    if storage == Storage::Rewritten {
        let message = format!(
            "{table} and its indexes are rewritten for the new type of {quoted}, and reads and writes wait."
        );
        report
            .add_column(Rule::ChangeType, at, message)
            .safer(SWAP)
            .locked(&[table]);
    } else if again.index || again.check {
        let what = if again.index {
            "Its indexes are built again"
        } else {
            "Its checks read all rows"
        };
        let message = format!(
            "The rows of {table} stay as they are. {what}, since they use {quoted}, and reads and writes wait."
        );
        report
            .add_column(Rule::ChangeTypeDependents, at, message)
            .safer("Drop the index or the check before, and create it again concurrently or `not valid`.")
            .locked(&[table]);
    }
    if storage == Storage::Same && !collate {
        return;
    }
    if let Some(column) = &column {
        values(report, at, column, to, using);
    } else {
        let message =
            format!("It fails if a value of {quoted} in {table} cannot be converted to {to}.");
        report.add_column(Rule::CastFails, at, message).safer(SWAP);
    }
    let message =
        format!("Programs that send or expect the old type of {quoted} in {table} may fail.");
    report
        .add_column(Rule::TypeChanged, at, message)
        .safer(SWAP);
    let message = format!("The statistics of {quoted} in {table} are gone, so plans can be bad.");
    report
        .add_column(Rule::StatisticsLost, at, message)
        .safer(&format!("Run `analyze {table} ({quoted})` directly after."));
}

/// Another column has taken over the values, and takes the place of this one.
pub(super) fn swap(report: &mut Report<'_>, at: (&Name, &str), to: &DataType) {
    let (table, name) = at;
    let quoted = quote::name(name);
    if let Some(column) = model::column(report.model, table, name) {
        lossy(report, at, &column.data_type, to);
    }
    let message = format!(
        "Programs that send or expect the old type of {quoted} in {table} may fail, and those that name no columns, \
         since it becomes the last one."
    );
    report
        .add_column(Rule::TypeChanged, at, message)
        .safer("Release a program first that accepts both types and names the columns.");
}

/// A trigger converts each value of a column from now on, and later those of all rows.
pub(super) fn copy(report: &mut Report<'_>, at: (&Name, &str), column: &Column, to: &DataType) {
    let (table, name) = at;
    if cannot_fail(report.model, &column.data_type, to) {
        return;
    }
    let quoted = quote::name(name);
    let message = format!(
        "It fails later if a value of {quoted} in {table} cannot be converted to {to}, and from now on programs fail \
         that write such a value."
    );
    let misfit = misfit(report.model, &quoted, &column.data_type, to);
    report
        .add_column(Rule::CastFails, at, message)
        .safer("Correct these values first.")
        .count(misfit.map(|condition| count::rows_where(table, &condition)));
}

/// Values that are lost.
fn lossy(report: &mut Report<'_>, at: (&Name, &str), from: &DataType, to: &DataType) {
    if !loses_digits(from, to) {
        return;
    }
    let (table, name) = at;
    let quoted = quote::name(name);
    let message = format!("Values of {quoted} in {table} are cut to fit {to}.");
    let query = format!("{quoted} is distinct from {quoted}::{to}::{from}");
    report
        .add_column(Rule::LossyType, at, message)
        .safer("Keep a copy of the values, or the type.")
        .count(Some(count::rows_where(table, &query)));
}

/// Values that are lost, or that have no equal.
fn values(
    report: &mut Report<'_>,
    at: (&Name, &str),
    column: &Column,
    to: &DataType,
    using: Option<&str>,
) {
    let (table, name) = at;
    let from = &column.data_type;
    let quoted = quote::name(name);
    if using.is_none() {
        lossy(report, at, from, to);
    }
    if cannot_fail(report.model, from, to) {
        return;
    }
    let message =
        format!("It fails if a value of {quoted} in {table} cannot be converted to {to}.");
    // Another expression can convert values that a cast refuses.
    let misfit = if using.is_none_or(|using| is_cast(using, name)) {
        misfit(report.model, &quoted, from, to)
    } else {
        None
    };
    report
        .add_column(Rule::CastFails, at, message)
        .safer("Correct these values first.")
        .count(misfit.map(|condition| count::rows_where(table, &condition)));
}

fn numbers(data_type: &DataType) -> Vec<i64> {
    let modifier = data_type.modifier.as_deref().unwrap_or_default();
    modifier
        .split(',')
        .filter_map(|one| one.parse().ok())
        .collect()
}

/// The digits that a number of this type can have: before and after the point.
fn digits(data_type: &DataType) -> Option<(i64, i64)> {
    if !data_type.built_in || data_type.array {
        return None;
    }
    Some(match data_type.name.name.as_str() {
        "smallint" => (4, 0),
        "integer" => (9, 0),
        "bigint" => (18, 0),
        "real" => (38, 6),
        "double precision" => (308, 15),
        "numeric" => match numbers(data_type).as_slice() {
            [] => (i64::MAX, i64::MAX),
            [precision] => (*precision, 0),
            [precision, scale, ..] => (precision - scale, *scale),
        },
        _ => return None,
    })
}

/// True if the conversion rounds or cuts without an error.
fn loses_digits(from: &DataType, to: &DataType) -> bool {
    if let (Some((_, from)), Some((_, to))) = (digits(from), digits(to)) {
        return to < from;
    }
    if !from.built_in || !to.built_in || from.array || to.array {
        return false;
    }
    let (a, b) = (from.name.name.as_str(), to.name.name.as_str());
    let is_time = |name: &str| name.starts_with("time");
    if a.starts_with("timestamp") && (b == "date" || b.starts_with("time ")) {
        return true;
    }
    let precision = |one| numbers(one).first().copied().unwrap_or(6);
    is_time(a) && is_time(b) && precision(to) < precision(from)
}

/// True if each value has an equal, or is rounded.
fn cannot_fail(model: &Model, from: &DataType, to: &DataType) -> bool {
    if from.array != to.array {
        return false;
    }
    if let (Some((from, _)), Some((to, _))) = (digits(from), digits(to)) {
        // `bigint` has some numbers with 19 digits.
        return from < to;
    }
    if model::domain(model, to).is_some_and(|one| one.not_null || !one.checks.is_empty()) {
        return false;
    }
    if let Some(domain) = model::domain(model, from) {
        return cannot_fail(model, &domain.base, to);
    }
    if !to.built_in {
        return to.name.name == "citext";
    }
    let (a, b) = (from.name.name.as_str(), to.name.name.as_str());
    let old = numbers(from).first().copied();
    match (b, numbers(to).first()) {
        ("text" | "character varying" | "bpchar", None) => true,
        ("character varying" | "character" | "bit varying", Some(new)) => {
            let bounded = matches!(a, "character varying" | "character" | "bit varying" | "bit");
            bounded && old.is_some_and(|old| old <= *new)
        }
        ("jsonb", _) => a == "json",
        ("json", _) => a == "jsonb",
        ("inet", _) => a == "cidr",
        ("date", _) => a.starts_with("timestamp"),
        (b, _) if b.starts_with("time") => a.starts_with("time") || a == "date",
        _ => false,
    }
}

/// Returns the condition on values without an equal, if it can be written.
fn misfit(model: &Model, column: &str, from: &DataType, to: &DataType) -> Option<String> {
    if let Some(labels) = model::labels(model, to) {
        if labels.is_empty() {
            return None;
        }
        let labels: Vec<String> = labels.iter().map(|one| quote::literal(one)).collect();
        return Some(format!("{column}::text not in ({})", labels.join(", ")));
    }
    if !to.built_in || to.array || !from.built_in || from.array {
        return None;
    }
    let (a, b) = (from.name.name.as_str(), to.name.name.as_str());
    let is_text = |name| matches!(name, "text" | "character varying" | "character" | "bpchar");
    let length = numbers(to).first().copied();
    if let (true, true, Some(length)) = (is_text(a), is_text(b), length) {
        // Postgres cuts spaces at the end without an error.
        return Some(format!("length(rtrim({column})) > {length}"));
    }
    let range = match b {
        "smallint" => Some("-32768 and 32767"),
        "integer" => Some("-2147483648 and 2147483647"),
        "bigint" => Some("-9223372036854775808 and 9223372036854775807"),
        _ => None,
    };
    if digits(from).is_some() {
        if let Some(range) = range {
            return Some(format!("round({column}::numeric) not between {range}"));
        }
        if let ("numeric", [_, ..]) = (b, numbers(to).as_slice()) {
            let scale = numbers(to).get(1).copied().unwrap_or(0);
            let literal = quote::literal(&to.to_string());
            return Some(format!(
                "not pg_input_is_valid(round({column}::numeric, {scale})::text, {literal})"
            ));
        }
    }
    if is_text(a) {
        let literal = quote::literal(&to.to_string());
        return Some(format!("not pg_input_is_valid({column}::text, {literal})"));
    }
    None
}
