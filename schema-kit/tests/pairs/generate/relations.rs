//! Foreign keys.

use schema_ddl::diff::Renames;
use schema_ddl::model::{
    Action, Column, DataType, Deferrable, ForeignKey, Match, Model, Name, Table,
};
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::{comment, name_before};

/// Adds a column and a foreign key to the tables that reference another one, or themselves.
pub(super) fn foreign_keys(c: &mut Choices, old: &Model, model: &mut Model, renames: &Renames) {
    let targets: Vec<(Name, bool)> = model
        .tables
        .iter()
        .filter(|table| can_be_referenced(table))
        .map(|table| (table.name.clone(), table.unlogged))
        .collect();
    for table in &mut model.tables {
        // A table in the log cannot reference one that is not.
        let targets = targets
            .iter()
            .filter(|(_, unlogged)| table.unlogged || !unlogged);
        let targets: Vec<Name> = targets.map(|(name, _)| name.clone()).collect();
        if targets.is_empty() {
            continue;
        }
        let has_key = choose!(c, "foreign key";
            "no foreign key" => false,
            "a foreign key" => true,
            ;
        );
        if !has_key {
            continue;
        }
        let target = targets[c.index(targets.len())].clone();
        let key = foreign_key(c, table, target);
        let kept = old
            .table(&name_before(renames, &table.name))
            .and_then(|before| before.foreign_keys.first());
        let kept = kept.filter(|kept| c.flag() && targets.contains(&kept.table));
        table.foreign_keys.push(kept.cloned().unwrap_or(key));
        table.columns.push(Column {
            nullable: true,
            ..Column::new("ref", DataType::parse("bigint"))
        });
    }
}

fn foreign_key(c: &mut Choices, table: &Table, target: Name) -> ForeignKey {
    use Action::{Cascade, NoAction, Restrict, SetDefault, SetNull};

    let mut key = ForeignKey {
        name: format!("{}_ref_fkey", table.name.name),
        columns: vec!["ref".to_owned()],
        table: target,
        references: vec!["id".to_owned()],
        match_type: c.one_of(&[Match::Simple, Match::Full]),
        on_delete: c.one_of(&[NoAction, Cascade, SetNull, Restrict, SetDefault]),
        on_delete_columns: vec![],
        on_update: c.one_of(&[NoAction, Cascade, SetNull, Restrict, SetDefault]),
        deferrable: c.one_of(&[
            Deferrable::No,
            Deferrable::InitiallyImmediate,
            Deferrable::InitiallyDeferred,
        ]),
        not_valid: false,
        not_enforced: false,
        comment: comment(c),
    };
    if [SetNull, SetDefault].contains(&key.on_delete) && c.flag() {
        key.on_delete_columns = key.columns.clone();
    }
    choose!(c, "rows of a foreign key";
        "valid" => (),
        "not valid" => key.not_valid = true,
        "not enforced" => { key.not_valid = true; key.not_enforced = c.postgres_18(); },
        ;
    );
    key
}

/// True if the column `id` alone is a key that is checked at once.
fn can_be_referenced(table: &Table) -> bool {
    let key = table.primary_key.as_ref();
    key.is_some_and(|key| key.columns == ["id"] && key.deferrable == Deferrable::No)
}
