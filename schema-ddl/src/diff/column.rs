//! Columns that are added, dropped and changed.

use super::cast::{self, Retype, is_same_base};
use super::context::Context;
use super::ids;
use super::{Action, Verb, identity};
use crate::model::{Column, Kind, ObjectId, Table};
use crate::sql::{column, comment, data_type, quote};

/// The columns of a table that stays.
pub(super) struct Columns<'a> {
    pub(super) old: &'a Table,
    pub(super) new: &'a Table,
    pub(super) pairs: Vec<Pair<'a>>,
    dropped: Vec<&'a Column>,
    added: Vec<&'a Column>,
}

/// A column that stays.
pub(super) struct Pair<'a> {
    pub(super) old: &'a Column,
    pub(super) new: &'a Column,
    pub(super) retype: Retype,
}

impl<'a> Columns<'a> {
    /// Decides what happens to each column.
    pub(super) fn plan(context: &Context<'_>, old: &'a Table, new: &'a Table) -> Self {
        let both = new.columns.iter();
        let both = both.filter_map(|column| Some((old.column(&column.name)?, column)));
        let mut pairs: Vec<Pair<'_>> = both
            .map(|(old_column, new_column)| Pair {
                old: old_column,
                new: new_column,
                retype: retype(context, (old, old_column), (new, new_column)),
            })
            .collect();
        // The server refuses to change a column that a generated column is computed from.
        let changed: Vec<ObjectId> = pairs
            .iter()
            .map(|pair| (pair, ids::column(&old.name, &pair.old.name)))
            .filter(|(pair, id)| pair.retype != Retype::No || context.converted.contains(id))
            .map(|(_, id)| id)
            .collect();
        for pair in &mut pairs {
            if let Some(generated) = &pair.old.generated {
                let used = context.old.expression(old, &generated.expression);
                if used.iter().any(|id| changed.contains(id)) {
                    pair.retype = Retype::Again;
                }
            }
        }
        let missing_in = |table: &'a Table| move |one: &&Column| table.column(&one.name).is_none();
        Self {
            old,
            new,
            pairs,
            dropped: old.columns.iter().filter(missing_in(new)).collect(),
            added: new.columns.iter().filter(missing_in(old)).collect(),
        }
    }

    /// Returns the actions of a table that has columns of its own.
    pub(super) fn actions(&self, context: &Context<'_>) -> Vec<Action> {
        let mut actions = Vec::new();
        for column in &self.dropped {
            actions.push(drop(context, self.old, column));
        }
        let again = self.pairs.iter();
        let again = again.filter(|pair| pair.retype == Retype::Again);
        for pair in again.clone() {
            actions.push(drop(context, self.old, pair.old));
        }
        for pair in &self.pairs {
            if pair.retype != Retype::Again {
                actions.extend(alter(context, self, pair));
            }
        }
        let again = again.map(|pair| pair.new);
        for column in self.added.iter().copied().chain(again) {
            actions.push(add(context, self.new, column));
        }
        actions
    }
}

fn retype(
    context: &Context<'_>,
    (old_table, old): (&Table, &Column),
    (new_table, new): (&Table, &Column),
) -> Retype {
    let same_base = is_same_base(&old.data_type, &new.data_type);
    let by_type = if !same_base {
        Retype::Other
    } else if old.data_type != new.data_type || old.collate != new.collate {
        Retype::Modifier
    } else {
        Retype::No
    };
    match (&old.generated, &new.generated) {
        (None, None) => by_type,
        (Some(generated), None) if generated.stored => by_type,
        (Some(from), Some(to)) if from.stored == to.stored && same_base => {
            let has_checks = !old_table.checks.is_empty() || !new_table.checks.is_empty();
            let refused = !to.stored && has_checks && from != to;
            let used = context.old.expression(old_table, &from.expression);
            if refused || context.any_gone(&used) {
                Retype::Again
            } else {
                by_type
            }
        }
        _ => Retype::Again,
    }
}

fn drop(context: &Context<'_>, table: &Table, one: &Column) -> Action {
    let mut releases = context.old.column(table, one);
    releases.push(ids::table(&table.name));
    let statements = vec![column::drop(&table.name, &one.name)];
    Action {
        destroys: context.with_partitions(&table.name, &one.name),
        releases,
        ..Action::new(Verb::Drop, ids::column(&table.name, &one.name), statements)
    }
}

fn add(context: &Context<'_>, table: &Table, one: &Column) -> Action {
    let mut requires = context.new.column(table, one);
    requires.push(ids::table(&table.name));
    let mut statements = vec![column::add(&table.name, one)];
    statements.extend(after_create(table, one));
    Action {
        produces: context.with_partitions(&table.name, &one.name),
        requires,
        ..Action::new(
            Verb::Create,
            ids::column(&table.name, &one.name),
            statements,
        )
    }
}

/// Returns the statements for what the definition of a column does not contain.
pub(super) fn after_create(table: &Table, one: &Column) -> Vec<String> {
    let statistics = one.statistics.map(|statistics| {
        let change = format!("set statistics {statistics}");
        column::alter(&table.name, &one.name, &change)
    });
    let comment = one.comment.as_deref();
    let comment =
        comment.map(|text| comment::comment(&ids::column(&table.name, &one.name), Some(text)));
    statistics.into_iter().chain(comment).collect()
}

