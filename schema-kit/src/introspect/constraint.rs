//! Constraints of tables and domains.

use std::collections::HashMap;

use schema_ddl::model::{
    Action, Check, Deferrable, Exclusion, ExclusionElement, ForeignKey, Index, IndexElement, Match,
    PrimaryKey, Unique,
};
use schema_ddl::sql::quote;
use sqlx::postgres::types::Oid;

use super::catalog::{Catalog, class, name, row};
use super::column::Columns;
use super::index::ConstraintIndexes;
use super::table::Relations;
use super::text::bare;

/// A constraint that a partition or a child has from its table is left out.
///
/// The names of referenced columns are looked up only if their table is not read.
const CONSTRAINTS: &str = "
select con.oid, con.conrelid as relation, con.contypid as domain, con.conname::text as name, con.contype::text as kind,
    con.condeferrable as deferrable, con.condeferred as deferred, con.convalidated as validated,
    con.conenforced as enforced, con.conperiod as period, con.connoinherit as no_inherit, con.conkey as columns,
    con.conindid as index, pg_get_expr(con.conbin, con.conrelid) as expression,
    con.confrelid as referenced, nullif(fn.nspname::text, $2) as referenced_schema, fc.relname::text as referenced_table,
    con.confkey as referenced_columns,
    case when con.contype = 'f' and fc.relnamespace <> all($1) then array(
        select a.attname::text
        from unnest(con.confkey) with ordinality k (number, position)
        join pg_attribute a on a.attrelid = con.confrelid and a.attnum = k.number
        order by k.position
    ) end as referenced_names,
    con.confmatchtype::text as match_type, con.confdeltype::text as on_delete, con.confupdtype::text as on_update,
    con.confdelsetcols as on_delete_columns,
    case when con.contype = 'x' then array(
        select case when pg_operator_is_visible(o.oid) then o.oprname::text
            else 'operator(' || quote_ident(os.nspname) || '.' || o.oprname || ')' end
        from unnest(con.conexclop) with ordinality k (operator, position)
        join pg_operator o on o.oid = k.operator
        join pg_namespace os on os.oid = o.oprnamespace
        order by k.position
    ) end as operators
from pg_constraint con
left join pg_class fc on fc.oid = con.confrelid
left join pg_namespace fn on fn.oid = fc.relnamespace
where con.connamespace = any($1) and con.contype in ('p', 'u', 'c', 'f', 'x') and con.conparentid = 0
    and (con.conislocal or con.conrelid = 0)
order by con.oid";

row! {
    /// A constraint.
    struct ConstraintRow {
        oid: Oid,
        relation: Oid,
        domain: Oid,
        name: String,
        kind: String,
        deferrable: bool,
        deferred: bool,
        validated: bool,
        enforced: bool,
        period: bool,
        no_inherit: bool,
        columns: Option<Vec<i16>>,
        index: Oid,
        expression: Option<String>,
        referenced: Oid,
        referenced_schema: Option<String>,
        referenced_table: Option<String>,
        referenced_columns: Option<Vec<i16>>,
        referenced_names: Option<Vec<String>>,
        match_type: String,
        on_delete: String,
        on_update: String,
        on_delete_columns: Option<Vec<i16>>,
        operators: Option<Vec<String>>,
    }
}

/// Reads constraints into their tables. Returns the checks of domains.
pub(super) async fn read(
    catalog: &mut Catalog<'_>,
    relations: &mut Relations,
    columns: &Columns,
    mut indexes: ConstraintIndexes,
) -> sqlx::Result<HashMap<Oid, Vec<Check>>> {
    let mut of_domains: HashMap<Oid, Vec<Check>> = HashMap::new();
    let rows: Vec<ConstraintRow> = catalog.rows(CONSTRAINTS).await?;
    for row in rows {
        let comment = catalog.comment(class::CONSTRAINT, row.oid, 0);
        if row.relation == Oid(0) {
            let checks = of_domains.entry(row.domain).or_default();
            checks.push(check(row, comment));
            continue;
        }
        let Some(table) = relations.table(row.relation) else {
            continue;
        };
        let label = format!("{} of {}", quote::name(&row.name), table.name);
        match row.kind.as_str() {
            _ if row.period => catalog.unmodelled("constraint with a period", label),
            "c" => table.checks.push(check(row, comment)),
            "f" => table.foreign_keys.push(foreign_key(row, columns, comment)),
            kind => {
                let Some(index) = indexes.remove(&row.index) else {
                    continue;
                };
                unmodelled_parts(catalog, &index, kind, &label);
                let names = columns.names(row.relation, row.columns.as_deref().unwrap_or_default());
                match kind {
                    "p" => table.primary_key = Some(primary_key(row, names, index, comment)),
                    "u" => table.uniques.push(unique(row, names, index, comment)),
                    _ => table.exclusions.push(exclusion(row, index, comment)),
                }
            }
        }
    }
    Ok(of_domains)
}

