//! Tables and columns that keep their rows under another name.

use std::collections::{HashMap, HashSet};

use super::ids;
use super::renamed::{self, ColumnNames, TableNames};
use super::{Action, Cycle, Verb, sort};
use crate::model::{Model, Name, Table};
use crate::sql::quote;

/// Names of the new model and the names that the same objects have in the old one.
///
/// A rename is ignored if the old model has no such object, or if the new name was already in use there. So a rename can
/// stay in a program after it has been applied.
///
/// ```
/// use schema_ddl::diff::{Renames, diff};
/// use schema_ddl::model::{Column, DataType, Model, Name, Table};
///
/// let table = |name: &str, column: &str| Table {
///     columns: vec![Column::new(column, DataType::parse("text"))],
///     ..Table::new(Name::new(name))
/// };
/// let from = Model { tables: vec![table("users", "mail")], ..Model::default() };
/// let to = Model { tables: vec![table("people", "email")], ..Model::default() };
/// let renames = Renames {
///     tables: vec![(Name::new("users"), Name::new("people"))],
///     columns: vec![(Name::new("people"), "mail".into(), "email".into())],
/// };
/// let actions = diff(&from, &to, &renames)?;
/// let sql: Vec<&str> = actions.iter().flat_map(|one| &one.statements).map(String::as_str).collect();
/// assert_eq!(
///     sql,
///     [
///         r#"alter table "users" rename to "people""#,
///         r#"alter table "people" rename column "mail" to "email""#,
///     ]
/// );
/// # Ok::<(), schema_ddl::diff::Cycle>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renames {
    /// Old and new names of tables.
    pub tables: Vec<(Name, Name)>,
    /// New names of tables, and old and new names of their columns. A partition follows its table.
    pub columns: Vec<(Name, String, String)>,
}

impl Renames {
    /// Returns the old model as it is after the renames.
    ///
    /// # Errors
    ///
    /// If names are exchanged.
    pub fn renamed(&self, from: &Model, to: &Model) -> Result<Model, Cycle> {
        Ok(self.apply(from, to)?.0)
    }

    /// Returns the renames of the way back.
    ///
    /// ```
    /// use schema_ddl::diff::Renames;
    /// use schema_ddl::model::Name;
    ///
    /// let renames = Renames {
    ///     tables: vec![(Name::new("users"), Name::new("people"))],
    ///     columns: vec![(Name::new("people"), "mail".into(), "email".into())],
    /// };
    /// assert_eq!(renames.inverse().columns, [(Name::new("users"), "email".into(), "mail".into())]);
    /// ```
    #[must_use]
    pub fn inverse(&self) -> Self {
        let old = |name: &Name| {
            let table = self.tables.iter().find(|(_, new)| new == name);
            table.map_or_else(|| name.clone(), |(old, _)| old.clone())
        };
        let tables = self.tables.iter();
        let columns = self.columns.iter();
        Self {
            tables: tables
                .map(|(from, to)| (to.clone(), from.clone()))
                .collect(),
            columns: columns
                .map(|(table, from, to)| (old(table), to.clone(), from.clone()))
                .collect(),
        }
    }

    /// Returns the old model with the new names, and the actions that rename its objects.
    ///
    /// The texts of expressions change as they do on the server. Queries of views stay, because the server adds aliases to
    /// them.
    pub(super) fn apply(&self, from: &Model, to: &Model) -> Result<(Model, Vec<Action>), Cycle> {
        let mut model = from.clone();
        let pairs = self.valid_tables(from, to);
        let mut actions = sort(pairs.iter().map(|(old, new)| table(old, new)).collect())?;
        let names: TableNames<'_> = pairs.into_iter().collect();
        if !names.is_empty() {
            renamed::tables(&mut model, &names);
        }
        let mut columns = ColumnNames::new();
        let mut of_columns = Vec::new();
        for (name, old, new) in self.valid_columns(&model, to) {
            of_columns.push(column(name, old, new));
            let of_table = columns.entry(name.clone()).or_default();
            of_table.insert(old.to_owned(), new.to_owned());
        }
        actions.extend(sort(of_columns)?);
        if !columns.is_empty() {
            add_partitions(&model, &mut columns);
            renamed::columns(&mut model, &columns);
        }
        Ok((model, actions))
    }

