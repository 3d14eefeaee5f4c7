//! The objects that a program may declare and may leave to the database: functions, sequences, policies, triggers and
//! privileges.
//!
//! If a table declares objects of a kind, it has no others of that kind. If it declares nothing, it keeps what the database has.

use std::collections::HashSet;

use schema_ddl::model::{
    DefaultPrivileges, Grant, Kind, Model, Name, ObjectClass, ObjectId, RoleAttribute, Routine,
    RowSecurity, Table, Trigger, UPDATED_AT_PREFIX, is_of_swap,
};

use super::table::keep_comment;

/// Adds objects that only the database has, or lists them.
pub(super) struct Undeclared<'a> {
    /// True to leave them out, so that a comparison drops them.
    pub(super) drop: bool,
    /// The objects that were added.
    pub(super) kept: &'a mut Vec<ObjectId>,
}

impl Undeclared<'_> {
    /// Adds an object to a list, unless it shall be dropped.
    pub(super) fn add<T: Clone>(&mut self, list: &mut Vec<T>, one: &T, id: ObjectId) {
        if !self.drop {
            list.push(one.clone());
            self.kept.push(id);
        }
    }
}

/// Adds the roles of the database, and what those of the program have in addition: other programs may need it.
pub(super) fn roles(wanted: &mut Model, database: &Model) {
    for is in &database.roles {
        let Some(role) = wanted.roles.iter_mut().find(|one| one.name == is.name) else {
            wanted.roles.push(is.clone());
            continue;
        };
        for group in &is.member_of {
            if !role.member_of.contains(group) {
                role.member_of.push(group.clone());
            }
        }
        role.member_of.sort_unstable();
        let by_hand = [RoleAttribute::Superuser, RoleAttribute::Replication];
        let kept = by_hand.iter().filter(|one| is.attributes.contains(*one));
        role.attributes.extend(kept.copied());
        if role.comment.is_none() {
            role.comment.clone_from(&is.comment);
        }
    }
}

/// Keeps the policies and triggers of a table that declares none.
pub(super) fn table(table: &mut Table, is: &Table, undeclared: &mut Undeclared<'_>) {
    if table.policies.is_empty() && table.row_security == RowSecurity::Off {
        if !undeclared.drop {
            table.row_security = is.row_security;
        }
        for policy in &is.policies {
            let id = ObjectId::part(Kind::Policy, is.name.clone(), &*policy.name);
            undeclared.add(&mut table.policies, policy, id);
        }
    } else {
        for policy in &mut table.policies {
            let is = is.policies.iter().find(|is| is.name == policy.name);
            keep_comment(&mut policy.comment, is.and_then(|is| is.comment.as_ref()));
        }
    }
    if table.triggers.iter().all(is_updated_at) {
        let others = is.triggers.iter();
        let others = others.filter(|one| !is_updated_at(one) && !is_of_swap(&one.name));
        for trigger in others {
            let id = ObjectId::part(Kind::Trigger, is.name.clone(), &*trigger.name);
            undeclared.add(&mut table.triggers, trigger, id);
        }
    }
    for trigger in &mut table.triggers {
        if let Some(is) = is.triggers.iter().find(|is| is.name == trigger.name) {
            // Someone may have disabled it for a while.
            trigger.disabled = is.disabled;
            keep_comment(&mut trigger.comment, is.comment.as_ref());
        }
    }
}

fn is_updated_at(trigger: &Trigger) -> bool {
    trigger.name.starts_with(UPDATED_AT_PREFIX)
}

/// Adds the functions that only the database has. One of an `updated_at` column goes with its last trigger, and one that
/// keeps two columns equal is not kept: an interrupted plan has left it.
pub(super) fn routines(wanted: &mut Model, database: &Model, undeclared: &mut Undeclared<'_>) {
    let key = |routine: &Routine| (routine.name.clone(), routine.arguments.clone());
    let declared: HashSet<(Name, String)> = wanted.routines.iter().map(key).collect();
    let triggers = wanted.tables.iter().flat_map(|table| &table.triggers);
    let called: HashSet<Name> = triggers.filter_map(|one| one.function.clone()).collect();
    for is in &database.routines {
        if declared.contains(&key(is)) {
            let mut same = wanted.routines.iter_mut();
            if let Some(routine) = same.find(|one| key(one) == key(is)) {
                keep_comment(&mut routine.comment, is.comment.as_ref());
            }
            continue;
        }
        let identity = is
            .name
            .beside(format!("{}({})", is.name.name, is.arguments));
        if called.contains(&identity) {
            wanted.routines.push(is.clone());
            if !is.name.name.starts_with(UPDATED_AT_PREFIX) {
                undeclared.kept.push(ObjectId::new(Kind::Routine, identity));
            }
        } else if !is.name.name.starts_with(UPDATED_AT_PREFIX) && !is_of_swap(&is.name.name) {
            let id = ObjectId::new(Kind::Routine, identity);
            undeclared.add(&mut wanted.routines, is, id);
        }
    }
}

