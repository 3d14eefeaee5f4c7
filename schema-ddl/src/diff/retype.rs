//! Types that cannot be changed in place: an enum without one of its labels, a domain over another type.
//!
//! The old type gets another name, the new type is created, the columns are converted, and the old type is dropped.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Action, Verb, composite, domain, enumeration, ids, make};
use crate::model::{Column, Composite, DataType, Domain, Enum, Model, Name, ObjectId, Table};
use crate::sql::{self, comment, data_type, quote};

/// A type of a model.
#[derive(Debug, Clone, Copy)]
enum Type<'a> {
    Enum(&'a Enum),
    Domain(&'a Domain),
    Composite(&'a Composite),
}

impl<'a> Type<'a> {
    fn all(model: &'a Model) -> BTreeMap<&'a Name, Self> {
        let enums = model.enums.iter().map(|def| (&def.name, Self::Enum(def)));
        let domains = model
            .domains
            .iter()
            .map(|def| (&def.name, Self::Domain(def)));
        let composites = model.composites.iter();
        let composites = composites.map(|def| (&def.name, Self::Composite(def)));
        enums.chain(domains).chain(composites).collect()
    }

    fn id(self) -> ObjectId {
        match self {
            Self::Enum(def) => ids::enumeration(def),
            Self::Domain(def) => ids::domain(def),
            Self::Composite(def) => ids::composite(def),
        }
    }

    /// The types that it consists of.
    fn parts(self) -> Vec<&'a DataType> {
        match self {
            Self::Enum(_) => Vec::new(),
            Self::Domain(def) => vec![&def.base],
            Self::Composite(def) => def.fields.iter().map(|field| &field.data_type).collect(),
        }
    }

    fn has_part(self, names: &HashSet<&Name>) -> bool {
        let parts = self.parts();
        parts
            .into_iter()
            .any(|part| !part.built_in && names.contains(&part.name))
    }

    fn create(self) -> Vec<String> {
        let (statement, text) = match self {
            Self::Domain(def) => return domain::create(def),
            Self::Enum(def) => (sql::enumeration::create(def), &def.comment),
            Self::Composite(def) => (sql::composite::create(def), &def.comment),
        };
        let text = text
            .as_ref()
            .map(|text| comment::comment(&self.id(), Some(text)));
        [statement].into_iter().chain(text).collect()
    }
}

/// Types that are created again, by name, with their old and new form.
pub(super) struct Retyped<'a> {
    types: BTreeMap<&'a Name, (Type<'a>, Type<'a>)>,
}

impl<'a> Retyped<'a> {
    /// Finds the types that must be created again.
    pub(super) fn find(from: &'a Model, to: &'a Model) -> Self {
        let (old, new) = (Type::all(from), Type::all(to));
        let stored = Stored::new(from, &old);
        let both: Vec<(&Name, Type<'_>, Type<'_>)> = old
            .iter()
            .filter_map(|(name, old)| Some((*name, *old, *new.get(name)?)))
            .collect();
        let mut names: HashSet<&Name> = both
            .iter()
            .filter(|(name, old, new)| must_be_created_again(name, *old, *new, &stored))
            .map(|(name, ..)| *name)
            .collect();
        // A type that consists of another one follows it.
        loop {
            let before = names.len();
            for (name, old, new) in &both {
                if old.has_part(&names) && new.has_part(&names) {
                    names.insert(name);
                }
            }
            if names.len() == before {
                break;
            }
        }
        let types = both
            .into_iter()
            .filter(|(name, ..)| names.contains(name))
            .map(|(name, old, new)| (name, (old, new)))
            .collect();
        Self { types }
    }

    /// True if the type is created again.
    pub(super) fn contains(&self, name: &Name) -> bool {
        self.types.contains_key(name)
    }

    /// True if the values of the type consist of values of a type that is created again.
    fn follows(&self, ty: Type<'_>) -> bool {
        let mut parts = ty.parts().into_iter();
        parts.any(|part| !part.built_in && self.contains(&part.name))
    }
}

/// The types of values in tables.
#[derive(Default)]
struct Stored<'a> {
    all: HashSet<&'a Name>,
    /// Those of elements of arrays and of fields.
    inside: HashSet<&'a Name>,
}

