//! Rules about policies, triggers and `updated_at`.

use std::collections::HashSet;

use crate::model::Table;
use crate::util::errors::Errors;
use crate::util::names::Name;
use crate::util::suggest;

/// Postgres ignores policies until row-level security is enabled.
pub(super) fn check_row_level_security(table: &Table<'_>, errors: &mut Errors) {
    if let (None, [policy, ..]) = (table.row_security, &table.policies[..]) {
        let name = suggest::excerpt(&table.sql_name.value);
        let message = format!(
            "policies of table `{name}` have no effect; add `row_level_security` to `#[table(…)]`"
        );
        errors.at(&policy.key, message);
    }
}

/// Each policy and each trigger has a name of its own.
pub(super) fn check_access_names(table: &Table<'_>, errors: &mut Errors) {
    let policies = table.policies.iter();
    let policies = policies.filter_map(|policy| policy.name.get().cloned().map(Name::from));
    check_distinct(policies, "policy name", "policies", errors);
    let triggers = table.triggers.iter().map(|trigger| trigger.name.clone());
    check_distinct(triggers, "trigger name", "triggers", errors);
}

fn check_distinct(names: impl Iterator<Item = Name>, one: &str, many: &str, errors: &mut Errors) {
    let mut seen = HashSet::new();
    for name in names {
        if let Some(problem) = name.problem(one) {
            errors.at_span(name.span, problem);
        }
        let shown = suggest::excerpt(&name.value);
        if !seen.insert(name.value) {
            let message = format!("two {many} are named `{shown}`; change one `name`");
            errors.at_span(name.span, message);
        }
    }
}