/// Records what the model does not have of a constraint's index.
fn unmodelled_parts(catalog: &mut Catalog<'_>, index: &Index, kind: &str, label: &str) {
    if index.comment.is_some() {
        catalog.unmodelled("comment on the index of a constraint", label);
    }
    if !index.with.is_empty() {
        catalog.unmodelled("storage parameters of a constraint", label);
    }
    if index.invalid {
        catalog.unmodelled("invalid index of a constraint", label);
    }
    if kind != "x" {
        return;
    }
    if !index.include.is_empty() {
        catalog.unmodelled("included columns of an exclusion constraint", label);
    }
    let has_order = |element: &IndexElement| {
        element.descending || element.nulls_first.is_some() || element.collate.is_some()
    };
    if index.elements.iter().any(has_order) {
        catalog.unmodelled("order or collation of an exclusion constraint", label);
    }
}

fn check(row: ConstraintRow, comment: Option<String>) -> Check {
    Check {
        name: row.name,
        expression: row.expression.map(bare).unwrap_or_default(),
        no_inherit: row.no_inherit,
        // A constraint that is not enforced is not validated either.
        not_valid: row.enforced && !row.validated,
        not_enforced: !row.enforced,
        comment,
    }
}

fn primary_key(
    row: ConstraintRow,
    columns: Vec<String>,
    index: Index,
    comment: Option<String>,
) -> PrimaryKey {
    PrimaryKey {
        deferrable: deferrable(&row),
        name: row.name,
        columns,
        include: index.include,
        comment,
    }
}

fn unique(
    row: ConstraintRow,
    columns: Vec<String>,
    index: Index,
    comment: Option<String>,
) -> Unique {
    Unique {
        deferrable: deferrable(&row),
        name: row.name,
        columns,
        include: index.include,
        nulls_not_distinct: index.nulls_not_distinct,
        comment,
    }
}

fn exclusion(row: ConstraintRow, index: Index, comment: Option<String>) -> Exclusion {
    let deferrable = deferrable(&row);
    let operators = row.operators.unwrap_or_default();
    let elements = index.elements.into_iter().zip(operators);
    Exclusion {
        deferrable,
        name: row.name,
        method: index.method,
        elements: elements
            .map(|(element, operator)| ExclusionElement {
                on: element.on,
                operator_class: element.operator_class,
                operator,
            })
            .collect(),
        filter: index.filter,
        comment,
    }
}

fn foreign_key(row: ConstraintRow, columns: &Columns, comment: Option<String>) -> ForeignKey {
    let own = |numbers: Option<&[i16]>| columns.names(row.relation, numbers.unwrap_or_default());
    let own_columns = own(row.columns.as_deref());
    let on_delete_columns = own(row.on_delete_columns.as_deref());
    let referenced = row.referenced_columns.as_deref().unwrap_or_default();
    ForeignKey {
        deferrable: deferrable(&row),
        name: row.name,
        columns: own_columns,
        table: name(
            row.referenced_schema,
            row.referenced_table.unwrap_or_default(),
        ),
        references: row
            .referenced_names
            .unwrap_or_else(|| columns.names(row.referenced, referenced)),
        match_type: if row.match_type == "f" {
            Match::Full
        } else {
            Match::Simple
        },
        on_delete: action(&row.on_delete),
        on_delete_columns,
        on_update: action(&row.on_update),
        not_valid: row.enforced && !row.validated,
        not_enforced: !row.enforced,
        comment,
    }
}

const fn deferrable(row: &ConstraintRow) -> Deferrable {
    match (row.deferrable, row.deferred) {
        (false, _) => Deferrable::No,
        (true, false) => Deferrable::InitiallyImmediate,
        (true, true) => Deferrable::InitiallyDeferred,
    }
}

fn action(letter: &str) -> Action {
    match letter {
        "r" => Action::Restrict,
        "c" => Action::Cascade,
        "n" => Action::SetNull,
        "d" => Action::SetDefault,
        _ => Action::NoAction,
    }
}