impl<'a> Stored<'a> {
    fn new(model: &'a Model, types: &BTreeMap<&'a Name, Type<'a>>) -> Self {
        let columns = model.tables.iter().flat_map(|table| &table.columns);
        let mut open: Vec<(&DataType, bool)> =
            columns.map(|column| (&column.data_type, false)).collect();
        let mut this = Self::default();
        while let Some((next, is_inside)) = open.pop() {
            let Some(ty) = types.get(&next.name).filter(|_| !next.built_in) else {
                continue;
            };
            let is_inside = is_inside || next.array;
            let is_new = this.all.insert(&next.name);
            let is_new_inside = is_inside && this.inside.insert(&next.name);
            if is_new || is_new_inside {
                let is_inside = is_inside || matches!(ty, Type::Composite(_));
                open.extend(ty.parts().into_iter().map(|part| (part, is_inside)));
            }
        }
        this
    }
}

fn must_be_created_again(name: &Name, old: Type<'_>, new: Type<'_>, stored: &Stored<'_>) -> bool {
    match (old, new) {
        (Type::Enum(old), Type::Enum(new)) => !enumeration::only_grows(old, new),
        (Type::Domain(old), Type::Domain(new)) => {
            old.base != new.base
                || old.collate != new.collate
                // The server does not look into arrays and rows.
                || stored.inside.contains(name) && domain::checks_values(old, new)
        }
        (Type::Composite(old), Type::Composite(new)) => {
            !composite::keeps_order(old, new)
                || stored.all.contains(name) && composite::has_other_types(old, new)
        }
        _ => true,
    }
}

pub(super) fn diff(from: &Model, to: &Model, retyped: &Retyped<'_>) -> Vec<Action> {
    let mut columns = columns(from, to, retyped);
    let mut taken: HashSet<Name> = Type::all(from).into_keys().cloned().collect();
    taken.extend(from.tables.iter().map(|table| table.name.clone()));
    let old_names: HashMap<&Name, Name> = retyped
        .types
        .keys()
        .map(|name| (*name, old_name(name, &mut taken)))
        .collect();
    let mut actions = Vec::new();
    for (name, (old, new)) in &retyped.types {
        let old_name = &old_names[name];
        let old_id = ObjectId::new(old.id().kind, old_name.clone());
        let columns = columns.remove(name).unwrap_or_default();
        let rename = quote::name(&old_name.name);
        let mut statements = vec![format!("alter type {name} rename to {rename}")];
        statements.extend(new.create());
        statements.extend(convert(&columns, *old, *new, retyped));
        let ids = columns
            .iter()
            .map(|one| ids::column(&one.table.name, &one.new.name));
        let ids: Vec<ObjectId> = ids.collect();
        actions.push(Action {
            produces: [new.id()].into_iter().chain(ids.clone()).collect(),
            destroys: [old.id()].into_iter().chain(ids).collect(),
            releases: vec![old_id.clone()],
            ..Action::new(Verb::Alter, new.id(), statements)
        });
        let parts = old.parts().into_iter();
        let parts = parts.filter_map(|part| {
            let (old, _) = retyped.types.get(&part.name)?;
            Some(ObjectId::new(old.id().kind, old_names[&part.name].clone()))
        });
        let drop = make::drop(old_id, sql::enumeration::drop(old_name));
        actions.push(Action {
            releases: parts.collect(),
            ..drop
        });
    }
    actions
}

/// Returns a name for the old type that no other type and no table has.
fn old_name(name: &Name, taken: &mut HashSet<Name>) -> Name {
    // A name has at most 63 bytes.
    let mut end = name.name.len().min(55);
    while !name.name.is_char_boundary(end) {
        end -= 1;
    }
    let short = &name.name[..end];
    let mut old = name.beside(format!("{short}__old"));
    let mut number = 2;
    while !taken.insert(old.clone()) {
        old = name.beside(format!("{short}__old{number}"));
        number += 1;
    }
    old
}

/// A column with the same type in both models.
struct Use<'a> {
    table: &'a Table,
    old: &'a Column,
    new: &'a Column,
    /// The table of which this one is a partition, and which changes the type here as well.
    root: Option<&'a Table>,
}

/// Returns the columns of each type.
fn columns<'a>(
    from: &'a Model,
    to: &'a Model,
    retyped: &Retyped<'_>,
) -> HashMap<&'a Name, Vec<Use<'a>>> {
    let mut columns: HashMap<&Name, Vec<Use<'_>>> = HashMap::new();
    if retyped.types.is_empty() {
        return columns;
    }
    let by_name = |model: &'a Model| -> HashMap<&'a Name, &'a Table> {
        let tables = model.tables.iter();
        tables.map(|table| (&table.name, table)).collect()
    };
    let (old_tables, new_tables) = (by_name(from), by_name(to));
    for table in &to.tables {
        let Some(old_table) = old_tables.get(&table.name) else {
            continue;
        };
        for new in &table.columns {
            if let Some(old) = old_table.column(&new.name)
                && !new.data_type.built_in
                && old.data_type == new.data_type
                && retyped.contains(&new.data_type.name)
            {
                let uses = columns.entry(&new.data_type.name).or_default();
                uses.push(Use {
                    table,
                    old,
                    new,
                    root: root(table, &new_tables),
                });
            }
        }
    }
    columns
}

