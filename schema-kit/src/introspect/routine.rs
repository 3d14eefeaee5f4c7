//! Functions, procedures and aggregates.

use std::collections::HashMap;

use schema_ddl::model::{Routine, RoutineKind};
use sqlx::postgres::types::Oid;

use super::catalog::{Catalog, class, name, row};

/// Routines by their ids.
#[derive(Debug, Default)]
pub(super) struct Routines {
    by_oid: HashMap<Oid, Routine>,
}

impl Routines {
    /// Returns the routine with this id.
    pub(super) fn get(&mut self, oid: Oid) -> Option<&mut Routine> {
        self.by_oid.get_mut(&oid)
    }

    /// Returns the routines, sorted by name and arguments.
    pub(super) fn into_sorted(self) -> Vec<Routine> {
        let mut routines: Vec<Routine> = self.by_oid.into_values().collect();
        for routine in &mut routines {
            routine.uses.sort();
            routine.uses.dedup();
        }
        routines.sort_by(|a, b| (&a.name, &a.arguments).cmp(&(&b.name, &b.arguments)));
        routines
    }
}

const ROUTINES: &str = "
select p.oid, nullif(n.nspname::text, $2) as schema, p.proname::text as name, p.prokind::text as kind,
    oidvectortypes(p.proargtypes) as arguments,
    quote_ident(n.nspname) || '.' || quote_ident(p.proname) as qualified,
    case when p.prokind <> 'a' then pg_get_functiondef(p.oid) end as definition,
    case when p.prokind = 'a' then pg_get_function_arguments(p.oid) end as all_arguments
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
where p.pronamespace = any($1) and not exists (
    select from pg_depend e
    where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype in ('e', 'i')
)
order by p.oid";

row! {
    /// A function, procedure or aggregate.
    struct RoutineRow {
        oid: Oid,
        schema: Option<String>,
        name: String,
        kind: String,
        arguments: String,
        qualified: String,
        definition: Option<String>,
        all_arguments: Option<String>,
    }
}

/// The options of aggregates as SQL. The server also writes the schema of an overloaded function, so the first schema is
/// removed.
const AGGREGATES: &str = "
select p.oid, replace(concat_ws(e',\n    ',
    'sfunc = ' || a.aggtransfn::regproc,
    'stype = ' || format_type(a.aggtranstype, null),
    'sspace = ' || nullif(a.aggtransspace, 0),
    'finalfunc = ' || nullif(a.aggfinalfn, 0)::regproc,
    case when a.aggfinalextra then 'finalfunc_extra' end,
    case when a.aggfinalfn <> 0 and a.aggfinalmodify <> case a.aggkind when 'n' then 'r' else 'w' end::\"char\" then
        'finalfunc_modify = ' || case a.aggfinalmodify when 'r' then 'read_only' when 's' then 'shareable' else 'read_write' end
    end,
    'combinefunc = ' || nullif(a.aggcombinefn, 0)::regproc,
    'serialfunc = ' || nullif(a.aggserialfn, 0)::regproc,
    'deserialfunc = ' || nullif(a.aggdeserialfn, 0)::regproc,
    'initcond = ' || quote_literal(a.agginitval),
    'msfunc = ' || nullif(a.aggmtransfn, 0)::regproc,
    'minvfunc = ' || nullif(a.aggminvtransfn, 0)::regproc,
    'mstype = ' || case when a.aggmtranstype <> 0 then format_type(a.aggmtranstype, null) end,
    'msspace = ' || nullif(a.aggmtransspace, 0),
    'mfinalfunc = ' || nullif(a.aggmfinalfn, 0)::regproc,
    case when a.aggmfinalextra then 'mfinalfunc_extra' end,
    case when a.aggmfinalfn <> 0 and a.aggmfinalmodify <> case a.aggkind when 'n' then 'r' else 'w' end::\"char\" then
        'mfinalfunc_modify = ' || case a.aggmfinalmodify when 'r' then 'read_only' when 's' then 'shareable' else 'read_write' end
    end,
    'minitcond = ' || quote_literal(a.aggminitval),
    'sortop = operator(' || quote_ident(os.nspname) || '.' || o.oprname || ')',
    case when a.aggkind = 'h' then 'hypothetical' end,
    case p.proparallel when 's' then 'parallel = safe' when 'r' then 'parallel = restricted' end
), ' = ' || quote_ident($2) || '.', ' = ')
from pg_aggregate a
join pg_proc p on p.oid = a.aggfnoid
left join pg_operator o on o.oid = a.aggsortop
left join pg_namespace os on os.oid = o.oprnamespace
where p.pronamespace = any($1)";

/// Reads routines, without what they use.
pub(super) async fn read(catalog: &mut Catalog<'_>) -> sqlx::Result<Routines> {
    let rows: Vec<RoutineRow> = catalog.rows(ROUTINES).await?;
    let aggregates: Vec<(Oid, String)> = catalog.rows(AGGREGATES).await?;
    let mut aggregates: HashMap<Oid, String> = aggregates.into_iter().collect();
    let mut routines = Routines::default();
    for row in rows {
        let oid = row.oid;
        let comment = catalog.comment(class::ROUTINE, oid, 0);
        let options = aggregates.remove(&oid).unwrap_or_default();
        let routine = Routine {
            definition: definition(&row, &options),
            name: name(row.schema, row.name),
            arguments: row.arguments,
            kind: match row.kind.as_str() {
                "a" => RoutineKind::Aggregate,
                "p" => RoutineKind::Procedure,
                _ => RoutineKind::Function,
            },
            uses: Vec::new(),
            comment,
        };
        routines.by_oid.insert(oid, routine);
    }
    Ok(routines)
}

/// Removes the schema, which the server always writes, if it is the first one.
fn definition(row: &RoutineRow, options: &str) -> String {
    let name = name(row.schema.clone(), row.name.clone());
    let Some(definition) = &row.definition else {
        let arguments = row
            .all_arguments
            .as_deref()
            .filter(|arguments| !arguments.is_empty())
            .unwrap_or("*");
        return format!("create or replace aggregate {name}({arguments}) (\n    {options}\n)");
    };
    let definition = definition.trim_end();
    for kind in ["function", "procedure"] {
        let start = format!(
            "CREATE OR REPLACE {} {}(",
            kind.to_uppercase(),
            row.qualified
        );
        if let Some(rest) = definition.strip_prefix(&start) {
            return format!("create or replace {kind} {name}({rest}");
        }
    }
    definition.to_owned()
}