fn alter(context: &Context<'_>, columns: &Columns<'_>, pair: &Pair<'_>) -> Vec<Action> {
    let (old_table, new_table) = (columns.old, columns.new);
    let id = ids::column(&new_table.name, &pair.new.name);
    let mut actions = Vec::new();
    let used = context.old.default(old_table, pair.old);
    let mut from = pair.old.clone();
    // The sequence of an identity gets the name of that of a serial column.
    let dropped = |one: &ObjectId| one.kind == Kind::Sequence && !context.new.has_sequence(one);
    let replaced: Vec<ObjectId> = match pair.new.identity {
        Some(_) => used.iter().filter(|one| dropped(one)).cloned().collect(),
        None => Vec::new(),
    };
    if (!replaced.is_empty() || context.any_gone(&used)) && !context.converted.contains(&id) {
        from.default = None;
        let statement = column::alter(&new_table.name, &from.name, "drop default");
        actions.push(Action {
            releases: used,
            ..Action::new(Verb::Alter, id.clone(), vec![statement])
        });
    }
    let used = context.new.default(new_table, pair.new);
    let created: Vec<ObjectId> = used
        .into_iter()
        .filter(|one| one.kind == Kind::Sequence && !context.old.has_sequence(one))
        .collect();
    if from.identity.is_some() && pair.new.identity.is_none() && !created.is_empty() {
        from.identity = None;
        let statement = column::alter(&new_table.name, &from.name, "drop identity");
        actions.push(Action {
            destroys: created,
            ..Action::new(Verb::Alter, id.clone(), vec![statement])
        });
    }
    let using = cast::using(
        &quote::name(&pair.new.name),
        &from.data_type,
        &pair.new.data_type,
        &context.old,
        &context.new,
    );
    let statements = change(new_table, &from, pair.new, pair.retype, using.as_deref());
    if statements.is_empty() {
        return actions;
    }
    let takes_new_form = pair.retype != Retype::No
        || pair.new.generated.is_some() && from.generated != pair.new.generated;
    let ids = if takes_new_form {
        context.with_partitions(&new_table.name, &from.name)
    } else {
        Vec::new()
    };
    let mut releases = Vec::new();
    if from.data_type != pair.new.data_type {
        releases.extend(context.old.data_type(&from.data_type));
    }
    if from.default != pair.new.default {
        releases.extend(context.old.default(old_table, &from));
    }
    if let Some(generated) = &from.generated {
        releases.extend(context.old.expression(old_table, &generated.expression));
    }
    actions.push(Action {
        produces: ids.iter().cloned().chain(replaced).collect(),
        destroys: ids,
        requires: context.new.column(new_table, pair.new),
        releases,
        ..Action::new(Verb::Alter, id, statements)
    });
    actions
}

/// Returns the statements that change a column.
///
/// Objects that prevent a change of the type are dropped before it. Objects that need the new type follow it.
pub(super) fn change(
    table: &Table,
    from: &Column,
    to: &Column,
    retype: Retype,
    using: Option<&str>,
) -> Vec<String> {
    let mut changes = Vec::new();
    // The server converts the expression of a default only where it finds a cast.
    let reset = retype == Retype::Other && from.default.is_some();
    if from.default.is_some() && (to.default.is_none() || reset) {
        changes.push(String::from("drop default"));
    }
    if from.identity.is_some() && to.identity.is_none() {
        changes.push(String::from("drop identity"));
    }
    if from.generated.is_some() && to.generated.is_none() {
        changes.push(String::from("drop expression"));
    }
    if !from.nullable && to.nullable {
        changes.push(String::from("drop not null"));
    }
    let options = identity::change(from, to);
    // A smaller type has no room for the old limit.
    let (before, after) = if identity::gets_smaller(from, to) {
        (options, Vec::new())
    } else {
        (Vec::new(), options)
    };
    changes.extend(before);
    if retype != Retype::No {
        changes.push(set_type(from, to, using));
    }
    if let (Some(from), Some(to)) = (&from.generated, &to.generated)
        && from.expression != to.expression
    {
        changes.push(format!("set expression as ({})", to.expression));
    }
    if from.nullable && !to.nullable {
        changes.push(String::from("set not null"));
    }
    changes.extend(after);
    if let Some(default) = &to.default
        && (from.default != to.default || reset)
    {
        changes.push(format!("set default {default}"));
    }
    changes.extend(storage(from, to, retype));
    let mut statements: Vec<String> = changes
        .iter()
        .map(|change| column::alter(&table.name, &to.name, change))
        .collect();
    statements.extend(identity::next_value(table, from, to));
    if from.comment != to.comment {
        let comment = comment::comment(&ids::column(&table.name, &to.name), to.comment.as_deref());
        statements.push(comment);
    }
    statements
}

fn set_type(from: &Column, to: &Column, using: Option<&str>) -> String {
    let mut clauses = vec![format!("type {}", data_type::short(&to.data_type))];
    // Without a collation, the column gets the one of its type.
    clauses.extend(
        to.collate
            .as_ref()
            .map(|collate| format!("collate {collate}")),
    );
    let using = using.filter(|_| from.generated.is_none());
    clauses.extend(using.map(|using| format!("using {using}")));
    clauses.join(" ")
}

/// Returns the changes of how values are stored. A change of the type resets the first two.
fn storage(from: &Column, to: &Column, retype: Retype) -> Vec<String> {
    let kept = retype == Retype::No;
    let mut changes = Vec::new();
    for (word, old, new) in [
        ("storage", &from.storage, &to.storage),
        ("compression", &from.compression, &to.compression),
    ] {
        match new {
            Some(new) if !kept || old.as_ref() != Some(new) => {
                changes.push(format!("set {word} {new}"));
            }
            None if kept && old.is_some() => changes.push(format!("set {word} default")),
            _ => {}
        }
    }
    if from.statistics != to.statistics {
        // The default of the server.
        changes.push(format!("set statistics {}", to.statistics.unwrap_or(-1)));
    }
    changes
}
