//! Policies, roles and privileges.

use std::collections::BTreeSet;

use schema_ddl::model::{
    Grant, Kind, Name, ObjectId, Policy, PolicyCommand, Privilege, Role, RoleAttribute,
};
use sqlx::postgres::types::Oid;

use super::catalog::{Catalog, class, row};
use super::depends::object_kind;
use super::table::Relations;
use super::text::bare;

const POLICIES: &str = r#"
select p.oid, p.polrelid as relation, p.polname::text as name, p.polpermissive as permissive, p.polcmd::text as command,
    array(select r.rolname::text from pg_roles r where r.oid = any(p.polroles) order by r.rolname) as roles,
    pg_get_expr(p.polqual, p.polrelid) as "using", pg_get_expr(p.polwithcheck, p.polrelid) as with_check
from pg_policy p
join pg_class c on c.oid = p.polrelid
where c.relnamespace = any($1)
order by p.oid"#;

row! {
    /// A policy. It applies to all if there are no roles.
    struct PolicyRow {
        oid: Oid,
        relation: Oid,
        name: String,
        permissive: bool,
        command: String,
        roles: Vec<String>,
        using: Option<String>,
        with_check: Option<String>,
    }
}

/// Reads policies into their tables.
pub(super) async fn policies(
    catalog: &mut Catalog<'_>,
    relations: &mut Relations,
) -> sqlx::Result<()> {
    let rows: Vec<PolicyRow> = catalog.rows(POLICIES).await?;
    for row in rows {
        let comment = catalog.comment(class::POLICY, row.oid, 0);
        if let Some(table) = relations.table(row.relation) {
            table.policies.push(Policy {
                name: row.name,
                permissive: row.permissive,
                command: match row.command.as_str() {
                    "r" => PolicyCommand::Select,
                    "a" => PolicyCommand::Insert,
                    "w" => PolicyCommand::Update,
                    "d" => PolicyCommand::Delete,
                    _ => PolicyCommand::All,
                },
                roles: row.roles,
                using: row.using.map(bare),
                with_check: row.with_check.map(bare),
                comment,
            });
        }
    }
    Ok(())
}

/// The roles of Postgres itself, and the one that created the server, are left out.
const ROLES: &str = r#"
select r.rolname::text as name, r.rolcanlogin as login, r.rolsuper as superuser, r.rolcreatedb as create_database,
    r.rolcreaterole as create_role, r.rolinherit as inherit, r.rolbypassrls as bypass, r.rolreplication as replication,
    array(
        select distinct g.rolname::text
        from pg_auth_members m
        join pg_roles g on g.oid = m.roleid
        where m.member = r.oid
        order by 1
    ) as member_of,
    shobj_description(r.oid, 'pg_authid') as comment,
    r.rolconnlimit <> -1 or r.rolvaliduntil is not null or exists (
        select from pg_db_role_setting s where s.setrole = r.oid
    ) as has_settings,
    exists (select from pg_auth_members m where m.member = r.oid and m.admin_option) as is_admin
from pg_roles r
where r.rolname !~ '^pg_' and r.oid >= 16384
order by r.rolname::text collate "C""#;

row! {
    /// A role.
    struct RoleRow {
        name: String,
        login: bool,
        superuser: bool,
        create_database: bool,
        create_role: bool,
        inherit: bool,
        bypass: bool,
        replication: bool,
        member_of: Vec<String>,
        comment: Option<String>,
        has_settings: bool,
        is_admin: bool,
    }
}

/// Reads the roles of the server.
pub(super) async fn roles(catalog: &mut Catalog<'_>) -> sqlx::Result<Vec<Role>> {
    let rows: Vec<RoleRow> = catalog.rows(ROLES).await?;
    let mut roles = Vec::new();
    for row in rows {
        if row.has_settings {
            catalog.unmodelled("limits and settings of a role", &row.name);
        }
        if row.is_admin {
            catalog.unmodelled("membership with the admin option", &row.name);
        }
        roles.push(role(row));
    }
    Ok(roles)
}

fn role(row: RoleRow) -> Role {
    let attributes = [
        (row.login, RoleAttribute::Login),
        (row.superuser, RoleAttribute::Superuser),
        (row.create_database, RoleAttribute::CreateDatabase),
        (row.create_role, RoleAttribute::CreateRole),
        (row.inherit, RoleAttribute::Inherit),
        (row.bypass, RoleAttribute::BypassRowSecurity),
        (row.replication, RoleAttribute::Replication),
    ];
    Role {
        name: row.name,
        attributes: attributes
            .into_iter()
            .filter_map(|(has, attribute)| has.then_some(attribute))
            .collect::<BTreeSet<_>>(),
        member_of: row.member_of,
        comment: row.comment,
    }
}

