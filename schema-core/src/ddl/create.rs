//! The actions that create a model, and the statements of each script.

use std::collections::HashSet;

use schema_ddl::diff::{Action, Cycle, Renames, Verb, diff};
use schema_ddl::model::{Kind, Model, Namespace, ObjectId};

use super::{DdlError, keep};

/// The handling of objects that already exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Existing {
    /// The statement fails.
    Fail,
    /// The object remains unchanged.
    Keep,
}

/// Returns the actions that create everything, in an order in which they can run.
pub(super) fn actions(model: &Model) -> Result<Vec<Action>, DdlError> {
    Ok(diff(&before(model), model, &Renames::default())?)
}

/// Returns what every database has.
fn before(model: &Model) -> Model {
    let namespaces = model.namespaces.iter();
    Model {
        // Creating it would require a privilege that the user may not have.
        namespaces: namespaces
            .filter(|one| one.name == "public")
            .map(|one| Namespace {
                name: one.name.clone(),
                comment: None,
            })
            .collect(),
        ..Model::default()
    }
}

/// Returns the statements of an action.
pub(super) fn statements(model: &Model, action: &Action, existing: Existing) -> Vec<String> {
    // `drop` leaves them, so they can exist before everything else is created again.
    let is_shared = matches!(action.object.kind, Kind::Namespace | Kind::Role);
    if is_shared || existing == Existing::Keep {
        keep::statements(model, action)
    } else {
        action.statements.clone()
    }
}

/// Separates the actions that create indexes and views, and what requires them, from those before them.
pub(super) fn split(actions: Vec<Action>) -> (Vec<Action>, Vec<Action>) {
    let mut late: HashSet<ObjectId> = HashSet::new();
    actions.into_iter().partition(|action| {
        let is_late = matches!(
            action.object.kind,
            Kind::Index | Kind::View | Kind::MaterializedView
        ) || action.requires.iter().any(|id| late.contains(id));
        if is_late {
            late.extend(action.produces.iter().cloned());
        }
        !is_late
    })
}

/// Returns the statements that drop everything except Postgres schemas, extensions and roles.
pub(super) fn drop(model: &Model) -> Result<Vec<String>, DdlError> {
    let mut from = model.clone();
    // What was listed last is dropped first, unless something depends on it.
    from.enums.reverse();
    from.domains.reverse();
    from.composites.reverse();
    from.sequences.reverse();
    from.routines.reverse();
    from.tables.reverse();
    from.views.reverse();
    let actions = diff(&from, &Model::default(), &Renames::default())?;
    let actions = actions.iter().filter(|one| one.verb == Verb::Drop);
    Ok(actions
        .filter_map(|action| drop_object(&action.object))
        .collect())
}

/// Returns the statement that drops an object, or `None` if it is dropped together with another one or remains.
///
/// Foreign keys and views outside of the model are dropped with a table. Columns outside of the model are not dropped with
/// their type.
fn drop_object(object: &ObjectId) -> Option<String> {
    let cascade = match object.kind {
        Kind::Table | Kind::View | Kind::MaterializedView => " cascade",
        Kind::Sequence | Kind::Routine | Kind::Enum | Kind::Domain | Kind::Composite => "",
        _ => return None,
    };
    let target = object.sql();
    let (kind, name) = target.split_at(target.find('"')?);
    Some(format!("drop {kind}if exists {name}{cascade}"))
}

impl From<Cycle> for DdlError {
    fn from(cycle: Cycle) -> Self {
        let objects: Vec<String> = cycle.objects.iter().map(ToString::to_string).collect();
        Self::Cycle {
            objects: objects.join(", "),
        }
    }
}