fn root<'a>(table: &'a Table, tables: &HashMap<&'a Name, &'a Table>) -> Option<&'a Table> {
    let mut root = None;
    let mut next = table.partition_of.as_ref();
    // The bound is for a model in which partitions contain each other.
    for _ in 0..tables.len() {
        let Some(parent) = next.and_then(|place| tables.get(&place.parent)) else {
            break;
        };
        root = Some(*parent);
        next = parent.partition_of.as_ref();
    }
    root
}

/// Returns one statement for each table, and those for the defaults of partitions.
fn convert(uses: &[Use<'_>], old: Type<'_>, new: Type<'_>, retyped: &Retyped<'_>) -> Vec<String> {
    let mut statements: Vec<(&Name, Vec<String>)> = Vec::new();
    for one in uses.iter().filter(|one| one.root.is_none()) {
        let column = quote::name(&one.new.name);
        let data_type = &one.new.data_type;
        let short = data_type::short(data_type);
        let mut clauses = Vec::new();
        if one.new.generated.is_some() {
            clauses.push(format!("alter column {column} type {short}"));
        } else {
            if one.old.default.is_some() {
                clauses.push(format!("alter column {column} drop default"));
            }
            let value = value(&column, data_type, old, new, retyped);
            clauses.push(format!("alter column {column} type {short} using {value}"));
            if let Some(default) = &one.new.default {
                clauses.push(format!("alter column {column} set default {default}"));
            }
        }
        match statements.last_mut() {
            Some((table, all)) if **table == one.table.name => all.extend(clauses),
            _ => statements.push((&one.table.name, clauses)),
        }
    }
    let partitions = uses.iter().filter_map(|one| {
        let root = one.root?.column(&one.new.name)?;
        let column = quote::name(&one.new.name);
        let clause = match &one.new.default {
            default if *default == root.default => return None,
            Some(default) => format!("alter column {column} set default {default}"),
            None => format!("alter column {column} drop default"),
        };
        Some((&one.table.name, vec![clause]))
    });
    statements
        .into_iter()
        .chain(partitions)
        .map(|(table, clauses)| format!("alter table {table} {}", clauses.join(", ")))
        .collect()
}

/// Returns the expression that converts a value. It fails on the server if a value has no place in the new type.
fn value(
    column: &str,
    data_type: &DataType,
    old: Type<'_>,
    new: Type<'_>,
    retyped: &Retyped<'_>,
) -> String {
    match (old, new) {
        (Type::Domain(_), Type::Domain(_)) if !retyped.follows(old) => {
            format!("{column}::{data_type}")
        }
        (Type::Composite(old), Type::Composite(new)) if !same_fields(old, new) => {
            if data_type.array {
                // The server has no conversion of arrays of rows. It refuses this one, so that no value is lost.
                return format!("{column}::{data_type}");
            }
            row(column, data_type, old, new, retyped)
        }
        _ => through_text(column, data_type),
    }
}

fn same_fields(old: &Composite, new: &Composite) -> bool {
    let fields = |def: &Composite| -> Vec<String> {
        let fields = def.fields.iter();
        fields
            .map(|field| format!("{} {}", field.name, field.data_type))
            .collect()
    };
    fields(old) == fields(new)
}

fn through_text(value: &str, data_type: &DataType) -> String {
    let array = if data_type.array { "[]" } else { "" };
    format!("{value}::text{array}::{data_type}")
}

fn row(
    column: &str,
    data_type: &DataType,
    old: &Composite,
    new: &Composite,
    retyped: &Retyped<'_>,
) -> String {
    let fields = new.fields.iter().map(|field| {
        let name = &field.name;
        if !old.fields.iter().any(|old| old.name == *name) {
            return format!("null::{}", field.data_type);
        }
        let value = format!("({column}).{}", quote::name(name));
        if !field.data_type.built_in && retyped.contains(&field.data_type.name) {
            through_text(&value, &field.data_type)
        } else {
            format!("{value}::{}", field.data_type)
        }
    });
    let fields: Vec<String> = fields.collect();
    let fields = fields.join(", ");
    format!("case when {column} is distinct from null then row({fields})::{data_type} end")
}
