//! A column that gets a type with another form in storage: another column takes its place.
//!
//! 1. The other column is added, and a trigger gives it the value of the first one, also for programs that know only that.
//! 2. The rows that exist are filled in batches.
//! 3. A check proves that each row has its value.
//! 4. In one short transaction the first column is dropped, and the other one gets its name.

mod obstacle;
mod parts;
mod steps;

use std::collections::{HashMap, HashSet};

use self::obstacle::{Obstacles, Pair};
use self::parts::Parts;
use super::OnlineOptions;
use crate::diff::{Action, Verb, conversion};
use crate::hazard::is_rewritten;
use crate::model::{
    Column, Kind, Model, Name, ObjectId, Table, swap_name, swap_object, swap_trigger,
};
use crate::sql::{column, quote};

/// A column that is replaced.
#[derive(Debug)]
pub(super) struct Swap<'a> {
    table: &'a Table,
    new: &'a Column,
    /// The settings of the session that the conversion depends on.
    settings: Vec<&'static str>,
    /// The conversion of the column, unless an assignment does it.
    using: Option<String>,
    /// The conversion of the new row's column in the trigger.
    of_new_row: String,
    /// True if an interrupted plan has added the other column.
    is_begun: bool,
    /// The indexes that an interrupted plan has left.
    left: Vec<Name>,
    parts: Parts,
}

/// The replaced columns of a plan.
#[derive(Debug, Default)]
pub(super) struct Swaps<'a> {
    /// By the place of the action that changes the type.
    pub(super) by_action: HashMap<usize, Swap<'a>>,
    /// The places of actions that would remove what an interrupted plan has left.
    pub(super) absorbed: HashSet<usize>,
}

impl<'a> Swaps<'a> {
    /// Finds the columns that can be replaced.
    pub(super) fn find(
        actions: &[Action],
        from: &'a Model,
        to: &'a Model,
        options: &OnlineOptions,
    ) -> Self {
        let mut this = Self::default();
        for (at, result) in judged(actions, from, to, options) {
            if let Ok(swap) = result {
                this.absorbed.extend(left(actions, &swap));
                this.by_action.insert(at, swap);
            }
        }
        this
    }
}

/// Returns the columns whose new type rewrites their table at once, although changes are made [`online`](super::online),
/// each with the reason: the end of a sentence that begins with the column.
///
/// ```
/// use schema_ddl::diff::{Renames, diff};
/// use schema_ddl::model::{Column, DataType, Kind, Model, Name, ObjectId, PrimaryKey, Table};
/// use schema_ddl::online::{OnlineOptions, rewritten};
///
/// let orders = Table {
///     columns: vec![Column::new("id", DataType::parse("integer"))],
///     primary_key: Some(PrimaryKey {
///         name: "orders_pkey".into(),
///         columns: vec!["id".into()],
///         include: vec![],
///         deferrable: Default::default(),
///         comment: None,
///     }),
///     ..Table::new(Name::new("orders"))
/// };
/// let from = Model { tables: vec![orders], ..Model::default() };
/// let mut to = from.clone();
/// to.tables[0].columns[0].data_type = DataType::parse("bigint");
/// let actions = diff(&from, &to, &Renames::default())?;
/// let found = rewritten(&actions, &from, &to, &OnlineOptions::default());
/// let id = ObjectId::part(Kind::Column, Name::new("orders"), "id");
/// assert_eq!(found, [(id, "it is in the primary key".to_owned())]);
/// # Ok::<(), schema_ddl::diff::Cycle>(())
/// ```
pub fn rewritten(
    actions: &[Action],
    from: &Model,
    to: &Model,
    options: &OnlineOptions,
) -> Vec<(ObjectId, String)> {
    let all = judged(actions, from, to, options).into_iter();
    let refused = all.filter_map(|(at, result)| Some((actions.get(at)?, result.err()?)));
    refused
        .map(|(action, reason)| (action.object.clone(), reason))
        .collect()
}

/// Returns each action that rewrites its table for a new type of a column, and why the column cannot be replaced.
fn judged<'a>(
    actions: &[Action],
    from: &'a Model,
    to: &'a Model,
    options: &OnlineOptions,
) -> Vec<(usize, Result<Swap<'a>, String>)> {
    let retypes = actions.iter().enumerate().filter(|(_, action)| {
        let part = action.object.part.as_deref().unwrap_or_default();
        let begin = column::alter(&action.object.name, part, "type ");
        let mut statements = action.statements.iter();
        action.verb == Verb::Alter
            && action.object.kind == Kind::Column
            && statements.any(|sql| sql.starts_with(&begin))
    });
    let mut retypes = retypes.peekable();
    if retypes.peek().is_none() {
        return Vec::new();
    }
    let obstacles = Obstacles::new(actions, from, to, options);
    let judged = retypes.filter_map(|(at, action)| Some((at, judge(&obstacles, action)?)));
    judged.collect()
}

