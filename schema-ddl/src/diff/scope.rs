//! The objects that a table and its parts use.

use std::collections::HashMap;

use super::ids;
use crate::model::{
    Column, DataType, ForeignKey, Index, IndexOn, Kind, Model, Name, ObjectId, Table,
};
use crate::sql::constraint::Constraint;
use crate::sql::expression::{Mention, mentions};

/// Finds objects of one model by their names.
pub(crate) struct Scope<'a> {
    tables: HashMap<&'a Name, &'a Table>,
    functions: HashMap<&'a str, Vec<ObjectId>>,
    types: HashMap<&'a str, Vec<ObjectId>>,
    sequences: HashMap<&'a str, Vec<ObjectId>>,
}

impl<'a> Scope<'a> {
    pub(crate) fn new(model: &'a Model) -> Self {
        let mut this = Self {
            tables: model.tables.iter().map(|one| (&one.name, one)).collect(),
            functions: HashMap::new(),
            types: HashMap::new(),
            sequences: HashMap::new(),
        };
        for routine in &model.routines {
            let name = routine.name.name.as_str();
            this.functions
                .entry(name)
                .or_default()
                .push(ids::routine(routine));
        }
        let enums = model.enums.iter().map(|one| (Kind::Enum, &one.name));
        let domains = model.domains.iter().map(|one| (Kind::Domain, &one.name));
        let composites = model.composites.iter();
        let composites = composites.map(|one| (Kind::Composite, &one.name));
        for (kind, name) in enums.chain(domains).chain(composites) {
            let id = ObjectId::new(kind, name.clone());
            this.types.entry(&name.name).or_default().push(id);
        }
        for sequence in &model.sequences {
            let id = ObjectId::new(Kind::Sequence, sequence.name.clone());
            this.sequences
                .entry(&sequence.name.name)
                .or_default()
                .push(id);
        }
        this
    }

