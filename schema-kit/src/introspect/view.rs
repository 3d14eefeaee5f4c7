//! The queries and columns of views and materialized views, and the comments on their columns.

use schema_ddl::model::Field;
use sqlx::postgres::types::Oid;

use super::catalog::Catalog;
use super::column::Columns;
use super::table::Relations;
use super::text::arrays;

const QUERIES: &str = "
select c.oid, pg_get_viewdef(c.oid)
from pg_class c
where c.relnamespace = any($1) and c.relkind in ('v', 'm')
order by c.oid";

const COMMENTS: &str = "
select c.oid, a.attname::text, d.description
from pg_description d
join pg_class c on c.oid = d.objoid
join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
where d.classoid = 'pg_class'::regclass and d.objsubid > 0 and c.relnamespace = any($1) and c.relkind in ('v', 'm')";

/// Reads the queries. The server writes the names of all columns into them.
pub(super) async fn read(
    catalog: &mut Catalog<'_>,
    relations: &mut Relations,
    columns: &mut Columns,
) -> sqlx::Result<()> {
    let rows: Vec<(Oid, String)> = catalog.rows(QUERIES).await?;
    for (oid, query) in rows {
        if let Some(view) = relations.view(oid) {
            let query = query.trim();
            let query = query.strip_suffix(';').unwrap_or(query);
            view.query = arrays(query.to_owned());
            let fields = columns.take(oid).map(|column| Field {
                name: column.name,
                data_type: column.data_type,
                collate: None,
            });
            view.fields = fields.collect();
        }
    }
    let rows: Vec<(Oid, String, String)> = catalog.rows(COMMENTS).await?;
    for (oid, column, comment) in rows {
        if let Some(view) = relations.view(oid) {
            view.column_comments.insert(column, comment);
        }
    }
    Ok(())
}
