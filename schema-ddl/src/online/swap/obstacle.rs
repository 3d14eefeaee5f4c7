//! The reasons why a column cannot be replaced by another one.

use std::collections::{HashMap, HashSet};

use super::super::OnlineOptions;
use crate::diff::{Action, Scope, Verb, readers};
use crate::hazard::reads;
use crate::model::{
    Column, DataType, Domain, ForeignKey, Kind, Model, Name, ObjectId, RowSecurity, Table, Trigger,
    UPDATED_AT_PREFIX, is_of_swap, swap_trigger,
};
use crate::sql::lexer;

/// Finds what prevents a column from being replaced.
pub(super) struct Obstacles<'a, 'b> {
    pub(super) from: &'a Model,
    pub(super) to: &'a Model,
    /// The objects of both by their names.
    pub(super) scopes: [Scope<'a>; 2],
    options: &'b OnlineOptions,
    /// The objects that read each column.
    readers: HashMap<ObjectId, Vec<ObjectId>>,
    /// Objects that only the old model has.
    pub(super) gone: HashSet<&'b ObjectId>,
    /// Objects that are renamed or changed in place.
    pub(super) altered: HashSet<&'b ObjectId>,
    /// Objects that get another form, or are created or dropped.
    pub(super) touched: HashSet<&'b ObjectId>,
    /// The number of actions on each column.
    actions: HashMap<&'b ObjectId, usize>,
}

/// A column before and after.
pub(super) struct Pair<'a> {
    pub(super) before: &'a Table,
    pub(super) table: &'a Table,
    pub(super) old: &'a Column,
    pub(super) new: &'a Column,
}

impl<'a, 'b> Obstacles<'a, 'b> {
    pub(super) fn new(
        actions: &'b [Action],
        from: &'a Model,
        to: &'a Model,
        options: &'b OnlineOptions,
    ) -> Self {
        let of_verb = |verb| {
            let actions = actions.iter().filter(move |action| action.verb == verb);
            actions.map(|action| &action.object)
        };
        let created: HashSet<&ObjectId> = of_verb(Verb::Create).collect();
        let mut by_column: HashMap<&ObjectId, usize> = HashMap::new();
        for action in actions {
            *by_column.entry(&action.object).or_default() += 1;
        }
        Self {
            from,
            to,
            scopes: [Scope::new(from), Scope::new(to)],
            options,
            readers: readers(from),
            gone: of_verb(Verb::Drop)
                .filter(|id| !created.contains(id))
                .collect(),
            altered: of_verb(Verb::Alter).chain(of_verb(Verb::Rename)).collect(),
            touched: actions
                .iter()
                .flat_map(|action| action.produces.iter().chain(&action.destroys))
                .collect(),
            actions: by_column,
        }
    }

    /// Returns the first reason against it, as the end of a sentence.
    pub(super) fn find(&self, pair: &Pair<'_>) -> Option<String> {
        let id = ObjectId::part(
            Kind::Column,
            pair.table.name.clone(),
            pair.new.name.as_str(),
        );
        self.of_column(pair, &id)
            .or_else(|| self.of_table(pair))
            .or_else(|| generated(pair))
            .or_else(|| triggers(pair))
            .or_else(|| self.of_others(pair, &id))
    }

    fn of_column(&self, pair: &Pair<'_>, id: &ObjectId) -> Option<String> {
        let (old, new) = (pair.old, pair.new);
        if old.identity.is_some() || new.identity.is_some() {
            return Some("it is an identity column".into());
        }
        if old.generated.is_some() || new.generated.is_some() {
            return Some("it is a generated column".into());
        }
        if self.actions.get(id).is_some_and(|count| *count > 1) {
            return Some("an object changes that its default uses".into());
        }
        let owner = (pair.table.name.clone(), new.name.clone());
        let sequences = self.from.sequences.iter().chain(&self.to.sequences);
        let mut of_column = sequences.filter(|one| one.owned_by.as_ref() == Some(&owner));
        if let Some(sequence) = of_column.next() {
            return Some(format!("the sequence {} belongs to it", sequence.name));
        }
        let is_row = is_row(self.from, &old.data_type) || is_row(self.to, &new.data_type);
        if is_row {
            return Some("a row with a NULL in it is not like a NULL".into());
        }
        let domain = domain(self.to, &new.data_type);
        let is_plain =
            |one: &Domain| !one.not_null && one.checks.is_empty() && one.default.is_none();
        if domain.is_some_and(|domain| !is_plain(domain)) {
            let data_type = &new.data_type;
            return Some(format!("{data_type} has constraints or a default"));
        }
        let grants = self.from.grants.iter().chain(&self.to.grants);
        let mut grants = grants.map(|grant| &grant.on);
        if grants.any(|on| on == id) {
            return Some("roles have privileges on it".into());
        }
        None
    }

