//! Constraints.

use super::Changes;
use super::step::{Steps, after, run, stage};
use crate::diff::{Action, Transaction, Verb};
use crate::model::{Check, ForeignKey, Index, IndexElement, IndexOn, Kind, Name, ObjectId, Table};
use crate::sql::constraint::Constraint;
use crate::sql::{constraint, index};

/// The first version with foreign keys of partitioned tables that are not valid.
const KEYS_OF_PARTITIONED: u32 = 18;

/// Finds the constraint that an action adds to a table with rows.
fn added<'a>(changes: &Changes<'a>, action: &Action) -> Option<(&'a Table, Constraint<'a>)> {
    let table = changes.table(&action.object.name)?;
    let name = action.object.part.as_deref()?;
    let mut all = Constraint::all(table).into_iter();
    let one = all.find(|one| {
        one.name() == name && action.statements.first() == Some(&constraint::add(&table.name, *one))
    })?;
    Some((table, one))
}

/// A constraint that is added.
pub(super) fn add(changes: &Changes<'_>, action: &Action) -> Option<Steps> {
    let (table, one) = added(changes, action)?;
    match one {
        Constraint::Check(check) => {
            let check = Check {
                not_valid: true,
                ..check.clone()
            };
            not_valid(table, Constraint::Check(&check), one, action)
        }
        Constraint::ForeignKey(key) => {
            let is_old = changes
                .options
                .server_version
                .is_none_or(|version| version < KEYS_OF_PARTITIONED);
            if table.partition_by.is_some() && is_old {
                return None;
            }
            let key = ForeignKey {
                not_valid: true,
                ..key.clone()
            };
            not_valid(table, Constraint::ForeignKey(&key), one, action)
        }
        Constraint::PrimaryKey(_) | Constraint::Unique(_) => {
            with_index(table, one, action, one.name(), None)
        }
        Constraint::Exclusion(_) => None,
    }
}

/// Adds a constraint for new rows, and later checks those that exist.
fn not_valid(
    table: &Table,
    unchecked: Constraint<'_>,
    one: Constraint<'_>,
    action: &Action,
) -> Option<Steps> {
    let name = &table.name;
    let (first, rest) = (constraint::add(name, unchecked), &action.statements[1..]);
    // It is not checked in any case.
    if action.statements.first() == Some(&first) || !unchecked.is_not_valid() {
        return None;
    }
    let mut now = action.clone();
    now.statements = [first].into_iter().chain(rest.iter().cloned()).collect();
    Some(Steps {
        now: vec![now],
        later: vec![validate(name, one.name())],
        instead: None,
    })
}

/// Checks the rows of a constraint, while others read and write.
pub(super) fn validate(table: &Name, name: &str) -> Action {
    let id = ObjectId::part(Kind::Constraint, table.clone(), name);
    let statement = constraint::validate(table, name);
    run(
        Transaction::Alone,
        after(&id, Verb::Alter, id.clone(), vec![statement]),
    )
}

/// Builds the index of a key, and makes the key of it. An old key with the same name is dropped at that time.
fn with_index(
    table: &Table,
    one: Constraint<'_>,
    action: &Action,
    name: &str,
    dropped: Option<&Action>,
) -> Option<Steps> {
    // An index of a partitioned table cannot be built concurrently, and a key cannot be made of one.
    if table.partition_by.is_some() {
        return None;
    }
    let of_key = of_key(one)?;
    let index_id = ObjectId::new(Kind::Index, table.name.beside(name));
    let stage = stage(&index_id, "built");
    let build = Action {
        produces: vec![stage.clone()],
        requires: action.requires.clone(),
        transaction: Transaction::Outside,
        ..Action::new(
            Verb::Create,
            index_id,
            vec![index::create_concurrently(&table.name, &of_key, name)],
        )
    };
    let mut become_key = action.clone();
    become_key.requires.push(stage);
    let mut statements = Vec::new();
    if let Some(dropped) = dropped {
        statements.extend(dropped.statements.iter().cloned());
        become_key.destroys.extend(dropped.destroys.iter().cloned());
        become_key.releases.extend(dropped.releases.iter().cloned());
    }
    statements.push(constraint::add_with_index(&table.name, one, name)?);
    statements.extend(action.statements.iter().skip(1).cloned());
    become_key.statements = statements;
    Some(Steps::later(vec![build, become_key]))
}

/// Returns the index of a key.
pub(super) fn of_key(one: Constraint<'_>) -> Option<Index> {
    let (columns, include, nulls_not_distinct) = match one {
        Constraint::PrimaryKey(key) => (&key.columns, &key.include, false),
        Constraint::Unique(unique) => (&unique.columns, &unique.include, unique.nulls_not_distinct),
        _ => return None,
    };
    let elements = columns.iter().map(|column| IndexElement {
        on: IndexOn::Column(column.clone()),
        collate: None,
        operator_class: None,
        descending: false,
        nulls_first: None,
    });
    Some(Index {
        name: one.name().to_owned(),
        method: String::from("btree"),
        elements: elements.collect(),
        include: include.clone(),
        unique: true,
        nulls_not_distinct,
        with: [].into(),
        filter: None,
        invalid: false,
        comment: None,
    })
}

/// A key that changes: the old one holds until the index of the new one is built.
pub(super) fn replace(changes: &Changes<'_>, action: &Action, dropped: &Action) -> Option<Steps> {
    let (table, one) = added(changes, action)?;
    if !matches!(one, Constraint::PrimaryKey(_) | Constraint::Unique(_)) {
        return None;
    }
    let name = changes.names.free(one.name(), "new");
    with_index(table, one, action, &name, Some(dropped))
}

/// A constraint that exists, and whose rows are now checked.
pub(super) fn change(changes: &Changes<'_>, action: &Action) -> Option<Steps> {
    let table = changes.table(&action.object.name)?;
    let name = action.object.part.as_deref()?;
    let check = constraint::validate(&table.name, name);
    if !action.statements.contains(&check) {
        return None;
    }
    let mut now = action.clone();
    now.statements.retain(|one| *one != check);
    let later = vec![validate(&table.name, name)];
    Some(if now.statements.is_empty() {
        Steps::later(later)
    } else {
        Steps {
            now: vec![now],
            later,
            instead: None,
        }
    })
}
