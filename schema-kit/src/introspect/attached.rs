//! Indexes of partitions that belong to indexes of their tables.

use schema_ddl::model::AttachedIndex;
use sqlx::postgres::types::Oid;

use super::catalog::{Catalog, row};
use super::table::Relations;

const ATTACHED: &str = "
select i.indrelid as relation, t.relname::text as table_name, c.relname::text as name, p.relname::text as index, case
        when con.oid is null then 'idx'
        when con.contype = 'p' then 'pkey'
        when con.contype = 'u' then 'key'
        else 'excl'
    end as label,
    array(
        select a.attname::text from pg_attribute a where a.attrelid = i.indexrelid and a.attnum > 0 order by a.attnum
    ) as columns
from pg_index i
join pg_class c on c.oid = i.indexrelid
join pg_class t on t.oid = i.indrelid
join pg_inherits h on h.inhrelid = c.oid
join pg_class p on p.oid = h.inhparent
left join pg_constraint con on con.conindid = c.oid and con.contype in ('p', 'u', 'x') and con.conparentid <> 0
where c.relnamespace = any($1) and c.relispartition
order by c.relname::text collate \"C\"";

row! {
    /// An index of a partition.
    struct AttachedRow {
        relation: Oid,
        table_name: String,
        name: String,
        index: String,
        label: String,
        columns: Vec<String>,
    }
}

/// The longest name, in bytes.
const LONGEST: usize = 63;

/// Reads them into their tables.
pub(super) async fn read(catalog: &mut Catalog<'_>, relations: &mut Relations) -> sqlx::Result<()> {
    for row in catalog.rows::<AttachedRow>(ATTACHED).await? {
        if let Some(table) = relations.table(row.relation) {
            table.attached.push(AttachedIndex {
                is_named: !is_usual(&row),
                name: row.name,
                index: row.index,
            });
        }
    }
    Ok(())
}

/// True if the server chooses the name, with a number if another relation has it.
fn is_usual(row: &AttachedRow) -> bool {
    let columns = match row.label.as_str() {
        "pkey" => None,
        _ => Some(row.columns.join("_")),
    };
    // With a number, less of the rest fits.
    (0..=3).any(|digits| {
        let label = row.label.len() + digits;
        let start = usual_start(&row.table_name, columns.as_deref(), label);
        let rest = row.name.strip_prefix(&start);
        let number = rest.and_then(|rest| rest.strip_prefix(&row.label));
        number.is_some_and(|number| {
            number.len() == digits && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    })
}

/// Joins names, and makes the longer one shorter until all fit, as the server does.
fn usual_start(table: &str, columns: Option<&str>, label: usize) -> String {
    let Some(columns) = columns else {
        return format!("{}_", cut(table, LONGEST - 1 - label));
    };
    let room = LONGEST - 2 - label;
    let columns = cut(columns, LONGEST);
    let (mut first, mut second) = (table.len(), columns.len());
    while first + second > room {
        if first > second {
            first -= 1;
        } else {
            second -= 1;
        }
    }
    format!("{}_{}_", cut(table, first), cut(columns, second))
}

fn cut(text: &str, mut length: usize) -> &str {
    length = length.min(text.len());
    while !text.is_char_boundary(length) {
        length -= 1;
    }
    &text[..length]
}
