//! Indexes, also those of constraints.

use std::collections::HashMap;

use schema_ddl::model::{Index, IndexElement, IndexOn};
use sqlx::postgres::types::Oid;

use super::catalog::{Catalog, class, options, row};
use super::column::Columns;
use super::table::Relations;
use super::text::bare;

/// The indexes of constraints, by their ids.
pub(super) type ConstraintIndexes = HashMap<Oid, Index>;

/// An index of a partition that belongs to an index of the partitioned table is left out, unless it has a constraint of its
/// own.
const INDEXES: &str = r#"
select i.indexrelid as oid, i.indrelid as relation, c.relname::text as name, m.amname::text as method,
    i.indisunique as "unique", i.indnullsnotdistinct as nulls_not_distinct, not i.indisvalid as invalid,
    i.indnkeyatts as keys, c.reloptions as "with", pg_get_expr(i.indpred, i.indrelid) as filter, exists (
        select from pg_constraint con where con.conindid = i.indexrelid and con.contype in ('p', 'u', 'x')
    ) as of_constraint
from pg_index i
join pg_class c on c.oid = i.indexrelid
join pg_am m on m.oid = c.relam
where c.relnamespace = any($1) and (not c.relispartition or exists (
    select from pg_constraint con
    where con.conindid = i.indexrelid and con.contype in ('p', 'u', 'x') and con.conparentid = 0
))
order by i.indexrelid"#;

row! {
    /// An index.
    struct IndexRow {
        oid: Oid,
        relation: Oid,
        name: String,
        method: String,
        unique: bool,
        nulls_not_distinct: bool,
        invalid: bool,
        keys: i16,
        with: Option<Vec<String>>,
        filter: Option<String>,
        of_constraint: bool,
    }
}

/// A collation of an expression is only written if the whole definition has one after the expression, because the
/// expression itself may have another collation than its type. It has the default one (100) unless a column has another one.
const ELEMENTS: &str = r#"
select i.indexrelid as index, k.position::int2, k.number, k.option,
    case when k.number = 0 then pg_get_indexdef(i.indexrelid, k.position::int4, false) end as expression,
    case when coalesce(exact.oid <> o.oid, not o.opcdefault) or a.attoptions is not null then
        case when pg_opclass_is_visible(o.oid) then quote_ident(o.opcname)
        else quote_ident(os.nspname) || '.' || quote_ident(o.opcname) end
    end as operator_class,
    a.attoptions as class_options,
    case when k.coll <> 0 and case when k.number = 0
        then (k.coll <> 100 or exists (
            select from pg_attribute x where x.attrelid = i.indrelid and x.attcollation not in (0, 100)
        )) and strpos(
            pg_get_indexdef(i.indexrelid),
            pg_get_indexdef(i.indexrelid, k.position::int4, false) || ' COLLATE '
        ) > 0
        else k.coll <> t.attcollation end
    then
        case when pg_collation_is_visible(l.oid) then quote_ident(l.collname)
        else quote_ident(ls.nspname) || '.' || quote_ident(l.collname) end
    end as "collate"
from pg_index i
join pg_class c on c.oid = i.indexrelid
cross join lateral rows from (
    unnest(i.indkey::int2[]), unnest(i.indoption::int2[]), unnest(i.indclass::oid[]), unnest(i.indcollation::oid[])
) with ordinality k (number, option, class, coll, position)
join pg_attribute a on a.attrelid = i.indexrelid and a.attnum = k.position
left join pg_attribute t on t.attrelid = i.indrelid and t.attnum = k.number and k.number > 0
left join pg_opclass o on o.oid = k.class
left join pg_namespace os on os.oid = o.opcnamespace
left join pg_opclass exact on exact.opcmethod = o.opcmethod and exact.opcdefault and exact.opcintype = t.atttypid
left join pg_collation l on l.oid = k.coll
left join pg_namespace ls on ls.oid = l.collnamespace
where c.relnamespace = any($1) and (not c.relispartition or exists (
    select from pg_constraint con
    where con.conindid = i.indexrelid and con.contype in ('p', 'u', 'x') and con.conparentid = 0
))
order by i.indexrelid, k.position"#;

row! {
    /// A column or expression of an index. Included columns have no option.
    struct ElementRow {
        index: Oid,
        position: i16,
        number: i16,
        option: Option<i16>,
        expression: Option<String>,
        operator_class: Option<String>,
        class_options: Option<Vec<String>>,
        collate: Option<String>,
    }
}

/// Reads indexes into their tables and views. Returns the indexes of constraints.
pub(super) async fn read(
    catalog: &mut Catalog<'_>,
    relations: &mut Relations,
    columns: &Columns,
) -> sqlx::Result<ConstraintIndexes> {
    let rows: Vec<IndexRow> = catalog.rows(INDEXES).await?;
    let mut elements: HashMap<Oid, Vec<ElementRow>> = HashMap::new();
    for row in catalog.rows::<ElementRow>(ELEMENTS).await? {
        elements.entry(row.index).or_default().push(row);
    }
    let mut of_constraints = ConstraintIndexes::new();
    for row in rows {
        let (oid, relation, of_constraint) = (row.oid, row.relation, row.of_constraint);
        let elements = elements.remove(&oid).unwrap_or_default();
        let comment = catalog.comment(class::RELATION, oid, 0);
        let index = Index {
            comment,
            ..index(row, elements, columns)
        };
        if of_constraint {
            of_constraints.insert(oid, index);
        } else if let Some(table) = relations.table(relation) {
            table.indexes.push(index);
        } else if let Some(view) = relations.view(relation) {
            view.indexes.push(index);
        }
    }
    Ok(of_constraints)
}

fn index(row: IndexRow, elements: Vec<ElementRow>, columns: &Columns) -> Index {
    let (keys, included): (Vec<_>, Vec<_>) = elements
        .into_iter()
        .partition(|element| element.position <= row.keys);
    let relation = row.relation;
    let included: Vec<i16> = included.iter().map(|element| element.number).collect();
    Index {
        name: row.name,
        method: row.method,
        elements: keys
            .into_iter()
            .filter_map(|key| element(key, relation, columns))
            .collect(),
        include: columns.names(relation, &included),
        unique: row.unique,
        nulls_not_distinct: row.nulls_not_distinct,
        with: options(row.with),
        filter: row.filter.map(bare),
        invalid: row.invalid,
        comment: None,
    }
}

fn element(row: ElementRow, relation: Oid, columns: &Columns) -> Option<IndexElement> {
    const DESCENDING: i16 = 1;
    const NULLS_FIRST: i16 = 2;
    let option = row.option.unwrap_or_default();
    let descending = option & DESCENDING != 0;
    let nulls_first = option & NULLS_FIRST != 0;
    let on = match row.expression {
        // The server writes a second pair of parentheses, except around a function call.
        Some(expression) => IndexOn::Expression(bare(bare(expression))),
        None => IndexOn::Column(columns.name(relation, row.number)?.to_owned()),
    };
    let class_options = class_options(row.class_options);
    Some(IndexElement {
        on,
        collate: row.collate,
        operator_class: row.operator_class.map(|class| class + &class_options),
        descending,
        nulls_first: (nulls_first != descending).then_some(nulls_first),
    })
}

/// Writes the options of an operator class as the server does: ` (siglen='32')`.
fn class_options(list: Option<Vec<String>>) -> String {
    let list: Vec<(String, String)> = options(list);
    if list.is_empty() {
        return String::new();
    }
    let list: Vec<String> = list
        .iter()
        .map(|(name, value)| format!("{name}='{}'", value.replace('\'', "''")))
        .collect();
    format!(" ({})", list.join(", "))
}
