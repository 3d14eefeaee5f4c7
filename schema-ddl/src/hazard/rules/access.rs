//! Policies and privileges. Each change is a danger in both directions: too much is open, or a program fails.

use crate::hazard::report::Report;
use crate::hazard::statement::Access;
use crate::hazard::{LockMode, Rule};
use crate::model::{Kind, Name, ObjectId};

pub(super) fn judge(report: &mut Report<'_>, change: &Access) {
    match change {
        Access::Policy { name, table, verb } => policy(report, name, table, verb),
        Access::Grant { on, to } => {
            let message = format!("{to} may do more with {on} than before.");
            report.add(Rule::Grant, on, message);
        }
        Access::Revoke { on, from } => {
            let message = format!("Statements of {from} that use {on} may fail.");
            report.add(Rule::Revoke, on, message);
        }
    }
}

fn policy(report: &mut Report<'_>, name: &str, table: &Name, verb: &str) {
    report.lock(table, LockMode::AccessExclusive);
    let message = match verb {
        "create" => format!(
            "If the row security of {table} is on, a permissive policy shows more rows, and a restrictive one fewer."
        ),
        "drop" => format!(
            "Without a permissive policy rows of {table} vanish, and without a restrictive one more are seen."
        ),
        _ => format!("Rows of {table} may vanish, and others may be seen."),
    };
    let object = ObjectId::part(Kind::Policy, table.clone(), name);
    report
        .add(Rule::Policy, object, message)
        .of(table)
        .safer("Test it with the roles of the program before.");
}

/// `enable`, `disable`, `force` or `no force`.
pub(super) fn row_security(report: &mut Report<'_>, table: &Name, verb: &str) {
    report.lock(table, LockMode::AccessExclusive);
    let message = match verb {
        "enable" => {
            format!("All rows of {table} vanish for roles without a policy, except for its owner.")
        }
        "disable" => format!("All roles with privileges on {table} see all of its rows."),
        "force" => format!("The policies of {table} also apply to its owner."),
        _ => format!("The policies of {table} no longer apply to its owner."),
    };
    report.add_table(Rule::RowSecurity, table, message).safer(
        "Create the policies in the same transaction, and test with the roles of the program.",
    );
}
