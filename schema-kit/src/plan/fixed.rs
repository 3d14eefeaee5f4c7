//! Facts about a server that `--online` needs and that no model contains.

use schema_ddl::model::Name;
use schema_ddl::online::{FixedColumn, OnlineOptions};
use sqlx::PgConnection;

use crate::introspect::Scope;

/// The columns of tables that another one cannot replace, because it would lack what they have, or because others notice it.
/// `$1` is the Postgres schema whose name is not written.
const FIXED: &str = "
with fixed (relation, attribute, reason) as (
    select attrelid, attnum, 'roles have privileges on it' from pg_attribute where attacl is not null and attnum > 0
    union all
    select attrelid, attnum, 'it has options' from pg_attribute where attoptions is not null and attnum > 0
    union all
    select refobjid, refobjsubid, pg_describe_object(classid, objid, objsubid) || ' uses it'
    from pg_depend d
    where refclassid = 'pg_class'::regclass and refobjsubid > 0 and (
        classid in (
            'pg_statistic_ext'::regclass, 'pg_rewrite'::regclass, 'pg_proc'::regclass, 'pg_policy'::regclass,
            'pg_publication_rel'::regclass, 'pg_trigger'::regclass
        ) or classid = 'pg_constraint'::regclass and exists (
            select from pg_constraint where oid = d.objid and conrelid <> d.refobjid
        )
    )
    union all
    select objoid, objsubid, 'it has a security label'
    from pg_seclabel where classoid = 'pg_class'::regclass and objsubid > 0
    union all
    select i.indrelid, key, case
        when i.indisreplident then 'the replica identity contains it'
        when i.indisclustered then 'its table is clustered by it'
        else 'its index ' || i.indexrelid::regclass || ' has settings of its own'
    end
    from pg_index i join pg_class c on c.oid = i.indexrelid cross join unnest(i.indkey::int2[]) key
    where i.indisreplident or i.indisclustered or c.reltablespace <> 0 or exists (
        select from pg_attribute a where a.attrelid = c.oid and (a.attstattarget >= 0 or a.attoptions is not null)
    )
    union all
    select c.oid, 0, case
        when c.reloftype <> 0 then 'its table is one of a type'
        when c.relhasrules then 'its table has rules'
        when row_security_active(c.oid) then 'policies of its table apply to this role'
        when exists (select from pg_inherits where c.oid in (inhrelid, inhparent)) then 'its table inherits or is inherited'
        when exists (select from pg_subscription_rel where srrelid = c.oid) then 'its table gets its rows by a subscription'
        else 'its table is published'
    end
    from pg_class c
    where c.relkind = 'r' and (
        c.reloftype <> 0 or c.relhasrules or row_security_active(c.oid)
        or exists (select from pg_inherits where c.oid in (inhrelid, inhparent))
        or exists (select from pg_subscription_rel where srrelid = c.oid)
        or exists (select from pg_publication_rel where prrelid = c.oid)
        or exists (select from pg_publication_namespace where pnnspid = c.relnamespace)
        or exists (select from pg_publication where puballtables)
    )
)
select distinct nullif(n.nspname::text, coalesce($1, current_schema()::text)), c.relname::text, a.attname::text, f.reason
from fixed f
join pg_class c on c.oid = f.relation and c.relkind = 'r'
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and f.attribute in (0, a.attnum)
where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
order by 1, 2, 3, 4";

/// Returns what the server of a connection can do, and the columns that no other one can replace.
pub(crate) async fn online_options(
    connection: &mut PgConnection,
    scope: &Scope,
) -> sqlx::Result<OnlineOptions> {
    let server_version = connection
        .server_version_num()
        .map(|number| number / 10_000);
    let rows: Vec<(Option<String>, String, String, String)> = sqlx::query_as(FIXED)
        .persistent(false)
        .bind(scope.first.as_deref())
        .fetch_all(connection)
        .await?;
    let fixed = rows
        .into_iter()
        .map(|(schema, name, column, reason)| FixedColumn {
            table: Name { schema, name },
            column,
            reason,
        });
    Ok(OnlineOptions {
        server_version,
        fixed: fixed.collect(),
    })
}
