//! Enums, domains and composite types.

use std::collections::HashMap;

use schema_ddl::model::{Check, Column, Composite, Domain, Enum, Field, Model};
use sqlx::postgres::types::Oid;

use super::catalog::{Catalog, class, name, row};
use super::column::{Columns, data_type};

/// Types of the schema. Domains are by their ids, because their checks follow.
#[derive(Debug, Default)]
pub(super) struct Types {
    enums: Vec<Enum>,
    domains: Vec<(Oid, Domain)>,
    composites: Vec<Composite>,
}

impl Types {
    /// Moves the types into a model, sorted by name.
    pub(super) fn finish(mut self, mut checks: HashMap<Oid, Vec<Check>>, model: &mut Model) {
        let with_checks = |(oid, mut domain): (Oid, Domain)| {
            domain.checks = checks.remove(&oid).unwrap_or_default();
            domain.checks.sort_by(|a, b| a.name.cmp(&b.name));
            domain
        };
        model.domains = self.domains.into_iter().map(with_checks).collect();
        model.domains.sort_by(|a, b| a.name.cmp(&b.name));
        self.enums.sort_by(|a, b| a.name.cmp(&b.name));
        self.composites.sort_by(|a, b| a.name.cmp(&b.name));
        model.enums = self.enums;
        model.composites = self.composites;
    }
}

const TYPES: &str = r#"
select t.oid, nullif(n.nspname::text, $2) as schema, t.typname::text as name, t.typtype::text as kind,
    t.typrelid as relation, format_type(t.typbasetype, t.typtypmod) as base, exists (
        select from pg_depend e
        where e.classid = 'pg_type'::regclass and e.objid in (b.oid, b.typelem) and e.deptype = 'e'
    ) as of_extension,
    t.typnotnull as not_null, pg_get_expr(t.typdefaultbin, 0) as default_expression,
    case when t.typcollation <> b.typcollation then
        case when pg_collation_is_visible(l.oid) then quote_ident(l.collname)
        else quote_ident(ln.nspname) || '.' || quote_ident(l.collname) end
    end as "collate"
from pg_type t
join pg_namespace n on n.oid = t.typnamespace
left join pg_class c on c.oid = t.typrelid
left join pg_type b on b.oid = t.typbasetype
left join pg_collation l on l.oid = t.typcollation
left join pg_namespace ln on ln.oid = l.collnamespace
where t.typnamespace = any($1) and (t.typtype in ('e', 'd') or t.typtype = 'c' and c.relkind = 'c') and not exists (
    select from pg_depend e
    where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e'
)
order by t.oid"#;

row! {
    /// A type.
    struct TypeRow {
        oid: Oid,
        schema: Option<String>,
        name: String,
        kind: String,
        relation: Oid,
        base: Option<String>,
        of_extension: bool,
        not_null: bool,
        default_expression: Option<String>,
        collate: Option<String>,
    }
}

const LABELS: &str = "
select l.enumtypid, l.enumlabel::text
from pg_enum l
join pg_type t on t.oid = l.enumtypid
where t.typnamespace = any($1)
order by l.enumtypid, l.enumsortorder";

/// Reads the types, without the checks of domains.
pub(super) async fn read(catalog: &mut Catalog<'_>, columns: &mut Columns) -> sqlx::Result<Types> {
    let rows: Vec<TypeRow> = catalog.rows(TYPES).await?;
    let mut labels: HashMap<Oid, Vec<String>> = HashMap::new();
    for (oid, label) in catalog.rows::<(Oid, String)>(LABELS).await? {
        labels.entry(oid).or_default().push(label);
    }
    let mut types = Types::default();
    for row in rows {
        let oid = row.oid;
        let comment = catalog.comment(class::TYPE, oid, 0);
        let name = name(row.schema, row.name);
        match row.kind.as_str() {
            "e" => types.enums.push(Enum {
                name,
                labels: labels.remove(&oid).unwrap_or_default(),
                comment,
            }),
            "d" => {
                let domain = Domain {
                    name,
                    base: data_type(row.base.as_deref().unwrap_or_default(), row.of_extension),
                    collate: row.collate,
                    not_null: row.not_null,
                    default: row.default_expression,
                    checks: Vec::new(),
                    comment,
                };
                types.domains.push((oid, domain));
            }
            _ => types.composites.push(Composite {
                name,
                fields: columns.take(row.relation).map(field).collect(),
                comment,
            }),
        }
    }
    Ok(types)
}

fn field(column: Column) -> Field {
    Field {
        name: column.name,
        data_type: column.data_type,
        collate: column.collate,
    }
}
