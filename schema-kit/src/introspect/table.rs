//! Tables, and the properties of views that they share with tables.

use std::collections::HashMap;

use schema_ddl::model::{
    Model, PartitionBy, PartitionOf, PartitionStrategy, RowSecurity, Table, View,
};
use sqlx::postgres::types::Oid;

use super::catalog::{Catalog, class, name, options, row};
use super::text::lower;

/// Tables and views by their ids.
#[derive(Debug, Default)]
pub(super) struct Relations {
    tables: Vec<Table>,
    views: Vec<View>,
    places: HashMap<Oid, Place>,
}

#[derive(Debug, Clone, Copy)]
enum Place {
    Table(usize),
    View(usize),
}

impl Relations {
    /// Returns the table with this id.
    pub(super) fn table(&mut self, oid: Oid) -> Option<&mut Table> {
        match self.places.get(&oid)? {
            Place::Table(i) => self.tables.get_mut(*i),
            Place::View(_) => None,
        }
    }

    /// Returns the view with this id.
    pub(super) fn view(&mut self, oid: Oid) -> Option<&mut View> {
        match self.places.get(&oid)? {
            Place::View(i) => self.views.get_mut(*i),
            Place::Table(_) => None,
        }
    }

    fn add_table(&mut self, oid: Oid, table: Table) {
        self.places.insert(oid, Place::Table(self.tables.len()));
        self.tables.push(table);
    }

    fn add_view(&mut self, oid: Oid, view: View) {
        self.places.insert(oid, Place::View(self.views.len()));
        self.views.push(view);
    }

    /// Moves the tables and views into a model, sorted by name.
    pub(super) fn finish(mut self, model: &mut Model) {
        for table in &mut self.tables {
            sort_parts(table);
        }
        for view in &mut self.views {
            view.indexes.sort_by(|a, b| a.name.cmp(&b.name));
            view.reads.sort();
            view.reads.dedup();
        }
        self.tables.sort_by(|a, b| a.name.cmp(&b.name));
        self.views.sort_by(|a, b| a.name.cmp(&b.name));
        model.tables = self.tables;
        model.views = self.views;
    }
}

const RELATIONS: &str = "
select c.oid, nullif(n.nspname::text, $2) as schema, c.relname::text as name, c.relkind::text as kind,
    c.relpersistence = 'u' as unlogged, c.relrowsecurity as row_security, c.relforcerowsecurity as force_row_security,
    c.reloptions as options, t.reloptions as toast_options,
    case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partition_key,
    pg_get_expr(c.relpartbound, c.oid) as bound,
    nullif(pn.nspname::text, $2) as parent_schema, pc.relname::text as parent
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_class t on t.oid = c.reltoastrelid
left join pg_inherits i on i.inhrelid = c.oid and c.relispartition
left join pg_class pc on pc.oid = i.inhparent
left join pg_namespace pn on pn.oid = pc.relnamespace
where c.relnamespace = any($1) and c.relkind in ('r', 'p', 'v', 'm') and not exists (
    select from pg_depend e
    where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.objsubid = 0 and e.deptype = 'e'
)
order by c.oid";

row! {
    /// A table or a view.
    struct RelationRow {
        oid: Oid,
        schema: Option<String>,
        name: String,
        kind: String,
        unlogged: bool,
        row_security: bool,
        force_row_security: bool,
        options: Option<Vec<String>>,
        toast_options: Option<Vec<String>>,
        partition_key: Option<String>,
        bound: Option<String>,
        parent_schema: Option<String>,
        parent: Option<String>,
    }
}

/// Reads tables and views, without their parts.
pub(super) async fn relations(catalog: &mut Catalog<'_>) -> sqlx::Result<Relations> {
    let mut relations = Relations::default();
    let rows: Vec<RelationRow> = catalog.rows(RELATIONS).await?;
    for row in rows {
        let oid = row.oid;
        let comment = catalog.comment(class::RELATION, oid, 0);
        let is_view = row.kind == "v" || row.kind == "m";
        if is_view {
            let view = View {
                comment,
                ..view(row)
            };
            relations.add_view(oid, view);
        } else {
            let table = Table {
                comment,
                ..table(row)
            };
            relations.add_table(oid, table);
        }
    }
    Ok(relations)
}

fn view(row: RelationRow) -> View {
    let name = name(row.schema, row.name);
    View {
        materialized: row.kind == "m",
        options: options(row.options),
        ..View::new(name, "")
    }
}

fn table(row: RelationRow) -> Table {
    let toast = options::<Vec<_>>(row.toast_options);
    let toast = toast
        .into_iter()
        .map(|(name, value)| (format!("toast.{name}"), value));
    let mut table = Table::new(name(row.schema, row.name));
    table.options = options(row.options);
    table.options.extend(toast);
    table.unlogged = row.unlogged;
    table.row_security = match (row.row_security, row.force_row_security) {
        (false, false) => RowSecurity::Off,
        (false, true) => RowSecurity::OffForced,
        (true, false) => RowSecurity::Enabled,
        (true, true) => RowSecurity::Forced,
    };
    table.partition_by = row.partition_key.as_deref().and_then(partition_by);
    table.partition_of = row
        .parent
        .zip(row.bound)
        .map(|(parent, bound)| PartitionOf {
            parent: name(row.parent_schema, parent),
            bound: lower(&bound),
        });
    table
}

/// Reads `RANGE (created_at)`.
fn partition_by(definition: &str) -> Option<PartitionBy> {
    let (strategy, key) = definition.split_once(' ')?;
    let strategy = match strategy {
        "RANGE" => PartitionStrategy::Range,
        "LIST" => PartitionStrategy::List,
        _ => PartitionStrategy::Hash,
    };
    let key = key.strip_prefix('(')?.strip_suffix(')')?;
    Some(PartitionBy {
        strategy,
        key: key.to_owned(),
    })
}

/// Sorts the parts of a table by name.
pub(crate) fn sort_parts(table: &mut Table) {
    table.uniques.sort_by(|a, b| a.name.cmp(&b.name));
    table.checks.sort_by(|a, b| a.name.cmp(&b.name));
    table.foreign_keys.sort_by(|a, b| a.name.cmp(&b.name));
    table.exclusions.sort_by(|a, b| a.name.cmp(&b.name));
    table.indexes.sort_by(|a, b| a.name.cmp(&b.name));
    table.triggers.sort_by(|a, b| a.name.cmp(&b.name));
    table.policies.sort_by(|a, b| a.name.cmp(&b.name));
}