    pub(super) fn tables(&self) -> impl Iterator<Item = &'a Table> {
        self.tables.values().copied()
    }

    pub(super) fn table(&self, name: &Name) -> Option<&'a Table> {
        self.tables.get(name).copied()
    }

    /// True if the model has the sequence.
    pub(super) fn has_sequence(&self, id: &ObjectId) -> bool {
        let all = self.sequences.get(id.name.name.as_str());
        all.is_some_and(|all| all.contains(id))
    }

    /// True if the type is an enum.
    pub(super) fn is_enum(&self, data_type: &DataType) -> bool {
        self.data_type(data_type)
            .iter()
            .any(|id| id.kind == Kind::Enum)
    }

    /// True if the type is a composite type.
    pub(super) fn is_composite(&self, data_type: &DataType) -> bool {
        self.data_type(data_type)
            .iter()
            .any(|id| id.kind == Kind::Composite)
    }

    /// Returns the objects that a type is.
    pub(super) fn data_type(&self, data_type: &DataType) -> Vec<ObjectId> {
        if data_type.built_in {
            return Vec::new();
        }
        let name = &data_type.name;
        let types = self.types.get(name.name.as_str()).into_iter().flatten();
        let types = types.filter(|id| id.name == *name).cloned();
        let row = self.tables.get(name);
        types
            .chain(row.map(|table| ids::table(&table.name)))
            .collect()
    }

    /// Returns the objects that an expression uses, among them columns of a table.
    pub(super) fn expression(&self, table: &Table, text: &str) -> Vec<ObjectId> {
        let mut used = Vec::new();
        for mention in mentions(text) {
            let (map, name) = match mention {
                Mention::Column(name) => {
                    used.extend(table.column(&name).map(|_| ids::column(&table.name, &name)));
                    continue;
                }
                Mention::Function(name) => (&self.functions, name),
                Mention::Type(name) => (&self.types, name),
                Mention::Text(text) => (&self.sequences, last_name(&text)),
            };
            used.extend(map.get(name.as_str()).into_iter().flatten().cloned());
        }
        used
    }

    /// Returns the functions that an expression may call.
    pub(super) fn functions(&self, text: &str) -> Vec<ObjectId> {
        let mentions = mentions(text).into_iter();
        let names = mentions.filter_map(|mention| match mention {
            Mention::Function(name) => Some(name),
            _ => None,
        });
        names
            .flat_map(|name| self.functions.get(name.as_str()).into_iter().flatten())
            .cloned()
            .collect()
    }

    /// Returns the objects that a column uses.
    pub(super) fn column(&self, table: &Table, column: &Column) -> Vec<ObjectId> {
        let mut used = self.data_type(&column.data_type);
        used.extend(self.default(table, column));
        if let Some(generated) = &column.generated {
            used.extend(self.expression(table, &generated.expression));
        }
        used
    }

    /// Returns the objects that the default of a column uses.
    pub(super) fn default(&self, table: &Table, column: &Column) -> Vec<ObjectId> {
        let default = column.default.as_deref();
        default.map_or_else(Vec::new, |text| self.expression(table, text))
    }

    /// Returns the objects that a constraint uses, except its table.
    pub(crate) fn constraint(&self, table: &Table, constraint: Constraint<'_>) -> Vec<ObjectId> {
        let own = |names: &[String]| -> Vec<ObjectId> {
            let ids = names.iter().map(|name| ids::column(&table.name, name));
            ids.collect()
        };
        match constraint {
            Constraint::PrimaryKey(key) => [own(&key.columns), own(&key.include)].concat(),
            Constraint::Unique(unique) => [own(&unique.columns), own(&unique.include)].concat(),
            Constraint::Check(check) => self.expression(table, &check.expression),
            Constraint::Exclusion(exclusion) => {
                let elements = exclusion.elements.iter();
                let mut used: Vec<ObjectId> = elements
                    .flat_map(|element| self.element(table, &element.on))
                    .collect();
                let filter = exclusion.filter.iter();
                used.extend(filter.flat_map(|text| self.expression(table, text)));
                used
            }
            Constraint::ForeignKey(key) => {
                let mut used = own(&key.columns);
                used.push(ids::table(&key.table));
                let columns = key.references.iter();
                used.extend(columns.map(|column| ids::column(&key.table, column)));
                used.extend(self.referenced_keys(key));
                used
            }
        }
    }

    /// Returns the indexes that can be the referenced key, and the columns that they include.
    fn referenced_keys(&self, key: &ForeignKey) -> Vec<ObjectId> {
        let Some(table) = self.table(&key.table) else {
            return Vec::new();
        };
        let sorted = |names: &[String]| {
            let mut names = names.to_vec();
            names.sort_unstable();
            names
        };
        let wanted = sorted(&key.references);
        let mut used = Vec::new();
        let mut add = |name: &str, include: &[String]| {
            used.push(ids::index(&table.name, name));
            // The server cannot build the index again for another type of these while it is referenced.
            let columns = include.iter();
            used.extend(columns.map(|column| ids::column(&table.name, column)));
        };
        for one in Constraint::all(table) {
            match one {
                Constraint::PrimaryKey(key) if sorted(&key.columns) == wanted => {
                    add(&key.name, &key.include);
                }
                Constraint::Unique(unique) if sorted(&unique.columns) == wanted => {
                    add(&unique.name, &unique.include);
                }
                _ => {}
            }
        }
        for index in table.indexes.iter().filter(|index| index.unique) {
            let elements = index.elements.iter();
            let columns = elements.filter_map(|element| match &element.on {
                IndexOn::Column(name) => Some(name.clone()),
                IndexOn::Expression(_) => None,
            });
            if sorted(&columns.collect::<Vec<_>>()) == wanted {
                add(&index.name, &index.include);
            }
        }
        used
    }

    fn element(&self, table: &Table, on: &IndexOn) -> Vec<ObjectId> {
        match on {
            IndexOn::Column(name) => vec![ids::column(&table.name, name)],
            IndexOn::Expression(text) => self.expression(table, text),
        }
    }

    /// Returns the objects that an index uses, except its table.
    pub(crate) fn index(&self, table: &Table, index: &Index) -> Vec<ObjectId> {
        let elements = index.elements.iter();
        let mut used: Vec<ObjectId> = elements
            .flat_map(|element| self.element(table, &element.on))
            .collect();
        let include = index.include.iter();
        used.extend(include.map(|name| ids::column(&table.name, name)));
        let filter = index.filter.iter();
        used.extend(filter.flat_map(|text| self.expression(table, text)));
        used
    }

    /// Returns the objects whose types an index depends on in a way that the server cannot adapt: all in expressions, and
    /// columns with an operator class.
    pub(super) fn fixed_types(&self, table: &Table, index: &Index) -> Vec<ObjectId> {
        let elements = index.elements.iter();
        let elements = elements.filter(|element| {
            element.operator_class.is_some() || matches!(element.on, IndexOn::Expression(_))
        });
        let mut used: Vec<ObjectId> = elements
            .flat_map(|element| self.element(table, &element.on))
            .collect();
        let filter = index.filter.iter();
        used.extend(filter.flat_map(|text| self.expression(table, text)));
        used
    }
}

/// Returns the last part of a name in a string: `seq` of `"clinic"."seq"`.
fn last_name(text: &str) -> String {
    let mut parts = text.rsplit('.');
    let last = parts.next().unwrap_or_default();
    match last.strip_suffix('"') {
        Some(_) => text
            .strip_suffix('"')
            .and_then(|text| text.rsplit_once('"'))
            .map_or_else(String::new, |(_, name)| name.to_owned()),
        None => last.to_lowercase(),
    }
}
