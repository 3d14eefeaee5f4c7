//! Changes of the privileges of objects that are created later, and their effect on objects that are created now.

use std::collections::{BTreeMap, BTreeSet};

use super::grant::Privileges;
use super::{Action, Verb, ids};
use crate::model::{
    DefaultGrant, DefaultPrivileges, Kind, Model, Name, ObjectClass, ObjectId, Privilege,
};
use crate::sql::default_privileges as sql;

/// The privileges of each role.
type ByRole<'a> = BTreeMap<&'a str, Privileges>;

/// Returns the changes of the privileges of later objects.
pub(super) fn diff(from: &Model, to: &Model) -> Vec<Action> {
    let (old, new) = (by_key(from), by_key(to));
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).copied().collect();
    let mut actions = Vec::new();
    for key in keys {
        let Some(of) = new.get(&key).or_else(|| old.get(&key)).copied() else {
            continue;
        };
        let built_in = match of.schema {
            None => of.on.built_in(),
            Some(_) => Vec::new(),
        };
        let grants = |one: Option<&&DefaultPrivileges>| {
            by_role(one.map_or(&built_in, |one| &one.grants))
                .into_iter()
                .map(|(role, privileges)| (role.to_owned(), privileges))
                .collect::<BTreeMap<String, Privileges>>()
        };
        let stays = new.contains_key(&key);
        let created = objects(to, of.on);
        let (old, new) = (grants(old.get(&key)), grants(new.get(&key)));
        let roles: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        for role in roles {
            let none = Privileges::new();
            let (old, new) = (
                old.get(role).unwrap_or(&none),
                new.get(role).unwrap_or(&none),
            );
            let changes = change(of, role, old, new).into_iter();
            actions.extend(changes.map(|mut one| {
                if !stays {
                    // The creator may be dropped.
                    one.releases.append(&mut one.requires);
                }
                // New objects get the old privileges.
                one.requires.extend_from_slice(&created);
                one
            }));
        }
    }
    actions
}

/// Returns the objects of a class.
fn objects(model: &Model, class: ObjectClass) -> Vec<ObjectId> {
    match class {
        ObjectClass::Tables => {
            let tables = model.tables.iter().map(|one| ids::table(&one.name));
            tables.chain(model.views.iter().map(ids::view)).collect()
        }
        ObjectClass::Sequences => model.sequences.iter().map(ids::sequence).collect(),
        ObjectClass::Routines => model.routines.iter().map(ids::routine).collect(),
        ObjectClass::Types => {
            let enums = model.enums.iter().map(ids::enumeration);
            let domains = model.domains.iter().map(ids::domain);
            let composites = model.composites.iter().map(ids::composite);
            enums.chain(domains).chain(composites).collect()
        }
        ObjectClass::Schemas => {
            let namespaces = model.namespaces.iter();
            namespaces.map(|one| ids::namespace(&one.name)).collect()
        }
    }
}

type Key<'a> = (&'a str, Option<&'a str>, ObjectClass);

fn by_key(model: &Model) -> BTreeMap<Key<'_>, &DefaultPrivileges> {
    let all = model.default_privileges.iter();
    all.map(|one| ((one.creator.as_str(), one.schema.as_deref(), one.on), one))
        .collect()
}

fn by_role(grants: &[DefaultGrant]) -> ByRole<'_> {
    let mut roles = ByRole::new();
    for grant in grants {
        let privileges = roles.entry(&grant.role).or_default();
        *privileges.entry(grant.privilege).or_default() |= grant.grantable;
    }
    roles
}

