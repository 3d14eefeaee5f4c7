//! [`create domain`](https://www.postgresql.org/docs/current/sql-createdomain.html).

use super::{data_type, quote};
use crate::model::{Check, Domain, Name};

/// Returns the statements that create a domain.
pub(crate) fn create(domain: &Domain) -> Vec<String> {
    let base = data_type::short(&domain.base);
    let mut clauses = vec![format!("create domain {} as {base}", domain.name)];
    let collate = domain.collate.as_ref();
    clauses.extend(collate.map(|collate| format!("collate {collate}")));
    let default = domain.default.as_ref();
    clauses.extend(default.map(|default| format!("default {default}")));
    clauses.extend(domain.not_null.then(|| String::from("not null")));
    // `create domain` does not know `not valid`.
    let (later, now): (Vec<&Check>, Vec<&Check>) =
        domain.checks.iter().partition(|check| check.not_valid);
    clauses.extend(now.into_iter().map(constraint));
    let later = later
        .into_iter()
        .map(|check| add_check(&domain.name, check));
    [clauses.join(" ")].into_iter().chain(later).collect()
}

/// Returns the statement that adds a check.
pub(crate) fn add_check(domain: &Name, check: &Check) -> String {
    let not_valid = if check.not_valid { " not valid" } else { "" };
    format!("alter domain {domain} add {}{not_valid}", constraint(check))
}

/// Returns the statement that drops a check.
pub(crate) fn drop_check(domain: &Name, check: &str) -> String {
    format!(
        "alter domain {domain} drop constraint {}",
        quote::name(check)
    )
}

/// Returns the statement that checks existing values.
pub(crate) fn validate_check(domain: &Name, check: &str) -> String {
    format!(
        "alter domain {domain} validate constraint {}",
        quote::name(check)
    )
}

/// Returns the statement that sets the default, or removes it.
pub(crate) fn set_default(domain: &Name, default: Option<&str>) -> String {
    match default {
        Some(default) => format!("alter domain {domain} set default {default}"),
        None => format!("alter domain {domain} drop default"),
    }
}

/// Returns the statement that forbids or permits NULL.
pub(crate) fn set_not_null(domain: &Name, not_null: bool) -> String {
    let set = if not_null { "set" } else { "drop" };
    format!("alter domain {domain} {set} not null")
}

/// Returns the statement that drops a domain.
pub(crate) fn drop(domain: &Name) -> String {
    format!("drop domain {domain}")
}

fn constraint(check: &Check) -> String {
    format!(
        "constraint {} check ({})",
        quote::name(&check.name),
        check.expression
    )
}
