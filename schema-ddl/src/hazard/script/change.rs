//! Questions about a change that other statements or the transaction decide.

use crate::hazard::model::is_same;
use crate::hazard::statement::{Change, DropKind, RenameKind, TableAction};
use crate::model::Name;

/// True if later changes create the type, the view or the function again.
pub(super) fn is_created_again(change: &Change, later: &[Change]) -> bool {
    let names: Vec<&Name> = match change {
        Change::Drop {
            kind: DropKind::View | DropKind::MaterializedView | DropKind::Type | DropKind::Routine,
            names,
            ..
        } => names.iter().collect(),
        Change::Rename {
            kind: RenameKind::Type | RenameKind::Routine,
            name,
            ..
        } => vec![name],
        _ => return false,
    };
    let is_created = |name: &&Name| {
        later.iter().any(|one| match one {
            Change::CreateType { name: new, .. }
            | Change::CreateDomain { name: new, .. }
            | Change::CreateView { name: new }
            | Change::CreateRoutine { name: new, .. } => is_same(new, name),
            _ => false,
        })
    };
    names.iter().all(is_created)
}

/// True if the server refuses the statement in a transaction.
pub(super) fn needs_none(change: &Change) -> bool {
    match change {
        Change::CreateIndex(new) => new.concurrently,
        Change::Drop {
            kind, concurrently, ..
        } => *concurrently || *kind == DropKind::Database,
        Change::Reindex {
            index,
            table,
            concurrently,
        } => *concurrently || (index.is_none() && table.is_none()),
        Change::VacuumFull { .. } => true,
        Change::Cluster { table } => table.is_none(),
        Change::AlterTable { actions, .. } => actions.iter().any(|action| {
            matches!(
                action,
                TableAction::DetachPartition {
                    concurrently: true,
                    ..
                }
            )
        }),
        _ => false,
    }
}