    fn of_table(&self, pair: &Pair<'_>) -> Option<String> {
        let both = [pair.before, pair.table];
        if both.iter().any(|table| table.partition_by.is_some()) {
            return Some("its table is partitioned".into());
        }
        if both.iter().any(|table| table.partition_of.is_some()) {
            return Some("its table is a partition".into());
        }
        let mut security = both.iter().map(|table| table.row_security);
        if security.any(|state| matches!(state, RowSecurity::Forced | RowSecurity::OffForced)) {
            return Some("policies apply to the owner of its table".into());
        }
        let name = &pair.table.name;
        let columns = self.from.tables.iter().flat_map(|table| &table.columns);
        let mut types: Vec<&DataType> = columns.map(|column| &column.data_type).collect();
        types.extend(self.from.domains.iter().map(|domain| &domain.base));
        let fields = self.from.composites.iter().flat_map(|one| &one.fields);
        types.extend(fields.map(|field| &field.data_type));
        if types.iter().any(|one| !one.built_in && one.name == *name) {
            return Some("another column contains rows of its table".into());
        }
        None
    }

    /// Objects outside of the table.
    fn of_others(&self, pair: &Pair<'_>, id: &ObjectId) -> Option<String> {
        let references = |key: &&ForeignKey| {
            key.table == pair.table.name && has(&key.references, &pair.new.name)
        };
        let models = [self.from, self.to];
        let mut tables = models.into_iter().flat_map(|model| &model.tables);
        if let Some(table) =
            tables.find(|table| table.foreign_keys.iter().any(|key| references(&key)))
        {
            return Some(format!("a foreign key of {} references it", table.name));
        }
        let mut readers = self.readers.get(id).into_iter().flatten();
        let table = pair.before;
        let own = |reader: &&ObjectId| match reader.kind {
            Kind::Constraint => reader.name == table.name,
            Kind::Index => {
                let mut indexes = table.indexes.iter();
                indexes.any(|one| table.name.beside(one.name.as_str()) == reader.name)
            }
            _ => false,
        };
        if let Some(reader) = readers.find(|reader| !self.gone.contains(reader) && !own(reader)) {
            return Some(format!("{reader} uses it"));
        }
        None
    }

    /// Reasons that only the server knows.
    pub(super) fn fixed(&self, id: &ObjectId) -> Option<String> {
        let mut fixed = self.options.fixed.iter();
        let fixed =
            fixed.find(|one| one.table == id.name && id.part.as_ref() == Some(&one.column))?;
        Some(fixed.reason.clone())
    }
}

/// Generated columns of the table.
fn generated(pair: &Pair<'_>) -> Option<String> {
    let (name, column) = (&pair.table.name, pair.new.name.as_str());
    for table in [pair.before, pair.table] {
        let generated = table.columns.iter().find(|one| {
            let generated = one.generated.as_ref();
            generated.is_some_and(|generated| reads(&generated.expression, column))
        });
        if let Some(generated) = generated {
            let id = ObjectId::part(Kind::Column, name.clone(), generated.name.as_str());
            return Some(format!("{id} is computed from it"));
        }
    }
    None
}

/// Triggers that fire when the rows are filled. Those of `updated_at` columns have no effect then.
fn triggers(pair: &Pair<'_>) -> Option<String> {
    let both = [pair.before, pair.table].into_iter();
    let triggers = both.flat_map(|table| &table.triggers);
    let mut triggers = triggers.filter(|one| !is_of_swap(&one.name));
    let own = swap_trigger(&pair.new.name);
    triggers.find_map(|one| {
        let id = ObjectId::part(Kind::Trigger, pair.table.name.clone(), &*one.name);
        if !one.name.starts_with(UPDATED_AT_PREFIX) && is_fired(one) {
            return Some(format!("{id} fires when the rows are filled"));
        }
        // Triggers fire in the order of their names.
        (one.name > own).then(|| format!("{id} could change it after it is copied"))
    })
}

fn has(columns: &[String], column: &str) -> bool {
    columns.iter().any(|one| one == column)
}

/// True if an update of a column without another use fires the trigger.
fn is_fired(trigger: &Trigger) -> bool {
    let tokens = lexer::code(&trigger.definition);
    let events = tokens.iter().take_while(|token| !token.is("on"));
    let events: Vec<_> = events.collect();
    let mut pairs = events.iter().enumerate();
    pairs.any(|(at, word)| {
        word.is("update") && !events.get(at + 1).is_some_and(|next| next.is("of"))
    })
}

fn domain<'m>(model: &'m Model, data_type: &DataType) -> Option<&'m Domain> {
    let mut domains = model.domains.iter();
    domains.find(|one| !data_type.built_in && one.name == data_type.name)
}

/// True for a type whose values are rows.
fn is_row(model: &Model, data_type: &DataType) -> bool {
    let name: &Name = &data_type.name;
    if data_type.built_in || data_type.array {
        return false;
    }
    match domain(model, data_type) {
        Some(domain) => is_row(model, &domain.base),
        None => {
            model.composites.iter().any(|one| one.name == *name)
                || model.table(name).is_some()
                || model.view(name).is_some()
        }
    }
}
