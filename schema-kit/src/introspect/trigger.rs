//! Triggers of tables.

use schema_ddl::model::{Name, Trigger};
use schema_ddl::sql::quote;
use sqlx::postgres::types::Oid;

use super::catalog::{Catalog, class, row};
use super::table::Relations;

/// Triggers of constraints, and those that a partition has from its table, are left out.
const TRIGGERS: &str = "
select t.oid, t.tgrelid as relation, t.tgname::text as name,
    pg_get_triggerdef(t.oid) as definition, t.tgenabled::text as enabled,
    quote_ident(n.nspname) || '.' || quote_ident(c.relname) as qualified, quote_ident(c.relname) as unqualified,
    n.nspname = $2 as in_first,
    nullif(pn.nspname::text, $2) as function_schema,
    p.proname || '(' || oidvectortypes(p.proargtypes) || ')' as function
from pg_trigger t
join pg_class c on c.oid = t.tgrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_proc p on p.oid = t.tgfoid
join pg_namespace pn on pn.oid = p.pronamespace
where c.relnamespace = any($1) and not t.tgisinternal and t.tgparentid = 0 and not exists (
    select from pg_depend e
    where e.classid = 'pg_trigger'::regclass and e.objid = t.oid and e.deptype = 'e'
)
order by t.oid";

row! {
    /// A trigger.
    struct TriggerRow {
        oid: Oid,
        relation: Oid,
        name: String,
        definition: String,
        enabled: String,
        qualified: String,
        unqualified: String,
        in_first: bool,
        function_schema: Option<String>,
        function: String,
    }
}

/// Reads triggers into their tables.
pub(super) async fn read(catalog: &mut Catalog<'_>, relations: &mut Relations) -> sqlx::Result<()> {
    let rows: Vec<TriggerRow> = catalog.rows(TRIGGERS).await?;
    for row in rows {
        let comment = catalog.comment(class::TRIGGER, row.oid, 0);
        let label = format!("{} of {}", quote::name(&row.name), row.qualified);
        let Some(table) = relations.table(row.relation) else {
            if relations.view(row.relation).is_some() {
                catalog.unmodelled("trigger of a view", label);
            }
            continue;
        };
        if matches!(row.enabled.as_str(), "R" | "A") {
            catalog.unmodelled("trigger that fires in replicas", label);
        }
        table.triggers.push(Trigger {
            definition: definition(&row),
            name: row.name,
            function: Some(Name {
                schema: row.function_schema,
                name: row.function,
            }),
            disabled: row.enabled == "D",
            comment,
        });
    }
    Ok(())
}

/// Removes the schema of the table, which the server always writes, if it is the first one.
fn definition(row: &TriggerRow) -> String {
    if row.in_first {
        let qualified = format!(" ON {} ", row.qualified);
        let unqualified = format!(" ON {} ", row.unqualified);
        row.definition.replacen(&qualified, &unqualified, 1)
    } else {
        row.definition.clone()
    }
}
