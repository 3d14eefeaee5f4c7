//! Objects and properties that have no place in a model.

use super::catalog::Catalog;

/// Objects in the schemas that are read. Some of them are only properties of an object: then the object is named.
///
/// An object has no identity if it was dropped in the meantime.
const IN_SCHEMAS: &str = "
with object (kind, class, oid, part) as (
    select 'foreign table', 'pg_class'::regclass, c.oid, 0
    from pg_class c where c.relnamespace = any($1) and c.relkind = 'f'
    union all
    select 'rule', 'pg_rewrite', r.oid, 0
    from pg_rewrite r join pg_class c on c.oid = r.ev_class
    where c.relnamespace = any($1) and r.rulename <> '_RETURN'
    union all
    select 'operator', 'pg_operator', oid, 0 from pg_operator where oprnamespace = any($1)
    union all
    select 'operator class', 'pg_opclass', oid, 0 from pg_opclass where opcnamespace = any($1)
    union all
    select 'operator family', 'pg_opfamily', oid, 0 from pg_opfamily where opfnamespace = any($1)
    union all
    select 'collation', 'pg_collation', oid, 0 from pg_collation where collnamespace = any($1)
    union all
    select 'conversion', 'pg_conversion', oid, 0 from pg_conversion where connamespace = any($1)
    union all
    select 'text search configuration', 'pg_ts_config', oid, 0 from pg_ts_config where cfgnamespace = any($1)
    union all
    select 'text search dictionary', 'pg_ts_dict', oid, 0 from pg_ts_dict where dictnamespace = any($1)
    union all
    select 'text search parser', 'pg_ts_parser', oid, 0 from pg_ts_parser where prsnamespace = any($1)
    union all
    select 'text search template', 'pg_ts_template', oid, 0 from pg_ts_template where tmplnamespace = any($1)
    union all
    select 'statistics object', 'pg_statistic_ext', oid, 0 from pg_statistic_ext where stxnamespace = any($1)
    union all
    select case t.typtype when 'r' then 'range type' else 'base type' end, 'pg_type', t.oid, 0
    from pg_type t
    where t.typnamespace = any($1) and (t.typtype = 'r' or t.typtype in ('b', 'p') and not exists (
        select from pg_type element where element.typarray = t.oid
    ))
    union all
    select 'table inheritance', 'pg_class', c.oid, 0
    from pg_class c join pg_inherits i on i.inhrelid = c.oid
    where c.relnamespace = any($1) and c.relkind in ('r', 'p') and not c.relispartition
    union all
    select 'partition that is being detached', 'pg_class', c.oid, 0
    from pg_class c join pg_inherits i on i.inhrelid = c.oid
    where c.relnamespace = any($1) and i.inhdetachpending
    union all
    select 'table of a type', 'pg_class', oid, 0 from pg_class where relnamespace = any($1) and reloftype <> 0
    union all
    select 'replica identity', 'pg_class', oid, 0
    from pg_class where relnamespace = any($1) and relkind in ('r', 'p', 'm') and relreplident not in ('d', 'n')
        or relnamespace = any($1) and relkind in ('r', 'p') and relreplident = 'n'
    union all
    select 'tablespace', 'pg_class', oid, 0 from pg_class where relnamespace = any($1) and reltablespace <> 0
    union all
    select 'table access method', 'pg_class', c.oid, 0
    from pg_class c join pg_am m on m.oid = c.relam
    where c.relnamespace = any($1) and c.relkind in ('r', 'p', 'm') and m.amname <> 'heap'
    union all
    select 'clustered index', 'pg_class', c.oid, 0
    from pg_class c join pg_index i on i.indexrelid = c.oid
    where c.relnamespace = any($1) and i.indisclustered
    union all
    select 'unlogged sequence', 'pg_class', c.oid, 0
    from pg_class c
    where c.relnamespace = any($1) and c.relkind = 'S' and c.relpersistence = 'u' and not exists (
        select from pg_depend d
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')
    )
    union all
    select case c.relkind
            when 'i' then 'statistics of an index'
            when 'I' then 'statistics of an index'
            else 'column options'
        end, 'pg_class', c.oid, case when c.relkind in ('i', 'I') then 0 else a.attnum end
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = any($1) and (
        c.relkind in ('i', 'I') and a.attstattarget >= 0
        or c.relkind in ('r', 'p', 'm') and a.attnum > 0 and not a.attisdropped and a.attoptions is not null
    )
    union all
    select 'partitioned index that lacks partitions', 'pg_class', c.oid, 0
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = any($1) and c.relkind = 'I' and not i.indisvalid
    union all
    select 'column of a materialized view with settings', 'pg_class', c.oid, a.attnum
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = any($1) and c.relkind = 'm' and a.attnum > 0 and (
        a.attstattarget >= 0 or a.attstorage <> t.typstorage or a.attcompression <> ''
    )
    union all
    select 'default of a view', 'pg_class', c.oid, d.adnum
    from pg_attrdef d join pg_class c on c.oid = d.adrelid
    where c.relnamespace = any($1) and c.relkind = 'v'
    union all
    select 'comment on a field', 'pg_class', c.oid, d.objsubid
    from pg_description d join pg_class c on c.oid = d.objoid
    where d.classoid = 'pg_class'::regclass and d.objsubid > 0 and c.relnamespace = any($1)
        and c.relkind = 'c'
    union all
    select case when not con.convalidated then 'not null that is not valid' else 'not null without inheritance' end,
        'pg_constraint', con.oid, 0
    from pg_constraint con
    where con.connamespace = any($1) and con.contype = 'n' and con.conrelid <> 0
        and (not con.convalidated or con.connoinherit)
    union all
    select 'name of a not null', 'pg_constraint', con.oid, 0
    from pg_constraint con
    where con.connamespace = any($1) and con.contype = 'n' and con.conrelid <> 0 and con.conislocal
        and con.conname !~ '_not_null[0-9]*$'
    union all
    select 'comment on a not null', 'pg_constraint', con.oid, 0
    from pg_constraint con join pg_description d on d.objoid = con.oid and d.classoid = 'pg_constraint'::regclass
    where con.connamespace = any($1) and con.contype = 'n'
), own as materialized (
    select *
    from object o
    where not exists (
        select from pg_depend e
        where e.classid = o.class and e.objid = o.oid and e.objsubid = 0 and e.deptype = 'e'
    )
)
select o.kind, i.identity
from own o
cross join lateral pg_identify_object(o.class, o.oid, o.part) i
where i.identity is not null";

