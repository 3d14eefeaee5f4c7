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
    let targets: Vec<Target> = model.tables.iter().flat_map(Target::all).collect();
    for table in &mut model.tables {
        // A table in the log cannot reference one that is not.
        let targets = targets
            .iter()
            .filter(|target| table.unlogged || !target.unlogged);
        let targets: Vec<&Target> = targets.collect();
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
        let mut target = targets[c.index(targets.len())];
        let mut wide = targets.iter().filter(|target| target.columns.len() > 1);
        if let Some(wide) = wide.next().filter(|_| c.flag()) {
            target = wide;
        }
        let key = foreign_key(c, table, target);
        let kept = old
            .table(&name_before(renames, &table.name))
            .and_then(|before| before.foreign_keys.first());
        let kept = kept.filter(|kept| c.flag() && targets.iter().any(|one| one.is_of(kept)));
        table.foreign_keys.push(kept.cloned().unwrap_or(key));
        table.columns.push(Column {
            nullable: true,
            ..Column::new("ref", DataType::parse("bigint"))
        });
    }
}

fn foreign_key(c: &mut Choices, table: &Table, target: &Target) -> ForeignKey {
    use Action::{Cascade, NoAction, Restrict, SetDefault, SetNull};

    let mut key = ForeignKey {
        name: format!("{}_ref_fkey", table.name.name),
        columns: match target.columns.len() {
            1 => vec![c.one_of(&["ref", "ref", "ref", "id"]).to_owned()],
            _ => vec!["ref".to_owned(), "id".to_owned()],
        },
        table: target.table.clone(),
        references: target.columns.clone(),
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
        key.on_delete_columns = vec![key.columns[0].clone()];
    }
    choose!(c, "rows of a foreign key";
        "valid" => (),
        "not valid" => key.not_valid = true,
        "not enforced" => { key.not_valid = true; key.not_enforced = c.postgres_18(); },
        ;
    );
    key
}

/// Columns that can be referenced: their key is checked at once.
struct Target {
    table: Name,
    columns: Vec<String>,
    unlogged: bool,
}

impl Target {
    /// The column `id` alone, or after a number.
    fn all(table: &Table) -> Vec<Self> {
        let key = table.primary_key.as_ref();
        let key = key.filter(|key| key.columns == ["id"] && key.deferrable == Deferrable::No);
        let is_number = |name: &String| {
            let column = table.column(name);
            column.is_some_and(|one| ["integer", "bigint"].contains(&&*one.data_type.to_string()))
        };
        let uniques = table.uniques.iter().filter(|unique| {
            unique.deferrable == Deferrable::No && unique.columns.iter().all(is_number)
        });
        let keys = key.into_iter().map(|key| &key.columns);
        let keys = keys.chain(uniques.map(|unique| &unique.columns));
        keys.map(|columns| Self {
            table: table.name.clone(),
            columns: columns.clone(),
            unlogged: table.unlogged,
        })
        .collect()
    }

    fn is_of(&self, key: &ForeignKey) -> bool {
        self.table == key.table && self.columns == key.references
    }
}