/// Returns `None` if the rows stay as they are.
fn judge<'a>(obstacles: &Obstacles<'a, '_>, action: &Action) -> Option<Result<Swap<'a>, String>> {
    let (from, to) = (obstacles.from, obstacles.to);
    let name = action.object.part.as_deref()?;
    let table = to.table(&action.object.name)?;
    let new = table.column(name)?;
    let before = from.table(&table.name);
    let old = before.and_then(|before| before.column(name));
    let (Some(before), Some(old)) = (before, old) else {
        let renamed = "it or its table gets another name in the same plan";
        return Some(Err(renamed.into()));
    };
    let [scope_before, scope_after] = &obstacles.scopes;
    let convert = |value: &str| {
        conversion(
            value,
            &old.data_type,
            &new.data_type,
            scope_before,
            scope_after,
        )
    };
    let quoted = quote::name(name);
    let using = convert(&quoted);
    let is_rewritten = |model| {
        is_rewritten(
            model,
            &old.data_type,
            &new.data_type,
            using.as_deref(),
            name,
        )
    };
    if !is_rewritten(from) || !is_rewritten(to) {
        return None;
    }
    let pair = Pair {
        before,
        table,
        old,
        new,
    };
    if let Some(reason) = obstacles.find(&pair) {
        return Some(Err(reason));
    }
    let (parts, is_begun) = match (Parts::find(obstacles, &pair), begun(&pair)) {
        (Ok(parts), Ok(is_begun)) => (parts, is_begun),
        (Err(reason), _) | (_, Err(reason)) => return Some(Err(reason)),
    };
    if let Some(reason) = obstacles.fixed(&action.object) {
        return Some(Err(reason));
    }
    let of_row = format!("new.{quoted}");
    Some(Ok(Swap {
        table,
        new,
        settings: steps::settings([(from, &old.data_type), (to, &new.data_type)]),
        of_new_row: convert(&of_row).unwrap_or(of_row),
        using,
        is_begun,
        left: left_indexes(&pair, &parts),
        parts,
    }))
}

/// Returns true if an interrupted plan has added the other column, and false if nobody has one with its name.
fn begun(pair: &Pair<'_>) -> Result<bool, String> {
    let (other, trigger) = (swap_name(&pair.new.name), swap_trigger(&pair.new.name));
    let is_taken = || format!("its table has a column {}", quote::name(&other));
    if pair.table.column(&other).is_some() {
        return Err(is_taken());
    }
    let Some(left) = pair.before.column(&other) else {
        return Ok(false);
    };
    let mut triggers = pair.before.triggers.iter();
    let Some(trigger) = triggers.find(|one| one.name == trigger) else {
        return Err(is_taken());
    };
    Ok(!trigger.disabled
        && left.data_type == pair.new.data_type
        && left.collate == pair.new.collate
        && left.storage == pair.new.storage
        && left.compression == pair.new.compression)
}

/// Returns the indexes that an interrupted plan has left, and whose names the steps need.
fn left_indexes(pair: &Pair<'_>, parts: &Parts) -> Vec<Name> {
    let table = &pair.table.name;
    let rows = swap_object(table, &pair.new.name);
    let indexes = parts.indexes.iter().map(|part| &part.other.name);
    let uniques = parts.uniques.iter().map(|part| &part.other.name);
    let needed: Vec<&String> = indexes.chain(uniques).chain([&rows.name]).collect();
    let left = pair.before.indexes.iter().map(|one| &one.name);
    let left = left.filter(|name| needed.contains(name));
    left.map(|name| table.beside(name.as_str())).collect()
}

/// Returns the places of actions that the steps replace: they would drop what an interrupted plan has left and this one uses,
/// or the parts of the column.
fn left(actions: &[Action], swap: &Swap<'_>) -> Vec<usize> {
    let (table, name) = (&swap.table.name, swap.new.name.as_str());
    let function = swap_object(table, name);
    let function = function.beside(format!("{}()", function.name));
    let mut used = swap.parts.ids(table);
    used.insert(ObjectId::part(
        Kind::Trigger,
        table.clone(),
        swap_trigger(name),
    ));
    used.insert(ObjectId::new(Kind::Routine, function));
    let left = swap.left.iter().cloned();
    used.extend(left.map(|index| ObjectId::new(Kind::Index, index)));
    if swap.is_begun {
        used.insert(ObjectId::part(Kind::Column, table.clone(), swap_name(name)));
    }
    let replaced = actions.iter().enumerate();
    let replaced = replaced.filter(|(_, one)| {
        matches!(one.verb, Verb::Drop | Verb::Create) && used.contains(&one.object)
    });
    replaced.map(|(at, _)| at).collect()
}
