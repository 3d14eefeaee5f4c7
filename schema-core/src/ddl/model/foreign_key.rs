//! The model of a foreign key.

use schema_ddl::model::{Action, Deferrable, ForeignKey, Match};

use super::{owned, table_name};
use crate::def::{Action as ActionDef, Deferrable as DeferrableDef, ForeignKeyDef};

pub(super) fn foreign_key(name: String, key: &ForeignKeyDef) -> ForeignKey {
    ForeignKey {
        name,
        columns: owned(key.columns),
        table: table_name(key.table),
        references: owned(key.references),
        match_type: Match::Simple,
        on_delete: action(key.on_delete),
        on_delete_columns: Vec::new(),
        on_update: action(key.on_update),
        deferrable: match key.deferrable {
            DeferrableDef::No => Deferrable::No,
            DeferrableDef::InitiallyImmediate => Deferrable::InitiallyImmediate,
            DeferrableDef::InitiallyDeferred => Deferrable::InitiallyDeferred,
        },
        not_valid: false,
        not_enforced: false,
        comment: None,
    }
}

fn action(action: ActionDef) -> Action {
    match action {
        ActionDef::NoAction => Action::NoAction,
        ActionDef::Restrict => Action::Restrict,
        ActionDef::Cascade => Action::Cascade,
        ActionDef::SetNull => Action::SetNull,
        ActionDef::SetDefault => Action::SetDefault,
    }
}