/// Returns the actions on the privileges of one role.
fn change(of: &DefaultPrivileges, role: &str, old: &Privileges, new: &Privileges) -> Vec<Action> {
    let list = |in_list: &dyn Fn(Privilege, Option<bool>, Option<bool>) -> bool| {
        let all: BTreeSet<Privilege> = old.keys().chain(new.keys()).copied().collect();
        let mut all: Vec<Privilege> = all.into_iter().collect();
        all.retain(|one| in_list(*one, old.get(one).copied(), new.get(one).copied()));
        all
    };
    let revoked = list(&|_, old, new| old.is_some() && new.is_none());
    let kept = list(&|_, old, new| old == Some(true) && new == Some(false));
    let granted = list(&|_, old, new| old.is_none() && new == Some(false));
    let grantable = list(&|_, old, new| old != Some(true) && new == Some(true));
    [
        (Verb::Drop, revoked, sql::revoke as fn(_, _, &_) -> String),
        (Verb::Alter, kept, sql::revoke_option),
        (Verb::Create, granted, |of, role, list| {
            sql::grant(of, role, list, false)
        }),
        (Verb::Create, grantable, |of, role, list| {
            sql::grant(of, role, list, true)
        }),
    ]
    .into_iter()
    .filter(|(_, privileges, _)| !privileges.is_empty())
    .map(|(verb, privileges, write)| {
        let statement = write(of, role, privileges.as_slice());
        let schema = of.schema.as_deref().map(ids::namespace);
        let mut requires: Vec<ObjectId> = schema.into_iter().collect();
        requires.push(ids::role(&of.creator));
        let mut releases = Vec::new();
        let to = ids::role(role);
        match verb {
            Verb::Drop => releases.push(to),
            _ => requires.push(to),
        }
        Action {
            requires,
            releases,
            ..Action::new(verb, id(of, role), vec![statement])
        }
    })
    .collect()
}

fn id(of: &DefaultPrivileges, role: &str) -> ObjectId {
    let schema = of.schema.as_ref();
    let place = schema.map(|schema| format!(" in {schema}"));
    let part = format!(
        "{role}: default privileges on {}{}",
        of.on.word(),
        place.unwrap_or_default()
    );
    ObjectId::part(Kind::Grant, Name::new(&*of.creator), part)
}

/// The privileges that objects get when they are created.
pub(super) struct Defaults<'a> {
    model: &'a Model,
}

impl<'a> Defaults<'a> {
    pub(super) const fn new(model: &'a Model) -> Self {
        Self { model }
    }

    /// Returns the privileges that a new object may get. Which ones it gets depends on who creates it.
    pub(super) fn of(&self, object: &ObjectId) -> ByRole<'a> {
        let mut roles = ByRole::new();
        for one in self.all(object) {
            let grants = one.grants.iter();
            let grants = grants.filter(|grant| grant.role != one.creator);
            for grant in grants {
                let privileges = roles.entry(&grant.role).or_default();
                *privileges.entry(grant.privilege).or_default() |= grant.grantable;
            }
        }
        roles
    }

    /// True if `public` may not get what Postgres gives it.
    pub(super) fn closes(&self, object: &ObjectId) -> bool {
        let is_public = |grant: &DefaultGrant| grant.role == "public";
        self.all(object)
            .any(|one| one.schema.is_none() && !one.grants.iter().any(is_public))
    }

    fn all(&self, object: &ObjectId) -> impl Iterator<Item = &'a DefaultPrivileges> {
        let on = class(object.kind);
        let schema = object.name.schema.clone();
        let namespaces = &self.model.namespaces;
        let all = self.model.default_privileges.iter();
        all.filter(move |one| {
            let is_inside = match (&one.schema, &schema) {
                (None, _) => true,
                (Some(of), Some(schema)) => of == schema,
                // The first schema of the search path is not among those of the model.
                (Some(of), None) => !namespaces.iter().any(|one| one.name == *of),
            };
            Some(one.on) == on && is_inside
        })
    }
}

const fn class(kind: Kind) -> Option<ObjectClass> {
    Some(match kind {
        Kind::Table | Kind::View | Kind::MaterializedView => ObjectClass::Tables,
        Kind::Sequence => ObjectClass::Sequences,
        Kind::Routine => ObjectClass::Routines,
        Kind::Enum | Kind::Domain | Kind::Composite => ObjectClass::Types,
        Kind::Namespace => ObjectClass::Schemas,
        _ => return None,
    })
}