/// Objects of the whole database that are in no schema.
const IN_DATABASE: &str = "
with object (kind, class, oid) as (
    select 'event trigger', 'pg_event_trigger'::regclass, oid from pg_event_trigger
    union all
    select 'publication', 'pg_publication', oid from pg_publication
    union all
    select 'subscription', 'pg_subscription', s.oid
    from pg_subscription s join pg_database d on d.oid = s.subdbid
    where d.datname = current_database()
    union all
    select 'cast', 'pg_cast', oid from pg_cast
    union all
    select 'foreign data wrapper', 'pg_foreign_data_wrapper', oid from pg_foreign_data_wrapper
    union all
    select 'foreign server', 'pg_foreign_server', oid from pg_foreign_server
    union all
    select 'user mapping', 'pg_user_mapping', umid from pg_user_mappings
    union all
    select 'language', 'pg_language', oid from pg_language
    union all
    select 'access method', 'pg_am', oid from pg_am
    union all
    select 'transform', 'pg_transform', oid from pg_transform
), own as materialized (
    select *
    from object o
    where o.oid >= 16384 and not exists (
        select from pg_depend e
        where e.classid = o.class and e.objid = o.oid and e.deptype = 'e'
    )
)
select o.kind, i.identity
from own o
cross join lateral pg_identify_object(o.class, o.oid, 0) i
where i.identity is not null
union all
select 'security label', objname
from pg_seclabels
where objtype not in ('database', 'role', 'tablespace')";

/// Reads what the other files of this module do not.
pub(super) async fn read(catalog: &mut Catalog<'_>) -> sqlx::Result<()> {
    for sql in [IN_SCHEMAS, IN_DATABASE] {
        for (kind, name) in catalog.rows::<(String, String)>(sql).await? {
            catalog.unmodelled(&kind, name);
        }
    }
    Ok(())
}
