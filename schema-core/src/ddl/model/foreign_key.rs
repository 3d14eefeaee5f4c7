//! The model of a foreign key.

use schema_ddl::model::{Action, ForeignKey, Match};

use super::{deferrable, owned, table_name};
use crate::def::{Action as ActionDef, ForeignKeyDef};

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
        deferrable: deferrable(key.deferrable),
        not_valid: key.not_valid,
        not_enforced: key.not_enforced,
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
