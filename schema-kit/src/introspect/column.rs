//! Columns of tables, and fields of composite types.

use std::collections::HashMap;

use schema_ddl::model::{Column, DataType, Generated, Identity, SequenceOptions};
use sqlx::postgres::types::Oid;

use super::catalog::{Catalog, class, row};
use super::table::Relations;
use super::text::bare;

/// Columns by the ids of their relations.
#[derive(Debug, Default)]
pub(super) struct Columns {
    names: HashMap<(Oid, i16), String>,
    by_relation: HashMap<Oid, Vec<(i16, Column)>>,
}

impl Columns {
    /// Returns the name of a column.
    pub(super) fn name(&self, relation: Oid, number: i16) -> Option<&str> {
        self.names.get(&(relation, number)).map(String::as_str)
    }

    /// Returns the names of columns.
    pub(super) fn names(&self, relation: Oid, numbers: &[i16]) -> Vec<String> {
        let names = numbers.iter().filter_map(|n| self.name(relation, *n));
        names.map(str::to_owned).collect()
    }

    /// Returns a column that has not been taken.
    pub(super) fn get(&mut self, relation: Oid, number: i16) -> Option<&mut Column> {
        let columns = self.by_relation.get_mut(&relation)?;
        let at = columns.binary_search_by_key(&number, |(number, _)| *number);
        columns.get_mut(at.ok()?).map(|(_, column)| column)
    }

    /// Removes and returns the columns of a relation, in order.
    pub(super) fn take(&mut self, relation: Oid) -> impl Iterator<Item = Column> + use<> {
        let columns = self.by_relation.remove(&relation).unwrap_or_default();
        columns.into_iter().map(|(_, column)| column)
    }
}

const COLUMNS: &str = r#"
select a.attrelid as relation, a.attnum as number, a.attname::text as name,
    format_type(a.atttypid, a.atttypmod) as data_type, e.objid is not null as of_extension,
    a.attnotnull as not_null, pg_get_expr(d.adbin, d.adrelid) as expression,
    a.attidentity::text as identity, a.attgenerated::text as generated,
    case when a.attcollation <> t.typcollation then
        case when pg_collation_is_visible(l.oid) then quote_ident(l.collname)
        else quote_ident(ln.nspname) || '.' || quote_ident(l.collname) end
    end as "collate",
    case when a.attstorage <> t.typstorage then a.attstorage::text end as storage,
    case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as compression,
    nullif(a.attstattarget::int4, -1) as statistics
from pg_attribute a
join pg_class c on c.oid = a.attrelid
join pg_type t on t.oid = a.atttypid
left join pg_depend e on e.classid = 'pg_type'::regclass and e.deptype = 'e'
    and e.objid = case when t.typcategory = 'A' then t.typelem else t.oid end
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
left join pg_collation l on l.oid = a.attcollation
left join pg_namespace ln on ln.oid = l.collnamespace
where c.relnamespace = any($1) and c.relkind in ('r', 'p', 'v', 'm', 'c') and a.attnum > 0 and not a.attisdropped
order by a.attrelid, a.attnum"#;

row! {
    /// A column.
    struct ColumnRow {
        relation: Oid,
        number: i16,
        name: String,
        data_type: String,
        of_extension: bool,
        not_null: bool,
        expression: Option<String>,
        identity: String,
        generated: String,
        collate: Option<String>,
        storage: Option<String>,
        compression: Option<String>,
        statistics: Option<i32>,
    }
}

/// Reads all columns.
pub(super) async fn read(catalog: &mut Catalog<'_>) -> sqlx::Result<Columns> {
    let mut columns = Columns::default();
    let rows: Vec<ColumnRow> = catalog.rows(COLUMNS).await?;
    for row in rows {
        let (relation, number) = (row.relation, row.number);
        let comment = catalog.comment(class::RELATION, relation, number);
        let column = Column {
            comment,
            ..column(row)
        };
        columns
            .names
            .insert((relation, number), column.name.clone());
        let list = columns.by_relation.entry(relation).or_default();
        list.push((number, column));
    }
    Ok(columns)
}

fn column(row: ColumnRow) -> Column {
    let (default, generated) = match row.expression {
        Some(expression) if !row.generated.is_empty() => {
            let generated = Generated {
                expression: bare(expression),
                stored: row.generated == "s",
            };
            (None, Some(generated))
        }
        expression => (expression, None),
    };
    Column {
        data_type: data_type(&row.data_type, row.of_extension),
        nullable: !row.not_null,
        default,
        // A partition uses the sequence of its table.
        identity: (!row.identity.is_empty()).then(|| Identity {
            always: row.identity == "a",
            sequence: SequenceOptions::default(),
        }),
        generated,
        collate: row.collate,
        storage: row.storage.as_deref().and_then(storage),
        compression: row.compression,
        statistics: row.statistics,
        ..Column::new(row.name, DataType::parse("text"))
    }
}

/// Reads a type as the server prints it. One of an extension has no schema, also if its schema is not in the search path
/// because it is among those that are read.
pub(super) fn data_type(printed: &str, of_extension: bool) -> DataType {
    let mut data_type = DataType::parse(printed);
    if of_extension {
        data_type.name.schema = None;
    }
    data_type
}

fn storage(letter: &str) -> Option<String> {
    let word = match letter {
        "p" => "plain",
        "e" => "external",
        "x" => "extended",
        "m" => "main",
        _ => return None,
    };
    Some(word.to_owned())
}

/// Moves columns into their tables.
pub(super) fn attach(relations: &mut Relations, columns: &mut Columns) {
    let tables: Vec<Oid> = columns.by_relation.keys().copied().collect();
    for oid in tables {
        if let Some(table) = relations.table(oid) {
            table.columns = columns.take(oid).collect();
        }
    }
}
