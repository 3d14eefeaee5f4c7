//! `#[policy(…)]`, `#[grant(…)]` and `#[trigger(…)]`, and the row-level security of `#[table(…)]`.

use std::collections::{BTreeMap, BTreeSet};

use schema_ddl::model::{
    Grant, Kind, Policy, PolicyCommand, Privilege, RowSecurity, Table, Trigger,
};

use super::Writer;
use super::attribute::{self, literal, pair};
use crate::pull::reduce::grant::whole;
use crate::pull::{trigger, updated_at};

/// Returns the item of `#[table(…)]`.
pub(super) fn row_security(table: &Table) -> Option<String> {
    match table.row_security {
        RowSecurity::Enabled => Some("row_level_security".to_owned()),
        RowSecurity::Forced => Some("row_level_security = forced".to_owned()),
        RowSecurity::Off | RowSecurity::OffForced => None,
    }
}

/// Writes the attributes of a table.
pub(super) fn write(writer: &Writer<'_>, table: &Table, source: &mut String) {
    for one in &table.policies {
        attribute::write(source, "", "policy", &policy(one));
    }
    for items in grants(writer, table) {
        attribute::write(source, "", "grant", &items);
    }
    for one in &table.triggers {
        if updated_at::column(table, one, writer.model).is_none()
            && let Ok(parts) = trigger::parts(&one.definition)
        {
            attribute::write(source, "", "trigger", &items(writer, table, one, &parts));
        }
    }
}

fn policy(policy: &Policy) -> Vec<String> {
    let mut items = vec![pair("name", &policy.name)];
    let command = match policy.command {
        PolicyCommand::All => None,
        PolicyCommand::Select => Some("select"),
        PolicyCommand::Insert => Some("insert"),
        PolicyCommand::Update => Some("update"),
        PolicyCommand::Delete => Some("delete"),
    };
    items.extend(command.map(|command| format!("command = {command}")));
    if !policy.roles.is_empty() {
        items.push(roles(policy.roles.iter().map(String::as_str)));
    }
    if !policy.permissive {
        items.push("restrictive".to_owned());
    }
    items.extend(policy.using.iter().map(|sql| pair("using", sql)));
    items.extend(policy.with_check.iter().map(|sql| pair("with_check", sql)));
    items
}

fn roles<'r>(roles: impl Iterator<Item = &'r str>) -> String {
    let roles: Vec<String> = roles.map(literal).collect();
    match &roles[..] {
        [one] => format!("to = {one}"),
        several => format!("to({})", several.join(", ")),
    }
}

/// The privileges of a role: those with a grant option apart, and the columns of each.
type OfRole<'g> = BTreeMap<(bool, Privilege), BTreeSet<Option<&'g str>>>;

/// Returns the items of an attribute for each group of roles with the same privileges.
fn grants(writer: &Writer<'_>, table: &Table) -> Vec<Vec<String>> {
    let mut by_role: BTreeMap<&str, OfRole<'_>> = BTreeMap::new();
    let is_own = |grant: &&Grant| {
        let on = whole(grant);
        on.kind == Kind::Table && on.name == table.name
    };
    for grant in writer.model.grants.iter().filter(is_own) {
        let privileges = by_role.entry(&grant.role).or_default();
        let columns = privileges.entry((grant.grantable, grant.privilege));
        columns.or_default().insert(grant.on.part.as_deref());
    }
    let mut groups: BTreeMap<(bool, Vec<String>), Vec<&str>> = BTreeMap::new();
    for (role, privileges) in by_role {
        for with_option in [false, true] {
            let own = privileges
                .iter()
                .filter(|((grantable, _), _)| *grantable == with_option);
            let words = own.flat_map(|((_, privilege), columns)| {
                privileges_on(writer, table, *privilege, columns)
            });
            let words: Vec<String> = words.collect();
            if !words.is_empty() {
                groups.entry((with_option, words)).or_default().push(role);
            }
        }
    }
    let items = groups.into_iter().map(|((with_option, mut items), of)| {
        items.push(roles(of.into_iter()));
        items.extend(with_option.then(|| "with_grant_option".to_owned()));
        items
    });
    items.collect()
}

/// Returns `select`, `select(a, b)`, or both.
fn privileges_on(
    writer: &Writer<'_>,
    table: &Table,
    privilege: Privilege,
    columns: &BTreeSet<Option<&str>>,
) -> Vec<String> {
    let mut items = Vec::new();
    if columns.contains(&None) {
        items.push(privilege.word().to_owned());
    }
    let fields = columns.iter().flatten();
    let fields: Vec<&str> = fields
        .map(|column| writer.names.field(&table.name, column))
        .collect();
    if !fields.is_empty() {
        items.push(format!("{}({})", privilege.word(), fields.join(", ")));
    }
    items
}

fn items(
    writer: &Writer<'_>,
    table: &Table,
    trigger: &Trigger,
    parts: &trigger::Parts,
) -> Vec<String> {
    let events = parts.events.iter().map(|(word, columns)| {
        let fields: Vec<&str> = columns
            .iter()
            .map(|column| writer.names.field(&table.name, column))
            .collect();
        if fields.is_empty() {
            word.clone()
        } else {
            format!("{word}({})", fields.join(", "))
        }
    });
    let events: Vec<String> = events.collect();
    let time = if parts.before { "before" } else { "after" };
    let level = if parts.for_each_row {
        "row"
    } else {
        "statement"
    };
    let mut items = vec![
        pair("name", &trigger.name),
        format!("{time}({})", events.join(", ")),
        format!("for_each = {level}"),
    ];
    items.extend(parts.when.as_deref().map(|when| pair("when", when)));
    items.push(pair("execute", &parts.execute));
    items
}
