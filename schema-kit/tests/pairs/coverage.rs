//! What a run has tested: each kind of object, and each property of a model, with the changes that were made.
//!
//! The properties are those that `serde` knows. So a field that is added to a model is listed as missing until pairs change
//! it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use schema_ddl::diff::{Renames, Verb};
use schema_ddl::model::{self, Kind, Model};
use schema_kit::plan::Plan;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Changes of kinds that no plan makes.
const NO_SUCH_CHANGE: [(Kind, Verb); 1] = [
    // The servers of the tests have one version of each extension.
    (Kind::Extension, Verb::Alter),
];

/// The kinds that keep their contents under another name.
const RENAMED: [Kind; 2] = [Kind::Table, Kind::Column];

/// Properties that no pair changes.
const NO_CHANGE: [&str; 5] = [
    // It follows from the name of the index and its columns.
    "AttachedIndex.is_named",
    // The servers of the tests have one version of each extension.
    "Extension.version",
    // Nobody wants an invalid index.
    "Index.invalid",
    // The server writes the names of the columns of a view into its query.
    "View.columns",
    // It only says how a view is created.
    "View.no_data",
];

/// A name, and a function that lists what belongs to it.
type List = (&'static str, fn() -> Vec<String>);

/// The properties of the types of a model.
const TYPES: [List; 32] = [
    ("Model", fields::<Model>),
    ("Namespace", fields::<model::Namespace>),
    ("Extension", fields::<model::Extension>),
    ("Role", fields::<model::Role>),
    ("Enum", fields::<model::Enum>),
    ("Domain", fields::<model::Domain>),
    ("Composite", fields::<model::Composite>),
    ("Field", fields::<model::Field>),
    ("Sequence", fields::<model::Sequence>),
    ("SequenceOptions", fields::<model::SequenceOptions>),
    ("Routine", fields::<model::Routine>),
    ("Table", fields::<model::Table>),
    ("Column", fields::<model::Column>),
    ("Identity", fields::<model::Identity>),
    ("Generated", fields::<model::Generated>),
    ("PrimaryKey", fields::<model::PrimaryKey>),
    ("Unique", fields::<model::Unique>),
    ("Check", fields::<model::Check>),
    ("ForeignKey", fields::<model::ForeignKey>),
    ("Exclusion", fields::<model::Exclusion>),
    ("ExclusionElement", fields::<model::ExclusionElement>),
    ("Index", fields::<model::Index>),
    ("IndexElement", fields::<model::IndexElement>),
    ("Trigger", fields::<model::Trigger>),
    ("Policy", fields::<model::Policy>),
    ("PartitionBy", fields::<model::PartitionBy>),
    ("PartitionOf", fields::<model::PartitionOf>),
    ("AttachedIndex", fields::<model::AttachedIndex>),
    ("View", fields::<model::View>),
    ("Grant", fields::<model::Grant>),
    ("DefaultPrivileges", fields::<model::DefaultPrivileges>),
    ("DefaultGrant", fields::<model::DefaultGrant>),
];

/// Properties with few values.
const VALUES: [List; 14] = [
    ("Role.attributes", names::<model::RoleAttribute>),
    ("Routine.kind", names::<model::RoutineKind>),
    ("Table.row_security", names::<model::RowSecurity>),
    ("PrimaryKey.deferrable", names::<model::Deferrable>),
    ("Unique.deferrable", names::<model::Deferrable>),
    ("Exclusion.deferrable", names::<model::Deferrable>),
    ("ForeignKey.deferrable", names::<model::Deferrable>),
    ("ForeignKey.match_type", names::<model::Match>),
    ("ForeignKey.on_delete", names::<model::Action>),
    ("ForeignKey.on_update", names::<model::Action>),
    ("Policy.command", names::<model::PolicyCommand>),
    ("PartitionBy.strategy", names::<model::PartitionStrategy>),
    ("Grant.privilege", names::<model::Privilege>),
    ("DefaultPrivileges.on", names::<model::ObjectClass>),
];

/// Returns the fields of a type of the model.
fn fields<T: DeserializeOwned>() -> Vec<String> {
    expected::<T>(r#"{"": 0}"#)
}

/// Returns the values of an enum of the model.
fn names<T: DeserializeOwned>() -> Vec<String> {
    expected::<T>(r#""""#)
}

/// Returns the names that an error of `serde` lists after `expected`, each between two backticks.
fn expected<T: DeserializeOwned>(json: &str) -> Vec<String> {
    let error = serde_json::from_str::<T>(json).err().unwrap().to_string();
    let (_, list) = error.split_once(", expected").unwrap();
    let names = list.split('`').skip(1).step_by(2);
    names.map(str::to_owned).collect()
}

/// Returns the type of a field that contains objects.
fn type_of(parent: &str, field: &str) -> Option<&'static str> {
    Some(match field {
        "namespaces" => "Namespace",
        "extensions" => "Extension",
        "roles" if parent == "Model" => "Role",
        "enums" => "Enum",
        "domains" => "Domain",
        "composites" => "Composite",
        "fields" => "Field",
        "sequences" => "Sequence",
        "sequence" => "SequenceOptions",
        "options" if parent == "Sequence" => "SequenceOptions",
        "routines" => "Routine",
        "tables" => "Table",
        "columns" if parent == "Table" => "Column",
        "identity" => "Identity",
        "generated" => "Generated",
        "primary_key" => "PrimaryKey",
        "uniques" => "Unique",
        "checks" => "Check",
        "foreign_keys" => "ForeignKey",
        "exclusions" => "Exclusion",
        "elements" if parent == "Exclusion" => "ExclusionElement",
        "elements" => "IndexElement",
        "indexes" => "Index",
        "triggers" => "Trigger",
        "policies" => "Policy",
        "partition_by" => "PartitionBy",
        "partition_of" => "PartitionOf",
        "attached" => "AttachedIndex",
        "views" => "View",
        "grants" if parent == "Model" => "Grant",
        "grants" => "DefaultGrant",
        "default_privileges" => "DefaultPrivileges",
        _ => return None,
    })
}

/// The properties that tell objects of a type apart.
fn identity(kind: &str) -> &'static [&'static str] {
    match kind {
        "Grant" => &["on", "role", "privilege"],
        "DefaultGrant" => &["role", "privilege"],
        "DefaultPrivileges" => &["creator", "schema", "on"],
        "Routine" => &["name", "arguments"],
        "Identity" | "Generated" | "SequenceOptions" | "PartitionBy" | "PartitionOf"
        | "PrimaryKey" | "IndexElement" | "ExclusionElement" => &[],
        _ => &["name"],
    }
}

/// How often a kind or a property was changed, by the change.
#[derive(Debug, Default)]
struct Counts(BTreeMap<&'static str, usize>);

impl Counts {
    fn add(&mut self, change: &'static str) {
        *self.0.entry(change).or_default() += 1;
    }

    fn of(&self, change: &str) -> usize {
        self.0.get(change).copied().unwrap_or_default()
    }

    fn extend(&mut self, other: Self) {
        for (change, count) in other.0 {
            *self.0.entry(change).or_default() += count;
        }
    }
}

/// The changes of a run.
#[derive(Debug, Default)]
pub(crate) struct Coverage {
    /// The changes of plans, by the kind of object.
    kinds: BTreeMap<Kind, Counts>,
    /// The differences of models, by the type and its property.
    properties: BTreeMap<String, Counts>,
    /// The values of properties.
    values: BTreeSet<(String, String)>,
}

impl Coverage {
    /// Counts what a pair changes.
    pub(crate) fn add(&mut self, plan: &Plan, before: &Model, after: &Model, renames: &Renames) {
        for change in &plan.changes {
            let counts = self.kinds.entry(change.object.kind).or_default();
            counts.add(verb(change.verb));
        }
        let before = renames.renamed(before, after).unwrap();
        let json = |model: &Model| serde_json::to_value(model).unwrap();
        self.compare("Model", &json(&before), &json(after));
    }

    pub(crate) fn extend(&mut self, other: Self) {
        for (kind, counts) in other.kinds {
            self.kinds.entry(kind).or_default().extend(counts);
        }
        for (property, counts) in other.properties {
            self.properties.entry(property).or_default().extend(counts);
        }
        self.values.extend(other.values);
    }

    fn compare(&mut self, kind: &'static str, old: &Value, new: &Value) {
        let (Value::Object(old), Value::Object(new)) = (old, new) else {
            return;
        };
        let fields: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        for field in fields {
            let property = format!("{kind}.{field}");
            let (old, new) = (old.get(field), new.get(field));
            if let Some(of) = type_of(kind, field) {
                self.compare_objects(&property, of, &objects(of, old), &objects(of, new));
                continue;
            }
            self.note(&property, old);
            self.note(&property, new);
            if let Some(change) = change(old, new) {
                self.properties.entry(property).or_default().add(change);
            }
        }
    }

    fn compare_objects(
        &mut self,
        property: &str,
        of: &'static str,
        old: &BTreeMap<String, &Value>,
        new: &BTreeMap<String, &Value>,
    ) {
        let all: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        for one in all {
            let (old, new) = (old.get(one).copied(), new.get(one).copied());
            if let Some(change) = change(old, new) {
                let counts = self.properties.entry(property.to_owned()).or_default();
                counts.add(change);
            }
            let empty = Value::Object(serde_json::Map::new());
            match (old, new) {
                (Some(old), Some(new)) => self.compare(of, old, new),
                // Only its values count.
                (Some(one), None) | (None, Some(one)) => {
                    let mut inner = Self::default();
                    inner.compare(of, &empty, one);
                    self.values.extend(inner.values);
                }
                (None, None) => {}
            }
        }
    }

    /// Remembers a value, or those of a list.
    fn note(&mut self, property: &str, value: Option<&Value>) {
        match value {
            Some(Value::String(text)) => {
                self.values.insert((property.to_owned(), text.clone()));
            }
            Some(Value::Array(list)) => {
                for one in list {
                    self.note(property, Some(one));
                }
            }
            _ => {}
        }
    }

    /// What the run has not tested.
    pub(crate) fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        for kind in kinds() {
            let none = Counts::default();
            let counts = self.kinds.get(&kind).unwrap_or(&none);
            for change in [Verb::Create, Verb::Alter, Verb::Drop, Verb::Rename] {
                let exists = change != Verb::Rename || RENAMED.contains(&kind);
                let exists = exists && !NO_SUCH_CHANGE.contains(&(kind, change));
                if exists && counts.of(verb(change)) == 0 {
                    missing.push(format!("{change} {}", kind.word()));
                }
            }
        }
        for (kind, fields) in TYPES {
            for field in fields() {
                let property = format!("{kind}.{field}");
                let is_identity = identity(kind).contains(&field.as_str());
                let is_changed = self.properties.contains_key(&property);
                if !is_identity && !is_changed && !NO_CHANGE.contains(&property.as_str()) {
                    missing.push(format!("a change of {property}"));
                }
            }
        }
        for (property, values) in VALUES {
            for value in values() {
                let one = (property.to_owned(), value);
                if !self.values.contains(&one) {
                    missing.push(format!("{} of {property}", one.1));
                }
            }
        }
        missing
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verbs = ["create", "alter", "drop", "rename"];
        writeln!(
            f,
            "{:32}{:>8}{:>8}{:>8}{:>8}",
            "kind", "create", "alter", "drop", "rename"
        )?;
        for (kind, counts) in &self.kinds {
            write!(f, "{:32}", kind.word())?;
            for verb in verbs {
                write!(f, "{:>8}", counts.of(verb))?;
            }
            writeln!(f)?;
        }
        writeln!(
            f,
            "{:32}{:>8}{:>8}{:>8}",
            "property", "added", "changed", "removed"
        )?;
        for (property, counts) in &self.properties {
            write!(f, "{property:32}")?;
            for change in ["added", "changed", "removed"] {
                write!(f, "{:>8}", counts.of(change))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

fn kinds() -> Vec<Kind> {
    let names = names::<Kind>().into_iter();
    names
        .map(|name| serde_json::from_value(Value::String(name)).unwrap())
        .collect()
}

const fn verb(verb: Verb) -> &'static str {
    match verb {
        Verb::Create => "create",
        Verb::Alter => "alter",
        Verb::Drop => "drop",
        Verb::Rename => "rename",
    }
}

/// Returns the objects of a field by what tells them apart.
fn objects<'a>(of: &str, value: Option<&'a Value>) -> BTreeMap<String, &'a Value> {
    let list = match value {
        Some(Value::Array(list)) => list.iter().collect(),
        None | Some(Value::Null) => Vec::new(),
        Some(one) => vec![one],
    };
    let key = |(at, one): (usize, &'a Value)| {
        let parts = identity(of).iter().map(|part| one[*part].to_string());
        let parts: Vec<String> = parts.collect();
        match parts.as_slice() {
            [] => (at.to_string(), one),
            parts => (parts.join(" "), one),
        }
    };
    list.into_iter().enumerate().map(key).collect()
}

/// Returns how a property changes. What is false, empty or null is not there.
fn change(old: Option<&Value>, new: Option<&Value>) -> Option<&'static str> {
    let is_there = |value: &&Value| match value {
        Value::Null | Value::Bool(false) => false,
        Value::Array(list) => !list.is_empty(),
        Value::Object(map) => !map.is_empty(),
        _ => true,
    };
    match (old.filter(is_there), new.filter(is_there)) {
        (None, Some(_)) => Some("added"),
        (Some(_), None) => Some("removed"),
        (Some(old), Some(new)) if old != new => Some("changed"),
        _ => None,
    }
}
