//! Row-level security and policies.

use schema_ddl::model::{Kind, Model, Policy, RowSecurity, Table};

use super::expression::Forbidden;
use super::report::{QUOTE, Report, is_name, take};
use super::role::is_role;

/// A table with one declared policy has no others. So either all are kept or none is.
const TOGETHER: &str =
    "another policy of the table is left out, and a table that declares one has no others";

/// Takes away the policies and the row-level security of a table if one of them cannot be written.
///
/// `forbidden` knows the columns of this table. The policies can read others.
pub(super) fn keep(
    table: &mut Table,
    (from, to): (&Model, &Model),
    forbidden: &Forbidden,
    report: &mut Report,
) {
    let mut policies = std::mem::take(&mut table.policies);
    let security = std::mem::take(&mut table.row_security);
    let is_on = matches!(security, RowSecurity::Enabled | RowSecurity::Forced);
    let reason = |policy: &Policy| {
        if is_on {
            unwritable(policy, (from, to), forbidden)
        } else {
            Some("row-level security of the table is off, and `#[policy]` needs it".into())
        }
    };
    let reasons: Vec<Option<String>> = policies.iter().map(reason).collect();
    let are_kept = reasons.iter().all(Option::is_none);
    if security == RowSecurity::OffForced {
        let reason = "`force row level security`, while row-level security is off";
        report.object(Kind::Table, &table.name, reason);
    } else if are_kept {
        table.row_security = security;
    } else if is_on {
        let reason = "its row-level security, because not all of its policies can be written";
        report.object(Kind::Table, &table.name, reason);
    }
    if !are_kept {
        for (policy, reason) in policies.iter().zip(reasons) {
            let reason = reason.unwrap_or_else(|| TOGETHER.into());
            report.part(Kind::Policy, &table.name, &policy.name, reason);
        }
        return;
    }
    for policy in &mut policies {
        if take(&mut policy.comment) {
            report.part(Kind::Policy, &table.name, &policy.name, "its comment");
        }
    }
    table.policies = policies;
}

fn unwritable(
    policy: &Policy,
    (from, to): (&Model, &Model),
    forbidden: &Forbidden,
) -> Option<String> {
    if !is_name(&policy.name) {
        return Some(QUOTE.into());
    }
    if let Some(role) = policy.roles.iter().find(|role| !is_role(role)) {
        return Some(format!(
            "attributes do not accept the name of its role `{role}`"
        ));
    }
    if policy.using.is_none() && policy.with_check.is_none() {
        return Some("it has no condition, and `#[policy]` needs one".into());
    }
    let mut conditions = policy.using.iter().chain(&policy.with_check);
    let what = conditions.find_map(|condition| forbidden.find_in_query(condition, from, to));
    what.map(|what| format!("its condition uses {what}, which is left out"))
}
