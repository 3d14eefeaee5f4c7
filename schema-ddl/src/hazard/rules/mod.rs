//! The dangers of each kind of statement.

mod access;
mod column;
mod constraint;
mod count;
mod index;
mod object;
mod partition;
mod retype;
mod rows;
mod table;

use super::report::Report;
use super::statement::Change;
use super::{LockMode, model};
use crate::model::Model;

/// Collects the dangers of a change.
pub(super) fn judge<'m>(change: &Change, before: &'m Model) -> Report<'m> {
    let mut report = Report::new(before);
    let it = &mut report;
    match change {
        Change::CreateTable(new) => table::create(it, new),
        Change::AlterTable { table, actions } => table::alter(it, table, actions),
        Change::CreateIndex(new) => index::create(it, new),
        Change::Reindex {
            index,
            table,
            concurrently,
        } => index::reindex(it, index.as_ref(), table.as_ref(), *concurrently),
        Change::RefreshMaterializedView {
            view,
            concurrently,
            no_data,
        } => index::refresh(it, view, *concurrently, *no_data),
        Change::Drop {
            kind,
            names,
            on,
            cascade,
            concurrently,
        } => {
            for name in names {
                object::drop(it, *kind, name, on.as_ref(), *concurrently);
            }
            if *cascade && let Some(name) = names.first() {
                object::cascade(it, name);
            }
        }
        Change::Truncate { tables, cascade } => rows::truncate(it, tables, *cascade),
        Change::Rename {
            kind,
            name,
            part,
            to,
            ..
        } => object::rename(it, *kind, name, part.as_deref(), to),
        Change::DropAttribute { name, attribute } => {
            object::drop_attribute(it, name, attribute);
        }
        Change::AlterEnum { name, action } => object::alter_enum(it, name, action),
        Change::CreateDomain { name, of } => object::create_domain(it, name, of),
        Change::AlterDomain { name, action } => object::alter_domain(it, name, action),
        Change::CreateTrigger { name, table } => object::create_trigger(it, name, table),
        Change::CreateView { name } => {
            if model::view(before, name).is_some() {
                it.lock(name, LockMode::AccessExclusive);
            }
        }
        Change::LockedWeakly { tables } => {
            for table in tables {
                it.lock(table, LockMode::ShareUpdateExclusive);
            }
        }
        Change::CreateRoutine {
            name,
            opaque,
            language,
        } => object::create_routine(it, name, *opaque, language.as_deref()),
        Change::Access(change) => access::judge(it, change),
        Change::AlterExtension { name } => object::alter_extension(it, name),
        Change::VacuumFull { tables } => rows::vacuum_full(it, tables),
        Change::Cluster { table } => rows::cluster(it, table.as_ref()),
        Change::Delete {
            table,
            has_condition,
        } => rows::delete(it, table, *has_condition),
        Change::Update {
            table,
            has_condition,
        } => rows::update(it, table, *has_condition),
        Change::LockTable { tables, mode } => rows::lock(it, tables, *mode),
        Change::CreateType { .. } | Change::SetLockTimeout | Change::Other => {}
    }
    report
}
