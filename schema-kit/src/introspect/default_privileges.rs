//! Privileges that objects have when they are created, and functions and types without them.

use std::collections::BTreeMap;

use schema_ddl::model::{
    DefaultGrant, DefaultPrivileges, Model, Name, ObjectClass, ObjectId, Privilege,
};

use super::access::privilege;
use super::catalog::{Catalog, name, row};
use super::depends::object_kind;

/// Functions and types that `public` cannot use, and the identities of those that a model does not contain.
const NOT_PUBLIC: &str = "
with object as (
    select 'pg_proc'::regclass as class, p.oid, 'routine' as kind, p.pronamespace as namespace,
        p.proname || '(' || oidvectortypes(p.proargtypes) || ')' as name, p.proacl as acl
    from pg_proc p where p.pronamespace = any($1)
    union all
    select 'pg_type', t.oid, case t.typtype when 'c' then 'composite' else t.typtype::text end, t.typnamespace,
        t.typname, t.typacl
    from pg_type t left join pg_class c on c.oid = t.typrelid
    where t.typnamespace = any($1) and coalesce(c.relkind, 'c') = 'c'
)
select o.kind, nullif(n.nspname::text, $2) as schema, o.name, i.identity
from object o
join pg_namespace n on n.oid = o.namespace
cross join lateral pg_identify_object(o.class, o.oid, 0) i
where o.acl is not null and not exists (select from aclexplode(o.acl) acl where acl.grantee = 0) and not exists (
    select from pg_depend e
    where e.classid = o.class and e.objid = o.oid and e.deptype in ('e', 'i')
)
order by o.kind, schema, o.name";

row! {
    /// A function or a type.
    struct NotPublicRow {
        kind: String,
        schema: Option<String>,
        name: String,
        identity: Option<String>,
    }
}

/// An owner has all privileges on an object, unless they were revoked. `maintain` is new in Postgres 17.
const LACKED: &str = "
with object (class, oid, kind, acl, owner) as (
    select 'pg_class'::regclass, oid, case relkind when 'S' then 's' else 'r' end, relacl, relowner
    from pg_class where relnamespace = any($1) and relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select 'pg_proc', oid, 'f', proacl, proowner from pg_proc where pronamespace = any($1)
    union all
    select 'pg_type', oid, 'T', typacl, typowner from pg_type where typnamespace = any($1)
    union all
    select 'pg_namespace', oid, 'n', nspacl, nspowner from pg_namespace where oid = any($1)
)
select i.identity
from object o
cross join lateral pg_identify_object(o.class, o.oid, 0) i
where o.acl is not null and i.identity is not null and exists (
    select from aclexplode(acldefault(o.kind::\"char\", o.owner)) own
    where own.grantee = o.owner and own.privilege_type <> 'MAINTAIN' and not exists (
        select from aclexplode(o.acl) x where x.grantee = o.owner and x.privilege_type = own.privilege_type
    )
)";

/// What a creator itself can do is among the privileges of all Postgres schemas, and is read only where it differs from what
/// every owner can do.
const DEFAULTS: &str = "
select r.rolname::text as creator, n.nspname::text as schema, d.defaclobjtype::text as kind,
    case when acl.privilege_type is not null then coalesce(g.rolname::text, 'public') end as role,
    acl.privilege_type as privilege, coalesce(acl.is_grantable, false) as grantable,
    d.defaclnamespace = 0 and exists (
        select from aclexplode(acldefault(case d.defaclobjtype when 'S' then 's' else d.defaclobjtype end, d.defaclrole)) own
        where own.grantee = d.defaclrole and not exists (
            select from aclexplode(d.defaclacl) x
            where x.grantee = own.grantee and x.privilege_type = own.privilege_type
        )
    ) as lacks_own
from pg_default_acl d
join pg_roles r on r.oid = d.defaclrole
left join pg_namespace n on n.oid = d.defaclnamespace
left join lateral aclexplode(d.defaclacl) acl on acl.grantee <> d.defaclrole or d.defaclnamespace <> 0
left join pg_roles g on g.oid = acl.grantee
where d.defaclnamespace = 0 or d.defaclnamespace = any($1)
order by r.rolname, n.nspname, d.defaclobjtype, role, acl.privilege_type";

row! {
    /// A privilege on later objects, or an entry without privileges.
    struct DefaultRow {
        creator: String,
        schema: Option<String>,
        kind: String,
        role: Option<String>,
        privilege: Option<String>,
        grantable: bool,
        lacks_own: bool,
    }
}

/// Reads both into a model.
pub(super) async fn read(catalog: &mut Catalog<'_>, model: &mut Model) -> sqlx::Result<()> {
    for row in catalog.rows::<NotPublicRow>(NOT_PUBLIC).await? {
        if let Some(kind) = object_kind(&row.kind) {
            let object = ObjectId::new(kind, name(row.schema, row.name));
            model.not_public.push(object);
        } else if let Some(identity) = row.identity {
            catalog.unmodelled("privilege that public does not have", identity);
        }
    }
    model.not_public.sort();
    for (identity,) in catalog.rows::<(String,)>(LACKED).await? {
        catalog.unmodelled("privilege that the owner does not have", identity);
    }
    let mut all: BTreeMap<_, Vec<DefaultGrant>> = BTreeMap::new();
    for row in catalog.rows::<DefaultRow>(DEFAULTS).await? {
        let Some(on) = class(&row.kind) else {
            let creator = Name::new(row.creator).to_string();
            catalog.unmodelled("default privileges on large objects", creator);
            continue;
        };
        if row.lacks_own {
            let creator = Name::new(row.creator.clone()).to_string();
            catalog.unmodelled("default privileges that the creator does not have", creator);
        }
        let grants = all.entry((row.creator, row.schema, on)).or_default();
        let privilege: Option<Privilege> = row.privilege.as_deref().and_then(privilege);
        let grant = row.role.zip(privilege);
        grants.extend(grant.map(|(role, privilege)| DefaultGrant {
            role,
            privilege,
            grantable: row.grantable,
        }));
    }
    let entries = all.into_iter();
    model.default_privileges = entries
        .map(|((creator, schema, on), grants)| DefaultPrivileges {
            creator,
            schema,
            on,
            grants,
        })
        .collect();
    // An entry can say what holds without it.
    model
        .default_privileges
        .retain(|one| one.schema.is_some() || one.grants != one.on.built_in());
    Ok(())
}

const NAMES: &str = "
select i.identity
from pg_default_acl d
cross join lateral pg_identify_object('pg_default_acl'::regclass, d.oid, 0) i
where (d.defaclnamespace = any($1) or d.defaclnamespace = 0) and i.identity is not null";

/// Names them, where privileges are not read.
pub(super) async fn unmodelled(catalog: &mut Catalog<'_>) -> sqlx::Result<()> {
    for (identity,) in catalog.rows::<(String,)>(NAMES).await? {
        catalog.unmodelled("default privileges", identity);
    }
    Ok(())
}

fn class(letter: &str) -> Option<ObjectClass> {
    Some(match letter {
        "r" => ObjectClass::Tables,
        "S" => ObjectClass::Sequences,
        "f" => ObjectClass::Routines,
        "T" => ObjectClass::Types,
        "n" => ObjectClass::Schemas,
        _ => return None,
    })
}