/// Adds the privileges on objects on which the program declares none, and those that come from default privileges.
///
/// Privileges on dropped objects are not added.
pub(super) fn grants(wanted: &mut Model, database: &Model, undeclared: &mut Undeclared<'_>) {
    let declared: HashSet<ObjectId> = wanted.grants.iter().map(|one| whole(&one.on)).collect();
    let key = |one: &Grant| (one.on.clone(), one.role.clone(), one.privilege);
    let same: HashSet<_> = wanted.grants.iter().map(key).collect();
    let dropped = dropped(wanted, database);
    for is in &database.grants {
        let on = whole(&is.on);
        if dropped.contains(&on) || is_on_dropped_column(wanted, is) || same.contains(&key(is)) {
            continue;
        }
        if is_by_default(database, is) {
            wanted.grants.push(is.clone());
        } else if !declared.contains(&on) {
            let word = format!("{}: {:?}", is.role, is.privilege).to_lowercase();
            let id = ObjectId::part(Kind::Grant, on.name, word);
            undeclared.add(&mut wanted.grants, is, id);
        }
    }
}

/// True for a privilege on a column that the table will not have.
fn is_on_dropped_column(wanted: &Model, grant: &Grant) -> bool {
    let table = wanted.table(&grant.on.name);
    let column = grant.on.part.as_deref();
    grant.on.kind == Kind::Column
        && table
            .zip(column)
            .is_some_and(|(table, column)| table.column(column).is_none())
}

/// The object of a privilege; the table of a column.
fn whole(on: &ObjectId) -> ObjectId {
    match on.kind {
        Kind::Column => ObjectId::new(Kind::Table, on.name.clone()),
        _ => on.clone(),
    }
}

/// Returns the objects that the database has and that are not wanted.
fn dropped(wanted: &Model, database: &Model) -> HashSet<ObjectId> {
    let objects = |model: &Model| -> HashSet<ObjectId> {
        let tables = model.tables.iter();
        let tables = tables.map(|one| ObjectId::new(Kind::Table, one.name.clone()));
        let routines = model.routines.iter().map(|one| {
            let identity = format!("{}({})", one.name.name, one.arguments);
            ObjectId::new(Kind::Routine, one.name.beside(identity))
        });
        let sequences = model.sequences.iter();
        let sequences = sequences.map(|one| ObjectId::new(Kind::Sequence, one.name.clone()));
        let views = model.views.iter().flat_map(|one| {
            let kinds = [Kind::View, Kind::MaterializedView];
            kinds.map(|kind| ObjectId::new(kind, one.name.clone()))
        });
        tables
            .chain(routines)
            .chain(sequences)
            .chain(views)
            .collect()
    };
    let wanted = objects(wanted);
    let mut dropped = objects(database);
    dropped.retain(|id| !wanted.contains(id));
    dropped
}

/// True if the default privileges of the database gave the privilege.
fn is_by_default(database: &Model, grant: &Grant) -> bool {
    let class = match grant.on.kind {
        Kind::Table | Kind::View | Kind::MaterializedView => ObjectClass::Tables,
        Kind::Sequence => ObjectClass::Sequences,
        Kind::Routine => ObjectClass::Routines,
        Kind::Enum | Kind::Domain | Kind::Composite => ObjectClass::Types,
        Kind::Namespace => ObjectClass::Schemas,
        _ => return false,
    };
    let is_inside = |one: &DefaultPrivileges| match (&one.schema, &grant.on.name.schema) {
        (None, _) => true,
        (Some(of), Some(schema)) => of == schema,
        // The first schema of the search path is not among those of the model.
        (Some(of), None) => !database.namespaces.iter().any(|one| one.name == *of),
    };
    let defaults = database.default_privileges.iter();
    let mut defaults = defaults.filter(|one| one.on == class && is_inside(one));
    defaults.any(|one| {
        let mut grants = one.grants.iter();
        grants.any(|one| one.role == grant.role && one.privilege == grant.privilege)
    })
}
