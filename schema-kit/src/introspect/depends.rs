//! The objects that views and routines use.

use schema_ddl::model::{Kind, Name, ObjectId};
use sqlx::postgres::types::Oid;

use super::catalog::{Catalog, name, row};
use super::routine::Routines;
use super::table::Relations;

/// The server records what the query of a view reads, what the signature of a routine uses, and what its body uses if that
/// is standard SQL (`begin atomic`).
///
/// A row type stands for its table, an array for its element. Objects of Postgres and of extensions are left out.
const USED: &str = "
with used as materialized (
    select distinct d.classid = 'pg_rewrite'::regclass as by_view, coalesce(r.ev_class, d.objid) as oid,
        d.refclassid, d.refobjid, d.refobjsubid
    from pg_depend d
    left join pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
    left join pg_class c on c.oid = r.ev_class
    left join pg_proc p on d.classid = 'pg_proc'::regclass and p.oid = d.objid
    where d.classid in ('pg_rewrite'::regclass, 'pg_proc'::regclass) and d.deptype = 'n' and d.refobjid >= 16384
        and coalesce(c.relnamespace, p.pronamespace) = any($1) and d.refobjid is distinct from r.ev_class
), used_type as (
    select u.by_view, u.oid, coalesce(element.oid, t.oid) as type
    from used u
    join pg_type t on t.oid = u.refobjid
    left join pg_type element on element.typarray = t.oid
    where u.refclassid = 'pg_type'::regclass
), used_relation as (
    select by_view, oid, refobjid as relation, refobjsubid as number
    from used
    where refclassid = 'pg_class'::regclass
    union all
    select u.by_view, u.oid, t.typrelid, 0
    from used_type u
    join pg_type t on t.oid = u.type
    join pg_class c on c.oid = t.typrelid
    where c.relkind <> 'c'
), object as (
    select u.by_view, u.oid, 'pg_class'::regclass as class, c.oid as id, c.relkind::text as kind,
        c.relnamespace as namespace, c.relname::text as name, a.attname::text as part
    from used_relation u
    join pg_class c on c.oid = u.relation
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = u.number and u.number > 0
    union all
    select u.by_view, u.oid, 'pg_proc'::regclass, p.oid, 'routine',
        p.pronamespace, p.proname || '(' || oidvectortypes(p.proargtypes) || ')', null
    from used u
    join pg_proc p on p.oid = u.refobjid
    where u.refclassid = 'pg_proc'::regclass
    union all
    select u.by_view, u.oid, 'pg_type'::regclass, t.oid, case t.typtype when 'c' then 'composite' else t.typtype::text end,
        t.typnamespace, t.typname::text, null
    from used_type u
    join pg_type t on t.oid = u.type
    left join pg_class c on c.oid = t.typrelid
    where c.relkind is null or c.relkind = 'c'
)
select o.by_view, o.oid, o.kind, nullif(n.nspname::text, $2) as schema, o.name, o.part
from object o
join pg_namespace n on n.oid = o.namespace
where not exists (
    select from pg_depend e
    where e.classid = o.class and e.objid = o.id and e.deptype = 'e'
)";

row! {
    /// An object that a view or a routine uses.
    struct UsedRow {
        by_view: bool,
        oid: Oid,
        kind: String,
        schema: Option<String>,
        name: String,
        part: Option<String>,
    }
}

/// Reads what views and routines use.
pub(super) async fn read(
    catalog: &mut Catalog<'_>,
    relations: &mut Relations,
    routines: &mut Routines,
) -> sqlx::Result<()> {
    let rows: Vec<UsedRow> = catalog.rows(USED).await?;
    for row in rows {
        let list = if row.by_view {
            relations.view(row.oid).map(|view| &mut view.reads)
        } else {
            routines.get(row.oid).map(|routine| &mut routine.uses)
        };
        if let Some(list) = list {
            list.extend(objects(&row.kind, name(row.schema, row.name), row.part));
        }
    }
    Ok(())
}

/// Returns the object, and the table that it is a column of. The kind is that of the catalogs.
fn objects(kind: &str, name: Name, column: Option<String>) -> Vec<ObjectId> {
    let Some(kind) = object_kind(kind) else {
        return Vec::new();
    };
    let column = column
        .filter(|_| kind == Kind::Table)
        .map(|column| ObjectId::part(Kind::Column, name.clone(), column));
    std::iter::once(ObjectId::new(kind, name))
        .chain(column)
        .collect()
}

/// Returns the kind for a letter of the catalogs, or the word where two catalogs have the same letter.
pub(super) fn object_kind(letter: &str) -> Option<Kind> {
    Some(match letter {
        "r" | "p" | "f" => Kind::Table,
        "v" => Kind::View,
        "m" => Kind::MaterializedView,
        "S" => Kind::Sequence,
        "routine" => Kind::Routine,
        "e" => Kind::Enum,
        "d" => Kind::Domain,
        "composite" => Kind::Composite,
        "namespace" => Kind::Namespace,
        _ => return None,
    })
}
