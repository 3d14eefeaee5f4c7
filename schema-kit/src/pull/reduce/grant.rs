//! Privileges.

use std::collections::{BTreeMap, BTreeSet};

use schema_ddl::model::{Grant, Kind, Model, ObjectId};
use schema_ddl::sql::quote;

use super::left::objects;
use super::report::Report;
use super::role::is_role;

/// An object on which one privilege is declared has no others. So either all are kept or none is.
const TOGETHER: &str =
    "another privilege on the object is left out, and one that declares some has no others";

/// Adds the privileges on what was pulled, and reports the others.
pub(super) fn grants(from: &Model, to: &mut Model, report: &mut Report) {
    let has = objects(to);
    let mut of_objects: BTreeMap<ObjectId, Vec<&Grant>> = BTreeMap::new();
    for grant in &from.grants {
        of_objects.entry(whole(grant)).or_default().push(grant);
    }
    let mut kept = Vec::new();
    for grants in of_objects.into_values() {
        let reasons = grants.iter().map(|grant| unwritable(grant, to, &has));
        let reasons: Vec<Option<String>> = reasons.collect();
        if reasons.iter().all(Option::is_none) {
            kept.extend(grants.into_iter().cloned());
            continue;
        }
        for (grant, reason) in grants.into_iter().zip(reasons) {
            let what = format!("grant to {} on {}", quote::name(&grant.role), grant.on);
            report.add(&what, reason.unwrap_or_else(|| TOGETHER.into()));
        }
    }
    to.grants = kept;
}

/// The object of a privilege, or the table of a column.
pub(in crate::pull) fn whole(grant: &Grant) -> ObjectId {
    match grant.on.kind {
        Kind::Column => ObjectId::new(Kind::Table, grant.on.name.clone()),
        _ => grant.on.clone(),
    }
}

fn unwritable(grant: &Grant, to: &Model, has: &BTreeSet<ObjectId>) -> Option<String> {
    let on = &grant.on;
    if !is_role(&grant.role) {
        return Some("attributes do not accept the name of the role".into());
    }
    match on.kind {
        Kind::Namespace if on.name.name == "public" => None,
        Kind::Namespace if !has.contains(on) => {
            Some("the source does not name this Postgres schema".into())
        }
        Kind::Column if to.view(&on.name).is_some() => {
            Some("the columns of a view have no privileges of their own in `Schema::with`".into())
        }
        Kind::Table | Kind::Column
            if to
                .table(&on.name)
                .is_some_and(|table| table.partition_of.is_some()) =>
        {
            Some("`#[partition]` has no privileges".into())
        }
        _ if !has.contains(on) => Some("its object is left out".into()),
        _ => None,
    }
}