    /// Returns the renames of tables that still have their old names.
    fn valid_tables<'a>(&'a self, from: &Model, to: &Model) -> Vec<(&'a Name, &'a Name)> {
        let old: HashSet<&Name> = from.tables.iter().map(|table| &table.name).collect();
        let new: HashSet<&Name> = to.tables.iter().map(|table| &table.name).collect();
        let (mut olds, mut news) = (HashSet::new(), HashSet::new());
        let mut pairs: Vec<(&Name, &Name)> = self
            .tables
            .iter()
            .map(|(from, to)| (from, to))
            .filter(|(from, to)| from != to && old.contains(from) && new.contains(to))
            .filter(|(from, to)| olds.insert(*from) && news.insert(*to))
            .collect();
        loop {
            let olds: HashSet<&Name> = pairs.iter().map(|(from, _)| *from).collect();
            let news: HashSet<&Name> = pairs.iter().map(|(_, to)| *to).collect();
            let before = pairs.len();
            // A name that is in both models is only free if its table is renamed, too.
            pairs.retain(|(from, to)| {
                (!old.contains(to) || olds.contains(to))
                    && (!new.contains(from) || news.contains(from))
            });
            if pairs.len() == before {
                return pairs;
            }
        }
    }

    /// Returns the renames of columns that still have their old names.
    fn valid_columns<'a>(&'a self, from: &Model, to: &Model) -> Vec<(&'a Name, &'a str, &'a str)> {
        let (from, to) = (by_name(from), by_name(to));
        let mut seen = HashSet::new();
        self.columns
            .iter()
            .filter(|(name, old, new)| {
                let (Some(from), Some(to)) = (from.get(name), to.get(name)) else {
                    return false;
                };
                from.partition_of.is_none()
                    && from.column(old).is_some()
                    && from.column(new).is_none()
                    && to.column(new).is_some()
                    && to.column(old).is_none()
            })
            .filter(|(name, old, new)| {
                seen.insert((name, true, old)) && seen.insert((name, false, new))
            })
            .map(|(name, old, new)| (name, old.as_str(), new.as_str()))
            .collect()
    }
}

fn by_name(model: &Model) -> HashMap<&Name, &Table> {
    model.tables.iter().map(|one| (&one.name, one)).collect()
}

/// A column of a partition has the name that it has in the table.
fn add_partitions(model: &Model, columns: &mut ColumnNames) {
    let mut partitions: HashMap<&Name, Vec<&Name>> = HashMap::new();
    for table in &model.tables {
        if let Some(place) = &table.partition_of {
            partitions
                .entry(&place.parent)
                .or_default()
                .push(&table.name);
        }
    }
    let mut open: Vec<Name> = columns.keys().cloned().collect();
    while let Some(parent) = open.pop() {
        for partition in partitions.remove(&parent).into_iter().flatten() {
            let names = columns.get(&parent).cloned().unwrap_or_default();
            columns.insert(partition.clone(), names);
            open.push(partition.clone());
        }
    }
}

fn table(old: &Name, new: &Name) -> Action {
    let mut statements = Vec::new();
    if old.schema != new.schema {
        statements.push(match &new.schema {
            Some(schema) => format!("alter table {old} set schema {}", quote::name(schema)),
            None => to_current_schema(old),
        });
    }
    if old.name != new.name {
        let moved = new.beside(&old.name);
        let name = quote::name(&new.name);
        statements.push(format!("alter table {moved} rename to {name}"));
    }
    Action {
        produces: vec![ids::table(new)],
        destroys: vec![ids::table(old)],
        requires: ids::of_namespace(new).into_iter().collect(),
        ..Action::new(Verb::Rename, ids::table(new), statements)
    }
}

/// `set schema` needs a name.
fn to_current_schema(table: &Name) -> String {
    let statement = table.to_string().replace('%', "%%");
    let statement = quote::literal(&format!("alter table {statement} set schema %I"));
    let body = format!("begin execute format({statement}, current_schema()); end");
    let mut tag = String::from("$$");
    while body.contains(&tag) {
        tag.insert(1, '_');
    }
    format!("do {tag} {body} {tag}")
}

fn column(table: &Name, old: &str, new: &str) -> Action {
    let names = format!("{} to {}", quote::name(old), quote::name(new));
    let statement = format!("alter table {table} rename column {names}");
    Action {
        produces: vec![ids::column(table, new)],
        destroys: vec![ids::column(table, old)],
        ..Action::new(Verb::Rename, ids::column(table, new), vec![statement])
    }
}