/// Privileges, except those of owners, those on objects of extensions and on sequences of identity columns, and those that
/// every object has: `public` can execute functions and use types, and use the Postgres schema `public`.
const GRANTS: &str = "
with object as (
    select 'pg_class'::regclass as class, c.oid, c.relkind::text as kind, c.relnamespace as namespace,
        c.relname::text as name, null::text as part, c.relacl as acl, c.relowner as owner
    from pg_class c
    where c.relnamespace = any($1) and c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relacl is not null
    union all
    select 'pg_class'::regclass, c.oid, 'column', c.relnamespace, c.relname, a.attname, a.attacl, c.relowner
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    where c.relnamespace = any($1) and c.relkind in ('r', 'p', 'v', 'm') and a.attacl is not null and not a.attisdropped
    union all
    select 'pg_proc'::regclass, p.oid, 'routine', p.pronamespace,
        p.proname || '(' || oidvectortypes(p.proargtypes) || ')', null, p.proacl, p.proowner
    from pg_proc p
    where p.pronamespace = any($1) and p.proacl is not null
    union all
    select 'pg_type'::regclass, t.oid, case t.typtype when 'c' then 'composite' else t.typtype::text end, t.typnamespace,
        t.typname, null, t.typacl, t.typowner
    from pg_type t
    where t.typnamespace = any($1) and t.typtype in ('e', 'd', 'c') and t.typacl is not null
    union all
    select 'pg_namespace'::regclass, n.oid, 'namespace', null, n.nspname, null, n.nspacl, n.nspowner
    from pg_namespace n
    where n.oid = any($1) and n.nspacl is not null
)
select o.kind, nullif(n.nspname::text, $2) as schema, o.name, o.part, coalesce(r.rolname::text, 'public') as role,
    acl.privilege_type as privilege, bool_or(acl.is_grantable) as grantable
from object o
left join pg_namespace n on n.oid = o.namespace
cross join lateral aclexplode(o.acl) acl
left join pg_roles r on r.oid = acl.grantee
where acl.grantee <> o.owner and not exists (
    select from pg_depend e
    where e.classid = o.class and e.objid = o.oid and e.objsubid = 0 and e.deptype in ('e', 'i')
) and not (acl.grantee = 0 and (
    o.kind in ('routine', 'e', 'd', 'composite') or o.kind = 'namespace' and o.name = 'public' and acl.privilege_type = 'USAGE'
))
group by 1, 2, 3, 4, 5, 6";

row! {
    /// A privilege.
    struct GrantRow {
        kind: String,
        schema: Option<String>,
        name: String,
        part: Option<String>,
        role: String,
        privilege: String,
        grantable: bool,
    }
}

/// Reads privileges.
pub(super) async fn grants(catalog: &mut Catalog<'_>) -> sqlx::Result<Vec<Grant>> {
    let rows: Vec<GrantRow> = catalog.rows(GRANTS).await?;
    let mut grants: Vec<Grant> = rows.into_iter().filter_map(grant).collect();
    grants.sort_by(|a, b| (&a.on, &a.role, a.privilege).cmp(&(&b.on, &b.role, b.privilege)));
    Ok(grants)
}

fn grant(row: GrantRow) -> Option<Grant> {
    let name = Name {
        schema: row.schema,
        name: row.name,
    };
    Some(Grant {
        on: match row.part {
            Some(column) => ObjectId::part(Kind::Column, name, column),
            None => ObjectId::new(object_kind(&row.kind)?, name),
        },
        role: row.role,
        privilege: privilege(&row.privilege)?,
        grantable: row.grantable,
    })
}

pub(super) fn privilege(word: &str) -> Option<Privilege> {
    Some(match word {
        "SELECT" => Privilege::Select,
        "INSERT" => Privilege::Insert,
        "UPDATE" => Privilege::Update,
        "DELETE" => Privilege::Delete,
        "TRUNCATE" => Privilege::Truncate,
        "REFERENCES" => Privilege::References,
        "TRIGGER" => Privilege::Trigger,
        "MAINTAIN" => Privilege::Maintain,
        "USAGE" => Privilege::Usage,
        "CREATE" => Privilege::Create,
        "EXECUTE" => Privilege::Execute,
        _ => return None,
    })
}
