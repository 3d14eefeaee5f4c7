//! Sequences, and the options of identity columns.

use schema_ddl::model::{DataType, Sequence, SequenceOptions};
use sqlx::postgres::types::Oid;

use super::catalog::{Catalog, class, name, row};
use super::column::Columns;

const SEQUENCES: &str = "
select c.oid, nullif(n.nspname::text, $2) as schema, c.relname::text as name, format_type(s.seqtypid, null) as data_type,
    s.seqstart as start, s.seqincrement as increment, s.seqmin as min, s.seqmax as max, s.seqcache as cache,
    s.seqcycle as cycle, d.deptype = 'i' as of_identity, nullif(on_.nspname::text, $2) as owner_schema,
    o.relname::text as owner, d.refobjid as owner_oid, d.refobjsubid::int2 as owner_column
from pg_sequence s
join pg_class c on c.oid = s.seqrelid
join pg_namespace n on n.oid = c.relnamespace
left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
    and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
left join pg_class o on o.oid = d.refobjid
left join pg_namespace on_ on on_.oid = o.relnamespace
where c.relnamespace = any($1) and not exists (
    select from pg_depend e
    where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.objsubid = 0 and e.deptype = 'e'
)
order by c.oid";

row! {
    /// A sequence and the column that owns it.
    struct SequenceRow {
        oid: Oid,
        schema: Option<String>,
        name: String,
        data_type: String,
        start: i64,
        increment: i64,
        min: i64,
        max: i64,
        cache: i64,
        cycle: bool,
        of_identity: Option<bool>,
        owner_schema: Option<String>,
        owner: Option<String>,
        owner_oid: Option<Oid>,
        owner_column: Option<i16>,
    }
}

/// Reads sequences. Those of identity columns become options of their columns.
pub(super) async fn read(
    catalog: &mut Catalog<'_>,
    columns: &mut Columns,
) -> sqlx::Result<Vec<Sequence>> {
    let rows: Vec<SequenceRow> = catalog.rows(SEQUENCES).await?;
    let mut sequences = Vec::new();
    for row in rows {
        let options = options(&row);
        let column = match row.owner_oid.zip(row.owner_column) {
            Some((relation, number)) => columns.get(relation, number),
            None => None,
        };
        if row.of_identity == Some(true) {
            if let Some(identity) = column.and_then(|column| column.identity.as_mut()) {
                identity.sequence = options;
            }
            continue;
        }
        let owned_by = row
            .owner
            .zip(column)
            .map(|(owner, column)| (name(row.owner_schema, owner), column.name.clone()));
        sequences.push(Sequence {
            name: name(row.schema, row.name),
            data_type: DataType::parse(&row.data_type),
            options,
            owned_by,
            comment: catalog.comment(class::RELATION, row.oid, 0),
        });
    }
    sequences.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(sequences)
}

/// Leaves out what Postgres uses by default.
fn options(row: &SequenceRow) -> SequenceOptions {
    let (type_min, type_max) = match row.data_type.as_str() {
        "smallint" => (i64::from(i16::MIN), i64::from(i16::MAX)),
        "integer" => (i64::from(i32::MIN), i64::from(i32::MAX)),
        _ => (i64::MIN, i64::MAX),
    };
    let (min, max, start) = if row.increment > 0 {
        (1, type_max, row.min)
    } else {
        (type_min, -1, row.max)
    };
    let unless = |value: i64, default: i64| (value != default).then_some(value);
    SequenceOptions {
        start: unless(row.start, start),
        increment: unless(row.increment, 1),
        min: unless(row.min, min),
        max: unless(row.max, max),
        cache: unless(row.cache, 1),
        cycle: row.cycle,
    }
}
