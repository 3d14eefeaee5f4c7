//! Roles, and what needs them: they belong to the whole server, so a scratch schema has none.

use std::collections::{HashMap, HashSet};

use schema_ddl::model::{Kind, Model, Name, ObjectId};
use sqlx::PgConnection;

/// Removes roles, privileges, and the roles of policies.
pub(super) fn remove(model: &mut Model) {
    model.roles.clear();
    model.grants.clear();
    model.not_public.clear();
    model.default_privileges.clear();
    let tables = model.tables.iter_mut();
    for policy in tables.flat_map(|table| &mut table.policies) {
        policy.roles.clear();
    }
}

/// Adds them to a model that was created without them, except privileges of owners, which need none.
pub(super) fn add(read: &mut Model, model: &Model, owners: &Owners) {
    read.roles.clone_from(&model.roles);
    read.grants.clone_from(&model.grants);
    read.not_public.clone_from(&model.not_public);
    read.default_privileges
        .clone_from(&model.default_privileges);
    let tables = model.tables.iter();
    let roles: HashMap<(&Name, &str), &Vec<String>> = tables
        .flat_map(|table| {
            let policies = table.policies.iter();
            policies.map(|one| ((&table.name, one.name.as_str()), &one.roles))
        })
        .collect();
    for table in &mut read.tables {
        for policy in &mut table.policies {
            if let Some(roles) = roles.get(&(&table.name, policy.name.as_str())) {
                policy.roles.clone_from(roles);
            }
        }
    }
    read.grants
        .retain(|grant| grant.role != *owners.of(&grant.on));
}

/// The owners of objects. A new object belongs to the user.
pub(super) struct Owners {
    user: String,
    relations: HashMap<Name, String>,
}

impl Owners {
    fn of(&self, object: &ObjectId) -> &String {
        let is_relation = matches!(
            object.kind,
            Kind::Table | Kind::Column | Kind::Sequence | Kind::View | Kind::MaterializedView
        );
        let owner = self.relations.get(&object.name).filter(|_| is_relation);
        owner.unwrap_or(&self.user)
    }
}

const OWNERS: &str = "
select w.schema, w.name, pg_get_userbyid(c.relowner)::text
from unnest($1::text[], $2::text[]) w (schema, name)
join pg_namespace n on n.nspname = coalesce(w.schema, current_schema())
join pg_class c on c.relnamespace = n.oid and c.relname = w.name";

/// Reads the owners of the relations on which a model has privileges.
pub(super) async fn owners(connection: &mut PgConnection, model: &Model) -> sqlx::Result<Owners> {
    let mut owners = Owners {
        user: String::new(),
        relations: HashMap::new(),
    };
    if model.grants.is_empty() {
        return Ok(owners);
    }
    owners.user = sqlx::query_scalar("select current_user::text")
        .persistent(false)
        .fetch_one(&mut *connection)
        .await?;
    let names: HashSet<&Name> = model.grants.iter().map(|grant| &grant.on.name).collect();
    let (schemas, names): (Vec<Option<&str>>, Vec<&str>) = names
        .into_iter()
        .map(|name| (name.schema.as_deref(), name.name.as_str()))
        .unzip();
    let rows: Vec<(Option<String>, String, String)> = sqlx::query_as(OWNERS)
        .bind(schemas)
        .bind(names)
        .persistent(false)
        .fetch_all(&mut *connection)
        .await?;
    for (schema, name, owner) in rows {
        owners.relations.insert(Name { schema, name }, owner);
    }
    Ok(owners)
}
