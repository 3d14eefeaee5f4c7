//! The names that Postgres chooses, and the options of foreign keys.

use schema_ddl::model::{Action, Deferrable, ForeignKey, Table};

use super::Writer;
use super::attribute::pair;

/// The maximum length of a name, in bytes.
const MAX_NAME: usize = 63;

/// Decides which names must be written.
pub(super) struct Defaults<'a> {
    table: &'a Table,
    /// All names of constraints and indexes.
    all: Vec<&'a str>,
}

impl<'a> Defaults<'a> {
    pub(super) fn new(table: &'a Table) -> Self {
        let keys = table.primary_key.iter().map(|one| &one.name);
        let uniques = table.uniques.iter().map(|one| &one.name);
        let checks = table.checks.iter().map(|one| &one.name);
        let foreign = table.foreign_keys.iter().map(|one| &one.name);
        let exclusions = table.exclusions.iter().map(|one| &one.name);
        let indexes = table.indexes.iter().map(|one| &one.name);
        let all = keys
            .chain(uniques)
            .chain(checks)
            .chain(foreign)
            .chain(exclusions)
            .chain(indexes);
        Self {
            table,
            all: all.map(String::as_str).collect(),
        }
    }

    /// Returns `name = "…"` unless Postgres would choose the same name.
    pub(super) fn name(&self, name: &str, columns: &[&str], label: &str) -> Option<String> {
        let columns = columns.join("_");
        let columns = (label != "pkey").then_some(columns.as_str());
        let is_default = object_name(&self.table.name.name, columns, label) == name;
        let is_unique = self.all.iter().filter(|one| **one == name).count() < 2;
        (!is_default || !is_unique).then(|| pair("name", name))
    }
}

/// Returns `{table}_{columns}_{label}`, truncating the longer of the first two until the name fits.
fn object_name(table: &str, columns: Option<&str>, label: &str) -> String {
    let overhead = label.len() + 1 + usize::from(columns.is_some());
    let available = MAX_NAME.saturating_sub(overhead);
    let mut of_table = table.len();
    let mut of_columns = columns.map_or(0, str::len);
    while of_table + of_columns > available {
        if of_table > of_columns {
            of_table -= 1;
        } else {
            of_columns -= 1;
        }
    }
    let clip = |text: &str, length: usize| text[..text.floor_char_boundary(length)].to_owned();
    let mut name = clip(table, of_table);
    if let Some(columns) = columns {
        name.push('_');
        name.push_str(&clip(columns, of_columns));
    }
    name.push('_');
    name.push_str(label);
    name
}

/// Writes what follows `references`, and `references` itself.
pub(super) fn reference(writer: &Writer<'_>, key: &ForeignKey) -> Vec<String> {
    let target = writer.names.of(&key.table);
    let columns = key.references.iter();
    let columns = columns.map(|name| format!("{target}.{}", writer.names.field(&key.table, name)));
    let columns: Vec<String> = columns.collect();
    let mut items = vec![match &columns[..] {
        [one] => format!("references = {one}"),
        several => format!("references = ({})", several.join(", ")),
    }];
    for (word, action) in [("on_delete", key.on_delete), ("on_update", key.on_update)] {
        let action = match action {
            Action::NoAction => continue,
            Action::Restrict => "restrict",
            Action::Cascade => "cascade",
            Action::SetNull => "set_null",
            Action::SetDefault => "set_default",
        };
        items.push(format!("{word} = {action}"));
    }
    items.extend(deferrable(key.deferrable).map(str::to_owned));
    items.extend(state(key.not_valid, key.not_enforced).map(str::to_owned));
    items
}

/// Returns the word for the time at which a constraint is checked.
pub(super) const fn deferrable(time: Deferrable) -> Option<&'static str> {
    match time {
        Deferrable::No => None,
        Deferrable::InitiallyImmediate => Some("deferrable"),
        Deferrable::InitiallyDeferred => Some("initially_deferred"),
    }
}

/// Returns the word for the rows that a constraint is checked for.
pub(super) const fn state(not_valid: bool, not_enforced: bool) -> Option<&'static str> {
    match (not_valid, not_enforced) {
        (_, true) => Some("not_enforced"),
        (true, false) => Some("not_valid"),
        (false, false) => None,
    }
}
